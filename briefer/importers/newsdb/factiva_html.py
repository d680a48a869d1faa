"""Reads Factiva's web pages, full (a table of codes) and plain (bare lines in a fixed order)."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from briefer.importers.markup import decode_page, element_lines, parse_page
from briefer.importers.newsdb.cuts import Cut, articles, day
from briefer.importers.newsdb.factiva_codes import CODES, cut_from_codes
from briefer.importers.newsdb.labels import COPYRIGHT, LENGTH, language_code
from briefer.importers.sniffing import kind_of, start_of
from briefer.model.article import Article
from briefer.model.errors import UnreadablePart
from briefer.plugins import Progress

_CLASS = re.compile(r"(?:^|\s)article\s+([a-z]{2})Article\b")
_CLOCK = re.compile(r"\d{1,2}:\d\d(?::\d\d)?(?: ?[ap]\.?m\.?)?", re.IGNORECASE)
_PAGES = re.compile(r"[A-Z]{0,3}[-. ]?\d{1,4}[A-Z]?(?:[,;\- ]+[A-Z]{0,3}\d{1,4})*")


class FactivaPage:
    """The importer of Factiva's web pages."""

    name = "factiva-html"
    suffixes = frozenset({".html", ".htm"})

    def claims(self, head: bytes, path: Path) -> float:
        """Sure of a page with Factiva's title or its classes of articles."""
        if kind_of(head) != "html":
            return 0.0
        start = start_of(path, head)
        marked = b"articleParagraph" in start and b"Article" in start
        named = b"<title>Factiva" in start and b'class="article ' in start
        return (
            0.97 if named or (marked and re.search(rb'class="article \w\wArticle', start)) else 0.0
        )

    def read(self, path: Path, progress: Progress) -> Iterator[Article | UnreadablePart]:
        """The articles of the export. Raises UnreadableFile."""
        progress.step(0, 1, path.name)
        yield from articles(_cuts(parse_page(decode_page(path.read_bytes()), path)))


def _cuts(page: Any) -> Iterator[Cut]:
    number = 0
    for element in page.iter("div"):
        found = _CLASS.search(element.get("class") or "")
        if found is None:
            continue
        number += 1
        rows = list(_rows(element))
        cut = cut_from_codes(number, rows) if rows else _plain(number, element)
        cut.learn("language", found[1], "the export's mark")
        yield cut


def _rows(element: Any) -> Iterator[tuple[str, list[str]]]:
    for row in element.iter("tr"):
        cells = row.findall("td")
        code = " ".join(cells[0].text_content().split()) if len(cells) == 2 else ""
        if code in CODES:
            yield code, element_lines(cells[1])


def _plain(number: int, element: Any) -> Cut:
    cut = Cut(number)
    before: list[str] = []
    after: list[str] = []
    titled = False
    for child in element:
        if not isinstance(child.tag, str):
            continue
        lines = element_lines(child)
        if child.get("id") == "hd":
            titled = True
            cut.learn("title", " ".join(lines), "the headline in the export")
        elif "author" in (child.get("class") or "").split():
            cut.learn("authors", " ".join(lines), "the line under the headline")
        elif child.tag == "div":
            (after if titled else before).extend(lines)
        elif "articleParagraph" in (child.get("class") or ""):
            cut.lines += lines
    cut.learn("section", " ".join(before), "the line above the headline")
    _read_fields(cut, after)
    return cut


def _read_fields(cut: Cut, lines: Sequence[str]) -> None:
    """Length, date, time, outlet, its code, edition, page, language: each may be missing."""
    where = "its place under the headline"
    at = next((i for i, line in enumerate(lines) if LENGTH.fullmatch(line)), -1)
    rest = list(lines[at + 1 :])
    if at > 0:
        cut.learn("authors", lines[0], "the line under the headline")
    if rest and day(rest[0]):
        cut.learn("published", rest.pop(0), where)
    if rest and _CLOCK.fullmatch(rest[0]):
        rest.pop(0)
    end = next((i for i, line in enumerate(rest) if COPYRIGHT.match(line)), len(rest))
    rest = rest[:end]
    if rest and len(rest) > 1 and language_code(rest[-1]):
        cut.learn("language", rest.pop(), where)
    if rest:
        cut.learn("outlet", rest.pop(0), where)
    # What is left are codes of the outlet, an edition, the page and the number of the issue.
    pages = [line for line in rest if _PAGES.fullmatch(line)]
    cut.learn("page", pages[0] if pages else "", where)
