"""How often an actor is mentioned over time, as bars; a click says which days were meant."""

from collections.abc import Mapping
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QHelpEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from briefer.ui import wording
from briefer.ui.theme import SMALL, TIGHT, Look

_HEIGHT = 104
# Up to so many days a bar is a day, up to so many more a week, beyond that a month.
_DAYS, _WEEKS = 92, 730
_WIDEST_BAR = 26
_WEEK = 7


class DayChart(QWidget):
    """The bars of one actor."""

    picked = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Mentions over time")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.bars: list[tuple[date, date, int]] = []
        self._colour = "accent"

    def show_days(self, days: Mapping[str, int], colour: str) -> None:
        """The mentions of each ISO date; those without a full date are left out."""
        self.bars, self._colour = bars(days), colour
        self.setVisible(bool(self.bars))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(300, _HEIGHT)

    def bar_at(self, x: float) -> int:
        """The number of the bar at a place, or -1."""
        step = self._step()
        place = int((x - SMALL) / step) if self.bars and x >= SMALL else -1
        return place if 0 <= place < len(self.bars) else -1

    def bar_rect(self, number: int) -> QRectF:
        """Where a bar stands."""
        most = max(count for *_, count in self.bars)
        step, foot = self._step(), self.height() - self._line()
        height = (foot - self._line()) * self.bars[number][2] / most
        width = max(min(step * 0.72, _WIDEST_BAR), 1.5)
        left = SMALL + step * number + (step - width) / 2
        return QRectF(left, foot - height, width, height)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.bars:
            return
        theme, painter = Look.now(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._font())
        foot = self.height() - self._line()
        painter.setPen(theme.colour("border"))
        painter.drawLine(QPointF(SMALL, foot + 0.5), QPointF(self.width() - SMALL, foot + 0.5))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(self._colour))
        for number, (*_, count) in enumerate(self.bars):
            if count:
                painter.drawRoundedRect(self.bar_rect(number), 1.5, 1.5)
        self._paint_words(painter, foot)
        painter.end()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        number = self.bar_at(event.position().x())
        if number >= 0 and self.bars[number][2]:
            first, last, _ = self.bars[number]
            self.picked.emit(first.isoformat(), last.isoformat())

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            number = self.bar_at(event.pos().x())
            said = self.said(number) if number >= 0 else ""
            QToolTip.showText(event.globalPos(), said, self)
            return True
        return super().event(event)

    @property
    def unit(self) -> str:
        """What a bar counts."""
        if not self.bars:
            return ""
        longest = max((last - first).days for first, last, _ in self.bars)
        return "Mentions a " + ("day" if longest == 0 else "week" if longest < _WEEK else "month")

    def said(self, number: int) -> str:
        """When a bar was, and how many mentions it stands for."""
        first, last, count = self.bars[number]
        when = self._day(number)
        if last != first and not self._is_monthly:
            when += f" to {wording.day(last.isoformat())}"
        return f"{when}: {wording.count(count, 'mention')}"

    def _day(self, number: int) -> str:
        """The day, first day or month of a bar."""
        first = self.bars[number][0].isoformat()
        return wording.day(first[: len("2021-08")] if self._is_monthly else first)

    @property
    def _is_monthly(self) -> bool:
        return self.unit.endswith("month")

    def _paint_words(self, painter: QPainter, foot: float) -> None:
        """The first and last day below, and between them what is counted; the highest number at its
        bar."""
        painter.setPen(Look.now().colour("muted"))
        below = QRectF(SMALL, foot + 2, self.width() - 2 * SMALL, self._line())
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft, self._day(0))
        if len(self.bars) > 1:
            last = self._day(-1) if self._is_monthly else wording.day(self.bars[-1][1].isoformat())
            painter.drawText(below, Qt.AlignmentFlag.AlignRight, last)
        painter.drawText(below, Qt.AlignmentFlag.AlignHCenter, self.unit)
        most = max(range(len(self.bars)), key=lambda number: self.bars[number][2])
        bar = self.bar_rect(most)
        wide = QRectF(bar.center().x() - 30, bar.top() - self._line(), 60, self._line())
        left = min(max(wide.left(), 0), self.width() - wide.width())
        wide.moveLeft(left)
        painter.drawText(wide, Qt.AlignmentFlag.AlignCenter, str(self.bars[most][2]))

    def _step(self) -> float:
        room = self.width() - 2 * SMALL
        return room / max(len(self.bars), 1)

    def _font(self) -> QFont:
        small = QFont(self.font())
        small.setPointSizeF(max(self.font().pointSizeF() - 1.5, 7))
        return small

    def _line(self) -> int:
        return QFontMetrics(self._font()).height() + TIGHT


def bars(days: Mapping[str, int]) -> list[tuple[date, date, int]]:
    """The bars from the first day to the last: days, weeks or months, by how long that is."""
    known: dict[date, int] = {}
    for iso, count in days.items():
        try:
            known[date.fromisoformat(iso)] = known.get(date.fromisoformat(iso), 0) + count
        except ValueError:
            # Without a day it has no place on the line.
            continue
    if not known:
        return []
    first, last = min(known), max(known)
    long = (last - first).days
    found: list[tuple[date, date, int]] = []
    start = first if long <= _WEEKS else first.replace(day=1)
    while start <= last:
        end = _end(start, long)
        count = sum(n for day, n in known.items() if start <= day <= end)
        found.append((start, end, count))
        start = end + timedelta(days=1)
    return found


def _end(start: date, long: int) -> date:
    if long <= _DAYS:
        return start
    if long <= _WEEKS:
        return start + timedelta(days=6)
    return (start.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
