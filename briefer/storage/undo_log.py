"""Records the reverse of every user decision, so that each step can be undone and redone.

After "Automatic undo/redo using SQLite" (sqlite.org/undoredo.html): temporary triggers on the
decision tables write, for each change, the SQL that reverses it, under the number of the current
step. A change outside a step is refused.
"""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, field

# Decision table -> the column that says which thing changed.
DECISIONS = {
    "shelf": "article",
    "fresh": "article",
    "source_fixes": "article",
    "rulings": "article",
    "summary_choices": "article",
    "summary_for_all": "id",
    "focus": "article",
    "sentence_order": "article",
    "sentence_edits": "article",
    "actor_rules": "actor",
    "copy_rulings": "article",
    "story_rulings": "article",
    "story_titles": "article",
    "briefings": "id",
    "sections": "briefing",
    "items": "briefing",
    "versions": "uid",
}


@dataclass(frozen=True, slots=True)
class Changes:
    """What one step, undo or redo touched: (table, key) pairs; keys are article ids, actor keys
    or briefing ids as strings. `label` is what the step is called."""

    touched: frozenset[tuple[str, str]]
    label: str = ""

    def of(self, *tables: str) -> frozenset[str]:
        """The keys touched in any of these tables."""
        return frozenset(key for table, key in self.touched if table in tables)


@dataclass(slots=True)
class _Step:
    label: str
    join: str | None
    numbers: list[int] = field(default_factory=list)


class UndoLog:
    """The steps of one session on one connection."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Install the triggers; they last as long as the connection."""
        self._connection = connection
        self._done: list[_Step] = []
        self._undone: list[_Step] = []
        self._number = 0
        # After an undo or redo typing begins a step of its own.
        self._is_moved = False
        connection.execute(
            "CREATE TEMP TABLE undo_log (id INTEGER PRIMARY KEY, step INTEGER NOT NULL,"
            " tab TEXT NOT NULL, key TEXT NOT NULL, sql TEXT NOT NULL)"
        )
        connection.execute("CREATE INDEX temp.undo_log_by_step ON undo_log (step)")
        connection.execute("CREATE TEMP TABLE undo_now (step INTEGER)")
        connection.execute("INSERT INTO undo_now VALUES (NULL)")
        for table, key in DECISIONS.items():
            self._watch(table, key)

    @property
    def undo_label(self) -> str | None:
        """What undo would take back."""
        return self._done[-1].label if self._done else None

    @property
    def redo_label(self) -> str | None:
        """What redo would do again."""
        return self._undone[-1].label if self._undone else None

    @property
    def labels(self) -> list[str]:
        """The steps that can be undone, oldest first."""
        return [step.label for step in self._done]

    def begin(self) -> None:
        """Open a step: changes are recorded from here on."""
        self._connection.execute("BEGIN IMMEDIATE")
        self._number += 1
        self._connection.execute("UPDATE undo_now SET step = ?", (self._number,))

    def commit(
        self, label: str, join: str | None, *, is_apart: bool = False, settled: bool = False
    ) -> Changes:
        """Close the step and keep it as `label`.

        A step with the same `join` as the one before it becomes one with it (typing in one field).
        With `is_apart` others may stand between them (an import, while the user goes on working)
        and what was undone meanwhile can still be redone, unless they touch the same. A `settled`
        step can't be undone, and the others stay as they are around it.
        """
        changes = self._touched(self._number, label)
        self._keep()
        if settled or not changes.touched:
            return changes
        if not is_apart or self._touch(self._undone, changes):
            self._undone.clear()
        begun = None
        if is_apart or not self._is_moved:
            begun = self._begun(join, changes, is_apart=is_apart)
        self._is_moved &= is_apart
        if begun is None:
            self._done.append(_Step(label, join, [self._number]))
        else:
            begun.label = label
            begun.numbers.append(self._number)
        return changes

    def settle(self) -> None:
        """Keep the last step for good: it can no longer be undone."""
        if self._done:
            self._done.pop()

    def rollback(self) -> None:
        """Close the step and leave everything as it was before."""
        # SQLite may have rolled back by itself, as when the disk is full.
        if self._connection.in_transaction:
            self._connection.execute("ROLLBACK")
        # Outside a step changes are refused, whatever the rollback brought back.
        self._connection.execute("UPDATE undo_now SET step = NULL")

    def undo(self) -> Changes | None:
        """Take back the last step; what it touched, or None when there is none."""
        return self._move(self._done, self._undone)

    def redo(self) -> Changes | None:
        """Do again what was undone last; what it touched, or None when there is none."""
        return self._move(self._undone, self._done)

    def _move(self, from_: list[_Step], to: list[_Step]) -> Changes | None:
        if not from_:
            return None
        step = from_[-1]
        reverse = _Step(step.label, None)
        touched: set[tuple[str, str]] = set()
        self.begin()
        try:
            self._connection.execute("PRAGMA defer_foreign_keys = ON")
            for number in reversed(step.numbers):
                touched |= self._touched(number, "").touched
                self._replay(number)
            reverse.numbers.append(self._number)
            self._keep()
        except BaseException as error:
            self.rollback()
            if isinstance(error, sqlite3.IntegrityError):
                # Another program changed the same rows; this step would stand in the way for ever.
                from_.pop()
            raise
        from_.pop()
        to.append(reverse)
        self._is_moved = True
        return Changes(frozenset(touched), step.label)

    def _begun(self, join: str | None, changes: Changes, *, is_apart: bool) -> _Step | None:
        """The step that these changes go on with."""
        if join is None:
            return None
        for place in range(len(self._done) - 1, -1, -1):
            if self._done[place].join == join:
                # Changes of different things may be undone in any order, those of one may not.
                is_free = not self._touch(self._done[place + 1 :], changes)
                return self._done[place] if is_free else None
            if not is_apart:
                return None
        return None

    def _touch(self, steps: Sequence[_Step], changes: Changes) -> bool:
        """Whether any of the steps touched one of the changed things."""
        numbers = (number for step in steps for number in step.numbers)
        return any(self._touched(number, "").touched & changes.touched for number in numbers)

    def _replay(self, number: int) -> None:
        rows = self._connection.execute(
            "SELECT sql FROM undo_log WHERE step = ? ORDER BY id DESC", (number,)
        ).fetchall()
        for (sql,) in rows:
            self._connection.execute(sql)
        self._connection.execute("DELETE FROM undo_log WHERE step = ?", (number,))

    def _touched(self, number: int, label: str) -> Changes:
        rows = self._connection.execute(
            "SELECT DISTINCT tab, key FROM undo_log WHERE step = ?", (number,)
        )
        return Changes(frozenset((table, key) for table, key in rows), label)

    def _keep(self) -> None:
        """Commit the open step, or leave everything as it was before it."""
        try:
            self._connection.execute("UPDATE undo_now SET step = NULL")
            self._connection.execute("COMMIT")
        except BaseException:
            self.rollback()
            raise

    def _watch(self, table: str, key: str) -> None:
        info = self._connection.execute(f"PRAGMA table_info({table})").fetchall()
        columns = [f'"{row[1]}"' for row in info]
        restored = " || ',' || ".join(map(_quoted, columns))
        assigned = " || ',' || ".join(f"'{column}=' || {_quoted(column)}" for column in columns)
        names = ",".join(columns)
        reverse = {
            "INSERT": ("new", f"'DELETE FROM {table} WHERE rowid=' || new.rowid"),
            "UPDATE": (
                "old",
                f"'UPDATE {table} SET ' || {assigned} || ' WHERE rowid=' || new.rowid",
            ),
            "DELETE": (
                "old",
                f"'INSERT INTO {table}(rowid,{names}) VALUES(' || old.rowid || ',' || {restored} || ')'",
            ),
        }
        if any(row[5] and row[2] == "INTEGER" and row[1] == "id" for row in info):
            # Here the id is the rowid: naming both would set it twice.
            reverse["DELETE"] = (
                "old",
                f"'INSERT INTO {table}({names}) VALUES(' || {restored} || ')'",
            )
        for event, (row, sql) in reverse.items():
            self._connection.execute(
                f"CREATE TEMP TRIGGER undo_{table}_{event} AFTER {event} ON main.{table} BEGIN"
                f" INSERT INTO undo_log (step, tab, key, sql) VALUES"
                f" ((SELECT step FROM undo_now), '{table}', {row}.{key}, {sql}); END"
            )


def _quoted(column: str) -> str:
    """SQL that writes the old value of `column` as an SQL literal.

    SQLite's quote() ends a text at its first NUL; such a text goes through its bytes.
    """
    old = f"old.{column}"
    return (
        f"CASE WHEN typeof({old}) = 'text' AND instr({old}, char(0)) THEN"
        f" 'CAST(' || quote(CAST({old} AS BLOB)) || ' AS TEXT)' ELSE quote({old}) END"
    )
