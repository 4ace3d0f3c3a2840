/** Checks the invariants of signals and consumers over a whole file. */
import { readFloor } from '../../journal/append.js';
import { lastPositionOf, revisionOf } from '../../journal/position.js';
import type { Finding } from '../../journal/verify.js';
import type { Db } from '../../store/db.js';
import { signalId } from './publish.js';

const MAX_FINDINGS = 100;

export function verifySignals(db: Db): Finding[] {
  // One transaction, so that what changes meanwhile is seen either before or after, never between.
  const checks = [wrongCounts, strangeSignals, lostDeliveries, aheadOfCursor, wrongMarks];
  return db.transaction(() => checks.flatMap((check) => check(db)).slice(0, MAX_FINDINGS)).deferred();
}

/** The count that retention goes by is the number of signals that are there. */
function wrongCounts(db: Db): Finding[] {
  const rows = db.prepare<[number], { channel: string; count: number; kept: number }>(
    `SELECT channel, sum(count) AS count, sum(kept) AS kept FROM (
       SELECT channel, count, 0 AS kept FROM signal_channels
       UNION ALL SELECT channel, 0, count(*) FROM signals GROUP BY channel)
     GROUP BY channel HAVING sum(count) <> sum(kept) LIMIT ?`,
  );
  return rows.all(MAX_FINDINGS).map(({ channel, count, kept }) => ({
    kind: 'signals.count',
    revision: 0,
    message: `channel ${channel} has ${kept} signals, but ${count} are counted`,
  }));
}

/** Who published a signal, and where, is what its journal entry says; the journal's hashes cover the entry and its payload. */
function strangeSignals(db: Db): Finding[] {
  const rows = db
    .prepare<[number, number], number>(
      `SELECT s.position FROM signals s LEFT JOIN journal j ON j.position = s.position
       WHERE s.position > ? AND (j.kind IS NOT 'signal.published' OR j.key <> s.channel OR j.agent_id <> s.agent_id
         OR j.time_us <> s.time_us)
       LIMIT ?`,
    )
    .pluck();
  return rows.all(lastPositionOf(readFloor(db).revision), MAX_FINDINGS).map((position) => ({
    kind: 'signals.entry',
    revision: revisionOf(position),
    message: `${signalId(position)} is not what its journal entry says`,
  }));
}

/** A delivery has its consumer and its signal. */
function lostDeliveries(db: Db): Finding[] {
  const rows = db.prepare<[number], { consumer: number; position: number }>(
    `SELECT d.consumer, d.position FROM signal_deliveries d
     LEFT JOIN signals s ON s.position = d.position LEFT JOIN signal_consumers c ON c.position = d.consumer
     WHERE s.position IS NULL OR c.position IS NULL LIMIT ?`,
  );
  return rows.all(MAX_FINDINGS).map(({ consumer, position }) => ({
    kind: 'signals.delivery',
    revision: revisionOf(position),
    message: `a delivery of ${signalId(position)} to the consumer of revision ${revisionOf(consumer)} lacks one of them`,
  }));
}

/** What was delivered lies between where its consumer began and where it stands. */
function aheadOfCursor(db: Db): Finding[] {
  const rows = db.prepare<[number], { agent_id: string; name: string; position: number }>(
    `SELECT c.agent_id, c.name, d.position FROM signal_deliveries d JOIN signal_consumers c ON c.position = d.consumer
     WHERE d.position > c.cursor OR d.position <= c.begins LIMIT ?`,
  );
  return rows.all(MAX_FINDINGS).map(({ agent_id, name, position }) => ({
    kind: 'signals.cursor',
    revision: revisionOf(position),
    message: `${signalId(position)} was delivered to ${name} of ${agent_id}, which has not come to it`,
  }));
}

/** The mark of a last delivery agrees with the number of deliveries. */
function wrongMarks(db: Db): Finding[] {
  const rows = db.prepare<[number], { agent_id: string; name: string; position: number }>(
    `SELECT c.agent_id, c.name, d.position FROM signal_deliveries d JOIN signal_consumers c ON c.position = d.consumer
     WHERE d.due_us IS NOT NULL AND d.is_last <> (d.deliveries >= c.max_deliveries) LIMIT ?`,
  );
  return rows.all(MAX_FINDINGS).map(({ agent_id, name, position }) => ({
    kind: 'signals.last_delivery',
    revision: revisionOf(position),
    message: `the delivery of ${signalId(position)} to ${name} of ${agent_id} is wrongly marked as its last or not`,
  }));
}
