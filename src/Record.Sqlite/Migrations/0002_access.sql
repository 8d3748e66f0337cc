-- Access, version 2. Accounts, keys and sessions are no facts of a battery: rows here change. The access log only grows.

CREATE TABLE account (
  name TEXT NOT NULL PRIMARY KEY,
  operator TEXT NOT NULL,
  audiences TEXT NOT NULL,
  roles INTEGER NOT NULL,
  password_hash TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  disabled INTEGER NOT NULL,
  failures INTEGER NOT NULL,
  locked_until INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE api_key (
  hash TEXT NOT NULL PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  label TEXT NOT NULL,
  operator TEXT NOT NULL,
  account TEXT,
  audiences TEXT NOT NULL,
  roles INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  revoked_at INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE session (
  hash TEXT NOT NULL PRIMARY KEY,
  account TEXT NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE access_log (
  number INTEGER PRIMARY KEY,
  who TEXT NOT NULL,
  name TEXT NOT NULL,
  action TEXT NOT NULL,
  what TEXT NOT NULL,
  at INTEGER NOT NULL,
  hash TEXT NOT NULL
) STRICT;

-- Which statements name which document: a text of the value that ends in 64 hexadecimal digits. Short values are skipped
-- unread, so that numbers cost nothing.
CREATE TABLE document_reference (
  sha256 TEXT NOT NULL,
  thing_id INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  ordinal INTEGER NOT NULL,
  PRIMARY KEY (sha256, thing_id, seq, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER statement_names_document AFTER INSERT ON statement WHEN length(new.value) >= 66 BEGIN
  INSERT OR IGNORE INTO document_reference (sha256, thing_id, seq, ordinal)
  SELECT substr(atom, -64), new.thing_id, new.seq, new.ordinal FROM json_tree(new.value)
  WHERE type = 'text' AND length(atom) >= 64 AND substr(atom, -64) NOT GLOB '*[^0-9a-f]*';
END;

INSERT OR IGNORE INTO document_reference (sha256, thing_id, seq, ordinal)
SELECT substr(atom, -64), thing_id, seq, ordinal FROM statement, json_tree(statement.value)
WHERE length(statement.value) >= 66 AND json_tree.type = 'text' AND length(atom) >= 64 AND substr(atom, -64) NOT GLOB '*[^0-9a-f]*';

CREATE INDEX series_by_source ON series (source) WHERE source IS NOT NULL;
