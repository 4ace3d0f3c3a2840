-- The ledger: append-only double entry, and holds on top of it. What a post costs is the pages it dirties, so rows are
-- clustered by how they are read and there is no secondary index on transactions or postings.

-- One row per transaction of any agent; holds the payload of its journal entry. Keyed by position alone, because that
-- appends at the end of the tree: clustered by agent it took twice the pages a commit. An agent's transactions are found
-- through its postings.
CREATE TABLE ledger_transactions (
  position INTEGER PRIMARY KEY,        -- of the journal entry 'ledger.posted'; the id is made of it
  agent_id TEXT    NOT NULL,
  time_us  INTEGER NOT NULL,           -- never decreases with position, so a time is found by bisection
  payload  BLOB    NOT NULL            -- {postings: [{account, asset, amount}], description, reference, metadata, hold_id}
) STRICT;

-- Every posting, clustered by account: a balance of the past is one seek, a statement of account one walk.
CREATE TABLE ledger_postings (
  agent_id      TEXT    NOT NULL,
  account       TEXT    NOT NULL,
  asset         TEXT    NOT NULL,
  position      INTEGER NOT NULL,      -- of its transaction
  n             INTEGER NOT NULL,      -- its place in the transaction, from 0
  amount        TEXT    NOT NULL,      -- signed, canonical, never '0'
  balance_after TEXT    NOT NULL,      -- the account's posted balance right after this posting
  PRIMARY KEY (agent_id, account, asset, position, n)
) STRICT, WITHOUT ROWID;

-- Every account as it stands.
CREATE TABLE ledger_balances (
  agent_id             TEXT    NOT NULL,
  account              TEXT    NOT NULL,
  asset                TEXT    NOT NULL,
  posted               TEXT    NOT NULL, -- the sum of its postings
  held                 TEXT    NOT NULL, -- the sum of its open holds
  must_not_go_negative INTEGER NOT NULL, -- 1 = posted - held stays at or above zero
  position             INTEGER NOT NULL, -- of the last entry that changed it
  PRIMARY KEY (agent_id, account, asset)
) STRICT, WITHOUT ROWID;

-- Every hold, open or not.
CREATE TABLE ledger_holds (
  agent_id         TEXT    NOT NULL,
  position         INTEGER NOT NULL,   -- of the journal entry 'ledger.hold_placed'; the id is made of it
  account          TEXT    NOT NULL,
  asset            TEXT    NOT NULL,
  amount           TEXT    NOT NULL,   -- above zero
  status           TEXT    NOT NULL CHECK (status IN ('OPEN', 'SETTLED', 'RELEASED', 'EXPIRED')),
  settled_amount   TEXT,               -- what moved; NULL unless SETTLED
  operation_key    TEXT,               -- the operation that owns it; NULL = a plain hold
  placed_us        INTEGER NOT NULL,
  expires_us       INTEGER,            -- NULL = does not expire
  description      TEXT    NOT NULL,
  changed_position INTEGER NOT NULL,   -- of the last entry that changed it
  PRIMARY KEY (agent_id, position)
) STRICT, WITHOUT ROWID;

-- Lists by status, and the count of open holds.
CREATE INDEX ledger_holds_by_status ON ledger_holds (agent_id, status, position);
-- What the sweep looks for, over all agents.
CREATE INDEX ledger_holds_due ON ledger_holds (expires_us) WHERE status = 'OPEN' AND expires_us IS NOT NULL;
-- What a command that touches an account looks for.
CREATE INDEX ledger_holds_due_by_account ON ledger_holds (agent_id, account, asset, expires_us)
  WHERE status = 'OPEN' AND expires_us IS NOT NULL;
-- What an operation owns.
CREATE INDEX ledger_holds_by_operation ON ledger_holds (agent_id, operation_key, position)
  WHERE status = 'OPEN' AND operation_key IS NOT NULL;

-- Registered assets. An agent without a row here may use any asset.
CREATE TABLE ledger_assets (
  agent_id            TEXT    NOT NULL,
  asset               TEXT    NOT NULL,
  max_fraction_digits INTEGER NOT NULL,
  PRIMARY KEY (agent_id, asset)
) STRICT, WITHOUT ROWID;

-- Portfolio snapshots; hold the payloads of their journal entries.
CREATE TABLE ledger_snapshots (
  agent_id TEXT    NOT NULL,
  position INTEGER NOT NULL,           -- of the journal entry 'ledger.snapshot_taken'
  time_us  INTEGER NOT NULL,
  payload  BLOB    NOT NULL,           -- {label, balances: [{account, asset, posted, held, must_not_go_negative, revision}], metadata}
  PRIMARY KEY (agent_id, position)
) STRICT, WITHOUT ROWID;
