-- Finding things by what people type. Trigrams of the folded text: an index of every run of three letters, so that a text in
-- the middle of an identifier is found without reading all things. Without positions (detail=none) it stays small: a match
-- is a candidate, and thing.search decides. It holds no text of its own; the writer keeps it in step with thing.search.
CREATE VIRTUAL TABLE thing_text USING fts5 (search, content = '', detail = none, tokenize = 'trigram case_sensitive 1');
INSERT INTO thing_text (rowid, search) SELECT id, search FROM thing;

CREATE INDEX alias_by_text ON alias (text);
