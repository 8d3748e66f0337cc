-- Answers of other nodes, each the latest to its question. The proofs are in the token.
CREATE TABLE chain_answer (
  holder TEXT NOT NULL,
  thing TEXT NOT NULL,
  direction TEXT NOT NULL,
  purpose TEXT NOT NULL,
  answered_at INTEGER NOT NULL,
  until INTEGER NOT NULL,
  token TEXT NOT NULL,
  PRIMARY KEY (holder, thing, direction, purpose)
) STRICT, WITHOUT ROWID;
CREATE INDEX chain_answer_by_time ON chain_answer (answered_at);
