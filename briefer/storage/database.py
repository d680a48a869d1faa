"""Opening the library's file: pragmas, version, and a check that it is sound."""

import contextlib
import sqlite3
from collections.abc import Iterator
from importlib import resources
from pathlib import Path

from briefer.model.errors import LibraryProblem
from briefer.storage import actor_index, backups, migrations

# "Brfr" in ASCII: marks the file as ours for file(1) and for refusing foreign databases.
APPLICATION_ID = 0x42726672
# How long a writer waits for another one (milliseconds); an import commits every article.
PATIENCE = 10_000


def connect(path: Path, patience: int = PATIENCE) -> sqlite3.Connection:
    """A connection to an existing or new library, migrated to this version.

    `patience` is how long it waits for other writers (milliseconds). Autocommit: transactions are begun by those who write. Raises LibraryProblem.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        connection = _plain(path, patience)
        _prepare(connection, path)
    except sqlite3.DatabaseError as error:
        raise problem(path, error) from error
    except OSError as error:
        raise LibraryProblem(
            f"The library cannot be opened ({error.strerror}).",
            name=str(path),
            hint="Check that the folder exists and may be written to.",
        ) from error
    return connection


@contextlib.contextmanager
def together(connection: sqlite3.Connection) -> Iterator[None]:
    """One transaction, all or nothing; inside another one, a part of that."""
    if connection.in_transaction:
        yield
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        # SQLite rolls back by itself when the disk is full.
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def check(connection: sqlite3.Connection) -> list[str]:
    """What is wrong with the file, in SQLite's words; empty when it is sound."""
    found = [row[0] for row in connection.execute("PRAGMA integrity_check")]
    found += [f"{row[0]} points nowhere" for row in connection.execute("PRAGMA foreign_key_check")]
    try:
        connection.execute("INSERT INTO articles_fts (articles_fts) VALUES ('integrity-check')")
    except sqlite3.DatabaseError as error:
        found.append(f"search index: {error}")
    return [line for line in found if line != "ok"]


def _plain(path: Path, patience: int) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    connection.execute(f"PRAGMA busy_timeout = {patience}")
    connection.execute("PRAGMA journal_mode = WAL")
    # In WAL mode NORMAL loses nothing when the program is killed; only a power cut may take the
    # last moments, and never the file.
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute("PRAGMA foreign_keys = ON")
    # Without it REPLACE would delete rows unseen by the undo log.
    connection.execute("PRAGMA recursive_triggers = ON")
    return connection


def _prepare(connection: sqlite3.Connection, path: Path) -> None:
    if connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0] == 0:
        schema = resources.files("briefer.storage").joinpath("schema.sql").read_text("utf-8")
        connection.executescript(
            f"BEGIN IMMEDIATE;\n{schema}\n{';'.join(actor_index.STATEMENTS)};\n"
            f"PRAGMA application_id = {APPLICATION_ID};\n"
            f"PRAGMA user_version = {migrations.VERSION};\nCOMMIT;"
        )
        return
    if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise LibraryProblem(
            "This file is a database, but not a Briefer library.",
            name=str(path),
            hint="Move it elsewhere; Briefer then starts a new library.",
        )
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version > migrations.VERSION:
        raise LibraryProblem(
            "This library was written by a newer Briefer.",
            name=str(path),
            hint="Install the newest version to open it; nothing was changed.",
        )
    if version < migrations.VERSION:
        backups.save(connection, path.parent / "backups", f"before-version-{migrations.VERSION}")
        migrations.migrate(connection, version)


def problem(path: Path, error: sqlite3.DatabaseError) -> LibraryProblem:
    """What SQLite's `error` on the library at `path` means to a person."""
    text = str(error)
    if "locked" in text:
        what, hint = "The library is in use by another program.", "Close it and try again."
    elif "full" in text:
        what, hint = "The disk is full.", "Free some space and try again; nothing was lost."
    elif "disk I/O" in text:
        # Also a disk so full that SQLite cannot make its small files beside the library.
        what = "The disk of the library cannot be used."
        hint = "Check that it is connected and has room; nothing that was kept is lost."
    elif "readonly" in text or "unable to open" in text:
        what, hint = "The library may not be written to.", "Check the rights on its folder."
    else:
        what = f"The library is damaged ({text})."
        hint = f"Copies of earlier days are in {path.parent / 'backups'}: put one in its place."
    return LibraryProblem(what, name=str(path), hint=hint)
