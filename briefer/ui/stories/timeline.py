"""A story day by day: dates at the left, a rail with a dot for each event, what happened at its right."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from briefer.model.story import DatedEvent, Place, Precision
from briefer.ui import wording
from briefer.ui.stories.rows import PlaceRow, Sources, line
from briefer.ui.theme import TIGHT, Look

# How wide the dates and the rail are, and how large a dot is (pixels).
_DATES, _RAIL, _DOT = 78, 14, 7
# Where the middle of the first line is.
_MIDDLE = 13


class EventRow(QWidget):
    """One event: its date, once for each day, the dot, and the sentence with its source."""

    def __init__(
        self, event: DatedEvent, sources: Sources, *, shows_date: bool, is_last: bool
    ) -> None:
        super().__init__()
        date = line(said_date(event) if shows_date else "", "when")
        date.setFixedWidth(_DATES)
        date.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
        date.setContentsMargins(0, TIGHT, 0, 0)
        self.date = date
        self.row = PlaceRow(event.place, event.sentence)
        self.row.add(event.sentence)
        self.row.add(sources.together(event.place.article, event.also), "small")
        # What a date was counted from belongs under it: it may be the first thing to doubt.
        self.counted = line(f"from “{event.text}”" if event.relative else "", "small")
        self.counted.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
        self.counted.setFixedWidth(_DATES)
        self.counted.setVisible(event.relative)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(date)
        left.addWidget(self.counted)
        left.addStretch(1)
        beside = QHBoxLayout(self)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(TIGHT)
        beside.addLayout(left)
        beside.addWidget(_Rail(is_last=is_last))
        beside.addWidget(self.row, 1)


class _Rail(QWidget):
    """The line that runs down beside the events, with this one's dot."""

    def __init__(self, *, is_last: bool) -> None:
        super().__init__()
        self.setFixedWidth(_RAIL)
        self._is_last = is_last

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = Look.now(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        across = self.width() / 2
        painter.setPen(QPen(theme.colour("border"), 2))
        end = _MIDDLE if self._is_last else self.height()
        painter.drawLine(QPointF(across, 0), QPointF(across, end))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accent"))
        painter.drawEllipse(QRectF(across - _DOT / 2, _MIDDLE - _DOT / 2, _DOT, _DOT))


def event_rows(
    events: Sequence[DatedEvent], sources: Sources, follow: Callable[[Place], None]
) -> list[EventRow]:
    """A row for each event; `follow` is called with the place that was clicked."""
    rows: list[EventRow] = []
    before = ""
    for place, event in enumerate(events):
        row = EventRow(
            event,
            sources,
            shows_date=event.date != before,
            is_last=place == len(events) - 1,
        )
        row.row.clicked.connect(follow)
        rows.append(row)
        before = event.date
    return rows


def said_date(event: DatedEvent) -> str:
    """The day as the timeline says it: "Mon 13 May", "May 2024", "2024"."""
    if event.precision is Precision.DAY:
        return wording.weekday(event.date)
    return wording.day(event.date) if event.precision is Precision.MONTH else event.date
