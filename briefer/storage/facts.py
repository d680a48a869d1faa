"""Articles and their analyses: added, never altered."""

import json
import sqlite3
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

import msgspec

from briefer.model.analysis import ANALYSIS_VERSION, Analysis, ToldAnalysis
from briefer.model.article import Article, ArticleId, Source
from briefer.model.json_text import from_json
from briefer.model.summary import Scores
from briefer.model.text import Paragraph
from briefer.storage.database import together
from briefer.storage.kept_text import as_json, as_text

# An article and its analysis as rows of their tables.
Rows = tuple[tuple[Any, ...], tuple[Any, ...]]


class Facts:
    """The facts seen through one connection; each thread has its own."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """`connection` comes from `database.connect`."""
        self._connection = connection
        # The analysis that was asked for last: one look at an article asks for it many times.
        self._last: tuple[str, Analysis] | None = None

    def add(self, article: Article, analysis: Analysis | ToldAnalysis) -> bool:
        """Keep both; False when the article was there already.

        Its analysis then stays as it is: what briefings take from it follows when it is renewed.
        """
        return self.add_rows([self.rows(article, analysis)])[0]

    @staticmethod
    def rows(article: Article, analysis: Analysis | ToldAnalysis) -> Rows:
        """Both made ready to be kept: no writer has to wait for that."""
        source = article.source
        row = (
            article.id,
            source.title,
            source.outlet or "",
            source.published or "",
            article.language or "",
            article.words,
            article.text,
            as_json(article.paragraphs),
            as_json(source),
            as_text(article.origin),
            as_json(article.warnings),
            datetime.now(UTC).isoformat(timespec="seconds"),
        )
        return row, _row(analysis)

    def add_rows(self, rows: Sequence[Rows]) -> list[bool]:
        """Keep what was made ready, all or nothing; for each whether the article is new."""
        added = []
        with together(self._connection):
            for article, analysis in rows:
                marks = ",".join("?" * len(article))
                done = self._connection.execute(
                    f"INSERT OR IGNORE INTO articles VALUES ({marks})", article
                )
                is_new = done.rowcount > 0
                if is_new or self.analysis(article[0]) is None:
                    self._keep(analysis)
                added.append(is_new)
        return added

    def known(self, articles: Sequence[ArticleId]) -> set[ArticleId]:
        """Those of the articles that are kept already."""
        rows = self._connection.execute(
            "SELECT id FROM articles WHERE id IN (SELECT value FROM json_each(?))",
            (json.dumps(articles),),
        )
        return {ArticleId(row[0]) for row in rows}

    def article(self, article: ArticleId) -> Article | None:
        """The article as it was read, without the user's corrections."""
        row = self._connection.execute(
            "SELECT id, text, paragraphs, source, language, origin, warnings FROM articles"
            " WHERE id = ?",
            (article,),
        ).fetchone()
        if row is None:
            return None
        return Article(
            ArticleId(row[0]),
            row[1],
            from_json(tuple[Paragraph, ...], row[2]),
            from_json(Source, row[3]),
            row[4] or None,
            row[5],
            from_json(tuple[str, ...], row[6]),
        )

    def analysis(self, article: ArticleId) -> Analysis | None:
        """What was found in the article; None before it was analysed, and where what is kept is none."""
        row = self._connection.execute(
            "SELECT data FROM analyses WHERE article = ?", (article,)
        ).fetchone()
        if row is None:
            return None
        if self._last is None or self._last[0] != row[0]:
            try:
                self._last = row[0], from_json(Analysis, row[0])
            except (TypeError, ValueError, KeyError):
                return None
        return self._last[1]

    def renew(self, analysis: Analysis) -> None:
        """Put a newer analysis in place of the old one; scores of its sentences are forgotten."""
        self._connection.execute("DELETE FROM scores WHERE article = ?", (analysis.article,))
        self._keep(_row(analysis))

    def forget_versions(self) -> None:
        """Have all analyses made anew."""
        self._connection.execute("UPDATE analyses SET version = 0")

    def outdated(self) -> list[ArticleId]:
        """Articles whose analysis was made by an older version."""
        rows = self._connection.execute(
            "SELECT article FROM analyses WHERE version < ?", (ANALYSIS_VERSION,)
        )
        return [ArticleId(row[0]) for row in rows]

    def is_outdated(self, article: ArticleId) -> bool:
        """Whether its analysis was made by an older version."""
        row = self._connection.execute(
            "SELECT version FROM analyses WHERE article = ?", (article,)
        ).fetchone()
        return row is not None and row[0] < ANALYSIS_VERSION

    def scores(self, article: ArticleId, method: str, focus: str = "") -> Scores | None:
        """The kept scores of a method, under the focus words if there are any."""
        row = self._connection.execute(
            "SELECT data FROM scores WHERE article = ? AND method = ? AND version = ?",
            (article, _kept_as(method, focus), ANALYSIS_VERSION),
        ).fetchone()
        return from_json(Scores, row[0]) if row else None

    def keep_scores(self, article: ArticleId, scores: Scores, focus: str = "") -> None:
        """Keep a method's scores for the next time they are wanted; of focus words only the last."""
        if focus:
            self._connection.execute(
                "DELETE FROM scores WHERE article = ? AND instr(method, ?) = 1",
                (article, f"{scores.method} "),
            )
        self._connection.execute(
            "INSERT OR REPLACE INTO scores VALUES (?, ?, ?, ?)",
            (article, _kept_as(scores.method, focus), ANALYSIS_VERSION, as_json(scores)),
        )

    def mark_opened(self, article: ArticleId) -> None:
        """The article has been read."""
        self._connection.execute("INSERT OR IGNORE INTO opened VALUES (?)", (article,))

    def _keep(self, row: tuple[Any, ...]) -> None:
        self._connection.execute("INSERT OR REPLACE INTO analyses VALUES (?, ?, ?)", row)


def _row(analysis: Analysis | ToldAnalysis) -> tuple[Any, ...]:
    if isinstance(analysis, Analysis):
        return (analysis.article, analysis.version, as_json(analysis))
    told = analysis.told.decode("utf-8")
    try:
        head = _HEADS.decode(told)
    except msgspec.MsgspecError:
        # It does not fit; that is seen when it is read.
        return (analysis.article, 0, told)
    if head.article != analysis.article:
        told = as_json({**json.loads(told), "article": analysis.article})
    return (analysis.article, head.version, told)


class _Head(msgspec.Struct):
    """What an analysis begins and ends with."""

    article: str
    version: int


_HEADS = msgspec.json.Decoder(_Head)


def _kept_as(method: str, focus: str) -> str:
    return f"{method} {as_text(focus)}" if focus else method
