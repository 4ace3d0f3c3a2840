/** How much of a consumer waits, is pending and is dead. */
import type { Db } from '../../store/db.js';
import { compilePatterns, isExact, literalPrefix } from './patterns.js';
import type { ConsumerCounts, ConsumerRow } from './types.js';

/** Waiting signals are counted up to here. */
const MAX_WAITING = 10_000;
/**
 * What counting for one consumer may cost: looking at a channel for one pattern is 1 and takes up to a microsecond, looking
 * for the signals of one that matches is 10 more, and 1 for every 10 signals that it has.
 */
export const MAX_COUNT_WORK = 30_000;
const CHANNEL_WORK = 10;
const SIGNALS_PER_WORK = 10;

interface Waiting {
  waiting: number;
  is_partial: boolean;
  work: number;
}

/** @param max_waiting counts no further than this. */
export type CountConsumer = (consumer: ConsumerRow, max_waiting?: number) => ConsumerCounts;

export function consumerCounts(db: Db): CountConsumer {
  const newest = db.prepare<[], number | null>('SELECT max(position) FROM signals').pluck();
  const channels = db
    .prepare<[string, string], string>(
      'SELECT channel FROM signal_channels WHERE channel >= ? AND channel <= ? ORDER BY channel',
    )
    .pluck();
  const waiting_in = db.prepare<
    [number, string, number, number],
    { readonly seen: number; readonly wanted: number }
  >(
    `SELECT count(*) AS seen, coalesce(sum(confidence >= ?), 0) AS wanted FROM (SELECT confidence
       FROM signals INDEXED BY signals_by_channel WHERE channel = ? AND position > ? LIMIT ?)`,
  );
  const pending = db
    .prepare<[number], number>(
      `SELECT count(*) FROM signal_deliveries INDEXED BY signal_deliveries_due
       WHERE consumer = ? AND due_us IS NOT NULL`,
    )
    .pluck();
  const dead = db
    .prepare<[number], number>(
      `SELECT count(*) FROM signal_deliveries INDEXED BY signal_deliveries_dead
       WHERE consumer = ? AND due_us IS NULL`,
    )
    .pluck();

  const waiting = ({ patterns, cursor, min_confidence }: ConsumerRow, max: number): Waiting => {
    const count: Waiting = { waiting: 0, is_partial: false, work: 0 };
    if (max === 0 || (newest.get() ?? 0) <= cursor) return count;
    const counted = new Set<string>();
    for (const pattern of JSON.parse(patterns) as string[]) {
      const matches = compilePatterns([pattern]);
      const prefix = literalPrefix(pattern);
      // Channels are ASCII, so nothing that begins with the prefix is above it and this.
      for (const channel of channels.iterate(prefix, isExact(pattern) ? prefix : `${prefix}\x7f`)) {
        if (count.work >= MAX_COUNT_WORK) return { ...count, is_partial: true };
        count.work += 1;
        if (counted.has(channel) || !matches(channel)) continue;
        counted.add(channel);
        const limit = (MAX_COUNT_WORK - count.work) * SIGNALS_PER_WORK + 1;
        const { seen, wanted } = waiting_in.get(min_confidence, channel, cursor, limit) ?? NONE;
        count.work += CHANNEL_WORK + Math.ceil(seen / SIGNALS_PER_WORK);
        count.waiting += wanted;
        if (count.waiting >= max) return { ...count, waiting: max };
        if (seen === limit) return { ...count, is_partial: true };
      }
    }
    return count;
  };

  return (consumer, max_waiting = MAX_WAITING) => ({
    ...waiting(consumer, max_waiting),
    pending: pending.get(consumer.position) ?? 0,
    dead: dead.get(consumer.position) ?? 0,
  });
}

const NONE = { seen: 0, wanted: 0 };
