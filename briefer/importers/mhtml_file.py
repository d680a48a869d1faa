"""Reads web pages saved whole by a browser (MHTML): the page; its pictures and styles are not read."""

import re
from collections.abc import Iterator
from pathlib import Path

from briefer.importers.html_page import article_from_html
from briefer.importers.mail_parts import header, parts_of, text_of
from briefer.importers.sniffing import kind_of, no_words
from briefer.model.article import Article
from briefer.plugins import Progress

_RELATED = re.compile(rb"^content-type:\s*multipart/related", re.IGNORECASE | re.MULTILINE)
_SAVED = re.compile(
    rb"^(?:snapshot-content-location|from:\s*<?saved by)", re.IGNORECASE | re.MULTILINE
)


class MhtmlFile:
    """The importer of pages saved as one file."""

    name = "mhtml"
    suffixes = frozenset({".mht", ".mhtml"})

    def claims(self, head: bytes, path: Path) -> float:
        """Sure of a related multipart that a browser saved, or that is named so."""
        if kind_of(head) not in ("text", "html") or not _RELATED.search(head[:4096]):
            return 0.0
        saved = _SAVED.search(head[:4096]) or path.suffix.lower() in self.suffixes
        return 0.97 if saved else 0.0

    def read(self, path: Path, progress: Progress) -> Iterator[Article]:
        """The one article of the page. Raises UnreadableFile."""
        progress.step(0, 1, path.name)
        mail, *parts = parts_of(path.read_bytes(), path, unfold=True)
        page = next((part for part in parts if part.get_content_type() == "text/html"), None)
        if page is None:
            raise no_words(path)
        addresses = (header(mail, "Snapshot-Content-Location"), header(page, "Content-Location"))
        url = next((one for one in addresses if one.startswith(("http://", "https://"))), "")
        yield article_from_html(text_of(page), url=url, path=path)
