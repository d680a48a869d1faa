"""Figures or days that sources give differently, side by side."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout

from briefer.model.story import Claim, Conflict, Place
from briefer.ui import wording
from briefer.ui.stories.rows import PlaceRow, Sources, line
from briefer.ui.theme import MEDIUM, SMALL, TIGHT, icon

# So many sides stand beside one another in the width of the pane.
_ACROSS = 2
_LOSSES = {"dead": "Dead", "hurt": "Hurt", "missing": "Missing"}
# A sentence as the name of an event takes one line (characters).
_NAME = 90


class ConflictCard(QFrame):
    """What for, and a column for each figure or day: who gives it, from when; click to see where."""

    def __init__(
        self, conflict: Conflict, sources: Sources, follow: Callable[[Place], None]
    ) -> None:
        """`follow` is called with the place that was clicked."""
        super().__init__()
        self.setObjectName("conflict")
        self.sides: list[PlaceRow] = []
        sign = QLabel()
        sign.setPixmap(icon("alert-triangle", "warning").pixmap(16, 16))
        top = QHBoxLayout()
        top.setSpacing(SMALL)
        top.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        self.heading = line(_heading(conflict), "strong")
        top.addWidget(self.heading, 1)
        grid = QGridLayout()
        grid.setHorizontalSpacing(SMALL)
        grid.setVerticalSpacing(TIGHT)
        for place, claim in enumerate(conflict.claims):
            row, column = divmod(place, _ACROSS)
            side = _side(claim, conflict, sources)
            side.clicked.connect(follow)
            self.sides.append(side)
            grid.addWidget(side, row, column, Qt.AlignmentFlag.AlignTop)
        for column in range(min(_ACROSS, max(len(conflict.claims), 2))):
            grid.setColumnStretch(column, 1)
        inner = QVBoxLayout(self)
        inner.setContentsMargins(MEDIUM, SMALL, SMALL, SMALL)
        inner.setSpacing(TIGHT)
        inner.addLayout(top)
        inner.addLayout(grid)


def _heading(conflict: Conflict) -> str:
    if conflict.kind == "date":
        said = conflict.what if len(conflict.what) <= _NAME else f"{conflict.what[:_NAME]}…"
        return f"Which day? {said}"
    what = _LOSSES.get(conflict.what, conflict.what[:1].upper() + conflict.what[1:])
    if any(claim.is_later for claim in conflict.claims):
        return f"{what}, rising"
    return what


def _side(claim: Claim, conflict: Conflict, sources: Sources) -> PlaceRow:
    first = claim.places[0]
    side = PlaceRow(first, claim.sentence)
    is_day = conflict.kind == "date"
    side.add(wording.weekday(claim.text) if is_day else claim.text, "figure")
    for article in dict.fromkeys(place.article for place in claim.places):
        named = sources.named(article)
        side.add(f"{named} – later" if claim.is_later else named, "small")
    return side
