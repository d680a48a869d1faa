"""A library as an older Briefer left it."""

import sqlite3

# The tables each version brought, the latter pointing at the former.
BROUGHT = {
    2: ("places", "seen", "fresh"),
    3: ("copy_rulings", "likenesses", "shingles", "article_wordings", "wordings"),
    4: ("story_titles", "story_rulings"),
    6: ("focus", "sentence_order", "sentence_edits", "summary_for_all"),
    7: ("article_actors",),
    9: ("versions",),
    10: ("added_actors",),
}


OLDER_RULES = """
CREATE TABLE actor_rules (
  id INTEGER PRIMARY KEY, rule TEXT NOT NULL CHECK (rule IN ('merge', 'rename', 'hide', 'kind', 'apart')),
  actor TEXT NOT NULL, other TEXT NOT NULL DEFAULT '', value TEXT NOT NULL DEFAULT '',
  UNIQUE (rule, actor, other)
)
"""

# The index of actors of versions 7 to 9: what rules added lay among the rest.
OLDER_INDEX = """
ALTER TABLE article_actors RENAME TO newer_actors;
DROP INDEX article_actors_by_key;
CREATE TABLE article_actors (
  article TEXT NOT NULL REFERENCES articles(id) ON DELETE CASCADE, key TEXT NOT NULL,
  surface TEXT NOT NULL, added INTEGER NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL,
  mentions INTEGER NOT NULL, salience REAL NOT NULL, PRIMARY KEY (article, key, surface, added)
) WITHOUT ROWID;
CREATE INDEX article_actors_by_key ON article_actors (key, article);
INSERT INTO article_actors
SELECT article, key, surface, 0, name, kind, mentions, salience FROM newer_actors;
INSERT INTO article_actors
SELECT article, key, surface, 1, name, substr(key, 1, instr(key, ':') - 1), 1, 0 FROM added_actors;
DROP TABLE newer_actors;
CREATE TRIGGER article_actors_found AFTER INSERT ON analyses BEGIN SELECT 1; END;
CREATE TRIGGER article_actors_added AFTER INSERT ON actor_rules BEGIN SELECT 1; END;
CREATE TRIGGER article_actors_dropped AFTER DELETE ON actor_rules BEGIN SELECT 1; END;
"""


def make_older(path, version):
    """Take from a library what came after `version`."""
    with sqlite3.connect(path) as connection:
        for trigger in ("found", "added", "dropped"):
            connection.execute(f"DROP TRIGGER article_actors_{trigger}")
        if 7 <= version < 10:
            connection.executescript(OLDER_INDEX)
        if version < 7:
            connection.execute("DROP TABLE actor_rules")
            connection.execute(OLDER_RULES)
        for brought in (number for number in BROUGHT if number > version):
            for table in BROUGHT[brought]:
                connection.execute(f"DROP TABLE {table}")
        if version in (3, 4):
            for index in ("likenesses_by_other", "copies_by_one", "copies_by_other"):
                connection.execute(f"DROP INDEX {index}")
        if 1 < version < 5:
            connection.execute("ALTER TABLE places DROP COLUMN later")
        connection.execute(f"PRAGMA user_version = {version}")
    connection.close()
