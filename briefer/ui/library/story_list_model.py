"""The list of articles under the headings of their stories, where these are wanted."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QMimeData, QModelIndex, Qt

from briefer.model.article import ArticleId
from briefer.model.briefing import ArticleItem
from briefer.model.story import Novelty, Story
from briefer.services.library import Card, Changes
from briefer.services.listing import Listing
from briefer.ui import mime, wording
from briefer.ui.library.article_list_model import IS_OPEN, ArticleListModel, Index
from briefer.ui.library.story_rows import Row, StoryHead, in_stories, is_folded, key_of

HEAD = Qt.ItemDataRole.UserRole + 3
IS_UNDER_HEAD = Qt.ItemDataRole.UserRole + 4


class StoryListModel(ArticleListModel):
    """As the list of articles while it is not by story; else its rows are cards and headings."""

    def __init__(self, listing: Listing) -> None:
        super().__init__(listing)
        self.is_by_story = False
        self._stories: dict[ArticleId, Story] = {}
        self._lines: list[Row] = []
        self._row_at: dict[str, int] = {}
        # Articles that were the first of a story which shows its heading alone.
        self._folded: set[ArticleId] = set()

    def refresh(self, changes: Changes | None = None) -> None:
        if not self.is_by_story:
            super().refresh(changes)
            return
        if changes is None:
            self.shelf.ask()
        else:
            self.shelf.update(changes)
        self._show_lines()

    def show_stories(
        self, stories: Sequence[Story], novelty: Mapping[ArticleId, Novelty], *, is_by_story: bool
    ) -> None:
        """Put the cards under the headings of these stories, or in one list."""
        self._stories = {article: story for story in stories for article in story.articles}
        self.novelty = novelty
        if is_by_story == self.is_by_story:
            if is_by_story:
                self._show_lines()
            elif self.rowCount():
                self.dataChanged.emit(self.index(0), self.index(self.rowCount() - 1))
            return
        self.is_by_story = is_by_story
        if is_by_story:
            self.beginResetModel()
            self._take(self._wanted_lines())
            self.endResetModel()
        else:
            self._show_all(is_other=True)

    def unfold(self, lead: ArticleId, *, is_open: bool) -> None:
        if not self.is_by_story:
            super().unfold(lead, is_open=is_open)
            return
        copies = self.copies_of(lead)
        if copies and is_open != self.is_open(lead):
            if is_open:
                self._open.add(lead)
            else:
                self._open -= {lead, *(copy.id for copy in copies)}
            self._show_lines()

    def unfold_story(self, story: Story, *, is_open: bool) -> None:
        """Show the articles under a story's heading, or hide them."""
        if is_open == self.is_story_open(story):
            return
        if is_open:
            self._folded.difference_update(story.articles)
        else:
            self._folded.add(ArticleId(story.id))
        if self.is_by_story:
            self._show_lines()

    def is_story_open(self, story: Story) -> bool:
        """Whether the articles under the story's heading are shown."""
        return not is_folded(story, self._folded)

    def story_of(self, article: ArticleId) -> Story | None:
        """The story the article is in, as they were grouped last."""
        return self._stories.get(article)

    def mark_opened(self, article: ArticleId) -> None:
        row = self.row_of(article)
        card = self._lines[row] if self.is_by_story and row >= 0 else None
        if not self.is_by_story:
            super().mark_opened(article)
        elif isinstance(card, Card) and not card.opened:
            self.shelf.mark_opened(article)
            self._lines[row] = replace(card, opened=True)
            self.dataChanged.emit(self.index(row), self.index(row))

    @property
    def cards(self) -> Sequence[Card]:
        """All cards that are shown, in order."""
        if not self.is_by_story:
            return super().cards
        return tuple(row for row in self._lines if isinstance(row, Card))

    @property
    def heads(self) -> Sequence[StoryHead]:
        """All headings, in order."""
        lines = self._lines if self.is_by_story else ()
        return tuple(row for row in lines if isinstance(row, StoryHead))

    def card_at(self, index: Index) -> Card | None:
        """The card at the index; None where a heading stands, or nothing."""
        row = self._line(index)
        return row if isinstance(row, Card) else None

    def head_at(self, index: Index) -> StoryHead | None:
        """The heading at the index, if one stands there."""
        row = self._line(index)
        return row if isinstance(row, StoryHead) else None

    def row_of(self, article: ArticleId) -> int:
        return self._row_at.get(article, -1) if self.is_by_story else super().row_of(article)

    def row_of_story(self, story: Story) -> int:
        """The row of the story's heading, or -1."""
        return self._row_at.get(f"story {story.id}", -1) if self.is_by_story else -1

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        if not self.is_by_story:
            return super().rowCount(parent)
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self._line(index)
        if isinstance(row, StoryHead):
            return self._of_head(row, role)
        if row is not None and role == IS_UNDER_HEAD:
            return self.is_by_story and self._is_under_head(row)
        return self.of_card(row, role) if row is not None else None

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        rows = [self._line(index) for index in sorted(indexes, key=lambda i: i.row())]
        lines = [row for row in rows if row is not None]
        contents = [
            row.content if isinstance(row, StoryHead) else ArticleItem(row.id) for row in lines
        ]
        titles = [row.story.title if isinstance(row, StoryHead) else row.title for row in lines]
        return mime.pack(contents, "\n".join(titles))

    def _line(self, index: Index) -> Row | None:
        if not index.isValid():
            return None
        return self._lines[index.row()] if self.is_by_story else self.card(index)

    def _of_head(self, head: StoryHead, role: int) -> Any:
        answers: dict[int, Callable[[], Any]] = {
            HEAD: lambda: head,
            IS_OPEN: lambda: self.is_story_open(head.story),
            Qt.ItemDataRole.DisplayRole: lambda: head.story.title,
            Qt.ItemDataRole.ToolTipRole: lambda: wording.tip(f"{head.story.title} ({head.said})"),
            Qt.ItemDataRole.AccessibleTextRole: lambda: f"Story: {head.story.title}, {head.said}",
        }
        return answers[role]() if role in answers else None

    def _is_under_head(self, card: Card) -> bool:
        story = self._stories.get(card.copy_of or card.id)
        return story is not None and self.row_of_story(story) >= 0

    def _wanted_lines(self) -> list[Row]:
        cards = self.shelf.cards
        unfolded = {card.copy_of or card.id for card in cards if card.id in self._open}
        return in_stories(cards, self._stories, unfolded, self._folded)

    def _take(self, lines: list[Row]) -> None:
        self._lines = lines
        self._row_at = {key_of(row): at for at, row in enumerate(lines)}

    def _show_lines(self) -> None:
        """Show the rows as they are to be; views are told of the stretch alone that is another."""
        new, old = self._wanted_lines(), list(map(key_of, self._lines))
        keys = list(map(key_of, new))
        shorter = min(len(old), len(keys))
        first = next((n for n in range(shorter) if old[n] != keys[n]), shorter)
        rest = shorter - first
        last = next((n for n in range(rest) if old[-1 - n] != keys[-1 - n]), rest)
        if first < len(old) - last:
            self.beginRemoveRows(QModelIndex(), first, len(old) - last - 1)
            self._take(self._lines[:first] + self._lines[len(old) - last :])
            self.endRemoveRows()
        if first < len(new) - last:
            self.beginInsertRows(QModelIndex(), first, len(new) - last - 1)
            self._take(new)
            self.endInsertRows()
        self._take(new)
        if new:
            self.dataChanged.emit(self.index(0), self.index(len(new) - 1))
