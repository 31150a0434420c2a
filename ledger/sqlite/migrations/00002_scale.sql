-- +goose Up
-- Parties in one tree, in the order in which they are asked for.
CREATE TABLE parties_new (
  party      TEXT NOT NULL,      -- a state, a word of a name, or two states: CHN|USA
  earliest   INTEGER NOT NULL,   -- 2147483647: not known
  occurrence INTEGER NOT NULL,
  PRIMARY KEY (party, earliest, occurrence)
) WITHOUT ROWID;
INSERT OR IGNORE INTO parties_new SELECT party, COALESCE(earliest, 2147483647), occurrence FROM parties;
DROP TABLE parties;
ALTER TABLE parties_new RENAME TO parties;
CREATE INDEX parties_occurrence ON parties (occurrence, party);

-- Spans by classes of length, so that those over a day are found by index.
ALTER TABLE occurrences ADD COLUMN reach INTEGER;
UPDATE occurrences SET reach = CASE WHEN latest - earliest <= 0 THEN 0 WHEN latest - earliest <= 7 THEN 7 WHEN latest - earliest <= 31 THEN 31
  WHEN latest - earliest <= 100 THEN 100 WHEN latest - earliest <= 400 THEN 400 ELSE 1048576 END WHERE earliest IS NOT NULL;
CREATE INDEX occurrences_reach ON occurrences (reach, earliest, latest);

-- What the ledger as a whole knows of itself.
CREATE TABLE settings (
  name  TEXT PRIMARY KEY,
  value TEXT NOT NULL
) WITHOUT ROWID;
