"""What summaries are to be about: words and actors as chips, and a line to add more."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QCompleter,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from briefer.model.actors import Actor
from briefer.model.summary import Focus
from briefer.ui import wording
from briefer.ui.theme import TIGHT, icon

# By the first part of an actor's key.
_ICONS = {"person": "user", "organisation": "building", "place": "map-pin"}
# A longer word is cut on its chip (characters).
_LONGEST = 24


class FocusLine(QWidget):
    """Says what is to be added, dropped, or to hold for all articles (True) or this one (False)."""

    added = Signal(object)
    dropped = Signal(object, bool)
    spread = Signal(object, bool)

    def __init__(self) -> None:
        super().__init__()
        self._actors: Sequence[Actor] = ()
        self.line = QLineEdit()
        self.line.setPlaceholderText("Focus: words or names…")
        self.line.setAccessibleName("Focus of the summary: words or names")
        self.line.setToolTip("Sentences about these come first, whatever the method. Return adds.")
        self.line.returnPressed.connect(self._add)
        self.chips: list[QFrame] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(TIGHT)
        self._column.addWidget(self.line)

    def offer(self, actors: Sequence[Actor]) -> None:
        """Offer the article's actors while a name is typed."""
        self._actors = actors
        completer = QCompleter([actor.name for actor in actors], self.line)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        # The line deletes the one before.
        self.line.setCompleter(completer)

    def show_focus(self, own: Sequence[Focus], everywhere: Sequence[Focus]) -> None:
        """The chips of this article, then those of all."""
        for chip in self.chips:
            self._column.removeWidget(chip)
            chip.deleteLater()
        self.chips = [self._chip(focus, is_everywhere=False) for focus in own]
        self.chips += [self._chip(focus, is_everywhere=True) for focus in everywhere]
        for chip in self.chips:
            self._column.addWidget(chip, 0, Qt.AlignmentFlag.AlignLeft)

    def _add(self) -> None:
        text = " ".join(self.line.text().split())
        if text:
            known = (a for a in self._actors if a.name.casefold() == text.casefold())
            actor = next(known, None)
            self.line.clear()
            self.added.emit(Focus(actor.name, actor.key) if actor else Focus(text))

    def _chip(self, focus: Focus, *, is_everywhere: bool) -> QFrame:
        chip = QFrame()
        chip.setObjectName("chip")
        row = QHBoxLayout(chip)
        row.setContentsMargins(TIGHT, 0, 0, 0)
        row.setSpacing(0)
        shown = focus.word if len(focus.word) <= _LONGEST else f"{focus.word[:_LONGEST]}…"
        where = "all articles" if is_everywhere else "this article"
        name = QToolButton()
        name.setText(shown.replace("&", "&&") + ("  in all" if is_everywhere else ""))
        name.setIcon(icon(_ICONS.get(focus.actor.partition(":")[0], "target"), "accent"))
        name.setIconSize(QSize(14, 14))
        name.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        other = "this article only" if is_everywhere else "all articles"
        name.setToolTip(wording.tip(f"{focus.word}: focus in {where}. Click for {other}."))
        name.setAccessibleName(f"{focus.word}, focus in {where}; press for {other}")
        name.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        name.clicked.connect(lambda: self.spread.emit(focus, not is_everywhere))
        drop = QToolButton()
        drop.setIcon(icon("x"))
        drop.setIconSize(QSize(12, 12))
        drop.setToolTip("Take this focus off")
        drop.setAccessibleName(f"Take the focus off {focus.word}")
        drop.clicked.connect(lambda: self.dropped.emit(focus, is_everywhere))
        row.addWidget(name)
        row.addWidget(drop)
        return chip
