"""What outlets want printed with their texts, entered once."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from briefer.ui.theme import LARGE, SMALL
from briefer.ui.widgets.answer_row import AnswerRow

_ASKED = (
    "One line for each outlet: its name, a colon, and what is to be printed with its texts. "
    "A star stands for all other outlets."
)
_EXAMPLE = (
    "The Daily Quay: Reproduced under licence. No further copies may be made.\n"
    "*: For internal use only."
)


class LicenceLines(QDialog):
    """Asks for licence lines; `lines` is the answer."""

    def __init__(self, lines: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Licence lines of outlets")
        self.setMinimumSize(560, 320)
        said = QLabel(_ASKED)
        said.setTextFormat(Qt.TextFormat.PlainText)
        said.setWordWrap(True)
        self.text = QPlainTextEdit(lines)
        self.text.setAccessibleName("Licence lines")
        self.text.setPlaceholderText(_EXAMPLE)
        self.text.setTabChangesFocus(True)
        buttons = AnswerRow(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(LARGE, LARGE, LARGE, LARGE)
        column.setSpacing(SMALL)
        column.addWidget(said)
        column.addWidget(self.text, 1)
        column.addWidget(buttons)

    @property
    def lines(self) -> str:
        """What was entered, without blank lines around it."""
        return self.text.toPlainText().strip()
