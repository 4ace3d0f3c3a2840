/**
 * One token bucket and the line before it. All arithmetic is on integers, so nothing drifts: time in microseconds, what a
 * bucket holds in picotokens, its refill in millionths of a token per second, which is picotokens per microsecond.
 * BigInt, because a thousand million tokens are 10^21 picotokens; it costs half a microsecond a call.
 */
import { Alarm } from './alarms.js';

export interface BucketSize {
  /** Whole tokens, 1 to 1,000,000,000. */
  readonly capacity: number;
  /** From 0.000001 to 1,000,000,000; kept to the nearest millionth. */
  readonly refill_per_second: number;
}

export interface Grant {
  readonly allowed: boolean;
  /** Whole tokens left, of the scarcer bucket. */
  readonly remaining: number;
  /** When not allowed: after this the tokens would be there if nobody came after. At most 2^53 - 1. */
  readonly retry_after_us: number;
  readonly waited_us: number;
}

const PICO = 10n ** 12n;
const MICRO = 1e6;

/** A call that waits. */
export class Waiter extends Alarm {
  constructor(
    /** Grows with every call that waits. */
    readonly order: number,
    readonly bucket: Bucket,
    readonly share: Bucket | undefined,
    readonly tokens: number,
    readonly began_us: number,
    /** Exactly one of the two is called, once, when it has left its lines. */
    readonly answer: (grant: Grant) => void,
    readonly refuse: (error: Error) => void,
  ) {
    super();
  }
}

/** Waiters in the order of their calls. A sorted array: moving 10,000 references costs less than links to each of them. */
export class Line {
  readonly #waiters: Waiter[] = [];
  /** What all of them ask for together. */
  tokens = 0;

  get first(): Waiter | undefined {
    return this.#waiters[0];
  }

  /** A copy. */
  get waiters(): readonly Waiter[] {
    return [...this.#waiters];
  }

  has(waiter: Waiter): boolean {
    return this.#waiters[this.#placeOf(waiter)] === waiter;
  }

  insert(waiter: Waiter): void {
    this.#waiters.splice(this.#placeOf(waiter), 0, waiter);
    this.tokens += waiter.tokens;
  }

  remove(waiter: Waiter): void {
    if (!this.has(waiter)) return;
    this.#waiters.splice(this.#placeOf(waiter), 1);
    this.tokens -= waiter.tokens;
  }

  /** Where it stands, or would. */
  #placeOf({ order }: Waiter): number {
    let low = 0;
    for (let high = this.#waiters.length; low < high; ) {
      const middle = (low + high) >> 1;
      if ((this.#waiters[middle]?.order ?? order) < order) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

export class Bucket extends Alarm implements BucketSize {
  /** Before a bucket: the calls whose own share has their tokens. Before a share: all calls that need it. */
  readonly line = new Line();
  /** Calls that wait for this bucket, whatever they wait for besides. */
  waiting = 0;
  capacity = 0;
  refill_per_second = 0;
  /** Picotokens per microsecond. */
  #refill = 0n;
  /** Picotokens. */
  #full = 0n;
  /** Picotokens held at `#at_us`. */
  #level: bigint;
  #at_us: number;
  /** When every size that it had would have been full again: until then a call with another size must not refill it. */
  #owes_until_us = 0;

  /** A bucket begins full. `agent_id` is empty unless it is an agent's share. */
  constructor(
    readonly name: string,
    readonly agent_id: string,
    size: BucketSize,
    now_us: number,
  ) {
    super();
    this.#at_us = now_us;
    this.#resize(size);
    this.#level = this.#full;
  }

  /**
   * Takes on another size from now on; true when it is another. What it holds stays, but not above its capacity, and more
   * room begins empty. One that is as good as new is full, whether it has been forgotten already or not.
   */
  setSize(size: BucketSize, now_us: number): boolean {
    if (size.capacity === this.capacity && size.refill_per_second === this.refill_per_second) return false;
    this.#refresh(now_us);
    const is_new = this.isAsNew(now_us);
    this.#owes_until_us = this.as_new_at_us;
    this.#resize(size);
    if (is_new || this.#level > this.#full) this.#level = this.#full;
    return true;
  }

  holds(tokens: number, now_us: number): boolean {
    this.#refresh(now_us);
    return this.#level >= BigInt(tokens) * PICO;
  }

  /** Takes what it holds. */
  take(tokens: number, now_us: number): void {
    this.#refresh(now_us);
    this.#level -= BigInt(tokens) * PICO;
  }

  /** Whole tokens. */
  available(now_us: number): number {
    this.#refresh(now_us);
    return Number(this.#level / PICO);
  }

  isFull(now_us: number): boolean {
    this.#refresh(now_us);
    return this.#level === this.#full;
  }

  /** Nobody waits for it, and it is full, as it would be with each size that it had: it may be forgotten. */
  isAsNew(now_us: number): boolean {
    return this.waiting === 0 && this.isFull(now_us) && now_us >= this.#owes_until_us;
  }

  /** When it will be, if nobody asks before. */
  get as_new_at_us(): number {
    return Math.max(this.#at_us + this.#timeTo(this.#full), this.#owes_until_us);
  }

  /** After how many microseconds it would have given so many tokens; 0 = it holds them. They may be more than it takes. */
  waitFor(tokens: number, now_us: number): number {
    this.#refresh(now_us);
    return this.#timeTo(BigInt(tokens) * PICO);
  }

  #timeTo(level: bigint): number {
    if (this.#level >= level) return 0;
    return Math.min(
      Number((level - this.#level + this.#refill - 1n) / this.#refill),
      Number.MAX_SAFE_INTEGER,
    );
  }

  #refresh(now_us: number): void {
    if (now_us <= this.#at_us) return;
    const level = this.#level + this.#refill * BigInt(now_us - this.#at_us);
    this.#level = level > this.#full ? this.#full : level;
    this.#at_us = now_us;
  }

  #resize({ capacity, refill_per_second }: BucketSize): void {
    this.capacity = capacity;
    this.refill_per_second = refill_per_second;
    this.#full = BigInt(capacity) * PICO;
    this.#refill = BigInt(Math.round(refill_per_second * MICRO));
  }
}
