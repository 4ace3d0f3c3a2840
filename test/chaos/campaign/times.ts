/** Times and spans of the wire, in microseconds. */
import type { Message } from './wire.js';

export const US_PER_SECOND = 1_000_000;
export const US_PER_DAY = 86_400 * US_PER_SECOND;

/** Of a Timestamp or a Duration; undefined when there is none. */
export function usOf(time: unknown): number | undefined {
  if (time === null || time === undefined) return undefined;
  const { seconds = 0, nanos = 0 } = time as { seconds?: string | number; nanos?: number };
  return Number(seconds) * US_PER_SECOND + nanos / 1000;
}

export function seconds(count: number): Message {
  return { seconds: String(count), nanos: 0 };
}

/** UTC days since the Unix epoch. */
export function dayOf(time_us: number): number {
  return Math.floor(time_us / US_PER_DAY);
}
