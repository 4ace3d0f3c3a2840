-- State: every version of every named document. The rows are append-only and hold the journal entries' payloads.
CREATE TABLE state_versions (
  agent_id TEXT    NOT NULL,
  name     TEXT    NOT NULL,
  position INTEGER NOT NULL,           -- of the journal entry that wrote it
  version  INTEGER NOT NULL,           -- 1, 2, 3...; never used again
  deleted  INTEGER NOT NULL,           -- 1 = this version is a delete
  time_us  INTEGER NOT NULL,
  payload  BLOB    NOT NULL,           -- {version, schema, schema_version, deleted, document}
  PRIMARY KEY (agent_id, name, position)
) STRICT, WITHOUT ROWID;
