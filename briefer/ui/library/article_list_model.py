"""Articles on the shelf as a Qt model."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QPersistentModelIndex, Qt

from briefer.model.article import ArticleId
from briefer.model.briefing import ArticleItem
from briefer.services.duplicates import Shelf
from briefer.services.library import Card, Wanted
from briefer.ui import mime, wording

CARD = Qt.ItemDataRole.UserRole
IS_OPEN = Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex


class ArticleListModel(QAbstractListModel):
    """The wanted cards, asked for anew when something changed; copies are folded under their lead."""

    def __init__(self, ask: Callable[[Wanted], Shelf]) -> None:
        super().__init__()
        self._ask = ask
        self.wanted = Wanted()
        self.shelf = Shelf((), 0, 0)
        self._cards: list[Card] = []
        self._under: dict[ArticleId, list[Card]] = {}
        self._leads: dict[ArticleId, ArticleId | None] = {}
        # Articles whose group is unfolded; any of a group will do, so that another may lead.
        self._open: set[ArticleId] = set()

    def refresh(self) -> None:
        """Show what the shelf holds now."""
        self.shelf = self._ask(self.wanted)
        self._leads = {card.id: card.copy_of for card in self.shelf.cards}
        self._under = {}
        for card in self.shelf.cards:
            if card.copy_of is not None:
                self._under.setdefault(card.copy_of, []).append(card)
        cards = self._shown()
        if [card.id for card in cards] == [card.id for card in self._cards]:
            self._cards = cards
            if cards:
                self.dataChanged.emit(self.index(0), self.index(len(cards) - 1))
            return
        self.beginResetModel()
        self._cards = cards
        self.endResetModel()

    def unfold(self, lead: ArticleId, *, is_open: bool) -> None:
        """Show the copies under their lead, or hide them."""
        row, copies = self.row_of(lead), self.copies_of(lead)
        if row < 0 or not copies or is_open == self.is_open(lead):
            return
        first, last = row + 1, row + len(copies)
        if is_open:
            self.beginInsertRows(QModelIndex(), first, last)
            self._open.add(lead)
            self._cards = self._shown()
            self.endInsertRows()
        else:
            self.beginRemoveRows(QModelIndex(), first, last)
            self._open -= {lead, *(copy.id for copy in copies)}
            self._cards = self._shown()
            self.endRemoveRows()
        self.dataChanged.emit(self.index(row), self.index(row))

    def is_open(self, lead: ArticleId) -> bool:
        """Whether the copies of this lead are shown."""
        return bool(self._open & {lead, *(copy.id for copy in self.copies_of(lead))})

    def copies_of(self, lead: ArticleId) -> list[Card]:
        """The cards that stand under this lead, shown or not."""
        return self._under.get(lead, [])

    def holds(self, article: ArticleId) -> bool:
        """Whether the article is among the wanted, be it folded away."""
        return article in self._leads

    def lead_of(self, article: ArticleId) -> ArticleId | None:
        """Under which article this one stands, if it is a copy."""
        return self._leads.get(article)

    def mark_opened(self, article: ArticleId) -> None:
        """Take the dot off an article that has been read."""
        row = self.row_of(article)
        if row >= 0 and not self._cards[row].opened:
            read = replace(self._cards[row], opened=True)
            cards = tuple(read if card.id == article else card for card in self.shelf.cards)
            self.shelf = replace(self.shelf, cards=cards)
            self._cards[row] = read
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
        if role == IS_OPEN:
            return bool(card.copies) and self.is_open(card.id)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            told = f"{card.title}, {card.outlet}, {wording.day(card.published)}"
            if card.copies:
                return f"{told}, {wording.count(card.copies, 'copy', 'copies')}"
            return f"{told}, a copy" if card.copy_of else told
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

    def _shown(self) -> list[Card]:
        unfolded = {card.copy_of or card.id for card in self.shelf.cards if card.id in self._open}
        return [c for c in self.shelf.cards if c.copy_of is None or c.copy_of in unfolded]
