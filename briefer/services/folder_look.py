"""One look at a watched folder: which files are new and complete."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from briefer.model.errors import UnreadableFile
from briefer.plugins import Progress
from briefer.services.folders import files_of
from briefer.services.patience import wait_for

# A drive that was unplugged may keep a program waiting for minutes (seconds).
_WITHIN = 60.0
_CHUNK = 1 << 20
# Files that other programs keep only while they write, and those of the system.
_UNFINISHED = frozenset(
    {".part", ".partial", ".crdownload", ".download", ".tmp", ".temp", ".swp", ".lock"}
)
_NO_ARTICLES = frozenset({"thumbs.db", "desktop.ini"})

# Size in bytes and time of the last change in nanoseconds: while they change, a file is written.
State = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Listed:
    """What a folder holds: files by their path, and what of it could not be read."""

    files: dict[Path, State]
    refused: list[UnreadableFile]


def listed(folder: Path, progress: Progress) -> Listed:
    """The files of the folder that may be articles. Raises UnreadableFile and Cancelled."""
    hint = "Is its drive connected, and does the folder still have this name?"
    try:
        return wait_for(lambda: _listed(folder), _WITHIN, progress)
    except (OSError, TimeoutError) as error:
        what = "This folder cannot be reached."
        raise UnreadableFile(what, name=str(folder), hint=hint) from error


def key_of(folder: Path, path: Path, state: State) -> str:
    """What a file in this state is known by."""
    return f"{path.relative_to(folder).as_posix()}|{state[0]}|{state[1]}"


def digest_of(path: Path, progress: Progress) -> str:
    """What a file's content is known by, whatever its name. Raises OSError and Cancelled."""
    return wait_for(lambda: _digest_of(path), _WITHIN, progress)


def _listed(folder: Path) -> Listed:
    files: dict[Path, State] = {}
    refused: list[UnreadableFile] = []
    # A folder that is gone would be walked as an empty one.
    next(folder.iterdir(), None)
    for found in files_of(folder):
        if isinstance(found, UnreadableFile):
            refused.append(found)
            continue
        name = found.name.lower()
        if found.suffix.lower() in _UNFINISHED or name in _NO_ARTICLES or name.startswith("~$"):
            continue
        try:
            state = found.stat()
        except OSError:
            # Gone since it was listed.
            continue
        if state.st_size:
            files[found] = (state.st_size, state.st_mtime_ns)
    return Listed(files, refused)


def _digest_of(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
    return f"sha256:{digest.hexdigest()}"
