"""The masthead, the table of contents, and what stands on every page."""

from collections.abc import Sequence

from briefer.exporters.colors import ACCENT, GREY, INK, RULE
from briefer.exporters.fonts import SANS, Cut
from briefer.exporters.listing import Row, facts_line
from briefer.exporters.look import MARGIN_SIDE, MARKING_SIZE, Setting, marking_color
from briefer.exporters.pdf_canvas import PageCanvas
from briefer.exporters.pdf_strips import Column, Element, Fill, ParagraphSetting, Strip
from briefer.exporters.setting import set_lines
from briefer.exporters.shaping import Style
from briefer.model.document import Document, Masthead, Run

_KICKER = Setting(Cut(SANS, bold=True), 11, 15.0, 0, ACCENT, close=(10, 13.0, 0))
_TITLE = Setting(Cut(SANS, bold=True), 25, 30.0, 2, INK, close=(20, 24.0, 0))
_DATE = Setting(Cut(SANS), 11.5, 16.0, 2, GREY)
_LABEL = Setting(Cut(SANS), 8.2, 11.0, 0, GREY)
_VALUE = Setting(Cut(SANS, bold=True), 9.6, 13.0, 0, INK)
_FACTS = Setting(Cut(SANS), 9.5, 13.0, 1, INK)
_CONTENTS_HEADING = Setting(Cut(SANS, bold=True), 11.5, 16.0, 18, ACCENT)
_ENTRY = {
    1: Setting(Cut(SANS, bold=True), 9.8, 15.0, 3, INK),
    3: Setting(Cut(SANS), 9.4, 14.0, 0, INK, 12),
}
_FURNITURE = Style(Cut(SANS), 8.8, GREY)
_PAGE_NUMBER_WIDTH = 34.0


def masthead(head: Masthead, paragraphs: ParagraphSetting, width: float) -> list[Strip]:
    """Kicker, title, date, a thick rule and the labelled facts in columns."""
    full = Column(0.0, width)
    design = paragraphs.design
    bar = Fill(0, 0, width, 3.0, design.accent)
    strips = [Strip(3.0, fills=[bar], glued=True), Strip(design.space(9.0))]
    if head.kicker:
        strips += paragraphs.paragraph([Run(head.kicker)], _KICKER, full, element=Element("P"))
    strips += paragraphs.paragraph([Run(head.title)], _TITLE, full, element=Element("Title"))
    if design.is_dense:
        strips += paragraphs.paragraph(facts_line(head), _FACTS, full, element=Element("P"))
        return _closed(strips, design.space(9.0), width)
    if head.date:
        strips += paragraphs.paragraph([Run(head.date)], _DATE, full, element=Element("P"))
    for at in range(0, len(head.facts), 3):
        strips += _facts(head.facts[at : at + 3], paragraphs, width)
    return _closed(strips, 9.0, width)


def _closed(strips: list[Strip], foot: float, width: float) -> list[Strip]:
    """The strips over a rule, on one page with what follows."""
    strips.append(Strip(foot, fills=[Fill(0, foot - 0.7, width, 0.7, RULE)]))
    for strip in strips:
        strip.glued = True
    return strips


def _facts(
    facts: Sequence[tuple[str, str]], paragraphs: ParagraphSetting, width: float
) -> list[Strip]:
    """Labels over values, three to a row."""
    gap = 14.0
    share = (width - 2 * gap) / 3
    cells: list[list[Strip]] = []
    for number, (label, value) in enumerate(facts):
        x = number * (share + gap)
        column = Column(width - x - share if paragraphs.mirrored else x, share)
        element = Element("P")
        cells.append(
            [
                *paragraphs.paragraph([Run(label)], _LABEL, column, element=element)[:1],
                *paragraphs.paragraph([Run(value)], _VALUE, column, element=element)[:4],
            ]
        )
    strips = []
    for row in range(max(len(cell) for cell in cells)):
        marks = [mark for cell in cells if row < len(cell) for mark in cell[row].marks]
        leading = _VALUE.leading if row else _LABEL.leading
        strips.append(Strip(leading, marks, before=0.0 if row else 9.0))
    return strips


def contents(
    document: Document, paragraphs: ParagraphSetting, width: float, rows: Sequence[Row]
) -> list[Strip]:
    """The headings with room for their page numbers, which are added when pages are drawn."""
    body = Element("TOC")
    strips = paragraphs.paragraph(
        [Run(document.contents)], _CONTENTS_HEADING, Column(0.0, width), element=Element("P")
    )
    for strip in strips:
        strip.glued = True
    room = width - _PAGE_NUMBER_WIDTH
    column = Column(_PAGE_NUMBER_WIDTH if paragraphs.mirrored else 0.0, room)
    for text, level, anchor in rows:
        made = paragraphs.paragraph(
            [Run(text, link=f"#{anchor}")],
            _ENTRY[level],
            column,
            element=Element("TOCI", body),
            fixed=True,
        )
        for strip in made:
            # A list of contents is seen at a glance: it stands on one page.
            strip.glued = True
        made[-1].entry = anchor
        strips += made
    strips.append(Strip(10.0, fills=[Fill(0, 9.3, width, 0.7, RULE)]))
    return strips


def draw_furniture(
    page: PageCanvas,
    document: Document,
    paragraphs: ParagraphSetting,
    size: tuple[float, float],
    numbers: tuple[int, int],
) -> None:
    """Header and footer of page `numbers[0]` of `numbers[1]`."""
    width, height = size
    furniture = document.furniture
    left, right = MARGIN_SIDE, width - MARGIN_SIDE
    number, count = numbers
    page.begin("/Artifact BMC")
    for baseline in (40.0, height - 34.0):
        if furniture.marking:
            _marking(page, furniture.marking, paragraphs, (left, right), baseline)
    header = furniture.header if number > 1 else ""
    _furniture_line(page, header, paragraphs, (left, right - 140), 40.0, flush="start")
    if number > 1:
        page.fill(left, 52.0, right - left, 0.7, RULE)
    page.fill(left, height - 52.0, right - left, 0.7, RULE)
    label = furniture.page.format(page=number, pages=count)
    footer = height - 34.0
    _furniture_line(page, label, paragraphs, (left, right), footer, flush="center")
    _furniture_line(page, furniture.footer, paragraphs, (left, right - 290), footer, flush="start")
    page.end()


def _furniture_line(
    page: PageCanvas,
    text: str,
    paragraphs: ParagraphSetting,
    edges: tuple[float, float],
    baseline: float,
    *,
    flush: str,
) -> None:
    """The first line of `text` between the edges; in a right-to-left document seen in a mirror."""
    left, right = edges
    lines = set_lines(
        [(text, _FURNITURE)],
        right - left,
        language=paragraphs.language,
        base=int(paragraphs.mirrored),
        missing=paragraphs.missing,
    )
    if not lines:
        return
    width = lines[0].width
    x = left
    if flush == "center":
        x = left + (right - left - width) / 2
    elif paragraphs.mirrored:
        # What ends at `left` in the mirror of the page.
        x = left + (right - left) - width + (140 if baseline < 100 else 290)
    page.line(lines[0], x, baseline)


def _marking(
    page: PageCanvas,
    marking: str,
    paragraphs: ParagraphSetting,
    edges: tuple[float, float],
    baseline: float,
) -> None:
    """The label in its colour on black, at the outer edge."""
    left, right = edges
    style = Style(Cut(SANS, bold=True), MARKING_SIZE, marking_color(marking))
    lines = set_lines(
        [(marking, style)],
        right - left,
        language="",
        base=0,
        missing=paragraphs.missing,
    )
    width = lines[0].width
    x = left + 6 if paragraphs.mirrored else right - width - 6
    page.fill(x - 6, baseline - 13.5, width + 12, 18.5, "#000000")
    page.line(lines[0], x, baseline)
