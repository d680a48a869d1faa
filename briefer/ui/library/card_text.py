"""Titles of cards and headings as lines of the list: fonts, direction, and where they break."""

import unicodedata
from functools import lru_cache

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QTextLayout, QTextOption

TITLE_LINES = 2
# No card shows more of a title, whose one word may have a million letters.
_LONGEST_TITLE = 400


def paint_lines(painter: QPainter, rect: QRect, text: str, font: QFont) -> int:
    """Write up to two lines, the last one elided; the y where they end."""
    lines, is_rtl = _lines(text[:_LONGEST_TITLE], rect.width(), font.toString())
    painter.save()
    # Left is where the writing begins: the painter turns it round with the direction.
    painter.setLayoutDirection(_way(is_rtl=is_rtl))
    painter.setFont(font)
    top, height = rect.top(), QFontMetrics(font).height()
    for line in lines:
        line_box = QRect(rect.left(), top, rect.width(), height)
        painter.drawText(line_box, Qt.AlignmentFlag.AlignLeft, line)
        top += height
    painter.restore()
    return top


def _way(*, is_rtl: bool) -> Qt.LayoutDirection:
    return Qt.LayoutDirection.RightToLeft if is_rtl else Qt.LayoutDirection.LeftToRight


@lru_cache(maxsize=300)
def _lines(text: str, width: int, typeface: str) -> tuple[list[str], bool]:
    """The lines of a title, and whether it is written from the right; kept, as a list that grows is
    painted again and again.
    """
    font = QFont()
    font.fromString(typeface)
    metrics = QFontMetrics(font)
    layout = QTextLayout(text, font)
    is_rtl = _is_right_to_left(text)
    option = QTextOption(Qt.AlignmentFlag.AlignLeft)
    option.setTextDirection(_way(is_rtl=is_rtl))
    # A word that is longer than the line is broken where it ends.
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    lines: list[str] = []
    for number in range(TITLE_LINES):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        shown = text[line.textStart() : line.textStart() + line.textLength()]
        if number == TITLE_LINES - 1:
            rest = text[line.textStart() :]
            shown = metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width)
        lines.append(shown.rstrip())
    layout.endLayout()
    return lines, is_rtl


def title_font(font: QFont) -> QFont:
    """The list's font, for titles."""
    title = QFont(font)
    title.setWeight(QFont.Weight.DemiBold)
    return title


def small_font(font: QFont) -> QFont:
    """The list's font, for what stands under a title."""
    small = QFont(font)
    small.setPointSizeF(max(font.pointSizeF() - 1, 7))
    return small


def _is_right_to_left(text: str) -> bool:
    """Whether the first letter that has a direction is written from right to left."""
    directions = (unicodedata.bidirectional(character) for character in text)
    return next((d != "L" for d in directions if d in ("L", "R", "AL")), False)
