/**
 * The time that everything durable goes by: the wall clock's, as far as the wall clock can be trusted. It never goes back,
 * never stands still, and does not believe in a jump ahead at once, because a moment of wrong time would stay in the journal
 * for good and make everything due.
 *
 * - Where the wall clock was set back or stands still, time goes on at half speed until the wall clock has caught up: what
 *   lasts a second lasts two, and nothing lasts for ever.
 * - Where it jumps ahead by more than a second (a sleeping machine, a clock that was set), time goes on by the monotonic
 *   clock until the wall clock has kept its new time for `follow_after_ms`; then it is followed.
 */

export interface ClockSources {
  /** Unix microseconds, right or wrong. */
  readonly wall_us: () => number;
  /** Microseconds since some beginning; never goes back. */
  readonly monotonic_us: () => number;
}

/** What is told of a wall clock that jumped: positive = ahead. Once for each jump. */
export type OnJump = (by_us: number) => void;

/** A difference below this is the clock being put right, and followed at once. */
const JUMP_US = 1_000_000;
export const FOLLOW_AFTER_MS = 3000;

export class SteadyClock {
  readonly #sources: ClockSources;
  #follow_after_us = FOLLOW_AFTER_MS * 1000;
  #onJump: OnJump = () => {};
  #shown_us: number;
  #read_us: number;
  /** A jump ahead that is not believed yet: wall less monotonic time, and since when. */
  #ahead: { readonly offset_us: number; readonly since_us: number } | undefined;
  #is_behind = false;

  constructor(sources: ClockSources) {
    this.#sources = sources;
    this.#read_us = sources.monotonic_us();
    this.#shown_us = sources.wall_us();
  }

  /** @param follow_after_ms 0 = a jump ahead is followed at once. */
  configure(follow_after_ms: number, onJump: OnJump): void {
    this.#follow_after_us = follow_after_ms * 1000;
    this.#onJump = onJump;
  }

  /** Time is at least this: what the journal's newest entry says. */
  notBefore(time_us: number): void {
    this.#shown_us = Math.max(this.now_us(), time_us);
  }

  /** Unix microseconds, whole. Asked at least every second, so that jumps are seen when they happen. */
  now_us(): number {
    const monotonic_us = this.#sources.monotonic_us();
    const wall_us = this.#sources.wall_us();
    const elapsed_us = Math.max(0, monotonic_us - this.#read_us);
    this.#read_us = monotonic_us;
    const expected_us = this.#shown_us + elapsed_us;
    if (wall_us <= expected_us) this.#wait(wall_us, expected_us, elapsed_us);
    else if (this.#believes(wall_us, expected_us, monotonic_us)) this.#shown_us = wall_us;
    else this.#shown_us = expected_us;
    return this.#shown_us;
  }

  #wait(wall_us: number, expected_us: number, elapsed_us: number): void {
    this.#ahead = undefined;
    const is_behind = expected_us - wall_us > JUMP_US;
    if (is_behind && !this.#is_behind) this.#onJump(wall_us - expected_us);
    this.#is_behind = is_behind;
    this.#shown_us = Math.max(wall_us, this.#shown_us + Math.floor(elapsed_us / 2));
  }

  #believes(wall_us: number, expected_us: number, monotonic_us: number): boolean {
    this.#is_behind = false;
    if (wall_us - expected_us <= JUMP_US) {
      this.#ahead = undefined;
      return true;
    }
    const offset_us = wall_us - monotonic_us;
    if (this.#ahead === undefined || Math.abs(offset_us - this.#ahead.offset_us) > JUMP_US) {
      this.#ahead = { offset_us, since_us: monotonic_us };
      this.#onJump(wall_us - expected_us);
    }
    if (monotonic_us - this.#ahead.since_us < this.#follow_after_us) return false;
    this.#ahead = undefined;
    return true;
  }
}

/** The process's own; the writer thread is told the time with each batch, so that there is one time for all. */
export const steadyClock = new SteadyClock({
  wall_us: () => Date.now() * 1000,
  monotonic_us: () => Math.floor(performance.now() * 1000),
});
