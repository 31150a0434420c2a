-- +goose Up
CREATE TABLE articles (
  n         INTEGER PRIMARY KEY,
  id        TEXT NOT NULL UNIQUE,
  published INTEGER,             -- days since 1970-01-01; null: not known
  read_at   INTEGER NOT NULL,    -- Unix seconds
  reader    TEXT NOT NULL,       -- version of the reader
  source    TEXT NOT NULL,
  title     TEXT NOT NULL,
  url       TEXT NOT NULL,
  language  TEXT NOT NULL,
  sha256    TEXT NOT NULL,
  witness   TEXT NOT NULL,       -- id of the first article with nearly this text
  signature BLOB NOT NULL,
  text      BLOB NOT NULL        -- zstd
);
CREATE INDEX articles_published ON articles (published, source);

CREATE TABLE bands (             -- MinHash bands of the articles
  band    INTEGER NOT NULL,
  article INTEGER NOT NULL,
  PRIMARY KEY (band, article)
) WITHOUT ROWID;

CREATE TABLE reports (
  n         INTEGER PRIMARY KEY,
  key       TEXT NOT NULL UNIQUE,
  article   INTEGER NOT NULL,
  published INTEGER,
  founder   TEXT NOT NULL DEFAULT '', -- key of the report that founds its occurrence
  live      INTEGER NOT NULL,         -- 0: of a reading that a later one replaced
  event     BLOB NOT NULL,            -- zstd of JSON
  words     BLOB NOT NULL
);
CREATE INDEX reports_founder ON reports (founder);
CREATE INDEX reports_article ON reports (article);

CREATE TABLE blocks (
  block  INTEGER NOT NULL,
  report INTEGER NOT NULL,
  PRIMARY KEY (block, report)
) WITHOUT ROWID;

CREATE TABLE occurrences (
  n               INTEGER PRIMARY KEY,
  id              TEXT NOT NULL UNIQUE,
  founder         TEXT NOT NULL UNIQUE,
  type            TEXT NOT NULL,
  mode            TEXT NOT NULL,
  status          TEXT NOT NULL,
  earliest        INTEGER,
  latest          INTEGER,
  place_state     TEXT NOT NULL,
  witnesses       INTEGER NOT NULL,
  first_published INTEGER,
  last_published  INTEGER
);
CREATE INDEX occurrences_time ON occurrences (earliest, latest);
CREATE INDEX occurrences_status ON occurrences (status, earliest);
CREATE INDEX occurrences_type ON occurrences (type, earliest);
CREATE INDEX occurrences_published ON occurrences (last_published);

CREATE TABLE parties (           -- states and words of names of those who take part
  party      TEXT NOT NULL,
  earliest   INTEGER,
  occurrence INTEGER NOT NULL,
  PRIMARY KEY (party, earliest, occurrence)
);
CREATE INDEX parties_occurrence ON parties (occurrence);

CREATE VIRTUAL TABLE words USING fts5 (body, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 2");

CREATE TABLE ids (               -- every id that was ever given, and the report that it was made from
  id  TEXT PRIMARY KEY,
  key TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE corrections (
  seq        INTEGER PRIMARY KEY AUTOINCREMENT,
  at         INTEGER NOT NULL,
  author     TEXT NOT NULL,
  kind       TEXT NOT NULL,
  occurrence TEXT NOT NULL,
  other      TEXT NOT NULL,
  field      TEXT NOT NULL,
  value      TEXT NOT NULL,
  undone     INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE changes (
  seq        INTEGER PRIMARY KEY AUTOINCREMENT,
  at         INTEGER NOT NULL,
  kind       TEXT NOT NULL,
  occurrence TEXT NOT NULL,
  into_id    TEXT NOT NULL
);
