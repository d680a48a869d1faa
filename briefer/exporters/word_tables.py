"""Tables of a Word document, written as XML: through python-docx they take seconds."""

from collections.abc import Sequence
from typing import Any

from briefer.exporters.colors import RULE
from briefer.exporters.look import Design
from briefer.exporters.word_xml import element


class WordTables:
    """Makes tables `width` points wide, mirrored in a right-to-left document."""

    def __init__(self, width: float, design: Design, *, mirrored: bool) -> None:
        self._width = width
        self._design = design
        self._mirrored = mirrored

    def tinted(self, paragraphs: Sequence[Any]) -> Any:
        """One tinted cell with a bar at its leading edge."""
        width = round(self._width * 20)
        bar = element("left", val="single", sz=18, color=self._design.accent.lstrip("#"))
        space = element(
            "tcMar",
            element("top", w=round(self._design.space(120)), type="dxa"),
            element("left", w=220, type="dxa"),
            element("bottom", w=round(self._design.space(140)), type="dxa"),
            element("right", w=200, type="dxa"),
        )
        ground = element("shd", val="clear", color="auto", fill=self._design.tint.lstrip("#"))
        properties = element(
            "tcPr",
            element("tcW", w=width, type="dxa"),
            element("tcBorders", bar),
            ground,
            space,
        )
        return element(
            "tbl",
            element(
                "tblPr",
                element("bidiVisual") if self._mirrored else None,
                element("tblW", w=width, type="dxa"),
                element("tblLayout", type="fixed"),
            ),
            element("tblGrid", element("gridCol", w=width)),
            element("tr", element("tc", properties, *paragraphs)),
        )

    def grid(
        self, rows: Sequence[Sequence[Sequence[Any]]], shares: Sequence[float], *, rule: str
    ) -> Any:
        """A table of full width; with a `rule` its first row is a header that is repeated."""
        widths = [round(self._width * 20 * share / sum(shares)) for share in shares]
        inner = element("insideH", val="single", sz=4, color=rule.lstrip("#")) if rule else None
        bottom = element("bottom", val="single", sz=4, color=(rule or RULE).lstrip("#"))
        margins = element(
            "tblCellMar", element("left", w=0, type="dxa"), element("right", w=200, type="dxa")
        )
        properties = element(
            "tblPr",
            element("bidiVisual") if self._mirrored else None,
            element("tblW", w=sum(widths), type="dxa"),
            element("tblBorders", bottom, inner),
            element("tblLayout", type="fixed"),
            margins,
            element("tblLook", val="0020", firstRow=1 if rule else 0),
        )
        columns = element("tblGrid", *(element("gridCol", w=width) for width in widths))
        table = element("tbl", properties, columns)
        for number, row in enumerate(rows):
            is_header = bool(rule) and number == 0
            line = element(
                "trPr", element("cantSplit"), element("tblHeader") if is_header else None
            )
            cells = [
                self._cell(row[n] if n < len(row) else (), width, is_header=is_header)
                for n, width in enumerate(widths)
            ]
            table.append(element("tr", line, *cells))
        return table

    def _cell(self, paragraphs: Sequence[Any], width: int, *, is_header: bool) -> Any:
        edge = element("bottom", val="single", sz=8, color=self._design.accent.lstrip("#"))
        borders = element("tcBorders", edge) if is_header else None
        properties = element("tcPr", element("tcW", w=width, type="dxa"), borders)
        # A cell without a paragraph makes Word refuse the file.
        return element("tc", properties, *(paragraphs or [element("p")]))
