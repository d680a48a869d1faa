"""The head of the right pane: which briefing, its details, and new ones after a template."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QMenu, QToolButton, QWidget

from briefer.model.briefing import BriefingId, IssueDetails
from briefer.services.printed_words import printed_words
from briefer.services.templates import templates
from briefer.ui import wording
from briefer.ui.theme import MEDIUM, SMALL, icon


class BriefingHead(QWidget):
    """Says which briefing is wanted: one that is there, or a new one after the named template."""

    chosen = Signal(object)
    new_wanted = Signal(str)
    next_wanted = Signal()
    template_wanted = Signal()
    templates_wanted = Signal()
    deletion_wanted = Signal()
    details_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.chooser = QComboBox()
        self.chooser.setAccessibleName("Briefing")
        self.chooser.setMinimumContentsLength(10)
        self.chooser.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.chooser.activated.connect(lambda: self.chosen.emit(self.chooser.currentData()))
        details = _button("adjustments", "Title, date, marking and more (Ctrl+I)")
        details.clicked.connect(self.details_wanted)
        new = _button("plus", "New briefing")
        menu = QMenu(self)
        menu.aboutToShow.connect(lambda: self._fill_menu(menu))
        self._fill_menu(menu)
        new.setMenu(menu)
        new.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        row = QHBoxLayout(self)
        row.setContentsMargins(MEDIUM, MEDIUM, MEDIUM, SMALL)
        row.setSpacing(SMALL)
        row.addWidget(self.chooser, 1)
        row.addWidget(details)
        row.addWidget(new)

    def show_briefings(
        self, briefings: Sequence[tuple[BriefingId, IssueDetails]], current: BriefingId
    ) -> None:
        """Offer these, the newest first; `current` is the one that is shown."""
        names = wording.told_apart([_name(details) for _, details in briefings])
        self.chooser.blockSignals(True)
        self.chooser.clear()
        for (key, _), name in zip(briefings, names, strict=True):
            self.chooser.addItem(name, key)
        self.chooser.setCurrentIndex(self.chooser.findData(current))
        self.chooser.blockSignals(False)

    def _fill_menu(self, menu: QMenu) -> None:
        """The templates as they now are: the user may have made some since."""
        menu.clear()
        following = menu.addAction(icon("calendar"), "Next issue of this one")
        following.triggered.connect(lambda: self.next_wanted.emit())
        menu.addSeparator()
        words = printed_words("en").words
        for one in templates():
            action = menu.addAction(words.get(one.label, one.label))
            action.triggered.connect(lambda _=False, named=one.name: self.new_wanted.emit(named))
        menu.addSeparator()
        keep = menu.addAction(icon("bookmark"), "Keep the sections as a template…")
        keep.triggered.connect(lambda: self.template_wanted.emit())
        change = menu.addAction(icon("adjustments"), "Templates…")
        change.triggered.connect(lambda: self.templates_wanted.emit())
        menu.addSeparator()
        remove = menu.addAction(icon("trash"), "Delete this briefing")
        remove.triggered.connect(lambda: self.deletion_wanted.emit())


def _button(symbol: str, tip: str) -> QToolButton:
    button = QToolButton()
    button.setIcon(icon(symbol))
    button.setToolTip(tip)
    button.setAccessibleName(tip.split(" (", maxsplit=1)[0])
    return button


def _name(details: IssueDetails) -> str:
    title = details.title or details.series or "Untitled"
    return ", ".join(filter(None, [title, details.issue, wording.short_day(details.date)]))
