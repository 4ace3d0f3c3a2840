-- Knowledge: records in collections with declared fields.
CREATE TABLE knowledge_collections (
  agent_id      TEXT    NOT NULL,
  name          TEXT    NOT NULL,
  collection_id INTEGER NOT NULL,      -- position of the entry that created it: never used again
  version       INTEGER NOT NULL,      -- of the declaration: 1, 2, 3...
  records       INTEGER NOT NULL,      -- rows in knowledge_records
  created_at_us INTEGER NOT NULL,
  PRIMARY KEY (agent_id, name)
) STRICT, WITHOUT ROWID;

-- What each collection declares. Apart from the counter above, which changes with every new record.
CREATE TABLE knowledge_declarations (
  collection_id INTEGER PRIMARY KEY,
  declaration   BLOB    NOT NULL       -- MessagePack: {fields, unique_keys, next_no}
) STRICT;

-- Records as they are now; what they were is in the journal.
CREATE TABLE knowledge_records (
  collection_id INTEGER NOT NULL,
  record        INTEGER NOT NULL,      -- position of the entry that created it; the record_id is made of it
  position      INTEGER NOT NULL,      -- of the entry that wrote it last: its own, or a declaration's that filled it in
  version       INTEGER NOT NULL,
  created_at_us INTEGER NOT NULL,
  updated_at_us INTEGER NOT NULL,
  value         BLOB    NOT NULL,      -- canonical MessagePack, each field in the one form of its type
  PRIMARY KEY (collection_id, record)
) STRICT, WITHOUT ROWID;

-- One row for each record and indexed field, absent and null ones included.
CREATE TABLE knowledge_index (
  collection_id INTEGER NOT NULL,
  field_no      INTEGER NOT NULL,      -- of the field in its declaration; never used again in it
  value         BLOB    NOT NULL,      -- ordered as values are (tiers/knowledge/encoding.ts), cut to 512 bytes
  record        INTEGER NOT NULL,
  PRIMARY KEY (collection_id, field_no, value, record)
) STRICT, WITHOUT ROWID;

-- One row for each record that a unique key binds.
CREATE TABLE knowledge_unique (
  collection_id INTEGER NOT NULL,
  key_no        INTEGER NOT NULL,      -- of the key in its declaration; never used again in it
  value         BLOB    NOT NULL,      -- the values of its fields, one after the other, whole
  record        INTEGER NOT NULL,
  PRIMARY KEY (collection_id, key_no, value)
) STRICT, WITHOUT ROWID;
