"""The articles of a story: title, source, and what earlier briefings make of each."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton

from briefer.model.story import Novelty, Place
from briefer.model.text import Span
from briefer.services.library import Card
from briefer.ui import wording
from briefer.ui.stories.rows import PlaceRow, line, word
from briefer.ui.theme import SMALL, icon


class ArticleRow(PlaceRow):
    """Click to open the article; a button takes it out of the story."""

    leave_wanted = Signal()

    def __init__(self, card: Card, novelty: Novelty | None) -> None:
        """`novelty` is None where nothing was told before."""
        super().__init__(Place(card.id, Span(0, 0)), card.title)
        self.novelty = word(novelty)
        self.add(card.title, "strong")
        said = [card.outlet or "No source yet", wording.short_day(card.published)]
        out = QToolButton()
        out.setIcon(icon("x"))
        out.setToolTip("Take out of this story")
        out.setAccessibleName("Take out of this story")
        out.clicked.connect(lambda: self.leave_wanted.emit())
        self.out = out
        foot = QHBoxLayout()
        foot.setSpacing(SMALL)
        foot.addWidget(line("  ·  ".join(filter(None, said)), "small"), 1)
        foot.addWidget(self.novelty)
        foot.addWidget(out)
        self.column.addLayout(foot)
