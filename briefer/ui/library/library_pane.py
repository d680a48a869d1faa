"""The left pane: search, filters and the list of articles."""

from dataclasses import replace

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QTimer, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from briefer.model.article import ArticleId
from briefer.services.duplicates import Copies
from briefer.services.library import Changes, Library
from briefer.services.listing import Listing
from briefer.ui import wording
from briefer.ui.library.article_list import ArticleList
from briefer.ui.library.article_list_model import ArticleListModel
from briefer.ui.library.list_filter import NEW_ROW, ListFilter
from briefer.ui.library.new_shelf import NewShelf
from briefer.ui.notices import EmptyState
from briefer.ui.theme import MEDIUM, SMALL, icon

# Typing goes on for a moment; the list follows when it pauses (milliseconds).
_PAUSE_MS = 120
# Below this width the count and the order do not fit on one line (pixels).
_NARROW = 232
_ORDERS = {
    "added": "Last added",
    "published": "By date",
    "outlet": "By outlet",
    "title": "By title",
}


class LibraryPane(QFrame):
    """Shows the shelf; says which article was chosen."""

    chosen = Signal(str)
    wanted_in_briefing = Signal(list)
    removal_wanted = Signal(list)
    fix_wanted = Signal(list)
    dismissal_wanted = Signal()
    comparison_wanted = Signal(str)
    lead_wanted = Signal(str)
    parting_wanted = Signal(list)

    def __init__(self, library: Library, copies: Copies) -> None:
        super().__init__()
        self.setObjectName("pane")
        self._library = library
        self._read: ArticleId | None = None
        self._is_refreshing = False
        self.model = ArticleListModel(Listing(library, copies))
        self.search = QLineEdit(placeholderText="Search articles", clearButtonEnabled=True)
        self.search.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.search.setAccessibleName("Search articles")
        self.order = QComboBox()
        self.order.setObjectName("quiet")
        self.order.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        for key, text in _ORDERS.items():
            self.order.addItem(text, key)
        self.filter = ListFilter(library)
        self.order.setAccessibleName("Order of the list")
        self.new = NewShelf()
        self.new.wanted.connect(self.show_new)
        self.count = QLabel()
        self.count.setObjectName("small")
        self.count.setWordWrap(True)
        self.list = self._make_list()
        self.empty = EmptyState(
            "news", "No articles yet", "Drop articles here, or bring them in from the File menu."
        )
        nothing = EmptyState("search", "Nothing found", "No article matches. Try fewer words.")
        none_new = EmptyState(
            "check", "Nothing new", "What watched places bring waits here until it is read."
        )
        self._pages = QStackedWidget()
        for page in (self.list, self.empty, nothing, none_new):
            self._pages.addWidget(page)
        self._arrange()
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._timer.timeout.connect(self._ask)
        self.search.textChanged.connect(lambda: self._timer.start())
        self.order.currentIndexChanged.connect(self._ask)
        self.filter.currentIndexChanged.connect(self._ask)
        self.refresh()

    def refresh(self, changes: Changes | None = None) -> None:
        """Show what changed; without `changes` everything."""
        if changes is not None and not changes.of(
            "shelf", "fresh", "source_fixes", "items", "sections", "briefings", "copy_rulings"
        ):
            return
        self.filter.refresh(changes)
        self._show_changed(changes)

    def stop(self) -> None:
        """Ask nothing more: the library is being closed."""
        self._timer.stop()

    @property
    def current(self) -> ArticleId | None:
        """The article under the cursor."""
        index = self.list.currentIndex()
        return self.model.card(index).id if index.isValid() else None

    @property
    def selected(self) -> list[ArticleId]:
        """All selected articles in the order of the list."""
        rows = sorted(self.list.selectionModel().selectedIndexes(), key=lambda i: i.row())
        return [self.model.card(index).id for index in rows]

    @property
    def selected_whole(self) -> list[ArticleId]:
        """The selected articles with the copies that are folded away under them."""
        whole: list[ArticleId] = []
        for key in self.selected:
            folded = [] if self.model.is_open(key) else self.model.copies_of(key)
            whole += [key, *(card.id for card in folded)]
        return whole

    @property
    def listed_whole(self) -> list[ArticleId]:
        """All articles the list has, in its order, with those that are folded away."""
        return [card.id for card in self.model.shelf.cards]

    @property
    def listed(self) -> list[ArticleId]:
        """All articles the list shows, in its order; of several copies the one that leads."""
        return self.model.shelf.leads

    @property
    def shows_new(self) -> bool:
        """Whether the list shows the New shelf alone."""
        return self.model.wanted.fresh

    def show_new(self) -> None:
        """List the New shelf."""
        self.filter.setCurrentIndex(NEW_ROW)

    def choose(self, article: ArticleId) -> None:
        """Put the cursor on the article, if the list has it; its group is unfolded for it."""
        lead = self.model.lead_of(article)
        if lead is not None:
            self.model.unfold(lead, is_open=True)
        row = self.model.row_of(article)
        if row >= 0:
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.list.selectionModel().setCurrentIndex(self.model.index(row), flags)

    def choose_first(self) -> None:
        """Put the cursor on the first article of the list."""
        if self.model.rowCount():
            self.list.setCurrentIndex(self.model.index(0))

    def _make_list(self) -> ArticleList:
        view = ArticleList(self.model)
        view.fold_wanted.connect(self._fold)
        view.customContextMenuRequested.connect(
            lambda at: self._menu().exec(view.viewport().mapToGlobal(at))
        )
        view.selectionModel().currentChanged.connect(self._moved)
        return view

    def _arrange(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(SMALL)
        line.addWidget(self.count, 1)
        line.addWidget(self.order)
        top = QVBoxLayout()
        top.setContentsMargins(MEDIUM, MEDIUM, MEDIUM, SMALL)
        top.setSpacing(SMALL)
        top.addWidget(self.search)
        top.addWidget(self.new)
        top.addWidget(self.filter)
        top.addLayout(line)
        head = QWidget()
        head.setLayout(top)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self._pages, 1)

    def _moved(self, index: QModelIndex) -> None:
        if index.isValid() and not self._is_refreshing:
            self._read = self.model.card(index).id
            self.chosen.emit(self._read)

    def _fold(self, lead: str, is_open: bool) -> None:  # noqa: FBT001 - as the signal has it
        key = ArticleId(lead)
        if not is_open and self.current is not None and self.model.lead_of(self.current) == key:
            # What is folded away cannot be the one that is read.
            self.choose(key)
        self.model.unfold(key, is_open=is_open)

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        some, whole = self.selected, self.selected_whole
        add = QAction(icon("bookmark"), "Add to briefing", menu)
        add.triggered.connect(lambda: self.wanted_in_briefing.emit(some))
        fix = QAction(icon("list-details"), "Fix details…", menu)
        fix.triggered.connect(lambda: self.fix_wanted.emit(some))
        remove = QAction(icon("trash"), "Remove from the list", menu)
        remove.triggered.connect(lambda: self.removal_wanted.emit(whole))
        menu.addActions([add, fix])
        if self.shows_new:
            dismiss = menu.addAction(icon("check"), "Dismiss from New")
            dismiss.triggered.connect(lambda: self.dismissal_wanted.emit())
        menu.addAction(remove)
        for action in (add, fix, remove):
            action.setEnabled(bool(some))
        self._add_copy_actions(menu, some)
        return menu

    def _add_copy_actions(self, menu: QMenu, some: list[ArticleId]) -> None:
        """What can be done with copies, where one or its lead is selected."""
        copies = [key for key in some if self.model.lead_of(key) or self.model.copies_of(key)]
        if not copies:
            return
        menu.addSeparator()
        key = copies[0]
        lead = self.model.lead_of(key) or key
        is_open = self.model.is_open(lead)
        fold = QAction("Hide the copies" if is_open else "Show the copies", menu)
        fold.triggered.connect(lambda: self._fold(lead, not is_open))
        compare = QAction(icon("copy"), "Compare the copies…", menu)
        compare.triggered.connect(lambda: self.comparison_wanted.emit(key))
        menu.addActions([fold, compare])
        if key != lead and len(copies) == 1:
            leads = QAction("Let this copy lead", menu)
            leads.triggered.connect(lambda: self.lead_wanted.emit(key))
            menu.addAction(leads)
        different = QAction("Mark as different", menu)
        different.triggered.connect(lambda: self.parting_wanted.emit(copies))
        menu.addAction(different)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._say_count()

    def _say_count(self) -> None:
        """How many articles the list shows, and how many independent texts those are.

        In a narrow pane the number of articles says it alone.
        """
        shelf = self.model.shelf
        said = wording.count(shelf.articles, "article")
        if shelf.texts < shelf.articles:
            said += f", {wording.count(shelf.texts, 'independent text')}"
        self.count.setText(said if self.width() >= _NARROW else said.split()[0])
        self.count.setToolTip(said)

    def _ask(self) -> None:
        what, value = self.filter.wanted
        wanted = replace(
            self.model.wanted,
            search=self.search.text(),
            order=self.order.currentData(),
            language=value if what == "language" else "",
            outlet=value if what == "outlet" else "",
            fresh=what == "fresh",
            unopened=what == "unopened",
            unused=what == "unused",
        )
        self.model.wanted = wanted
        self._show_changed(None)

    def _show_changed(self, changes: Changes | None) -> None:
        current = self.current
        # Where the row that is read goes, Qt would read the next.
        self._is_refreshing = True
        try:
            self.model.refresh(changes)
            self._after_refresh(current)
        finally:
            self._is_refreshing = False

    def _after_refresh(self, current: ArticleId | None) -> None:
        rows = self.model.rowCount()
        is_filtered = bool(self.search.text()) or self.filter.currentIndex() > 0
        without = 3 if self.shows_new and not self.search.text() else 2 if is_filtered else 1
        self._pages.setCurrentIndex(0 if rows else without)
        self._say_count()
        # An article that a filter has hidden is still the one that is read when it comes back.
        current = current or self._read
        if current is not None and self.current != current:
            self.list.selectionModel().clear()
            self.choose(current)
