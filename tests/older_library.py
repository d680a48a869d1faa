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
}


OLDER_RULES = """
CREATE TABLE actor_rules (
  id INTEGER PRIMARY KEY, rule TEXT NOT NULL CHECK (rule IN ('merge', 'rename', 'hide', 'kind', 'apart')),
  actor TEXT NOT NULL, other TEXT NOT NULL DEFAULT '', value TEXT NOT NULL DEFAULT '',
  UNIQUE (rule, actor, other)
)
"""


def make_older(path, version):
    """Take from a library what came after `version`."""
    with sqlite3.connect(path) as connection:
        if version < 7:
            for trigger in ("found", "added", "dropped"):
                connection.execute(f"DROP TRIGGER article_actors_{trigger}")
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
