/** Many alarms on one timer: a binary heap by time, in which each alarm knows its place. */
import type { Clock } from './clock.js';

/** Something that an Alarms may hold once. Only Alarms writes these. */
export class Alarm {
  at_us = 0;
  /** Its index in the heap; -1 = not set. */
  place = -1;
}

/** What a timer of Node takes at most; a later alarm is looked at again by then. */
const MAX_DELAY_MS = 2 ** 31 - 1;

export class Alarms<Kind extends Alarm> {
  readonly #clock: Clock;
  readonly #onDue: (due: readonly Kind[], now_us: number) => void;
  readonly #heap: Kind[] = [];
  /** When the timer goes off; infinite = there is none. */
  #timer_us = Number.POSITIVE_INFINITY;
  #stopTimer = (): void => {};

  /** @param onDue is given what is due, in the order of its times; it may set alarms for later. */
  constructor(clock: Clock, onDue: (due: readonly Kind[], now_us: number) => void) {
    this.#clock = clock;
    this.#onDue = onDue;
  }

  /** Sets an alarm, or moves it. */
  set(alarm: Kind, at_us: number, now_us: number): void {
    const before_us = alarm.place < 0 ? Number.POSITIVE_INFINITY : alarm.at_us;
    alarm.at_us = at_us;
    if (alarm.place < 0) alarm.place = this.#heap.push(alarm) - 1;
    if (at_us < before_us) this.#up(alarm);
    else this.#down(alarm);
    this.#startTimer(now_us);
  }

  /** Takes an alarm back. A timer that was meant for it finds nothing to do. */
  clear(alarm: Kind): void {
    const { place } = alarm;
    if (place < 0) return;
    alarm.place = -1;
    const last = this.#heap.pop();
    if (last === undefined || last === alarm) return;
    this.#put(last, place);
    this.#up(last);
    this.#down(last);
  }

  /** Rings all that is due at `now_us`. */
  ringDue(now_us: number): void {
    let [first] = this.#heap;
    if (first === undefined || first.at_us > now_us) return;
    const due: Kind[] = [];
    for (; first !== undefined && first.at_us <= now_us; first = this.#heap[0]) {
      this.clear(first);
      due.push(first);
    }
    this.#onDue(due, now_us);
  }

  close(): void {
    this.#stopTimer();
    this.#timer_us = Number.POSITIVE_INFINITY;
    for (const alarm of this.#heap.splice(0)) alarm.place = -1;
  }

  /** A timer that comes too early is left to run: it costs less than to move it with every call. */
  #startTimer(now_us: number): void {
    const [first] = this.#heap;
    if (first === undefined || first.at_us >= this.#timer_us) return;
    this.#stopTimer();
    this.#timer_us = first.at_us;
    const delay_ms = Math.min(Math.max(Math.ceil((first.at_us - now_us) / 1000), 1), MAX_DELAY_MS);
    this.#stopTimer = this.#clock.after(delay_ms, () => {
      this.#timer_us = Number.POSITIVE_INFINITY;
      const then_us = this.#clock.now_us();
      this.ringDue(then_us);
      this.#startTimer(then_us);
    });
  }

  #put(alarm: Kind, place: number): void {
    this.#heap[place] = alarm;
    alarm.place = place;
  }

  #up(alarm: Kind): void {
    while (alarm.place > 0) {
      const { place } = alarm;
      const above = this.#heap[(place - 1) >> 1];
      if (above === undefined || above.at_us <= alarm.at_us) return;
      this.#put(alarm, above.place);
      this.#put(above, place);
    }
  }

  #down(alarm: Kind): void {
    for (;;) {
      const { place } = alarm;
      const left = this.#heap[2 * place + 1];
      const right = this.#heap[2 * place + 2];
      const below = left !== undefined && right !== undefined && right.at_us < left.at_us ? right : left;
      if (below === undefined || alarm.at_us <= below.at_us) return;
      this.#put(alarm, below.place);
      this.#put(below, place);
    }
  }
}
