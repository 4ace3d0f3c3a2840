-- Semantic memory: texts, where they belong, the text index over them and the generations of their vectors.

-- Where memories live: the private scope of an agent, or a shared namespace. Made when the first memory is stored.
CREATE TABLE memory_scopes (
  scope_id         INTEGER PRIMARY KEY,
  agent_id         TEXT    NOT NULL,   -- '' for a shared namespace
  namespace        TEXT    NOT NULL,   -- '' for a private scope
  memories         INTEGER NOT NULL,   -- rows in memories, superseded ones too
  superseded       INTEGER NOT NULL,   -- of these, superseded ones
  words            INTEGER NOT NULL,   -- words in the memories that are not superseded: BM25 needs their mean
  superseded_words INTEGER NOT NULL,
  UNIQUE (agent_id, namespace)
) STRICT;

-- Shared namespaces and who may use them.
CREATE TABLE memory_namespaces (
  name    TEXT NOT NULL PRIMARY KEY,
  owner   TEXT NOT NULL,               -- the agent that made it
  readers TEXT NOT NULL,               -- JSON array of agents, sorted; "*" = all
  writers TEXT NOT NULL                -- the same
) STRICT, WITHOUT ROWID;

-- The memories, in the order of storing. The rows hold the payloads of their journal entries.
CREATE TABLE memories (
  position       INTEGER PRIMARY KEY,  -- of the journal entry that stored it; also the row id in every index
  scope_id       INTEGER NOT NULL,
  agent_id       TEXT    NOT NULL,     -- who stored it
  occurred_at_us INTEGER NOT NULL,     -- Unix time in microseconds; negative before 1970
  stored_at_us   INTEGER NOT NULL,
  pinned         INTEGER NOT NULL,     -- 0 or 1
  superseded_by  INTEGER,              -- position of the memory that took its place; NULL = none
  supersedes     INTEGER,              -- position of the memory whose place it took; NULL = none
  digest         BLOB    NOT NULL,     -- first 16 bytes of SHA-256 of the content
  payload        BLOB    NOT NULL      -- {content, metadata?, namespace?, provenance?, supersedes?, tags?}
) STRICT;
CREATE INDEX memories_by_scope ON memories (scope_id);
CREATE INDEX memories_by_time ON memories (scope_id, occurred_at_us);
-- Finds duplicates.
CREATE INDEX memories_by_digest ON memories (scope_id, digest) WHERE superseded_by IS NULL;
CREATE INDEX memories_pinned ON memories (scope_id) WHERE pinned = 1;

-- Half of the text index: which words a memory holds and how often, so that candidates are scored without reading texts.
CREATE TABLE memory_words (
  position       INTEGER PRIMARY KEY,
  occurred_at_us INTEGER NOT NULL,     -- of the memory, so that searches filter by time without reading memories
  words          BLOB    NOT NULL      -- see src/tiers/semantic/word_counts.ts
) STRICT;

-- The other half: which memories hold a word, a tag or a metadata value. Every token begins with its index scope
-- (src/tiers/semantic/text_index.ts), so each scope has posting lists of its own. What is tokenised is made by words.ts; the
-- tokenizer only splits it at spaces. Words of a forgotten memory leave the index at once (secure-delete).
CREATE VIRTUAL TABLE memory_text USING fts5 (
  tokens, content = '', detail = none, tokenize = "ascii tokenchars '.:#'"
);
INSERT INTO memory_text (memory_text, rank) VALUES ('secure-delete', 1);
-- How many memories hold a token.
CREATE VIRTUAL TABLE memory_token_counts USING fts5vocab (memory_text, row);

-- Which: for checking.
CREATE VIRTUAL TABLE memory_token_places USING fts5vocab (memory_text, instance);

-- A rebuild of the text index that is under way: it fills memory_text_new, which then takes memory_text's place. Memories
-- below next_position and above last_position are in both.
CREATE TABLE memory_text_rebuild (
  next_position INTEGER NOT NULL,      -- memories from here to last_position are not copied yet
  last_position INTEGER NOT NULL,      -- the newest memory there was at the start
  done          INTEGER NOT NULL,
  total         INTEGER NOT NULL       -- memories there were at the start
) STRICT;

-- Generations of vectors: one model's vectors of all memories. Generation N has the tables memory_vectors_N and
-- memory_index_N (src/tiers/semantic/vectors/tables.ts).
CREATE TABLE memory_generations (
  generation_id     INTEGER PRIMARY KEY AUTOINCREMENT,
  embedder          TEXT    NOT NULL,  -- openai, local, client or builtin
  model             TEXT    NOT NULL,
  dimensions        INTEGER NOT NULL,
  settings          TEXT    NOT NULL,  -- JSON from which its embedder is made again; never a credential
  status            TEXT    NOT NULL,  -- serving, building or retired
  created_at_us     INTEGER NOT NULL,
  missing           INTEGER NOT NULL,  -- memories that have no vector of it; of a retired one without meaning
  backfill_position INTEGER NOT NULL   -- at or below, memories without a vector are not in memory_backlog
) STRICT;

-- Memories above backfill_position without a vector of a generation that is not retired.
CREATE TABLE memory_backlog (
  generation_id INTEGER NOT NULL,
  position      INTEGER NOT NULL,
  PRIMARY KEY (generation_id, position)
) STRICT, WITHOUT ROWID;
