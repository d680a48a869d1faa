"""From any older library to this one, one numbered step after the other."""

import sqlite3
from collections.abc import Callable

from briefer.storage import actor_index
from briefer.text.name_keys import actor_key

# The schema's version; schema.sql always shows the newest.
VERSION = 10


_TO_2 = """
CREATE TABLE places (
  id INTEGER PRIMARY KEY, kind TEXT NOT NULL CHECK (kind IN ('folder', 'feed')),
  address TEXT NOT NULL UNIQUE, minutes INTEGER NOT NULL, whole INTEGER NOT NULL,
  looked TEXT NOT NULL DEFAULT '', result TEXT NOT NULL DEFAULT '',
  state TEXT NOT NULL DEFAULT 'well' CHECK (state IN ('well', 'missed', 'failed')),
  etag TEXT NOT NULL DEFAULT '', modified TEXT NOT NULL DEFAULT ''
);
CREATE TABLE seen (
  address TEXT NOT NULL, key TEXT NOT NULL, article TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (address, key, article)
) WITHOUT ROWID;
CREATE INDEX seen_by_article ON seen (article);
CREATE TABLE fresh (article TEXT PRIMARY KEY REFERENCES articles(id) ON DELETE CASCADE)
"""


def _to_2(connection: sqlite3.Connection) -> None:
    """Watched places, what they have shown, and the New shelf."""
    # executescript would commit the transaction.
    for statement in _TO_2.split(";"):
        connection.execute(statement)


_TO_3 = """
CREATE TABLE wordings (
  id      INTEGER PRIMARY KEY,
  digest  TEXT NOT NULL UNIQUE,
  version INTEGER NOT NULL,
  length  INTEGER NOT NULL,
  sampled INTEGER NOT NULL,
  shingles BLOB NOT NULL
);
CREATE TABLE article_wordings (
  article TEXT PRIMARY KEY REFERENCES articles(id) ON DELETE CASCADE,
  wording INTEGER NOT NULL REFERENCES wordings(id) ON DELETE CASCADE
);
CREATE INDEX article_wordings_by_wording ON article_wordings (wording);
CREATE TABLE shingles (
  hash    INTEGER NOT NULL,
  wording INTEGER NOT NULL,
  PRIMARY KEY (hash, wording)
) WITHOUT ROWID;
CREATE TABLE likenesses (
  one   INTEGER NOT NULL,
  other INTEGER NOT NULL,
  share REAL NOT NULL,
  PRIMARY KEY (one, other)
) WITHOUT ROWID;
CREATE TABLE copy_rulings (
  id      INTEGER PRIMARY KEY,
  ruling  TEXT NOT NULL CHECK (ruling IN ('different', 'leads')),
  article TEXT NOT NULL REFERENCES articles(id),
  other   TEXT NOT NULL DEFAULT '',
  UNIQUE (ruling, article, other)
)
"""


def _to_3(connection: sqlite3.Connection) -> None:
    """Wordings and rulings on copies; the articles are compared later."""
    for statement in _TO_3.split(";"):
        connection.execute(statement)


_TO_4 = """
CREATE TABLE story_rulings (
  id INTEGER PRIMARY KEY,
  ruling TEXT NOT NULL CHECK (ruling IN ('together', 'apart')),
  article TEXT NOT NULL REFERENCES articles(id), other TEXT NOT NULL REFERENCES articles(id),
  UNIQUE (article, other)
);
CREATE TABLE story_titles (
  article TEXT PRIMARY KEY REFERENCES articles(id), title TEXT NOT NULL
)
"""


def _to_4(connection: sqlite3.Connection) -> None:
    """Rulings on stories, and their titles."""
    for statement in _TO_4.split(";"):
        connection.execute(statement)


def _to_5(connection: sqlite3.Connection) -> None:
    """What a wording is like is found from either side; servers that ask to be asked later."""
    connection.execute("ALTER TABLE places ADD COLUMN later TEXT NOT NULL DEFAULT ''")
    connection.execute("CREATE INDEX likenesses_by_other ON likenesses (other)")
    for side in ("one", "other"):
        connection.execute(
            f"CREATE INDEX copies_by_{side} ON likenesses ({side}) WHERE share >= 0.35"
        )


_TO_6 = """
CREATE TABLE summary_for_all (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  method TEXT NOT NULL, unit TEXT NOT NULL, amount INTEGER NOT NULL
);
CREATE TABLE focus (
  id INTEGER PRIMARY KEY, article TEXT NOT NULL, word TEXT NOT NULL,
  actor TEXT NOT NULL DEFAULT '', UNIQUE (article, word, actor)
);
CREATE TABLE sentence_order (
  article TEXT NOT NULL REFERENCES articles(id),
  start INTEGER NOT NULL, "end" INTEGER NOT NULL, position INTEGER NOT NULL,
  PRIMARY KEY (article, start)
);
CREATE TABLE sentence_edits (
  article TEXT NOT NULL REFERENCES articles(id),
  start INTEGER NOT NULL, "end" INTEGER NOT NULL, text TEXT NOT NULL,
  PRIMARY KEY (article, start)
)
"""


def _to_6(connection: sqlite3.Connection) -> None:
    """A summary's settings for all, focus words, its sentences' order, and sentences in the user's own words."""
    for statement in _TO_6.split(";"):
        connection.execute(statement)


_RULES = """
CREATE TABLE actor_rules (
  id INTEGER PRIMARY KEY,
  rule TEXT NOT NULL CHECK (rule IN
    ('merge', 'rename', 'hide', 'kind', 'apart', 'split', 'role', 'add', 'watch')),
  actor TEXT NOT NULL, other TEXT NOT NULL DEFAULT '', value TEXT NOT NULL DEFAULT '',
  words TEXT NOT NULL DEFAULT '', article TEXT NOT NULL DEFAULT '',
  start INTEGER NOT NULL DEFAULT -1,
  UNIQUE (rule, actor, other, words, article, start)
)
"""


def _to_7(connection: sqlite3.Connection) -> None:
    """More rules on actors, and in which articles each actor stands."""
    connection.execute("ALTER TABLE actor_rules RENAME TO older_rules")
    connection.execute(_RULES)
    connection.execute(
        "INSERT INTO actor_rules (id, rule, actor, other, value)"
        " SELECT id, rule, actor, other, value FROM older_rules"
    )
    connection.execute("DROP TABLE older_rules")
    for statement in actor_index.STATEMENTS:
        connection.execute(statement)
    connection.execute(actor_index.FILL)


def _to_8(connection: sqlite3.Connection) -> None:
    """Rules name persons by one key for all spellings, as the engines do from now on."""
    connection.create_function("actor_key", 1, actor_key, deterministic=True)
    # Two rules that say the same by now are one.
    connection.execute(
        "UPDATE OR REPLACE actor_rules SET actor = actor_key(actor), other = actor_key(other)"
    )
    connection.execute("DELETE FROM actor_rules WHERE actor = other")
    connection.execute("UPDATE OR REPLACE focus SET actor = actor_key(actor)")
    connection.execute(
        "UPDATE items SET content = json_set(content, '$.actor', actor_key(content ->> '$.actor'))"
        " WHERE json_valid(content) AND content ->> '$.actor' LIKE 'person:%'"
    )


_VERSIONS = """
CREATE TABLE versions (
  id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL, kept TEXT NOT NULL,
  label TEXT NOT NULL, lasting INTEGER NOT NULL, data TEXT NOT NULL
);
CREATE INDEX versions_by_uid ON versions (uid, id);
UPDATE briefings SET details = json_set(details, '$.uid', lower(hex(randomblob(16))))
"""


def _to_9(connection: sqlite3.Connection) -> None:
    """Briefings have an identity and versions."""
    for statement in _VERSIONS.split(";"):
        connection.execute(statement)


_LEFT_OF_10 = """
ALTER TABLE article_actors RENAME TO older_actors;
DROP INDEX article_actors_by_key;
DROP TRIGGER article_actors_found;
DROP TRIGGER article_actors_added;
DROP TRIGGER article_actors_dropped
"""
_INTO_10 = """
INSERT INTO article_actors
SELECT article, key, surface, name, kind, mentions, salience FROM older_actors WHERE added = 0;
INSERT INTO added_actors SELECT key, surface, article, name FROM older_actors WHERE added = 1;
DROP TABLE older_actors
"""


def _to_10(connection: sqlite3.Connection) -> None:
    """Actors that rules added lie in a table of their own."""
    if connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'added_actors'").fetchone():
        # A library older than the index has got this one.
        return
    for statement in (*_LEFT_OF_10.split(";"), *actor_index.STATEMENTS, *_INTO_10.split(";")):
        connection.execute(statement)


_STEPS: dict[int, Callable[[sqlite3.Connection], None]] = {
    2: _to_2, 3: _to_3, 4: _to_4, 5: _to_5, 6: _to_6, 7: _to_7, 8: _to_8, 9: _to_9,
    10: _to_10,
}  # fmt: skip


def migrate(connection: sqlite3.Connection, version: int) -> None:
    """Bring a library of `version` to VERSION in one transaction: all steps or none.

    The caller has saved a copy.
    """
    connection.execute("BEGIN EXCLUSIVE")
    try:
        for step in range(version + 1, VERSION + 1):
            _STEPS[step](connection)
        connection.execute(f"PRAGMA user_version = {VERSION}")
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise
