"""Reads LexisNexis exports in plain text: hard-wrapped, outlets and dates centred by blanks."""

import re
from collections.abc import Iterator
from pathlib import Path

from briefer.importers.newsdb.cuts import articles
from briefer.importers.newsdb.lexis_blocks import Block, is_counter, numbered
from briefer.importers.sniffing import kind_of, lines_of, start_of
from briefer.model.article import Article
from briefer.model.errors import UnreadablePart
from briefer.plugins import Progress
from briefer.text.cleaning import decode

# Centred lines stand at least so deep; text is never indented by more (measured: 11 and 5).
_DEEP = 8


class LexisText:
    """The importer of LexisNexis's plain texts."""

    name = "lexisnexis-txt"
    suffixes = frozenset({".txt"})

    def claims(self, head: bytes, path: Path) -> float:
        """Sure of a text in which "1 of 100 DOCUMENTS" stands on a line of its own."""
        if kind_of(head) != "text":
            return 0.0
        lines = lines_of(start_of(path, head))
        return 0.95 if any(len(line) < 120 and is_counter(line) for line in lines) else 0.0

    def read(self, path: Path, progress: Progress) -> Iterator[Article | UnreadablePart]:
        """The articles of the export."""
        progress.step(0, 1, path.name)
        yield from articles(numbered(_parts(decode(path.read_bytes()))))


def _parts(text: str) -> Iterator[list[Block]]:
    blocks: list[Block] | None = None
    for line in re.split(r"\r\n?|\n|\x0c", text):
        if is_counter(line):
            if blocks is not None:
                yield blocks
            blocks = [Block([])]
        elif blocks is not None:
            _put(blocks, line)
    if blocks is not None:
        yield blocks


def _put(blocks: list[Block], line: str) -> None:
    bare = line.strip()
    if not bare:
        if blocks[-1].lines:
            blocks.append(Block([]))
        return
    centred = len(line) - len(line.lstrip()) >= _DEEP
    if blocks[-1].lines and blocks[-1].centred != centred:
        blocks.append(Block([]))
    blocks[-1].lines.append(bare)
    blocks[-1].centred = centred
