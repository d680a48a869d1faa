"""Reads LexisNexis exports in HTML: the same blocks as in plain text, centred by their classes."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from briefer.importers.markup import decode_page, element_lines, parse_page
from briefer.importers.newsdb.cuts import articles
from briefer.importers.newsdb.lexis_blocks import Block, is_counter, numbered
from briefer.importers.sniffing import kind_of, start_of
from briefer.model.article import Article
from briefer.model.errors import UnreadablePart
from briefer.plugins import Progress

_CENTRED = re.compile(r"\.(c\d+)\s*\{[^}]*text-align:\s*center", re.IGNORECASE)
_ANCHOR = re.compile(r"DOC_ID_\d+_\d+")


class LexisPage:
    """The importer of LexisNexis's web pages."""

    name = "lexisnexis-html"
    suffixes = frozenset({".html", ".htm"})

    def claims(self, head: bytes, path: Path) -> float:
        """Sure of a page with the database's anchors or its comment."""
        if kind_of(head) != "html":
            return 0.0
        start = start_of(path, head)
        return 0.97 if b"LXNComment" in start or b'"DOC_ID_0_' in start else 0.0

    def read(self, path: Path, progress: Progress) -> Iterator[Article | UnreadablePart]:
        """The articles of the export. Raises UnreadableFile."""
        progress.step(0, 1, path.name)
        html = decode_page(path.read_bytes())
        page = parse_page(html, path)
        yield from articles(numbered(_parts(page, set(_CENTRED.findall(html[:200_000])))))


def _parts(page: Any, centred: set[str]) -> Iterator[list[Block]]:
    blocks: list[Block] | None = None
    for element in page.iter("a", "p"):
        if element.tag == "a":
            if _ANCHOR.fullmatch(element.get("name") or ""):
                if blocks is not None:
                    yield blocks
                blocks = []
            continue
        if blocks is None:
            continue
        around = element.getparent()
        classes = {
            element.get("class") or "",
            (around.get("class") or "") if around is not None else "",
        }
        lines = element_lines(element)
        if lines and not (len(lines) == 1 and is_counter(lines[0])):
            blocks.append(Block(lines, bool(classes & centred), is_wrapped=False))
    if blocks is not None:
        yield blocks
