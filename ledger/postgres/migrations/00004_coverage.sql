-- +goose Up
-- What was read of each source is counted as it comes in; Store.Refold counts what
-- is there.
CREATE TABLE coverage (
  source TEXT NOT NULL,
  part   BIGINT NOT NULL, -- 64 days of publication
  days   BYTEA NOT NULL,   -- of each day the articles, reports and reprints
  PRIMARY KEY (part, source)
);
INSERT INTO shown_before SELECT n FROM occurrences
  WHERE NOT EXISTS (SELECT 1 FROM settings WHERE name = 'rules' AND value = 'refolding') ON CONFLICT DO NOTHING;
DELETE FROM settings WHERE name = 'rules';
