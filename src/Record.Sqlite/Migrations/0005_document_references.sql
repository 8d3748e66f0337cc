-- The writer names the documents of a statement itself: the trigger made every insert keep a journal of its own.
DROP TRIGGER statement_names_document;
