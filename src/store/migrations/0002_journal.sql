-- The journal: every durable change in order, hash-chained. The tables are the truth; this is their record.
CREATE TABLE journal (
  position       INTEGER PRIMARY KEY,  -- revision * 4096 + ordinal
  agent_id       TEXT    NOT NULL,
  kind           TEXT    NOT NULL,     -- what happened: 'state.put'
  key            TEXT    NOT NULL,     -- what it happened to: the state's name
  time_us        INTEGER NOT NULL,     -- Unix time of the commit in microseconds; never decreases
  payload        BLOB,                 -- canonical MessagePack; NULL = kept in the tier's row of this position, or dropped
  payload_digest BLOB    NOT NULL,     -- SHA-256 of the payload
  hash           BLOB    NOT NULL      -- SHA-256 over the previous hash and this row (journal/entry.ts)
) STRICT;

-- Where the journal begins after compaction: the newest entry that was dropped. At most one row.
CREATE TABLE journal_floor (
  only     INTEGER PRIMARY KEY CHECK (only = 1),
  revision INTEGER NOT NULL,
  hash     BLOB    NOT NULL,
  time_us  INTEGER NOT NULL
) STRICT;

-- Replies already given, so that a repeated request_id gets the first one again. The id comes first in the key, so that
-- time-ordered ids of all agents append to the same page: a commit of 64 posts by 8 agents dirties 100 pages, not 133.
CREATE TABLE receipts (
  agent_id   TEXT    NOT NULL,
  request_id TEXT    NOT NULL,
  digest     BLOB    NOT NULL,         -- SHA-256 of the command's name and arguments
  revision   INTEGER NOT NULL,
  time_us    INTEGER NOT NULL,
  result     BLOB    NOT NULL,         -- MessagePack, as the command returned it
  PRIMARY KEY (request_id, agent_id)
) STRICT, WITHOUT ROWID;

-- Agents that were ever taken over. An agent without a row has epoch 0.
CREATE TABLE agents (
  agent_id TEXT    PRIMARY KEY,
  epoch    INTEGER NOT NULL            -- fencing number; grows with each take-over
) STRICT, WITHOUT ROWID;
