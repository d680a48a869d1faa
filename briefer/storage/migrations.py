"""From any older library to this one, one numbered step after the other."""

import sqlite3
from collections.abc import Callable

# The schema's version; schema.sql always shows the newest.
VERSION = 1

_STEPS: dict[int, Callable[[sqlite3.Connection], None]] = {}


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
