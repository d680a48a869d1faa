"""Reads the RTF exports of Nexis and Factiva."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from briefer.importers.newsdb.cuts import Cut, articles
from briefer.importers.newsdb.factiva_codes import CODES, cut_from_codes
from briefer.importers.newsdb.nexis_lines import Line, cuts_from, declared, is_nexis
from briefer.importers.rtf_text import RtfParagraph, rtf_paragraphs
from briefer.importers.sniffing import kind_of, start_of
from briefer.model.article import Article
from briefer.model.errors import UnreadablePart
from briefer.plugins import Progress
from briefer.text.cleaning import clean_line

# So many different codes alone in their cells are no accident.
_FEWEST_CODES = 4
# Word processors write half a megabyte of styles before the first letter.
_FIRST_BYTES = 8 << 20
_BOOKMARK = b"bkmkstart Bookmark_1}"


class NexisRtf:
    """The importer of Nexis's RTF files."""

    name = "nexis-rtf"
    suffixes = frozenset({".rtf"})

    def claims(self, head: bytes, path: Path) -> float:
        """Sure of RTF with Nexis's bookmarks or cover, and its ends of documents."""
        if kind_of(head) != "rtf":
            return 0.0
        marked = _BOOKMARK in start_of(path, head, _FIRST_BYTES)
        return 0.95 if marked or is_nexis(_lines(start_of(path, head))) else 0.0

    def read(self, path: Path, progress: Progress) -> Iterator[Article | UnreadablePart]:
        """The articles of the export."""
        progress.step(0, 1, path.name)
        lines = _lines(path.read_bytes())
        yield from articles(cuts_from(lines), declared=declared(lines))


class FactivaRtf:
    """The importer of Factiva's RTF files."""

    name = "factiva-rtf"
    suffixes = frozenset({".rtf"})

    def claims(self, head: bytes, path: Path) -> float:
        """Sure of RTF in whose tables Factiva's codes stand."""
        if kind_of(head) != "rtf":
            return 0.0
        found = {code for code, _ in _rows(list(rtf_paragraphs(start_of(path, head))))}
        return 0.95 if len(found) >= _FEWEST_CODES and "HD" in found else 0.0

    def read(self, path: Path, progress: Progress) -> Iterator[Article | UnreadablePart]:
        """The articles of the export."""
        progress.step(0, 1, path.name)
        yield from articles(_factiva_cuts(_rows(list(rtf_paragraphs(path.read_bytes())))))


def _lines(raw: bytes) -> list[Line]:
    lines: list[Line] = []
    for paragraph in rtf_paragraphs(raw):
        first, *rest = paragraph.text.split("\n")
        lines.append(Line(clean_line(first), paragraph.bookmarks, paragraph.link))
        lines.extend(Line(clean_line(line)) for line in rest)
    return lines


def _rows(paragraphs: Sequence[RtfParagraph]) -> list[tuple[str, list[str]]]:
    """Code and lines of each row; without tables, a code is parted from its value by a tab."""
    rows: list[tuple[str, list[str]]] = []
    for paragraph in paragraphs:
        text = paragraph.text
        code, tab, value = text.partition("\t")
        if clean_line(code) in CODES and (paragraph.cell == 0 or tab):
            rows.append((clean_line(code), []))
            text = value
        lines = [clean_line(line) for line in text.split("\n")]
        if rows:
            rows[-1][1].extend(line for line in lines if line)
    return rows


def _factiva_cuts(rows: Sequence[tuple[str, list[str]]]) -> Iterator[Cut]:
    """An article ends with its accession number, or where a code comes that it had before."""
    number = 0
    part: list[tuple[str, list[str]]] = []
    for code, lines in rows:
        if part and code in ("SE", "HD") and any(had in ("LP", "TD", code) for had, _ in part):
            number += 1
            yield cut_from_codes(number, part)
            part = []
        # What follows the accession number is furniture until the next code.
        part.append((code, lines[:1] if code == "AN" else lines))
    if any(code in ("HD", "LP", "TD") for code, _ in part):
        yield cut_from_codes(number + 1, part)
