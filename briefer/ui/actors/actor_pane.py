"""Actors of the article that is read, with their mentions in context; merge, rename, hide."""

from functools import partial
from html import escape

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QListView,
    QMenu,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from briefer.model.actors import Actor, Findings, Mention
from briefer.model.article import Article
from briefer.model.text import Span
from briefer.services.rulings import Rulings
from briefer.ui import mime, wording
from briefer.ui.actors.actor_list import ActorListModel, ActorRow
from briefer.ui.actors.actor_menu import actor_menu
from briefer.ui.theme import MEDIUM, SMALL, TIGHT
from briefer.ui.widgets.passage_card import CardList, PassageCard
from briefer.ui.widgets.tool import tool

# Characters of context on each side of a mention.
_CONTEXT = 70
_MOST_MENTIONS = 60


class ActorPane(QWidget):
    """Shows actors and where they are mentioned; says what the user rules."""

    actor_chosen = Signal(object)
    place_clicked = Signal(object)
    merge_wanted = Signal(str, str)
    asked = Signal(str, object, object)

    def __init__(self) -> None:
        super().__init__()
        self._article: Article | None = None
        self._pinned: dict[str, str] = {}
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
        self.list.activated.connect(lambda _: self.ask("profile"))
        self.list.selectionModel().currentChanged.connect(self._moved)
        # How the names were found, where that says how far they can be relied on.
        self.how = _line(Qt.TextFormat.PlainText)
        self.how.setContentsMargins(MEDIUM, 0, MEDIUM, SMALL)
        self.how.setToolTip(
            wording.tip("More names may be missed, cut short or of the wrong kind than in English.")
        )
        self.how.hide()
        self.where = _line(Qt.TextFormat.RichText)
        self.where.setContentsMargins(MEDIUM, SMALL, MEDIUM, 0)
        self.mentions = CardList()
        below = QWidget()
        column = QVBoxLayout(below)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._bar = self._make_bar()
        head = QHBoxLayout()
        head.setContentsMargins(0, TIGHT, SMALL, 0)
        head.addWidget(self.where, 1)
        head.addWidget(self._bar, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        column.addWidget(self.mentions, 1)
        self._parts = QSplitter(Qt.Orientation.Vertical)
        self._parts.addWidget(self.list)
        self._parts.addWidget(below)
        self._parts.setSizes([360, 240])
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, SMALL, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.how)
        outer.addWidget(self._parts, 1)

    def _make_bar(self) -> QWidget:
        """The buttons beside the chosen actor's name."""
        bar = QWidget()
        row = QHBoxLayout(bar)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for symbol, tip, what in (
            ("list-details", "Open the page (Ctrl+J)", "profile"),
            ("git-merge", "Merge with another actor… (Ctrl+M)", "merge"),
            ("pencil", "Rename… (Ctrl+R)", "rename"),
            ("eye-off", "Hide in every article (Ctrl+H)", "hide"),
            ("plus", "Add to briefing (Ctrl+Shift+B)", "briefing"),
        ):
            row.addWidget(tool(symbol, tip, partial(self.ask, what)))
        return bar

    def ask(self, what: str, value: object = None) -> None:
        """Ask for something to be done with the chosen actor."""
        if self.current is not None:
            self.asked.emit(what, self.current, value)

    def show_watched(self, rulings: Rulings) -> None:
        """Mark the actors that are watched, and know the pinned roles."""
        self._pinned = rulings.roles
        self.model.show_watched(rulings.watched)

    def show_findings(self, article: Article, findings: Findings, *, how: str = "") -> None:
        """The article's actors; the chosen one stays chosen. `how` says how they were found."""
        self.how.setText(how)
        self.how.setVisible(bool(how))
        same = self._article is not None and self._article.id == article.id
        key = self.current.key if same and self.current else None
        self._article = article
        self.model.show(findings.actors, article.id, article.text)
        # Where there is nobody, that is what stands on top.
        self.list.setVisible(bool(findings.actors))
        self.choose(key)

    def clear(self) -> None:
        """No article, no actors."""
        self._article = None
        self.how.hide()
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
        self._bar.setHidden(actor is None)
        if actor is None or self._article is None:
            hint = (
                "Choose an actor to see each mention, double-click for the actor's page. Drag one"
                " onto another to merge them."
            )
            self.where.setText(
                hint if self.model.actors else "No actors were found in this article."
            )
            self.mentions.fill([])
            return
        roles = ", ".join(dict.fromkeys(role.text for role in actor.roles))
        lines = [wording.bold(escape(actor.name)) + (f", {escape(roles)}" if roles else "")]
        if actor.aliases:
            lines.append("Also " + escape(", ".join(actor.aliases)))
        lines.append(wording.count(len(actor.mentions), "mention"))
        # A line a block: each has its own direction of writing.
        self.where.setText("".join(f"<div>{line}</div>" for line in lines))
        cards = [self._card(self._article, actor, m) for m in actor.mentions[:_MOST_MENTIONS]]
        self.mentions.fill(list(cards))

    def _card(self, article: Article, actor: Actor, mention: Mention) -> PassageCard:
        span = mention.span
        before, after = _around(article.text, span)
        text = f"{before}{mention.text}{after}"
        bold = len(before), len(before) + len(mention.text)
        card = PassageCard(text, "", lambda: mime.pack([], text), bold=bold)
        card.clicked.connect(lambda: self.place_clicked.emit(span))
        if len(actor.mentions) > 1:
            apart = QAction("This one is somebody else…", card)
            apart.triggered.connect(lambda: self.asked.emit("mention", actor, mention))
            card.addAction(apart)
            card.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        return card

    def _open_menu(self, at: QPoint) -> None:
        actor = self.current
        if actor is not None:
            self.menu(actor).exec(self.list.viewport().mapToGlobal(at))

    def menu(self, actor: Actor, mention: Mention | None = None) -> QMenu:
        """What can be done with an actor, and with one mention of it."""
        return actor_menu(
            self,
            actor,
            lambda what, value: self.asked.emit(what, actor, value),
            is_watched=actor.key in self.model.watched,
            pinned=self._pinned.get(actor.key, ""),
            mention=mention,
        )


def _line(written: Qt.TextFormat) -> QLabel:
    """A quiet line of words."""
    line = QLabel()
    line.setObjectName("small")
    line.setTextFormat(written)
    line.setWordWrap(True)
    return line


def _around(text: str, span: Span) -> tuple[str, str]:
    """What stands before and after a place in its paragraph, cut between words."""
    start, end = max(span.start - _CONTEXT, 0), min(span.end + _CONTEXT, len(text))
    before = text[start : span.start].rpartition("\n")[2]
    after = text[span.end : end].partition("\n")[0]
    if start > 0 and len(before) == span.start - start:
        before = "…" + (before.partition(" ")[2] or before)
    if end < len(text) and len(after) == end - span.end:
        after = (after.rpartition(" ")[0] or after) + "…"
    return before, after
