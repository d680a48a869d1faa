"""One line above the list: how many articles came by themselves, and whether all places are well."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QWidget

from briefer.ui.theme import TIGHT, icon


class NewShelf(QWidget):
    """Hidden until something is watched."""

    wanted = Signal()
    places_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.button = QPushButton(icon("sparkles", "accent"), "New")
        self.button.setObjectName("badge")
        self.button.setToolTip("Show what watched places have brought and nobody has read")
        self.button.clicked.connect(self.wanted)
        self.trouble = QToolButton()
        self.trouble.setIcon(icon("alert-triangle", "warning"))
        self.trouble.setToolTip("A watched place has something to say. Click to see it.")
        self.trouble.setAccessibleName("A watched place has something to say")
        self.trouble.clicked.connect(self.places_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(TIGHT)
        row.addWidget(self.button, 1)
        row.addWidget(self.trouble)
        self.hide()

    def show_state(self, count: int, *, is_watching: bool, is_well: bool) -> None:
        """Say how many are new, and whether a place has failed."""
        self.setVisible(is_watching or count > 0)
        self.button.setText(f"{count} new" if count else "Nothing new")
        self.button.setEnabled(count > 0)
        self.trouble.setVisible(not is_well)
