-- The parts of the vector index that are the same for every generation of vectors. Each generation also has two tables of its
-- own, memory_vectors_<id> (the vectors, the truth) and memory_index_<id> (vec0, rebuildable): src/tiers/semantic/vectors/tables.ts.

-- Cells: the parts of a scope's index that a search opens or leaves closed. A new vector enters the scope's entry cell.
CREATE TABLE vector_cells (
  cell_id       INTEGER PRIMARY KEY AUTOINCREMENT, -- the partition key in the vec0 table; never used twice
  generation_id INTEGER NOT NULL,
  scope_id      INTEGER NOT NULL,
  is_entry      INTEGER NOT NULL,                  -- 1 = where new vectors go: no centroid, every search opens it
  count         INTEGER NOT NULL,                  -- vectors in the cell
  seen_cell_id  INTEGER NOT NULL                   -- the newest cell that the cell's vectors were compared with
) STRICT;

CREATE INDEX vector_cells_by_scope ON vector_cells (generation_id, scope_id, is_entry);

-- Where a cell that is no entry lies. Apart from the counts, so that counting does not rewrite kilobytes.
CREATE TABLE vector_centroids (
  cell_id  INTEGER PRIMARY KEY,
  centroid BLOB    NOT NULL                        -- unit length, float32 little-endian; never changes
) STRICT;

-- Rebuilds of an index that are under way. While one is, searches compare with every vector instead of using the index.
CREATE TABLE vector_rebuilds (
  generation_id INTEGER PRIMARY KEY,
  next_position INTEGER NOT NULL,                  -- vectors at this position and above are not looked at yet
  done          INTEGER NOT NULL,                  -- vectors looked at
  total         INTEGER NOT NULL                   -- vectors there were at the start
) STRICT;
