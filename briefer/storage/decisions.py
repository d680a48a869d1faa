"""What the user ruled on articles, sentences, sources and actors. Written inside a step only."""

import json
import secrets
import sqlite3
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Literal

from briefer.model.article import ArticleId
from briefer.model.summary import LengthUnit, Ruling, SummaryLength
from briefer.model.text import Span
from briefer.storage.kept_text import as_json, as_text

# Far beyond the rows that are counted up from 1.
_FAR = 1 << 60
RuleName = Literal["merge", "rename", "hide", "kind", "apart", "split", "role", "add", "watch"]


@dataclass(frozen=True, slots=True)
class ActorRule:
    """One ruling on actors, by key: merge into `other`, keep apart from `other`, rename to
    `value`, change kind to `value`, hide, show in the role `value`, or watch.

    "split" makes the spelling `words` (in one `article`, at `start`, if given) the actor `other`
    named `value`; "add" makes `words` an actor of that key named `value` wherever they stand.
    """

    rule: RuleName
    actor: str
    other: str = ""
    value: str = ""
    words: str = ""
    article: str = ""
    start: int = -1


class Decisions:
    """The decisions seen through the library's connection."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """`connection` carries the undo log."""
        self._connection = connection

    def shelve(self, article: ArticleId) -> None:
        """Put an article on the shelf; one that is there stays where it is."""
        now = datetime.now(UTC).isoformat(timespec="microseconds")
        self._connection.execute("INSERT OR IGNORE INTO shelf VALUES (?, ?)", (article, now))

    def bring(self, article: ArticleId) -> bool:
        """Put an article that came by itself on the shelf and on the New shelf; False when it was
        on the shelf already.
        """
        now = datetime.now(UTC).isoformat(timespec="microseconds")
        # Not the next free row: undoing a removal puts an article back on the row it had.
        row = _FAR + secrets.randbelow(_FAR)
        done = self._connection.execute(
            "INSERT OR IGNORE INTO shelf (rowid, article, added) VALUES (?, ?, ?)",
            (row, article, now),
        )
        if done.rowcount:
            self._connection.execute(
                "INSERT OR IGNORE INTO fresh (rowid, article) VALUES (?, ?)", (row, article)
            )
        return done.rowcount > 0

    def dismiss(self, article: ArticleId) -> None:
        """Take an article off the New shelf; it stays in the list."""
        self._connection.execute("DELETE FROM fresh WHERE article = ?", (article,))

    def take_off(self, article: ArticleId) -> None:
        """Take an article off the shelf."""
        self._connection.execute("DELETE FROM shelf WHERE article = ?", (article,))

    def fixes(self, article: ArticleId) -> dict[str, Any]:
        """The corrections of an article's source, field to value."""
        rows = self._connection.execute(
            "SELECT field, value FROM source_fixes WHERE article = ?", (article,)
        )
        return {field: json.loads(value) for field, value in rows}

    def fix(self, article: ArticleId, field: str, value: Any) -> None:
        """Correct one field of an article's source."""
        self._connection.execute(
            "INSERT OR REPLACE INTO source_fixes VALUES (?, ?, ?)",
            (article, field, as_json(value)),
        )

    def unfix(self, article: ArticleId, field: str) -> None:
        """Go back to the field as it was read."""
        self._connection.execute(
            "DELETE FROM source_fixes WHERE article = ? AND field = ?", (article, field)
        )

    def rulings(self, article: ArticleId) -> list[tuple[Span, Ruling]]:
        """Pins and exclusions of an article's sentences by their place."""
        rows = self._connection.execute(
            'SELECT start, "end", ruling FROM rulings WHERE article = ? ORDER BY start', (article,)
        )
        return [(Span(start, end), ruling) for start, end, ruling in rows]

    def rule_sentence(self, article: ArticleId, span: Span, ruling: Ruling | None) -> None:
        """Pin or exclude the sentence at `span`, or neither."""
        self._connection.execute(
            'DELETE FROM rulings WHERE article = ? AND start < ? AND "end" > ?',
            (article, span.end, span.start),
        )
        if ruling is not None:
            self._connection.execute(
                "INSERT INTO rulings VALUES (?, ?, ?, ?)", (article, span.start, span.end, ruling)
            )

    def summary_choice(self, article: ArticleId) -> tuple[str, SummaryLength] | None:
        """Method and length chosen for this article, or None for those of all others."""
        row = self._connection.execute(
            "SELECT method, unit, amount FROM summary_choices WHERE article = ?", (article,)
        ).fetchone()
        return (row[0], SummaryLength(LengthUnit(row[1]), row[2])) if row else None

    def choose_summary(self, article: ArticleId, method: str, length: SummaryLength) -> None:
        """Summarize this article by `method` at `length` from now on."""
        self._connection.execute(
            "INSERT OR REPLACE INTO summary_choices VALUES (?, ?, ?, ?)",
            (article, method, length.unit.value, length.amount),
        )

    def summary_for_all(self) -> tuple[str, SummaryLength] | None:
        """Method and length of all articles without a choice of their own, or None."""
        row = self._connection.execute(
            "SELECT method, unit, amount FROM summary_for_all"
        ).fetchone()
        return (row[0], SummaryLength(LengthUnit(row[1]), row[2])) if row else None

    def choose_for_all(self, chosen: tuple[str, SummaryLength] | None) -> None:
        """Summarize all articles this way, whatever was chosen for each; None as the settings say.

        With None what was chosen for each stays.
        """
        self._connection.execute("DELETE FROM summary_for_all")
        if chosen is not None:
            method, length = chosen
            self._connection.execute("DELETE FROM summary_choices")
            self._connection.execute(
                "INSERT INTO summary_for_all VALUES (1, ?, ?, ?)",
                (method, length.unit.value, length.amount),
            )

    def actor_rules(self) -> list[ActorRule]:
        """All rules on actors in the order they were made."""
        rows = self._connection.execute(
            "SELECT rule, actor, other, value, words, article, start FROM actor_rules ORDER BY id"
        )
        return [ActorRule(*row) for row in rows]

    def add_rule(self, rule: ActorRule) -> None:
        """Add a rule; one of the same name on the same actors and words is replaced."""
        self._connection.execute(
            "INSERT OR REPLACE INTO actor_rules"
            " (rule, actor, other, value, words, article, start) VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                rule.rule, as_text(rule.actor), as_text(rule.other), as_text(rule.value),
                as_text(rule.words), rule.article, rule.start,
            ),
        )  # fmt: skip

    def drop_rule(self, rule: ActorRule) -> None:
        """Remove a rule, whatever its value."""
        self._connection.execute(
            "DELETE FROM actor_rules WHERE rule = ? AND actor = ? AND other = ?"
            " AND words = ? AND article = ? AND start = ?",
            (rule.rule, rule.actor, rule.other, rule.words, rule.article, rule.start),
        )
