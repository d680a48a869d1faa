"""The line that searches are typed into: it leaves the window its shortcuts."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit

# On some systems lines of text take these for moves and cuts that no one misses in a search.
_THE_WINDOWS = (Qt.Key.Key_E, Qt.Key.Key_K)


class SearchLine(QLineEdit):
    """Has the focus when the window opens, so what it takes the window never hears."""

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            is_the_windows = (
                event.modifiers() == Qt.KeyboardModifier.ControlModifier
                and event.key() in _THE_WINDOWS
            )
            nothing_typed_to_undo = (
                event.matches(QKeySequence.StandardKey.Undo) and not self.isUndoAvailable()
            ) or (event.matches(QKeySequence.StandardKey.Redo) and not self.isRedoAvailable())
            if is_the_windows or nothing_typed_to_undo:
                event.ignore()
                return True
        return super().event(event)
