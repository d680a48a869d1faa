"""What is seen over the window while articles are dragged onto it."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from briefer.ui.theme import LARGE, SMALL, icon

_SYMBOL = 40


class DropTarget(QFrame):
    """Covers its parent with an invitation to let go; the mouse goes through it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("drop")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._symbol = QLabel()
        heading = QLabel("Drop to import")
        heading.setObjectName("display")
        said = QLabel(
            "Web pages, PDF, Word, mail and text files, exports of news databases, or whole folders"
        )
        said.setObjectName("muted")
        column = QVBoxLayout(self)
        column.setSpacing(SMALL)
        column.addStretch(1)
        for part in (self._symbol, heading, said):
            part.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(part)
        column.addStretch(1)
        parent.installEventFilter(self)
        self.hide()

    def invite(self) -> None:
        """Show it over everything else."""
        self._symbol.setPixmap(icon("file-import", "accent").pixmap(_SYMBOL, _SYMBOL))
        self._cover()
        self.raise_()
        self.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._cover()
        return False

    def _cover(self) -> None:
        parent = self.parentWidget()
        if parent is not None:
            self.setGeometry(parent.rect().adjusted(LARGE, LARGE, -LARGE, -LARGE))
