"""The list of articles on the shelf, found, filtered and sorted in SQL."""

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from briefer.model.article import ArticleId, heading
from briefer.storage import actor_index, full_text


@dataclass(frozen=True, slots=True)
class Card:
    """What the list shows of one article, the user's corrections in force.

    `published` is ISO 8601 or empty, `words` their number, `briefings` in how many it is used.
    `watched` says that it names an actor who is watched. Where copies are folded, `copies` says how many stand under it, or `copy_of` under which it does.
    """

    id: ArticleId
    title: str
    outlet: str
    published: str
    language: str
    words: int
    opened: bool
    briefings: int
    added: str
    copies: int = 0
    copy_of: ArticleId | None = None
    watched: bool = False


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to list: search words and filters; empty means all. `order` is "added" (the last first),
    "published" (the newest first), "title" or "outlet"."""

    search: str = ""
    language: str = ""
    outlet: str = ""
    unopened: bool = False
    fresh: bool = False
    unused: bool = False
    watched: bool = False
    order: str = "added"


_FIXED = "(SELECT value FROM source_fixes f WHERE f.article = a.id AND f.field = '{0}')"
_FRESH = (
    "EXISTS (SELECT 1 FROM fresh n WHERE n.article = a.id)"
    " AND NOT EXISTS (SELECT 1 FROM opened o WHERE o.article = a.id)"
)
_SELECT = f"""
SELECT a.id,
       coalesce(json_extract({_FIXED.format("title")}, '$'), a.title) AS shown_title,
       coalesce(json_extract({_FIXED.format("outlet")}, '$'), a.outlet) AS shown_outlet,
       coalesce(json_extract({_FIXED.format("published")}, '$'), a.published) AS shown_published,
       coalesce(json_extract({_FIXED.format("language")}, '$'), a.language) AS shown_language,
       a.words,
       EXISTS (SELECT 1 FROM opened o WHERE o.article = a.id) AS opened,
       (SELECT count(DISTINCT i.briefing) FROM items i WHERE i.article = a.id) AS briefings,
       s.added, substr(a.text, 1, 300),
       a.id IN (SELECT article FROM ({actor_index.WATCHED})) AS watched
FROM shelf s JOIN articles a ON a.id = s.article
"""


def place(card: Card, order: str) -> tuple[Any, ...]:
    """Where the card stands in a list of that order: cards sorted by it are in order."""
    late = -datetime.fromisoformat(card.added).timestamp()
    if order == "published":
        return (_backwards(card.published), late, card.id)
    if order == "title":
        return (card.title.casefold(), late, card.id)
    if order == "outlet":
        return (card.outlet.casefold(), _backwards(card.published), late, card.id)
    return (late, card.id)


def _backwards(text: str) -> tuple[int, ...]:
    """Numbers that sort the other way round than the texts they are of."""
    return (*(-ord(letter) for letter in text), 1)


def cards(
    connection: sqlite3.Connection, wanted: Wanted, among: Iterable[ArticleId] | None = None
) -> list[Card]:
    """The wanted articles of the shelf in the wanted order; of those `among` these, if given."""
    conditions, values = [], []
    if among is not None:
        conditions.append("a.id IN (SELECT value FROM json_each(?))")
        values.append(json.dumps(list(among)))
    search = full_text.query(wanted.search)
    if search:
        conditions.append(
            "(a.rowid IN (SELECT rowid FROM articles_fts WHERE articles_fts MATCH ?)"
            " OR shown_title LIKE ? OR shown_outlet LIKE ?)"
        )
        like = f"%{wanted.search.strip()}%"
        values += [search, like, like]
    elif wanted.search.strip():
        return []
    for column, value in (("shown_language", wanted.language), ("shown_outlet", wanted.outlet)):
        if value:
            conditions.append(f"{column} = ?")
            values.append(value)
    if wanted.fresh:
        conditions.append(_FRESH)
    if wanted.watched:
        conditions.append("watched")
    if wanted.unopened:
        conditions.append("NOT opened")
    if wanted.unused:
        conditions.append("briefings = 0")
    where = f"WHERE {' AND '.join(conditions)}" if conditions else ""

    found = [_card(*row) for row in connection.execute(f"{_SELECT} {where}", values)]
    return sorted(found, key=lambda card: place(card, wanted.order))


def known(connection: sqlite3.Connection, articles: Iterable[ArticleId]) -> list[Card]:
    """The cards of these articles, as far as they are on the shelf, in no order."""
    wanted = json.dumps(list(articles))
    sql = f"{_SELECT} WHERE a.id IN (SELECT value FROM json_each(?))"
    return [_card(*row) for row in connection.execute(sql, (wanted,))]


def _card(*row: Any) -> Card:
    key, title, outlet, published, language, words, opened, briefings, added, begun, watched = row
    return Card(
        ArticleId(key),
        heading(title or "", begun),
        outlet or "",
        published or "",
        language,
        words,
        bool(opened),
        briefings,
        added,
        watched=bool(watched),
    )


def shelved(connection: sqlite3.Connection) -> list[ArticleId]:
    """The articles on the shelf in the order they came."""
    rows = connection.execute("SELECT article FROM shelf ORDER BY added, rowid")
    return [ArticleId(row[0]) for row in rows]


def is_empty(connection: sqlite3.Connection) -> bool:
    """Whether nothing is on the shelf."""
    return connection.execute("SELECT 1 FROM shelf LIMIT 1").fetchone() is None


def fresh(connection: sqlite3.Connection) -> int:
    """How many unread articles watched places have brought."""
    # From the few that are new, not from all on the shelf.
    sql = (
        "SELECT count(*) FROM fresh n JOIN shelf s ON s.article = n.article"
        " WHERE NOT EXISTS (SELECT 1 FROM opened o WHERE o.article = n.article)"
    )
    return int(connection.execute(sql).fetchone()[0])


def used(connection: sqlite3.Connection) -> dict[ArticleId, int]:
    """In how many briefings each article is used that is used in any."""
    rows = connection.execute(
        "SELECT article, count(DISTINCT briefing) FROM items WHERE article <> '' GROUP BY article"
    )
    return {ArticleId(article): number for article, number in rows}


def outlets(connection: sqlite3.Connection) -> list[str]:
    """The outlets on the shelf, by name."""
    rows = connection.execute(f"SELECT DISTINCT shown_outlet FROM ({_SELECT}) ORDER BY 1")
    return [row[0] for row in rows if row[0]]


def languages(connection: sqlite3.Connection) -> list[str]:
    """The language codes on the shelf."""
    rows = connection.execute(f"SELECT DISTINCT shown_language FROM ({_SELECT}) ORDER BY 1")
    return [row[0] for row in rows if row[0]]
