"""What the user ruled on stories: what belongs together, what apart, and titles. Inside a step only."""

import sqlite3
from collections.abc import Iterable

from briefer.model.article import ArticleId
from briefer.model.story import StoryRuling


class StoryRulings:
    """The rulings seen through the library's connection."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """`connection` carries the undo log."""
        self._connection = connection

    def pairs(self, ruling: StoryRuling) -> list[tuple[ArticleId, ArticleId]]:
        """The pairs of articles so ruled, the oldest ruling first."""
        rows = self._connection.execute(
            "SELECT article, other FROM story_rulings WHERE ruling = ? ORDER BY id", (ruling,)
        )
        return [(ArticleId(article), ArticleId(other)) for article, other in rows]

    def rule(self, article: ArticleId, others: Iterable[ArticleId], ruling: StoryRuling) -> None:
        """From now on the article is together with, or apart from, each of the others.

        What was ruled on the same two articles before gives way.
        """
        for other in others:
            one, two = sorted((article, other))
            if one != two:
                self._connection.execute(
                    "INSERT OR REPLACE INTO story_rulings (ruling, article, other) VALUES (?, ?, ?)",
                    (ruling, one, two),
                )

    def forget(self, articles: Iterable[ArticleId]) -> None:
        """Take back all that was ruled on these articles."""
        self._connection.executemany(
            "DELETE FROM story_rulings WHERE ? IN (article, other)",
            [(article,) for article in articles],
        )

    def titles(self) -> dict[ArticleId, str]:
        """Titles the user gave, by the article that led the story when it was named."""
        rows = self._connection.execute("SELECT article, title FROM story_titles")
        return {ArticleId(article): title for article, title in rows}

    def name(self, article: ArticleId, title: str) -> None:
        """Call the story that the article leads so; an empty title takes its name back."""
        if title.strip():
            self._connection.execute(
                "INSERT OR REPLACE INTO story_titles VALUES (?, ?)", (article, title.strip())
            )
        else:
            self._connection.execute("DELETE FROM story_titles WHERE article = ?", (article,))
