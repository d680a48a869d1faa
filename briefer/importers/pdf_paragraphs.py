"""Lines of PDF pages to paragraphs: running heads dropped, hyphens undone, pages kept."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from briefer.importers.pdf_lines import Line

# Lines this near to a page's edge are running heads when they come back on other pages.
_EDGE_LINES = 2
_END = re.compile(r"[.!?…。！？:;؟][\"'”»’)\]]*$")
# A paragraph stands off by so much more than its lines do, or is set so much larger.
_STANDS_OFF, _LARGER = 1.35, 1.2
_INDENT = 0.8


@dataclass(frozen=True)
class Paragraph:
    """A paragraph, the page it begins on (from 1) and the height of its letters."""

    text: str
    page: int
    size: float


def without_running_heads(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """The pages without page numbers and without lines at the edges that stand on several pages."""
    seen: Counter[str] = Counter()
    for page in pages:
        seen.update({_bare(page[index].text) for index in _edges(page)})
    often = max(2, len(pages) // 2)
    kept: list[list[Line]] = []
    for page in pages:
        heads = {
            index
            for index in _edges(page)
            if not _bare(page[index].text)
            or (len(pages) > 1 and seen[_bare(page[index].text)] >= often)
        }
        kept.append([line for index, line in enumerate(page) if index not in heads])
    return kept


def _edges(page: Sequence[Line]) -> set[int]:
    """The first and last lines by place on the paper, whatever their order in the file."""
    order = sorted(range(len(page)), key=lambda index: -page[index].bottom)
    return {*order[:_EDGE_LINES], *order[-_EDGE_LINES:]}


def _bare(line: str) -> str:
    return re.sub(r"[\d\W]+", " ", re.sub(r"(?i)\bpage\b|\bseite\b|\bof\b", "", line)).strip()


def paragraphs(pages: Sequence[Sequence[Line]]) -> list[Paragraph]:
    """The paragraphs of all pages; a sentence that runs over a page or column goes on."""
    found: list[Paragraph] = []
    last: Line | None = None
    for number, page in enumerate(pages, 1):
        look = _Look(page)
        turned = True
        for line in page:
            if last is not None and look.goes_on(last, line, turned=turned):
                before = found[-1]
                found[-1] = Paragraph(_joined(before.text, line.text), before.page, before.size)
            else:
                found.append(Paragraph(line.text, number, line.size))
            last, turned = line, False
    return found


class _Look:
    """How a page is set: the distance of its lines, their width, and how it parts paragraphs."""

    def __init__(self, page: Sequence[Line]) -> None:
        steps = [a.bottom - b.bottom for a, b in pairwise(page) if _follows(a, b)]
        self._step = median(steps) if steps else 0.0
        wide = sum(step > _STANDS_OFF * self._step for step in steps)
        self._stands_off = wide >= 3 and wide >= 0.08 * len(steps)
        widths = sorted(line.right - line.left for line in page)
        self._full = widths[int(len(widths) * 0.8)] if widths else 1.0

    def goes_on(self, before: Line, line: Line, *, turned: bool) -> bool:
        """Whether `line` belongs to the paragraph of the line `before` it."""
        larger, smaller = max(before.size, line.size), max(min(before.size, line.size), 0.1)
        has_letters = len(line.text) > 3 and len(before.text) > 3
        if has_letters and larger > _LARGER * smaller * (1.25 if turned else 1.0):
            return False
        if turned or not _follows(before, line):
            # The next page or column: only an unfinished sentence goes over.
            return not _END.search(before.text)
        step = before.bottom - line.bottom
        if self._step and step > _STANDS_OFF * self._step:
            return False
        if self._stands_off:
            return True
        if line.left - before.left > _INDENT * line.size and _END.search(before.text):
            return False
        width = before.right - before.left
        ended = bool(_END.search(before.text))
        return width > 0.72 * self._full or (not ended and width > 0.5 * self._full)


def _follows(before: Line, line: Line) -> bool:
    """Whether a line stands under the other in the same column."""
    step = before.bottom - line.bottom
    beside = line.left > before.right or line.right < before.left
    return 0 < step < 4 * max(line.size, before.size, 1.0) and not beside


def _joined(before: str, line: str) -> str:
    if before.endswith("-") and line[:1].islower():
        return before[:-1] + line
    return f"{before} {line}"
