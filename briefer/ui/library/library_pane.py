"""The left pane: search, filters and the list of articles."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from briefer.model.article import ArticleId
from briefer.model.story import Novelty, Story
from briefer.services.duplicates import Copies
from briefer.services.library import Changes, Library
from briefer.services.listing import LISTED_BY, Listing
from briefer.settings import Settings
from briefer.ui import wording
from briefer.ui.library.article_list import ArticleList
from briefer.ui.library.list_filter import NEW_ROW, ListFilter
from briefer.ui.library.list_menu import list_menu
from briefer.ui.library.new_shelf import NewShelf
from briefer.ui.library.story_bar import StoryBar
from briefer.ui.library.story_list_model import StoryListModel
from briefer.ui.library.story_rows import StoryHead
from briefer.ui.notices import EmptyState
from briefer.ui.theme import MEDIUM, SMALL, icon
from briefer.ui.widgets.search_line import SearchLine

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
    story_chosen = Signal(object)
    story_move_wanted = Signal(list, object)
    story_leave_wanted = Signal(list)
    story_rename_wanted = Signal(object)
    story_wanted_in_briefing = Signal(object)

    def __init__(self, library: Library, copies: Copies, settings: Settings) -> None:
        super().__init__()
        self.setObjectName("pane")
        self._library = library
        # What was chosen last: an article, or the story whose heading it was.
        self._read: ArticleId | None = None
        self._read_story: Story | None = None
        self._is_refreshing = False
        self.model = StoryListModel(Listing(library, copies))
        self.search = SearchLine(placeholderText="Search articles", clearButtonEnabled=True)
        self.search.addAction(icon("search"), SearchLine.ActionPosition.LeadingPosition)
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
        self.stories = StoryBar(is_on=settings.by_story, tightness=settings.story_tightness)
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
        if changes is not None and not changes.of(*LISTED_BY):
            return
        self.filter.refresh(changes)
        self._show_changed(changes)

    def stop(self) -> None:
        """Ask nothing more: the library is being closed."""
        self._timer.stop()

    @property
    def current(self) -> ArticleId | None:
        """The article under the cursor."""
        card = self.model.card_at(self.list.currentIndex())
        return card.id if card is not None else None

    @property
    def selected(self) -> list[ArticleId]:
        """All selected articles in the order of the list."""
        found = map(self.model.card_at, self._selected_indexes())
        return [card.id for card in found if card is not None]

    @property
    def selected_heads(self) -> list[StoryHead]:
        """All selected headings of stories in the order of the list."""
        found = map(self.model.head_at, self._selected_indexes())
        return [head for head in found if head is not None]

    def _selected_indexes(self) -> list[QModelIndex]:
        return sorted(self.list.selectionModel().selectedIndexes(), key=lambda i: i.row())

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
        story = self.model.story_of(lead or article)
        if story is not None:
            self.model.unfold_story(story, is_open=True)
        if lead is not None:
            self.model.unfold(lead, is_open=True)
        row = self.model.row_of(article)
        if row >= 0:
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.list.selectionModel().setCurrentIndex(self.model.index(row), flags)

    def choose_story(self, story: Story) -> None:
        """Put the cursor on the story's heading, if the list has it."""
        row = self.model.row_of_story(story)
        if row >= 0:
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.list.selectionModel().setCurrentIndex(self.model.index(row), flags)

    def choose_first(self) -> None:
        """Put the cursor on the first article of the list."""
        if self.model.cards:
            self.choose(self.model.cards[0].id)

    def _make_list(self) -> ArticleList:
        view = ArticleList(self.model)
        view.fold_wanted.connect(self.fold)
        view.story_fold_wanted.connect(self.fold_story)
        view.moved.connect(self.story_move_wanted)
        view.customContextMenuRequested.connect(
            lambda at: list_menu(self).exec(view.viewport().mapToGlobal(at))
        )
        view.clicked.connect(self._clicked)
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
        top.addWidget(self.stories)
        top.addLayout(line)
        head = QWidget()
        head.setLayout(top)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self._pages, 1)

    def _moved(self, index: QModelIndex) -> None:
        card, head = self.model.card_at(index), self.model.head_at(index)
        if self._is_refreshing:
            return
        if card is not None:
            self._read, self._read_story = card.id, None
            self.chosen.emit(self._read)
        elif head is not None:
            self._read_story = head.story
            self.story_chosen.emit(head.story)

    def _clicked(self, index: QModelIndex) -> None:
        # A heading that is chosen already leads back from an article to its story.
        head = self.model.head_at(index)
        if head is not None:
            self.story_chosen.emit(head.story)

    def fold_story(self, story: Story, is_open: bool) -> None:  # noqa: FBT001 - as the signal has it
        """Show the articles under a story's heading, or hide them."""
        if not is_open and self.current in story.articles:
            # As below: the story is read in the place of its article.
            self.choose_story(story)
        self.model.unfold_story(story, is_open=is_open)

    def fold(self, lead: str, is_open: bool) -> None:  # noqa: FBT001 - as the signal has it
        """Show the copies under their lead, or hide them."""
        key = ArticleId(lead)
        if not is_open and self.current is not None and self.model.lead_of(self.current) == key:
            # What is folded away cannot be the one that is read.
            self.choose(key)
        self.model.unfold(key, is_open=is_open)

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
            watched=what == "watched",
        )
        self.model.wanted = wanted
        self._show_changed(None)

    def _show_changed(self, changes: Changes | None) -> None:
        self._show_as(lambda: self.model.refresh(changes))

    def _show_as(self, show: Callable[[], None]) -> None:
        """Let the list be another, and put the cursor where it was."""
        current = self.current
        # Where the row that is read goes, Qt would read the next.
        self._is_refreshing = True
        try:
            show()
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
        if self._read_story is not None and current is None:
            head = self.model.head_at(self.list.currentIndex())
            if head is None or head.story.id != self._read_story.id:
                self._put_cursor(partial(self.choose_story, self._read_story))
            return
        current = current or self._read
        if current is not None and self.current != current:
            self._put_cursor(partial(self.choose, current))

    def _put_cursor(self, choose: Callable[[], None]) -> None:
        """Put the cursor where it was; nobody need hear of it."""
        self.list.selectionModel().clear()
        choose()

    def show_stories(self, stories: Sequence[Story], novelty: Mapping[ArticleId, Novelty]) -> None:
        """Put the articles under the headings of these stories, as far as that is wanted."""
        if self._read_story is not None:
            at = ArticleId(self._read_story.id)
            self._read_story = next((s for s in stories if at in s.articles), None)
        self._show_as(
            lambda: self.model.show_stories(stories, novelty, is_by_story=self.stories.is_on)
        )
