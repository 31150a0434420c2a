-- +goose Up
-- What is derived from the reports is made anew when the ledger is next opened
-- (see Store.Refold), so these tables begin empty.

CREATE TABLE kinds (             -- each type, mode and status that occurs together
  n      BIGINT PRIMARY KEY,
  type   TEXT NOT NULL,
  mode   TEXT NOT NULL,
  status TEXT NOT NULL
);

DROP TABLE parties;
CREATE TABLE parties (           -- under what keys an occurrence is found, in the order of time
  party      TEXT NOT NULL,      -- a state, a word of a name, an id, two states (CHN|USA), a place (@CHN, @geneva)
  earliest   BIGINT NOT NULL,    -- 2147483647: not known
  occurrence BIGINT NOT NULL,
  latest     BIGINT NOT NULL,
  kind       BIGINT NOT NULL,
  PRIMARY KEY (party, earliest, occurrence)
);
CREATE INDEX parties_occurrence ON parties (occurrence, party);

-- Spans by classes of length, so that those over a day are found by index.
ALTER TABLE occurrences ADD COLUMN reach BIGINT;
CREATE INDEX occurrences_reach ON occurrences (reach, earliest, latest);
CREATE INDEX occurrences_witnesses ON occurrences (witnesses, earliest);

CREATE TABLE settings (          -- what the ledger as a whole knows of itself
  name  TEXT PRIMARY KEY,
  value TEXT NOT NULL
);

CREATE TABLE refolded (          -- founders of what was shown before a refold, while it goes on
  founder TEXT PRIMARY KEY
);
