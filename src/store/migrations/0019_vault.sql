-- Credentials, encrypted. What the columns beside `sealed` say is in clear.
CREATE TABLE vault_credentials (
  agent_id         TEXT    NOT NULL,
  name             TEXT    NOT NULL,
  version          INTEGER NOT NULL,   -- 1, 2, 3, ...; only the newest is kept
  sealed           BLOB    NOT NULL,   -- format, key id, encrypted data key, encrypted value: src/vault/envelope.ts
  key_id           TEXT    NOT NULL,   -- of the master key: the one inside `sealed`
  description      TEXT    NOT NULL,
  stored_us        INTEGER NOT NULL,
  expires_us       INTEGER,            -- NULL = does not expire
  changed_position INTEGER NOT NULL,   -- of the entry vault.put
  PRIMARY KEY (agent_id, name)
) STRICT, WITHOUT ROWID;

-- What the sweep looks for.
CREATE INDEX vault_credentials_due ON vault_credentials (expires_us) WHERE expires_us IS NOT NULL;
-- What a rotation looks for.
CREATE INDEX vault_credentials_by_key ON vault_credentials (key_id);
