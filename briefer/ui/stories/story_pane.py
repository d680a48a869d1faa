"""The middle pane when a story is chosen: all its articles say, on one page."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSlider,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from briefer.model.briefing import ArticleItem, Content
from briefer.model.story import Story, StoryReport, StorySentence
from briefer.services.filling import event_item, figure_item
from briefer.ui import mime, wording
from briefer.ui.stories.article_rows import ArticleRow
from briefer.ui.stories.conflict_card import ConflictCard
from briefer.ui.stories.rows import Part, PlaceRow, Sources
from briefer.ui.stories.story_title import StoryTitle
from briefer.ui.stories.timeline import event_rows
from briefer.ui.theme import LARGE, MEDIUM, SMALL, TIGHT, icon
from briefer.ui.widgets.passage_card import PassageCard

# Below this width the boxes stand under the summary, not beside it (pixels).
_NARROW = 600
_LONGEST = 15
# The summary follows the slider when that pauses (milliseconds).
_PAUSE_MS = 120


class StoryPane(QFrame):
    """Shows a report; says what was clicked and what is wanted."""

    place_clicked = Signal(object)
    length_wanted = Signal(int)
    renamed = Signal(str)
    story_wanted_in_briefing = Signal()
    wanted_in_briefing = Signal(list)
    leave_wanted = Signal(list)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("pane")
        self.story: Story | None = None
        self.summary, self.conflicts = Part("Summary"), Part("Where sources differ")
        self.figures, self.timeline = Part("Key figures"), Part("Timeline")
        self.articles = Part("Articles")
        self._make_head()
        self.waiting = QLabel("Reading the story…")
        self.waiting.setObjectName("muted")
        self.waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.waiting)
        self._pages.addWidget(self._make_page())
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._timer.timeout.connect(lambda: self.length_wanted.emit(self.slider.value()))
        self.slider.valueChanged.connect(lambda: self._say_length())
        self.slider.valueChanged.connect(lambda: self._timer.start())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self._pages, 1)

    def show_waiting(self, story: Story, counts: str, length: int) -> None:
        """The story is being read: its name and counts are known."""
        is_other = self.story is None or self.story.id != story.id
        self.story = story
        self.title.show_title(story.title)
        self.counts.setText(counts)
        self.slider.blockSignals(True)
        self.slider.setValue(length)
        self.slider.blockSignals(False)
        self._say_length()
        if is_other:
            self._pages.setCurrentIndex(0)
            self._scroll.verticalScrollBar().setValue(0)

    def show_report(self, report: StoryReport, sources: Sources) -> None:
        """All that the story's articles say."""
        follow = self.place_clicked.emit
        self.summary.fill([self._sentence(one, sources) for one in report.summary])
        self.conflicts.fill([ConflictCard(one, sources, follow) for one in report.conflicts])
        figures: list[QWidget] = []
        for figure in report.figures:
            row = PlaceRow(figure.place, figure.sentence)
            row.add(f"{figure.text} {figure.what}", "strong")
            row.add(sources.together(figure.place.article, figure.also), "small")
            row.clicked.connect(follow)
            self._offer(row, figure_item(figure), figure.sentence)
            figures.append(row)
        self.figures.fill(figures)
        events = event_rows(report.timeline, sources, follow)
        for told, event in zip(events, report.timeline, strict=True):
            self._offer(told.row, event_item(event), event.sentence)
        self.timeline.fill(events)
        articles: list[QWidget] = []
        for key in report.story.articles:
            card = sources.cards.get(key)
            if card is not None:
                one = ArticleRow(card, report.novelty.get(key))
                one.clicked.connect(follow)
                one.leave_wanted.connect(lambda key=key: self.leave_wanted.emit([key]))
                articles.append(one)
        self.articles.fill(articles)
        self._pages.setCurrentIndex(1)

    def scroll_to(self, part: QWidget) -> None:
        """Bring a part of the page to the top of the view."""
        at = part.mapTo(self._page, QPoint(0, 0)).y()
        self._scroll.verticalScrollBar().setValue(at - SMALL)

    def stop(self) -> None:
        """Ask nothing more."""
        self._timer.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow = self.width() < _NARROW
        way = QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight
        if self._columns.direction() != way:
            self._columns.setDirection(way)
        if bool(self._side.property("below")) != is_narrow:
            self._side.setProperty("below", is_narrow)
            self._side.style().unpolish(self._side)
            self._side.style().polish(self._side)

    def _offer(self, row: PlaceRow, item: Content, text: str) -> None:
        row.offer(item, text, lambda: self.wanted_in_briefing.emit([item]))

    def _sentence(self, one: StorySentence, sources: Sources) -> PassageCard:
        item = ArticleItem(one.place.article, sentences=(one.number,))
        below = sources.together(one.place.article, one.also)
        if one.novelty is not None:
            below = f"{wording.NOVELTY[one.novelty]}  ·  {below}"
        card = PassageCard(one.text, below, lambda: mime.pack([item], one.text))
        card.clicked.connect(lambda: self.place_clicked.emit(one.place))
        card.add_button("plus", "Add to briefing", lambda: self.wanted_in_briefing.emit([item]))
        return card

    def _make_head(self) -> None:
        self.title = StoryTitle()
        self.title.renamed.connect(self.renamed)
        self.counts = QLabel()
        self.counts.setObjectName("meta")
        self.counts.setWordWrap(True)
        pencil = _button("pencil", "Rename this story", self.title.edit)
        add = _button(
            "bookmark",
            "Add this story to the briefing: its lead article, and who else reports it",
            self.story_wanted_in_briefing.emit,
            "accent",
        )
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(1, _LONGEST)
        self.slider.setMaximumWidth(180)
        self.slider.setAccessibleName("Length of the story's summary in sentences")
        self.length = QLabel()
        self.length.setObjectName("small")
        self.length.setMinimumWidth(84)
        top = QHBoxLayout()
        top.setSpacing(TIGHT)
        top.addWidget(self.title, 1)
        top.addWidget(pencil, 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(add, 0, Qt.AlignmentFlag.AlignTop)
        line = QHBoxLayout()
        line.setSpacing(SMALL)
        line.addWidget(self.counts, 1)
        line.addWidget(self.slider)
        line.addWidget(self.length)
        self._head = QFrame()
        self._head.setObjectName("bar")
        column = QVBoxLayout(self._head)
        column.setContentsMargins(LARGE + SMALL, MEDIUM, MEDIUM, SMALL)
        column.setSpacing(TIGHT)
        column.addLayout(top)
        column.addLayout(line)

    def _make_page(self) -> QWidget:
        left = QVBoxLayout()
        left.setContentsMargins(LARGE + SMALL, MEDIUM, LARGE, LARGE)
        left.setSpacing(LARGE)
        for part in (self.summary, self.articles):
            left.addWidget(part)
        left.addStretch(1)
        self._side = QFrame()
        self._side.setObjectName("side")
        right = QVBoxLayout(self._side)
        right.setContentsMargins(MEDIUM, MEDIUM, MEDIUM, LARGE)
        right.setSpacing(LARGE)
        for part in (self.conflicts, self.figures, self.timeline):
            right.addWidget(part)
        right.addStretch(1)
        self._page = inner = QWidget()
        inner.setObjectName("cards")
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, inner)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.setSpacing(0)
        self._columns.addLayout(left, 11)
        self._columns.addWidget(self._side, 10)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(inner)
        return self._scroll

    def _say_length(self) -> None:
        self.length.setText(wording.count(self.slider.value(), "sentence"))


def _button(
    symbol: str, tip: str, action: Callable[[], None], colour: str = "muted"
) -> QToolButton:
    button = QToolButton()
    button.setIcon(icon(symbol, colour))
    button.setToolTip(tip)
    button.setAccessibleName(tip.split(":", maxsplit=1)[0])
    button.clicked.connect(lambda: action())
    return button
