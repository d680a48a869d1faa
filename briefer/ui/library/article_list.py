"""The list of articles: Right and Left fold and unfold; articles are dragged from story to story."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractItemView, QListView

from briefer.model.article import ArticleId
from briefer.model.briefing import ArticleItem
from briefer.model.story import Story
from briefer.ui import mime, wording
from briefer.ui.library.article_card import ArticleCard
from briefer.ui.library.story_list_model import StoryListModel
from briefer.ui.theme import RADIUS, SMALL, TIGHT, Look
from briefer.ui.widgets.passage_card import drag_picture


class ArticleList(QListView):
    """Shows the model's cards; says which group is to be unfolded (id, True) or folded, and which
    articles were dropped on which story.

    What comes above the cards that are seen does not push them down, unless the first is seen.
    """

    fold_wanted = Signal(str, bool)
    story_fold_wanted = Signal(object, bool)
    moved = Signal(list, object)

    def __init__(self, model: StoryListModel) -> None:
        super().__init__()
        self.setModel(model)
        self._cards = model
        # By how many rows what is seen is to move with the next layout.
        self._shift = 0
        card = ArticleCard(self)
        card.fold_wanted.connect(self.fold_wanted)
        card.story_fold_wanted.connect(self.story_fold_wanted)
        self.setItemDelegate(card)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDropIndicatorShown(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setAccessibleName("Articles")
        # The story that a drop would join.
        self._target: Story | None = None

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
            card, head = self._cards.card_at(index), self._cards.head_at(index)
            is_open = key == Qt.Key.Key_Right
            if head is not None:
                self.story_fold_wanted.emit(head.story, is_open)
            elif card is not None:
                self.fold_wanted.emit(card.copy_of or card.id, is_open)
            return
        super().keyPressEvent(event)

    def startDrag(self, supportedActions: Qt.DropAction) -> None:
        indexes = self.selectedIndexes()
        if not indexes:
            return
        data = self._cards.mimeData(indexes)
        count = len(indexes)
        said = wording.count(count, "article") if count > 1 else str(indexes[0].data())
        drag = QDrag(self)
        drag.setMimeData(data)
        # A picture of the whole card would hide the heading that it is dragged to.
        drag.setPixmap(drag_picture(said, self.devicePixelRatioF()))
        drag.setHotSpot(QPoint(-SMALL, -SMALL))
        drag.exec(Qt.DropAction.CopyAction)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._accept(event, self._story_for(event))

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        super().dragMoveEvent(event)
        self._show_target(self._story_for(event))
        self._accept(event, self._target)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        super().dragLeaveEvent(event)
        self._show_target(None)

    def dropEvent(self, event: QDropEvent) -> None:
        story = self._story_for(event)
        self._show_target(None)
        if story is None:
            event.ignore()
            return
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.moved.emit(self._dragged(event), story)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._target is not None:
            painter = QPainter(self.viewport())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(Look.now().colour("accent"), 2))
            box = QRectF(self._target_box()).adjusted(TIGHT, 2, -TIGHT, -2)
            painter.drawRoundedRect(box, RADIUS, RADIUS)

    def _target_box(self) -> QRect:
        """The rows of the story that a drop would join, as one box."""
        story, box = self._target, QRect()
        if story is None:
            return box
        rows = [self._cards.row_of_story(story), *map(self._cards.row_of, story.articles)]
        for row in rows:
            if row >= 0:
                box = box.united(self.visualRect(self._cards.index(row)))
        return box

    def _accept(self, event: QDragEnterEvent | QDragMoveEvent, story: Story | None) -> None:
        # Enter must be taken wherever the mouse comes in, or no move would follow.
        if story is not None or (isinstance(event, QDragEnterEvent) and self._is_own(event)):
            if not isinstance(event, QDragMoveEvent) or story is not None:
                event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
        else:
            event.ignore()

    def _is_own(self, event: QDropEvent) -> bool:
        is_own = event.source() in (self, None) and self._cards.is_by_story
        return is_own and event.mimeData().hasFormat(mime.CONTENTS)

    def _story_for(self, event: QDropEvent) -> Story | None:
        """The story under the mouse, if it is another than that of what is dragged."""
        if not self._is_own(event):
            return None
        story = self.story_at(event.position().toPoint())
        if story is None or set(self._dragged(event)) <= set(story.articles):
            return None
        return story

    def story_at(self, at: QPoint) -> Story | None:
        """The story whose heading or article is shown at this point."""
        index = self.indexAt(at)
        head, card = self._cards.head_at(index), self._cards.card_at(index)
        if head is not None:
            return head.story
        return self._cards.story_of(card.copy_of or card.id) if card is not None else None

    def _dragged(self, event: QDropEvent) -> list[ArticleId]:
        """The articles that are dragged, with the copies folded away under them."""
        found: list[ArticleId] = []
        for content in mime.unpack(event.mimeData()):
            if isinstance(content, ArticleItem):
                copies = (card.id for card in self._cards.copies_of(content.article))
                found += [content.article, *content.also, *copies]
        return list(dict.fromkeys(found))

    def _show_target(self, story: Story | None) -> None:
        if story != self._target:
            self._target = story
            self.viewport().update()
