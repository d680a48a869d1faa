"""Actors of the article that is read, with their mentions in context; merge, rename, hide."""

from html import escape

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLabel,
    QListView,
    QMenu,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from briefer.model.actors import Actor, ActorKind, Findings, Mention
from briefer.model.article import Article
from briefer.ui import mime, wording
from briefer.ui.actors.actor_list import ActorListModel, ActorRow
from briefer.ui.theme import MEDIUM, SMALL, icon
from briefer.ui.widgets.passage_card import CardList, PassageCard

# Characters of context on each side of a mention.
_CONTEXT = 70
_MOST_MENTIONS = 60
_KINDS = {
    "Person": ActorKind.PERSON,
    "Organisation": ActorKind.ORGANISATION,
    "Place": ActorKind.PLACE,
}


class ActorPane(QWidget):
    """Shows actors and where they are mentioned; says what the user rules."""

    actor_chosen = Signal(object)
    place_clicked = Signal(object)
    merge_wanted = Signal(str, str)
    merge_asked = Signal(str)
    rename_asked = Signal(str)
    hide_wanted = Signal(str)
    kind_wanted = Signal(str, object)
    wanted_in_briefing = Signal(list)

    def __init__(self) -> None:
        super().__init__()
        self._article: Article | None = None
        self.model = ActorListModel()
        self.model.merge_wanted.connect(self.merge_wanted)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setItemDelegate(ActorRow(self.list))
        self.list.setMouseTracking(True)
        self.list.setUniformItemSizes(True)
        self.list.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.list.setDefaultDropAction(Qt.DropAction.CopyAction)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.setAccessibleName("Key actors")
        self.list.customContextMenuRequested.connect(self._open_menu)
        self.list.selectionModel().currentChanged.connect(self._moved)
        self.where = QLabel()
        self.where.setObjectName("small")
        self.where.setTextFormat(Qt.TextFormat.RichText)
        self.where.setWordWrap(True)
        self.where.setContentsMargins(MEDIUM, SMALL, MEDIUM, 0)
        self.mentions = CardList()
        below = QWidget()
        column = QVBoxLayout(below)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.where)
        column.addWidget(self.mentions, 1)
        self._parts = QSplitter(Qt.Orientation.Vertical)
        self._parts.addWidget(self.list)
        self._parts.addWidget(below)
        self._parts.setSizes([360, 240])
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, SMALL, 0, 0)
        outer.addWidget(self._parts)

    def show_findings(self, article: Article, findings: Findings) -> None:
        """The article's actors; the chosen one stays chosen."""
        same = self._article is not None and self._article.id == article.id
        key = self.current.key if same and self.current else None
        self._article = article
        self.model.show(findings.actors, article.id)
        self.choose(key)

    def clear(self) -> None:
        """No article, no actors."""
        self._article = None
        self.model.show(())
        self.choose(None)

    @property
    def current(self) -> Actor | None:
        """The chosen actor."""
        index = self.list.currentIndex()
        return self.model.actors[index.row()] if index.isValid() else None

    def choose(self, key: str | None) -> None:
        """Choose the actor of that key, or none."""
        row = next((i for i, a in enumerate(self.model.actors) if a.key == key), -1)
        self.list.setCurrentIndex(self.model.index(row) if row >= 0 else QModelIndex())
        if row < 0:
            self._show_mentions(None)

    def _moved(self, index: QModelIndex) -> None:
        actor = self.model.actors[index.row()] if index.isValid() else None
        self._show_mentions(actor)
        self.actor_chosen.emit(actor.key if actor else None)

    def _show_mentions(self, actor: Actor | None) -> None:
        if actor is None or self._article is None:
            hint = "Choose an actor to see each mention. Drag one onto another to merge them."
            self.where.setText(
                hint if self.model.actors else "No actors were found in this article."
            )
            self.mentions.fill([])
            return
        roles = ", ".join(dict.fromkeys(role.text for role in actor.roles))
        lines = [f"<b>{escape(actor.name)}</b>" + (f", {escape(roles)}" if roles else "")]
        if actor.aliases:
            lines.append("Also " + escape(", ".join(actor.aliases)))
        lines.append(wording.count(len(actor.mentions), "mention"))
        self.where.setText("<br>".join(lines))
        cards = [self._card(self._article, m) for m in actor.mentions[:_MOST_MENTIONS]]
        self.mentions.fill(list(cards))

    def _card(self, article: Article, mention: Mention) -> PassageCard:
        span = mention.span
        start, end = max(span.start - _CONTEXT, 0), min(span.end + _CONTEXT, len(article.text))
        before, after = article.text[start : span.start], article.text[span.end : end]
        text = " ".join(f"…{before}{mention.text}{after}…".split())
        card = PassageCard(text, "", lambda: mime.pack([], text))
        card.clicked.connect(lambda: self.place_clicked.emit(span))
        return card

    def _open_menu(self, at: QPoint) -> None:
        actor = self.current
        if actor is not None:
            self.menu(actor).exec(self.list.viewport().mapToGlobal(at))

    def menu(self, actor: Actor) -> QMenu:
        """What can be done with an actor."""
        menu, key = QMenu(self), actor.key
        add = menu.addAction(icon("bookmark"), "Add to briefing")
        add.triggered.connect(lambda: self.wanted_in_briefing.emit([self.model.item(actor)]))
        menu.addSeparator()
        merge = menu.addAction(icon("git-merge"), "Merge with…")
        merge.triggered.connect(lambda: self.merge_asked.emit(key))
        rename = menu.addAction(icon("pencil"), "Rename…")
        rename.triggered.connect(lambda: self.rename_asked.emit(key))
        kinds = menu.addMenu("Kind")
        for label, kind in _KINDS.items():
            choice = kinds.addAction(label)
            choice.setCheckable(True)
            choice.setChecked(kind is actor.kind)
            choice.triggered.connect(lambda _=False, k=kind: self.kind_wanted.emit(key, k))
        hide = menu.addAction(icon("eye-off"), "Hide in every article")
        hide.triggered.connect(lambda: self.hide_wanted.emit(key))
        return menu
