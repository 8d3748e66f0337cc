-- Questions of other nodes. The key refuses one that is sent again, also after a restart.
CREATE TABLE chain_question (
  asker TEXT NOT NULL,
  id TEXT NOT NULL,
  at INTEGER NOT NULL,
  thing TEXT NOT NULL,
  direction TEXT NOT NULL,
  purpose TEXT NOT NULL,
  outcome TEXT NOT NULL,
  events INTEGER NOT NULL,
  PRIMARY KEY (asker, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX chain_question_by_time ON chain_question (at);
