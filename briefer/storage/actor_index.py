"""In which articles each actor stands: an index that follows the analyses and rules by itself."""

import json
import sqlite3
from collections.abc import Iterable
from typing import Any, NamedTuple

from briefer.model.article import ArticleId

# What is no JSON, or another than expected, has no actors; it must not stop an import.
_ACTORS = """
SELECT n.article, coalesce(json_extract(a.value, '$.key'), ''),
       coalesce(json_extract(m.value, '$.text'), ''),
       coalesce(json_extract(a.value, '$.name'), ''),
       coalesce(json_extract(a.value, '$.kind'), ''), count(*),
       coalesce(max(json_extract(a.value, '$.salience')), 0)
FROM {0} n,
     json_each(CASE WHEN json_valid(n.data) THEN n.data ELSE '{{}}' END, '$.findings.actors') a,
     json_each(CASE WHEN a.type = 'object' THEN a.value ELSE '{{}}' END, '$.mentions') m
WHERE m.type = 'object'
GROUP BY 1, 2, 3
"""
# Words that a person made an actor. Where words are parted by blanks they must be whole ones: that
# the search index knows; Chinese and Japanese have no such words. The joins are crossed so that
# SQLite asks the search index once for each rule, not once for each article.
_UNPARTED = "r.words GLOB '*[\u3040-\u30ff\u4e00-\u9fff]*'"
_ADDED = f"""
SELECT r.actor, r.words, a.id, r.value
FROM {{0}} r CROSS JOIN articles_fts CROSS JOIN articles a ON a.rowid = articles_fts.rowid
WHERE r.rule = 'add' AND NOT {_UNPARTED} AND {{1}}
  AND articles_fts MATCH '"' || replace(r.words, '"', ' ') || '"' AND instr(a.text, r.words) > 0
UNION ALL
SELECT r.actor, r.words, a.id, r.value
FROM {{0}} r CROSS JOIN articles a
WHERE r.rule = 'add' AND {_UNPARTED} AND {{2}} AND instr(a.text, r.words) > 0
"""
_NEW = "(SELECT new.rule AS rule, new.actor AS actor, new.words AS words, new.value AS value)"
_THIS = "SELECT rowid FROM articles WHERE id = new.article"
# What rules added lies apart, together by the rule: where a word stands in thousands of articles, its
# rows would else be strewn over all of the larger table, and a click would wait for it.
STATEMENTS = (
    """
CREATE TABLE article_actors (
  article  TEXT NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
  key      TEXT NOT NULL,
  surface  TEXT NOT NULL,
  name     TEXT NOT NULL,
  kind     TEXT NOT NULL,
  mentions INTEGER NOT NULL,
  salience REAL NOT NULL,
  PRIMARY KEY (article, key, surface)
) WITHOUT ROWID
""",
    # All that is asked of watched actors stands in the index itself.
    "CREATE INDEX article_actors_by_key ON article_actors (key, article, surface, mentions)",
    """
CREATE TABLE added_actors (
  key     TEXT NOT NULL,
  surface TEXT NOT NULL,
  article TEXT NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
  name    TEXT NOT NULL,
  PRIMARY KEY (key, surface, article)
) WITHOUT ROWID
""",
    "CREATE INDEX added_actors_by_article ON added_actors (article)",
    f"""
CREATE TRIGGER article_actors_found AFTER INSERT ON analyses BEGIN
  DELETE FROM article_actors WHERE article = new.article;
  DELETE FROM added_actors WHERE article = new.article;
  INSERT INTO article_actors
  {_ACTORS.format("(SELECT new.article AS article, new.data AS data)")};
  INSERT OR REPLACE INTO added_actors
  {_ADDED.format("actor_rules", f"articles_fts.rowid = ({_THIS})", "a.id = new.article")};
END
""",
    f"""
CREATE TRIGGER article_actors_added AFTER INSERT ON actor_rules WHEN new.rule = 'add' BEGIN
  INSERT OR REPLACE INTO added_actors
  {_ADDED.format(_NEW, "1", "1")};
END
""",
    """
CREATE TRIGGER article_actors_dropped AFTER DELETE ON actor_rules WHEN old.rule = 'add' BEGIN
  DELETE FROM added_actors WHERE key = old.actor AND surface = old.words;
END
""",
)
FILL = f"INSERT INTO article_actors {_ACTORS.format('analyses')}"

# (article, actor) for all that is watched: those merged into it are, and what was split off for it.
WATCHED = """
WITH RECURSIVE known(key, watched) AS (
  SELECT actor, actor FROM actor_rules WHERE rule = 'watch'
  UNION
  SELECT CASE k.key WHEN r.other THEN r.actor ELSE r.other END, k.watched
  FROM known k CROSS JOIN actor_rules r
  WHERE r.rule = 'merge' AND k.key IN (r.actor, r.other)
)
SELECT x.article, k.watched FROM known k CROSS JOIN article_actors x ON x.key = k.key
WHERE NOT EXISTS (SELECT 1 FROM actor_rules s WHERE s.rule = 'split' AND s.actor = x.key
  AND s.words = x.surface AND s.article IN ('', x.article) AND (s.article = '' OR x.mentions = 1))
UNION
SELECT x.article, k.watched FROM known k CROSS JOIN added_actors x ON x.key = k.key
WHERE NOT EXISTS (SELECT 1 FROM actor_rules s WHERE s.rule = 'split' AND s.actor = x.key
  AND s.words = x.surface AND s.article IN ('', x.article))
UNION
SELECT x.article, k.watched FROM known k CROSS JOIN actor_rules s ON s.other = k.key
CROSS JOIN article_actors x ON x.key = s.actor AND x.surface = s.words
WHERE s.rule = 'split' AND s.article IN ('', x.article)
UNION
SELECT x.article, k.watched FROM known k CROSS JOIN actor_rules s ON s.other = k.key
CROSS JOIN added_actors x ON x.key = s.actor AND x.surface = s.words
WHERE s.rule = 'split' AND s.article IN ('', x.article)
"""
_FOUND = "x.article, x.key, x.surface, 0, x.name, x.kind, x.mentions, x.salience"
_RULED = "x.article, x.key, x.surface, 1, x.name, substr(x.key, 1, instr(x.key, ':') - 1), 1, 0.0"


class Named(NamedTuple):
    """How often an article names an actor by one spelling, as the engine or a rule found it."""

    article: ArticleId
    key: str
    surface: str
    added: int
    name: str
    kind: str
    mentions: int
    salience: float


class ActorIndex:
    """The index seen through one connection; articles on the shelf alone."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """`connection` comes from `database.connect`."""
        self._connection = connection

    def all(self) -> list[Named]:
        """Everything; of thousands of articles that takes a while."""
        return self._ask("", ())

    def of_actors(self, keys: Iterable[str]) -> list[Named]:
        """Where the actors of these keys stand."""
        return self._ask(
            "WHERE x.key IN (SELECT value FROM json_each(?))", (json.dumps(list(keys)),)
        )

    def of_articles(self, articles: Iterable[ArticleId]) -> list[Named]:
        """Who stands in these articles."""
        return self._ask(
            "WHERE x.article IN (SELECT value FROM json_each(?))", (json.dumps(list(articles)),)
        )

    def names(self, keys: Iterable[str]) -> dict[str, str]:
        """By which name the actors of these keys are known, as far as any article has them."""
        rows = self._connection.execute(
            "SELECT key, name, sum(mentions) FROM"
            " (SELECT key, name, mentions FROM article_actors WHERE key IN wanted"
            " UNION ALL SELECT key, name, 1 FROM added_actors WHERE key IN wanted)"
            " GROUP BY key, name ORDER BY 3".replace("wanted", "(SELECT value FROM json_each(?1))"),
            (json.dumps(list(keys)),),
        )
        return {key: name for key, name, _ in rows}

    def watched(self) -> list[tuple[ArticleId, str]]:
        """The articles that name watched actors, and whom."""
        rows = self._connection.execute(
            f"SELECT w.* FROM ({WATCHED}) w JOIN shelf s ON s.article = w.article"
        )
        return [(ArticleId(article), key) for article, key in rows]

    def _ask(self, where: str, values: tuple[str, ...]) -> list[Named]:
        ask = "SELECT {} FROM {} x JOIN shelf s ON s.article = x.article {}"
        rows: list[tuple[Any, ...]] = []
        for columns, table in ((_FOUND, "article_actors"), (_RULED, "added_actors")):
            rows += self._connection.execute(ask.format(columns, table, where), values)
        return [Named(*row) for row in rows]
