-- Preservation, version 6. Things, documents and assertions are followed by their numbers; what changes later is followed by
-- revisions: aliases of a thing (1), samples of a series (2), accounts (3) and keys (4; both as a whole, row 0).
CREATE TABLE revision (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  kind INTEGER NOT NULL,
  row INTEGER NOT NULL,
  UNIQUE (kind, row)
) STRICT;

CREATE TRIGGER alias_revised AFTER UPDATE OF search ON thing BEGIN
  INSERT OR REPLACE INTO revision (kind, row) VALUES (1, new.id);
END;
CREATE TRIGGER series_added AFTER INSERT ON series BEGIN
  INSERT OR REPLACE INTO revision (kind, row) VALUES (2, new.id);
END;
CREATE TRIGGER series_revised AFTER UPDATE OF samples ON series BEGIN
  INSERT OR REPLACE INTO revision (kind, row) VALUES (2, new.id);
END;
CREATE TRIGGER account_added AFTER INSERT ON account BEGIN
  INSERT OR REPLACE INTO revision (kind, row) VALUES (3, 0);
END;
CREATE TRIGGER account_revised AFTER UPDATE ON account BEGIN
  INSERT OR REPLACE INTO revision (kind, row) VALUES (3, 0);
END;
CREATE TRIGGER key_added AFTER INSERT ON api_key BEGIN
  INSERT OR REPLACE INTO revision (kind, row) VALUES (4, 0);
END;
CREATE TRIGGER key_revised AFTER UPDATE ON api_key BEGIN
  INSERT OR REPLACE INTO revision (kind, row) VALUES (4, 0);
END;

INSERT INTO revision (kind, row) SELECT 2, id FROM series;
INSERT INTO revision (kind, row) SELECT 3, 0 FROM account LIMIT 1;
INSERT INTO revision (kind, row) SELECT 4, 0 FROM api_key LIMIT 1;

-- Role and progress of this node, as JSON.
CREATE TABLE preservation (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  state TEXT NOT NULL
) STRICT;

-- Back-ups that follow this node, and what each has confirmed to hold durably.
CREATE TABLE follower (
  name TEXT NOT NULL PRIMARY KEY,
  operator TEXT NOT NULL,
  assertions INTEGER NOT NULL,
  confirmed_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
