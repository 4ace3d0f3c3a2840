-- Memories whose text the embedder of a generation refuses, however short: they wait for no vector, and a generation is
-- complete without theirs. Asked for again by Reindex and when the embedder's settings change.
CREATE TABLE memory_refusals (
  generation_id INTEGER NOT NULL,     -- one that is not retired
  position      INTEGER NOT NULL,     -- of the memory
  scope_id      INTEGER NOT NULL,     -- of the memory
  PRIMARY KEY (generation_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX memory_refusals_by_scope ON memory_refusals (generation_id, scope_id);
