-- Episodes: what happened, per agent and type. The rows hold the payloads of their journal entries.
CREATE TABLE episodes (
  agent_id       TEXT    NOT NULL,
  type           TEXT    NOT NULL,
  occurred_at_us INTEGER NOT NULL,     -- Unix time in microseconds; negative before 1970
  position       INTEGER NOT NULL,     -- of the journal entry that recorded it
  outcome_at_us  INTEGER,              -- when the outcome became known; NULL = none yet
  payload        BLOB    NOT NULL,     -- {amounts?, outcome?, payload}; outcome only when recorded with one
  outcome        BLOB,                 -- the outcome attached later; NULL = none, or recorded with one
  -- Clustered by time within a type: ranges, newest-first and retention are range scans without another index.
  PRIMARY KEY (agent_id, type, occurred_at_us, position)
) STRICT, WITHOUT ROWID;

-- One row per agent and type that has episodes or a policy, so that retention needs no counting.
CREATE TABLE episode_types (
  agent_id   TEXT    NOT NULL,
  type       TEXT    NOT NULL,         -- '' = the agent's default policy
  count      INTEGER NOT NULL,         -- rows in episodes
  max_count  INTEGER,                  -- both NULL = no policy of its own
  max_age_us INTEGER,
  PRIMARY KEY (agent_id, type)
) STRICT, WITHOUT ROWID;
