"""Two summary methods side by side: what both choose is marked; one of them can be used."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from briefer.model.summary import ScoredSentence, Summary
from briefer.ui import mime, wording
from briefer.ui.reader.summary_panel import ABOUT, method_box
from briefer.ui.theme import LARGE, MEDIUM, SMALL
from briefer.ui.widgets.passage_card import CardList, PassageCard

_SIZE = (880, 620)


class _Column(QWidget):
    """One method: its name, what it does, its sentences."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.method: QComboBox = method_box(name)
        self.about = QLabel()
        self.about.setObjectName("small")
        self.about.setWordWrap(True)
        # The sentences of both methods begin at one height, whichever says more of itself.
        self.about.setMinimumHeight(2 * self.about.fontMetrics().lineSpacing())
        self.about.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.cards = CardList()
        self.use = QPushButton("Use this one")
        self.use.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        for part in (self.method, self.about):
            column.addWidget(part)
        column.addWidget(self.cards, 1)
        column.addWidget(self.use)

    @property
    def name(self) -> str:
        """The method's name in the program."""
        return str(self.method.currentData())


class MethodComparison(QDialog):
    """Stays beside the text: a click leads to the sentence there. `chosen` is the method to use."""

    place_clicked = Signal(object)
    chosen = Signal(str)

    def __init__(self, summary: Callable[[str], object], parent: QWidget | None = None) -> None:
        """`summary` gives the Summary by a method, or None while it is made; then `show_again`."""
        super().__init__(parent)
        self.setWindowTitle("Compare two methods")
        self.resize(*_SIZE)
        self._summary = summary
        self._in_force = ""
        self.common = QLabel()
        self.common.setObjectName("heading")
        self.columns = (_Column("First method"), _Column("Second method"))
        sides = QHBoxLayout()
        sides.setSpacing(LARGE)
        for column in self.columns:
            column.method.currentIndexChanged.connect(lambda _: self.show_again())
            column.use.clicked.connect(lambda _=False, c=column: self._use(c))
            sides.addWidget(column, 1)
        buttons = QDialogButtonBox()
        close = buttons.addButton("Close", QDialogButtonBox.ButtonRole.RejectRole)
        close.setAutoDefault(False)
        buttons.rejected.connect(self.reject)
        column_of_all = QVBoxLayout(self)
        column_of_all.setContentsMargins(LARGE, LARGE, LARGE, LARGE)
        column_of_all.setSpacing(MEDIUM)
        column_of_all.addWidget(self.common)
        column_of_all.addLayout(sides, 1)
        column_of_all.addWidget(buttons)

    def begin(self, method: str) -> None:
        """Compare the method in force with another."""
        self._in_force = method
        other = "lexrank" if method == "auto" else "auto"
        for column, name in zip(self.columns, (method, other), strict=True):
            column.method.blockSignals(True)
            column.method.setCurrentIndex(column.method.findData(name))
            column.method.blockSignals(False)
        self.show_again()

    def follow(self, method: str) -> None:
        """Another method may be in force now, and the summaries other ones."""
        self._in_force = method
        self.show_again()

    def show_again(self) -> None:
        """Both summaries as they now stand."""
        found = [self._summary(column.name) for column in self.columns]
        summaries = [one for one in found if isinstance(one, Summary)]
        both = frozenset[int]()
        if len(summaries) == len(self.columns):
            both = summaries[0].numbers & summaries[1].numbers
            most = max(len(summary.sentences) for summary in summaries)
            self.common.setText(f"{len(both)} of {most} in common")
        else:
            self.common.setText("Working out the summaries…")
        for column, one in zip(self.columns, found, strict=True):
            column.about.setText(ABOUT[column.name])
            is_in_force = column.name == self._in_force
            column.use.setText("This one is in use" if is_in_force else "Use this one")
            column.use.setEnabled(isinstance(one, Summary) and not is_in_force)
            sentences = one.sentences if isinstance(one, Summary) else ()
            column.cards.fill([self._card(chosen, both) for chosen in sentences])

    def _card(self, chosen: ScoredSentence, both: frozenset[int]) -> PassageCard:
        is_common = chosen.sentence.number in both
        notes = [f"Paragraph {chosen.sentence.paragraph + 1}"]
        notes += ["pinned"] if chosen.pinned else []
        notes += ["in both"] if is_common else []
        text = chosen.said
        card = PassageCard(text, " · ".join(notes), lambda: mime.pack([], text))
        card.setProperty("common", is_common)
        card.setAccessibleName(f"{text} {wording.listed(notes)}")
        card.clicked.connect(lambda: self.place_clicked.emit(chosen.sentence.span))
        return card

    def _use(self, column: _Column) -> None:
        self.chosen.emit(column.name)
        self.accept()
