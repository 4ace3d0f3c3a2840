/** A clock that only moves when told, and timers that go off as late as a test likes. */
import type { Clock } from '../../src/volatile/clock.js';

interface Timer {
  readonly due_us: number;
  readonly run: () => void;
}

export class FakeClock implements Clock {
  /** What the clock shows. A test may set it back. */
  shown_us = 0;
  /** It stands still, while time passes and timers go off. */
  stands_still = false;
  /** True time, which timers go by. */
  #true_us = 0;
  #timers: Timer[] = [];
  /** The most timers that were ever set at once. */
  most_timers = 0;
  timers_set = 0;

  readonly now_us = (): number => this.shown_us;

  readonly after = (delay_ms: number, run: () => void): (() => void) => {
    const timer = { due_us: this.#true_us + delay_ms * 1000, run };
    this.#timers.push(timer);
    this.timers_set += 1;
    this.most_timers = Math.max(this.most_timers, this.#timers.length);
    return () => {
      this.#timers = this.#timers.filter((each) => each !== timer);
    };
  };

  get timers(): number {
    return this.#timers.length;
  }

  /** Lets time pass; timers go off when they are due, each at its own instant. */
  pass(span_us: number): void {
    const until_us = this.#true_us + span_us;
    for (;;) {
      const [next] = this.#timers.toSorted((a, b) => a.due_us - b.due_us);
      if (next === undefined || next.due_us > until_us) break;
      this.#step(next.due_us);
      this.#timers = this.#timers.filter((each) => each !== next);
      next.run();
    }
    this.#step(until_us);
  }

  /** The same, but stops after the first instant at which timers went off. */
  passToTimer(span_us: number): void {
    const next_us = Math.min(
      ...this.#timers.map(({ due_us }) => Math.max(due_us - this.#true_us, 0)),
      span_us,
    );
    this.pass(next_us);
  }

  /** Lets time pass, but no timer goes off. */
  passUnnoticed(span_us: number): void {
    this.#step(this.#true_us + span_us);
  }

  #step(to_us: number): void {
    if (!this.stands_still) this.shown_us += Math.max(to_us - this.#true_us, 0);
    this.#true_us = Math.max(to_us, this.#true_us);
  }
}
