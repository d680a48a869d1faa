"""The folders and feeds that are watched: added, looked after and removed; what each last said."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from briefer.model.errors import BrieferError
from briefer.model.places import Place
from briefer.services.watching import Watching
from briefer.ui import wording
from briefer.ui.notices import Asking, EmptyState
from briefer.ui.theme import LARGE, MEDIUM, SMALL, TIGHT, icon

if TYPE_CHECKING:
    from briefer.ui.watching import Watch

_OFTEN = {
    1: "Every minute",
    5: "Every 5 minutes",
    15: "Every 15 minutes",
    30: "Every 30 minutes",
    60: "Every hour",
    360: "Every 6 hours",
    1440: "Once a day",
}
# A server is not asked more often than this (minutes).
_FEED_LEAST = 15
_WHOLE = (
    "Many feeds give only the beginning. This fetches the page of each new entry from its site."
)
_SIZE = (680, 500)


class WatchedPlaces(QDialog):
    """Changes the list at once; there is nothing to save."""

    def __init__(
        self, watching: Watching, watch: "Watch", asking: Asking, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Watched places")
        self.resize(*_SIZE)
        self._watching, self._watch, self._asking = watching, watch, asking
        self.rows: list[PlaceRow] = []
        self._column = QVBoxLayout()
        self._column.setContentsMargins(0, 0, SMALL, 0)
        self._column.setSpacing(SMALL)
        self.empty = EmptyState(
            "eye",
            "Nothing is watched",
            "New articles of a folder or a feed come in by themselves and wait under New. Nothing is"
            " looked at or fetched but what you add here.",
        )
        self.address = QLineEdit(placeholderText="Address of a feed (RSS, Atom)")
        self.address.setAccessibleName("Address of a feed")
        self.whole = QCheckBox("Fetch whole articles")
        self.whole.setToolTip(_WHOLE)
        self.add_feed = QPushButton(icon("plus"), "Add feed")
        self.add_folder = QPushButton(icon("folder-open"), "Add folder…")
        self.said = QLabel()
        self.said.setObjectName("small")
        self.said.setWordWrap(True)
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self._arrange()
        self.add_folder.clicked.connect(self._add_folder)
        self.add_feed.clicked.connect(self._add_feed)
        self.address.returnPressed.connect(self._add_feed)
        self.address.textChanged.connect(self.said.hide)
        self.said.hide()
        watch.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the places as they now are."""
        places = self._watching.places
        if [row.place.id for row in self.rows] != [place.id for place in places]:
            self._build(places)
        for row, place in zip(self.rows, places, strict=True):
            row.show_place(place, is_under_way=self._watch.under_way == place.id)
        self.empty.setVisible(not places)
        self._area.setVisible(bool(places))

    def _arrange(self) -> None:
        inner = QWidget()
        inner.setObjectName("cards")
        whole = QVBoxLayout(inner)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addLayout(self._column)
        whole.addStretch(1)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setWidget(inner)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        buttons = QDialogButtonBox()
        close = buttons.addButton("Close", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        for button in (self.add_feed, self.add_folder, close):
            # Enter in the address adds the feed.
            button.setAutoDefault(False)
        feed = QHBoxLayout()
        feed.setSpacing(SMALL)
        feed.addWidget(self.address, 1)
        feed.addWidget(self.whole)
        feed.addWidget(self.add_feed)
        foot = QHBoxLayout()
        foot.addWidget(self.add_folder)
        foot.addStretch(1)
        foot.addWidget(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(LARGE, LARGE, LARGE, LARGE)
        column.setSpacing(SMALL)
        column.addWidget(self.empty, 1)
        column.addWidget(self._area, 1)
        column.addWidget(self.said)
        column.addLayout(feed)
        column.addLayout(foot)

    def _build(self, places: list[Place]) -> None:
        for row in self.rows:
            self._column.removeWidget(row)
            row.deleteLater()
        self.rows = [PlaceRow(self, place) for place in places]
        for row in self.rows:
            self._column.addWidget(row)

    def _add_folder(self) -> None:
        path = self._asking.folder("")
        if path is not None:
            self._add(lambda: self._watching.add_folder(path))

    def _add_feed(self) -> None:
        address = self.address.text().strip()
        whole = self.whole.isChecked()
        if address and self._add(lambda: self._watching.add_feed(address, whole=whole)):
            self.address.clear()

    def _add(self, call: Callable[[], object]) -> bool:
        try:
            call()
        except BrieferError as error:
            self.said.setText(str(error))
            self.said.show()
            return False
        self.refresh()
        self._watch.begin()
        return True

    def change(self, row: "PlaceRow") -> None:
        """Keep how often a place is looked at, and whether whole articles are fetched."""
        minutes, whole = int(row.often.currentData()), row.whole.isChecked()
        self._watching.change(row.place, minutes=minutes, whole=whole)

    def look(self, row: "PlaceRow") -> None:
        """Look at a place now."""
        self._watch.look(row.place)

    def remove(self, row: "PlaceRow") -> None:
        """Watch a place no longer."""
        self._watching.remove(row.place)
        self.refresh()
        self._watch.changed.emit()


class PlaceRow(QFrame):
    """One place: its address, how often, and what it last said."""

    def __init__(self, dialog: WatchedPlaces, place: Place) -> None:
        super().__init__()
        self.setObjectName("card")
        self.place = place
        is_feed = place.kind == "feed"
        picture = QLabel()
        picture.setPixmap(icon("news" if is_feed else "folder-open").pixmap(20, 20))
        self.address = QLabel(place.address)
        self.address.setTextFormat(Qt.TextFormat.PlainText)
        self.address.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.address.setToolTip(wording.tip(place.address))
        self.address.setMinimumWidth(1)
        self.often = QComboBox()
        self.often.setAccessibleName("How often")
        for minutes, text in _OFTEN.items():
            if not is_feed or minutes >= _FEED_LEAST:
                self.often.addItem(text, minutes)
        self.often.setCurrentIndex(max(self.often.findData(place.minutes), 0))
        self.whole = QCheckBox("Fetch whole articles")
        self.whole.setToolTip(_WHOLE)
        self.whole.setChecked(place.whole)
        self.whole.setVisible(is_feed)
        self.now = _tool("refresh", "Look now")
        self.gone = _tool("trash", "Watch no longer; its articles stay")
        self.said = QLabel()
        self.said.setObjectName("small")
        self.said.setWordWrap(True)
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self._arrange(picture)
        self.often.currentIndexChanged.connect(lambda _: dialog.change(self))
        self.whole.toggled.connect(lambda _: dialog.change(self))
        self.now.clicked.connect(lambda: dialog.look(self))
        self.gone.clicked.connect(lambda: dialog.remove(self))

    def show_place(self, place: Place, *, is_under_way: bool) -> None:
        """Show what came of the last look."""
        self.place = place
        self.now.setEnabled(not is_under_way)
        when = _clock(place.looked)
        said = f"{when}: {place.result}" if when else "Not looked at yet."
        self.said.setText("Looking…" if is_under_way else said)
        self.said.setProperty("bad", place.state != "well" and not is_under_way)
        self.said.style().unpolish(self.said)
        self.said.style().polish(self.said)

    def _arrange(self, picture: QLabel) -> None:
        top = QHBoxLayout()
        top.setSpacing(SMALL)
        top.addWidget(picture)
        top.addWidget(self.address, 1)
        top.addWidget(self.now)
        top.addWidget(self.gone)
        choices = QHBoxLayout()
        choices.setSpacing(MEDIUM)
        choices.addWidget(self.often)
        choices.addWidget(self.whole)
        choices.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(MEDIUM, SMALL, SMALL, SMALL)
        column.setSpacing(TIGHT)
        column.addLayout(top)
        column.addWidget(self.said)
        column.addLayout(choices)


def _tool(symbol: str, tip: str) -> QToolButton:
    button = QToolButton()
    button.setIcon(icon(symbol))
    button.setToolTip(tip)
    button.setAccessibleName(tip)
    return button


def _clock(iso: str) -> str:
    """When the last look was, in the user's own time."""
    try:
        moment = datetime.fromisoformat(iso).astimezone()
    except ValueError:
        return ""
    today = datetime.now().astimezone().date()
    time = f"{moment:%H:%M}"
    return f"Today {time}" if moment.date() == today else f"{wording.day(iso)} {time}"
