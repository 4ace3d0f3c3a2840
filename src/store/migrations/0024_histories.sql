-- The starts that this file went through: each begins a history of its own. A file that was put back to an earlier time does
-- not know those that came after it, which is how a reader learns that what it saw is not there any more.
CREATE TABLE histories (
  number         INTEGER PRIMARY KEY, -- counts the starts
  id             TEXT    NOT NULL,    -- random
  after_revision INTEGER NOT NULL     -- the newest revision at that start: where the history before it ended
) STRICT;
