-- Tasks: plans of several steps. Rows are changed in place; the journal keeps their history.
CREATE TABLE tasks (
  agent_id         TEXT    NOT NULL,
  position         INTEGER NOT NULL,   -- of the journal entry that created it
  task_id          TEXT    NOT NULL,   -- unique per agent
  name             TEXT    NOT NULL,
  state            INTEGER NOT NULL CHECK (state BETWEEN 1 AND 5), -- follows from the steps: 1 pending, 2 running,
                                       -- 3 waiting for approval, 4 done, 5 failed
  version          INTEGER NOT NULL,   -- 1, 2, 3...
  context          BLOB,               -- packed document; NULL = none
  created_us       INTEGER NOT NULL,
  updated_us       INTEGER NOT NULL,
  updated_position INTEGER NOT NULL,   -- of the journal entry of the last change
  PRIMARY KEY (agent_id, position)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX tasks_by_id ON tasks (agent_id, task_id);

-- What Resume lists and the limit counts: everything that is not done.
CREATE INDEX tasks_not_done ON tasks (agent_id, state) WHERE state <> 4;

CREATE TABLE task_steps (
  agent_id          TEXT    NOT NULL,
  task_position     INTEGER NOT NULL,  -- the task's `position`
  ordinal           INTEGER NOT NULL,  -- 0, 1, 2... in the order they were planned
  step              TEXT    NOT NULL,  -- unique in the task
  description       TEXT    NOT NULL,
  requires_approval INTEGER NOT NULL,  -- 0 or 1
  state             INTEGER NOT NULL CHECK (state BETWEEN 1 AND 5), -- as in tasks
  checkpoint        BLOB,              -- packed document; NULL = none stored yet
  approver          TEXT    NOT NULL,  -- who approved or rejected it last; '' = nobody
  note              TEXT    NOT NULL,
  updated_us        INTEGER NOT NULL,
  PRIMARY KEY (agent_id, task_position, ordinal)
) STRICT, WITHOUT ROWID;
