-- +goose Up
-- What is derived from the reports is made anew when the ledger is next opened
-- (see Store.Refold), so these tables begin empty.

CREATE TABLE kinds (             -- each type, mode and status that occurs together
  n      INTEGER PRIMARY KEY,
  type   TEXT NOT NULL,
  mode   TEXT NOT NULL,
  status TEXT NOT NULL
);

DROP TABLE parties;
CREATE TABLE parties (           -- under what keys an occurrence is found, in the order of time
  party      TEXT NOT NULL,      -- a state, a word of a name, an id, two states (CHN|USA), a place (@CHN, @geneva)
  earliest   INTEGER NOT NULL,   -- 2147483647: not known
  occurrence INTEGER NOT NULL,
  latest     INTEGER NOT NULL,
  kind       INTEGER NOT NULL,
  PRIMARY KEY (party, earliest, occurrence)
) WITHOUT ROWID;
CREATE INDEX parties_occurrence ON parties (occurrence, party);

-- Spans by classes of length, so that those over a day are found by index.
ALTER TABLE occurrences ADD COLUMN reach INTEGER;
CREATE INDEX occurrences_reach ON occurrences (reach, earliest, latest);
CREATE INDEX occurrences_witnesses ON occurrences (witnesses, earliest);

CREATE TABLE settings (          -- what the ledger as a whole knows of itself
  name  TEXT PRIMARY KEY,
  value TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE refolded (          -- founders of what was shown before a refold, while it goes on
  founder TEXT PRIMARY KEY
) WITHOUT ROWID;
