/** Checks the guards' own invariants over a whole file. */
import { packDocument, unpackDocument } from '../../codec/msgpack.js';
import type { DocObject } from '../../codec/value.js';
import { revisionOf } from '../../journal/position.js';
import type { Finding } from '../../journal/verify.js';
import type { Db } from '../../store/db.js';
import { brokenSums } from './exposure.js';
import { GUARD_COLUMNS, type GuardRow } from './rows.js';
import { contentDocument, unpackContent } from './rule.js';

const MAX_FINDINGS = 100;

/**
 * A guard is what the journal says it is; counts are numbered without gaps in the order of time, and somebody's; what is in
 * flight on a market is the sum of what its operations have.
 */
export function verifyGuards(db: Db): Finding[] {
  return db
    .transaction(() =>
      [...altered(db), ...brokenCounts(db), ...brokenSums(db, MAX_FINDINGS)].slice(0, MAX_FINDINGS),
    )
    .deferred();
}

function altered(db: Db): Finding[] {
  const journaled = db
    .prepare<[number], Uint8Array | null>(
      "SELECT payload FROM journal WHERE position = ? AND kind = 'guard.put'",
    )
    .pluck();
  // An entry that compaction took can tell nothing any more.
  const floor = db.prepare<[], number>('SELECT revision FROM journal_floor').pluck().get() ?? 0;
  const findings: Finding[] = [];
  for (const row of db.prepare<[], GuardRow>(`SELECT ${GUARD_COLUMNS} FROM guards`).iterate()) {
    const revision = revisionOf(row.position);
    if (revision <= floor || agrees(row, journaled.get(row.position))) continue;
    const message = `guard ${row.name} of ${row.agent_id} is not what the journal says of version ${row.version}`;
    findings.push({ kind: 'guard.altered', revision, message });
  }
  return findings;
}

function agrees(row: GuardRow, payload: Uint8Array | null | undefined): boolean {
  if (payload === null || payload === undefined) return false;
  const { before: _, ...journaled } = unpackDocument(payload) as DocObject;
  const { name, version, mode } = row;
  const stored = { name, version, mode, ...contentDocument(unpackContent(row.payload)) };
  return Buffer.compare(packDocument(stored), packDocument(journaled)) === 0;
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
    message: `the actions of ${row.agent_id} counted since ${revisionOf(row.counter)} ${problem}`,
  });
  return [
    ...gaps.all(MAX_FINDINGS).map(finding('guard.count', 'are not numbered in the order of time')),
    ...strays.all(MAX_FINDINGS).map(finding('guard.stray_count', 'belong to no guard')),
  ];
}
