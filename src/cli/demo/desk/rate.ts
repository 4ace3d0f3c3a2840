/**
 * Whether the shared rate limit held: worked out from when executors asked for tokens and had them, not from what the
 * daemon says of its bucket.
 */
import { BUCKET } from './plan.js';

/** Tokens that somebody was given, at some time between the two. */
export interface Grant {
  readonly tokens: number;
  /** By `clockMs`: sent, and what the daemon says that the call waited added to it. */
  readonly from_ms: number;
  /** By `clockMs`: the answer was there. */
  readonly until_ms: number;
  /** In the daemon's line. */
  readonly waited_ms: number;
}

/** What the daemon says of a wait is to the microsecond; a window is taken to be longer by this. */
const ROUNDING_MS = 0.01;

/** Milliseconds of the clock that all processes of the machine share and nobody sets. */
export function clockMs(): number {
  return Number(process.hrtime.bigint()) / 1e6;
}

/**
 * Counts windows of time in which more tokens were given than the bucket's capacity and refill allow: each from the
 * earliest time of one grant to the latest of another, with the grants that lie within it for certain.
 * @param starts_ms when daemons were started, by `clockMs`: a bucket is full again after a restart.
 */
export function windowsAbove(grants: readonly Grant[], starts_ms: readonly number[]): number {
  const by_end = [...grants].sort((a, b) => a.until_ms - b.until_ms);
  let above = 0;
  for (const { from_ms } of grants) {
    let tokens = 0;
    for (const grant of by_end) {
      if (grant.from_ms < from_ms) continue;
      tokens += grant.tokens;
      const restarts = starts_ms.filter((at) => at >= from_ms && at <= grant.until_ms).length;
      const span_ms = grant.until_ms - from_ms + ROUNDING_MS;
      if (tokens > BUCKET.capacity * (1 + restarts) + (BUCKET.refill_per_second * span_ms) / 1000) above += 1;
    }
  }
  return above;
}
