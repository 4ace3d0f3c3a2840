/** The vector index beside a plain model of it. */
import assert from 'node:assert/strict';
import type { Db } from '../../src/store/db.js';
import { dot, normalise } from '../../src/tiers/semantic/vectors/codes.js';
import {
  CELL_LIMITS,
  type CellLimits,
  planMaintenance,
  stepsOf,
} from '../../src/tiers/semantic/vectors/maintenance.js';
import type { VectorWriter } from '../../src/tiers/semantic/vectors/writer.js';

/** By position; vectors at unit length. */
export type Model = Map<number, ModelRow>;

export interface ModelRow {
  readonly scope_id: number;
  readonly unit: Float32Array;
}

/** Cells so small that a few hundred vectors go through splits, flushes and merges. */
export const SMALL_CELLS: CellLimits = { first_split: 60, flush: 20, most: 30, wanted: 10, least: 3 };

/** The positions of the k vectors with the highest cosine, equals by position. */
export function bruteForce(
  model: Model,
  scope_ids: readonly number[],
  query: Float32Array,
  k: number,
): number[] {
  const unit = normalise(query, query.length);
  return [...model]
    .filter(([, { scope_id }]) => scope_ids.includes(scope_id))
    .map(([position, stored]) => ({ position, cosine: dot(unit, stored.unit) }))
    .sort((a, b) => b.cosine - a.cosine || a.position - b.position)
    .slice(0, k)
    .map(({ position }) => position);
}

/** Plans and applies until nothing needs to change; returns the number of plans. */
export function maintain(
  db: Db,
  reader_db: Db,
  writer: VectorWriter,
  limits: CellLimits = CELL_LIMITS,
): number {
  for (let plans = 0; ; plans++) {
    assert.ok(plans < 5000, 'maintenance comes to an end');
    const plan = planMaintenance(reader_db, 1, limits);
    if (plan === null) return plans;
    const new_cells = db.transaction(() => writer.begin(plan))();
    for (const step of stepsOf(plan, new_cells)) {
      db.transaction(() => writer.applyMoves(1, plan.from_cell_id, step))();
    }
  }
}
