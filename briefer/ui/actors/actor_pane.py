"""Actors of the article that is read, with their mentions in context; merge, rename, hide."""

from html import escape

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QListView,
    QMenu,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from briefer.model.actors import Actor, Findings, Mention
from briefer.model.article import Article
from briefer.model.text import Span
from briefer.ui import mime, wording
from briefer.ui.actors.actor_list import ICONS, KIND_NAMES, ActorListModel, ActorRow
from briefer.ui.theme import MEDIUM, SMALL, TIGHT, icon
from briefer.ui.widgets.passage_card import CardList, PassageCard

# Characters of context on each side of a mention.
_CONTEXT = 70
_MOST_MENTIONS = 60
# So much of a name fits a menu (pixels).
_WIDEST_NAME = 280


class ActorPane(QWidget):
    """Shows actors and where they are mentioned; says what the user rules."""

    actor_chosen = Signal(object)
    place_clicked = Signal(object)
    merge_wanted = Signal(str, str)
    merge_asked = Signal(str)
    focus_wanted = Signal(str, str)
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
        outer.addWidget(self._parts)

    def _make_bar(self) -> QWidget:
        """The buttons beside the chosen actor's name."""
        bar = QWidget()
        row = QHBoxLayout(bar)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for symbol, tip, action in (
            ("git-merge", "Merge with another actor… (Ctrl+M)", self.ask_merge),
            ("pencil", "Rename… (Ctrl+R)", self.ask_rename),
            ("eye-off", "Hide in every article (Ctrl+H)", self.hide_chosen),
            ("plus", "Add to briefing (Ctrl+Shift+B)", self.add_chosen),
        ):
            button = QToolButton()
            button.setIcon(icon(symbol))
            button.setToolTip(tip)
            button.setAccessibleName(tip.split(" (")[0])
            button.clicked.connect(lambda _=False, call=action: call())
            row.addWidget(button)
        return bar

    def ask_merge(self) -> None:
        """Ask whom the chosen actor is the same as."""
        if self.current is not None:
            self.merge_asked.emit(self.current.key)

    def ask_rename(self) -> None:
        """Ask for the chosen actor's name."""
        if self.current is not None:
            self.rename_asked.emit(self.current.key)

    def hide_chosen(self) -> None:
        """Have the chosen actor hidden."""
        if self.current is not None:
            self.hide_wanted.emit(self.current.key)

    def add_chosen(self) -> None:
        """Have the chosen actor put into the briefing."""
        if self.current is not None:
            self.wanted_in_briefing.emit([self.model.item(self.current)])

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
        self._bar.setHidden(actor is None)
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
        # A line a block: each has its own direction of writing.
        self.where.setText("".join(f"<div>{line}</div>" for line in lines))
        cards = [self._card(self._article, m) for m in actor.mentions[:_MOST_MENTIONS]]
        self.mentions.fill(list(cards))

    def _card(self, article: Article, mention: Mention) -> PassageCard:
        span = mention.span
        before, after = _around(article.text, span)
        text = f"{before}{mention.text}{after}"
        bold = len(before), len(before) + len(mention.text)
        card = PassageCard(text, "", lambda: mime.pack([], text), bold=bold)
        card.clicked.connect(lambda: self.place_clicked.emit(span))
        return card

    def _open_menu(self, at: QPoint) -> None:
        actor = self.current
        if actor is not None:
            self.menu(actor).exec(self.list.viewport().mapToGlobal(at))

    def menu(self, actor: Actor) -> QMenu:
        """What can be done with an actor."""
        menu, key = QMenu(self), actor.key
        # The name is seen where the menu hangs in another one; an ampersand would underline.
        shown = QFontMetrics(menu.font()).elidedText(
            actor.name, Qt.TextElideMode.ElideRight, _WIDEST_NAME
        )
        menu.setTitle(shown.replace("&", "&&"))
        menu.setIcon(icon(ICONS[actor.kind], actor.kind.value))
        add = menu.addAction(icon("bookmark"), "Add to briefing")
        add.triggered.connect(lambda: self.wanted_in_briefing.emit([self.model.item(actor)]))
        focus = menu.addAction(icon("target"), "Focus the summary on this")
        focus.triggered.connect(lambda: self.focus_wanted.emit(key, actor.name))
        menu.addSeparator()
        merge = menu.addAction(icon("git-merge"), "Merge with…")
        merge.triggered.connect(lambda: self.merge_asked.emit(key))
        rename = menu.addAction(icon("pencil"), "Rename…")
        rename.triggered.connect(lambda: self.rename_asked.emit(key))
        kinds = menu.addMenu("Kind")
        for kind, label in KIND_NAMES.items():
            choice = kinds.addAction(label)
            choice.setCheckable(True)
            choice.setChecked(kind is actor.kind)
            choice.triggered.connect(lambda _=False, k=kind: self.kind_wanted.emit(key, k))
        hide = menu.addAction(icon("eye-off"), "Hide in every article")
        hide.triggered.connect(lambda: self.hide_wanted.emit(key))
        return menu


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
