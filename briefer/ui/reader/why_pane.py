"""Why a sentence was chosen: its rank, what made its score up as bars, and who else would choose it."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from briefer.model.summary import Why
from briefer.ui import wording
from briefer.ui.theme import SMALL, TIGHT, Look

REASONS = {
    "position": "Place in the article",
    "centrality": "Shared with the rest",
    "title words": "Words of the headline",
    "focus": "Your focus",
    "the method's own ranking": "The method's ranking",
}
_HEIGHT = 6
# A consensus names its voters below; so many bars are enough.
_MOST_BARS = 5
_MOST_NAMES = 4


class Bar(QWidget):
    """A share of 1 as a bar in a colour of the theme."""

    def __init__(self, share: float, colour: str = "accent") -> None:
        super().__init__()
        self._share, self._colour = min(max(share, 0.0), 1.0), colour
        self.setMinimumWidth(36)

    def sizeHint(self) -> QSize:
        return QSize(72, 2 * _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        track = QRectF(0, (self.height() - _HEIGHT) / 2, self.width(), _HEIGHT)
        painter.setBrush(Look.now().colour("border"))
        painter.drawRoundedRect(track, _HEIGHT / 2, _HEIGHT / 2)
        track.setWidth(max(track.width() * self._share, _HEIGHT if self._share else 0))
        painter.setBrush(Look.now().colour(self._colour))
        painter.drawRoundedRect(track, _HEIGHT / 2, _HEIGHT / 2)


class WhyPane(QFrame):
    """Unfolds below a sentence's card."""

    def __init__(self, why: Why | None, method: str, *, pinned: bool) -> None:
        """`method` is the name of the method in force."""
        super().__init__()
        self.setObjectName("why")
        self._rows = QGridLayout()
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setHorizontalSpacing(SMALL)
        self._rows.setVerticalSpacing(TIGHT)
        self._rows.setColumnStretch(1, 1)
        self._others = _line("Asking the other methods…")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SMALL, SMALL, TIGHT)
        column.setSpacing(TIGHT)
        if pinned:
            column.addWidget(_line("You pinned it: it is in every summary."))
        if why is not None:
            column.addWidget(_line(f"Rank {why.rank} of {why.of} ({method})"))
            self._fill(why)
            column.addLayout(self._rows)
            if why.actors:
                names = [name for name, _ in why.actors[:_MOST_NAMES]]
                more = len(why.actors) - len(names)
                names += [f"{more} more"] if more else []
                column.addWidget(_line(f"Names {wording.listed(names)}."))
        column.addWidget(self._others)

    @property
    def said(self) -> list[str]:
        """Every line and bar in words, from top to bottom."""
        return [label.text() for label in self.findChildren(QLabel)]

    def show_voices(self, voices: Sequence[str], methods: int, own: str) -> None:
        """Which of so many other methods have the sentence among their first three; `own` is in force."""
        others = [name for name in voices if name != own]
        if others:
            said = f"Also among the first three of {wording.listed(others)}"
            self._others.setText(f"{said} ({len(others)} of {methods} other methods).")
        else:
            self._others.setText("No other method has it among its first three.")

    def show_no_voices(self) -> None:
        """The other methods could not be asked."""
        self._others.setText("The other methods could not be asked.")

    def _fill(self, why: Why) -> None:
        for name, share in why.shares[:_MOST_BARS]:
            self._add(REASONS.get(name, name), share, "accent")
        if why.actors:
            weight = max(salience for _, salience in why.actors)
            self._add("Weight of its actors", weight, "person")
        if why.news is not None:
            self._add("New in this summary", why.news, "organisation")

    def _add(self, name: str, share: float, colour: str) -> None:
        row = self._rows.rowCount()
        label, bar, amount = _line(name), Bar(share, colour), QLabel(f"{share:.0%}")
        amount.setObjectName("small")
        bar.setAccessibleName(f"{name}: {share:.0%}")
        self._rows.addWidget(label, row, 0)
        self._rows.addWidget(bar, row, 1)
        self._rows.addWidget(amount, row, 2, Qt.AlignmentFlag.AlignRight)


def _line(text: str) -> QLabel:
    label = QLabel(text)
    label.setObjectName("small")
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
