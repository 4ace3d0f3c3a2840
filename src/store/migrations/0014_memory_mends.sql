-- Memories whose text the embedder of a generation refuses, however short: they wait for no vector, and a generation is
-- complete without theirs. Asked for again by Reindex and when the embedder's settings change.
CREATE TABLE memory_refusals (
  generation_id INTEGER NOT NULL,     -- one that is not retired
  position      INTEGER NOT NULL,     -- of the memory
  scope_id      INTEGER NOT NULL,     -- of the memory
  PRIMARY KEY (generation_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX memory_refusals_by_scope ON memory_refusals (generation_id, scope_id);

-- turn_words takes the place of conversation_words: a turn's words leave it when the turn is removed. A table with
-- contentless_delete only marks rows as deleted; secure-delete has no effect there, and the words stay until the index is
-- merged, which may be never. The columns are the same. What is being removed of deleted conversations goes here.
DELETE FROM conversation_turns WHERE conversation IN (SELECT conversation FROM conversation_removals);
DELETE FROM conversation_calls WHERE conversation IN (SELECT conversation FROM conversation_removals);
DELETE FROM conversation_summaries WHERE conversation IN (SELECT conversation FROM conversation_removals);
DELETE FROM conversation_removals;
-- The agent whose scope the words of its turns are in.
ALTER TABLE conversation_removals ADD COLUMN agent INTEGER NOT NULL DEFAULT 0;

CREATE VIRTUAL TABLE turn_words USING fts5(
  words, place, conversation UNINDEXED, turn UNINDEXED,
  content = '', contentless_unindexed = 1, tokenize = "ascii tokenchars '.:'"
);
INSERT INTO turn_words (turn_words, rank) VALUES ('secure-delete', 1);
CREATE VIRTUAL TABLE temp.conversation_word_places USING fts5vocab (main, conversation_words, instance);
INSERT INTO turn_words (rowid, words, place, conversation, turn)
SELECT t.position, coalesce(group_concat(p.term, ' ' ORDER BY p.offset) FILTER (WHERE p.col = 'words'), ''),
  'c' || t.conversation, t.conversation, t.turn
FROM conversation_turns t JOIN temp.conversation_word_places p ON p.doc = t.position
GROUP BY t.position;
DROP TABLE temp.conversation_word_places;
-- FTS5 leaves conversation_words_content behind, which SQLite guards as long as the file is open: emptied, at least.
DELETE FROM conversation_words;
DROP TABLE conversation_words;
