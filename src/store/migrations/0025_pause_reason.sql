-- Why the pause that holds came, which a halt over it, or silence, put another reason before. '' = there is none, nobody said
-- why, or it lay beneath another state before this column was there.
ALTER TABLE sessions ADD COLUMN pause_reason TEXT NOT NULL DEFAULT '';
UPDATE sessions SET pause_reason = reason WHERE state IN ('PAUSED', 'REDUCING');
