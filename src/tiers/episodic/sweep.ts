/**
 * Removes episodes that time alone has made too old, a bounded number per sweep. It goes round all agents and types, so
 * that a great many of them cost each sweep no more than a few; where it stands is only in memory, since losing its
 * place costs nothing.
 */
import type { Db } from '../../store/db.js';
import type { Tx } from '../command.js';
import { Retention } from './retention.js';

/** Bounds of one sweep: how many types are looked at and how many episodes removed. */
const TYPES_PER_SWEEP = 1000;
const EPISODES_PER_SWEEP = 1000;

/** Returns how many episodes it removed. No journal entries: a policy that was journaled made them go. */
export function episodeSweeper(db: Db): (tx: Tx) => number {
  const retention = new Retention(db);
  let agent_id = '';
  let type = '';
  return (tx) => {
    let removed = 0;
    const rows = retention.rowsAfter(agent_id, type, TYPES_PER_SWEEP);
    for (const row of rows) {
      if (row.count > 0) {
        const fallback = retention.defaultPolicy(row.agent_id);
        removed += retention.expire(row, fallback, tx.now_us, EPISODES_PER_SWEEP - removed);
      }
      // The place is kept at the type before, so that what is left of this one is next.
      if (removed >= EPISODES_PER_SWEEP) return removed;
      ({ agent_id, type } = row);
    }
    if (rows.length < TYPES_PER_SWEEP) {
      agent_id = '';
      type = '';
    }
    return removed;
  };
}
