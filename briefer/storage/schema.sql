-- The library. Read from top to bottom this is the data model.
-- Facts are added and never altered; decisions are written inside a labelled step and can be undone.

-- FACTS -----------------------------------------------------------------------------------------

CREATE TABLE articles (
  id         TEXT PRIMARY KEY,          -- derived from the content: the same article is stored once
  title      TEXT NOT NULL,             -- as read; corrections stand in source_fixes
  outlet     TEXT NOT NULL,
  published  TEXT NOT NULL,             -- ISO 8601, empty when unknown
  language   TEXT NOT NULL,             -- ISO 639-1, empty when unknown
  words      INTEGER NOT NULL,
  text       TEXT NOT NULL,             -- paragraphs joined by a blank line
  paragraphs TEXT NOT NULL,             -- JSON
  source     TEXT NOT NULL,             -- JSON, with the evidence for each field
  origin     TEXT NOT NULL,             -- path or address
  warnings   TEXT NOT NULL,             -- JSON
  added      TEXT NOT NULL              -- ISO 8601, UTC
);

-- What machines found. Replaced when made again; decisions point at article + place and survive.
CREATE TABLE analyses (
  article TEXT PRIMARY KEY REFERENCES articles(id) ON DELETE CASCADE,
  version INTEGER NOT NULL,
  data    TEXT NOT NULL                 -- JSON
);

-- Scores of summary methods other than the default, kept because they are slow to make.
CREATE TABLE scores (
  article TEXT NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
  method  TEXT NOT NULL,
  version INTEGER NOT NULL,
  data    TEXT NOT NULL,                -- JSON
  PRIMARY KEY (article, method)
);

-- Which articles have been opened. Not a decision: nobody wants to undo having read something.
CREATE TABLE opened (
  article TEXT PRIMARY KEY REFERENCES articles(id) ON DELETE CASCADE
);

-- The folders and feeds the user asked to be looked at. Settings rather than decisions: no undo.
CREATE TABLE places (
  id       INTEGER PRIMARY KEY,
  kind     TEXT NOT NULL CHECK (kind IN ('folder', 'feed')),
  address  TEXT NOT NULL UNIQUE,        -- a path, or an http(s) address
  minutes  INTEGER NOT NULL,            -- how often
  whole    INTEGER NOT NULL,            -- whether the page of each entry is fetched
  looked   TEXT NOT NULL DEFAULT '',    -- when last, ISO 8601, UTC
  result   TEXT NOT NULL DEFAULT '',    -- what came of it, a sentence
  state    TEXT NOT NULL DEFAULT 'well' CHECK (state IN ('well', 'missed', 'failed')),
  etag     TEXT NOT NULL DEFAULT '',    -- what the server said of its last answer
  modified TEXT NOT NULL DEFAULT '',
  later    TEXT NOT NULL DEFAULT ''     -- not to be asked before, by its own wish: ISO 8601, UTC
);

-- What places have shown already, and what came of it. Kept when a place is removed.
CREATE TABLE seen (
  address TEXT NOT NULL,
  key     TEXT NOT NULL,                -- of a file: path, size and time, or digest; of an entry: its id
  article TEXT NOT NULL DEFAULT '',     -- empty where nothing came of it
  PRIMARY KEY (address, key, article)
) WITHOUT ROWID;
CREATE INDEX seen_by_article ON seen (article);

-- Each wording once, however many articles have it; made again when text.likeness changes.
CREATE TABLE wordings (
  id      INTEGER PRIMARY KEY,
  digest  TEXT NOT NULL UNIQUE,         -- equal for texts of the same words
  version INTEGER NOT NULL,             -- of text.likeness
  length  INTEGER NOT NULL,             -- how many sequences of words it has
  sampled INTEGER NOT NULL,             -- how many of them stand in the table shingles
  shingles BLOB NOT NULL                -- all of them, four bytes each
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
  one   INTEGER NOT NULL,               -- a wording
  other INTEGER NOT NULL,               -- an earlier one
  share REAL NOT NULL,                  -- how much of the shorter stands in the longer, 0 to 1
  PRIMARY KEY (one, other)
) WITHOUT ROWID;
CREATE INDEX likenesses_by_other ON likenesses (other);
-- From this share on, COPY in text.likeness, they are copies: a few of many.
CREATE INDEX copies_by_one ON likenesses (one) WHERE share >= 0.35;
CREATE INDEX copies_by_other ON likenesses (other) WHERE share >= 0.35;

CREATE VIRTUAL TABLE articles_fts USING fts5 (
  title, text, outlet,
  content = 'articles', tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
);
CREATE TRIGGER articles_fts_add AFTER INSERT ON articles BEGIN
  INSERT INTO articles_fts (rowid, title, text, outlet)
  VALUES (new.rowid, new.title, new.text, new.outlet);
END;
CREATE TRIGGER articles_fts_drop AFTER DELETE ON articles BEGIN
  INSERT INTO articles_fts (articles_fts, rowid, title, text, outlet)
  VALUES ('delete', old.rowid, old.title, old.text, old.outlet);
END;

-- In which articles each actor stands (table article_actors): storage/actor_index.py has the SQL, as
-- that is the same for old libraries.

-- DECISIONS -------------------------------------------------------------------------------------

-- The articles a person sees. Removing an article takes it off the shelf; the fact stays.
CREATE TABLE shelf (
  article TEXT PRIMARY KEY REFERENCES articles(id),
  added   TEXT NOT NULL                 -- ISO 8601, UTC
);

-- Articles that a watched place brought and nobody dismissed: the New shelf shows the unread of them.
CREATE TABLE fresh (
  article TEXT PRIMARY KEY REFERENCES articles(id) ON DELETE CASCADE
);

CREATE TABLE source_fixes (
  article TEXT NOT NULL REFERENCES articles(id),
  field   TEXT NOT NULL,                -- a name in model.article.SOURCE_FIELDS, or "language"
  value   TEXT NOT NULL,                -- JSON
  PRIMARY KEY (article, field)
);

-- A ruling on one sentence, by its place in the text, so that a better splitter keeps it.
CREATE TABLE rulings (
  article TEXT NOT NULL REFERENCES articles(id),
  start   INTEGER NOT NULL,
  "end"   INTEGER NOT NULL,
  ruling  TEXT NOT NULL CHECK (ruling IN ('pin', 'exclude')),
  PRIMARY KEY (article, start)
);

-- How an article is summarized where that differs from what holds for all.
CREATE TABLE summary_choices (
  article TEXT PRIMARY KEY REFERENCES articles(id),
  method  TEXT NOT NULL,
  unit    TEXT NOT NULL,
  amount  INTEGER NOT NULL
);

-- How all others are, where that differs from the settings: one row, or none.
CREATE TABLE summary_for_all (
  id     INTEGER PRIMARY KEY CHECK (id = 1),
  method TEXT NOT NULL,
  unit   TEXT NOT NULL,
  amount INTEGER NOT NULL
);

-- What summaries are about: words, or actors by their key; under '' those of all articles.
CREATE TABLE focus (
  id      INTEGER PRIMARY KEY,
  article TEXT NOT NULL,
  word    TEXT NOT NULL,                -- as it is shown: a word, or the actor's name
  actor   TEXT NOT NULL DEFAULT '',     -- the actor's key
  UNIQUE (article, word, actor)
);

-- In which order the user wants sentences, by their places in the text.
CREATE TABLE sentence_order (
  article  TEXT NOT NULL REFERENCES articles(id),
  start    INTEGER NOT NULL,
  "end"    INTEGER NOT NULL,
  position INTEGER NOT NULL,
  PRIMARY KEY (article, start)
);

-- Sentences in the user's own words, by their places in the text.
CREATE TABLE sentence_edits (
  article TEXT NOT NULL REFERENCES articles(id),
  start   INTEGER NOT NULL,
  "end"   INTEGER NOT NULL,
  text    TEXT NOT NULL,
  PRIMARY KEY (article, start)
);

-- What the user ruled on actors, by their keys; applied to every article, also later ones.
CREATE TABLE actor_rules (
  id      INTEGER PRIMARY KEY,
  rule    TEXT NOT NULL CHECK (rule IN
    ('merge', 'rename', 'hide', 'kind', 'apart', 'split', 'role', 'add', 'watch')),
  actor   TEXT NOT NULL,
  other   TEXT NOT NULL DEFAULT '',     -- merge, split: into whom; apart: from whom
  value   TEXT NOT NULL DEFAULT '',     -- rename, split, add: the name; kind; role: the role
  words   TEXT NOT NULL DEFAULT '',     -- split, add: how the actor is spelt in the text
  article TEXT NOT NULL DEFAULT '',     -- split: of one mention alone, in this article
  start   INTEGER NOT NULL DEFAULT -1,  -- at this place
  UNIQUE (rule, actor, other, words, article, start)
);

-- What the user ruled on copies. Articles are known by their content, so it holds for ever.
CREATE TABLE copy_rulings (
  id      INTEGER PRIMARY KEY,
  ruling  TEXT NOT NULL CHECK (ruling IN ('different', 'leads')),
  article TEXT NOT NULL REFERENCES articles(id),
  other   TEXT NOT NULL DEFAULT '',     -- different: from which article
  UNIQUE (ruling, article, other)
);

-- What the user ruled on stories: which two articles tell of one event, and which do not.
CREATE TABLE story_rulings (
  id      INTEGER PRIMARY KEY,
  ruling  TEXT NOT NULL CHECK (ruling IN ('together', 'apart')),
  article TEXT NOT NULL REFERENCES articles(id),
  other   TEXT NOT NULL REFERENCES articles(id),
  UNIQUE (article, other)
);

-- The title a user gave a story, kept with the article that led it then.
CREATE TABLE story_titles (
  article TEXT PRIMARY KEY REFERENCES articles(id),
  title   TEXT NOT NULL
);

CREATE TABLE briefings (
  id      INTEGER PRIMARY KEY,
  details TEXT NOT NULL,                -- JSON of IssueDetails
  changed TEXT NOT NULL                 -- ISO 8601, UTC
);

CREATE TABLE sections (
  id       INTEGER PRIMARY KEY,
  briefing INTEGER NOT NULL REFERENCES briefings(id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  kind     TEXT NOT NULL,
  heading  TEXT NOT NULL
);
CREATE INDEX sections_by_briefing ON sections (briefing, position);

CREATE TABLE items (
  id       INTEGER PRIMARY KEY,
  section  INTEGER NOT NULL REFERENCES sections(id) ON DELETE CASCADE,
  briefing INTEGER NOT NULL,            -- repeated here so that a change names its briefing
  position INTEGER NOT NULL,
  article  TEXT NOT NULL,               -- empty for items without one
  content  TEXT NOT NULL                -- JSON of model.briefing.Content
);
CREATE INDEX items_by_section ON items (section, position);
CREATE INDEX items_by_article ON items (article);

-- Briefings as they stood once, under the identity that details give them: they outlive a deletion.
CREATE TABLE versions (
  id      INTEGER PRIMARY KEY AUTOINCREMENT, -- no number comes twice: undo may bring a row back
  uid     TEXT NOT NULL,
  kept    TEXT NOT NULL,                -- ISO 8601, UTC
  label   TEXT NOT NULL,
  lasting INTEGER NOT NULL,             -- 1: given out of the house, never thinned
  data    TEXT NOT NULL                 -- JSON of model.briefing.Briefing
);
CREATE INDEX versions_by_uid ON versions (uid, id);
