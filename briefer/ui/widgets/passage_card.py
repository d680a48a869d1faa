"""A passage on a card: its text, a line below, its buttons; it can be dragged into the briefing."""

from collections.abc import Callable
from html import escape

from PySide6.QtCore import QMimeData, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QDrag, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPixmap
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from briefer.ui import wording
from briefer.ui.theme import MEDIUM, RADIUS, SMALL, TIGHT, Look, icon

# The widest slip that is dragged (pixels), and about as many characters are looked at.
_SLIP = 260
# A card shows so much of its passage; the whole stands in the article (characters).
_MOST = 1200


class PassageCard(QFrame):
    """Click to see the passage in its article, drag to put it into the briefing."""

    clicked = Signal()

    def __init__(
        self,
        text: str,
        below: str,
        drag: Callable[[], QMimeData],
        *,
        pinned: bool = False,
        bold: tuple[int, int] | None = None,
    ) -> None:
        """`bold` is the part of the text that it is about, from and to."""
        super().__init__()
        self.setObjectName("card")
        self.setProperty("pinned", pinned)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(text[:_MOST])
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._drag = drag
        self._said = text
        self._pressed = QPoint()
        self.text = QLabel(text if len(text) <= _MOST else f"{text[:_MOST]}…")
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        if bold is not None:
            start, end = bold
            before, middle, after = (escape(t) for t in (text[:start], text[start:end], text[end:]))
            self.text.setTextFormat(Qt.TextFormat.RichText)
            self.text.setText(f"{before}{wording.bold(middle)}{after}")
        self.text.setWordWrap(True)
        self.text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.MinimumExpanding)
        self.note = QLabel(below)
        self.note.setTextFormat(Qt.TextFormat.PlainText)
        self.note.setObjectName("small")
        self.note.setWordWrap(True)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(0)
        self._buttons.addWidget(self.note, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(MEDIUM, SMALL, SMALL, TIGHT if below else SMALL)
        column.setSpacing(TIGHT)
        column.addWidget(self.text)
        column.addLayout(self._buttons)
        self.note.setVisible(bool(below))

    def add_button(
        self, symbol: str, tip: str, action: Callable[[], None], *, lit: bool = False
    ) -> QToolButton:
        """A small button at the card's foot."""
        button = QToolButton()
        button.setIcon(icon(symbol, "accent" if lit else "muted"))
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.clicked.connect(lambda: action())
        self._buttons.addWidget(button)
        return button

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.clicked.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        far = (event.position().toPoint() - self._pressed).manhattanLength()
        if event.buttons() & Qt.MouseButton.LeftButton and far >= QApplication.startDragDistance():
            drag = QDrag(self)
            drag.setMimeData(self._drag())
            drag.setPixmap(drag_picture(self._said, self.devicePixelRatioF()))
            drag.setHotSpot(QPoint(-SMALL, -SMALL))
            drag.exec(Qt.DropAction.CopyAction)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(
            event.position().toPoint()
        ):
            self.clicked.emit()


def drag_picture(text: str, scale: float) -> QPixmap:
    """The words that are being dragged, on a slip of paper beside the mouse."""
    font = QApplication.font()
    metrics = QFontMetrics(font)
    line = " ".join(text[:_SLIP].split())
    shown = metrics.elidedText(line, Qt.TextElideMode.ElideRight, _SLIP)
    size = QSize(metrics.horizontalAdvance(shown) + 2 * MEDIUM, metrics.height() + 2 * SMALL)
    picture = QPixmap(size * scale)
    picture.setDevicePixelRatio(scale)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Look.now().colour("accent"))
    painter.setBrush(Look.now().colour("accent_soft"))
    box = QRectF(0.5, 0.5, size.width() - 1, size.height() - 1)
    painter.drawRoundedRect(box, RADIUS, RADIUS)
    painter.setFont(font)
    painter.setPen(Look.now().colour("text"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, shown)
    painter.end()
    return picture


class CardList(QScrollArea):
    """Cards below each other."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inner = QWidget()
        inner.setObjectName("cards")
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(MEDIUM, SMALL, MEDIUM, MEDIUM)
        self._column.setSpacing(SMALL)
        self._column.addStretch(1)
        self.setWidget(inner)
        self.cards: list[QWidget] = []

    def fill(self, cards: list[QWidget]) -> None:
        """Show these cards and no others; the scroll position stays."""
        at = self.verticalScrollBar().value()
        for card in self.cards:
            self._column.removeWidget(card)
            card.deleteLater()
        self.cards = cards
        for place, card in enumerate(cards):
            self._column.insertWidget(place, card)
        self.verticalScrollBar().setValue(at)
