"""Articles on the shelf as a Qt model."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QPersistentModelIndex, Qt

from briefer.model.article import ArticleId
from briefer.model.briefing import ArticleItem
from briefer.model.story import Novelty
from briefer.services.library import Card, Changes, Wanted
from briefer.services.listing import Listing, Place
from briefer.ui import mime, wording

CARD = Qt.ItemDataRole.UserRole
IS_OPEN = Qt.ItemDataRole.UserRole + 1
NOVELTY = Qt.ItemDataRole.UserRole + 2
# In which briefings an article is used, in words; asked for when one points at its mark.
USED_IN = Qt.ItemDataRole.UserRole + 8
Index = QModelIndex | QPersistentModelIndex
# Behind all copies that a lead may have.
_AFTER = 1 << 62


class ArticleListModel(QAbstractListModel):
    """The listed cards; copies are folded under their lead. Views are told of what changed alone."""

    def __init__(self, listing: Listing) -> None:
        super().__init__()
        self.shelf = listing
        # What earlier briefings make of each article; empty where there are none.
        self.novelty: Mapping[ArticleId, Novelty] = {}
        self._cards: list[Card] = []
        # Where each of the cards stands: the place of its lead, then its number behind it.
        self._places: list[tuple[Place, int]] = []
        self._at: dict[ArticleId, Place] = {}
        # Articles whose group is unfolded; any of a group will do, so that another may lead.
        self._open: set[ArticleId] = set()

    @property
    def wanted(self) -> Wanted:
        """What is listed."""
        return self.shelf.wanted

    @wanted.setter
    def wanted(self, wanted: Wanted) -> None:
        self.shelf.wanted = wanted

    def refresh(self, changes: Changes | None = None) -> None:
        """Show what the shelf holds now; of the `changes` what they touched, if given."""
        led = None
        if changes is None:
            self.shelf.ask()
        else:
            led = self.shelf.update(changes)
        if led is None:
            self._show_all()
            return
        # What goes first, or an article would stand in two rows for a moment.
        for lead in sorted(led, key=lambda key: key in self._at and not self.shelf.block(key)):
            self._show_block(lead)

    def unfold(self, lead: ArticleId, *, is_open: bool) -> None:
        """Show the copies under their lead, or hide them."""
        copies = self.copies_of(lead)
        if lead not in self._at or not copies or is_open == self.is_open(lead):
            return
        if is_open:
            self._open.add(lead)
        else:
            self._open -= {lead, *(copy.id for copy in copies)}
        self._show_block(lead)

    def is_open(self, lead: ArticleId) -> bool:
        """Whether the copies of this lead are shown."""
        if not self._open:
            return False
        return bool(self._open & {lead, *(copy.id for copy in self.copies_of(lead))})

    def copies_of(self, lead: ArticleId) -> list[Card]:
        """The cards that stand under this lead, shown or not."""
        return list(self.shelf.block(lead)[1:])

    def holds(self, article: ArticleId) -> bool:
        """Whether the article is among the wanted, be it folded away."""
        return self.shelf.lead_of(article) is not None

    def lead_of(self, article: ArticleId) -> ArticleId | None:
        """Under which article this one stands, if it is a copy."""
        lead = self.shelf.lead_of(article)
        return lead if lead != article else None

    def mark_opened(self, article: ArticleId) -> None:
        """Take the dot off an article that has been read."""
        row = self.row_of(article)
        if row >= 0 and not self._cards[row].opened:
            self.shelf.mark_opened(article)
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
        lead = self.shelf.lead_of(article)
        if lead is None or lead not in self._at:
            return -1
        first, end = self._rows(lead)
        return next((r for r in range(first, end) if self._cards[r].id == article), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._cards)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        return self.of_card(self._cards[index.row()], role) if index.isValid() else None

    def of_card(self, card: Card, role: int) -> Any:
        """What the row of a card answers to a role."""
        if role == Qt.ItemDataRole.DisplayRole:
            return card.title
        if role == CARD:
            return card
        if role == IS_OPEN:
            return bool(card.copies) and self.is_open(card.id)
        if role == USED_IN:
            return wording.used_in(self.shelf.used_in(card.id)) if card.briefings else ""
        if role == NOVELTY:
            return self.novelty.get(card.id)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            told = f"{card.title}, {card.outlet}, {wording.day(card.published)}"
            told += ", names a watched actor" if card.watched else ""
            told += ", used in a briefing" if card.briefings else ""
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

    def _shown(self, lead: ArticleId) -> list[Card]:
        """The lead and, where they are unfolded, its copies."""
        block = self.shelf.block(lead)
        return list(block if self.is_open(lead) else block[:1])

    def _rows(self, lead: ArticleId) -> tuple[int, int]:
        """The first row of a lead that is shown, and the row after its last."""
        place = self._at[lead]
        return bisect_left(self._places, (place, 0)), bisect_left(self._places, (place, _AFTER))

    def _show_all(self, *, is_other: bool = False) -> None:
        """Show the whole list; `is_other` where nothing of what was shown is known to it."""
        leads = self.shelf.leads
        blocks = [self._shown(lead) for lead in leads]
        cards = [card for block in blocks for card in block]
        is_same = not is_other and list(map(_id, cards)) == list(map(_id, self._cards))
        if not is_same:
            self.beginResetModel()
        self._at = {lead: self.shelf.place_of(lead) for lead in leads}
        self._cards = cards
        self._places = [
            (self._at[lead], number)
            for lead, block in zip(leads, blocks, strict=True)
            for number in range(len(block))
        ]
        if not is_same:
            self.endResetModel()
        elif cards:
            self.dataChanged.emit(self.index(0), self.index(len(cards) - 1))

    def _show_block(self, lead: ArticleId) -> None:
        """Show a lead with its copies as the listing now has it; views are told of its rows alone."""
        cards = self._shown(lead)
        place = self.shelf.place_of(lead) if cards else None
        first, kept = 0, 0
        if lead in self._at:
            first, end = self._rows(lead)
            kept = min(end - first, len(cards)) if place == self._at[lead] else 0
            self._remove(first + kept, end)
        if place is None:
            del self._at[lead]
            return
        self._at[lead] = place
        if kept:
            self._cards[first : first + kept] = cards[:kept]
            self.dataChanged.emit(self.index(first), self.index(first + kept - 1))
        else:
            first = bisect_left(self._places, (place, 0))
        self._insert(first + kept, cards[kept:], place, kept)

    def _remove(self, first: int, end: int) -> None:
        if first < end:
            self.beginRemoveRows(QModelIndex(), first, end - 1)
            del self._cards[first:end], self._places[first:end]
            self.endRemoveRows()

    def _insert(self, at: int, cards: list[Card], place: Place, number: int) -> None:
        """Insert cards of one lead; the first of them is the `number`th behind it."""
        if cards:
            self.beginInsertRows(QModelIndex(), at, at + len(cards) - 1)
            self._cards[at:at] = cards
            self._places[at:at] = [(place, number + n) for n in range(len(cards))]
            self.endInsertRows()


def _id(card: Card) -> ArticleId:
    return card.id
