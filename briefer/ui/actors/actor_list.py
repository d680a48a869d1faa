"""The key actors of an article: kind, name, role, salience; drag one on another to merge."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPainterPath
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from briefer.model.actors import Actor, ActorKind
from briefer.model.article import ArticleId
from briefer.model.briefing import ActorItem
from briefer.ui import mime
from briefer.ui.theme import MEDIUM, RADIUS, SMALL, TIGHT, Look, icon
from briefer.ui.widgets.actor_tip import actor_tip

ACTOR = Qt.ItemDataRole.UserRole
IS_WATCHED = Qt.ItemDataRole.UserRole + 1
ICONS = {ActorKind.PERSON: "user", ActorKind.ORGANISATION: "building", ActorKind.PLACE: "map-pin"}
KIND_NAMES = {
    ActorKind.PERSON: "Person",
    ActorKind.ORGANISATION: "Organisation",
    ActorKind.PLACE: "Place",
}
Index = QModelIndex | QPersistentModelIndex


class ActorListModel(QAbstractListModel):
    """Actors as a Qt model. Dropping one actor on another asks to merge them."""

    merge_wanted = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.actors: Sequence[Actor] = ()
        self.watched: frozenset[str] = frozenset()
        self._article: ArticleId | None = None
        self._text = ""

    def show(
        self, actors: Sequence[Actor], article: ArticleId | None = None, text: str = ""
    ) -> None:
        """These actors of the article and no others; `text` is where they stand in."""
        self.beginResetModel()
        self.actors, self._article, self._text = actors, article, text
        self.endResetModel()

    def show_watched(self, watched: frozenset[str]) -> None:
        """Mark the actors that are watched."""
        self.watched = watched
        if self.actors:
            self.dataChanged.emit(self.index(0), self.index(len(self.actors) - 1))

    def item(self, actor: Actor) -> ActorItem:
        """The actor as it goes into a briefing."""
        return ActorItem(actor.key, name=actor.name, article=self._article)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self.actors)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        actor = self.actors[index.row()]
        if role == ACTOR:
            return actor
        if role == IS_WATCHED:
            return actor.key in self.watched
        if role == Qt.ItemDataRole.DisplayRole:
            return actor.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{actor.name}, watched" if actor.key in self.watched else actor.name
        if role == Qt.ItemDataRole.ToolTipRole:
            return actor_tip(actor, self._text)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.isValid():
            flags |= Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemIsDropEnabled
        return flags

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.CopyAction | Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        return [mime.ACTOR, mime.CONTENTS]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        actors = [self.actors[index.row()] for index in indexes]
        items = [self.item(actor) for actor in actors]
        bundle = mime.pack(items, ", ".join(actor.name for actor in actors))
        bundle.setData(mime.ACTOR, actors[0].key.encode())
        return bundle

    def canDropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        return parent.isValid() and data.hasFormat(mime.ACTOR)

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        key = bytes(data.data(mime.ACTOR).data()).decode()
        target = self.actors[parent.row()].key
        if key and key != target:
            self.merge_wanted.emit(key, target)
        # Nothing moves by itself: the list follows the library.
        return False


class ActorRow(QStyledItemDelegate):
    """Icon, name and mentions; role or aliases below; the salience as a thin bar."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        line = QFontMetrics(option.font).height()
        return QSize(100, 2 * line + MEDIUM + SMALL)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, actor = Look.now(), index.data(ACTOR)
        rect: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        state = option.state
        is_selected = bool(state & QStyle.StateFlag.State_Selected)
        if is_selected or state & QStyle.StateFlag.State_MouseOver:
            path = QPainterPath()
            path.addRoundedRect(QRectF(rect).adjusted(TIGHT, 1, -TIGHT, -1), RADIUS, RADIUS)
            painter.fillPath(path, theme.colour("accent_soft" if is_selected else "hover"))
        inner = rect.adjusted(MEDIUM, TIGHT + 2, -MEDIUM, -TIGHT)
        icon(ICONS[actor.kind], actor.kind.value).paint(
            painter, inner.left(), inner.top() + 1, 18, 18
        )
        text = inner.adjusted(26, 0, 0, 0)
        bold = QFont(option.font)
        bold.setWeight(QFont.Weight.DemiBold)
        metrics = QFontMetrics(bold)
        count = f"{len(actor.mentions)}×"
        painter.setFont(option.font)
        painter.setPen(theme.colour("faint"))
        painter.drawText(text, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, count)
        painter.setFont(bold)
        painter.setPen(theme.colour("text"))
        room = text.width() - QFontMetrics(option.font).horizontalAdvance(count) - SMALL
        if index.data(IS_WATCHED):
            right = text.left() + room
            icon("eye", "accent").paint(painter, right - 16, text.top() + 2, 16, 16)
            room -= 16 + TIGHT
        name = metrics.elidedText(actor.name, Qt.TextElideMode.ElideRight, room)
        painter.drawText(text.left(), text.top() + metrics.ascent(), name)
        self._paint_below(painter, option, actor, text, metrics.height())
        painter.restore()

    def _paint_below(
        self, painter: QPainter, option: QStyleOptionViewItem, actor: Actor, text: QRect, line: int
    ) -> None:
        theme = Look.now()
        roles = ", ".join(dict.fromkeys(role.text for role in actor.roles))
        also = "also " + ", ".join(actor.aliases) if actor.aliases else ""
        below = roles or also or KIND_NAMES[actor.kind]
        small = QFont(option.font)
        small.setPointSizeF(max(option.font.pointSizeF() - 1, 7))
        painter.setFont(small)
        painter.setPen(theme.colour("muted"))
        metrics = QFontMetrics(small)
        bar = 56
        shown = metrics.elidedText(below, Qt.TextElideMode.ElideRight, text.width() - bar - SMALL)
        painter.drawText(text.left(), text.top() + line + metrics.ascent(), shown)
        top = text.top() + line + metrics.height() // 2
        track = QRectF(text.right() - bar, top, bar, 4)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("border"))
        painter.drawRoundedRect(track, 2, 2)
        painter.setBrush(theme.colour(actor.kind.value))
        track.setWidth(max(bar * min(actor.salience, 1.0), 4))
        painter.drawRoundedRect(track, 2, 2)
