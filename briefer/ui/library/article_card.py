"""Paints one row of the article list: title, outlet, date, marks."""

import unicodedata
from functools import lru_cache

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from briefer.ui import wording
from briefer.ui.library.article_list_model import CARD, IS_OPEN
from briefer.ui.theme import MEDIUM, RADIUS, SMALL, TIGHT, Look, icon

_TITLE_LINES = 2
# No card shows more of a title, whose one word may have a million letters.
_LONGEST_TITLE = 400
# The sign that opens and closes a group, and how far a copy stands in from its lead (pixels).
_CHEVRON, _INDENT = 12, 16


class ArticleCard(QStyledItemDelegate):
    """Two lines of title, one of outlet, date and language; a dot for what has not been opened.

    Copies of an article stand under it, set in; until they are unfolded their number does, at its
    foot. A click on that says so.
    """

    fold_wanted = Signal(str, bool)

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        line = QFontMetrics(_title_font(option.font)).height()
        small = QFontMetrics(_small_font(option.font)).height()
        return QSize(120, _TITLE_LINES * line + small + TIGHT + 2 * MEDIUM)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        theme, card = Look.now(), index.data(CARD)
        rect: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        state = option.state
        is_selected = bool(state & QStyle.StateFlag.State_Selected)
        if is_selected or state & QStyle.StateFlag.State_MouseOver:
            path = QPainterPath()
            path.addRoundedRect(QRectF(rect).adjusted(TIGHT, 2, -TIGHT, -2), RADIUS, RADIUS)
            painter.fillPath(path, theme.colour("accent_soft" if is_selected else "hover"))
        if card.copy_of:
            rect = rect.adjusted(_INDENT, 0, 0, 0)
            line = QRect(rect.left() + TIGHT, rect.top(), 1, rect.height())
            painter.fillRect(line, theme.colour("border"))
        inner = rect.adjusted(MEDIUM + SMALL, MEDIUM, -MEDIUM, -MEDIUM)
        if not card.opened:
            painter.setBrush(theme.colour("accent"))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawEllipse(rect.left() + MEDIUM - 2, inner.top() + 7, 6, 6)
        painter.setPen(theme.colour("text"))
        font = _title_font(option.font)
        bottom = _paint_lines(painter, inner, card.title, font)
        painter.setFont(_small_font(option.font))
        painter.setPen(theme.colour("muted"))
        foot = QRect(inner.left(), bottom + TIGHT, inner.width(), inner.bottom() - bottom)
        if card.briefings:
            icon("bookmark", "accent").paint(painter, foot.right() - 14, foot.top() + 1, 14, 14)
            foot.setRight(foot.right() - 20)
        if card.copies:
            badge = _badge(foot, card.copies, painter.fontMetrics())
            _paint_badge(painter, badge, card.copies, is_open=bool(index.data(IS_OPEN)))
            foot.setRight(badge.left() - SMALL)
        # A list of news is mostly of this year; the outlet needs the room more.
        parts = [wording.short_day(card.published), wording.language_sign(card.language)]
        _paint_foot(painter, foot, card.outlet, " · ".join(part for part in parts if part))
        painter.restore()

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        card = index.data(CARD)
        if (
            isinstance(event, QMouseEvent)
            and event.type() == QEvent.Type.MouseButtonRelease
            and event.button() == Qt.MouseButton.LeftButton
            and card.copies
            and self.badge_at(option, card.copies, has_mark=bool(card.briefings)).contains(
                event.position().toPoint()
            )
        ):
            self.fold_wanted.emit(card.id, not index.data(IS_OPEN))
            return True
        return super().editorEvent(event, model, option, index)

    @staticmethod
    def badge_at(option: QStyleOptionViewItem, copies: int, *, has_mark: bool) -> QRect:
        """Where a click opens the group: the foot's end, with some room around."""
        rect: QRect = option.rect
        metrics = QFontMetrics(_small_font(option.font))
        right = rect.right() - MEDIUM - (20 if has_mark else 0)
        foot = QRect(rect.left(), rect.bottom() - MEDIUM - metrics.height(), 0, metrics.height())
        foot.setRight(right)
        badge = _badge(foot, copies, metrics)
        return badge.adjusted(-SMALL, -2 * SMALL - metrics.height(), SMALL, MEDIUM)


def _said(copies: int) -> str:
    return wording.count(copies, "copy", "copies")


def _badge(foot: QRect, copies: int, metrics: QFontMetrics) -> QRect:
    """Where the number of copies stands, at the end of the foot."""
    width = metrics.horizontalAdvance(_said(copies)) + _CHEVRON + 2 * TIGHT + 2
    return QRect(foot.right() - width, foot.top() - 1, width, metrics.height() + 2)


def _paint_badge(painter: QPainter, rect: QRect, copies: int, *, is_open: bool) -> None:
    path = QPainterPath()
    path.addRoundedRect(QRectF(rect), RADIUS, RADIUS)
    painter.fillPath(path, Look.now().colour("accent_soft"))
    painter.save()
    painter.setPen(Look.now().colour("accent"))
    text = rect.adjusted(TIGHT + 1, 0, -_CHEVRON - TIGHT, 0)
    painter.drawText(
        text, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, _said(copies)
    )
    sign = icon("chevron-down" if is_open else "chevron-right", "accent")
    top = rect.top() + (rect.height() - _CHEVRON) // 2
    sign.paint(painter, rect.right() - _CHEVRON - 2, top, _CHEVRON, _CHEVRON)
    painter.restore()


def _is_right_to_left(text: str) -> bool:
    """Whether the first letter that has a direction is written from right to left."""
    directions = (unicodedata.bidirectional(character) for character in text)
    return next((d != "L" for d in directions if d in ("L", "R", "AL")), False)


def _title_font(font: QFont) -> QFont:
    title = QFont(font)
    title.setWeight(QFont.Weight.DemiBold)
    return title


def _small_font(font: QFont) -> QFont:
    small = QFont(font)
    small.setPointSizeF(max(font.pointSizeF() - 1, 7))
    return small


def _paint_foot(painter: QPainter, rect: QRect, outlet: str, rest: str) -> None:
    """Write outlet and date on one line; where it is too long, the outlet gives way."""
    metrics = painter.fontMetrics()
    rest = f" · {rest}" if rest and outlet else rest
    room = rect.width() - metrics.horizontalAdvance(rest)
    shown = metrics.elidedText(outlet, Qt.TextElideMode.ElideRight, room)
    text = (shown + rest) or "No source yet"
    painter.drawText(rect, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft, text)


def _paint_lines(painter: QPainter, rect: QRect, text: str, font: QFont) -> int:
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
    for number in range(_TITLE_LINES):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        shown = text[line.textStart() : line.textStart() + line.textLength()]
        if number == _TITLE_LINES - 1:
            rest = text[line.textStart() :]
            shown = metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width)
        lines.append(shown.rstrip())
    layout.endLayout()
    return lines, is_rtl
