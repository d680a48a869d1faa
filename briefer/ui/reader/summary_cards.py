"""The cards of a summary: one dragged among the others changes their order."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QWidget

from briefer.ui import mime
from briefer.ui.theme import MEDIUM, SMALL
from briefer.ui.widgets.passage_card import CardList

_LINE = 2


class SummaryCards(CardList):
    """Says which sentence is to stand at which place."""

    moved = Signal(int, int)

    def __init__(self) -> None:
        super().__init__()
        self._sortable: list[QWidget] = []
        self.setAcceptDrops(True)
        self._mark = QFrame(self.widget())
        self._mark.setObjectName("dropline")
        self._mark.hide()

    def fill_sortable(self, cards: list[QWidget], others: list[QWidget]) -> None:
        """Show cards that have an order, and others below them."""
        self._sortable = cards
        self.fill([*cards, *others])

    def place_at(self, y: int) -> int:
        """Before which of the cards something at this height (of the list) would be put."""
        inside = y + self.verticalScrollBar().value()
        return sum(card.geometry().center().y() < inside for card in self._sortable)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(mime.SENTENCE):
            event.acceptProposedAction()
        else:
            event.ignore()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if not event.mimeData().hasFormat(mime.SENTENCE) or not self._sortable:
            event.ignore()
            return
        place = self.place_at(event.position().toPoint().y())
        is_last = place == len(self._sortable)
        card = self._sortable[place - 1 if is_last else place].geometry()
        top = card.bottom() + SMALL // 2 if is_last else card.top() - SMALL // 2 - _LINE
        width = self.viewport().width() - 2 * MEDIUM
        self._mark.setGeometry(MEDIUM, max(top, 0), width, _LINE)
        self._mark.show()
        self._mark.raise_()
        event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._mark.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        self._mark.hide()
        data = event.mimeData()
        if data.hasFormat(mime.SENTENCE):
            number = int(bytes(data.data(mime.SENTENCE).data()).decode())
            event.acceptProposedAction()
            self.moved.emit(number, self.place_at(event.position().toPoint().y()))
