"""Reads Nexis Uni and Lexis Advance exports in Word."""

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from briefer.importers.newsdb.cuts import articles
from briefer.importers.newsdb.nexis_lines import Line, cuts_from, declared
from briefer.importers.packed import open_zip, part_of, xml_of
from briefer.importers.sniffing import kind_of
from briefer.model.article import Article
from briefer.model.errors import UnreadableFile, UnreadablePart
from briefer.plugins import Progress
from briefer.text.cleaning import clean_line

_MAIN = "word/document.xml"
# An article exported alone has no number; its text and its fields are marked all the same.
_SINGLE = re.compile(rb'bookmarkStart[^>]{0,200}"Body"')
_LINKS = "word/_rels/document.xml.rels"


class NexisWord:
    """The importer of Nexis's Word files."""

    name = "nexis-docx"
    suffixes = frozenset({".docx"})

    def claims(self, head: bytes, path: Path) -> float:
        """Sure of a Word file with the bookmark of a first article, or of a single one's text."""
        if kind_of(head) not in ("word", "zip"):
            return 0.0
        try:
            with open_zip(path) as packed:
                main = part_of(packed, _MAIN, path)
        except (UnreadableFile, OSError):
            return 0.0
        return 1.1 if b'"Bookmark_1"' in main or _SINGLE.search(main) else 0.0

    def read(self, path: Path, progress: Progress) -> Iterator[Article | UnreadablePart]:
        """The articles of the export. Raises UnreadableFile."""
        progress.step(0, 1, path.name)
        with open_zip(path) as packed:
            main = xml_of(part_of(packed, _MAIN, path), path)
            links = _links(packed, path)
        lines = list(_lines(main, links))
        yield from articles(cuts_from(lines), declared=declared(lines))


def _links(packed: zipfile.ZipFile, path: Path) -> dict[str, str]:
    if _LINKS not in packed.namelist():
        return {}
    root = xml_of(part_of(packed, _LINKS, path), path)
    return {link.get("Id") or "": link.get("Target") or "" for link in root.iter("{*}Relationship")}


def _lines(main: Any, links: dict[str, str]) -> Iterator[Line]:
    for paragraph in main.iter("{*}p"):
        bookmarks = tuple(_own(mark, "name") for mark in paragraph.iter("{*}bookmarkStart"))
        link = next((links.get(_own(one, "id"), "") for one in paragraph.iter("{*}hyperlink")), "")
        pieces: list[str] = []
        for element in paragraph.iter("{*}t", "{*}tab", "{*}br", "{*}noBreakHyphen"):
            name = element.tag.rpartition("}")[2]
            pieces.append(
                {"t": element.text or "", "br": "\n", "noBreakHyphen": "-"}.get(name, " ")
            )
        broken = [clean_line(line) for line in "".join(pieces).split("\n")]
        filled = [line for line in broken if line] or [""]
        yield Line(filled[0], bookmarks, link)
        yield from (Line(line) for line in filled[1:])


def _own(element: Any, name: str) -> str:
    return next((v for key, v in element.attrib.items() if key.rpartition("}")[2] == name), "")
