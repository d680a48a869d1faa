"""Reads Nexis Uni and Lexis Advance exports in PDF."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from briefer.importers.newsdb.cuts import articles
from briefer.importers.newsdb.nexis_lines import Line, cuts_from, declared, is_nexis
from briefer.importers.pdf_file import first_page, pdf_pages
from briefer.importers.pdf_lines import Line as Place
from briefer.importers.pdf_paragraphs import paragraphs
from briefer.importers.sniffing import kind_of
from briefer.model.article import Article
from briefer.model.errors import UnreadablePart
from briefer.plugins import Progress


@dataclass(frozen=True)
class _Printed(Line):
    """A line with its place on the paper."""

    place: Place | None = None
    page: int = 0


class NexisPdf:
    """The importer of Nexis's PDF files."""

    name = "nexis-pdf"
    suffixes = frozenset({".pdf"})

    def claims(self, head: bytes, path: Path) -> float:
        """Sure of a PDF whose first page lists the articles of an export."""
        if kind_of(head) != "pdf":
            return 0.0
        return 1.1 if is_nexis([Line(line.text) for line in first_page(path)]) else 0.0

    def read(self, path: Path, progress: Progress) -> Iterator[Article | UnreadablePart]:
        """The articles of the export. Raises UnreadableFile."""
        pages, _ = pdf_pages(path, progress)
        lines = [
            _Printed(line.text, place=line, page=number)
            for number, page in enumerate(pages)
            for line in page
        ]
        yield from articles(cuts_from(lines, _joined), declared=declared(lines))


def _joined(lines: Sequence[Line]) -> list[str]:
    printed = [line for line in lines if isinstance(line, _Printed)]
    pages = [
        [line.place for line in page if line.place is not None]
        for _, page in groupby(printed, key=lambda line: line.page)
    ]
    return [paragraph.text for paragraph in paragraphs(pages)]
