"""Which wordings are alike: derived from the articles, kept so that one more costs milliseconds."""

import json
import sqlite3
import struct
from collections.abc import Iterable
from dataclasses import dataclass

from briefer.model.article import ArticleId
from briefer.storage.database import together
from briefer.text.likeness import COPY, LIKENESS_VERSION, RELATED, Print, likeness

# Of the sequences that were sampled of the shorter text so many must stand in the other one too.
_FIRST_LOOK = 0.04
# From this share on a text stands in another, as text.folding has it.
_STANDS_IN = 0.15
# More candidates than that are a template, not a story; the likest are compared.
_MOST_CANDIDATES = 200


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What decides on the groups of some articles: `inner` are all whose group may hang on them,
    `wordings`, `lengths` and `pairs` what folding has to know of those and of their neighbours."""

    inner: frozenset[ArticleId]
    wordings: dict[str, int]
    lengths: dict[int, int]
    pairs: list[tuple[int, int, float]]


class Likenesses:
    """The wordings seen through one connection."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """`connection` comes from `database.connect`."""
        self._connection = connection

    def uncompared(self) -> list[ArticleId]:
        """Articles that were not compared yet, or by an older version, oldest first."""
        rows = self._connection.execute(
            "SELECT id FROM articles WHERE id NOT IN (SELECT article FROM article_wordings w"
            " JOIN wordings ON wordings.id = w.wording AND version = ?) ORDER BY rowid",
            (LIKENESS_VERSION,),
        )
        return [ArticleId(row[0]) for row in rows]

    def drop_outdated(self) -> None:
        """Forget what an older version found; its articles are then uncompared."""
        if self._connection.execute(
            "SELECT 1 FROM wordings WHERE version <> ? LIMIT 1", (LIKENESS_VERSION,)
        ).fetchone():
            for table in ("likenesses", "shingles", "article_wordings", "wordings"):
                self._connection.execute(f"DELETE FROM {table}")

    def compare(self, prints: Iterable[tuple[ArticleId, Print]]) -> None:
        """Keep the wording of each article and which earlier ones it is like, all or nothing.

        One transaction writes two hundred articles in a fifth of the time that single ones take.
        """
        connection = self._connection
        with together(connection):
            for article, made in prints:
                known = connection.execute(
                    "SELECT id FROM wordings WHERE digest = ?", (made.digest,)
                ).fetchone()
                connection.execute(
                    "INSERT OR REPLACE INTO article_wordings VALUES (?, ?)",
                    (article, known[0] if known else self._add(made)),
                )

    def alike(self) -> dict[str, int]:
        """The wording of each article on the shelf that is not alone in what it says."""
        rows = self._connection.execute(
            "SELECT article, wording FROM article_wordings JOIN shelf USING (article)"
            " WHERE wording IN (SELECT one FROM likenesses UNION SELECT other FROM likenesses"
            " UNION SELECT wording FROM article_wordings GROUP BY wording HAVING count(*) > 1)"
        )
        return dict(rows.fetchall())

    def lengths(self) -> dict[int, int]:
        """How many sequences of words each wording has that is like another."""
        rows = self._connection.execute(
            "SELECT id, length FROM wordings WHERE id IN"
            " (SELECT one FROM likenesses UNION SELECT other FROM likenesses)"
        )
        return dict(rows.fetchall())

    def pairs(self) -> list[tuple[int, int, float]]:
        """Wordings that have something in common, with the share of the shorter one."""
        return self._connection.execute("SELECT one, other, share FROM likenesses").fetchall()

    def around(self, articles: Iterable[ArticleId]) -> Surroundings:
        """What folding has to know where these articles came, went or were ruled on."""
        rows = self._connection.execute(
            "SELECT DISTINCT wording FROM article_wordings"
            " WHERE article IN (SELECT value FROM json_each(?))",
            (json.dumps(list(articles)),),
        )
        begun = {row[0] for row in rows}
        # One that stands in a neighbour may make of it a roundup, and of its copies parts. What has
        # less in common decides nothing: of papers with one pattern that would be the whole shelf.
        near = {key for pair in self._touching(begun) if pair[2] >= _STANDS_IN for key in pair[:2]}
        inner, edge, copies = begun | near, begun | near, set[int]()
        while edge:
            joined = set(self._copied(edge))
            copies |= joined
            edge = joined - inner
            inner |= edge
        found = {pair[:2]: pair for pair in self._touching(copies)}
        known = json.dumps(list(inner.union(*found)))
        wordings = dict(
            self._connection.execute(
                "SELECT article, wording FROM article_wordings JOIN shelf USING (article)"
                " WHERE wording IN (SELECT value FROM json_each(?))",
                (known,),
            ).fetchall()
        )
        lengths = self._connection.execute(
            "SELECT id, length FROM wordings WHERE id IN (SELECT value FROM json_each(?))",
            (known,),
        )
        mine = frozenset(ArticleId(key) for key, wording in wordings.items() if wording in inner)
        return Surroundings(mine, wordings, dict(lengths.fetchall()), list(found.values()))

    def _touching(self, wordings: Iterable[int]) -> list[tuple[int, int, float]]:
        """The pairs in which any of these wordings stands."""
        wanted = json.dumps(list(wordings))
        return self._connection.execute(
            "SELECT one, other, share FROM likenesses"
            " WHERE one IN (SELECT value FROM json_each(?1))"
            " UNION SELECT one, other, share FROM likenesses"
            " WHERE other IN (SELECT value FROM json_each(?1))",
            (wanted,),
        ).fetchall()

    def _copied(self, wordings: Iterable[int]) -> Iterable[int]:
        """Those of the wordings that are copies of any, and what those are copies of."""
        wanted = json.dumps(list(wordings))
        # Written out, so that SQLite takes the index of copies alone.
        rows = self._connection.execute(
            "SELECT one, other FROM likenesses INDEXED BY copies_by_one"
            f" WHERE share >= {COPY} AND one IN (SELECT value FROM json_each(?1))"
            " UNION ALL SELECT one, other FROM likenesses INDEXED BY copies_by_other"
            f" WHERE share >= {COPY} AND other IN (SELECT value FROM json_each(?1))",
            (wanted,),
        )
        return [key for pair in rows for key in pair]

    def _add(self, made: Print) -> int:
        sample = made.sample
        row = (made.digest, LIKENESS_VERSION, len(made.shingles), len(sample), _packed(made))
        done = self._connection.execute(
            "INSERT INTO wordings (digest, version, length, sampled, shingles)"
            " VALUES (?, ?, ?, ?, ?)",
            row,
        )
        wording = done.lastrowid
        assert wording is not None
        for other, packed in self._candidates(sample):
            found = likeness(made.shingles, _unpacked(packed))
            if found >= RELATED:
                self._connection.execute(
                    "INSERT INTO likenesses VALUES (?, ?, ?)", (wording, other, found)
                )
        self._connection.executemany(
            "INSERT INTO shingles VALUES (?, ?)", [(one, wording) for one in sample]
        )
        return wording

    def _candidates(self, sample: list[int]) -> list[tuple[int, bytes]]:
        """Wordings that share enough of the sample, with all their sequences."""
        if not sample:
            return []
        # Numbers of our own making may stand in the text; bound values are limited in number.
        numbers = ",".join(map(str, sample))
        return self._connection.execute(
            "SELECT id, w.shingles FROM (SELECT wording, count(*) AS shared FROM shingles"
            f" WHERE hash IN ({numbers}) GROUP BY wording) JOIN wordings w ON w.id = wording"
            " WHERE shared >= ? * min(w.sampled, ?)"
            " ORDER BY 1.0 * shared / min(w.sampled, ?) DESC, w.digest LIMIT ?",
            (_FIRST_LOOK, len(sample), len(sample), _MOST_CANDIDATES),
        ).fetchall()


def _packed(made: Print) -> bytes:
    return struct.pack(f"<{len(made.shingles)}I", *made.shingles)


def _unpacked(packed: bytes) -> tuple[int, ...]:
    return struct.unpack(f"<{len(packed) // 4}I", packed)
