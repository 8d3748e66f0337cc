-- What a projection takes out of single events, so that it need not read them all again after a restart.
CREATE TABLE event_extract (projection TEXT NOT NULL, number INTEGER NOT NULL, body BLOB NOT NULL, PRIMARY KEY (projection, number)) STRICT, WITHOUT ROWID;
