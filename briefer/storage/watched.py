"""The watched places, and what they have shown already."""

import sqlite3
from collections.abc import Sequence

from briefer.model.article import ArticleId
from briefer.model.places import Place, PlaceId, PlaceKind, PlaceState
from briefer.storage.kept_text import as_text

_COLUMNS = "id, kind, address, minutes, whole, looked, result, state, etag, modified, later"


class Watched:
    """The watched places seen through one connection."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """`connection` comes from `database.connect`."""
        self._connection = connection

    def all(self) -> list[Place]:
        """All places in the order they were added."""
        rows = self._connection.execute(f"SELECT {_COLUMNS} FROM places ORDER BY id")
        return [_place(*row) for row in rows]

    def get(self, place: PlaceId) -> Place | None:
        """The place as it now is, or None when it was removed."""
        row = self._connection.execute(
            f"SELECT {_COLUMNS} FROM places WHERE id = ?", (place,)
        ).fetchone()
        return _place(*row) if row else None

    def add(
        self, kind: PlaceKind, address: str, minutes: int, *, whole: bool = False
    ) -> PlaceId | None:
        """A new place, or None when it is watched already."""
        done = self._connection.execute(
            "INSERT OR IGNORE INTO places (kind, address, minutes, whole) VALUES (?, ?, ?, ?)",
            (kind, as_text(address), minutes, whole),
        )
        return PlaceId(done.lastrowid or 0) if done.rowcount else None

    def change(self, place: PlaceId, minutes: int, *, whole: bool) -> None:
        """Look at a place more or less often, and fetch whole articles or not."""
        self._connection.execute(
            "UPDATE places SET minutes = ?, whole = ? WHERE id = ?", (minutes, whole, place)
        )

    def remove(self, place: PlaceId) -> None:
        """Watch a place no longer; what it has shown stays known."""
        self._connection.execute("DELETE FROM places WHERE id = ?", (place,))

    def keep_result(self, place: Place) -> None:
        """Keep what came of a look: when, the sentence, and what the server said of its answer."""
        self._connection.execute(
            "UPDATE places SET looked = ?, result = ?, state = ?, etag = ?, modified = ?, later = ?"
            " WHERE id = ?",
            (
                place.looked,
                as_text(place.result),
                place.state,
                as_text(place.etag),
                as_text(place.modified),
                place.later,
                place.id,
            ),
        )

    def acknowledge(self) -> None:
        """The user has seen what was missed."""
        self._connection.execute("UPDATE places SET state = 'well' WHERE state = 'missed'")

    def seen(self, address: str) -> set[str]:
        """The keys of what the place at the address has shown."""
        rows = self._connection.execute(
            "SELECT DISTINCT key FROM seen WHERE address = ?", (as_text(address),)
        )
        return {row[0] for row in rows}

    def note(self, address: str, key: str, articles: Sequence[ArticleId]) -> None:
        """The place has shown this; `articles` are what came of it."""
        for article in articles or ("",):
            self._connection.execute(
                "INSERT OR IGNORE INTO seen VALUES (?, ?, ?)",
                (as_text(address), as_text(key), article),
            )

    def brought(self, article: ArticleId) -> bool:
        """Whether any place has brought this article before."""
        row = self._connection.execute(
            "SELECT 1 FROM seen WHERE article = ? LIMIT 1", (article,)
        ).fetchone()
        return row is not None


def _place(
    key: int, kind: PlaceKind, address: str, minutes: int, whole: int, looked: str, result: str,
    state: PlaceState, etag: str, modified: str, later: str,
) -> Place:  # fmt: skip
    return Place(
        PlaceId(key), kind, address, minutes, bool(whole), looked, result, state, etag, modified,
        later,
    )  # fmt: skip
