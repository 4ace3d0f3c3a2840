/** Checks the guards' own invariants over a whole file. */
import { revisionOf } from '../../journal/position.js';
import type { Finding } from '../../journal/verify.js';
import type { Db } from '../../store/db.js';
import { brokenSums } from './exposure.js';

const MAX_FINDINGS = 100;

/**
 * Counts are numbered without gaps in the order of time, and somebody's; what is in flight on a market is the sum of what its
 * operations have. What guards are is in verify_standing.ts.
 */
export function verifyGuards(db: Db): Finding[] {
  return db
    .transaction(() => [...brokenCounts(db), ...brokenSums(db, MAX_FINDINGS)].slice(0, MAX_FINDINGS))
    .deferred();
}

interface CounterRow {
  readonly counter: number;
  readonly agent_id: string;
}

function brokenCounts(db: Db): Finding[] {
  const gaps = db.prepare<[number], CounterRow>(
    `SELECT DISTINCT counter, agent_id FROM (
       SELECT counter, agent_id, n - lag(n) OVER w AS step, time_us - lag(time_us) OVER w AS passed
       FROM guard_counts WINDOW w AS (PARTITION BY counter, agent_id ORDER BY n))
     WHERE step <> 1 OR passed < 0 LIMIT ?`,
  );
  const strays = db.prepare<[number], CounterRow>(
    `SELECT DISTINCT counter, agent_id FROM guard_counts
     WHERE counter NOT IN (SELECT counter FROM guards) AND counter NOT IN (SELECT counter FROM guard_counters_ended)
     LIMIT ?`,
  );
  const finding = (kind: string, problem: string) => (row: CounterRow) => ({
    kind,
    revision: revisionOf(row.counter),
    message: `the actions of ${row.agent_id} counted since ${revisionOf(row.counter)}: they ${problem}`,
  });
  return [
    ...gaps.all(MAX_FINDINGS).map(finding('guard.count', 'are not numbered in the order of time')),
    ...strays.all(MAX_FINDINGS).map(finding('guard.stray_count', 'belong to no guard')),
  ];
}
