/** The wall clock of a campaign's daemons, which somebody sets. The checker goes by the journal's times alone. */
import { makeWrongClock, type WrongClock } from '../../support/wrongClock.js';
import type { Random } from './random.js';

/** What the clock is set to: so many seconds ahead of true time (negative: behind), or to a halt at what it shows. */
export type Setting = { readonly ahead_s: number } | 'halt';

export interface ClockPlan {
  /** Set before the daemon starts; undefined: it shows what it showed at the kill. */
  readonly at_start: Setting | undefined;
  /** Set under load, in this order, so long after its beginning. */
  readonly under_load: readonly { readonly at_ms: number; readonly to: Setting }[];
}

export const no_clock_reason = 'the wall clock is set by a C library, and there is no C compiler here';

const HOUR_S = 3600;
const RIGHT: Setting = { ahead_s: 0 };
/** In a folder whose clock is set at all. */
const CHANCE = 0.6;

/** Undefined: the clock is right in this cycle. */
export function drawClock(random: Random, load_ms: number): ClockPlan | undefined {
  if (!random.chance(CHANCE)) return undefined;
  const times = Array.from({ length: random.int(1, 4) }, () => random.int(0, load_ms));
  return {
    at_start: random.chance(0.3) ? undefined : drawSetting(random),
    under_load: times.sort((a, b) => a - b).map((at_ms) => ({ at_ms, to: drawSetting(random) })),
  };
}

function drawSetting(random: Random): Setting {
  const draw = random.next();
  if (draw < 0.25) return 'halt';
  if (draw < 0.5) return RIGHT;
  // Short jumps pass some of what waits for its time, long ones pass all of it.
  const most_s = random.chance(0.4) ? 120 : HOUR_S;
  return { ahead_s: random.int(-most_s, most_s) };
}

export class WallClock {
  readonly #clock: WrongClock;
  #ahead_s = 0;
  #is_halted = false;
  /** How often it was set to another time. */
  jumps = 0;

  private constructor(clock: WrongClock) {
    this.#clock = clock;
  }

  /** Undefined where there is no C compiler. */
  static make(folder: string): WallClock | undefined {
    const clock = makeWrongClock(folder);
    return clock === undefined ? undefined : new WallClock(clock);
  }

  /** What a daemon's environment needs. */
  get env(): NodeJS.ProcessEnv {
    return this.#clock.env;
  }

  /** Before a start. Without a plan the clock is right. */
  begin(plan: ClockPlan | undefined): void {
    if (plan === undefined) this.#set(RIGHT);
    else if (plan.at_start !== undefined) this.#set(plan.at_start);
  }

  /** Under load. Returns what ends it; the clock then stays as it is. */
  play(plan: ClockPlan | undefined): () => void {
    const timers = (plan?.under_load ?? []).map(({ at_ms, to }) => setTimeout(() => this.#set(to), at_ms));
    return () => timers.forEach(clearTimeout);
  }

  #set(to: Setting): void {
    if (to === 'halt') {
      if (this.#is_halted) return;
      this.#clock.standStill(Date.now() + this.#ahead_s * 1000);
    } else {
      if (!this.#is_halted && to.ahead_s === this.#ahead_s) return;
      if (to.ahead_s === 0) this.#clock.right();
      else this.#clock.ahead(to.ahead_s);
      this.#ahead_s = to.ahead_s;
    }
    this.#is_halted = to === 'halt';
    this.jumps += 1;
  }
}
