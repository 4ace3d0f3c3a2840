/** How much of a consumer waits, is pending and is dead. */
import type { Db } from '../../store/db.js';
import { compilePatterns, isExact, literalPrefix } from './patterns.js';
import type { ConsumerRow } from './types.js';

/** Waiting signals are counted up to here. */
export const MAX_WAITING = 10_000;

export interface Counts {
  readonly waiting: number;
  readonly pending: number;
  readonly dead: number;
}

/** @param max_waiting counts no further than this. */
export type ConsumerCounts = (consumer: ConsumerRow, max_waiting?: number) => Counts;

/** The channels that have signals and match, in no order. */
export type MatchingChannels = (patterns: readonly string[]) => string[];

export function matchingChannels(db: Db): MatchingChannels {
  const one = db.prepare<[string], string>('SELECT channel FROM signal_channels WHERE channel = ?').pluck();
  const range = db
    .prepare<[string, string], string>(
      'SELECT channel FROM signal_channels WHERE channel >= ? AND channel < ? ORDER BY channel',
    )
    .pluck();
  return (patterns) => {
    const found = new Set<string>();
    for (const pattern of patterns) {
      const prefix = literalPrefix(pattern);
      // Channels are ASCII, so nothing that begins with the prefix is above it and this.
      const channels = isExact(pattern) ? one.all(pattern) : range.all(prefix, `${prefix}\x7f`);
      const matches = compilePatterns([pattern]);
      for (const channel of channels) if (matches(channel)) found.add(channel);
    }
    return [...found];
  };
}

export function consumerCounts(db: Db): ConsumerCounts {
  const channels = matchingChannels(db);
  const waiting_in = db
    .prepare<[string, number, number, number], number>(
      `SELECT count(*) FROM (SELECT 1 FROM signals INDEXED BY signals_by_channel
         WHERE channel = ? AND position > ? AND confidence >= ? LIMIT ?)`,
    )
    .pluck();
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
  const waiting = (consumer: ConsumerRow, max: number): number => {
    if (max === 0) return 0;
    let count = 0;
    for (const channel of channels(JSON.parse(consumer.patterns) as string[])) {
      count += waiting_in.get(channel, consumer.cursor, consumer.min_confidence, max - count) ?? 0;
      if (count >= max) break;
    }
    return count;
  };
  return (consumer, max_waiting = MAX_WAITING) => ({
    waiting: waiting(consumer, max_waiting),
    pending: pending.get(consumer.position) ?? 0,
    dead: dead.get(consumer.position) ?? 0,
  });
}
