-- +goose Up
-- What is derived from the reports is made anew when the ledger is next opened
-- (see Store.Refold): those tables begin empty. Ids that were given go on answering.

CREATE TABLE refolded (          -- what was shown before a refold, while that goes on
  id      TEXT PRIMARY KEY,
  founder TEXT NOT NULL
);
INSERT INTO refolded SELECT id, founder FROM occurrences;
INSERT INTO ids (id, key) SELECT id, founder FROM occurrences WHERE 1 = 1 ON CONFLICT DO NOTHING;

DROP INDEX reports_founder;
ALTER TABLE reports DROP COLUMN founder;
ALTER TABLE reports DROP COLUMN words;
ALTER TABLE reports ADD COLUMN founder BIGINT NOT NULL DEFAULT 0; -- the report that founds its occurrence, 0: none yet
CREATE INDEX reports_founder ON reports (founder);

DROP TABLE occurrences;
CREATE TABLE occurrences (
  n               BIGINT PRIMARY KEY, -- the report that founds it
  id              TEXT NOT NULL UNIQUE,
  type            TEXT NOT NULL,
  mode            TEXT NOT NULL,
  status          TEXT NOT NULL,
  earliest        BIGINT,
  latest          BIGINT,
  reach           BIGINT,             -- class of the span's length
  place_state     TEXT NOT NULL,
  witnesses       BIGINT NOT NULL,
  first_published BIGINT,
  last_published  BIGINT,
  keys            TEXT NOT NULL    -- what it is filed under in parties, a line each
);
CREATE INDEX occurrences_time ON occurrences (earliest, latest);
CREATE INDEX occurrences_status ON occurrences (status, earliest);
CREATE INDEX occurrences_type ON occurrences (type, earliest);
CREATE INDEX occurrences_published ON occurrences (last_published);
CREATE INDEX occurrences_reach ON occurrences (reach, earliest, latest);

CREATE TABLE kinds (             -- each type, mode and status that occurs together
  n      BIGINT PRIMARY KEY,
  type   TEXT NOT NULL,
  mode   TEXT NOT NULL,
  status TEXT NOT NULL
);

DROP TABLE parties;
CREATE TABLE parties (           -- under what keys an occurrence is found, in the order of time
  party      TEXT NOT NULL,      -- a state, a word of a name, an id, two states (CHN|USA), a place (@CHN, @geneva)
  earliest   BIGINT NOT NULL,   -- 2147483647: not known
  occurrence BIGINT NOT NULL,
  latest     BIGINT NOT NULL,
  kind       BIGINT NOT NULL,
  PRIMARY KEY (party, earliest, occurrence)
);

CREATE TABLE settings (          -- what the ledger as a whole knows of itself
  name  TEXT PRIMARY KEY,
  value TEXT NOT NULL
);

CREATE TABLE texts (              -- of the articles
  rowid BIGINT PRIMARY KEY,
  body  TSVECTOR NOT NULL
);
CREATE INDEX texts_body ON texts USING gin (body);
