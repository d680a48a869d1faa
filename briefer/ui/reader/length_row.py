"""How long a summary is: a slider, and what it counts in."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSlider, QWidget

from briefer.model.summary import LengthUnit, SummaryLength
from briefer.ui import wording
from briefer.ui.theme import TIGHT

# Of each unit the first and the last of the slider, and what one step of it means.
_RANGES = {
    LengthUnit.SENTENCES: (1, 15, 1),
    LengthUnit.WORDS: (2, 40, 10),
    LengthUnit.PERCENT: (1, 20, 5),
}
_PAUSE_MS = 60


class LengthRow(QWidget):
    """Says which length is wanted, once the slider rests for a moment."""

    wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._of, self._sentences, self._words = 0, 0, 0
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(1, 15)
        self.unit = QComboBox()
        self.unit.setObjectName("quiet")
        self.unit.setAccessibleName("What the summary's length counts in")
        for unit in LengthUnit:
            self.unit.addItem("", unit.value)
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._timer.timeout.connect(lambda: self.wanted.emit(self.length))
        self.slider.valueChanged.connect(lambda: self._say())
        self.slider.valueChanged.connect(lambda: self._timer.start())
        self.unit.activated.connect(lambda: self._change_unit())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(TIGHT)
        row.addWidget(self.slider, 1)
        row.addWidget(self.unit)
        self.show_length(SummaryLength())

    @property
    def length(self) -> SummaryLength:
        """What the slider says."""
        unit = LengthUnit(self.unit.currentData())
        return SummaryLength(unit, self.slider.value() * _RANGES[unit][2])

    def show_length(self, length: SummaryLength) -> None:
        """Show what is in force, without asking for it again."""
        low, high, step = _RANGES[length.unit]
        self.slider.blockSignals(True)
        self.unit.setCurrentIndex(self.unit.findData(length.unit.value))
        self.slider.setRange(low, high)
        self.slider.setPageStep(2 if step > 1 else 1)
        self.slider.setValue(round(length.amount / step))
        self.slider.blockSignals(False)
        self._say(length.amount)

    def show_made(self, sentences: int, of: int, words: int) -> None:
        """How long the summary came out: what another unit begins with."""
        self._sentences, self._of, self._words = sentences, of, words
        self.slider.setToolTip(
            f"{wording.count(sentences, 'sentence')} of {of}, {wording.count(words, 'word')}"
        )

    def stop(self) -> None:
        """Ask for nothing any more."""
        self._timer.stop()

    def _change_unit(self) -> None:
        unit = LengthUnit(self.unit.currentData())
        low, high, step = _RANGES[unit]
        amount = {
            LengthUnit.SENTENCES: self._sentences,
            LengthUnit.WORDS: self._words + step - 1,
            LengthUnit.PERCENT: 100 * self._sentences // max(self._of, 1),
        }[unit]
        self.show_length(SummaryLength(unit, min(max(amount // step, low), high) * step))
        self.wanted.emit(self.length)

    def _say(self, amount: int | None = None) -> None:
        length = self.length
        shown = length.amount if amount is None else amount
        now = {
            LengthUnit.SENTENCES: wording.count(shown, "sentence"),
            LengthUnit.WORDS: f"{shown} words",
            LengthUnit.PERCENT: f"{shown} %",
        }
        for index, unit in enumerate(LengthUnit):
            self.unit.setItemText(index, now[unit] if unit is length.unit else f"in {unit.value}")
        self.slider.setAccessibleName(f"Summary length in {length.unit.value}")
