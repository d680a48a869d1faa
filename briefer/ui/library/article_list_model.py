"""Articles on the shelf as a Qt model."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QPersistentModelIndex, Qt

from briefer.model.article import ArticleId
from briefer.model.briefing import ArticleItem
from briefer.services.library import Card, Wanted
from briefer.ui import mime, wording

CARD = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


class ArticleListModel(QAbstractListModel):
    """The wanted cards, asked for anew when something changed."""

    def __init__(self, ask: Callable[[Wanted], Sequence[Card]]) -> None:
        super().__init__()
        self._ask = ask
        self.wanted = Wanted()
        self._cards: list[Card] = []

    def refresh(self) -> None:
        """Show what the shelf holds now."""
        cards = list(self._ask(self.wanted))
        if [card.id for card in cards] == [card.id for card in self._cards]:
            self._cards = cards
            if cards:
                self.dataChanged.emit(self.index(0), self.index(len(cards) - 1))
            return
        self.beginResetModel()
        self._cards = cards
        self.endResetModel()

    def mark_opened(self, article: ArticleId) -> None:
        """Take the dot off an article that has been read."""
        row = self.row_of(article)
        if row >= 0 and not self._cards[row].opened:
            self._cards[row] = replace(self._cards[row], opened=True)
            self.dataChanged.emit(self.index(row), self.index(row))

    @property
    def cards(self) -> Sequence[Card]:
        """All cards, in order."""
        return tuple(self._cards)

    def card(self, index: Index) -> Card:
        """The card at the index."""
        return self._cards[index.row()]

    def row_of(self, article: ArticleId) -> int:
        """The row of the article, or -1."""
        return next((row for row, card in enumerate(self._cards) if card.id == article), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._cards)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        card = self._cards[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return card.title
        if role == CARD:
            return card
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{card.title}, {card.outlet}, {wording.day(card.published)}"
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else flags

    def mimeTypes(self) -> list[str]:
        return [mime.CONTENTS]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        cards = [self.card(index) for index in sorted(indexes, key=lambda index: index.row())]
        return mime.pack(
            [ArticleItem(card.id) for card in cards], "\n".join(c.title for c in cards)
        )
