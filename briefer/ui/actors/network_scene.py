"""The picture of a network: a dot and a name for each actor, lines between those named together."""

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import (
    QApplication,
    QGraphicsItem,
    QGraphicsScene,
    QGraphicsSceneHoverEvent,
    QGraphicsSceneMouseEvent,
    QStyleOptionGraphicsItem,
    QWidget,
)

from briefer.services.network import LONGEST_NAME, Link, Network, Node
from briefer.ui import wording
from briefer.ui.theme import Look

# The dots of the least and most named, and the lines of the weakest and strongest link (pixels).
_DOT, _LARGEST_DOT = 4.0, 11.0
_LINE, _WIDEST_LINE = 0.8, 4.0
_FAINT = 0.28


class NetworkScene(QGraphicsScene):
    """Shows a network; one actor can be picked, and then its links alone stand out."""

    picked = Signal(int)
    opened = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.network = Network((), ())
        self.dots: list[Dot] = []
        self.lines: list[Line] = []
        self.chosen = -1
        # The keys of watched actors; each has a ring.
        self.watched: frozenset[str] = frozenset()

    def show_network(self, shown: Network) -> None:
        """Put this network in place of the one before; the actor that was picked stays so."""
        kept = self.network.nodes[self.chosen].key if self.chosen >= 0 else ""
        self.clear()
        self.network, self.chosen = shown, -1
        most = max((node.articles for node in shown.nodes), default=1)
        strongest = max((link.articles for link in shown.links), default=1)
        self.dots = [Dot(self, place, node, most) for place, node in enumerate(shown.nodes)]
        self.lines = [
            Line(link, self.dots[link.one], self.dots[link.other], strongest)
            for link in shown.links
        ]
        for item in (*self.lines, *self.dots):
            self.addItem(item)
        self.setSceneRect(self.itemsBoundingRect().adjusted(-12, -12, 12, 12))
        again = next((p for p, node in enumerate(shown.nodes) if node.key == kept), -1)
        self.pick(again)

    def pick(self, place: int) -> None:
        """Let one actor and its links stand out; -1 for none."""
        self.chosen = place
        near = {end for link in self.network.of(place) for end in (link.one, link.other)}
        for dot in self.dots:
            is_lit = place < 0 or dot.place in near or dot.place == place
            dot.setOpacity(1.0 if is_lit else _FAINT)
            dot.update()
        for line in self.lines:
            ends = (line.link.one, line.link.other)
            line.setOpacity(1.0 if place < 0 or place in ends else _FAINT / 2)
        self.picked.emit(place)

    def mousePressEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        super().mousePressEvent(event)
        if not any(isinstance(item, Dot) for item in self.items(event.scenePos())):
            self.pick(-1)


class Dot(QGraphicsItem):
    """An actor: drag it, click it to see its links, double-click it for its page."""

    def __init__(self, scene: NetworkScene, place: int, node: Node, most: int) -> None:
        super().__init__()
        self.place, self.node = place, node
        self._home = scene
        self.lines: list[Line] = []
        share = (node.articles / max(most, 1)) ** 0.5
        self.radius = _DOT + (_LARGEST_DOT - _DOT) * share
        name = node.name
        self.shown = name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1]}…"
        self._font = QFont(QApplication.font())
        self._font.setPointSizeF(9)
        if share > 0.75:
            self._font.setWeight(QFont.Weight.DemiBold)
        metrics = QFontMetricsF(self._font)
        width = max(metrics.horizontalAdvance(self.shown) + 6, 2 * _LARGEST_DOT)
        self.label = QRectF(-width / 2, _LARGEST_DOT + 1, width, metrics.height())
        self.setPos(node.x, node.y)
        self.setZValue(1)
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIsMovable)
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemSendsGeometryChanges)
        self.setAcceptHoverEvents(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip(wording.tip(f"{name}: {wording.count(node.articles, 'article')}"))

    def boundingRect(self) -> QRectF:
        edge = _LARGEST_DOT + 3
        return self.label.united(QRectF(-edge, -edge, 2 * edge, 2 * edge)).adjusted(-1, -1, 1, 1)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        theme = Look.now()
        painter.setPen(QPen(theme.colour("surface"), 1.5))
        painter.setBrush(theme.colour(self.node.kind.value))
        painter.drawEllipse(QPointF(0, 0), self.radius, self.radius)
        is_watched = self.node.key in self._home.watched
        if self._home.chosen == self.place or is_watched:
            painter.setPen(QPen(theme.colour("accent"), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(QPointF(0, 0), self.radius + 2.5, self.radius + 2.5)
        # Lines may run behind the name.
        back = QColor(theme.surface)
        back.setAlpha(210)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(back)
        painter.drawRoundedRect(self.label, 3, 3)
        painter.setFont(self._font)
        painter.setPen(theme.colour("text"))
        painter.drawText(self.label, Qt.AlignmentFlag.AlignCenter, self.shown)

    def itemChange(self, change: QGraphicsItem.GraphicsItemChange, value: object) -> object:
        if change == QGraphicsItem.GraphicsItemChange.ItemPositionHasChanged:
            for line in self.lines:
                line.follow()
        return super().itemChange(change, value)

    def mousePressEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self._home.pick(self.place)

    def mouseDoubleClickEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        self._home.opened.emit(self.place)

    def hoverEnterEvent(self, event: QGraphicsSceneHoverEvent) -> None:
        self.setZValue(2)

    def hoverLeaveEvent(self, event: QGraphicsSceneHoverEvent) -> None:
        self.setZValue(1)


class Line(QGraphicsItem):
    """A link; the more articles name both, the wider."""

    def __init__(self, link: Link, one: Dot, other: Dot, strongest: int) -> None:
        super().__init__()
        self.link, self._one, self._other = link, one, other
        share = (link.articles / max(strongest, 1)) ** 0.5
        self._width = _LINE + (_WIDEST_LINE - _LINE) * share
        one.lines.append(self)
        other.lines.append(self)

    def follow(self) -> None:
        """An end has moved."""
        self.prepareGeometryChange()
        self.update()

    def boundingRect(self) -> QRectF:
        edge = self._width
        line = QRectF(self._one.pos(), self._other.pos()).normalized()
        return line.adjusted(-edge, -edge, edge, edge)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        pen = QPen(Look.now().colour("border"), self._width)
        if self.link.one == self._one_chosen() or self.link.other == self._one_chosen():
            pen.setColor(Look.now().colour("accent"))
        painter.setPen(pen)
        painter.drawLine(QLineF(self._one.pos(), self._other.pos()))

    def _one_chosen(self) -> int:
        scene = self.scene()
        return scene.chosen if isinstance(scene, NetworkScene) and scene.chosen >= 0 else -2
