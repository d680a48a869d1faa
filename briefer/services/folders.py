"""Which files a dropped path stands for."""

import os
from collections.abc import Iterator
from pathlib import Path

from briefer.model.errors import UnreadableFile

# A folder this full was dropped by mistake (a whole disk); importing must be stoppable long before.
MOST_FILES = 100_000


def files_in(path: Path) -> Iterator[Path]:
    """The file itself, or all files of a folder and its subfolders, in name order.

    Hidden files and folders, and links that lead out of the folder, are passed over. Raises
    UnreadableFile for what does not exist, may not be read or holds no file.
    """
    if not path.exists():
        raise UnreadableFile(
            "This file does not exist.", name=str(path), hint="It may have been moved or renamed."
        )
    if not path.is_dir():
        yield path
        return
    refused: list[OSError] = []
    count = 0
    for folder, names, files in os.walk(path, onerror=refused.append):
        names[:] = sorted(name for name in names if not name.startswith("."))
        for file in sorted(files):
            found = Path(folder) / file
            if file.startswith(".") or (found.is_symlink() and not _inside(found, path)):
                continue
            count += 1
            if count > MOST_FILES:
                raise UnreadableFile(
                    f"This folder holds more than {MOST_FILES:,} files.",
                    name=str(path),
                    hint="Choose a smaller folder.",
                )
            yield found
    if refused:
        raise UnreadableFile(
            "This folder may not be read.",
            name=str(refused[0].filename or path),
            hint="Ask for the right to read it, or copy its files to another folder.",
        )
    if not count:
        raise UnreadableFile("This folder holds no files.", name=str(path))


def _inside(link: Path, folder: Path) -> bool:
    return link.resolve().is_relative_to(folder.resolve())
