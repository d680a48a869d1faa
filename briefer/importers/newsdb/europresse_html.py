"""Reads Europresse's web pages: the newer ones of `article` elements, the older ones of tables."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from briefer.importers.markup import decode_page, element_lines, parse_page
from briefer.importers.newsdb.cuts import Cut, articles, day
from briefer.importers.newsdb.labels import COPYRIGHT, LENGTH, PAGE
from briefer.importers.sniffing import kind_of, start_of
from briefer.importers.source_guess import names_in
from briefer.model.article import Article
from briefer.model.errors import UnreadablePart
from briefer.plugins import Progress

_MARKS = (b"DocPublicationName", b"titreArticleVisu", b"TitreArticleVisu", b"docOcurrContainer")
_NUMBER = re.compile(
    r"(?:numéro de document|document number|número de documento|news·\d)", re.IGNORECASE
)
# A byline between headline and text is a line; what is longer is a standfirst (characters).
_LONGEST_BYLINE = 120


class EuropressePage:
    """The importer of Europresse's web pages."""

    name = "europresse-html"
    suffixes = frozenset({".html", ".htm"})

    def claims(self, head: bytes, path: Path) -> float:
        """Sure of a page with the database's classes."""
        if kind_of(head) != "html":
            return 0.0
        start = start_of(path, head)
        return 0.97 if sum(mark in start for mark in _MARKS) >= 2 else 0.0

    def read(self, path: Path, progress: Progress) -> Iterator[Article | UnreadablePart]:
        """The articles of the export. Raises UnreadableFile."""
        progress.step(0, 1, path.name)
        page = parse_page(decode_page(path.read_bytes()), path)
        yield from articles(_cut(number, one) for number, one in enumerate(_containers(page), 1))


def _containers(page: Any) -> list[Any]:
    """The smallest `article` or table cell around each publication's name."""
    found: list[Any] = []
    for name in page.xpath("//*[contains(@class, 'DocPublicationName')]"):
        around = next((one for one in name.iterancestors("article", "td")), name.getparent())
        if around is not None and around not in found:
            found.append(around)
    return found


def _cut(number: int, container: Any) -> Cut:
    cut = Cut(number)
    outlet = _first(container, "DocPublicationName")
    cut.learn("outlet", " ".join(_lines(outlet)), "the publication's name above the headline")
    # Some versions put one header into another: the innermost say all.
    heads = container.xpath(
        ".//*[contains(@class, 'DocHeader')][not(.//*[contains(@class, 'DocHeader')])]"
    )
    _read_header(cut, " ".join(" ".join(element_lines(head)) for head in heads))
    title = _first(container, "itreArticleVisu")
    cut.learn("title", " ".join(_lines(title)), "the headline in the export")
    text = _first(container, "docOcurrContainer")
    if text is not None:
        subtitle = " ".join(_lines(_first(container, "rdp__subtitle")))
        if subtitle:
            cut.headings.add(0)
            cut.lines.append(subtitle)
        cut.lines += _until_end(element_lines(text))
        byline = _first(container, "docAuthors")
        if byline is None:
            byline = _first(container, "sm-margin-bottomNews")
        cut.learn("authors", " ".join(_lines(byline)), "the line under the headline")
        return cut
    _read_old_text(cut, container, title)
    return cut


def _first(container: Any, name: str) -> Any:
    found = container.xpath(f".//*[contains(@class, '{name}')]")
    return found[0] if found else None


def _lines(element: Any) -> list[str]:
    return [] if element is None else element_lines(element)


def _read_header(cut: Cut, header: str) -> None:
    """Read "Éditorial, jeudi 4 octobre 2012, p. 03" and "Politique, lundi 3 mars 2018 512 mots"."""
    section: list[str] = []
    for part in re.split(r"\s*,\s*", LENGTH.sub(", ", header)):
        page = PAGE.fullmatch(part)
        if page:
            cut.learn("page", part, "the line above the headline")
        elif day(part):
            cut.learn("published", part, f'the line "{header[:80]}" above the headline')
        elif part and "published" not in cut.says:
            section.append(part)
    if "published" not in cut.says and day(header):
        # English dates hold commas of their own ("Saturday, March 3, 2018").
        cut.learn("published", header, f'the line "{header[:80]}" above the headline')
        section = [part for part in section if not re.search(r"\d", part) and len(part) > 1]
        section = section[:1] if section and not day(f"{section[0]} 1, 2000") else []
    kept = [part for part in section if not _WEEKDAY.fullmatch(part)]
    cut.learn("section", ", ".join(kept), "the line above the headline")


_WEEKDAY = re.compile(
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:lun|mar|mercre|jeu|vendre|same)di|dimanche|"
    r"lunes|martes|miércoles|jueves|viernes|sábado|domingo",
    re.IGNORECASE,
)


def _until_end(lines: Sequence[str]) -> list[str]:
    end = next((i for i, line in enumerate(lines) if _NUMBER.match(line)), len(lines))
    kept = list(lines[:end])
    while kept and COPYRIGHT.match(kept[-1]) and len(kept[-1]) < 200:
        kept.pop()
    return kept


def _read_old_text(cut: Cut, container: Any, title: Any) -> None:
    """Everything after the headline up to the copyright; a short line of names first is a byline."""
    lines = element_lines(container)
    headline = " ".join(_lines(title))
    at = next((i for i, line in enumerate(lines) if headline and line == headline), None)
    if at is None:
        at = next((i for i, line in enumerate(lines) if day(line)), -1)
    body = _until_end(lines[at + 1 :])
    if len(body) > 1 and _is_byline(body[0]):
        cut.learn("authors", body.pop(0), "the line under the headline")
    before = [line for line in lines[:at] if line not in (cut.value("outlet"), headline)]
    subtitle = before[-1] if before else ""
    if subtitle and not day(subtitle) and at > 0 and "published" in cut.says and len(before) > 1:
        cut.headings.add(len(cut.lines))
        cut.lines.append(subtitle)
    cut.lines += body


def _is_byline(line: str) -> bool:
    short = len(line) <= _LONGEST_BYLINE and not re.search(r"[.!?…]$", line)
    return short and bool(names_in(line))
