/**
 * The vector index of semantic memory.
 *
 * A generation (one model's vectors) has two tables: `memory_vectors_<id>`, the vectors themselves, and `memory_index_<id>`,
 * a vec0 table of their int8 codes. Within a generation each scope (an agent's own memories, or a shared namespace) is
 * divided into cells, which are vec0's partitions: a new vector enters the scope's entry cell, and maintenance
 * (maintenance.ts plans on a reader thread, writer.ts applies in short steps) moves vectors from there to the cells whose
 * centroids are nearest and splits cells that grew too large. A search (reader.ts) opens the nearest cells until more of
 * them would not help, and gives the best codes' vectors an exact second look. All of the index can be made again from the
 * vectors (rebuild.ts) and checked against them (verify.ts).
 *
 * Everything lives in SQLite's transactions, so a kill between two steps leaves a smaller or a larger cell, never a wrong
 * answer. Nothing is random: the same commands give the same cells.
 */
import { HoldfastError } from '../../../errors.js';
import type { Db } from '../../../store/db.js';
import { MAX_DIMENSIONS } from './codes.js';

/**
 * Rows of one vec0 chunk. A chunk is allocated whole for each cell, and vec0 selects a chunk's best in time that grows with
 * its rows times k, so chunks are small.
 */
export const CHUNK_ROWS = 64;

/** The names of a generation's tables; `chunks` is vec0's own table of which rows are in which part of which cell. */
export interface Tables {
  readonly vectors: string;
  readonly index: string;
  readonly chunks: string;
}

export function tablesOf(generation_id: number): Tables {
  if (!Number.isSafeInteger(generation_id) || generation_id < 0) {
    throw new HoldfastError(
      'INTERNAL',
      `generation_id: ${generation_id} is not a whole number of at least 0`,
    );
  }
  const index = `memory_index_${generation_id}`;
  return { vectors: `memory_vectors_${generation_id}`, index, chunks: `${index}_chunks` };
}

/** Makes the tables of a generation of 1 to 8,192 dimensions; inside the writer's transaction. */
export function createGeneration(db: Db, generation_id: number, dimensions: number): void {
  if (!Number.isSafeInteger(dimensions) || dimensions < 1 || dimensions > MAX_DIMENSIONS) {
    throw new HoldfastError(
      'LIMIT_EXCEEDED',
      `dimensions: ${dimensions} is not between 1 and ${MAX_DIMENSIONS}`,
      {
        field: 'dimensions',
      },
    );
  }
  const { vectors } = tablesOf(generation_id);
  db.exec(
    `CREATE TABLE ${vectors} (
       position INTEGER PRIMARY KEY, -- of the memory
       scope_id INTEGER NOT NULL,
       vector   BLOB    NOT NULL     -- unit length, float32 little-endian
     ) STRICT`,
  );
  createIndex(db, generation_id, dimensions);
}

/** Makes the vec0 table alone. */
export function createIndex(db: Db, generation_id: number, dimensions: number): void {
  const { index, chunks } = tablesOf(generation_id);
  db.exec(
    `CREATE VIRTUAL TABLE ${index} USING vec0(
       cell_id integer partition key, code int8[${dimensions}] distance_metric=l2, chunk_size=${CHUNK_ROWS})`,
  );
  // vec0 looks the chunks of a partition up without an index: each opened cell would cost a walk over all chunks.
  db.exec(`CREATE INDEX ${index}_by_cell ON ${chunks} (partition00)`);
}

/** Removes a generation with all its vectors; inside the writer's transaction. */
export function dropGeneration(db: Db, generation_id: number): void {
  dropIndex(db, generation_id);
  db.exec(`DROP TABLE IF EXISTS ${tablesOf(generation_id).vectors}`);
  db.prepare<[number]>('DELETE FROM vector_rebuilds WHERE generation_id = ?').run(generation_id);
}

/** Removes the vec0 table and the cells of a generation; its vectors stay. */
export function dropIndex(db: Db, generation_id: number): void {
  db.exec(`DROP TABLE IF EXISTS ${tablesOf(generation_id).index}`);
  db.prepare<[number]>(
    'DELETE FROM vector_centroids WHERE cell_id IN (SELECT cell_id FROM vector_cells WHERE generation_id = ?)',
  ).run(generation_id);
  db.prepare<[number]>('DELETE FROM vector_cells WHERE generation_id = ?').run(generation_id);
}

/** The dimensions of a generation, as its vec0 table was declared; undefined when there is no such generation. */
export function dimensionsOf(db: Db, generation_id: number): number | undefined {
  const sql = db
    .prepare<[string], string>("SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = ?")
    .pluck()
    .get(tablesOf(generation_id).index);
  const [, digits] = /code int8\[(\d+)\]/.exec(sql ?? '') ?? [];
  return digits === undefined ? undefined : Number(digits);
}
