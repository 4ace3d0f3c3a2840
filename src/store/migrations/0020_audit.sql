-- Recorded actions, kept for good: compacting the journal takes none away. Holds the payload of its journal entry. One
-- order for all agents, because replay and sums go over everybody's; an agent's own are found by the index.
CREATE TABLE audit_actions (
  position  INTEGER PRIMARY KEY,  -- of the entry 'audit.action'; the id is made of it
  agent_id  TEXT    NOT NULL,
  time_us   INTEGER NOT NULL,     -- Unix microseconds of the recording; never decreases with the position
  action    TEXT    NOT NULL,
  market    TEXT    NOT NULL,     -- '' = none
  status    TEXT    NOT NULL,     -- '' = none
  pnl       TEXT,                 -- canonical amount; NULL = none, '0' = a result of zero
  pnl_asset TEXT    NOT NULL,     -- '' without a P&L
  payload   BLOB    NOT NULL      -- packed document of the whole action
) STRICT;
CREATE INDEX audit_actions_by_agent ON audit_actions (agent_id);

-- What was found damaged at a start that was told to go on: known from then on, so that the next start does not stop at it.
CREATE TABLE audit_accepted_damage (
  kind     TEXT    NOT NULL,      -- of the finding, such as 'journal.hash_mismatch'
  revision INTEGER NOT NULL,      -- that it is about
  message  TEXT    NOT NULL,
  position INTEGER NOT NULL,      -- of the entry 'audit.damage_accepted'
  PRIMARY KEY (kind, revision, message)
) STRICT, WITHOUT ROWID;
