/**
 * The exact sliding window behind max_count: one row per counted action.
 *
 * Invariant: times never fall as n grows, because the writer's clock never goes back. So whether a window holds `count`
 * actions is one look at the row that is `count` before the end, and how many it holds is a bisection.
 */
import type { Db } from '../../store/db.js';
import type { Tx } from '../command.js';

/** Rows that one counter of one agent keeps, however long its window. */
const MAX_KEPT = 100_000;
/** Rows that one action removes: more than it adds, so that what is stale goes away. */
const PRUNED_AT_ONCE = 16;
/** Rows of ended counters that one sweep removes. */
const MAX_SWEPT = 1000;

interface Row {
  readonly n: number;
  readonly time_us: number;
}

export interface CountReads {
  /** Actions within the window that ends now; only the newest 100,000 are known. */
  within(counter: number, agent_id: string, window_us: number, now_us: number): number;
  /** When the one that is `count` before the end was; undefined when there are fewer. */
  timeOf(counter: number, agent_id: string, count: number): number | undefined;
}

export function countReads(db: Db): CountReads {
  const newest = db.prepare<[number, string], Row>(
    'SELECT n, time_us FROM guard_counts WHERE counter = ? AND agent_id = ? ORDER BY n DESC LIMIT 1',
  );
  const oldest = db.prepare<[number, string], Row>(
    'SELECT n, time_us FROM guard_counts WHERE counter = ? AND agent_id = ? ORDER BY n LIMIT 1',
  );
  const timeAt = db
    .prepare<[number, string, number], number>(
      'SELECT time_us FROM guard_counts WHERE counter = ? AND agent_id = ? AND n = ?',
    )
    .pluck();
  return {
    within: (counter, agent_id, window_us, now_us) => {
      const last = newest.get(counter, agent_id);
      const first = oldest.get(counter, agent_id);
      if (last === undefined || first === undefined) return 0;
      // The first n within the window; last.n + 1 when there is none.
      let low = first.n;
      let high = last.n + 1;
      while (low < high) {
        const middle = low === first.n ? low : Math.floor((low + high) / 2);
        if ((timeAt.get(counter, agent_id, middle) ?? 0) > now_us - window_us) high = middle;
        else low = middle + 1;
      }
      return last.n - low + 1;
    },
    timeOf: (counter, agent_id, count) => {
      const last = newest.get(counter, agent_id);
      return last === undefined ? undefined : timeAt.get(counter, agent_id, last.n - count + 1);
    },
  };
}

/** Counts an action that goes on. */
export function actionCounter(db: Db): (tx: Tx, counter: number, window_us: number) => void {
  const insert = db.prepare<[number, string, number, number, string]>(
    `INSERT INTO guard_counts (counter, agent_id, n, time_us)
     SELECT ?, ?, coalesce(max(n), 0) + 1, ? FROM guard_counts WHERE counter = ? AND agent_id = ?`,
  );
  const prune = db.prepare<Record<string, string | number>>(
    `DELETE FROM guard_counts WHERE counter = :counter AND agent_id = :agent_id
       AND n < (SELECT min(n) FROM guard_counts WHERE counter = :counter AND agent_id = :agent_id) + ${PRUNED_AT_ONCE}
       AND (time_us <= :outside_us
         OR n <= (SELECT max(n) FROM guard_counts WHERE counter = :counter AND agent_id = :agent_id) - ${MAX_KEPT})`,
  );
  return (tx, counter, window_us) => {
    const { agent_id, now_us } = tx;
    insert.run(counter, agent_id, now_us, counter, agent_id);
    prune.run({ counter, agent_id, outside_us: now_us - window_us });
  };
}

/** A step of `sweep`: removes rows of counters whose guard is gone, at most 1,000; says how many. */
export function countSweeper(db: Db): (tx: Tx) => number {
  const ended = db.prepare<[], number>('SELECT counter FROM guard_counters_ended LIMIT 1').pluck();
  const remove = db.prepare<[number, number]>(
    `DELETE FROM guard_counts WHERE counter = ? AND (agent_id, n) IN
       (SELECT agent_id, n FROM guard_counts WHERE counter = ? ORDER BY agent_id, n LIMIT ${MAX_SWEPT})`,
  );
  const forget = db.prepare<[number]>('DELETE FROM guard_counters_ended WHERE counter = ?');
  return () => {
    const counter = ended.get();
    if (counter === undefined) return 0;
    const { changes } = remove.run(counter, counter);
    if (changes < MAX_SWEPT) forget.run(counter);
    return changes;
  };
}
