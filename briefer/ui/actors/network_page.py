"""Who is named together in the articles of the list: the picture, what is in it, and its export."""

from collections.abc import Callable
from html import escape
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QPainter, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QGraphicsView,
    QHBoxLayout,
    QLabel,
    QSpinBox,
    QVBoxLayout,
)

from briefer.model.actors import ActorKind
from briefer.services.network import MOST, Network
from briefer.ui import wording
from briefer.ui.actors.network_picture import NetworkPicture
from briefer.ui.actors.network_scene import NetworkScene
from briefer.ui.theme import LARGE, MEDIUM, SMALL, TIGHT, Look, icon
from briefer.ui.widgets.number_box import NumberBox
from briefer.ui.widgets.tool import tool

_KINDS = {
    ActorKind.PERSON: "People",
    ActorKind.ORGANISATION: "Organisations",
    ActorKind.PLACE: "Places",
}
# Smaller than this names cannot be read.
_LEAST_SCALE, _MOST_SCALE = 0.8, 2.5
_MOST_NAMED = 6


class NetworkPage(QFrame):
    """Says which network is wanted and which actor's page; writes what it shows to a file."""

    changed = Signal()
    actor_clicked = Signal(str)
    back_wanted = Signal()
    picture_wanted = Signal()
    table_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("pane")
        self.scene = NetworkScene()
        self.view = _View(self.scene)
        self.setFocusProxy(self.view)
        self.scene.picked.connect(self._tell)
        self.scene.opened.connect(self._open)
        self.title = QLabel("Who is named together")
        self.title.setObjectName("title")
        self.said = QLabel()
        self.said.setObjectName("meta")
        self.said.setWordWrap(True)
        self.kinds = {kind: QCheckBox(name) for kind, name in _KINDS.items()}
        for kind, box in self.kinds.items():
            box.setChecked(True)
            box.setIcon(icon("user" if kind is ActorKind.PERSON else _symbol(kind), kind.value))
            box.toggled.connect(lambda _: self.changed.emit())
        self.least = _number(1, 99, 2, "At least so many articles", self.changed.emit)
        self.least.setSuffix(" or more")
        self.most = _number(5, MOST, 30, "So many actors", self.changed.emit)
        self.chosen = QLabel()
        self.chosen.setObjectName("small")
        self.chosen.setTextFormat(Qt.TextFormat.RichText)
        self.chosen.setWordWrap(True)
        self.chosen.setContentsMargins(LARGE, SMALL, LARGE, MEDIUM)
        self.chosen.linkActivated.connect(lambda link: self._follow(QUrl(link)))
        self._arrange()

    @property
    def wanted(self) -> tuple[list[ActorKind], int, int]:
        """The kinds, the least number of articles, and how many actors."""
        kinds = [kind for kind, box in self.kinds.items() if box.isChecked()]
        return kinds, self.least.value(), self.most.value()

    def show_network(self, shown: Network, articles: int) -> None:
        """Show the actors of so many articles."""
        self.scene.show_network(shown)
        self.view.fit()
        said = f"{wording.count(len(shown.nodes), 'actor')} of {wording.count(articles, 'article')}"
        if shown.left_out > 0:
            said += f"; {shown.left_out:,} more are less in the news, or named with none of these"
        self.said.setText(said if shown.nodes else "No two actors are named in so many articles.")

    def dress(self) -> None:
        """Paint in the theme in force."""
        self.view.setBackgroundBrush(Look.now().colour("surface"))
        self.scene.update()
        self._tell(self.scene.chosen)

    def save_picture(self, path: Path) -> None:
        """Write the picture as SVG or PNG, whichever the name says. Raises OSError."""
        shown = {node.kind for node in self.scene.network.nodes}
        kinds = [(kind.value, name) for kind, name in _KINDS.items() if kind in shown]
        NetworkPicture(self.scene, self.title.text(), self.said.text(), kinds).save(path)

    def _tell(self, place: int) -> None:
        """Name the links of the actor that is picked."""
        shown = self.scene.network
        if place < 0:
            self.chosen.setText(
                "Click an actor to see its links, double-click for its page, drag it where you like."
            )
            return
        node, colour = shown.nodes[place], Look.now().accent
        links = sorted(shown.of(place), key=lambda link: -link.articles)
        named = []
        for link in links[:_MOST_NAMED]:
            end = link.other if link.one == place else link.one
            name = escape(shown.nodes[end].name)
            link_to = (
                f"<a style='color:{colour}; text-decoration:none' href='pick:{end}'>{name}</a>"
            )
            named.append(f"{link_to} ({link.articles})")
        more = f" and {len(links) - _MOST_NAMED} more" if len(links) > _MOST_NAMED else ""
        page = f"<a style='color:{colour}' href='open:{place}'>Open the page</a>"
        self.chosen.setText(
            f"{wording.bold(escape(node.name))} in {wording.count(node.articles, 'article')},"
            f" with {', '.join(named)}{more}. {page}"
        )

    def _follow(self, url: QUrl) -> None:
        kind, _, value = url.toString().partition(":")
        if kind == "pick":
            self.scene.pick(int(value))
        else:
            self._open(int(value))

    def _open(self, place: int) -> None:
        self.actor_clicked.emit(self.scene.network.nodes[place].key)

    def _arrange(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(SMALL)
        top.addWidget(tool("arrow-back-up", "Back (Alt+Left)", self.back_wanted.emit))
        top.addWidget(self.title, 1)
        top.addWidget(tool("download", "Save the picture…", self.picture_wanted.emit))
        top.addWidget(tool("file-export", "Save as a table…", self.table_wanted.emit))
        choices = QHBoxLayout()
        choices.setSpacing(SMALL)
        for box in self.kinds.values():
            choices.addWidget(box)
        choices.addStretch(1)
        for text, number in (("Named in", self.least), ("Actors", self.most)):
            label = QLabel(text)
            label.setObjectName("small")
            choices.addWidget(label)
            choices.addWidget(number)
        head = QVBoxLayout()
        head.setContentsMargins(LARGE, LARGE, MEDIUM, SMALL)
        head.setSpacing(TIGHT)
        head.addLayout(top)
        head.addWidget(self.said)
        head.addLayout(choices)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.view, 1)
        column.addWidget(self.chosen)
        self.dress()


class _View(QGraphicsView):
    """Shows the whole picture as long as its names can be read; the wheel with Ctrl zooms."""

    def __init__(self, scene: NetworkScene) -> None:
        super().__init__(scene)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setDragMode(QGraphicsView.DragMode.ScrollHandDrag)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorUnderMouse)
        self.setAccessibleName("Network of actors")

    def fit(self) -> None:
        """As large as the room allows."""
        area = self.sceneRect()
        if area.isEmpty():
            return
        room = self.viewport().size()
        fits = min(room.width() / area.width(), room.height() / area.height())
        scale = min(max(fits, _LEAST_SCALE), 1.4)
        self.resetTransform()
        self.scale(scale, scale)
        self.centerOn(area.center())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
            return
        step = 1.15 if event.angleDelta().y() > 0 else 1 / 1.15
        if _LEAST_SCALE / 2 < self.transform().m11() * step < _MOST_SCALE:
            self.scale(step, step)


def _symbol(kind: ActorKind) -> str:
    return "building" if kind is ActorKind.ORGANISATION else "map-pin"


def _number(
    least: int, most: int, value: int, name: str, changed: Callable[[], object]
) -> QSpinBox:
    box = NumberBox()
    box.setRange(least, most)
    box.setValue(value)
    box.setAccessibleName(name)
    box.setToolTip(name)
    box.setAlignment(Qt.AlignmentFlag.AlignCenter)
    # Typing "12" does not ask for 1 first.
    box.setKeyboardTracking(False)
    box.valueChanged.connect(lambda _: changed())
    return box
