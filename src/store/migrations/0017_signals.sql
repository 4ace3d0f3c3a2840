-- Signals between agents, the consumers that take them, and the rules that raise alerts.

-- Every kept durable signal, in the order of publication; holds the payload of its journal entry.
CREATE TABLE signals (
  position   INTEGER PRIMARY KEY, -- of the journal entry 'signal.published'; the id is made of it
  agent_id   TEXT    NOT NULL,    -- who published it; '_system' for alerts
  channel    TEXT    NOT NULL,
  confidence REAL    NOT NULL,    -- 0 to 1
  time_us    INTEGER NOT NULL,    -- never decreases with position, so a time is found by bisection
  payload    BLOB    NOT NULL     -- {confidence, payload, source}
) STRICT;

-- How many of a channel wait for a consumer, and which are its oldest.
CREATE INDEX signals_by_channel ON signals (channel, position, confidence);

-- Every channel that has signals.
CREATE TABLE signal_channels (
  channel TEXT    NOT NULL PRIMARY KEY,
  count   INTEGER NOT NULL,       -- of its signals
  dropped INTEGER NOT NULL        -- position of the newest that retention dropped because they were too many; 0 = none
) STRICT, WITHOUT ROWID;

-- What the sweep looks for; must name the same limit as tiers/signals/retention.ts.
CREATE INDEX signal_channels_full ON signal_channels (channel) WHERE count > 100000;

-- One row.
CREATE TABLE signal_floor (
  one     INTEGER PRIMARY KEY CHECK (one = 1),
  aged    INTEGER NOT NULL,       -- position of the newest that was dropped by age, or with a channel that has no row any more
  dropped INTEGER NOT NULL        -- position of the newest that was dropped at all
) STRICT;
INSERT INTO signal_floor (one, aged, dropped) VALUES (1, 0, 0);

-- Named consumers: a durable place in the durable signals.
CREATE TABLE signal_consumers (
  position         INTEGER PRIMARY KEY, -- of the entry 'consumer.put' that made it; what its deliveries name
  agent_id         TEXT    NOT NULL,
  name             TEXT    NOT NULL,
  patterns         TEXT    NOT NULL,    -- JSON array, sorted, each once
  min_confidence   REAL    NOT NULL,
  ack_timeout_us   INTEGER NOT NULL,
  max_deliveries   INTEGER NOT NULL,
  begins           INTEGER NOT NULL,    -- position: nothing up to here was ever its business
  cursor           INTEGER NOT NULL,    -- position: everything up to here was delivered or does not match
  put_position     INTEGER NOT NULL,    -- of the entry that last changed what it is
  changed_position INTEGER NOT NULL     -- of the last entry that changed it or its deliveries
) STRICT;

CREATE UNIQUE INDEX signal_consumers_by_name ON signal_consumers (agent_id, name);
-- Whether anything changed since: what wakes open streams.
CREATE INDEX signal_consumers_changed ON signal_consumers (changed_position);

-- What was delivered and not acknowledged, and what was given up on.
CREATE TABLE signal_deliveries (
  consumer   INTEGER NOT NULL,    -- position of its consumer
  position   INTEGER NOT NULL,    -- of the signal, which retention keeps as long as this row is here
  deliveries INTEGER NOT NULL,    -- so far; 0 = handed out again from the dead letters
  due_us     INTEGER,             -- when it comes again, Unix microseconds; NULL = it is a dead letter
  is_last    INTEGER NOT NULL,    -- 1 = it was delivered as often as it may be: once due it is a dead letter
  PRIMARY KEY (consumer, position)
) STRICT, WITHOUT ROWID;

-- What retention must keep.
CREATE INDEX signal_deliveries_by_signal ON signal_deliveries (position);
-- What comes again, and how many are pending.
CREATE INDEX signal_deliveries_due ON signal_deliveries (consumer, due_us) WHERE due_us IS NOT NULL;
-- What the sweep makes dead letters of.
CREATE INDEX signal_deliveries_ending ON signal_deliveries (due_us) WHERE is_last = 1 AND due_us IS NOT NULL;
-- Dead letters.
CREATE INDEX signal_deliveries_dead ON signal_deliveries (consumer, position) WHERE due_us IS NULL;

-- Rules that watch a figure of their agent.
CREATE TABLE alert_rules (
  agent_id TEXT    NOT NULL,
  name     TEXT    NOT NULL,
  kind     TEXT    NOT NULL CHECK (kind IN ('balance_below', 'drawdown_near')),
  account  TEXT    NOT NULL,      -- of balance_below; '' otherwise
  asset    TEXT    NOT NULL,      -- of balance_below; '' otherwise
  amount   TEXT    NOT NULL,      -- of balance_below: the threshold; of drawdown_near: the fraction of the limit
  fired    INTEGER NOT NULL,      -- 1 = it has fired and the figure has not come back
  position INTEGER NOT NULL,      -- of the last entry that changed the rule; firing does not
  PRIMARY KEY (agent_id, name)
) STRICT, WITHOUT ROWID;
