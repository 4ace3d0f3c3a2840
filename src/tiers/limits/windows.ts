/**
 * What the time of day makes of a counter. Whether it counts, and whether it is there at all, follows from the row and the
 * present alone, so that it makes no difference when, or whether, the sweep has passed.
 */
import { revisionOf } from '../../journal/position.js';
import type { CounterRow, CounterView } from './types.js';

/** For so long a counter whose window is over is still there, as zero: those who look in the morning find it. */
export const KEPT_AFTER_WINDOW_US = 24 * 3600 * 1_000_000;

/** The beginning of the window that an instant lies in: they are aligned to the Unix epoch. */
export function windowAt(now_us: number, window_us: number): number {
  return Math.floor(now_us / window_us) * window_us;
}

export function goneAfter(began_us: number, window_us: number): number {
  return began_us + window_us + KEPT_AFTER_WINDOW_US;
}

export function isThere({ gone_us }: CounterRow, now_us: number): boolean {
  return gone_us === null || now_us < gone_us;
}

/** The counter at an instant: zero in the window of that instant when its own is over. */
export function counterAt(row: CounterRow, now_us: number): CounterView {
  const { name, value, window_us, began_us, position } = row;
  const revision = revisionOf(position);
  if (window_us === null || began_us === null || now_us < began_us + window_us)
    return { name, value, window_us, began_us, revision };
  return { name, value: '0', window_us, began_us: windowAt(now_us, window_us), revision };
}
