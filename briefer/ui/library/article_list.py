"""The list of articles: Right and Left unfold and fold the copies under one."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView

from briefer.ui.library.article_card import ArticleCard
from briefer.ui.library.article_list_model import ArticleListModel


class ArticleList(QListView):
    """Shows the model's cards; says which group is to be unfolded (id, True) or folded."""

    fold_wanted = Signal(str, bool)

    def __init__(self, model: ArticleListModel) -> None:
        super().__init__()
        self.setModel(model)
        self._cards = model
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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        key = event.key()
        if index.isValid() and key in (Qt.Key.Key_Right, Qt.Key.Key_Left):
            card = self._cards.card(index)
            self.fold_wanted.emit(card.copy_of or card.id, key == Qt.Key.Key_Right)
            return
        super().keyPressEvent(event)
