-- Tokens by which clients are known. The secret is nowhere: its hash is enough to recognise it.
CREATE TABLE access_tokens (
  token_id      TEXT    NOT NULL PRIMARY KEY,
  name          TEXT    NOT NULL,
  role          TEXT    NOT NULL,       -- reader, agent, operator or admin
  agents        TEXT    NOT NULL,       -- JSON array of patterns
  secret_sha256 BLOB    NOT NULL,
  created_us    INTEGER NOT NULL,
  expires_us    INTEGER,                -- NULL = it does not expire
  revoked_us    INTEGER,                -- NULL = it was not revoked
  position      INTEGER NOT NULL        -- of the journal entry that made it
) STRICT, WITHOUT ROWID;
