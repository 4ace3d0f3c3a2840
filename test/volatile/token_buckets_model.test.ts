/**
 * Random schedules of calls against a model in exact fractions, which knows nothing of picotokens, heaps or timers: it
 * keeps every bucket's content as a fraction and looks at all who wait after every microsecond at which something could
 * happen.
 */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { TokenBuckets } from '../../src/volatile/token_buckets.js';
import { FakeClock } from './fakeClock.js';

const SECOND = 1_000_000n;

/** A bucket in units of 1 / (10^6 * 10^6) token, so that millionths per second and microseconds make whole numbers. */
class ModelBucket {
  level: bigint;
  at_us = 0n;
  capacity: bigint;
  /** Millionths of a token per second. */
  refill: bigint;
  constructor({ capacity, refill }: Size) {
    this.capacity = BigInt(capacity);
    this.refill = BigInt(refill);
    this.level = this.capacity * SECOND * SECOND;
  }
  owes_until_us = 0n;
  /** One that nobody waits for, and that is full as it would be with the sizes before, is as good as new. */
  resize({ capacity, refill }: Size, now_us: bigint, is_waited_for: boolean): void {
    this.to(now_us);
    const is_new = !is_waited_for && this.has(this.capacity) && now_us >= this.owes_until_us;
    const lacks = this.capacity * SECOND * SECOND - this.level;
    const full_at_us = now_us + (lacks + this.refill - 1n) / this.refill;
    if (full_at_us > this.owes_until_us) this.owes_until_us = full_at_us;
    this.capacity = BigInt(capacity);
    this.refill = BigInt(refill);
    if (is_new) this.level = this.capacity * SECOND * SECOND;
    this.to(now_us);
  }
  to(now_us: bigint): void {
    const level = this.level + this.refill * (now_us - this.at_us);
    const full = this.capacity * SECOND * SECOND;
    this.level = level < full ? level : full;
    this.at_us = now_us;
  }
  has(tokens: bigint): boolean {
    return this.level >= tokens * SECOND * SECOND;
  }
  take(tokens: bigint): void {
    this.level -= tokens * SECOND * SECOND;
  }
}

interface Size {
  readonly capacity: number;
  /** Millionths of a token per second. */
  readonly refill: number;
}

interface Step {
  readonly agent: number;
  readonly with_share: boolean;
  readonly tokens: number;
  readonly wait: boolean;
  /** Which of the two sizes it says. */
  readonly which: 0 | 1;
  /** Until the next call. */
  readonly pause_us: number;
  /** Whether timers go off on time during the pause. */
  readonly on_time: boolean;
  /** Cancels the oldest call that waits, before the pause. */
  readonly cancel: boolean;
}

const size = fc.record({
  capacity: fc.integer({ min: 1, max: 20 }),
  refill: fc.oneof(
    fc.integer({ min: 1, max: 30_000_000 }),
    fc.constantFrom(100_000, 333_333, 1_000_000, 2_000_000_000_000),
  ),
});
const step: fc.Arbitrary<Step> = fc.record({
  agent: fc.integer({ min: 0, max: 2 }),
  with_share: fc.boolean(),
  tokens: fc.integer({ min: 1, max: 8 }),
  wait: fc.boolean(),
  which: fc.constantFrom(0, 0, 0, 1),
  pause_us: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 3_000_000 }), fc.integer({ min: 0, max: 50 })),
  on_time: fc.boolean(),
  cancel: fc.oneof({ weight: 4, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
});

interface Waiting {
  readonly name: number;
  readonly agent: number;
  readonly with_share: boolean;
  readonly tokens: bigint;
}

/** What the real one granted and the model granted: the names of the calls, in order, each with its microsecond. */
interface Granted {
  readonly name: number;
  readonly agent: number;
  readonly with_share: boolean;
  readonly tokens: number;
  readonly at_us: number;
}

function model(
  bucket: ModelBucket,
  shares: readonly ModelBucket[],
  waiting: Waiting[],
  now_us: bigint,
): Waiting[] {
  const served: Waiting[] = [];
  for (const each of [bucket, ...shares]) each.to(now_us);
  for (let again = true; again; ) {
    again = false;
    const blocked = new Set<number>();
    for (const [index, each] of waiting.entries()) {
      const share = each.with_share ? shares[each.agent] : undefined;
      if (share !== undefined && (blocked.has(each.agent) || !share.has(each.tokens))) {
        blocked.add(each.agent);
        continue;
      }
      if (!bucket.has(each.tokens)) break;
      bucket.take(each.tokens);
      share?.take(each.tokens);
      served.push(each);
      waiting.splice(index, 1);
      again = true;
      break;
    }
  }
  return served;
}

describe('token buckets against an exact model', () => {
  it('allow what the model allows, in its order, and never more than capacity and refill', async () => {
    const sizes = fc
      .tuple(size, size, fc.boolean())
      .map(([one, other, same]) => [one, same ? { ...other, capacity: one.capacity } : other] as const);
    const schedules = fc.tuple(sizes, sizes, fc.array(step, { minLength: 1, maxLength: 60 }));
    await fc.assert(
      fc.asyncProperty(schedules, async ([outer, inner, steps]) => {
        const clock = new FakeClock();
        const buckets = new TokenBuckets(clock);
        const model_bucket = new ModelBucket(outer[0]);
        const model_shares = [0, 1, 2].map(() => new ModelBucket(inner[0]));
        // No size turns away who waits already: that is tested elsewhere.
        const most_outer = Math.min(outer[0].capacity, outer[1].capacity);
        const most_inner = Math.min(inner[0].capacity, inner[1].capacity);
        const waiting: Waiting[] = [];
        const granted: Granted[] = [];
        const model_order: number[] = [];
        const leaves = new Map<number, () => void>();
        const settled: Promise<void>[] = [];
        const advance = (): void => {
          for (const each of model(model_bucket, model_shares, waiting, BigInt(clock.shown_us)))
            model_order.push(each.name);
        };
        for (const [
          name,
          { agent, with_share, tokens: wanted, wait, which, pause_us, on_time, cancel },
        ] of steps.entries()) {
          const tokens = Math.min(wanted, most_outer, with_share ? most_inner : most_outer);
          const grant = buckets.acquire(
            {
              bucket: 'b',
              agent_id: `a${agent}`,
              tokens,
              ...sizeOf(outer[which]),
              share: with_share ? sizeOf(inner[which]) : null,
              max_wait_us: wait ? Number.MAX_SAFE_INTEGER / 2 : 0,
            },
            (leave) => leaves.set(name, leave),
          );
          advance();
          const now_us = BigInt(clock.shown_us);
          model_bucket.resize(outer[which], now_us, waiting.length > 0);
          advance();
          const is_share_waited_for = waiting.some((each) => each.with_share && each.agent === agent);
          if (with_share) model_shares[agent]?.resize(inner[which], now_us, is_share_waited_for);
          advance();
          waiting.push({ name, agent, with_share, tokens: BigInt(tokens) });
          advance();
          const allowed = model_order.at(-1) === name;
          if (grant instanceof Promise) {
            assert.ok(wait && !allowed, `call ${name} waits, but the model says ${allowed}`);
          } else {
            assert.equal(grant.allowed, allowed, `call ${name}`);
            if (!allowed) waiting.pop();
          }
          // Noted at once, before the clock moves on, and after those that this very call made served first.
          const noted = Promise.resolve(grant).then(({ allowed: is_allowed }) => {
            if (is_allowed) granted.push({ name, agent, with_share, tokens, at_us: clock.shown_us });
          });
          settled.push(noted);
          await Promise.resolve();
          if (cancel && waiting[0] !== undefined) {
            leaves.get(waiting.shift()?.name ?? -1)?.();
            advance();
          }
          await Promise.resolve();
          if (on_time) {
            // Microsecond by microsecond would take too long; the model looks wherever a timer went off.
            const until_us = clock.shown_us + pause_us;
            while (clock.shown_us < until_us) {
              clock.passToTimer(until_us - clock.shown_us);
              advance();
              await Promise.resolve();
            }
          } else {
            clock.passUnnoticed(pause_us);
          }
        }
        // Entering the buckets once more serves what is due.
        buckets.list('', '', 1);
        advance();
        await new Promise((resolve) => setImmediate(resolve));
        assert.deepEqual(
          granted.map(({ name }) => name),
          model_order,
        );
        checkWindows(granted, outer);
        for (const agent of [0, 1, 2])
          checkWindows(
            granted.filter((each) => each.with_share && each.agent === agent),
            inner,
          );
        for (const leave of leaves.values()) leave();
        await Promise.all(settled);
        buckets.close();
        assert.equal(clock.timers, 0);
      }),
      { numRuns: Number(process.env.HOLDFAST_RUNS ?? 400) },
    );
  });
});

function sizeOf({ capacity, refill }: Size) {
  return { capacity, refill_per_second: refill / 1e6 };
}

/** In every span from one grant to another, ends included. */
function checkWindows(granted: readonly Granted[], sizes: readonly Size[]): void {
  const [capacity = 0, other] = sizes.map((each) => each.capacity);
  // One that is full is full at once when it is made larger, and how much that is depends on who comes when.
  if (capacity !== other) return;
  const refill = Math.max(...sizes.map((each) => each.refill));
  for (const [index, first] of granted.entries()) {
    let sum = 0n;
    for (const { at_us, tokens } of granted.slice(index)) {
      sum += BigInt(tokens) * SECOND * SECOND;
      const most = BigInt(capacity) * SECOND * SECOND + BigInt(refill) * BigInt(at_us - first.at_us);
      assert.ok(sum <= most, `from ${first.at_us} to ${at_us}: ${sum} of at most ${most}`);
    }
  }
}
