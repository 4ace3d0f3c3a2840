-- What the store itself needs; the journal and the tiers add their own migrations.

-- Which migrations made this file. A recorded digest that no longer matches its file is refused.
CREATE TABLE schema_migrations (
  version    INTEGER PRIMARY KEY,
  name       TEXT    NOT NULL,
  sha256     TEXT    NOT NULL CHECK (length(sha256) = 64),
  applied_us INTEGER NOT NULL
) STRICT;

-- Facts about the file as a whole, such as the Holdfast version that last migrated it.
CREATE TABLE meta (
  key   TEXT NOT NULL PRIMARY KEY,
  value ANY
) STRICT, WITHOUT ROWID;
