"""Something to read in peace: lines of two parts, as what went wrong with which file."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from briefer.ui.theme import HUGE, LARGE, SMALL

# A size at which a dozen lines are read without scrolling (pixels).
_WIDTH, _TALLEST = 560, 520


class ToRead(QDialog):
    """Shows a sentence and below it lines of a name and what is to be said about it."""

    def __init__(
        self,
        title: str,
        sentence: str,
        lines: Sequence[tuple[str, str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(_WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(LARGE, LARGE, LARGE, LARGE)
        column.setSpacing(LARGE)
        if sentence:
            said = QLabel(sentence)
            said.setObjectName("heading")
            said.setTextFormat(Qt.TextFormat.PlainText)
            said.setWordWrap(True)
            column.addWidget(said)
        column.addWidget(self._table(lines), 1)
        buttons = QDialogButtonBox()
        close = buttons.addButton("Close", QDialogButtonBox.ButtonRole.RejectRole)
        close.setDefault(True)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)
        self.resize(_WIDTH, min(self.sizeHint().height(), self._tallest()))

    def _tallest(self) -> int:
        """As tall as reads well, with its buttons on the screen and the frame around it."""
        return min(_TALLEST, self.screen().availableGeometry().height() - 2 * HUGE)

    def _table(self, lines: Sequence[tuple[str, str]]) -> QScrollArea:
        inner = QWidget()
        inner.setObjectName("cards")
        grid = QGridLayout(inner)
        grid.setContentsMargins(0, 0, SMALL, 0)
        grid.setHorizontalSpacing(HUGE)
        grid.setVerticalSpacing(SMALL)
        for row, (name, text) in enumerate(lines):
            for place, part in enumerate((name, text)):
                label = QLabel(part)
                label.setTextFormat(Qt.TextFormat.PlainText)
                label.setWordWrap(place == 1)
                label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
                label.setAlignment(Qt.AlignmentFlag.AlignTop)
                label.setObjectName("" if place == 0 else "muted")
                grid.addWidget(label, row, place)
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(len(lines), 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(inner)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setMinimumHeight(min(inner.sizeHint().height(), self._tallest() - 4 * LARGE - HUGE))
        return area
