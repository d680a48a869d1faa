"""Which files a dropped path stands for."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from briefer.model.errors import UnreadableFile

# A folder this full was dropped by mistake (a whole disk); importing must be stoppable long before.
MOST_FILES = 100_000


def files_in(path: Path) -> Iterator[Path | UnreadableFile]:
    """The file itself, or all files of a folder and its subfolders, in name order.

    Hidden files and folders, and links that lead out of the folder or nowhere, are passed over. A
    subfolder that may not be read comes as an UnreadableFile in its place. Raises UnreadableFile for
    what does not exist, may not be read, is neither file nor folder, or holds no file.
    """
    if not _is_folder(path):
        yield path
        return
    is_empty = True
    for found in files_of(path):
        is_empty = False
        yield found
    if is_empty:
        raise UnreadableFile(
            "This folder holds no files.", name=str(path), hint="Choose the folder of the articles."
        )


def files_of(path: Path) -> Iterator[Path | UnreadableFile]:
    """All files of a folder and its subfolders, as `files_in`; of an empty one, none.

    Raises UnreadableFile for a folder too full.
    """
    count = 0
    refused: list[UnreadableFile] = []
    for folder, names, files in os.walk(
        path, onerror=lambda error: refused.append(_refused(error, path))
    ):
        yield from _taken(refused)
        names[:] = sorted(name for name in names if not name.startswith("."))
        for file in sorted(files):
            found = Path(folder) / file
            if file.startswith(".") or not _belongs(found, path):
                continue
            count += 1
            if count > MOST_FILES:
                raise UnreadableFile(
                    f"This folder holds more than {MOST_FILES:,} files.",
                    name=str(path),
                    hint="Choose a smaller folder.",
                )
            yield found
    yield from _taken(refused)


def _is_folder(path: Path) -> bool:
    """Whether the path is a folder rather than a file. Raises UnreadableFile when it is neither."""
    try:
        mode = path.stat().st_mode
    except PermissionError as error:
        raise UnreadableFile(
            "You may not read this file.",
            name=str(path),
            hint="Ask for the right to, or copy it elsewhere.",
        ) from error
    # ValueError: a name with a NUL in it.
    except (OSError, ValueError) as error:
        raise UnreadableFile(
            "This file does not exist.", name=str(path), hint="It may have been moved or renamed."
        ) from error
    if stat.S_ISDIR(mode):
        return True
    if not stat.S_ISREG(mode):
        # Opening a pipe would wait for whoever writes to it.
        raise UnreadableFile(
            "This is a device or a pipe, not a file.", name=str(path), hint="Name a file or folder."
        )
    return False


def _refused(error: OSError, path: Path) -> UnreadableFile:
    return UnreadableFile(
        "This folder may not be read.",
        name=str(error.filename or path),
        hint="Ask for the right to read it, or copy its files to another folder.",
    )


def _taken(refused: list[UnreadableFile]) -> list[UnreadableFile]:
    taken = refused[:]
    refused.clear()
    return taken


def _belongs(found: Path, folder: Path) -> bool:
    """Whether it is a file, and one that lies in the folder."""
    try:
        if not stat.S_ISREG(found.stat().st_mode):
            return False
        return not found.is_symlink() or found.resolve().is_relative_to(folder.resolve())
    except PermissionError:
        return True
    # A link that leads nowhere, or round in a circle.
    except (OSError, RuntimeError):
        return False
