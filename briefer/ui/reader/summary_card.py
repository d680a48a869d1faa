"""A sentence of the summary on its card: why it was chosen, its wording, its place among the others."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QTextCursor
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from briefer.model.story import Novelty
from briefer.model.summary import ScoredSentence, Why
from briefer.ui import wording
from briefer.ui.reader.why_pane import WhyPane
from briefer.ui.theme import TIGHT, icon
from briefer.ui.widgets.passage_card import PassageCard

_LINES = 5


class _Editor(QPlainTextEdit):
    """Return keeps the words, Escape leaves them."""

    kept = Signal()
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.kept.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class SummaryCard(PassageCard):
    """Says what is wanted of its sentence."""

    why_wanted = Signal()
    why_folded = Signal()
    reworded = Signal(str)
    draft_changed = Signal(object)
    move_wanted = Signal(int)

    def __init__(self, chosen: ScoredSentence, below: str, drag: Callable[[], QMimeData]) -> None:
        super().__init__(chosen.said, below, drag, pinned=chosen.pinned)
        self.chosen = chosen
        self._below = below
        self.why: WhyPane | None = None
        self.editor: _Editor | None = None
        self.original: QLabel | None = None
        self.why_button = self.add_button("help-circle", "Why this one? (?)", self.toggle_why)
        self.why_button.setCheckable(True)

    def add_edit_buttons(self) -> None:
        """The pencil, and for an edited sentence a line that says so, with the way back."""
        self.add_button("pencil", "Edit this sentence (F2)", self.edit)
        wording = self.chosen.wording
        if wording is None or not wording.is_edited:
            return
        said = QLabel("Edited")
        said.setObjectName("small")
        line = QHBoxLayout()
        line.setSpacing(0)
        line.addWidget(said, 1)
        shows = _button("eye", "Show the article's own words", self.toggle_original)
        shows.setCheckable(True)
        line.addWidget(shows)
        back = "Put back the article's own words"
        line.addWidget(_button("arrow-back-up", back, lambda: self.reworded.emit("")))
        self._column().insertLayout(1, line)
        self.setAccessibleName(f"{self.accessibleName()} Edited.")

    def show_novelty(self, novelty: Novelty | None) -> None:
        """What the sentence is to earlier briefings stands before its place; None: nothing."""
        said = wording.NOVELTY[novelty] if novelty is not None else ""
        self.note.setText(" · ".join(part for part in (said, self._below) if part))

    def toggle_why(self) -> None:
        """Unfold why the sentence was chosen, or fold it."""
        if self.why is None:
            self.why_wanted.emit()
        else:
            self.why.deleteLater()
            self.why = None
            self.why_button.setChecked(False)
            self.why_folded.emit()

    def show_why(self, why: Why | None, method: str) -> WhyPane:
        """Unfold the reasons."""
        if self.why is None:
            self.why = WhyPane(why, method, pinned=self.chosen.pinned)
            self._column().addWidget(self.why)
        self.why_button.setChecked(True)
        return self.why

    def toggle_original(self) -> None:
        """Show the article's own words below the user's, or hide them."""
        if self.original is None:
            self.original = QLabel(self.chosen.text)
            self.original.setObjectName("muted")
            self.original.setTextFormat(Qt.TextFormat.PlainText)
            self.original.setWordWrap(True)
            self._column().insertWidget(1, self.original)
        else:
            self.original.deleteLater()
            self.original = None

    def edit(self, draft: str | None = None) -> None:
        """Let the sentence be rewritten in its place; `draft` are words that were not kept yet."""
        if self.editor is not None:
            return
        wording = self.chosen.wording
        own = wording.entered if wording and wording.is_edited else self.chosen.text
        self.editor = _Editor(" ".join(own.split()) if draft is None else draft)
        self.editor.setAccessibleName("The sentence in your words")
        self.editor.setTabChangesFocus(True)
        self.editor.setFixedHeight(self.fontMetrics().lineSpacing() * _LINES + 4 * TIGHT)
        self.editor.kept.connect(self._keep)
        self.editor.left.connect(self._leave)
        self.editor.textChanged.connect(self._tell_draft)
        self._buttons_below = self._make_buttons()
        self.text.hide()
        self._column().insertWidget(1, self.editor)
        self._column().insertWidget(2, self._buttons_below)
        self.editor.setFocus()
        self.editor.moveCursor(QTextCursor.MoveOperation.End)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        moves = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        is_alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if event.key() == Qt.Key.Key_F2:
            self.edit()
        elif event.text() == "?":
            self.toggle_why()
        elif is_alt and event.key() in moves:
            self.move_wanted.emit(moves[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        # F2 is the window's too; the card that has the focus comes first.
        is_asked = event.type() == QEvent.Type.ShortcutOverride
        if is_asked and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_F2:
            event.accept()
            return True
        return super().event(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.note.geometry().contains(event.position().toPoint()):
            self.toggle_why()
        else:
            super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.edit()

    def _tell_draft(self) -> None:
        if self.editor is not None:
            self.draft_changed.emit(self.editor.toPlainText())

    def _make_buttons(self) -> QWidget:
        """Save and cancel, below the words that are being written."""
        save, cancel = QPushButton("Save"), QPushButton("Cancel")
        save.setObjectName("primary")
        save.setToolTip("Return")
        save.clicked.connect(self._keep)
        cancel.setToolTip("Escape leaves the sentence as it was")
        cancel.clicked.connect(self._leave)
        below = QWidget()
        row = QHBoxLayout(below)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(TIGHT)
        row.addStretch(1)
        row.addWidget(save)
        row.addWidget(cancel)
        return below

    def _keep(self) -> None:
        if self.editor is not None:
            text = self.editor.toPlainText()
            self._leave()
            self.reworded.emit(text)

    def _leave(self) -> None:
        if self.editor is None:
            return
        self.editor.deleteLater()
        self._buttons_below.deleteLater()
        self.editor = None
        self.text.show()
        self.draft_changed.emit(None)
        self.setFocus()

    def _column(self) -> QVBoxLayout:
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        return column


def _button(symbol: str, tip: str, action: Callable[[], None]) -> QToolButton:
    button = QToolButton()
    button.setIcon(icon(symbol))
    button.setToolTip(tip)
    button.setAccessibleName(tip)
    button.clicked.connect(lambda: action())
    return button
