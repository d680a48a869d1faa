"""Briefings as they stood once. Written inside a step only."""

import json
import sqlite3
from dataclasses import dataclass
from datetime import UTC, datetime

from briefer.model.briefing import Briefing
from briefer.model.plain import from_plain
from briefer.storage.kept_text import as_json, as_text

# Of versions that were not given out so many stay whatever their age; of older ones the last of
# each day, up to so many in all.
_RECENT, _MOST = 20, 60


@dataclass(frozen=True, slots=True)
class Version:
    """A briefing as it stood at the moment `kept` (ISO 8601, UTC); a `lasting` one is never thinned."""

    id: int
    uid: str
    kept: str
    label: str
    lasting: bool
    briefing: Briefing


class Versions:
    """The versions seen through the library's connection."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """`connection` carries the undo log."""
        self._connection = connection

    def add(self, briefing: Briefing, label: str, *, lasting: bool = False) -> int:
        """Keep the briefing as it stands here; older versions of it are thinned."""
        done = self._connection.execute(
            "INSERT INTO versions (uid, kept, label, lasting, data) VALUES (?, ?, ?, ?, ?)",
            (
                briefing.details.uid,
                datetime.now(UTC).isoformat(timespec="seconds"),
                as_text(label),
                int(lasting),
                as_json(briefing),
            ),
        )
        self._thin(briefing.details.uid)
        assert done.lastrowid is not None
        return done.lastrowid

    def of(self, uid: str) -> list[Version]:
        """The versions of a briefing, the newest first."""
        rows = self._connection.execute(
            "SELECT id, uid, kept, label, lasting, data FROM versions WHERE uid = ?"
            " ORDER BY id DESC",
            (uid,),
        )
        return [
            Version(key, of, kept, label, bool(lasting), from_plain(Briefing, json.loads(data)))
            for key, of, kept, label, lasting, data in rows
        ]

    def _thin(self, uid: str) -> None:
        rows = self._connection.execute(
            "SELECT id, substr(kept, 1, 10) FROM versions WHERE uid = ? AND lasting = 0"
            " ORDER BY id DESC",
            (uid,),
        ).fetchall()
        days: set[str] = set()
        kept = 0
        for place, (key, day) in enumerate(rows):
            if place < _RECENT or (day not in days and kept < _MOST):
                kept += 1
            else:
                self._connection.execute("DELETE FROM versions WHERE id = ?", (key,))
            days.add(day)
