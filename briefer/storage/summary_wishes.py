"""What summaries are about, in which order their sentences stand, and which were reworded.

Written inside a step only.
"""

import sqlite3
from collections.abc import Sequence

from briefer.model.article import ArticleId
from briefer.model.summary import Focus
from briefer.model.text import Span
from briefer.storage.kept_text import as_text


class SummaryWishes:
    """These decisions seen through the library's connection; all but focus lie at a place in the text."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """`connection` carries the undo log."""
        self._connection = connection

    def focus(self, article: ArticleId | None) -> tuple[Focus, ...]:
        """What the article's summary is to be about; with None what all summaries are."""
        rows = self._connection.execute(
            "SELECT word, actor FROM focus WHERE article = ? ORDER BY id", (article or "",)
        )
        return tuple(Focus(*row) for row in rows)

    def add_focus(self, article: ArticleId | None, focus: Focus) -> None:
        """One thing more that the summary is to be about."""
        self._connection.execute(
            "INSERT OR IGNORE INTO focus (article, word, actor) VALUES (?, ?, ?)",
            (article or "", as_text(focus.word), focus.actor),
        )

    def drop_focus(self, article: ArticleId | None, focus: Focus) -> None:
        """It need not be about this any more."""
        self._connection.execute(
            "DELETE FROM focus WHERE article = ? AND word = ? AND actor = ?",
            (article or "", as_text(focus.word), focus.actor),
        )

    def order(self, article: ArticleId) -> list[Span]:
        """The places of sentences in the order the user gave them."""
        rows = self._connection.execute(
            'SELECT start, "end" FROM sentence_order WHERE article = ? ORDER BY position',
            (article,),
        )
        return [Span(*row) for row in rows]

    def set_order(self, article: ArticleId, places: Sequence[Span]) -> None:
        """Keep these places in this order; none for the order of the article."""
        self._connection.execute("DELETE FROM sentence_order WHERE article = ?", (article,))
        self._connection.executemany(
            "INSERT INTO sentence_order VALUES (?, ?, ?, ?)",
            [(article, span.start, span.end, at) for at, span in enumerate(places)],
        )

    def edits(self, article: ArticleId) -> list[tuple[Span, str]]:
        """The reworded places with the user's words."""
        rows = self._connection.execute(
            'SELECT start, "end", text FROM sentence_edits WHERE article = ? ORDER BY start',
            (article,),
        )
        return [(Span(start, end), text) for start, end, text in rows]

    def edit(self, article: ArticleId, place: Span, text: str | None) -> None:
        """Put the user's words for the sentence at this place; None puts its own back."""
        self._connection.execute(
            'DELETE FROM sentence_edits WHERE article = ? AND start < ? AND "end" > ?',
            (article, place.end, place.start),
        )
        if text is not None:
            self._connection.execute(
                "INSERT INTO sentence_edits VALUES (?, ?, ?, ?)",
                (article, place.start, place.end, as_text(text)),
            )
