"""Document to file: written beside, checked by another reader, then swapped in whole."""

import contextlib
import errno
import os
import stat
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from briefer.model.document import Document
from briefer.model.errors import ExportFailed, UnknownChoice
from briefer.plugins import Exporter
from briefer.services.half_written import beside


@dataclass(frozen=True, slots=True)
class ExportReport:
    """Where the document now stands, and what the user must be told, in full sentences."""

    path: Path
    notes: tuple[str, ...] = ()


def export(document: Document, path: Path, exporter: Exporter) -> ExportReport:
    """Write `document` to `path`. What stood there is replaced only by a file that was checked.

    Raises ExportFailed; the old file is then as it was, and nothing is left beside it.
    """
    path = Path(path)
    target = _target(path)
    try:
        with beside(target, exporter.suffix) as temporary:
            notes = tuple(exporter.write(document, temporary))
            exporter.verify(document, temporary)
            _flush(temporary)
            _keep_rights(target, temporary)
    except OSError as error:
        raise _failed(path, error) from error
    except ExportFailed as error:
        raise ExportFailed(error.what, name=path.name, hint=error.hint) from error
    _flush_folder(target.parent)
    return ExportReport(path, notes)


def exporter_for(path: Path, exporters: Sequence[Exporter]) -> Exporter:
    """The exporter of the path's ending. Raises UnknownChoice."""
    suffix = path.suffix.lower()
    for exporter in exporters:
        if suffix in (exporter.suffix, *getattr(exporter, "other_suffixes", ())):
            return exporter
    known = ", ".join(exporter.suffix for exporter in exporters)
    raise UnknownChoice(
        f'"{suffix}" is no format Briefer writes.' if suffix else "The file name has no ending.",
        name=path.name,
        hint=f"Choose a name that ends in one of: {known}.",
    )


def _target(path: Path) -> Path:
    """Where the document goes: behind a link, which stays one. Raises ExportFailed."""
    try:
        target = path.resolve()
        mode = target.stat().st_mode
    except FileNotFoundError:
        return target
    # RuntimeError: links in a circle.
    except RuntimeError as error:
        raise _failed(path, OSError(errno.ELOOP, "links in a circle")) from error
    except OSError as error:
        raise _failed(path, error) from error
    if stat.S_ISDIR(mode):
        raise _failed(path, OSError(errno.EISDIR, "a folder"))
    if not mode & stat.S_IWUSR or not os.access(target, os.W_OK):
        # Whoever protected it did not want it replaced, though its folder would allow that.
        raise ExportFailed(
            "This file is protected against writing.",
            name=path.name,
            hint="Choose another name, or take the protection off. Nothing was replaced.",
        )
    return target


def _flush(path: Path) -> None:
    """To the disk, not only to its cache: a power cut must not leave an empty file."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _flush_folder(folder: Path) -> None:
    # Windows cannot open folders; there the rename is flushed by the system.
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _keep_rights(path: Path, temporary: Path) -> None:
    """The rights of the file that is replaced, else those any new file gets."""
    try:
        mode = path.stat().st_mode & 0o777
    except FileNotFoundError:
        mask = os.umask(0)
        os.umask(mask)
        mode = 0o666 & ~mask
    temporary.chmod(mode)


def _failed(path: Path, error: OSError) -> ExportFailed:
    # Some other file may be missing than the one that is written.
    is_known = error.errno != errno.ENOENT or not path.parent.is_dir()
    what, hint = _REASONS.get(
        (error.errno or 0) if is_known else 0,
        (
            f"The document could not be written ({error.strerror or error}).",
            "Choose another folder and export again.",
        ),
    )
    return ExportFailed(what, name=path.name, hint=f"{hint} Nothing was replaced.")


_REASONS = {
    errno.ENOSPC: (
        "There is no room left on the disk.",
        "Make room, or export to another disk.",
    ),
    errno.EDQUOT: (
        "Your share of the disk is used up.",
        "Make room, or export to another disk.",
    ),
    errno.EACCES: (
        "You may not write there, or the file is open in another program.",
        "Close it there, or choose another folder.",
    ),
    errno.EPERM: (
        "You may not write there, or the file is open in another program.",
        "Close it there, or choose another folder.",
    ),
    errno.EBUSY: (
        "The file is open in another program.",
        "Close it there, or choose another name.",
    ),
    errno.ETXTBSY: (
        "The file is open in another program.",
        "Close it there, or choose another name.",
    ),
    errno.EROFS: ("This disk cannot be written to.", "Choose another folder."),
    errno.ENOENT: ("This folder does not exist.", "Choose another folder."),
    errno.ENOTDIR: ("This folder does not exist.", "Choose another folder."),
    errno.EISDIR: ("There is a folder of this name.", "Choose another name."),
    errno.ELOOP: ("This name is a link in a circle.", "Choose another name."),
    errno.ENAMETOOLONG: ("This name is too long.", "Choose a shorter name."),
}
