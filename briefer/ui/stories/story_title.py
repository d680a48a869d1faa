"""The title of a story, which can be written over in its place."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget


class StoryTitle(QWidget):
    """Shows the title; while it is renamed, a field. Enter keeps, Escape goes back."""

    renamed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.label = QLabel()
        self.label.setObjectName("title")
        self.label.setProperty("narrow", True)
        self.label.setWordWrap(True)
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.editor = _Field()
        self.editor.setAccessibleName("Title of the story")
        self.editor.setPlaceholderText("As its first article")
        self.editor.editingFinished.connect(self._keep)
        self.editor.left.connect(self._leave)
        self.editor.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.label)
        column.addWidget(self.editor)

    def show_title(self, title: str) -> None:
        """Show this title, unless it is being written."""
        self.label.setText(title)
        if not self.editor.isVisible():
            self.editor.setText(title)

    def edit(self) -> None:
        """Let it be written over."""
        self.editor.setText(self.label.text())
        self.label.hide()
        self.editor.show()
        self.editor.setFocus()
        self.editor.selectAll()

    def _keep(self) -> None:
        if self.editor.isHidden():
            return
        given = self.editor.text().strip()
        self._leave()
        if given != self.label.text():
            self.renamed.emit(given)

    def _leave(self) -> None:
        self.editor.hide()
        self.label.show()


class _Field(QLineEdit):
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
