"""Reads EPUB: each chapter is an article, with what the book says of itself."""

import posixpath
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from briefer.importers.dates import iso_moment
from briefer.importers.lines_article import article_from_lines
from briefer.importers.markup import element_lines, parse_page
from briefer.importers.packed import names_in, open_zip, part_of, refuse_total, xml_of
from briefer.importers.sniffing import kind_of
from briefer.model.article import Article
from briefer.model.errors import UnreadableFile, UnreadablePart
from briefer.plugins import Progress
from briefer.text.cleaning import decode

_MARK = b"mimetypeapplication/epub+zip"
_CONTAINER = "META-INF/container.xml"
# Title pages, imprints and lists of contents are shorter (words).
_FEWEST_WORDS = 40
_PAGES = ("application/xhtml+xml", "text/html")


class EpubFile:
    """The importer of EPUB books and periodicals."""

    name = "epub"
    suffixes = frozenset({".epub"})

    def claims(self, head: bytes, path: Path) -> float:
        """Sure of a zip file that says so first, or holds the book's container."""
        if _MARK in head[:200]:
            return 1.0
        if kind_of(head) == "zip" and _CONTAINER in names_in(path):
            return 0.9
        return 0.7 if kind_of(head) == "zip" and path.suffix.lower() in self.suffixes else 0.0

    def read(self, path: Path, progress: Progress) -> Iterator[Article | UnreadablePart]:
        """The chapters with text, in reading order. Raises UnreadableFile."""
        with open_zip(path) as packed:
            refuse_total(packed, path)
            container = xml_of(part_of(packed, _CONTAINER, path), path)
            root = next((one.get("full-path") or "" for one in container.iter("{*}rootfile")), "")
            book = xml_of(part_of(packed, root, path), path)
            chapters = list(_chapters(book, root))
            for done, name in enumerate(chapters):
                progress.step(done, len(chapters), path.name)
                try:
                    article = _chapter(decode(part_of(packed, name, path)), path)
                except UnreadableFile as error:
                    yield UnreadablePart(error.what, name=name, hint=error.hint)
                    continue
                if article is not None:
                    yield _with_book(article, book)


def _chapters(book: Any, root: str) -> Iterator[str]:
    """The names of the chapters' parts in reading order; the list of contents is none."""
    items = {item.get("id"): item for item in book.iter("{*}item")}
    named: set[str] = set()
    for reference in book.iter("{*}itemref"):
        item = items.get(reference.get("idref"))
        if item is None or "nav" in (item.get("properties") or "").split():
            continue
        if item.get("media-type") in _PAGES:
            place = unquote((item.get("href") or "").partition("#")[0])
            name = posixpath.normpath(posixpath.join(posixpath.dirname(root), place))
            # A book may name a chapter again and again; it is read once.
            if name not in named:
                named.add(name)
                yield name


def _chapter(html: str, path: Path) -> Article | None:
    if not any(map(str.isalnum, html)):
        return None
    page = parse_page(html, path)
    titles = [" ".join(h.text_content().split()) for h in page.iter("h1", "h2", "h3", "h4")]
    lines = element_lines(page)
    if sum(len(line.split()) for line in lines) < _FEWEST_WORDS:
        return None
    headings = {index for index, line in enumerate(lines) if line in titles}
    return article_from_lines(lines, headings, path)


def _with_book(article: Article, book: Any) -> Article:
    def said(name: str) -> str:
        found = next(("".join(one.itertext()) for one in book.iter(f"{{*}}{name}")), "")
        return " ".join(found.split())

    source = article.source
    creators = ["".join(one.itertext()) for one in book.iter("{*}creator")]
    authors = tuple(" ".join(name.split()) for name in creators if "calibre" not in name.lower())
    stated: dict[str, Any] = {
        "outlet": said("title"),
        "authors": tuple(name for name in authors if name),
        "published": iso_moment(said("date")) if said("date") else None,
    }
    known = {n: value for n, value in stated.items() if value and not getattr(source, n)}
    evidence = {**source.evidence, **dict.fromkeys(known, "the book's description of itself")}
    return replace(article, source=replace(source, **known, evidence=evidence))
