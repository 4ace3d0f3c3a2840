-- Prompt templates: versions that never change. The rows are append-only and hold the journal entries' payloads.
CREATE TABLE prompt_versions (
  agent_id TEXT    NOT NULL,
  name     TEXT    NOT NULL,           -- of the template
  version  INTEGER NOT NULL,           -- 1, 2, 3... without gaps
  position INTEGER NOT NULL,           -- of the journal entry that wrote it
  time_us  INTEGER NOT NULL,           -- when; Unix microseconds
  payload  BLOB    NOT NULL,           -- {name, version, text, description}
  PRIMARY KEY (agent_id, name, version)
) STRICT, WITHOUT ROWID;

-- One row per template, so that counting and listing templates do not read their texts.
CREATE TABLE prompt_templates (
  agent_id       TEXT    NOT NULL,
  name           TEXT    NOT NULL,
  newest_version INTEGER NOT NULL,     -- the highest in prompt_versions
  PRIMARY KEY (agent_id, name)
) STRICT, WITHOUT ROWID;

-- Names for versions, as they are now; their history is in the journal.
CREATE TABLE prompt_labels (
  agent_id TEXT    NOT NULL,
  name     TEXT    NOT NULL,           -- of the template
  label    TEXT    NOT NULL,           -- such as production
  version  INTEGER NOT NULL,           -- where it points
  PRIMARY KEY (agent_id, name, label)
) STRICT, WITHOUT ROWID;
