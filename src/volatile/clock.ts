/** The time that volatile things live by, and timers on it. Tests bring their own. */

export interface Clock {
  /** Whole microseconds since some beginning. It need not be the wall clock's time, and had better not be. */
  readonly now_us: () => number;
  /** Calls `run` once, after about `delay_ms`; returns what takes it back. */
  readonly after: (delay_ms: number, run: () => void) => () => void;
}

/** The process's monotonic clock. Its timers keep no process alive. */
export const processClock: Clock = {
  now_us: () => Math.floor(performance.now() * 1000),
  after: (delay_ms, run) => {
    const timer = setTimeout(run, delay_ms).unref();
    return () => clearTimeout(timer);
  },
};

/** The same clock, except that it stands still for an instant where the other jumps back, and then goes on with it. */
export function neverBack(now_us: () => number): () => number {
  let last_us = Number.NEGATIVE_INFINITY;
  let lost_us = 0;
  return () => {
    const read_us = now_us();
    if (read_us < last_us) lost_us += last_us - read_us;
    last_us = read_us;
    return read_us + lost_us;
  };
}
