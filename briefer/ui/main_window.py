"""Puts the panes side by side, connects them, remembers sizes; no logic of its own.

The window is shown bare and furnished after its first paint: what the panes need takes longer to
load than all of Qt.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QMainWindow,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from briefer.model.article import ArticleId
from briefer.model.errors import BrieferError
from briefer.settings import Settings

if TYPE_CHECKING:
    from briefer.model.story import Place
    from briefer.services.briefing_desk import BriefingDesk
    from briefer.services.duplicates import Copies
    from briefer.services.importing import Importing
    from briefer.services.ledger import Ledger
    from briefer.services.library import Changes, Library
    from briefer.services.publishing import Publishing
    from briefer.services.renewing import Renewing
    from briefer.services.story_telling import StoryTelling
    from briefer.services.summarizing import Summarizing
    from briefer.services.watching import Watching
    from briefer.ui.jobs import Jobs

# The first window's size, and the screen below which it takes all there is (pixels).
_SIZE, _ROOMY = QSize(1280, 800), QSize(1400, 900)
# Least and first widths of library, reader and briefing (pixels).
_LEAST, _FIRST = (176, 424, 244), [252, 696, 332]


@dataclass
class House:
    """Everything the window stands on."""

    library: "Library"
    importing: "Importing"
    copies: "Copies"
    summarizing: "Summarizing"
    ledger: "Ledger"
    desk: "BriefingDesk"
    publishing: "Publishing"
    stories: "StoryTelling"
    watching: "Watching"
    renewing: "Renewing"
    settings: Settings
    jobs: "Jobs"


class MainWindow(QMainWindow):
    """Briefer's window. Says when it was first seen, what was dropped on it and when it closes."""

    painted = Signal()
    dropped = Signal(object)
    closing = Signal()

    def __init__(self, settings: Settings) -> None:
        """Bare: three empty panes at their places. `furnish` makes it live."""
        super().__init__()
        self.setWindowTitle("Briefer")
        self._settings = settings
        self._is_seen = self._is_furnished = self._was_warned = False
        self.panes = QSplitter(Qt.Orientation.Horizontal)
        for least in _LEAST:
            pane = QFrame()
            pane.setObjectName("pane")
            pane.setMinimumWidth(least)
            self.panes.addWidget(pane)
        self._share_out()
        self.panes.setChildrenCollapsible(False)
        self._top = QWidget()
        column = QVBoxLayout(self._top)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.panes, 1)
        self.setCentralWidget(self._top)
        # The menu bar's height is there from the start: nothing moves when it is filled.
        self.menuBar().addMenu("&File")
        self._restore()

    def furnish(self, house: House) -> None:
        """Put the real panes and menus in their places."""
        from briefer.ui.actor_desk import ActorDesk
        from briefer.ui.briefing.briefing_pane import BriefingPane
        from briefer.ui.commands import Commands
        from briefer.ui.drop_target import DropTarget
        from briefer.ui.library.library_pane import LibraryPane
        from briefer.ui.notices import Asking, NoticeBar
        from briefer.ui.pane_room import PaneRoom
        from briefer.ui.reading_room import ReadingRoom
        from briefer.ui.story_room import StoryRoom
        from briefer.ui.watching import Watch

        self.house = house
        self.notice = NoticeBar()
        self.asking = Asking(self)
        self.library = LibraryPane(house.library, house.copies, house.settings)
        self.room = ReadingRoom(
            house.library, house.summarizing, house.ledger, house.jobs, self.failed, house.copies
        )
        self.briefing = BriefingPane(house.library, house.desk, house.ledger)
        self.stories = StoryRoom(house, self.library, lambda: self.briefing.briefing, self.failed)
        # An article, or the story that was chosen in its place.
        self.middle = QStackedWidget()
        self.middle.addWidget(self.room.pane)
        self.middle.addWidget(self.stories.pane)
        sizes = self.panes.sizes()
        for place, pane in enumerate((self.library, self.middle, self.briefing)):
            pane.setMinimumWidth(_LEAST[place])
            bare = self.panes.replaceWidget(place, pane)
            if bare is not None:
                bare.deleteLater()
        self.panes.setSizes(sizes)
        self._share_out()
        self.drop_target = DropTarget(self._top)
        self.notice.float_over(self._top)
        self.menuBar().clear()
        self.watch = Watch(house)
        self.desk = ActorDesk(self)
        self.commands = Commands(self)
        self.room_for = PaneRoom(self)
        self.setAcceptDrops(True)
        self._connect_panes()
        self._is_furnished = True
        self.room_for.fit()
        self._show_new()
        self.watch.begin()
        self._renew()

    def _connect_panes(self) -> None:
        self.briefing.pages.large_wanted.connect(self._read_pages)
        self.closing.connect(self.library.stop)
        self.library.chosen.connect(self._show_article)
        self.stories.opened.connect(lambda: self.middle.setCurrentWidget(self.stories.pane))
        self.stories.place_wanted.connect(self._show_place)
        self.closing.connect(self.stories.stop)
        self.briefing.briefing_changed.connect(self.stories.look_at_briefing)
        self.stories.judged.connect(lambda now: self.briefing.outline.show_novelty(now.novelty))
        self.stories.judged.connect(self.room.summaries.judge)
        self.library.chosen.connect(self.library.model.mark_opened)
        self.house.library.subscribe(self._changed)
        if self._settings.last_article:
            self.library.choose(ArticleId(self._settings.last_article))
        self.watch.changed.connect(self._show_new)
        self.watch.watched_named.connect(self.notice.say)
        self.library.chosen.connect(lambda _: self._show_new())
        self.closing.connect(self.watch.stop)

    def _renew(self) -> None:
        """Have analyses of older versions made anew, once the window has come to rest."""
        from briefer.ui.renewal import Renewal

        self.renewal = Renewal(self.house.renewing, self.house.jobs)
        self.renewal.beginning.connect(self.room.before_renewal)
        self.renewal.renewed.connect(self.room.renewed)
        self.renewal.renewed.connect(self.briefing.renewed)
        self.closing.connect(self.renewal.stop)
        self.renewal.begin_later()

    def _share_out(self) -> None:
        """What a wider window gains goes to the text, some of it to the briefing."""
        self.panes.setStretchFactor(1, 3)
        self.panes.setStretchFactor(2, 1)

    def failed(self, error: Exception) -> None:
        """Tell the user what went wrong; what nobody expected goes on to the crash report."""
        if isinstance(error, BrieferError):
            self.notice.error(error)
        else:
            raise error

    def report_crash(self, report: str) -> None:
        """Say that something unexpected happened, and offer the report."""
        text = "Something went wrong in Briefer. Nothing was lost; you can go on."
        self.notice.warn(text, "Show report", lambda: self.asking.tell("Report", text, report))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._is_seen:
            self._is_seen = True
            # Only now the window has the size that the screen gives it.
            self.panes.setSizes(_widths(self._settings.panes, self.panes.width()))
            # The panes are painted after their window.
            QTimer.singleShot(0, self.painted.emit)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        mime = event.mimeData()
        if mime.hasUrls() or mime.hasHtml() or (mime.hasText() and event.source() is None):
            event.acceptProposedAction()
            self.drop_target.invite()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.drop_target.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.drop_target.hide()
        self.dropped.emit(event.mimeData())

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._is_furnished:
            self.room.pane.summary.commit()
            editor = self.briefing.editor
            editor.commit()
            editor.offer_again()
            if not editor.is_kept and not self._was_warned:
                self._was_warned = True
                self.notice.warn(
                    "Your last words are not kept: the library cannot be written to just now."
                    " Wait a moment, or close the window once more to go without them."
                )
                event.ignore()
                return
            self.briefing.pages.large.setChecked(False)
            self._settings.window = bytes(self.saveGeometry().toBase64().data()).decode()
            self._settings.panes = " ".join(map(str, self.panes.sizes()))
            self._settings.last_article = self.room.article.id if self.room.article else ""
            self.room.clear()
            self.closing.emit()
        super().closeEvent(event)

    def _read_pages(self, is_large: bool) -> None:  # noqa: FBT001 - as the signal has it
        """Give the whole window to the pages, or give it back."""
        if is_large:
            self._apart = self.panes.saveState()
            self._aside = [p for p in (self.library, self.middle) if not p.isHidden()]
            self.briefing.show()
            self.briefing.tabs.setCurrentWidget(self.briefing.pages)
            for pane in self._aside:
                pane.hide()
            self.briefing.preview.setFocus()
        else:
            for pane in self._aside:
                pane.show()
            self.panes.restoreState(self._apart)

    def _show_article(self, article: str) -> None:
        self.room.show(ArticleId(article))
        self.middle.setCurrentWidget(self.room.pane)

    def _show_place(self, place: "Place") -> None:
        """Open an article at a place that its story points to."""
        self.library.choose(place.article)
        if self.room.article is None or self.room.article.id != place.article:
            # A filter hides it from the list.
            self._show_article(place.article)
        self.middle.setCurrentWidget(self.room.pane)
        if place.span.end:
            self.room.jump(place.span)

    def _show_new(self) -> None:
        """How many articles came by themselves, and whether the places they come from are well."""
        places = self.house.watching.places
        self.library.new.show_state(
            self.house.library.fresh,
            is_watching=bool(places),
            is_well=all(place.state == "well" for place in places),
        )

    def _changed(self, changes: "Changes") -> None:
        self.notice.withdraw_undo()
        self.library.refresh(changes)
        self.stories.refresh(changes)
        self.room.refresh(changes)
        self.desk.refresh(changes)
        self.briefing.refresh(changes)
        self.commands.refresh()
        if changes.of("fresh", "shelf"):
            self._show_new()
        if changes.of("shelf") and self.room.article is not None:
            gone = not self.library.model.holds(self.room.article.id)
            if gone and not self.library.search.text():
                self.room.clear()

    def _restore(self) -> None:
        self.resize(_SIZE)
        room = self.screen().availableGeometry()
        if room.width() < _ROOMY.width() or room.height() < _ROOMY.height():
            self.setWindowState(Qt.WindowState.WindowMaximized)
        self.panes.setSizes(_FIRST)
        if self._settings.window:
            self.restoreGeometry(QByteArray.fromBase64(self._settings.window.encode()))


def _widths(kept: str, room: int) -> list[int]:
    """The panes' widths as they were kept; what was narrow on a small screen grows on a large one."""
    words = kept.split()
    if len(words) != len(_FIRST) or not all(word.isdecimal() for word in words):
        return _FIRST
    # A pane that was hidden has no width.
    library, reader, briefing = (int(w) or first for w, first in zip(words, _FIRST, strict=True))
    before = library + reader + briefing
    if room > before:
        library = max(library, min(_FIRST[0], library * room // before))
        briefing = max(briefing, min(_FIRST[2], briefing * room // before))
    return [library, max(room - library - briefing, _LEAST[1]), briefing]
