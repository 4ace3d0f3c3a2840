-- Guards as they are now; their earlier versions are in the journal.
CREATE TABLE guards (
  agent_id   TEXT    NOT NULL,           -- the agent that it holds for; '*' = every agent
  name       TEXT    NOT NULL,
  version    INTEGER NOT NULL,           -- 1, 2, 3...; a deleted guard's successor begins at 1 again
  mode       TEXT    NOT NULL CHECK (mode IN ('ENFORCE', 'WARN', 'SHADOW')),
  counter    INTEGER NOT NULL,           -- of a max_count: whose rows in guard_counts are its; 0 = it counts nothing
  position   INTEGER NOT NULL,           -- of the entry 'guard.put' that made this version
  changed_us INTEGER NOT NULL,           -- when; Unix microseconds
  payload    BLOB    NOT NULL,           -- {scope, rule, description}, packed
  PRIMARY KEY (agent_id, name)
) STRICT, WITHOUT ROWID;

-- The actions that max_count guards have counted: one row each, pruned once it is outside the window.
CREATE TABLE guard_counts (
  counter  INTEGER NOT NULL,             -- the position of the entry that made the guard a max_count
  agent_id TEXT    NOT NULL,             -- who acted: a guard of every agent counts each one alone
  n        INTEGER NOT NULL,             -- 1, 2, 3... in the order of time, without gaps
  time_us  INTEGER NOT NULL,             -- when; never below that of an earlier n
  PRIMARY KEY (counter, agent_id, n)
) STRICT, WITHOUT ROWID;

-- Counters whose guard is gone, until the sweep has removed their rows.
CREATE TABLE guard_counters_ended (
  counter INTEGER PRIMARY KEY
) STRICT;

-- What operations that are IN_FLIGHT or UNKNOWN would do to a position.
CREATE TABLE guard_exposures (
  agent_id      TEXT NOT NULL,
  operation_key TEXT NOT NULL,
  market        TEXT NOT NULL,
  side          TEXT NOT NULL CHECK (side IN ('BUY', 'SELL')),
  quantity      TEXT NOT NULL,           -- above zero
  PRIMARY KEY (agent_id, operation_key)
) STRICT, WITHOUT ROWID;
CREATE INDEX guard_exposures_by_market ON guard_exposures (agent_id, market, side, quantity);
