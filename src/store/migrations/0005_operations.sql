-- Operations: side effects that happen at most once. One row per operation, changed in place; the journal keeps its history.
-- Clustered by begin: Begin appends, Complete changes a row near the end, and a list is a range of this table.
CREATE TABLE operations (
  agent_id         TEXT    NOT NULL,
  position         INTEGER NOT NULL,   -- of the journal entry of the first begin
  key              TEXT    NOT NULL,   -- idempotency key, unique per agent
  operation        TEXT    NOT NULL,   -- what it does: 'exchange.place_order'
  status           INTEGER NOT NULL CHECK (status BETWEEN 1 AND 4), -- 1 in flight, 2 completed, 3 failed, 4 unknown
  attempt          INTEGER NOT NULL,   -- 1 for the first begin
  lease_token      TEXT    NOT NULL,   -- of the present attempt; '' = fenced or settled, nobody may complete it
  lease_expires_us INTEGER NOT NULL,   -- Unix microseconds; over, but in flight = nobody has been told otherwise yet
  on_crash         INTEGER NOT NULL CHECK (on_crash BETWEEN 1 AND 2), -- 1 unknown, 2 retry
  epoch            INTEGER NOT NULL,   -- the agent's when the present attempt was begun
  hold_ids         TEXT    NOT NULL,   -- its open holds, separated by spaces
  task_id          TEXT    NOT NULL,   -- '' = none
  step             TEXT    NOT NULL,
  begun_us         INTEGER NOT NULL,   -- first begin
  updated_us       INTEGER NOT NULL,
  updated_position INTEGER NOT NULL,   -- of the journal entry of the last change
  begun            BLOB    NOT NULL,   -- payload of the entry at `position`: {operation, params, client_order_id, ...}
  outcome          BLOB,               -- payload of the entry that settled it: {result?, evidence?, ...}; NULL = open
  PRIMARY KEY (agent_id, position)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX operations_by_key ON operations (agent_id, key);

-- Small and hot: only what is open, for the limit, TakeOver and Resume.
CREATE INDEX operations_open ON operations (agent_id, status) WHERE status IN (1, 4);

-- What the sweep looks through. Leases whose end changes nothing (retry) are not in it, or they would be in its way forever.
CREATE INDEX operations_leases ON operations (lease_expires_us) WHERE status = 1 AND on_crash = 1;
