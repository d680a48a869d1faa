"""The list of articles: Right and Left unfold and fold the copies under one."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView

from briefer.ui.library.article_card import ArticleCard
from briefer.ui.library.article_list_model import ArticleListModel


class ArticleList(QListView):
    """Shows the model's cards; says which group is to be unfolded (id, True) or folded.

    What comes above the cards that are seen does not push them down, unless the first is seen.
    """

    fold_wanted = Signal(str, bool)

    def __init__(self, model: ArticleListModel) -> None:
        super().__init__()
        self.setModel(model)
        self._cards = model
        # By how many rows what is seen is to move with the next layout.
        self._shift = 0
        card = ArticleCard(self)
        card.fold_wanted.connect(self.fold_wanted)
        self.setItemDelegate(card)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setAccessibleName("Articles")

    def rowsInserted(
        self, parent: QModelIndex | QPersistentModelIndex, start: int, end: int
    ) -> None:
        top = self._top()
        if top >= 0 and start <= top + self._shift:
            self._shift += end - start + 1
        super().rowsInserted(parent, start, end)

    def rowsAboutToBeRemoved(
        self, parent: QModelIndex | QPersistentModelIndex, start: int, end: int
    ) -> None:
        top = self._top()
        if top >= 0 and start <= top + self._shift:
            self._shift -= end - start + 1
        super().rowsAboutToBeRemoved(parent, start, end)

    def doItemsLayout(self) -> None:
        super().doItemsLayout()
        shift, self._shift = self._shift, 0
        bar = self.verticalScrollBar()
        if shift and bar.value():
            bar.setValue(bar.value() + shift * self.sizeHintForRow(0))

    def _top(self) -> int:
        """The row at the upper edge as it was laid out last; -1 at the list's beginning."""
        # Asking for the index there would lay out all rows each time.
        at, height = self.verticalScrollBar().value(), self.sizeHintForRow(0)
        return at // height if at and height > 0 else -1

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        key = event.key()
        if index.isValid() and key in (Qt.Key.Key_Right, Qt.Key.Key_Left):
            card = self._cards.card(index)
            self.fold_wanted.emit(card.copy_of or card.id, key == Qt.Key.Key_Right)
            return
        super().keyPressEvent(event)
