-- The pause that a halt lies over: what ResetHalt goes back to. 'PAUSED' or 'REDUCING', also of a session that ended in its
-- halt, for the agent's next one; '' otherwise, and for what was halted before this column was there.
ALTER TABLE sessions ADD COLUMN pause_under_halt TEXT NOT NULL DEFAULT '';
