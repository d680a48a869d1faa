"""Joins the list's stories and the story in the middle with the services: grouping, reports, rulings."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from briefer.model.article import ArticleId
from briefer.model.briefing import ArticleItem, BriefingId
from briefer.model.story import Story, StoryReport
from briefer.model.summary import LengthUnit, SummaryLength
from briefer.services.library import Changes
from briefer.services.stories import TIGHTNESSES, Stories, lead_of
from briefer.services.story_telling import Grouping
from briefer.ui import wording
from briefer.ui.jobs import Job
from briefer.ui.stories.rows import Sources
from briefer.ui.stories.story_pane import StoryPane

if TYPE_CHECKING:
    from briefer.ui.library.library_pane import LibraryPane
    from briefer.ui.main_window import House

# While articles come in the stories wait for a pause, so that they do not take the import's time.
_PAUSE_MS = 400
# How long a story's summary is before the user says otherwise (sentences).
_LENGTH = 6
# What changes which articles there are, how they are grouped, or what was told before.
_GROUPED_BY = (
    "shelf",
    "source_fixes",
    "story_rulings",
    "story_titles",
    "copy_rulings",
    "items",
    "actor_rules",
)


class StoryRoom(QObject):
    """Keeps the stories as they are now and shows the chosen one.

    Grouping and reports are jobs; while one runs, the list and the page stay as they were.
    """

    opened = Signal()
    judged = Signal(object)
    place_wanted = Signal(object)
    wanted_in_briefing = Signal(list)

    def __init__(
        self,
        house: "House",
        shelf: "LibraryPane",
        briefing: Callable[[], BriefingId],
        failed: Callable[[Exception], None],
    ) -> None:
        """`briefing` is the one that is open: what those before it told is not new."""
        super().__init__()
        self._house, self._shelf, self._briefing, self._failed = house, shelf, briefing, failed
        self.stories = Stories(house.library)
        self.pane = StoryPane()
        self.grouping = Grouping((), {})
        self.story: Story | None = None
        # Before which briefing was asked last.
        self._told_before: BriefingId | None = None
        self._length = _LENGTH
        self._report: StoryReport | None = None
        self._job: Job | None = None
        self._reading: Job | None = None
        self._is_stale = self._is_closed = False
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._timer.timeout.connect(self.group)
        self._connect()
        if self._is_wanted:
            self._timer.start()

    @property
    def is_settled(self) -> bool:
        """Whether the list shows the stories as they are now, and the page the report."""
        return not (self._timer.isActive() or self._job or self._reading)

    def show(self, story: Story) -> None:
        """Open a story in the middle."""
        is_here = self.story == story and (self._reading is not None or self._report is not None)
        self.story = story
        self.opened.emit()
        # A click on a heading both chooses and opens it.
        if not is_here:
            self._read()

    def group(self) -> None:
        """Group the shelf anew, off the window's thread; asked again meanwhile, once more after."""
        if self._is_closed:
            return
        if self._job is not None:
            self._is_stale = True
            return
        self._is_stale = False
        telling, briefing = self._house.stories, self._briefing()
        self._told_before = briefing
        tightness = TIGHTNESSES[self._shelf.stories.tightness]
        self._shelf.stories.waiting.setVisible(self._shelf.stories.is_on)
        self._job = self._house.jobs.start(
            lambda progress: telling.group(progress, tightness=tightness, briefing=briefing),
            self._grouped,
            self._failed,
        )
        self._job.ended.connect(self._group_ended)

    def refresh(self, changes: Changes) -> None:
        """Group again where that may have changed."""
        if self._is_wanted and changes.of(*_GROUPED_BY):
            self._timer.start()

    def look_at_briefing(self) -> None:
        """Where another briefing is open, what is new is another matter."""
        if self._is_wanted and self._briefing() != self._told_before:
            self._timer.start()

    def dress(self) -> None:
        """Show the open story in the colours of the theme now in force."""
        if not self.pane.isHidden():
            self._read()

    def stop(self) -> None:
        """Ask nothing more: the library is being closed."""
        self._is_closed = True
        self._timer.stop()
        self.pane.stop()
        for job in (self._job, self._reading):
            if job is not None:
                job.cancel()

    def move(self, articles: Sequence[ArticleId], story: Story) -> None:
        """The articles belong to this story, and to no other."""
        left = {
            found.id: found
            for article in articles
            if (found := self._shelf.model.story_of(article)) is not None
            # A story that comes as a whole leaves nothing behind.
            and not set(found.articles) <= set(articles)
            and found.id != story.id
        }
        self.stories.move(articles, story, out_of=tuple(left.values()))

    def take_out(self, articles: Sequence[ArticleId]) -> None:
        """The articles do not belong to the story they are in."""
        story = self._shelf.model.story_of(articles[0])
        if story is not None:
            self.stories.take_out([key for key in articles if key in story.articles], story)

    def rename(self, story: Story) -> None:
        """Let the story's title be written over in its place."""
        self.show(story)
        self.pane.title.edit()

    @property
    def _is_wanted(self) -> bool:
        return self._shelf.stories.is_on or len(self._house.desk.all()) > 1

    def _connect(self) -> None:
        shelf, pane = self._shelf, self.pane
        shelf.stories.changed.connect(self._switched)
        shelf.story_chosen.connect(self.show)
        shelf.story_move_wanted.connect(self.move)
        shelf.story_leave_wanted.connect(self.take_out)
        shelf.story_rename_wanted.connect(self.rename)
        shelf.story_wanted_in_briefing.connect(lambda item: self.wanted_in_briefing.emit([item]))
        pane.place_clicked.connect(self.place_wanted)
        pane.wanted_in_briefing.connect(self.wanted_in_briefing)
        pane.leave_wanted.connect(self.take_out)
        pane.length_wanted.connect(self._set_length)
        pane.renamed.connect(self._rename)
        pane.story_wanted_in_briefing.connect(self._add_story)

    def _switched(self) -> None:
        settings, bar = self._house.settings, self._shelf.stories
        settings.by_story, settings.story_tightness = bar.is_on, bar.tightness
        if self._is_wanted:
            self.group()
        if not bar.is_on:
            self._show_grouping()

    def _grouped(self, grouping: Grouping) -> None:
        if self._is_closed:
            return
        self.grouping = grouping
        self._show_grouping()
        if self.story is not None:
            at = ArticleId(self.story.id)
            known = (s for s in grouping.stories if at in s.articles)
            self.story, self._report = next(known, None), None
            if self.story is not None and not self.pane.isHidden():
                self._read()

    def _group_ended(self) -> None:
        self._job = None
        self._shelf.stories.waiting.hide()
        if self._is_stale:
            self.group()

    def _show_grouping(self) -> None:
        self._shelf.show_stories(self.grouping.stories, self.grouping.novelty)
        self.judged.emit(self.grouping)

    def _read(self) -> None:
        """Have the story's report made; an earlier one under way is no longer wanted."""
        if self._reading is not None:
            self._reading.cancel()
        story = self.story
        if story is None or self._is_closed:
            return
        self._report = None
        self.pane.show_waiting(story, self._counts(story), self._length)
        telling, briefing = self._house.stories, self._briefing()
        length = SummaryLength(LengthUnit.SENTENCES, self._length)
        job = self._house.jobs.start(
            lambda progress: telling.report(story, progress, length=length, briefing=briefing),
            self._told,
            self._failed,
        )
        self._reading = job
        job.ended.connect(lambda: self._read_ended(job))

    def _told(self, report: StoryReport) -> None:
        if self.story is not None and report.story.id == self.story.id and not self._is_closed:
            cards = {card.id: card for card in self._house.library.known(report.story.articles)}
            self._report = report
            self.pane.show_report(report, Sources(cards))

    def _read_ended(self, job: Job) -> None:
        if self._reading is job:
            self._reading = None

    def _counts(self, story: Story) -> str:
        cards = self._house.library.known(story.articles)
        return wording.story_counts(
            len(cards),
            self._house.copies.texts(card.id for card in cards),
            len({card.outlet.casefold() for card in cards if card.outlet}),
            wording.days([card.published for card in cards]),
        )

    def _set_length(self, sentences: int) -> None:
        self._length = sentences
        self._read()

    def _rename(self, title: str) -> None:
        if self.story is not None:
            self.stories.rename(self.story, title)

    def _add_story(self) -> None:
        cards = self._house.library.known(self.story.articles) if self.story is not None else []
        if cards and self.story is not None:
            lead = lead_of(cards)
            others = tuple(key for key in self.story.articles if key != lead)
            self.wanted_in_briefing.emit([ArticleItem(lead, also=others)])
