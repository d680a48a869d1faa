"""Paints the heading of a story in the list of articles."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from briefer.ui.library.card_text import paint_lines, small_font, title_font
from briefer.ui.library.story_rows import StoryHead
from briefer.ui.theme import MEDIUM, SMALL, TIGHT, Look, icon

# The sign that folds and unfolds a story (pixels).
_CHEVRON = 14


def paint_heading(
    painter: QPainter, option: QStyleOptionViewItem, head: StoryHead, *, is_open: bool
) -> None:
    """The chevron, the title and what it counts, on a ground of its own."""
    theme, rect = Look.now(), QRect(option.rect)
    is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
    is_hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
    ground = "accent_soft" if is_selected else "hover" if is_hovered else "raised"
    painter.fillRect(rect, theme.colour(ground))
    painter.fillRect(QRect(rect.left(), rect.top(), rect.width(), 1), theme.colour("border"))
    area = chevron_at(rect)
    sign = icon("chevron-down" if is_open else "chevron-right", "muted")
    sign.paint(painter, area.left() + TIGHT, rect.top() + MEDIUM + 2, _CHEVRON, _CHEVRON)
    inner = rect.adjusted(area.width() + TIGHT, MEDIUM - 2, -MEDIUM, -TIGHT)
    painter.setPen(theme.colour("text"))
    bottom = paint_lines(painter, inner, head.story.title, title_font(option.font))
    painter.setFont(small_font(option.font))
    painter.setPen(theme.colour("muted"))
    foot = QRect(inner.left(), bottom + 2, inner.width(), inner.bottom() - bottom - 2)
    line = painter.fontMetrics().height()
    if foot.height() >= 2 * line:
        flags = Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        painter.drawText(foot, flags, head.said)
    else:
        shown = painter.fontMetrics().elidedText(
            head.said, Qt.TextElideMode.ElideRight, foot.width()
        )
        painter.drawText(foot, Qt.AlignmentFlag.AlignTop, shown)


def chevron_at(rect: QRect) -> QRect:
    """Where a click folds or unfolds the story whose heading fills `rect`."""
    return QRect(QPoint(rect.left(), rect.top()), rect.bottomRight()).adjusted(
        0, 0, _CHEVRON + SMALL + TIGHT - rect.width(), 0
    )
