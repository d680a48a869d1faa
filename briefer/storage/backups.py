"""Dated copies of the library, thinned to the last days and weeks."""

import os
import sqlite3
from datetime import date, timedelta
from pathlib import Path

# Seven days and four weeks: as far back as anybody has asked to go, at eleven times the size.
_DAYS, _WEEKS = 7, 4


def save(connection: sqlite3.Connection, folder: Path, name: str) -> Path:
    """A copy of the library as `name`.db in the folder, whole or not at all.

    Raises OSError and sqlite3.DatabaseError.
    """
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.db"
    beside = path.with_suffix(".part")
    beside.unlink(missing_ok=True)
    copy = sqlite3.connect(beside)
    try:
        connection.backup(copy)
    except BaseException:
        copy.close()
        beside.unlink(missing_ok=True)
        raise
    copy.close()
    os.replace(beside, path)  # noqa: PTH105 - atomic on every system
    return path


def save_daily(connection: sqlite3.Connection, folder: Path, today: date) -> Path | None:
    """Today's copy unless there is one, then thin older ones; the new copy's path."""
    if (folder / f"{today.isoformat()}.db").exists():
        return None
    path = save(connection, folder, today.isoformat())
    for old in folder.glob("????-??-??.db"):
        try:
            day = date.fromisoformat(old.stem)
        except ValueError:
            # Somebody's own file.
            continue
        if not _kept(day, today):
            old.unlink()
    return path


def _kept(day: date, today: date) -> bool:
    age = (today - day).days
    if age < _DAYS:
        return True
    # Of older weeks the Monday's copy stays.
    return day.weekday() == 0 and today - day < timedelta(weeks=_WEEKS + 1)
