-- How far something that follows the events is: the number of the last event that it has taken in.
CREATE TABLE event_projection (name TEXT NOT NULL PRIMARY KEY, watermark INTEGER NOT NULL) STRICT, WITHOUT ROWID;
