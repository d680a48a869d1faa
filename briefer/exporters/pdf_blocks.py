"""Blocks of a document to strips."""

from collections.abc import Iterator, Sequence

from briefer.exporters.colors import ACCENT, GREY, INK, RULE
from briefer.exporters.fonts import SANS, SERIF, Cut
from briefer.exporters.look import HEADINGS, PARAGRAPHS, Setting
from briefer.exporters.pdf_pictures import picture_strips
from briefer.exporters.pdf_strips import (
    Backdrop,
    Column,
    Element,
    Fill,
    Mark,
    ParagraphSetting,
    Strip,
)
from briefer.model.document import (
    Block,
    Box,
    Bullets,
    Figures,
    Heading,
    Look,
    PageBreak,
    Paragraph,
    Picture,
    Run,
    SourceList,
    Table,
    numbered,
)

_PAD = 12.0
_CELL_PAD = 4.0
_BULLET_INDENT = 14.0
_NUMBER_INDENT = 26.0
_TABLE_HEAD = Setting(Cut(SANS, bold=True), 8.8, 12.0, 0, GREY, close=(8.5, 11.0, 0))
_TABLE_CELL = Setting(Cut(SANS), 9.4, 13.0, 0, INK, hyphens=True, close=(9, 11.6, 0))
_SOURCE_ENTRY = Setting(Cut(SANS), 9.2, 13.0, 4, INK, close=(8.5, 11.2, 1.2))
_FIGURE = Setting(Cut(SANS, bold=True), 22, 27.0, 8, ACCENT, close=(17, 20.0, 4))
_FIGURE_LABEL = Setting(Cut(SANS), 9, 12.5, 0, GREY, close=(8.5, 11.2, 0))
_BOX_LABEL = Setting(Cut(SANS, bold=True), 10.5, 14.0, 0, ACCENT, close=(9.5, 12.0, 0))
_BULLET = Setting(Cut(SERIF), 10.5, 15.0, 4, INK, hyphens=True, close=(10, 13.4, 2))
# Rows of at most this many lines are never split over two pages.
_WHOLE_ROW = 12
# Tables up to this height (points, a fifth of a page) are not split either; kept whole, a longer one
# would leave the page before it half empty.
_WHOLE_TABLE = 140.0


class BlockSetting:
    """Sets the blocks of one document in a type area `width` points wide."""

    def __init__(self, paragraphs: ParagraphSetting, width: float) -> None:
        self._paragraphs = paragraphs
        self._design = paragraphs.design
        self._width = width
        self._mirrored = paragraphs.mirrored
        self._full = Column(0.0, width)

    def strips(self, blocks: Sequence[Block]) -> list[Strip]:
        """All blocks in order."""
        result: list[Strip] = []
        breaks = False
        for block in blocks:
            if isinstance(block, PageBreak):
                breaks = True
                continue
            made = list(self._block(block))
            if result and isinstance(block, Paragraph) and block.look is Look.SMALL:
                # A note on the sources or on a text does not stand on a page by itself.
                result[-1].glued = True
            if made and breaks:
                made[0].breaks, breaks = True, False
            result += made
        return result

    def _block(self, block: Block) -> Iterator[Strip]:
        if isinstance(block, Heading):
            return self._heading(block)
        if isinstance(block, Paragraph):
            return self._paragraph(block, self._full)
        if isinstance(block, Bullets):
            return self._bullets(block, self._full)
        if isinstance(block, Box):
            return self._box(block)
        if isinstance(block, Table):
            return self._table(block)
        if isinstance(block, Figures):
            return self._figures(block)
        if isinstance(block, Picture):
            return iter(picture_strips(block, self._paragraphs, self._width))
        if isinstance(block, SourceList):
            return self._sources(block)
        return iter(())

    def _heading(self, block: Heading) -> Iterator[Strip]:
        setting = HEADINGS[block.level]
        tag = [Run("  "), Run(block.tag, quiet=True)] if block.tag else []
        strips = self._paragraphs.paragraph(
            [Run(numbered(block.text, block.number)), *tag],
            setting,
            self._full,
            language=block.language,
            # Items and texts of the annex both stand right under a section.
            element=Element("H1" if block.level == 1 else "H2", language=block.language),
            origin=block.origin,
        )
        for strip in strips:
            strip.glued = True
        if strips:
            strips[0].anchor = block.anchor
        yield from strips
        if block.level == 1:
            rule = Fill(0, 2.0, self._width, 0.7, self._design.accent)
            yield Strip(5.0, fills=[rule], glued=True, origin=block.origin)

    def _paragraph(self, block: Paragraph, column: Column) -> Iterator[Strip]:
        setting = PARAGRAPHS[block.look]
        strips = self._paragraphs.paragraph(
            block.runs,
            setting,
            column,
            language=block.language,
            element=Element(
                "BlockQuote" if block.look is Look.QUOTE else "P", language=block.language
            ),
            origin=block.origin,
        )
        if strips and block.keep:
            strips[-1].glued = True
        if block.look in (Look.QUOTE, Look.SPEAKER):
            backward = self._paragraphs.direction(block.runs, block.language)
            edge = column.x + (column.width - 2.5 if backward else 0.0)
            for number, strip in enumerate(strips):
                # The bar runs through the space between the words and who said them.
                above = strip.before if number == 0 and block.look is Look.SPEAKER else 0.0
                strip.fills.append(Fill(edge, -above, 2.5, strip.height + above, RULE))
        yield from strips

    def _bullets(self, block: Bullets, column: Column) -> Iterator[Strip]:
        body = Element("L")
        for entry in block.entries:
            item = Element("LBody", Element("LI", body), entry.language)
            inner = self._indented(column, _BULLET_INDENT)
            strips = self._paragraphs.paragraph(
                entry.runs,
                _BULLET,
                inner,
                language=entry.language,
                element=item,
                origin=entry.origin or block.origin,
            )
            if strips:
                self._hang(strips[0], "•", _BULLET, column, _BULLET_INDENT)
            yield from strips

    def _box(self, block: Box) -> Iterator[Strip]:
        backdrop = Backdrop(self._design.tint, self._design.accent, self._mirrored)
        inner = Column(_PAD + (0 if self._mirrored else 4), self._width - 2 * _PAD - 4)
        pad = self._design.space(_PAD)
        strips = [Strip(pad - 2, before=self._design.space(16.0), glued=True)]
        label = self._paragraphs.paragraph(
            [Run(numbered(block.label, block.number))],
            _BOX_LABEL,
            inner,
            element=Element("H1"),
            origin=block.origin,
        )
        for strip in label:
            strip.glued = True
        strips += label
        for part in block.blocks:
            made = (
                self._bullets(part, inner)
                if isinstance(part, Bullets)
                else self._paragraph(part, inner)
            )
            strips += made
        strips[-1].glued = True
        strips.append(Strip(pad))
        strips[0].anchor = block.anchor
        for strip in strips:
            strip.backdrop = backdrop
        return iter(strips)

    def _table(self, block: Table) -> Iterator[Strip]:
        table = Element("Table")
        columns = self._columns(block.shares)
        titles = [[Run(text)] for text in block.header]
        header = self._row(titles, columns, _TABLE_HEAD, block.numeric, Element("TR", table))
        head = _joined(header)
        head.before = self._design.space(8.0)
        head.fills.append(Fill(0, head.height - 1.0, self._width, 1.0, self._design.accent))
        head.glued = True
        yield head
        made: list[Strip] = []
        for number, row in enumerate(block.rows):
            strips = self._row(row, columns, _TABLE_CELL, block.numeric, Element("TR", table))
            for strip in strips:
                strip.origin = block.origins[number] if block.origins else block.origin
                strip.again = head
                strip.glued = len(strips) <= _WHOLE_ROW
            strips[-1].fills.append(Fill(0, strips[-1].height - 0.5, self._width, 0.5, RULE))
            # No row alone at the foot of a page or at the head of the next.
            strips[-1].glued = number in (0, len(block.rows) - 2) and number < len(block.rows) - 1
            made += strips
        if sum(strip.height for strip in made) <= _WHOLE_TABLE:
            for strip in made[:-1]:
                strip.glued = True
        yield from made

    def _row(
        self,
        cells: Sequence[Sequence[Run]],
        columns: Sequence[Column],
        setting: Setting,
        numeric: frozenset[int],
        row: Element,
    ) -> list[Strip]:
        """One strip a line of the row, each with that line of all cells."""
        tag = "TH" if setting is _TABLE_HEAD else "TD"
        set_cells = [
            self._paragraphs.paragraph(
                cell,
                setting,
                column,
                element=Element(tag, row),
                fixed=True,
                flush="end" if number in numeric else "start",
            )
            for number, (cell, column) in enumerate(zip(cells, columns, strict=True))
        ]
        strips = []
        for number in range(max(1, *(len(cell) for cell in set_cells))):
            marks = [
                mark for cell in set_cells if number < len(cell) for mark in cell[number].marks
            ]
            strips.append(Strip(self._design.of(setting).leading, marks))
        pad = self._design.space(_CELL_PAD)
        for mark in strips[0].marks:
            mark.down += pad
        strips[0].height += pad
        strips[-1].height += pad
        return strips

    def _columns(self, shares: Sequence[float]) -> list[Column]:
        """Columns in reading order: from the right in a right-to-left document."""
        gap = 10.0
        room = self._width - gap * (len(shares) - 1)
        at, columns = 0.0, []
        for share in shares:
            width = room * share / sum(shares)
            x = self._width - at - width if self._mirrored else at
            columns.append(Column(x, width))
            at += width + gap
        return columns

    def _figures(self, block: Figures) -> Iterator[Strip]:
        columns = self._columns([1.0] * max(len(block.figures), 3))
        numbers: list[Strip] = []
        labels: list[list[Strip]] = []
        for (figure, runs), column in zip(block.figures, columns, strict=False):
            numbers += self._paragraphs.paragraph(
                [Run(figure)], _FIGURE, column, element=Element("P")
            )[:1]
            labels.append(
                self._paragraphs.paragraph(runs, _FIGURE_LABEL, column, element=Element("P"))
            )
        large, small = self._design.of(_FIGURE), self._design.of(_FIGURE_LABEL)
        first = Strip(large.leading, [m for s in numbers for m in s.marks], before=large.before)
        first.glued, first.origin = True, block.origin
        yield first
        depth = max((len(label) for label in labels), default=0)
        for number in range(depth):
            marks = [m for label in labels if number < len(label) for m in label[number].marks]
            yield Strip(small.leading, marks, glued=number < depth - 1, origin=block.origin)

    def _sources(self, block: SourceList) -> Iterator[Strip]:
        body = Element("L")
        last = len(block.entries) - 1
        for place, entry in enumerate(block.entries):
            item = Element("LBody", Element("LI", body), entry.language)
            # Written in the briefing's own direction, whatever script the titles are in.
            strips = self._paragraphs.paragraph(
                entry.runs,
                _SOURCE_ENTRY,
                self._indented(self._full, _NUMBER_INDENT),
                language=entry.language,
                element=item,
                origin=block.origin,
                fixed=True,
            )
            if not strips:
                continue
            number = f"[{entry.number}]"
            self._hang(strips[0], number, _SOURCE_ENTRY, self._full, _NUMBER_INDENT)
            strips[0].anchor = entry.anchor
            if len(strips) <= _WHOLE_ROW:
                for strip in strips[:-1]:
                    strip.glued = True
            # No heading with one entry alone at the foot of a page, and none alone on the last.
            strips[-1].glued = place in (0, len(block.entries) - 2) and place < last
            yield from strips

    def _indented(self, column: Column, indent: float) -> Column:
        x = column.x if self._mirrored else column.x + indent
        return Column(x, column.width - indent)

    def _hang(
        self,
        strip: Strip,
        text: str,
        setting: Setting,
        column: Column,
        indent: float,
    ) -> None:
        """Put a bullet or number into the indent before the strip."""
        x = column.x + column.width - indent if self._mirrored else column.x
        setting = self._design.of(setting)
        hung = self._paragraphs.paragraph(
            [Run(text)],
            Setting(Cut(SANS), setting.size, setting.leading, 0, ACCENT),
            Column(x, indent),
            flush="end" if self._mirrored else "start",
        )
        if self._mirrored:
            hung[0].marks[0].x = column.x + column.width - hung[0].marks[0].line.width
        first, body = hung[0].marks[0], strip.marks[0].element
        label = Element("Lbl", body.parent) if body is not None else None
        strip.marks.insert(0, Mark(first.line, first.x, first.down, label))


def _joined(strips: Sequence[Strip]) -> Strip:
    """Several strips as one that is never split."""
    whole = Strip(0.0)
    for strip in strips:
        for mark in strip.marks:
            mark.down += whole.height
        whole.marks += strip.marks
        whole.height += strip.height
    return whole
