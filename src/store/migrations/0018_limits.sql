-- Counters of limits: exact sums, for ever or by windows aligned to the Unix epoch.
CREATE TABLE counters (
  agent_id  TEXT    NOT NULL,
  name      TEXT    NOT NULL,
  position  INTEGER NOT NULL,   -- of the last journal entry that changed it
  value     TEXT    NOT NULL,   -- canonical amount: the sum in the window that began at began_us
  window_us INTEGER,            -- length of its windows; NULL = it counts for ever
  began_us  INTEGER,            -- Unix microseconds, a multiple of window_us; NULL = it counts for ever
  gone_us   INTEGER,            -- from then on it is as if it were not there; NULL = never
  PRIMARY KEY (agent_id, name)
) STRICT, WITHOUT ROWID;

-- What the sweep looks for.
CREATE INDEX counters_gone ON counters (gone_us) WHERE gone_us IS NOT NULL;
