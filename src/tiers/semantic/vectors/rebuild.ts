/**
 * Making an index again from the vectors, in steps that each fit one write. `startRebuild` throws the old index away; until
 * the last step, searches compare with every vector (slower, not wrong). Where it stands is in the file, so it goes on
 * after a kill. New vectors may be stored and old ones removed between steps. Afterwards maintenance forms the cells anew.
 */
import { HoldfastError } from '../../../errors.js';
import type { Db } from '../../../store/db.js';
import { codeOf, fromBytes } from './codes.js';
import { createIndex, dimensionsOf, dropIndex, tablesOf } from './tables.js';
import type { VectorWriter } from './writer.js';

export interface RebuildProgress {
  /** Vectors looked at. */
  readonly done: number;
  /** Vectors there were at the start. */
  readonly total: number;
  readonly is_finished: boolean;
}

interface RebuildRow {
  readonly next_position: number;
  readonly done: number;
  readonly total: number;
}

/**
 * The first step: an empty index. Also starts over a rebuild that is under way. Needs `dimensions`, because a damaged index
 * may not tell. Freeing the old index takes about a second per gigabyte, once.
 */
export function startRebuild(db: Db, generation_id: number, dimensions: number): RebuildProgress {
  const { vectors } = tablesOf(generation_id);
  dropIndex(db, generation_id);
  createIndex(db, generation_id, dimensions);
  const total = db.prepare<[], number>(`SELECT count(*) FROM ${vectors}`).pluck().get() ?? 0;
  db.prepare<[number, number]>(
    `INSERT OR REPLACE INTO vector_rebuilds (generation_id, next_position, done, total) VALUES (?, 0, 0, ?)`,
  ).run(generation_id, total);
  return { done: 0, total, is_finished: false };
}

/** The next step: indexes up to `budget` vectors (about 20 us each). NOT_FOUND when no rebuild is under way. */
export function continueRebuild(
  db: Db,
  writer: VectorWriter,
  generation_id: number,
  budget: number,
): RebuildProgress {
  const state = db
    .prepare<[number], RebuildRow>(
      'SELECT next_position, done, total FROM vector_rebuilds WHERE generation_id = ?',
    )
    .get(generation_id);
  if (state === undefined || dimensionsOf(db, generation_id) === undefined) {
    throw new HoldfastError('NOT_FOUND', `generation_id: no rebuild of generation ${generation_id}`);
  }
  const { vectors, index } = tablesOf(generation_id);
  const rows = db
    .prepare<[number, number], { position: number; scope_id: number; vector: Buffer }>(
      `SELECT position, scope_id, vector FROM ${vectors} WHERE position >= ? ORDER BY position LIMIT ?`,
    )
    .all(state.next_position, budget);
  // Stored since the start, and so indexed already.
  const isIndexed = db.prepare<[bigint], number>(`SELECT 1 FROM ${index} WHERE rowid = ?`).pluck();
  for (const { position, scope_id, vector } of rows) {
    if (isIndexed.get(BigInt(position)) === 1) continue;
    writer.enter(generation_id, scope_id, position, codeOf(fromBytes(vector)));
  }
  const is_finished = rows.length < budget;
  const done = state.done + rows.length;
  if (is_finished) {
    db.prepare<[number]>('DELETE FROM vector_rebuilds WHERE generation_id = ?').run(generation_id);
  } else {
    db.prepare<[number, number, number]>(
      'UPDATE vector_rebuilds SET next_position = ?, done = ? WHERE generation_id = ?',
    ).run((rows.at(-1)?.position ?? 0) + 1, done, generation_id);
  }
  return { done, total: Math.max(state.total, done), is_finished };
}
