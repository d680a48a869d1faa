"""What the user ruled on copies: which is none, and which leads. Written inside a step only."""

import sqlite3
from collections.abc import Iterable

from briefer.model.article import ArticleId


class CopyRulings:
    """The rulings seen through the library's connection."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """`connection` carries the undo log."""
        self._connection = connection

    def different(self) -> list[tuple[ArticleId, ArticleId]]:
        """Pairs of articles that are no copies of one another, whatever they have in common."""
        rows = self._connection.execute(
            "SELECT article, other FROM copy_rulings WHERE ruling = 'different'"
        )
        return [(ArticleId(article), ArticleId(other)) for article, other in rows]

    def leading(self) -> dict[ArticleId, int]:
        """The copies chosen to lead; among several the one with the greatest number."""
        rows = self._connection.execute(
            "SELECT article, id FROM copy_rulings WHERE ruling = 'leads'"
        )
        return {ArticleId(article): number for article, number in rows}

    def part(self, article: ArticleId, others: Iterable[ArticleId]) -> None:
        """From now on the article is different from each of the others."""
        self._connection.executemany(
            "INSERT OR IGNORE INTO copy_rulings (ruling, article, other)"
            " VALUES ('different', ?, ?)",
            [(article, other) for other in others],
        )

    def join(self, article: ArticleId) -> None:
        """Take back that the article is different from any other."""
        self._connection.execute(
            "DELETE FROM copy_rulings WHERE ruling = 'different' AND ? IN (article, other)",
            (article,),
        )

    def lead(self, article: ArticleId, instead_of: Iterable[ArticleId]) -> None:
        """Let the article lead, and none of the others by ruling."""
        self._connection.executemany(
            "DELETE FROM copy_rulings WHERE ruling = 'leads' AND article = ?",
            [(other,) for other in (article, *instead_of)],
        )
        self._connection.execute(
            "INSERT INTO copy_rulings (ruling, article) VALUES ('leads', ?)", (article,)
        )
