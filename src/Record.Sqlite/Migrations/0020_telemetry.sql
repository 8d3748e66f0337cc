-- Field telemetry: which messages were taken, and what the estimators know of each battery. Rows of the first two tables are
-- only added; the others hold the newest state, written in the same commit as the samples.
CREATE TABLE telemetry_source (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;

CREATE TABLE telemetry_receipt (
  id INTEGER PRIMARY KEY,
  thing_id INTEGER NOT NULL REFERENCES thing (id),
  source_id INTEGER NOT NULL REFERENCES telemetry_source (id),
  message TEXT NOT NULL,
  digest INTEGER NOT NULL,
  UNIQUE (thing_id, source_id, message)
) STRICT;

-- Times of samples are seconds since 1970; stated_at is in microseconds like all times of the record.
CREATE TABLE telemetry_track (
  thing_id INTEGER PRIMARY KEY REFERENCES thing (id),
  newest REAL NOT NULL,
  state TEXT NOT NULL,
  stated_up_to REAL,
  stated_at INTEGER
) STRICT;

CREATE TABLE telemetry_mark (
  thing_id INTEGER NOT NULL REFERENCES thing (id),
  at REAL NOT NULL,
  state TEXT NOT NULL,
  PRIMARY KEY (thing_id, at)
) STRICT, WITHOUT ROWID;
