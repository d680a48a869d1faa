"""One line above the list: whether it is in stories, and how alike the articles of one must be."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLabel, QWidget

from briefer.ui.theme import SMALL

_CHOICES = {"loose": "Looser", "usual": "Usual", "tight": "Tighter"}
_ABOUT = {
    "loose": "Fewer, larger stories: articles on related events come together",
    "usual": "One story for each event",
    "tight": "More, smaller stories: only articles that tell nearly the same",
}


class StoryBar(QWidget):
    """Says when the person turns stories on or off, or wants them looser or tighter."""

    changed = Signal()

    def __init__(self, *, is_on: bool, tightness: str) -> None:
        """As the settings have it."""
        super().__init__()
        self.switch = QCheckBox("By story")
        self.switch.setToolTip("Put articles on one event under one heading (Ctrl+G)")
        self.switch.setChecked(is_on)
        self.waiting = QLabel("Grouping…")
        self.waiting.setObjectName("small")
        self.waiting.hide()
        self.choice = QComboBox()
        self.choice.setObjectName("quiet")
        self.choice.setAccessibleName("How alike the articles of a story are")
        self.choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        for key, text in _CHOICES.items():
            self.choice.addItem(text, key)
            self.choice.setItemData(
                self.choice.count() - 1, _ABOUT[key], Qt.ItemDataRole.ToolTipRole
            )
        self.choice.setCurrentIndex(max(self.choice.findData(tightness), 0))
        self.choice.setToolTip(_ABOUT[self.tightness])
        self.choice.setVisible(is_on)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SMALL)
        row.addWidget(self.switch)
        row.addWidget(self.waiting, 1)
        row.addStretch(0)
        row.addWidget(self.choice)
        self.switch.toggled.connect(self._change)
        self.choice.currentIndexChanged.connect(self._change)

    @property
    def is_on(self) -> bool:
        """Whether the list is to be in stories."""
        return self.switch.isChecked()

    @property
    def tightness(self) -> str:
        """One of "loose", "usual" and "tight"."""
        return str(self.choice.currentData())

    def _change(self) -> None:
        self.choice.setVisible(self.is_on)
        self.choice.setToolTip(_ABOUT[self.tightness])
        self.changed.emit()
