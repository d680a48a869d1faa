"""Files inside other files (zip, mail): each is read by whichever importer claims it."""

import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path, PurePosixPath

from briefer.model.article import Article
from briefer.model.errors import UnreadableFile, UnreadablePart
from briefer.plugins import Importer, Progress, choose
from briefer.text.cleaning import clean_line

# A mail with a zip with a mail is seen in newsrooms; deeper is an attack.
_DEEPEST = 3
# What one outer file may unpack to in all (bytes).
_MOST_BYTES = 600 << 20
_HEAD = 8192


class InnerFiles:
    """Reads the files that containers hold; `importers` is set once all of them are made."""

    def __init__(self, cutting: frozenset[str] = frozenset()) -> None:
        """`cutting` are the names of the importers that cut exports of news databases.

        While what is read comes from one of them, `is_cutting` is True.
        """
        self.importers: Sequence[Importer] = ()
        self.is_cutting = False
        self._cutting = cutting
        self._depth = 0
        self._bytes = 0

    def read(
        self, name: str, content: bytes, progress: Progress
    ) -> Iterator[Article | UnreadablePart]:
        """The articles in a file of that name; what cannot be read is said with the name."""
        name = clean_line(name)[:200] or "unnamed"
        self._bytes = self._bytes + len(content) if self._depth else len(content)
        if self._depth >= _DEEPEST or self._bytes > _MOST_BYTES:
            what = "This file is packed too deeply inside others."
            yield UnreadablePart(what, name=name, hint="Unpack it and drop it by itself.")
            return
        self._depth += 1
        try:
            yield from self._read(name, content, progress)
        finally:
            self._depth -= 1

    def _read(
        self, name: str, content: bytes, progress: Progress
    ) -> Iterator[Article | UnreadablePart]:
        # The suffix alone is taken from outside; a name could lead anywhere.
        suffix = "".join(c for c in PurePosixPath(name).suffix[:12] if c.isalnum() or c == ".")
        with tempfile.TemporaryDirectory(prefix="briefer-") as folder:
            path = Path(folder) / f"part{suffix}"
            path.write_bytes(content)
            importer = choose(self.importers, content[:_HEAD], path) if content else None
            if importer is None:
                what = "This kind of file cannot be read as an article."
                yield UnreadablePart(what, name=name, hint="Save it as PDF, DOCX, HTML or text.")
                return
            try:
                for one in importer.read(path, progress):
                    self.is_cutting = self.is_cutting or importer.name in self._cutting
                    yield _named(one, name)
            except UnreadableFile as error:
                yield UnreadablePart(error.what, name=name, hint=error.hint)
            finally:
                self.is_cutting = False


def _named(one: Article | UnreadablePart, name: str) -> Article | UnreadablePart:
    if isinstance(one, Article):
        return replace(one, origin=f"{name}/{one.origin}" if one.origin else name)
    return UnreadablePart(one.what, name=f"{name}, {one.name}" if one.name else name, hint=one.hint)
