"""Reads RTF as word processors write it: one article."""

from collections.abc import Iterator
from pathlib import Path

from briefer.importers.lines_article import article_from_lines
from briefer.importers.rtf_text import rtf_paragraphs
from briefer.importers.sniffing import kind_of
from briefer.model.article import Article
from briefer.plugins import Progress

# A bold line this short is a heading, a longer one an emphasis (characters).
_LONGEST_HEADING = 200


class RtfFile:
    """The importer of RTF documents."""

    name = "rtf"
    suffixes = frozenset({".rtf"})

    def claims(self, head: bytes, path: Path) -> float:
        """Sure of the mark every RTF file begins with."""
        if kind_of(head) != "rtf":
            return 0.0
        return 0.9 if path.suffix.lower() in self.suffixes else 0.8

    def read(self, path: Path, progress: Progress) -> Iterator[Article]:
        """The one article in the document. Raises UnreadableFile."""
        progress.step(0, 1, path.name)
        lines: list[str] = []
        headings: set[int] = set()
        for paragraph in rtf_paragraphs(path.read_bytes()):
            for line in paragraph.text.split("\n"):
                if paragraph.bold and len(line) <= _LONGEST_HEADING:
                    headings.add(len(lines))
                lines.append(line)
        yield article_from_lines(lines, headings, path)
