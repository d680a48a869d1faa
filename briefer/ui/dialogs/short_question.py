"""A question with one answer: a line that is typed, or one of several names."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QVBoxLayout,
    QWidget,
)

from briefer.ui.theme import LARGE, SMALL
from briefer.ui.widgets.answer_row import AnswerRow
from briefer.ui.widgets.number_box import NumberBox

_WIDTH, _LIST_HEIGHT = 440, 280


class _ShortQuestion(QDialog):
    """What every short question has: what is asked, an answer's place, and a button that says it."""

    def __init__(self, title: str, asked: str, verb: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(_WIDTH)
        said = QLabel(asked)
        said.setTextFormat(Qt.TextFormat.PlainText)
        said.setWordWrap(True)
        self.line = QLineEdit()
        self.line.setAccessibleName(asked)
        self.column = QVBoxLayout()
        self.column.setSpacing(SMALL)
        self.column.addWidget(said)
        self.column.addWidget(self.line)
        buttons = AnswerRow(self, verb)
        self.go = buttons.go
        outer = QVBoxLayout(self)
        outer.setContentsMargins(LARGE, LARGE, LARGE, LARGE)
        outer.setSpacing(LARGE)
        outer.addLayout(self.column)
        outer.addWidget(buttons)


class LineQuestion(_ShortQuestion):
    """Asks for one line; `answer` is it without the blanks around it."""

    def __init__(
        self,
        title: str,
        asked: str,
        text: str = "",
        verb: str = "OK",
        note: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title, asked, verb, parent)
        if note:
            small = QLabel(note)
            small.setObjectName("small")
            small.setWordWrap(True)
            self.column.addWidget(small)
        self.line.textChanged.connect(lambda: self.go.setEnabled(bool(self.answer)))
        self.line.setText(text)
        self.line.selectAll()
        self.go.setEnabled(bool(self.answer))

    @property
    def answer(self) -> str:
        """What was typed."""
        return self.line.text().strip()


class NumberQuestion(_ShortQuestion):
    """Asks for a number; `answer` is it."""

    def __init__(
        self,
        title: str,
        asked: str,
        value: int,
        within: tuple[int, int],
        verb: str,
        note: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title, asked, verb, parent)
        self.line.hide()
        self.number = NumberBox(*within)
        self.number.setValue(value)
        self.number.setAccessibleName(asked)
        self.number.selectAll()
        self.column.addWidget(self.number)
        small = QLabel(note)
        small.setObjectName("small")
        small.setWordWrap(True)
        self.column.addWidget(small)
        self.number.setFocus()

    @property
    def answer(self) -> int:
        """The number as it stands."""
        return self.number.value()


class ChoiceQuestion(_ShortQuestion):
    """Asks for one of several names, which a typed part of them narrows; `answer` is its number."""

    def __init__(
        self,
        title: str,
        asked: str,
        names: Sequence[str],
        verb: str = "OK",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title, asked, verb, parent)
        self.line.setPlaceholderText("Type a part of the name")
        self.line.setClearButtonEnabled(True)
        self.list = QListWidget()
        self.list.setObjectName("choices")
        self.list.addItems(list(names))
        self.list.setMinimumHeight(min(_LIST_HEIGHT, max(len(names), 3) * 30))
        self.list.itemDoubleClicked.connect(lambda _: self.accept())
        self.list.currentRowChanged.connect(lambda row: self.go.setEnabled(row >= 0))
        self.column.addWidget(self.list)
        self.line.textChanged.connect(self._narrow)
        self._narrow("")

    @property
    def answer(self) -> int:
        """The number of the chosen name, or -1."""
        return self.list.currentRow()

    def _narrow(self, part: str) -> None:
        first = -1
        for row in range(self.list.count()):
            item = self.list.item(row)
            is_wanted = part.strip().casefold() in item.text().casefold()
            item.setHidden(not is_wanted)
            first = row if is_wanted and first < 0 else first
        self.list.setCurrentRow(first)
        self.go.setEnabled(first >= 0)
