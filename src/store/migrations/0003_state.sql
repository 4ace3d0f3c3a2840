-- State: every version of every named document. The rows are append-only and hold the journal entries' payloads;
-- retention deletes from the oldest end, never the newest.
CREATE TABLE state_versions (
  agent_id TEXT    NOT NULL,
  name     TEXT    NOT NULL,
  position INTEGER NOT NULL,           -- of the journal entry that wrote it
  version  INTEGER NOT NULL,           -- 1, 2, 3... without gaps; never used again
  deleted  INTEGER NOT NULL,           -- 1 = this version is a delete
  time_us  INTEGER NOT NULL,
  payload  BLOB    NOT NULL,           -- {version, schema, schema_version, deleted, document}
  PRIMARY KEY (agent_id, name, position)
) STRICT, WITHOUT ROWID;

-- The newest version of each state, so that lists do not read histories.
CREATE TABLE state_heads (
  agent_id       TEXT    NOT NULL,
  name           TEXT    NOT NULL,
  position       INTEGER NOT NULL,     -- of the newest row in state_versions
  version        INTEGER NOT NULL,
  deleted        INTEGER NOT NULL,     -- 1 = the newest version is a delete: the state does not exist
  schema         TEXT    NOT NULL,     -- '' = none
  schema_version INTEGER NOT NULL,     -- 0 without schema
  PRIMARY KEY (agent_id, name)
) STRICT, WITHOUT ROWID;

-- How many versions are kept, and how long.
CREATE TABLE state_retention (
  agent_id      TEXT    NOT NULL,
  name          TEXT    NOT NULL,      -- of the state; '' = the agent's default
  keep_versions INTEGER NOT NULL,      -- 0 = no limit by count
  keep_age_ms   INTEGER,               -- NULL = no limit by age
  PRIMARY KEY (agent_id, name)
) STRICT, WITHOUT ROWID;

-- Whose states the sweep looks at. Changes with policies only, never with writes of states.
CREATE INDEX state_retention_by_age ON state_retention (agent_id) WHERE keep_age_ms IS NOT NULL;

-- Registered schema versions; append-only, never changed. They hold the journal entries' payloads.
CREATE TABLE state_schemas (
  agent_id TEXT    NOT NULL,
  schema   TEXT    NOT NULL,
  version  INTEGER NOT NULL,           -- 1, 2, 3... without gaps
  position INTEGER NOT NULL,           -- of the journal entry that wrote it
  digest   BLOB    NOT NULL,           -- SHA-256 of the payload, by which compiled schemas are cached
  payload  BLOB    NOT NULL,           -- {schema, version, json_schema if any, steps}
  PRIMARY KEY (agent_id, schema, version)
) STRICT, WITHOUT ROWID;

-- Profile fields as they are now; their history is in the journal.
CREATE TABLE state_fields (
  agent_id TEXT    NOT NULL,
  name     TEXT    NOT NULL,
  position INTEGER NOT NULL,           -- of the journal entry that wrote it
  value    BLOB    NOT NULL,           -- canonical MessagePack
  PRIMARY KEY (agent_id, name)
) STRICT, WITHOUT ROWID;
