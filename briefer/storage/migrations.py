"""From any older library to this one, one numbered step after the other."""

import sqlite3
from collections.abc import Callable

# The schema's version; schema.sql always shows the newest.
VERSION = 2


_TO_2 = """
CREATE TABLE places (
  id INTEGER PRIMARY KEY, kind TEXT NOT NULL CHECK (kind IN ('folder', 'feed')),
  address TEXT NOT NULL UNIQUE, minutes INTEGER NOT NULL, whole INTEGER NOT NULL,
  looked TEXT NOT NULL DEFAULT '', result TEXT NOT NULL DEFAULT '',
  state TEXT NOT NULL DEFAULT 'well' CHECK (state IN ('well', 'missed', 'failed')),
  etag TEXT NOT NULL DEFAULT '', modified TEXT NOT NULL DEFAULT ''
);
CREATE TABLE seen (
  address TEXT NOT NULL, key TEXT NOT NULL, article TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (address, key, article)
) WITHOUT ROWID;
CREATE INDEX seen_by_article ON seen (article);
CREATE TABLE fresh (article TEXT PRIMARY KEY REFERENCES articles(id) ON DELETE CASCADE)
"""


def _to_2(connection: sqlite3.Connection) -> None:
    """Watched places, what they have shown, and the New shelf."""
    # executescript would commit the transaction.
    for statement in _TO_2.split(";"):
        connection.execute(statement)


_STEPS: dict[int, Callable[[sqlite3.Connection], None]] = {2: _to_2}


def migrate(connection: sqlite3.Connection, version: int) -> None:
    """Bring a library of `version` to VERSION in one transaction: all steps or none.

    The caller has saved a copy.
    """
    connection.execute("BEGIN EXCLUSIVE")
    try:
        for step in range(version + 1, VERSION + 1):
            _STEPS[step](connection)
        connection.execute(f"PRAGMA user_version = {VERSION}")
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise
