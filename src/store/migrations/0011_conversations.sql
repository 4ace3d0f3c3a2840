-- Conversations: what was said. A conversation is known by `conversation`, the position of the entry that made it, so
-- that one made again under an old id is another one.
CREATE TABLE conversation_agents (
  agent         INTEGER PRIMARY KEY,   -- 1, 2, 3...: the agent's scope in the text index
  agent_id      TEXT    NOT NULL UNIQUE,
  conversations INTEGER NOT NULL       -- rows in conversations
) STRICT;

CREATE TABLE conversations (
  conversation       INTEGER PRIMARY KEY, -- position of the journal entry that made it
  agent_id           TEXT    NOT NULL,
  conversation_id    TEXT    NOT NULL,
  title              TEXT    NOT NULL,
  max_tokens         INTEGER NOT NULL, -- largest window handed out
  summary_at         INTEGER NOT NULL, -- a larger window makes its older half due
  model              TEXT    NOT NULL, -- as given
  encoding           TEXT    NOT NULL, -- that counts for it
  estimate           INTEGER NOT NULL, -- 0 or 1: the encoding is not the model's own
  turns              INTEGER NOT NULL, -- number of the newest turn; 0 = none
  preamble           INTEGER NOT NULL, -- system turns before the first other one; never summarised
  open_calls         INTEGER NOT NULL, -- tool calls of the newest group that wait for their results
  total_tokens       INTEGER NOT NULL, -- of all turns
  window_tokens      INTEGER NOT NULL, -- of the preamble, the summary and the turns after it
  summarized_through INTEGER NOT NULL, -- 0 = no summary
  summary_tokens     INTEGER NOT NULL,
  due_through        INTEGER NOT NULL, -- 0 = nothing is due
  last_error         TEXT    NOT NULL, -- of the last attempt at a summary; not journaled; '' = none
  created_us         INTEGER NOT NULL,
  updated_us         INTEGER NOT NULL,
  updated_position   INTEGER NOT NULL  -- of the journal entry of the last change
) STRICT;

CREATE UNIQUE INDEX conversations_by_id ON conversations (agent_id, conversation_id);
CREATE INDEX conversations_by_activity ON conversations (agent_id, updated_position);
-- What the daemon looks for when it starts.
CREATE INDEX conversations_due ON conversations (conversation) WHERE due_through > 0;

-- Append-only; the rows hold the payloads of their journal entries.
CREATE TABLE conversation_turns (
  conversation INTEGER NOT NULL,
  turn         INTEGER NOT NULL,       -- 1, 2, 3...
  position     INTEGER NOT NULL,       -- of its journal entry; rowid in conversation_words
  role         INTEGER NOT NULL CHECK (role BETWEEN 1 AND 4), -- 1 system, 2 user, 3 assistant, 4 tool
  tokens       INTEGER NOT NULL,
  total_tokens INTEGER NOT NULL,       -- of turns 1 to this one, so that any span is one subtraction
  created_us   INTEGER NOT NULL,
  payload      BLOB    NOT NULL,       -- see tiers/conversations/turn.ts
  PRIMARY KEY (conversation, turn)
) STRICT, WITHOUT ROWID;

CREATE TABLE conversation_calls (
  conversation INTEGER NOT NULL,
  call_id      TEXT    NOT NULL,
  turn         INTEGER NOT NULL,       -- that asked for it
  result_turn  INTEGER,                -- that answered it; NULL = open
  PRIMARY KEY (conversation, call_id)
) STRICT, WITHOUT ROWID;

-- Append-only; the rows hold the payloads of their journal entries. The newest is the running summary.
CREATE TABLE conversation_summaries (
  conversation INTEGER NOT NULL,
  through_turn INTEGER NOT NULL,
  position     INTEGER NOT NULL,       -- of its journal entry
  payload      BLOB    NOT NULL,       -- {summary, summarizer, through_turn, tokens}
  PRIMARY KEY (conversation, through_turn)
) STRICT, WITHOUT ROWID;

-- The words of turns, each behind the agent's scope (src/words/scoped.ts): a search reads the agent's own lists only. Columns:
-- the words, one word that names the conversation, and where the turn is. Rowid = the turn's position.
CREATE VIRTUAL TABLE conversation_words USING fts5(
  words, place, conversation UNINDEXED, turn UNINDEXED,
  content = '', contentless_delete = 1, contentless_unindexed = 1, tokenize = "ascii tokenchars '.:'"
);

-- Deleted conversations whose turns are still being removed, some at a time.
CREATE TABLE conversation_removals (
  conversation INTEGER PRIMARY KEY
) STRICT;
