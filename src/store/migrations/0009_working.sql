-- Slots of working memory. Rows are replaced in place; each holds the payload of the journal entry that set it last, so
-- what is removed or replaced is gone from the file.
CREATE TABLE slots (
  agent_id         TEXT    NOT NULL,
  key              TEXT    NOT NULL,
  position         INTEGER NOT NULL,   -- of the journal entry that set it last
  first_position   INTEGER NOT NULL,   -- of the one that set it first: its place among slots of equal priority
  version          INTEGER NOT NULL,   -- 1, 2, 3... since it was set first
  pinned           INTEGER NOT NULL CHECK (pinned IN (0, 1)),
  priority         INTEGER NOT NULL CHECK (priority BETWEEN 0 AND 10),
  expires_us       INTEGER,            -- Unix time in microseconds; NULL = never
  updated_us       INTEGER NOT NULL,
  content_bytes    INTEGER NOT NULL,   -- UTF-8 bytes of the content; 0 for a live slot
  tokens           INTEGER NOT NULL,   -- of the content in o200k_base; 0 for a live slot
  o200k_alone      INTEGER,            -- tokens of header and content; NULL for a live slot, whose content is not known
  o200k_followed   INTEGER,            -- the same with the separator before a next slot
  cl100k_alone     INTEGER,
  cl100k_followed  INTEGER,
  payload          BLOB    NOT NULL,   -- {content, live, version, priority, pinned, expires_us}; last, because it is long
  PRIMARY KEY (agent_id, key)
) STRICT, WITHOUT ROWID;

CREATE INDEX slots_expiring ON slots (expires_us) WHERE expires_us IS NOT NULL;
