"""The lines of a PDF page with their places, from pdfium's characters."""

import ctypes
import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Any

from briefer.text.cleaning import clean_line

# Pages with more characters are drawings or traps; newspapers' fullest pages have 25,000.
_MOST_CHARACTERS = 200_000
# A gap this many letter heights wide inside a line parts columns or cells.
_GAP = 1.1
# Fewer pairs side by side than this are a byline or a table, not columns of text.
_FEWEST_ROWS = 8
# How pdfium marks a hyphen at a line's end, after which it says of no new line.
_LINE_END_HYPHENS = (0x02, 0xFFFE)
_RTL = re.compile("[\u0590-\u08ff\ufb1d-\ufefc]")


@dataclass(frozen=True)
class Line:
    """A line or a piece of one: text, edges and baseline in points from the lower left, letter size."""

    text: str
    left: float
    right: float
    bottom: float
    size: float


def page_lines(page: Any, before: Sequence[float] = ()) -> tuple[list[Line], Sequence[float]]:
    """The page's lines in reading order, and the edges of the columns that had to be put in order.

    The order in which the file stores them is kept unless it runs across columns. `before` are the
    edges on the page before: a last page of few lines is set alike.
    """
    rows = _rows(_pieces(page))
    edges = _gutters(rows, before)
    if not edges:
        return [_joined(row) for row in rows], ()
    return list(_by_columns(rows, edges)), edges


def _pieces(page: Any) -> Iterator[list[Line]]:
    """The pieces of each stored line, parted at wide gaps."""
    from pypdfium2 import raw

    text_page, rotation = page.get_textpage(), page.get_rotation()
    count = min(text_page.count_chars(), _MOST_CHARACTERS)
    edges = [ctypes.c_double() for _ in range(4)]
    row: list[Line] = []
    letters: list[str] = []
    box: list[float] = []

    def close() -> None:
        text = clean_line("".join(letters))
        if text and box:
            row.append(Line(text, box[0], box[1], box[2], box[3]))
        letters.clear()
        box.clear()

    for index in range(count):
        code = raw.FPDFText_GetUnicode(text_page, index)
        if code in (10, 13):
            close()
            if row:
                yield row
                row = []
            continue
        if code in _LINE_END_HYPHENS:
            letters.append("-")
            close()
            yield row
            row = []
            continue
        letter = chr(code) if code else ""
        if letter.isspace() or not raw.FPDFText_GetCharBox(text_page, index, *edges):
            letters.append(letter)
            continue
        start, end = _across(rotation, *(edge.value for edge in edges))
        if box and start - box[1] > _GAP * max(box[3], 4.0):
            close()
        letters.append(letter)
        if box:
            box[0], box[1] = min(box[0], start), max(box[1], end)
        else:
            box += [start, end, *_set(text_page, index, rotation)]
    close()
    if row:
        yield row


def _across(
    rotation: int, left: float, right: float, bottom: float, top: float
) -> tuple[float, float]:
    """The edges of a letter along its line, as the page is shown (turned clockwise)."""
    return {90: (bottom, top), 180: (-right, -left), 270: (-top, -bottom)}.get(
        rotation, (left, right)
    )


def _set(text_page: Any, index: int, rotation: int) -> tuple[float, float]:
    """The baseline and the size in which a letter is set, as the page is shown."""
    from pypdfium2 import raw

    x, y = ctypes.c_double(), ctypes.c_double()
    matrix = raw.FS_MATRIX()
    raw.FPDFText_GetCharOrigin(text_page, index, x, y)
    baseline = {90: -x.value, 180: -y.value, 270: x.value}.get(rotation, y.value)
    size = raw.FPDFText_GetFontSize(text_page, index)
    if raw.FPDFText_GetMatrix(text_page, index, matrix):
        size *= math.hypot(matrix.c, matrix.d)
    return baseline, size


def _rows(stored: Iterator[list[Line]]) -> list[list[Line]]:
    """The stored lines; those that go on to the right at the same height are one row."""
    rows: list[list[Line]] = []
    for pieces in stored:
        # Letters of no size, or beyond all pages, make no line.
        if not pieces:
            continue
        if rows and _goes_on(rows[-1][-1], pieces[0]):
            rows[-1].extend(pieces)
        else:
            rows.append(list(pieces))
    return rows


def _goes_on(before: Line, after: Line) -> bool:
    height = max(before.size, after.size)
    return abs(before.bottom - after.bottom) < 0.5 * height and after.left >= before.right - 1


def _joined(row: Sequence[Line]) -> Line:
    if len(row) == 1:
        return row[0]
    return Line(
        " ".join(piece.text for piece in row),
        row[0].left,
        max(piece.right for piece in row),
        min(piece.bottom for piece in row),
        max(piece.size for piece in row),
    )


def _gutters(rows: Sequence[Sequence[Line]], before: Sequence[float]) -> Sequence[float]:
    """Where the gaps between columns of running text stand, when rows run across them."""
    pairs = [pair for row in rows for pair in pairwise(row)]
    if pairs and all(any(0 <= b.left - edge < 6 for edge in before) for _, b in pairs):
        return before
    if len(pairs) < _FEWEST_ROWS or sum(len(row) > 1 for row in rows) < 0.3 * len(rows):
        return []
    words = [len(piece.text.split()) for pair in pairs for piece in pair]
    # Cells of tables hold a name or a number.
    if median(words) < 3:
        return []
    middles = sorted((a.right + b.left) / 2 for a, b in pairs)
    # Ragged lines leave gaps of many widths; a gutter is where the right-hand pieces begin.
    starts = sorted(b.left for _, b in pairs)
    found: list[float] = []
    group = [starts[0]]
    for start in [*starts[1:], float("inf")]:
        if start - group[-1] < 6:
            group.append(start)
            continue
        if len(group) >= 0.25 * len(middles):
            found.append(min(group) - 1)
        group = [start]
    return found


def _by_columns(rows: Sequence[Sequence[Line]], edges: Sequence[float]) -> Iterator[Line]:
    """The rows column by column; a line across a gutter ends the columns above it."""
    columns: list[list[Line]] = [[] for _ in range(len(edges) + 1)]
    letters = "".join(piece.text for row in rows[:60] for piece in row)
    backwards = 3 * len(_RTL.findall(letters)) > len(letters)
    for row in sorted(rows, key=lambda row: -max(piece.bottom for piece in row)):
        across = any(p.left < edge - 2 and p.right > edge + 2 for p in row for edge in edges)
        if across:
            yield from _emptied(columns, backwards=backwards)
            yield _joined(row)
            continue
        for piece in row:
            columns[sum(piece.left >= edge for edge in edges)].append(piece)
    yield from _emptied(columns, backwards=backwards)


def _emptied(columns: list[list[Line]], *, backwards: bool) -> Iterator[Line]:
    for column in reversed(columns) if backwards else columns:
        yield from column
        column.clear()
