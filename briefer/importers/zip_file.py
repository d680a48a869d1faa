"""Reads zip files: each file in them as if it had been dropped by itself."""

import zipfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from briefer.importers.inner import InnerFiles
from briefer.importers.packed import names_in, open_zip, part_of, refuse_total
from briefer.importers.sniffing import kind_of
from briefer.model.article import Article
from briefer.model.errors import UnreadableFile, UnreadablePart
from briefer.plugins import Progress

_MOST_FILES = 5_000
# Documents that are zip files themselves have importers of their own, or none.
_DOCUMENTS = frozenset({"[Content_Types].xml", "mimetype", "META-INF/container.xml"})
_ENCRYPTED = 0x1


class ZipOfFiles:
    """The importer of zip files."""

    name = "zip"
    suffixes = frozenset({".zip"})

    def __init__(self, inner: InnerFiles) -> None:
        """`inner` reads what the zip file holds."""
        self._inner = inner

    def claims(self, head: bytes, path: Path) -> float:
        """Sure of a zip file that is no document; a broken one is claimed by its name."""
        if kind_of(head) != "zip":
            return 0.0
        named = path.suffix.lower() in self.suffixes
        if names_in(path) & _DOCUMENTS:
            return 0.0
        return 0.9 if named else 0.5

    def read(self, path: Path, progress: Progress) -> Iterator[Article | UnreadablePart]:
        """The articles of all files inside. Raises UnreadableFile."""
        with open_zip(path) as packed:
            files = [info for info in packed.infolist() if _is_file(info.filename)]
            if len(files) > _MOST_FILES:
                what = f"This zip file holds {len(files):,} files; Briefer reads {_MOST_FILES:,}."
                raise UnreadableFile(what, name=str(path), hint="Unpack it and choose from it.")
            refuse_total(packed, path)
            for done, info in enumerate(files):
                progress.step(done, len(files), info.filename)
                yield from self._file(packed, info, path, progress)

    def _file(
        self, packed: zipfile.ZipFile, info: zipfile.ZipInfo, path: Path, progress: Progress
    ) -> Iterator[Article | UnreadablePart]:
        if info.flag_bits & _ENCRYPTED:
            what, hint = "This file is protected by a password.", "Unpack it and drop it by itself."
            yield UnreadablePart(what, name=info.filename, hint=hint)
            return
        try:
            content = part_of(packed, info.filename, path)
        except UnreadableFile as error:
            yield UnreadablePart(error.what, name=info.filename, hint=error.hint)
            return
        if content:
            yield from self._inner.read(info.filename, content, progress)


def _is_file(name: str) -> bool:
    parts = PurePosixPath(name).parts
    return not name.endswith("/") and not any(
        part.startswith(".") or part == "__MACOSX" for part in parts
    )
