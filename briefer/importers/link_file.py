"""Knows link files inside folders, zip files and mails, where they are never followed."""

from collections.abc import Iterator
from pathlib import Path

from briefer.model.article import Article
from briefer.model.errors import UnreadableFile
from briefer.plugins import Progress
from briefer.text.links import SUFFIXES, address_in, is_link


class LinkFile:
    """The importer of links. One that the user drops by itself is fetched before it comes here."""

    name = "link"
    suffixes = SUFFIXES

    def claims(self, head: bytes, path: Path) -> float:
        """Sure of a shortcut or a property list with an address."""
        if not is_link(head):
            return 0.0
        return 0.97 if path.suffix.lower() in self.suffixes or address_in(path) else 0.0

    def read(self, path: Path, progress: Progress) -> Iterator[Article]:
        """Never an article. Raises UnreadableFile that says where the link leads."""
        progress.step(0, 1, path.name)
        address = address_in(path)
        what = (
            f"This file is only a link, to {address[:300]}." if address else "This link is empty."
        )
        hint = "Drop the link by itself, or paste its address, to fetch it."
        yield from ()
        raise UnreadableFile(what, name=str(path), hint=hint)
