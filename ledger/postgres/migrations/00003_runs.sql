-- +goose Up
-- Reports are numbered by their article, and what is found by keys stands in runs
-- (see sqlstore/runs.go). All that is derived from the reports is made anew when the
-- ledger is next opened (see Store.Refold). Ids that were given go on answering.

INSERT INTO ids (id, key) SELECT o.id, r.key FROM occurrences o JOIN reports r ON r.n = o.n WHERE 1 = 1 ON CONFLICT DO NOTHING;

CREATE TABLE renumbered (old BIGINT PRIMARY KEY, n BIGINT NOT NULL);
INSERT INTO renumbered SELECT n, article * 65536 + ROW_NUMBER() OVER (PARTITION BY article ORDER BY n) - 1 FROM reports;

CREATE TABLE shown_before (      -- what was shown before a refold, while that goes on
  n BIGINT PRIMARY KEY
);
INSERT INTO shown_before SELECT m.n FROM refolded f JOIN reports r ON r.key = f.founder JOIN renumbered m ON m.old = r.n;
INSERT INTO shown_before SELECT m.n FROM occurrences o JOIN renumbered m ON m.old = o.n
  WHERE NOT EXISTS (SELECT 1 FROM settings WHERE name = 'rules' AND value = 'refolding') ON CONFLICT DO NOTHING;
DROP TABLE refolded;
DELETE FROM settings WHERE name = 'rules';

CREATE TABLE numbered (
  n       BIGINT PRIMARY KEY,      -- 65536 times its article's, and its place among that article's
  suffix  TEXT NOT NULL,           -- of its key, which begins with the article's id and #
  live    BIGINT NOT NULL,         -- 0: of a reading that a later one replaced
  founder BIGINT NOT NULL,         -- the report that founds its occurrence, often itself; 0: none yet
  event   BYTEA NOT NULL           -- zstd of JSON
);
INSERT INTO numbered SELECT m.n, substr(r.key, length(a.id) + 2), r.live, 0, r.event
  FROM renumbered m JOIN reports r ON r.n = m.old JOIN articles a ON a.n = r.article ORDER BY m.n;
DROP TABLE reports;
DROP TABLE renumbered;
ALTER TABLE numbered RENAME TO reports;
CREATE INDEX reports_founder ON reports (founder) WHERE founder <> n AND founder <> 0;

DROP TABLE occurrences;
CREATE TABLE occurrences (
  n     BIGINT PRIMARY KEY, -- the report that founds it
  list  BIGINT NOT NULL,    -- where it is filed: with a day or without
  day   BIGINT NOT NULL,    -- its first day, or that of publication
  more  BIGINT NOT NULL,    -- how many days it lasts after the first
  kind  BIGINT NOT NULL,
  first BIGINT NOT NULL,    -- when it was first told of
  keys  BYTEA NOT NULL      -- under what it is filed
);

DROP TABLE bands;
DROP TABLE blocks;
DROP TABLE parties;
DROP TABLE words;
CREATE TABLE runs (
  run    BIGINT PRIMARY KEY,
  list   BIGINT NOT NULL,
  part   BIGINT NOT NULL,
  level  BIGINT NOT NULL,
  firsts BYTEA NOT NULL     -- the first key of each page
);
CREATE INDEX runs_part ON runs (list, part, run);
CREATE TABLE pages (
  n    BIGINT PRIMARY KEY,  -- 2^24 times its run's, and its place there
  body BYTEA NOT NULL
);
