"""Briefings, their sections and items. Written inside a step only."""

import json
import sqlite3
from dataclasses import replace
from datetime import UTC, datetime
from uuid import uuid4

from briefer.model.article import ArticleId
from briefer.model.briefing import (
    ArticleItem,
    Briefing,
    BriefingId,
    Content,
    IssueDetails,
    Item,
    ItemId,
    Section,
    SectionId,
    SectionKind,
)
from briefer.model.plain import from_plain
from briefer.storage.kept_text import as_json, as_text


class Briefings:
    """The briefings seen through the library's connection."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """`connection` carries the undo log."""
        self._connection = connection

    def add(self, details: IssueDetails) -> BriefingId:
        """A new briefing without sections; it gets an identity if it has none."""
        if not details.uid:
            details = replace(details, uid=uuid4().hex)
        done = self._connection.execute(
            "INSERT INTO briefings (details, changed) VALUES (?, ?)", (as_json(details), _now())
        )
        return BriefingId(_new_id(done))

    def remove(self, briefing: BriefingId) -> None:
        """Delete a briefing with all that is in it."""
        self._connection.execute("DELETE FROM briefings WHERE id = ?", (briefing,))

    def all(self) -> list[tuple[BriefingId, IssueDetails]]:
        """All briefings, the newest first."""
        rows = self._connection.execute("SELECT id, details FROM briefings ORDER BY id DESC")
        return [(BriefingId(row[0]), from_plain(IssueDetails, json.loads(row[1]))) for row in rows]

    def get(self, briefing: BriefingId) -> Briefing | None:
        """The briefing with its sections and items in order."""
        row = self._connection.execute(
            "SELECT details FROM briefings WHERE id = ?", (briefing,)
        ).fetchone()
        if row is None:
            return None
        items: dict[int, list[Item]] = {}
        for key, section, content in self._connection.execute(
            "SELECT id, section, content FROM items WHERE briefing = ? ORDER BY position, id",
            (briefing,),
        ):
            item = from_plain(Item, {"id": key, "content": json.loads(content)})
            items.setdefault(section, []).append(item)
        sections = tuple(
            Section(SectionId(key), SectionKind(kind), heading, tuple(items.get(key, ())))
            for key, kind, heading in self._connection.execute(
                "SELECT id, kind, heading FROM sections WHERE briefing = ? ORDER BY position, id",
                (briefing,),
            )
        )
        return Briefing(briefing, from_plain(IssueDetails, json.loads(row[0])), sections)

    def set_details(self, briefing: BriefingId, details: IssueDetails) -> None:
        """Change title, date, marking and the like."""
        self._connection.execute(
            "UPDATE briefings SET details = ?, changed = ? WHERE id = ?",
            (as_json(details), _now(), briefing),
        )

    def add_section(
        self, briefing: BriefingId, kind: SectionKind, heading: str, position: int
    ) -> SectionId:
        """A new section before the one that now stands at `position`."""
        self._make_room("sections", "briefing", briefing, position)
        done = self._connection.execute(
            "INSERT INTO sections (briefing, position, kind, heading) VALUES (?, ?, ?, ?)",
            (briefing, position, kind.value, as_text(heading)),
        )
        return SectionId(_new_id(done))

    def rename_section(self, section: SectionId, heading: str) -> None:
        """Give a section another heading."""
        self._connection.execute(
            "UPDATE sections SET heading = ? WHERE id = ?", (as_text(heading), section)
        )

    def remove_section(self, section: SectionId) -> None:
        """Delete a section with its items."""
        self._connection.execute("DELETE FROM sections WHERE id = ?", (section,))

    def order_sections(self, order: list[SectionId]) -> None:
        """Put the sections in this order."""
        for position, section in enumerate(order):
            self._connection.execute(
                "UPDATE sections SET position = ? WHERE id = ? AND position <> ?",
                (position, section, position),
            )

    def add_item(self, section: SectionId, content: Content, position: int) -> ItemId:
        """A new item before the one that now stands at `position` of the section."""
        self._make_room("items", "section", section, position)
        done = self._connection.execute(
            "INSERT INTO items (section, briefing, position, article, content)"
            " SELECT id, briefing, ?, ?, ? FROM sections WHERE id = ?",
            (position, _article(content), as_json(content), section),
        )
        return ItemId(_new_id(done))

    def set_content(self, item: ItemId, content: Content) -> None:
        """Change what an item says."""
        self._connection.execute(
            "UPDATE items SET content = ?, article = ? WHERE id = ?",
            (as_json(content), _article(content), item),
        )

    def remove_item(self, item: ItemId) -> None:
        """Delete an item."""
        self._connection.execute("DELETE FROM items WHERE id = ?", (item,))

    def move_item(self, item: ItemId, section: SectionId, position: int) -> None:
        """Move an item before the one that now stands at `position` of the section."""
        self._make_room("items", "section", section, position)
        self._connection.execute(
            "UPDATE items SET section = ?, position = ? WHERE id = ?", (section, position, item)
        )

    def place_of(self, item: ItemId) -> tuple[SectionId, int, Content] | None:
        """In which section an item stands, at which place, and what it holds."""
        row = self._connection.execute(
            "SELECT section, content FROM items WHERE id = ?", (item,)
        ).fetchone()
        if row is None:
            return None
        keys = self._connection.execute(
            "SELECT id FROM items WHERE section = ? ORDER BY position, id", (row[0],)
        ).fetchall()
        content = from_plain(Item, {"id": item, "content": json.loads(row[1])}).content
        return SectionId(row[0]), keys.index((item,)), content

    def using(self, article: ArticleId) -> list[BriefingId]:
        """The briefings that have an item from this article."""
        rows = self._connection.execute(
            "SELECT DISTINCT briefing FROM items WHERE article = ? ORDER BY briefing", (article,)
        )
        return [BriefingId(row[0]) for row in rows]

    def last_users(self, before: BriefingId) -> dict[ArticleId, BriefingId]:
        """The last briefing made before this one that has an item from each article."""
        rows = self._connection.execute(
            "SELECT article, max(briefing) FROM items WHERE article <> '' AND briefing < ?"
            " GROUP BY article",
            (before,),
        )
        return {ArticleId(article): BriefingId(key) for article, key in rows}

    def used_articles(self) -> set[ArticleId]:
        """The articles that any briefing has items from."""
        rows = self._connection.execute("SELECT DISTINCT article FROM items WHERE article <> ''")
        return {ArticleId(row[0]) for row in rows}

    def fixed_excerpts(self, article: ArticleId) -> list[tuple[ItemId, ArticleItem]]:
        """The items that hold sentences of the article by their numbers."""
        rows = self._connection.execute(
            "SELECT id, content FROM items WHERE article = ?", (article,)
        )
        items = [from_plain(Item, {"id": key, "content": json.loads(text)}) for key, text in rows]
        return [
            (item.id, item.content)
            for item in items
            if isinstance(item.content, ArticleItem) and item.content.sentences is not None
        ]

    def _make_room(self, table: str, parent: str, key: int, position: int) -> None:
        """Number the rows of one parent anew, leaving `position` free."""
        rows = self._connection.execute(
            f"SELECT id FROM {table} WHERE {parent} = ? ORDER BY position, id", (key,)
        ).fetchall()
        for index, (row,) in enumerate(rows):
            place = index if index < position else index + 1
            self._connection.execute(
                f"UPDATE {table} SET position = ? WHERE id = ? AND position <> ?",
                (place, row, place),
            )


def _article(content: Content) -> str:
    return str(getattr(content, "article", ""))


def _new_id(done: sqlite3.Cursor) -> int:
    assert done.lastrowid is not None
    return done.lastrowid


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
