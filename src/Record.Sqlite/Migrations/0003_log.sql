-- The Merkle log. "secret" gives the statements of an assertion their salts; it and the signature are null for
-- assertions of before this version. Full tiles only: partial ones are worked out from the assertions after them.
CREATE TABLE signing_key (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  public BLOB NOT NULL
) STRICT;

ALTER TABLE assertion ADD COLUMN secret BLOB;
ALTER TABLE assertion ADD COLUMN key_id INTEGER REFERENCES signing_key (id);
ALTER TABLE assertion ADD COLUMN signed_at INTEGER;
ALTER TABLE assertion ADD COLUMN signature BLOB;

CREATE TABLE tile (
  id INTEGER PRIMARY KEY,
  level INTEGER NOT NULL,
  number INTEGER NOT NULL,
  root BLOB NOT NULL,
  hashes BLOB NOT NULL,
  UNIQUE (level, number)
) STRICT;

-- The newest signed checkpoint, and one for each 4,096 assertions.
CREATE TABLE checkpoint (
  size INTEGER PRIMARY KEY,
  note TEXT NOT NULL
) STRICT;
