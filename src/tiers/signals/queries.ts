/** Reads of signals, consumers and rules. */
import type { EntryHeader } from '../../journal/entry.js';
import { lastPositionOf, MAX_ENTRIES_PER_REVISION, revisionOf } from '../../journal/position.js';
import type { Db } from '../../store/db.js';
import { type Page, takePage } from '../page.js';
import { CONSUMER_COLUMNS } from './consumers.js';
import { consumerCounts, MAX_COUNT_WORK } from './counts.js';
import { compilePatterns } from './patterns.js';
import { RULE_COLUMNS } from './rules.js';
import type { ConsumerRow, ConsumerView, RuleRow } from './types.js';

/** Enough of a signal to tell whether somebody wants it; the rest may be large. */
export interface SignalHead {
  readonly position: number;
  readonly channel: string;
  readonly confidence: number;
}

export interface SizedHead extends SignalHead {
  /** Of its payload. */
  readonly size_bytes: number;
}

export interface SignalRow extends SignalHead {
  readonly agent_id: string;
  readonly time_us: number;
  /** What packSignal made. */
  readonly payload: Uint8Array;
}

/** Signals in the order of publication, whole revisions only. */
export interface HeadPage {
  readonly heads: readonly SizedHead[];
  /** Everything up to this position has been looked at. */
  readonly scanned: number;
}

export interface SignalQueries {
  /** Of the newest kept signal; 0 = there is none. */
  newest(): number;
  /** The signals after `after` and up to `upto`, oldest first. */
  heads(after: number, upto: number): HeadPage;
  get(position: number): SignalRow | undefined;
  /** Signals before a position, newest first, lazily; take it inside the snapshot. */
  newestFirst(before: number): Generator<SignalHead & { readonly time_us: number }, void>;
  /** The lowest position from which on every kept signal was published at or after the time. */
  positionAt(time_us: number): number;
  /** Position of the newest signal on these patterns' channels that retention dropped after `after`; 0 = none. */
  droppedAfter(after: number, patterns: readonly string[]): number;

  consumer(agent_id: string, name: string): ConsumerRow | undefined;
  consumerAt(position: number): ConsumerRow | undefined;
  /** The agent's, by name; a page ends early when counting what waits for them was much work. */
  consumers(agent_id: string, after_name: string, limit: number): Page<ConsumerView>;
  view(consumer: ConsumerRow): ConsumerView;
  /** Consumers that changed, or whose deliveries did, after a position: the position of each and of its last change. */
  changedAfter(position: number): { readonly position: number; readonly changed_position: number }[];
  newestChange(): number;
  /** When the first pending delivery comes again, Unix microseconds; null = none does. */
  firstDue(consumer: number): number | null;
  /** What is out and not yet due: the number of its delivery, by the signal's position. */
  stillOut(consumer: number, now_us: number): Map<number, number>;
  pending(consumer: number, limit: number): number[];
  /** Newest first. */
  dead(consumer: number, before: number, limit: number): Page<SignalRow>;

  rules(agent_id: string, after_name: string, limit: number): Page<RuleRow>;
}

/** Rows read at once. */
const PAGE_ROWS = 500;
const LIST_ROWS = 256;
/** What counting weighs against a page's bytes: a page counts about 100,000 deliveries, or as much as for one consumer. */
const BYTES_PER_COUNTED = 10;
const BYTES_PER_WORK = 1_000_000 / MAX_COUNT_WORK;
const SIGNAL_COLUMNS = 'position, channel, confidence, agent_id, time_us, payload';

export function signalQueries(db: Db): SignalQueries {
  const newest = db.prepare<[], number | null>('SELECT max(position) FROM signals').pluck();
  // The length of a payload is in its row's header: nothing of the payload is read.
  const heads = db.prepare<[number, number, number], SizedHead>(
    `SELECT position, channel, confidence, length(payload) AS size_bytes FROM signals WHERE position > ? AND position <= ?
     ORDER BY position LIMIT ?`,
  );
  const get = db.prepare<[number], SignalRow>(`SELECT ${SIGNAL_COLUMNS} FROM signals WHERE position = ?`);
  const before = db.prepare<[number, number], SignalHead & { time_us: number }>(
    `SELECT position, channel, confidence, time_us FROM signals WHERE position < ?
     ORDER BY position DESC LIMIT ?`,
  );
  const nearest = db.prepare<[number], { position: number; time_us: number }>(
    'SELECT position, time_us FROM signals WHERE position <= ? ORDER BY position DESC LIMIT 1',
  );
  const floor = db.prepare<[], { aged: number; dropped: number }>('SELECT aged, dropped FROM signal_floor');
  const dropped_from = db.prepare<[number], { channel: string; dropped: number }>(
    `SELECT channel, dropped FROM signal_channels INDEXED BY signal_channels_dropped
     WHERE dropped > 0 AND dropped > ? ORDER BY dropped DESC`,
  );
  const counts = consumerCounts(db);
  const consumer = db.prepare<[string, string], ConsumerRow>(
    `SELECT ${CONSUMER_COLUMNS} FROM signal_consumers WHERE agent_id = ? AND name = ?`,
  );
  const consumer_at = db.prepare<[number], ConsumerRow>(
    `SELECT ${CONSUMER_COLUMNS} FROM signal_consumers WHERE position = ?`,
  );
  const consumers = db.prepare<[string, string, number], ConsumerRow>(
    `SELECT ${CONSUMER_COLUMNS} FROM signal_consumers WHERE agent_id = ? AND name > ? ORDER BY name LIMIT ?`,
  );
  const view = (row: ConsumerRow): ConsumerView => ({ ...row, ...counts(row) });
  const views = function* (rows: readonly ConsumerRow[]): Generator<ConsumerView, void> {
    for (const row of rows) yield view(row);
  };
  const changed = db.prepare<[number], { position: number; changed_position: number }>(
    `SELECT position, changed_position FROM signal_consumers INDEXED BY signal_consumers_changed
     WHERE changed_position > ?`,
  );
  const newest_change = db
    .prepare<[], number | null>('SELECT max(changed_position) FROM signal_consumers')
    .pluck();
  const first_due = db
    .prepare<[number], number>(
      `SELECT due_us FROM signal_deliveries INDEXED BY signal_deliveries_due
       WHERE consumer = ? AND due_us IS NOT NULL AND is_last = 0 ORDER BY due_us LIMIT 1`,
    )
    .pluck();
  const out = db.prepare<[number, number], { position: number; deliveries: number }>(
    `SELECT position, deliveries FROM signal_deliveries INDEXED BY signal_deliveries_due
     WHERE consumer = ? AND due_us > ?`,
  );
  const pending = db
    .prepare<[number, number], number>(
      `SELECT position FROM signal_deliveries INDEXED BY signal_deliveries_due
       WHERE consumer = ? AND due_us IS NOT NULL ORDER BY position LIMIT ?`,
    )
    .pluck();
  const dead = db.prepare<[number, number], SignalRow>(
    `SELECT ${SIGNAL_COLUMNS.replaceAll(/\w+/g, 's.$&')}
     FROM signal_deliveries d INDEXED BY signal_deliveries_dead JOIN signals s ON s.position = d.position
     WHERE d.consumer = ? AND d.due_us IS NULL AND d.position < ? ORDER BY d.position DESC`,
  );
  const rules = db.prepare<[string, string], RuleRow>(
    `SELECT ${RULE_COLUMNS} FROM alert_rules WHERE agent_id = ? AND name > ? ORDER BY name`,
  );

  return {
    newest: () => newest.get() ?? 0,
    heads: (after, upto) => {
      const rows = heads.all(after, upto, PAGE_ROWS + 1);
      const beyond = rows[PAGE_ROWS];
      if (beyond === undefined) return { heads: rows, scanned: Math.max(after, upto) };
      // The page may end inside a revision: that one is left for the next page, unless the page holds nothing else.
      const cut = revisionOf(beyond.position);
      const whole = rows.filter(({ position }) => revisionOf(position) < cut);
      const last = whole.at(-1);
      if (last !== undefined) return { heads: whole, scanned: lastPositionOf(revisionOf(last.position)) };
      const scanned = Math.min(upto, lastPositionOf(cut));
      return { heads: heads.all(after, scanned, MAX_ENTRIES_PER_REVISION), scanned };
    },
    get: (position) => get.get(position),
    *newestFirst(before_position) {
      let place = before_position;
      for (;;) {
        const rows = before.all(place, LIST_ROWS);
        yield* rows;
        const last = rows.at(-1);
        if (last === undefined || rows.length < LIST_ROWS) return;
        place = last.position;
      }
    },
    positionAt: (time_us) => {
      // Bisection: the highest position below which everything is older.
      let low = 0;
      let high = (newest.get() ?? 0) + 1;
      while (low < high) {
        const middle = Math.floor((low + high) / 2);
        const row = nearest.get(middle);
        if (row !== undefined && row.time_us >= time_us) high = row.position;
        else low = middle + 1;
      }
      return low;
    },
    droppedAfter: (after, patterns) => {
      const { aged, dropped } = floor.get() ?? { aged: 0, dropped: 0 };
      if (dropped <= after) return 0;
      const matches = compilePatterns(patterns);
      for (const row of dropped_from.iterate(Math.max(after, aged))) {
        if (matches(row.channel)) return row.dropped;
      }
      return aged > after ? aged : 0;
    },

    consumer: (agent_id, name) => consumer.get(agent_id, name),
    consumerAt: (position) => consumer_at.get(position),
    consumers: (agent_id, after_name, limit) =>
      takePage(
        views(consumers.all(agent_id, after_name, limit + 1)),
        limit,
        ({ patterns, work, pending, dead }) =>
          patterns.length + work * BYTES_PER_WORK + (pending + dead) * BYTES_PER_COUNTED,
      ),
    view,
    changedAfter: (position) => changed.all(position),
    newestChange: () => newest_change.get() ?? 0,
    firstDue: (position) => first_due.get(position) ?? null,
    stillOut: (position, now_us) =>
      new Map(out.all(position, now_us).map((row) => [row.position, row.deliveries])),
    pending: (position, limit) => pending.all(position, limit),
    dead: (position, before_position, limit) =>
      takePage(dead.iterate(position, before_position), limit, ({ payload }) => payload.length),

    rules: (agent_id, after_name, limit) => takePage(rules.iterate(agent_id, after_name), limit, () => 0),
  };
}

/** Payloads of 'signal.published' entries; null once retention has dropped the signal. */
export function signalPayloads(db: Db): (entry: EntryHeader) => Uint8Array | null {
  const find = db.prepare<[number], Uint8Array>('SELECT payload FROM signals WHERE position = ?').pluck();
  return ({ position }) => find.get(position) ?? null;
}
