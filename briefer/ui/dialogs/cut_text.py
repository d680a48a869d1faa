"""The text of one article of an export, paragraph by paragraph, and what can be done with its cuts."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QPushButton,
    QVBoxLayout,
)

from briefer.services.reviewing import Cut, Missed, Review
from briefer.ui.theme import SMALL, icon

_HOW = "Is it cut at the wrong place? Choose a paragraph, then say what begins there."
# (name of the ruling, button, icon, key, what it does)
_RULINGS = (
    ("join", "Join with the article before", "git-merge", "Ctrl+J",
     "The article before goes on with this one"),
    ("cut", "A new article begins here", "section", "Ctrl+K",
     "The article is cut in two at the chosen paragraph"),
    ("give_before", "This article begins here", "chevron-up", "Ctrl+Up",
     "What stands above the chosen paragraph goes to the article before"),
    ("give_after", "The next article begins here", "chevron-down", "Ctrl+Down",
     "The chosen paragraph and the rest go to the next article"),
)  # fmt: skip


class CutText(QFrame):
    """Shows the paragraphs; `asked(ruling, paragraph)` says which cut is to be moved, and where."""

    asked = Signal(str, int)

    def __init__(self) -> None:
        super().__init__()
        self.heading = QLabel()
        self.heading.setObjectName("heading")
        self.heading.setWordWrap(True)
        self.heading.setTextFormat(Qt.TextFormat.PlainText)
        self.said = QLabel()
        self.said.setObjectName("small")
        self.said.setWordWrap(True)
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.paragraphs = QListWidget()
        self.paragraphs.setObjectName("paragraphs")
        self.paragraphs.setWordWrap(True)
        self.paragraphs.setSpacing(2)
        self.paragraphs.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.paragraphs.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.paragraphs.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.paragraphs.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.paragraphs.setAccessibleName("Paragraphs of the article")
        self.paragraphs.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.paragraphs.customContextMenuRequested.connect(
            lambda at: self._menu().exec(self.paragraphs.viewport().mapToGlobal(at))
        )
        self.paragraphs.currentRowChanged.connect(lambda _: self._allow())
        self.buttons: dict[str, QPushButton] = {}
        self._allowed: frozenset[str] = frozenset()
        self._arrange()

    def show_row(self, review: Review, row: int) -> None:
        """Show a cut, or why there is none."""
        found = review.rows[row] if 0 <= row < len(review.rows) else None
        self.paragraphs.clear()
        allowed: set[str] = set()
        if isinstance(found, Cut):
            self.heading.setText(found.source.title or "No headline yet")
            where = f"In {Path(found.file).name}. " if len(review.files) > 1 else ""
            self.said.setText(where + _HOW)
            self._fill(found)
            self.paragraphs.scrollToTop()
            if review.before(row):
                allowed |= {"join", "give_before"}
            if review.after(row):
                allowed.add("give_after")
            allowed.add("cut")
        elif isinstance(found, Missed):
            self.heading.setText(f"Could not be read: {found.place}")
            self.said.setText(str(found.problem))
        else:
            self.heading.clear()
            self.said.clear()
        self._allowed = frozenset(allowed)
        self._allow()

    @property
    def paragraph(self) -> int:
        """The chosen paragraph, or -1."""
        return self.paragraphs.currentRow()

    def _fill(self, cut: Cut) -> None:
        for line in cut.lines:
            item = QListWidgetItem(line.text)
            if line.is_heading:
                font = item.font()
                font.setWeight(QFont.Weight.DemiBold)
                item.setFont(font)
            self.paragraphs.addItem(item)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(SMALL, 0, 0, 0)
        column.setSpacing(SMALL)
        column.addWidget(self.heading)
        column.addWidget(self.said)
        for pair in (_RULINGS[:2], _RULINGS[2:]):
            row = QHBoxLayout()
            row.setSpacing(SMALL)
            for name, text, symbol, key, tip in pair:
                button = QPushButton(icon(symbol), text)
                button.setAutoDefault(False)
                button.setToolTip(f"{tip} ({key})")
                button.clicked.connect(lambda _=False, name=name: self._ask(name))
                shortcut = QShortcut(QKeySequence(key), self)
                shortcut.activated.connect(lambda name=name: self._ask(name))
                self.buttons[name] = button
                row.addWidget(button, 1)
            column.addLayout(row)
        column.addWidget(self.paragraphs, 1)

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        for name, text, symbol, _, _ in _RULINGS:
            action = menu.addAction(icon(symbol), text)
            action.setEnabled(self.buttons[name].isEnabled())
            action.triggered.connect(lambda _=False, name=name: self._ask(name))
        return menu

    def _allow(self) -> None:
        """A cut can be moved to any paragraph but the first, where there is one already."""
        for name, button in self.buttons.items():
            needs_place = name != "join"
            button.setEnabled(name in self._allowed and (self.paragraph > 0 or not needs_place))

    def _ask(self, name: str) -> None:
        if self.buttons[name].isEnabled():
            self.asked.emit(name, self.paragraph)
