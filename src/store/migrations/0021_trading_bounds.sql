-- What bounds the cost of single calls.

-- Whether a replay has a gap: only channels that ever had too many signals are looked at.
CREATE INDEX signal_channels_dropped ON signal_channels (dropped) WHERE dropped > 0;

-- The sums of guard_exposures by market, so that a judgement asks one row. A market without a row has to be summed: those
-- of a file that is older than this table, until something on them begins or ends.
CREATE TABLE guard_in_flight (
  agent_id TEXT NOT NULL,
  market   TEXT NOT NULL,
  buys     TEXT NOT NULL,               -- what is in flight to be bought; '0' = nothing
  sells    TEXT NOT NULL,               -- the same to be sold; never both '0'
  PRIMARY KEY (agent_id, market)
) STRICT, WITHOUT ROWID;
