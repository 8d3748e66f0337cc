-- The record, version 1. Times are microseconds since 1970-01-01T00:00:00Z. Rows are only added, except
-- series.samples and its neighbours, tail chunks that are merged, aliases' search text and the clock.

CREATE TABLE clock (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  last INTEGER NOT NULL
) STRICT;
INSERT INTO clock (id, last) VALUES (1, 0);

CREATE TABLE thing (
  id INTEGER PRIMARY KEY,
  uri TEXT NOT NULL UNIQUE,
  kind INTEGER NOT NULL,
  model_id INTEGER REFERENCES thing (id),
  label TEXT NOT NULL,
  search TEXT NOT NULL
) STRICT;
CREATE INDEX thing_by_kind ON thing (kind, uri);
CREATE INDEX thing_by_model ON thing (model_id, uri) WHERE model_id IS NOT NULL;

CREATE TABLE alias (
  thing_id INTEGER NOT NULL REFERENCES thing (id),
  ordinal INTEGER NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (thing_id, ordinal),
  UNIQUE (thing_id, text)
) STRICT, WITHOUT ROWID;

CREATE TABLE term (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE unit (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE issuer (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;

CREATE TABLE evidence (
  id INTEGER PRIMARY KEY,
  hash BLOB NOT NULL UNIQUE,
  method TEXT NOT NULL,
  reference TEXT,
  validity TEXT,
  inputs TEXT
) STRICT;

-- "things" is the JSON list of thing ids the assertion is about: it makes its statements findable by
-- statement_by_time without a third index. "root" is the RFC 6962 tree hash over the canonical statements.
CREATE TABLE assertion (
  seq INTEGER PRIMARY KEY,
  issuer_id INTEGER NOT NULL REFERENCES issuer (id),
  recorded_at INTEGER NOT NULL,
  count INTEGER NOT NULL,
  things TEXT NOT NULL,
  root BLOB NOT NULL
) STRICT;
CREATE INDEX assertion_by_time ON assertion (recorded_at);

-- Clustered the way a view is resolved: per thing and term, latest validity first, latest knowledge first.
CREATE TABLE statement (
  thing_id INTEGER NOT NULL REFERENCES thing (id),
  term_id INTEGER NOT NULL REFERENCES term (id),
  valid_from INTEGER NOT NULL,
  seq INTEGER NOT NULL REFERENCES assertion (seq),
  ordinal INTEGER NOT NULL,
  kind INTEGER NOT NULL,
  value TEXT NOT NULL,
  unit_id INTEGER REFERENCES unit (id),
  lower REAL,
  upper REAL,
  level REAL,
  evidence_id INTEGER NOT NULL REFERENCES evidence (id),
  PRIMARY KEY (thing_id, term_id, valid_from DESC, seq DESC, ordinal DESC)
) STRICT, WITHOUT ROWID;
CREATE INDEX statement_by_time ON statement (thing_id, seq, ordinal);

-- One row per term that a thing has ever had: much smaller than an index over all statements.
CREATE TABLE term_thing (
  term_id INTEGER NOT NULL REFERENCES term (id),
  thing_id INTEGER NOT NULL REFERENCES thing (id),
  PRIMARY KEY (term_id, thing_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE series (
  id INTEGER PRIMARY KEY,
  uri TEXT NOT NULL UNIQUE,
  thing_id INTEGER NOT NULL REFERENCES thing (id),
  title TEXT NOT NULL,
  source TEXT,
  samples INTEGER NOT NULL,
  first_axis REAL,
  last_axis REAL,
  stored_bytes INTEGER NOT NULL
) STRICT;
CREATE INDEX series_by_thing ON series (thing_id, uri);

CREATE TABLE channel (
  series_id INTEGER NOT NULL REFERENCES series (id),
  ordinal INTEGER NOT NULL,
  name TEXT NOT NULL,
  unit TEXT NOT NULL,
  PRIMARY KEY (series_id, ordinal),
  UNIQUE (series_id, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE chunk (
  id INTEGER PRIMARY KEY,
  series_id INTEGER NOT NULL REFERENCES series (id),
  channel INTEGER NOT NULL,
  first INTEGER NOT NULL,
  count INTEGER NOT NULL,
  min REAL,
  max REAL,
  bytes BLOB NOT NULL,
  UNIQUE (series_id, channel, first)
) STRICT;

CREATE TABLE document (
  id INTEGER PRIMARY KEY,
  sha256 TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  size INTEGER NOT NULL,
  recorded_at INTEGER NOT NULL
) STRICT;

CREATE TABLE document_part (
  id INTEGER PRIMARY KEY,
  document_id INTEGER NOT NULL REFERENCES document (id),
  ordinal INTEGER NOT NULL,
  bytes BLOB NOT NULL,
  UNIQUE (document_id, ordinal)
) STRICT;
