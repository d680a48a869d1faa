"""The strips of one page onto the canvas."""

from collections.abc import Mapping, Sequence

from briefer.exporters.colors import GREY
from briefer.exporters.fonts import SANS, Cut
from briefer.exporters.look import MARGIN_SIDE
from briefer.exporters.pdf_canvas import PageCanvas
from briefer.exporters.pdf_pages import Placed
from briefer.exporters.pdf_strips import Backdrop, Disc, ParagraphSetting
from briefer.exporters.pdf_structure import Marks, Structure
from briefer.exporters.setting import set_lines
from briefer.exporters.shaping import Style

_PAGE_NUMBER = Style(Cut(SANS), 9.4, GREY)
_BAR = 3.0


def draw_strips(
    page: PageCanvas,
    strips: Sequence[Placed],
    paragraphs: ParagraphSetting,
    structure: Structure,
    numbers: Mapping[str, int],
) -> None:
    """Grounds first, then rules, then text; `numbers` are the pages of the anchors."""
    width = float(page.canvas._pagesize[0]) - 2 * MARGIN_SIDE  # noqa: SLF001
    above = paragraphs.design.top
    page.begin("/Artifact BMC")
    _draw_backdrops(page, strips, width, above)
    for placed in strips:
        top = above + placed.top
        for fill in placed.strip.fills:
            page.fill(MARGIN_SIDE + fill.x, top + fill.down, fill.width, fill.height, fill.color)
        for shape in placed.strip.drawn:
            at = MARGIN_SIDE + shape.x, top + shape.down
            if isinstance(shape, Disc):
                page.disc(*at, shape.radius, shape.color)
            else:
                end = MARGIN_SIDE + shape.to_x, top + shape.to_down
                page.rod(at, end, shape.width, shape.color)
    page.end()
    marks = Marks(structure)
    for placed in strips:
        strip, top = placed.strip, above + placed.top
        if strip.anchor:
            page.bookmark(strip.anchor, max(top - 12, 0))
        for mark in strip.marks:
            page.line(mark.line, MARGIN_SIDE + mark.x, top + mark.down, marks, mark.element)
        if strip.entry in numbers:
            page.begin(marks.close())
            _draw_entry_number(page, placed, paragraphs, width, numbers[strip.entry])
    page.begin(marks.close())


def _draw_entry_number(
    page: PageCanvas,
    placed: Placed,
    paragraphs: ParagraphSetting,
    width: float,
    number: int,
) -> None:
    """A dotted leader and the page number at the far edge."""
    mark = placed.strip.marks[0]
    baseline = paragraphs.design.top + placed.top + mark.down
    line = set_lines(
        [(str(number), _PAGE_NUMBER)], 60, language="", base=0, missing=paragraphs.missing
    )[0]
    page.begin("/Artifact BMC")
    if paragraphs.mirrored:
        page.line(line, MARGIN_SIDE, baseline)
        start, end = MARGIN_SIDE + line.width + 6, MARGIN_SIDE + mark.x - 6
    else:
        x = MARGIN_SIDE + width - line.width
        page.line(line, x, baseline)
        start, end = MARGIN_SIDE + mark.x + mark.line.width + 6, x - 6
    if end - start > 8:
        page.dots(start, end, baseline, "#9aa5b1")
    page.end()


def _draw_backdrops(page: PageCanvas, strips: Sequence[Placed], width: float, above: float) -> None:
    """One ground under all strips of a backdrop on this page."""
    grounds: dict[Backdrop, tuple[float, float]] = {}
    for placed in strips:
        if placed.strip.backdrop is not None:
            top, _ = grounds.get(placed.strip.backdrop, (placed.top, 0.0))
            grounds[placed.strip.backdrop] = (top, placed.top + placed.strip.height)
    for backdrop, (top, bottom) in grounds.items():
        y = above + top
        page.fill(MARGIN_SIDE, y, width, bottom - top, backdrop.color)
        edge = MARGIN_SIDE + (width - _BAR if backdrop.mirrored else 0)
        page.fill(edge, y, _BAR, bottom - top, backdrop.bar)
