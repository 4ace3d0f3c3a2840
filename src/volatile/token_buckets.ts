/**
 * Token buckets, in memory: full after a restart, and forgotten once they are full again and nobody waits, because a new
 * one begins full as well and every call brings the size. One whose size was changed is remembered until it would have been
 * full with each of its sizes: otherwise a call that says a small one would make room for a full large one.
 *
 * A call takes from a bucket and, if it names one, from its agent's own share of it: from both or from neither. Calls that
 * wait are served in the order in which they came. Nobody overtakes for being small: while the first one lacks tokens the
 * bucket serves none after it. Only a call whose own share lacks them stands aside for other agents' calls, and takes its
 * place again when the share has them; otherwise one agent at its limit would hold up all.
 *
 * Invariant: the first waiter of a line lacks tokens now. Every entry into this file first serves what is due, so a timer
 * that is late makes nobody lose their place. Never more than capacity + elapsed * refill tokens are handed out in any
 * span of time, because what a bucket holds is only known, and taken from, at the present.
 */
import { Alarms } from './alarms.js';
import { Bucket, type BucketSize, type Grant, Waiter } from './bucket.js';
import { type Clock, neverBack, processClock } from './clock.js';
import { checkFits, denied, granted, shuttingDown, soonest, tooLarge, tooMany } from './grants.js';

export interface Ask extends BucketSize {
  readonly bucket: string;
  readonly agent_id: string;
  /** The size of the agent's own share; null = it has none. */
  readonly share: BucketSize | null;
  /** 1 to both capacities. */
  readonly tokens: number;
  /** 0 = does not wait. */
  readonly max_wait_us: number;
}

/** A bucket as it stands. */
export interface BucketView extends BucketSize {
  readonly name: string;
  /** Empty unless it is an agent's share. */
  readonly agent_id: string;
  readonly available: number;
  readonly waiting: number;
}

export const MAX_BUCKETS = 100_000;
export const MAX_WAITING = 10_000;

export class TokenBuckets {
  readonly #now_us: () => number;
  readonly #alarms: Alarms<Bucket | Waiter>;
  readonly #buckets = new Map<string, Bucket>();
  readonly #waiters = new Set<Waiter>();
  #calls = 0;
  #is_closed = false;

  constructor(clock: Clock = processClock) {
    this.#now_us = neverBack(clock.now_us);
    this.#alarms = new Alarms({ ...clock, now_us: this.#now_us }, (due, now_us) => this.#ring(due, now_us));
  }

  /** How many buckets are remembered. */
  get size(): number {
    return this.#buckets.size;
  }

  /**
   * Takes the tokens at once, or says that it cannot, or waits. A call that waits is told how to leave the line; it then
   * ends as not allowed.
   * @throws HoldfastError LIMIT_EXCEEDED (more tokens than a bucket takes), TOO_MANY; while waiting LIMIT_EXCEEDED (a
   *   newer call made the bucket too small for it) and SHUTTING_DOWN.
   */
  acquire(ask: Ask, onWait?: (leave: () => void) => void): Grant | Promise<Grant> {
    const { tokens, share: share_size } = ask;
    checkFits(tokens, ask, 'capacity');
    if (share_size !== null) checkFits(tokens, share_size, 'agent_bucket.capacity');
    const now_us = this.#now_us();
    this.#alarms.ringDue(now_us);
    const share_key = share_size === null ? '' : `${ask.bucket} ${ask.agent_id}`;
    this.#checkRoom(ask.bucket, share_key);
    const bucket = this.#bucket(ask.bucket, ask.bucket, '', ask, now_us);
    const share =
      share_size === null ? undefined : this.#bucket(share_key, ask.bucket, ask.agent_id, share_size, now_us);

    const is_next = bucket.line.first === undefined && share?.line.first === undefined;
    if (is_next && bucket.holds(tokens, now_us) && (share === undefined || share.holds(tokens, now_us))) {
      bucket.take(tokens, now_us);
      share?.take(tokens, now_us);
      return granted(bucket, share, now_us, 0);
    }
    const wait_us = soonest(bucket, share, tokens, now_us);
    if (wait_us > ask.max_wait_us) return denied(bucket, share, tokens, now_us, 0);
    if (this.#is_closed) throw shuttingDown();
    if (this.#waiters.size >= MAX_WAITING) throw tooMany('calls wait', MAX_WAITING);
    return new Promise((answer, refuse) => {
      this.#calls += 1;
      const waiter = new Waiter(this.#calls, bucket, share, tokens, now_us, answer, refuse);
      this.#enter(waiter, now_us + ask.max_wait_us, now_us);
      onWait?.(() => this.#leave(waiter));
    });
  }

  /** Those in use, by name and agent, after a place in that order: at most `limit`. */
  list(prefix: string, after: string, limit: number): { readonly key: string; readonly view: BucketView }[] {
    const now_us = this.#now_us();
    this.#alarms.ringDue(now_us);
    let found: { key: string; bucket: Bucket }[] = [];
    let last = '\uffff';
    const cut = (): void => {
      found = found.sort((a, b) => (a.key < b.key ? -1 : 1)).slice(0, limit);
    };
    for (const [key, bucket] of this.#buckets) {
      if (key <= after || key >= last || !key.startsWith(prefix) || !isInUse(bucket, now_us)) continue;
      // Cut now and then, so that 100,000 of them are never sorted for a page of a hundred.
      if (found.push({ key, bucket }) < 2 * limit) continue;
      cut();
      last = found.at(-1)?.key ?? last;
    }
    cut();
    return found.map(({ key, bucket }) => ({ key, view: viewOf(bucket, now_us) }));
  }

  /** Ends all that wait with SHUTTING_DOWN. Calls that need not wait are still answered. */
  close(): void {
    this.#is_closed = true;
    this.#alarms.close();
    for (const waiter of this.#waiters) waiter.refuse(shuttingDown());
    this.#waiters.clear();
    this.#buckets.clear();
  }

  #checkRoom(key: string, share_key: string): void {
    const is_new = (of: string): number => (of === '' || this.#buckets.has(of) ? 0 : 1);
    if (this.#buckets.size + is_new(key) + is_new(share_key) > MAX_BUCKETS)
      throw tooMany('buckets are in use', MAX_BUCKETS);
  }

  /** The bucket of a key, made if need be, with the size that the newest call says. */
  #bucket(key: string, name: string, agent_id: string, size: BucketSize, now_us: number): Bucket {
    const known = this.#buckets.get(key);
    if (known !== undefined) {
      if (known.setSize(size, now_us)) this.#resized(known, now_us);
      return known;
    }
    const bucket = new Bucket(name, agent_id, size, now_us);
    this.#buckets.set(key, bucket);
    // By then it is known what was taken from it.
    this.#alarms.set(bucket, now_us + 1, now_us);
    return bucket;
  }

  #resized(bucket: Bucket, now_us: number): void {
    for (const waiter of bucket.line.waiters) {
      if (waiter.tokens <= bucket.capacity) continue;
      this.#refuse(waiter, bucket);
      // The next call of the same agent is the first of its share now.
      if (waiter.share !== undefined) this.#promote(waiter.share, now_us);
    }
    this.#settle(bucket, now_us);
  }

  #enter(waiter: Waiter, deadline_us: number, now_us: number): void {
    const { bucket, share } = waiter;
    this.#waiters.add(waiter);
    bucket.waiting += 1;
    // What comes due at the deadline itself is still served.
    this.#alarms.set(waiter, deadline_us + 1, now_us);
    if (share === undefined) bucket.line.insert(waiter);
    else {
      share.waiting += 1;
      share.line.insert(waiter);
      this.#promote(share, now_us);
    }
    this.#setAlarm(bucket, now_us);
  }

  /** Takes a waiter out of its lines; whoever calls sees to those behind it. */
  #remove(waiter: Waiter): void {
    const { bucket, share } = waiter;
    this.#waiters.delete(waiter);
    this.#alarms.clear(waiter);
    bucket.waiting -= 1;
    bucket.line.remove(waiter);
    if (share === undefined) return;
    share.waiting -= 1;
    share.line.remove(waiter);
  }

  #refuse(waiter: Waiter, { capacity }: Bucket): void {
    this.#remove(waiter);
    waiter.refuse(tooLarge(waiter.tokens, capacity, 'capacity, as a newer call says'));
  }

  #leave(waiter: Waiter): void {
    if (!this.#waiters.has(waiter)) return;
    const now_us = this.#now_us();
    // Out of its lines before anything else, or it could still be served.
    this.#remove(waiter);
    this.#alarms.ringDue(now_us);
    this.#turnAway(waiter, now_us);
  }

  /** Lets those behind a waiter that was removed move up, and tells it that it got nothing. */
  #turnAway(waiter: Waiter, now_us: number): void {
    const { bucket, share, tokens, began_us } = waiter;
    this.#settle(share ?? bucket, now_us);
    waiter.answer(denied(bucket, share, tokens, now_us, now_us - began_us));
  }

  /**
   * The first waiter's tokens are there, a bucket is full, or a wait is over. Shares come first: whom they let into the
   * line of their bucket at this very moment may be before those that wait in it already.
   */
  #ring(due: readonly (Bucket | Waiter)[], now_us: number): void {
    const buckets = due.filter((alarm) => alarm instanceof Bucket);
    for (const bucket of buckets) if (isShare(bucket)) this.#promote(bucket, now_us);
    for (const bucket of buckets) {
      if (bucket.isAsNew(now_us)) this.#forget(bucket);
      else this.#settle(bucket, now_us);
    }
    for (const alarm of due) {
      if (!(alarm instanceof Waiter) || !this.#waiters.has(alarm)) continue;
      this.#remove(alarm);
      this.#turnAway(alarm, now_us);
    }
  }

  #forget(bucket: Bucket): void {
    this.#alarms.clear(bucket);
    const key = keyOf(bucket);
    // It may have been forgotten before, and there be another of its name.
    if (this.#buckets.get(key) === bucket) this.#buckets.delete(key);
  }

  /** Serves whom a changed bucket or share can serve. */
  #settle(changed: Bucket, now_us: number): void {
    if (isShare(changed)) this.#promote(changed, now_us);
    const bucket = isShare(changed) ? this.#buckets.get(changed.name) : changed;
    if (bucket !== undefined) this.#serve(bucket, now_us);
  }

  /** Lets a share's first waiter into the line of the bucket once the share has its tokens. */
  #promote(share: Bucket, now_us: number): void {
    for (let first = share.line.first; first !== undefined; first = share.line.first) {
      const { bucket, tokens } = first;
      if (bucket.line.has(first) || !share.holds(tokens, now_us)) break;
      if (tokens <= bucket.capacity) bucket.line.insert(first);
      else this.#refuse(first, bucket);
    }
    this.#setAlarm(share, now_us);
  }

  #serve(bucket: Bucket, now_us: number): void {
    for (let first = bucket.line.first; first !== undefined; first = bucket.line.first) {
      const { share, tokens, began_us } = first;
      if (!bucket.holds(tokens, now_us)) break;
      // Nothing but its first waiter takes from a share that somebody waits for, so it has them still.
      bucket.take(tokens, now_us);
      share?.take(tokens, now_us);
      this.#remove(first);
      first.answer(granted(bucket, share, now_us, now_us - began_us));
      if (share !== undefined) this.#promote(share, now_us);
    }
    this.#setAlarm(bucket, now_us);
  }

  #setAlarm(bucket: Bucket, now_us: number): void {
    const { first } = bucket.line;
    if (first === undefined && bucket.waiting === 0) {
      this.#alarms.set(bucket, Math.max(bucket.as_new_at_us, now_us + 1), now_us);
    } else if (first === undefined || bucket.holds(first.tokens, now_us)) {
      // It waits for another bucket's alarm.
      this.#alarms.clear(bucket);
    } else {
      this.#alarms.set(bucket, now_us + bucket.waitFor(first.tokens, now_us), now_us);
    }
  }
}

function isShare({ agent_id }: Bucket): boolean {
  return agent_id !== '';
}

/** Names have no space in them, and all their characters sort after it: keys sort by name, then by agent. */
function keyOf({ name, agent_id }: Bucket): string {
  return agent_id === '' ? name : `${name} ${agent_id}`;
}

function isInUse(bucket: Bucket, now_us: number): boolean {
  return bucket.waiting > 0 || !bucket.isFull(now_us);
}

function viewOf(bucket: Bucket, now_us: number): BucketView {
  const { name, agent_id, capacity, refill_per_second, waiting } = bucket;
  return { name, agent_id, capacity, refill_per_second, available: bucket.available(now_us), waiting };
}
