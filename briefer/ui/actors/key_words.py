"""The concordance: each mention of an actor on a line, the names below each other."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from briefer.services.dossier import KeyWord
from briefer.ui import wording
from briefer.ui.theme import MEDIUM, TIGHT, Look

Index = QModelIndex | QPersistentModelIndex
_LINE = Qt.ItemDataRole.UserRole
# Of the width so much is the source's, where there is room for it (pixels).
_SOURCE, _ROOMY = 180, 620


class KeyWordModel(QAbstractListModel):
    """The lines as a Qt model."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: Sequence[KeyWord] = ()

    def show(self, lines: Sequence[KeyWord]) -> None:
        """These lines and no others."""
        self.beginResetModel()
        self.lines = lines
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        if role == _LINE:
            return line
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{line.before} {line.passage.text} {line.after}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return wording.tip(_source(line))
        return None


class KeyWords(QListView):
    """Shows the lines; says which was clicked."""

    place_clicked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.lines = KeyWordModel()
        self.setModel(self.lines)
        self.setItemDelegate(_KeyWordLine(self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("In context")
        self.clicked.connect(self._clicked)
        self.activated.connect(self._clicked)

    def _clicked(self, index: QModelIndex) -> None:
        self.place_clicked.emit(index.data(_LINE).passage)


class _KeyWordLine(QStyledItemDelegate):
    """What stands before on the left, cut at its beginning; the name in the middle; what follows."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, QFontMetrics(option.font).height() + 2 * TIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, line = Look.now(), index.data(_LINE)
        rect: QRect = option.rect.adjusted(MEDIUM, 0, -MEDIUM, 0)
        painter.save()
        if option.state & (QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_Selected):
            painter.fillRect(option.rect, theme.colour("hover"))
        if rect.width() > _ROOMY:
            source = QRect(rect.right() - _SOURCE, rect.top(), _SOURCE, rect.height())
            painter.setPen(theme.colour("muted"))
            _write_source(painter, source, line)
            rect.setRight(source.left() - MEDIUM)
        bold = QFont(option.font)
        bold.setWeight(QFont.Weight.DemiBold)
        metrics, between = QFontMetrics(bold), QFontMetrics(option.font).horizontalAdvance(" ")
        width = min(metrics.horizontalAdvance(line.passage.text) + 1, rect.width() // 2)
        start = rect.left() + (rect.width() - width) // 2
        painter.setFont(bold)
        painter.setPen(theme.colour("accent"))
        name = QRect(start, rect.top(), width, rect.height())
        _write(painter, name, line.passage.text, Qt.AlignmentFlag.AlignLeft)
        painter.setFont(option.font)
        painter.setPen(theme.colour("text"))
        before = QRect(rect.left(), rect.top(), start - between - rect.left(), rect.height())
        _write(painter, before, line.before, Qt.AlignmentFlag.AlignRight, is_end=True)
        left = start + width
        # A comma or 's belongs to the name.
        left += between if line.after[:1].isalnum() or line.after[:1] in "“(–—" else 0
        after = QRect(left, rect.top(), rect.right() - left, rect.height())
        _write(painter, after, line.after, Qt.AlignmentFlag.AlignLeft)
        painter.restore()


def _write(
    painter: QPainter, rect: QRect, text: str, side: Qt.AlignmentFlag, *, is_end: bool = False
) -> None:
    shown = cut(text, painter.fontMetrics(), rect.width(), is_end=is_end)
    painter.drawText(rect, side | Qt.AlignmentFlag.AlignVCenter, shown)


def _write_source(painter: QPainter, rect: QRect, line: KeyWord) -> None:
    """The outlet as far as there is room, the day whole."""
    side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    day = wording.day(line.passage.date) if line.passage.date else ""
    day = f" · {day}" if day and line.passage.outlet else day
    metrics = painter.fontMetrics()
    room = rect.width() - metrics.horizontalAdvance(day)
    outlet = metrics.elidedText(line.passage.outlet, Qt.TextElideMode.ElideRight, room)
    painter.drawText(rect, side, outlet + day)


def cut(text: str, metrics: QFontMetrics, width: int, *, is_end: bool = False) -> str:
    """As many whole words as the width holds, from the end if so; letters where no word fits."""
    words = text.split()
    shown = text
    while words and metrics.horizontalAdvance(shown) > width:
        words = words[1:] if is_end else words[:-1]
        kept = " ".join(words)
        shown = f"…{kept}" if is_end else f"{kept}…"
    if words or not text:
        return shown
    side = Qt.TextElideMode.ElideLeft if is_end else Qt.TextElideMode.ElideRight
    return metrics.elidedText(text, side, width)


def _source(line: KeyWord) -> str:
    parts = (line.passage.outlet, wording.day(line.passage.date) if line.passage.date else "")
    return " · ".join(part for part in parts if part)
