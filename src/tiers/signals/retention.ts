/**
 * Drops old signals, some in each sweep: those older than 7 days, and the oldest of a channel that has more than 100,000.
 * What a consumer has pending or among its dead letters stays; it goes once that is over. No journal entries: these
 * limits are the same for everybody, and the floor tells what is gone.
 */
import type { Db, Statement } from '../../store/db.js';
import type { Tx } from '../command.js';

export interface SignalLimits {
  readonly max_age_us: number;
  /** At least what the index signal_channels_full names. */
  readonly max_per_channel: number;
  /** Signals looked at in one sweep, for age and for number each. */
  readonly step: number;
}

export const SIGNAL_LIMITS: SignalLimits = {
  max_age_us: 7 * 24 * 3600 * 1_000_000,
  max_per_channel: 100_000,
  step: 2000,
};

interface Oldest {
  readonly position: number;
  readonly channel: string;
  readonly time_us: number;
  readonly is_kept: number;
}

const IS_KEPT = 'EXISTS (SELECT 1 FROM signal_deliveries d WHERE d.position = s.position) AS is_kept';

/** Returns how many signals it dropped. */
export function signalSweeper(db: Db, limits: SignalLimits = SIGNAL_LIMITS): (tx: Tx) => number {
  const retention = new Retention(db, limits);
  return (tx) => retention.dropAged(tx.now_us) + retention.dropSurplus();
}

class Retention {
  readonly #limits: SignalLimits;
  readonly #oldest: Statement<[number, number], Oldest>;
  readonly #oldest_of: Statement<[string, number, number], Oldest>;
  readonly #full: Statement<[number], { channel: string; count: number }>;
  readonly #drop: Statement<[number]>;
  readonly #uncount: Statement<[number, number, string]>;
  readonly #forget: Statement<[string]>;
  readonly #raise: Statement<[{ aged: number; dropped: number }]>;
  readonly #dropped_of: Statement<[string], { count: number; dropped: number }>;
  /** Where the search for old ones goes on; only in memory, since losing its place costs nothing. */
  #place = 0;
  #places: ReadonlyMap<string, number> = new Map();

  constructor(db: Db, limits: SignalLimits) {
    this.#limits = limits;
    this.#oldest = db.prepare(
      `SELECT position, channel, time_us, ${IS_KEPT} FROM signals s WHERE position > ? ORDER BY position LIMIT ?`,
    );
    this.#oldest_of = db.prepare(
      `SELECT position, channel, 0 AS time_us, ${IS_KEPT} FROM signals s INDEXED BY signals_by_channel
       WHERE channel = ? AND position > ? ORDER BY position LIMIT ?`,
    );
    const is_full = limits.max_per_channel >= SIGNAL_LIMITS.max_per_channel ? 'count > 100000 AND ' : '';
    this.#full = db.prepare(
      `SELECT channel, count FROM signal_channels WHERE ${is_full}count > ? ORDER BY channel`,
    );
    this.#drop = db.prepare('DELETE FROM signals WHERE position = ?');
    this.#uncount = db.prepare(
      'UPDATE signal_channels SET count = count - ?, dropped = max(dropped, ?) WHERE channel = ?',
    );
    this.#forget = db.prepare('DELETE FROM signal_channels WHERE channel = ?');
    this.#raise = db.prepare(
      'UPDATE signal_floor SET aged = max(aged, :aged), dropped = max(dropped, :dropped)',
    );
    this.#dropped_of = db.prepare('SELECT count, dropped FROM signal_channels WHERE channel = ?');
  }

  dropAged(now_us: number): number {
    const before_us = now_us - this.#limits.max_age_us;
    const rows = this.#oldest.all(this.#place, this.#limits.step);
    const aged = rows.filter(({ time_us }) => time_us < before_us);
    // Those that are kept now are looked at again once the search has come to its end.
    this.#place = aged.length < this.#limits.step ? 0 : (aged.at(-1)?.position ?? 0);
    return this.#dropAll(aged, true);
  }

  dropSurplus(): number {
    let room = this.#limits.step;
    let dropped = 0;
    const places = new Map<string, number>();
    for (const { channel, count } of this.#full.all(this.#limits.max_per_channel)) {
      if (room <= 0) break;
      const surplus = Math.min(room, count - this.#limits.max_per_channel);
      const place = this.#places.get(channel) ?? 0;
      const rows = this.#oldest_of.all(channel, place, surplus);
      room -= rows.length;
      dropped += this.#dropAll(rows, false);
      // What is kept is not looked at again before the search has come to its end.
      const free = rows.findIndex(({ is_kept }) => is_kept === 0);
      const last_kept = rows.at(free === -1 ? -1 : free - 1);
      if (rows.length > 0) places.set(channel, free === 0 ? place : (last_kept?.position ?? place));
    }
    this.#places = places;
    return dropped;
  }

  #dropAll(rows: readonly Oldest[], aged: boolean): number {
    const by_channel = new Map<string, { count: number; newest: number }>();
    let newest = 0;
    let dropped = 0;
    for (const { position, channel, is_kept } of rows) {
      if (is_kept === 1) continue;
      this.#drop.run(position);
      dropped += 1;
      newest = Math.max(newest, position);
      const known = by_channel.get(channel);
      by_channel.set(channel, { count: (known?.count ?? 0) + 1, newest: position });
    }
    if (dropped === 0) return 0;
    let floor = aged ? newest : 0;
    for (const [channel, { count, newest: newest_of }] of by_channel) {
      this.#uncount.run(count, aged ? 0 : newest_of, channel);
      const row = this.#dropped_of.get(channel);
      if (row?.count !== 0) continue;
      floor = Math.max(floor, row.dropped);
      this.#forget.run(channel);
    }
    this.#raise.run({ aged: floor, dropped: newest });
    return dropped;
  }
}
