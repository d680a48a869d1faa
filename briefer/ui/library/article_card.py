"""Paints one row of the article list: title, outlet, date, marks."""

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
from PySide6.QtGui import QFontMetrics, QHelpEvent, QMouseEvent, QPainter, QPainterPath
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
)

from briefer.model.story import Novelty
from briefer.services.library import Card
from briefer.ui import wording
from briefer.ui.library.article_list_model import CARD, IS_OPEN, NOVELTY, USED_IN
from briefer.ui.library.card_text import TITLE_LINES, paint_lines, small_font, title_font
from briefer.ui.library.story_heading import chevron_at, paint_heading
from briefer.ui.library.story_list_model import HEAD, IS_UNDER_HEAD
from briefer.ui.theme import MEDIUM, NOVELTY_COLOURS, RADIUS, SMALL, TIGHT, Look, icon

# The sign that opens and closes a group, and how far a copy stands in from its lead (pixels).
_CHEVRON, _INDENT = 12, 16


class ArticleCard(QStyledItemDelegate):
    """Two lines of title, one of outlet, date and language; a dot for what has not been opened.

    Copies of an article stand under it, set in; until they are unfolded their number does, at its
    foot. A click on that says so.
    """

    fold_wanted = Signal(str, bool)
    story_fold_wanted = Signal(object, bool)

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        line = QFontMetrics(title_font(option.font)).height()
        small = QFontMetrics(small_font(option.font)).height()
        return QSize(120, TITLE_LINES * line + small + TIGHT + 2 * MEDIUM)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        theme, card, head = Look.now(), index.data(CARD), index.data(HEAD)
        rect: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if head is not None:
            paint_heading(painter, option, head, is_open=bool(index.data(IS_OPEN)))
            painter.restore()
            return
        state = option.state
        is_selected = bool(state & QStyle.StateFlag.State_Selected)
        if is_selected or state & QStyle.StateFlag.State_MouseOver:
            path = QPainterPath()
            path.addRoundedRect(QRectF(rect).adjusted(TIGHT, 2, -TIGHT, -2), RADIUS, RADIUS)
            painter.fillPath(path, theme.colour("accent_soft" if is_selected else "hover"))
        if index.data(IS_UNDER_HEAD):
            rect = rect.adjusted(_INDENT // 2, 0, 0, 0)
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
        font = title_font(option.font)
        bottom = paint_lines(painter, inner, card.title, font)
        painter.setFont(small_font(option.font))
        painter.setPen(theme.colour("muted"))
        foot = QRect(inner.left(), bottom + TIGHT, inner.width(), inner.bottom() - bottom)
        foot.setRight(_paint_marks(painter, foot, card))
        if card.copies:
            badge = _badge(foot, card.copies, painter.fontMetrics())
            _paint_badge(painter, badge, card.copies, is_open=bool(index.data(IS_OPEN)))
            foot.setRight(badge.left() - SMALL)
        foot.setRight(_paint_novelty(painter, foot, index.data(NOVELTY)))
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
        card, head = index.data(CARD), index.data(HEAD)
        if (
            not isinstance(event, QMouseEvent)
            or event.type() != QEvent.Type.MouseButtonRelease
            or event.button() != Qt.MouseButton.LeftButton
        ):
            return super().editorEvent(event, model, option, index)
        if head is not None and chevron_at(option.rect).contains(event.position().toPoint()):
            self.story_fold_wanted.emit(head.story, not index.data(IS_OPEN))
            return True
        if (
            card is not None
            and card.copies
            and self.badge_at(option, card.copies, marks=_marks(card)).contains(
                event.position().toPoint()
            )
        ):
            self.fold_wanted.emit(card.id, not index.data(IS_OPEN))
            return True
        return super().editorEvent(event, model, option, index)

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        card = index.data(CARD)
        if card is None or not card.briefings or not _mark_at(option.rect).contains(event.pos()):
            return super().helpEvent(event, view, option, index)
        QToolTip.showText(event.globalPos(), wording.tip(index.data(USED_IN)), view)
        return True

    @staticmethod
    def badge_at(option: QStyleOptionViewItem, copies: int, *, marks: int) -> QRect:
        """Where a click opens the group: the foot's end before its marks, with some room around."""
        rect: QRect = option.rect
        metrics = QFontMetrics(small_font(option.font))
        right = rect.right() - MEDIUM - marks
        foot = QRect(rect.left(), rect.bottom() - MEDIUM - metrics.height(), 0, metrics.height())
        foot.setRight(right)
        badge = _badge(foot, copies, metrics)
        return badge.adjusted(-SMALL, -2 * SMALL - metrics.height(), SMALL, MEDIUM)


def _mark_at(rect: QRect) -> QRect:
    """Where the mark of what is used in a briefing stands on a card, with some room around."""
    return QRect(rect.right() - MEDIUM - 20, rect.bottom() - MEDIUM - 22, 28, 30)


def _marks(card: Card) -> int:
    """How much of the foot's end its marks take (pixels)."""
    return (20 if card.briefings else 0) + (22 if card.watched else 0)


def _paint_marks(painter: QPainter, foot: QRect, card: Card) -> int:
    """Mark what is used in a briefing or names a watched actor; where the marks begin."""
    right, top = foot.right(), foot.top() + 1
    if card.briefings:
        icon("bookmark", "accent").paint(painter, right - 14, top, 14, 14)
        right -= 20
    if card.watched:
        icon("eye", "accent").paint(painter, right - 16, top, 16, 16)
        right -= 22
    return right


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


def _paint_novelty(painter: QPainter, rect: QRect, novelty: Novelty | None) -> int:
    """Write what earlier briefings make of the article at the end of the line; where that begins."""
    if novelty is None:
        return rect.right()
    said = wording.NOVELTY[novelty]
    width = painter.fontMetrics().horizontalAdvance(said)
    painter.save()
    painter.setPen(Look.now().colour(NOVELTY_COLOURS[novelty]))
    flags = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight
    painter.drawText(rect, flags, said)
    painter.restore()
    return rect.right() - width - SMALL


def _paint_foot(painter: QPainter, rect: QRect, outlet: str, rest: str) -> None:
    """Write outlet and date on one line; where it is too long, the outlet gives way."""
    metrics = painter.fontMetrics()
    rest = f" · {rest}" if rest and outlet else rest
    room = rect.width() - metrics.horizontalAdvance(rest)
    shown = metrics.elidedText(outlet, Qt.TextElideMode.ElideRight, room)
    text = (shown + rest) or "No source yet"
    painter.drawText(rect, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft, text)
