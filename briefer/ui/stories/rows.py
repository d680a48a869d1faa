"""What the parts of a story are made of: rows to click, headings, and the names of sources."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QDrag, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLabel,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from briefer.model.article import ArticleId
from briefer.model.briefing import Content
from briefer.model.story import Novelty, Place
from briefer.services.library import Card
from briefer.ui import mime, wording
from briefer.ui.theme import SMALL, TIGHT, icon

# More outlets than that are a number (the tooltip names them all).
_MOST_NAMED = 3
_UNNAMED = "an unnamed outlet"


class PlaceRow(QFrame):
    """Click, or Enter, to see where it stands in its article."""

    clicked = Signal(object)

    def __init__(self, place: Place, said: str, *, margin: int = TIGHT) -> None:
        """`said` is what screen readers are told, and the tooltip."""
        super().__init__()
        self.setObjectName("row")
        self._place = place
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(said)
        self.setToolTip(wording.tip(said))
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(margin, TIGHT, margin, TIGHT)
        self.column.setSpacing(0)
        self._item: Content | None = None
        self._said = said
        self._pressed = QPoint()
        self.plus: QToolButton | None = None

    def add(self, text: str, look: str = "") -> QLabel:
        """A line of the row."""
        label = line(text, look)
        self.column.addWidget(label)
        return label

    def offer(self, item: Content, text: str, wanted: Callable[[], None]) -> None:
        """Let the row be put into the briefing, by its button or by dragging."""
        self._item, self._said = item, text
        self.plus = QToolButton(self)
        self.plus.setIcon(icon("plus"))
        self.plus.setToolTip("Add to briefing")
        self.plus.setAccessibleName("Add to briefing")
        self.plus.clicked.connect(wanted)
        margins = self.column.contentsMargins()
        margins.setRight(self.plus.sizeHint().width())
        self.column.setContentsMargins(margins)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.plus is not None:
            self.plus.adjustSize()
            self.plus.move(self.width() - self.plus.width(), 0)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        way = event.position().toPoint() - self._pressed
        is_far = way.manhattanLength() >= QApplication.startDragDistance()
        if self._item is None or not event.buttons() or not is_far:
            return
        drag = QDrag(self)
        drag.setMimeData(mime.pack([self._item], self._said))
        drag.exec(Qt.DropAction.CopyAction)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.clicked.emit(self._place)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        inside = self.rect().contains(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and inside:
            self.clicked.emit(self._place)


class Part(QWidget):
    """A heading and what stands under it; gone where nothing does."""

    def __init__(self, heading: str) -> None:
        super().__init__()
        self.heading = line(heading, "part")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SMALL)
        self._column.addWidget(self.heading)
        self.rows: list[QWidget] = []

    def fill(self, rows: Sequence[QWidget]) -> None:
        """Show these rows and no others."""
        for row in self.rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = list(rows)
        for row in self.rows:
            self._column.addWidget(row)
        self.setVisible(bool(self.rows))


def line(text: str, look: str = "") -> QLabel:
    """Plain text that may take several lines."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    label.setObjectName(look)
    return label


def word(novelty: Novelty | None) -> QLabel:
    """The word for what earlier briefings make of it; hidden without any."""
    label = QLabel(wording.NOVELTY[novelty] if novelty is not None else "")
    label.setObjectName("novelty")
    label.setProperty("novelty", novelty.value if novelty is not None else "")
    label.setVisible(novelty is not None)
    return label


class Sources:
    """The names of a story's articles."""

    def __init__(self, cards: Mapping[ArticleId, Card]) -> None:
        """`cards` are those of the story's articles."""
        self.cards = cards

    def outlet(self, article: ArticleId) -> str:
        """The article's outlet as it is named in a line."""
        card = self.cards.get(article)
        name = (card.outlet if card is not None else "") or _UNNAMED
        # An outlet known by its address only must be able to take two lines.
        return name.replace(".", ".\u200b").replace("-", "-\u200b") if " " not in name else name

    def named(self, article: ArticleId) -> str:
        """Outlet and date: "Courier, 14 May"."""
        card = self.cards.get(article)
        published = wording.short_day(card.published) if card is not None else ""
        published = published.replace(" ", "\u00a0")
        return f"{self.outlet(article)}, {published}" if published else self.outlet(article)

    def also(self, articles: Sequence[ArticleId]) -> str:
        """Who else says so: "also in Tribune, Post and 2 more"; empty for nobody."""
        names = list(dict.fromkeys(map(self.outlet, articles)))
        if not names:
            return ""
        shown, rest = names[:_MOST_NAMED], len(names) - _MOST_NAMED
        return f"also in {wording.listed([*shown, f'{rest} more'] if rest > 0 else shown)}"

    def together(self, article: ArticleId, also: Sequence[ArticleId]) -> str:
        """Outlet and date, and who else says so."""
        others = [key for key in also if self.outlet(key) != self.outlet(article)]
        return "  ·  ".join(filter(None, (self.named(article), self.also(others))))
