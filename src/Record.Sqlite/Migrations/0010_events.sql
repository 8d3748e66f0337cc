-- Events. They come in assertions like statements: the assertion's count is that of its events, its root the tree hash over them.
CREATE TABLE event_context (id INTEGER PRIMARY KEY, hash BLOB NOT NULL UNIQUE, json TEXT NOT NULL) STRICT;

-- Everything that events name, once; "kinds" tells in which fields it has ever stood.
CREATE TABLE event_name (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, kinds INTEGER NOT NULL) STRICT;

-- "key" is the beginning of the content hash, "variant" tells events of one hash apart, "id_key" is the hash of the author's identifier.
CREATE TABLE event (
  number INTEGER PRIMARY KEY,
  seq INTEGER NOT NULL REFERENCES assertion (seq),
  ordinal INTEGER NOT NULL,
  recorded_at INTEGER NOT NULL,
  event_time INTEGER NOT NULL,
  key INTEGER NOT NULL,
  variant INTEGER NOT NULL,
  id_key INTEGER,
  type INTEGER NOT NULL REFERENCES event_name (id),
  action INTEGER NOT NULL,
  biz_step INTEGER REFERENCES event_name (id),
  disposition INTEGER REFERENCES event_name (id),
  read_point INTEGER REFERENCES event_name (id),
  biz_location INTEGER REFERENCES event_name (id),
  context_id INTEGER REFERENCES event_context (id),
  hash BLOB NOT NULL,
  source TEXT,
  json BLOB NOT NULL
) STRICT;
CREATE INDEX event_by_key ON event (key);
CREATE INDEX event_by_id ON event (id_key) WHERE id_key IS NOT NULL;
CREATE INDEX event_by_time ON event (event_time);
CREATE INDEX event_by_step ON event (biz_step, event_time) WHERE biz_step IS NOT NULL;
CREATE INDEX event_by_read_point ON event (read_point, event_time) WHERE read_point IS NOT NULL;
CREATE INDEX event_by_location ON event (biz_location, event_time) WHERE biz_location IS NOT NULL;

-- A row for each name of an event, in the order in which they are read.
CREATE TABLE event_posting (
  name_id INTEGER NOT NULL,
  event_time INTEGER NOT NULL,
  number INTEGER NOT NULL,
  roles INTEGER NOT NULL,
  PRIMARY KEY (name_id, event_time, number)
) STRICT, WITHOUT ROWID;

-- First event of each assertion that has events: finds them by moment of recording.
CREATE TABLE event_capture (seq INTEGER PRIMARY KEY REFERENCES assertion (seq), recorded_at INTEGER NOT NULL, first INTEGER NOT NULL, count INTEGER NOT NULL) STRICT;
CREATE INDEX event_capture_by_time ON event_capture (recorded_at);

CREATE TABLE capture_job (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  issuer TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  finished_at INTEGER NOT NULL,
  success INTEGER NOT NULL,
  rolls_back INTEGER NOT NULL,
  events INTEGER NOT NULL,
  written INTEGER NOT NULL,
  known INTEGER NOT NULL,
  errors TEXT NOT NULL
) STRICT;
CREATE INDEX capture_job_by_issuer ON capture_job (issuer, number);

-- Named queries and subscriptions are no facts: rows here change.
CREATE TABLE event_query (
  name TEXT NOT NULL PRIMARY KEY,
  owner TEXT NOT NULL,
  body TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE event_subscription (
  id TEXT NOT NULL PRIMARY KEY,
  query TEXT NOT NULL,
  owner TEXT NOT NULL,
  body TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  watermark INTEGER NOT NULL,
  last_run_at INTEGER,
  failures INTEGER NOT NULL,
  next_at INTEGER NOT NULL,
  last_error TEXT
) STRICT, WITHOUT ROWID;
