-- Sessions: what a trading agent started with, what it has made and lost, and whether it may go on.
CREATE TABLE sessions (
  position              INTEGER PRIMARY KEY, -- of the entry that opened it; the id is made of it
  agent_id              TEXT    NOT NULL,
  state                 TEXT    NOT NULL CHECK
    (state IN ('ACTIVE', 'REDUCING', 'PAUSED', 'HALTED', 'LOST', 'CLOSED', 'EXPIRED')),
  state_before          TEXT    NOT NULL,    -- what a LOST session goes back to; '' otherwise
  reason                TEXT    NOT NULL,    -- why it is in that state
  asset                 TEXT    NOT NULL,    -- of every amount here
  account               TEXT    NOT NULL,    -- the ledger account that P&L and fees go to
  start_capital         TEXT    NOT NULL,    -- as opened; never changes
  base_capital          TEXT    NOT NULL,    -- what max_drawdown is a fraction of: the start capital until a reset rebases it
  current_capital       TEXT    NOT NULL,    -- start + total_pnl - total_fees
  peak_capital          TEXT    NOT NULL,    -- the highest current_capital since the start or the last rebase
  total_pnl             TEXT    NOT NULL,
  total_fees            TEXT    NOT NULL,
  day                   INTEGER NOT NULL,    -- days since the Unix epoch, UTC, that day_pnl belongs to
  day_pnl               TEXT    NOT NULL,    -- P&L less fees of that day (since the last rebase)
  max_drawdown          TEXT    NOT NULL,    -- fraction; '' = no limit
  max_drawdown_from_peak TEXT   NOT NULL,
  max_daily_loss        TEXT    NOT NULL,    -- amount; '' = no limit
  trades                INTEGER NOT NULL,
  wins                  INTEGER NOT NULL,
  losses                INTEGER NOT NULL,
  consecutive_losses    INTEGER NOT NULL,
  last_loss_us          INTEGER NOT NULL,    -- Unix microseconds of the last losing trade; 0 = none
  opened_us             INTEGER NOT NULL,
  closes_us             INTEGER,             -- when it expires; NULL = never
  ended_us              INTEGER,             -- NULL = open
  heartbeat_interval_ms INTEGER NOT NULL,
  state_position        INTEGER NOT NULL,    -- of the last entry that opened it, took it over or changed its state
  changed_position      INTEGER NOT NULL     -- of the last entry that changed it
) STRICT;

-- Their parameters, apart, because a trade writes its session's row anew.
CREATE TABLE session_parameters (
  position   INTEGER PRIMARY KEY,            -- of the session; no row = none
  parameters BLOB    NOT NULL                -- packed document
) STRICT;

-- At most one open session per agent, and how it is found.
CREATE UNIQUE INDEX sessions_open ON sessions (agent_id) WHERE ended_us IS NULL;
CREATE INDEX sessions_by_agent ON sessions (agent_id, position);
-- What the sweep looks for.
CREATE INDEX sessions_due ON sessions (closes_us) WHERE ended_us IS NULL AND closes_us IS NOT NULL;
-- What changed since, newest state only: WatchSessions.
CREATE INDEX sessions_changed ON sessions (changed_position);
-- Which began, ended or changed state since: who watches over heartbeats.
CREATE INDEX sessions_by_state ON sessions (state_position);

-- The positions of each agent's open session; they go when it ends.
CREATE TABLE session_positions (
  agent_id         TEXT    NOT NULL,
  market           TEXT    NOT NULL,
  quantity         TEXT    NOT NULL,   -- signed, never '0'
  cost             TEXT    NOT NULL,   -- signed like the quantity; see proto Position.cost
  mark_price       TEXT    NOT NULL,   -- '' = none
  opened_us        INTEGER NOT NULL,
  updated_us       INTEGER NOT NULL,
  changed_position INTEGER NOT NULL,   -- of the last entry that changed it
  PRIMARY KEY (agent_id, market)
) STRICT, WITHOUT ROWID;

-- Every trade; holds the payload of its journal entry.
CREATE TABLE session_trades (
  agent_id         TEXT    NOT NULL,
  position         INTEGER NOT NULL,   -- of the entry 'session.trade'
  session_position INTEGER NOT NULL,   -- of its session
  market           TEXT    NOT NULL,
  time_us          INTEGER NOT NULL,
  payload          BLOB    NOT NULL,
  PRIMARY KEY (agent_id, position)
) STRICT, WITHOUT ROWID;

-- A trade is recorded once.
CREATE TABLE session_trade_ids (
  agent_id TEXT    NOT NULL,
  venue    TEXT    NOT NULL,
  trade_id TEXT    NOT NULL,
  position INTEGER NOT NULL,           -- in session_trades
  PRIMARY KEY (agent_id, venue, trade_id)
) STRICT, WITHOUT ROWID;
