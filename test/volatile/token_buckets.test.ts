import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { HoldfastError } from '../../src/errors.js';
import type { Grant } from '../../src/volatile/bucket.js';
import { type Ask, MAX_BUCKETS, MAX_WAITING, TokenBuckets } from '../../src/volatile/token_buckets.js';
import { FakeClock } from './fakeClock.js';

const SECOND = 1_000_000;
const HOUR = 3600 * SECOND;

let clock: FakeClock;
let buckets: TokenBuckets;
/** Names of the calls that waited, in the order in which they ended; `-` before those that were not allowed. */
let ended: string[];
beforeEach(() => {
  clock = new FakeClock();
  buckets = new TokenBuckets(clock);
  ended = [];
});

function ask(more: Partial<Ask> = {}): Ask {
  const size = { capacity: 10, refill_per_second: 1 };
  return { bucket: 'b', agent_id: 'a', share: null, tokens: 1, max_wait_us: 0, ...size, ...more };
}

/** A call that must be answered at once. */
function now(more: Partial<Ask> = {}): Grant {
  const grant = buckets.acquire(ask(more));
  assert.ok(!(grant instanceof Promise), 'the call waits');
  return grant;
}

/** A call that must wait. */
function wait(name: string, more: Partial<Ask> = {}) {
  let leave = (): void => {};
  const grant = buckets.acquire(ask({ max_wait_us: 300 * SECOND, ...more }), (how) => {
    leave = how;
  });
  assert.ok(grant instanceof Promise, `${name} does not wait`);
  const outcome = grant.then(
    (given) => {
      ended.push(given.allowed ? name : `-${name}`);
      return given;
    },
    (error: unknown) => {
      assert.ok(error instanceof HoldfastError);
      ended.push(`!${name} ${error.reason}`);
      throw error;
    },
  );
  outcome.catch(() => {});
  return { outcome, leave: () => leave() };
}

/** Lets the answers of calls that ended reach those who wait for them. */
const answers = () => new Promise((resolve) => setImmediate(resolve));

function refusal(call: () => unknown): HoldfastError {
  try {
    call();
  } catch (error) {
    assert.ok(error instanceof HoldfastError);
    return error;
  }
  throw new Error('the call succeeded');
}

describe('a token bucket', () => {
  it('begins full, gives what it has, and says when there is more', () => {
    assert.deepEqual(now({ tokens: 7 }), { allowed: true, remaining: 3, retry_after_us: 0, waited_us: 0 });
    assert.deepEqual(now({ tokens: 4 }), {
      allowed: false,
      remaining: 3,
      retry_after_us: SECOND,
      waited_us: 0,
    });
    clock.passUnnoticed(SECOND - 1);
    assert.deepEqual([now({ tokens: 4 }).allowed, now({ tokens: 4 }).retry_after_us], [false, 1]);
    clock.passUnnoticed(1);
    assert.deepEqual(now({ tokens: 4 }), { allowed: true, remaining: 0, retry_after_us: 0, waited_us: 0 });
  });

  it('does not drift in a million steps of a rate that no binary fraction is', () => {
    now({ tokens: 10, refill_per_second: 0.1 });
    for (let n = 0; n < 1_000_000; n += 1) {
      clock.passUnnoticed(7);
      now({ tokens: 10, refill_per_second: 0.1 });
    }
    // 7 s at a tenth: 0.7 of a token, so 93 s are missing to the last microsecond.
    assert.equal(now({ tokens: 10, refill_per_second: 0.1 }).retry_after_us, 93 * SECOND);
  });

  it('takes the slowest and the fastest rates, and a day that nobody calls', () => {
    const slow = {
      bucket: 'slow',
      capacity: 1_000_000_000,
      tokens: 1_000_000_000,
      refill_per_second: 0.000001,
    };
    assert.equal(now(slow).allowed, true);
    assert.equal(now({ ...slow, tokens: 1 }).retry_after_us, 1_000_000 * SECOND);
    assert.equal(now(slow).retry_after_us, Number.MAX_SAFE_INTEGER);
    const fast = { bucket: 'fast', capacity: 1_000_000_000, tokens: 1_000_000_000, refill_per_second: 1e9 };
    assert.equal(now(fast).allowed, true);
    clock.passUnnoticed(1);
    assert.deepEqual(now({ ...fast, tokens: 1001 }), {
      allowed: false,
      remaining: 1000,
      retry_after_us: 1,
      waited_us: 0,
    });
    clock.passUnnoticed(24 * HOUR);
    assert.equal(now(fast).allowed, true);
    assert.equal(now(fast).allowed, false);
  });

  it('is not refilled by a call that says another size, nor by having been full with that one', () => {
    const large = { capacity: 1000, refill_per_second: 0.001 };
    const small = { capacity: 1, refill_per_second: 100 };
    assert.equal(now({ ...large, tokens: 1000 }).allowed, true);
    assert.equal(now(small).allowed, false);
    clock.pass(30_000);
    assert.equal(now({ ...large, tokens: 1000 }).allowed, false);
    clock.pass(HOUR);
    // Full with the small size: what it would take with the large one is not there.
    assert.equal(now(small).allowed, true);
    clock.pass(HOUR);
    assert.deepEqual([now({ ...large, tokens: 5 }).allowed, now({ ...large }).allowed], [false, true]);
    assert.equal(buckets.size, 1);
    // As long as it takes to be full with the large one, whatever is said meanwhile.
    now(small);
    clock.pass(1_000_001 * SECOND);
    assert.equal(buckets.size, 0);
    assert.equal(now({ ...large, tokens: 1000 }).allowed, true);
  });

  it('has the size that the newest call says, and keeps what it holds', () => {
    now({ tokens: 4 });
    assert.equal(now({ capacity: 100 }).remaining, 5);
    assert.equal(now({ capacity: 3 }).remaining, 2);
    assert.equal(
      now({ capacity: 100, refill_per_second: 50, tokens: 100 }).retry_after_us,
      (98 / 50) * SECOND,
    );
    // What it gained so far it gained at the rate it had.
    clock.passUnnoticed(SECOND);
    assert.equal(now({ capacity: 100, refill_per_second: 1, tokens: 100 }).retry_after_us, 48 * SECOND);
  });

  it('refuses more tokens than it takes, and is not changed by that', () => {
    now({ tokens: 10 });
    const error = refusal(() => now({ capacity: 5, tokens: 6 }));
    assert.deepEqual(
      [error.reason, error.details.field, error.details.metadata],
      ['LIMIT_EXCEEDED', 'tokens', { limit: '5', actual: '6' }],
    );
    const share = { capacity: 2, refill_per_second: 1 };
    assert.equal(refusal(() => now({ tokens: 3, share })).reason, 'LIMIT_EXCEEDED');
    assert.deepEqual(
      buckets.list('', '', 10).map(({ view }) => [view.capacity, view.agent_id]),
      [[10, '']],
    );
  });
});

describe('a bucket and the shares of its agents', () => {
  const share = { capacity: 3, refill_per_second: 1 };
  const available = () =>
    Object.fromEntries(buckets.list('', '', 10).map(({ key, view }) => [key, view.available]));

  it('gives from both or from neither', () => {
    assert.equal(now({ share, tokens: 2 }).remaining, 1);
    assert.deepEqual(available(), { b: 8, 'b a': 1 });
    const denied = now({ share, tokens: 2 });
    assert.deepEqual([denied.allowed, denied.remaining, denied.retry_after_us], [false, 1, SECOND]);
    assert.deepEqual(available(), { b: 8, 'b a': 1 });
    now({ tokens: 8 });
    const empty = now({ share, agent_id: 'other' });
    assert.deepEqual([empty.allowed, empty.remaining], [false, 0]);
    assert.deepEqual(available(), { b: 0, 'b a': 1 });
  });

  it('lets an agent that waits for its own share hold up nobody else', async () => {
    now({ share, tokens: 3 });
    wait('a', { share, tokens: 3 });
    assert.equal(now({ agent_id: 'other', share }).allowed, true);
    assert.equal(now({}).allowed, true);
    clock.pass(2 * SECOND);
    // Its own calls do not overtake it, though there are tokens enough for them.
    assert.deepEqual(now({ share }), {
      allowed: false,
      remaining: 2,
      retry_after_us: 2 * SECOND,
      waited_us: 0,
    });
    clock.pass(SECOND);
    await answers();
    assert.deepEqual(ended, ['a']);
  });

  it('gives a call its place by when it came once its share has the tokens', async () => {
    now({ share, tokens: 3 });
    wait('early', { share, tokens: 2 });
    now({ tokens: 7 });
    wait('late', { tokens: 5 });
    clock.pass(2 * SECOND);
    await answers();
    // Both tokens that came went to it, though another had waited for five all that time.
    assert.deepEqual(ended, ['early']);
    clock.pass(5 * SECOND);
    await answers();
    assert.deepEqual(ended, ['early', 'late']);
  });

  it('gives it that place also when the timer of the bucket was late', async () => {
    now({ share, tokens: 3 });
    now({ tokens: 7 });
    wait('early', { share, tokens: 2 });
    wait('late', { tokens: 1 });
    // The bucket had one token after a second, the share two after two: now both know of two.
    clock.passUnnoticed(2.5 * SECOND);
    assert.equal(now().allowed, false);
    await answers();
    assert.deepEqual(ended, ['early']);
  });

  it('serves many agents in the order in which they came', async () => {
    now({ tokens: 10 });
    for (let n = 0; n < 30; n += 1) wait(`${n}`, { agent_id: `a${n % 7}`, share });
    for (let n = 0; n < 30; n += 1) {
      clock.pass(SECOND);
      await answers();
      assert.equal(ended.length, n + 1);
    }
    assert.deepEqual(
      ended,
      Array.from({ length: 30 }, (_, n) => `${n}`),
    );
  });
});

describe('the line before a bucket', () => {
  it('is served first come, first served, each as soon as it can be', async () => {
    now({ tokens: 10 });
    const first = wait('first', { tokens: 3 });
    wait('second', { tokens: 1 });
    const third = wait('third', { tokens: 2 });
    clock.pass(3 * SECOND - 1);
    await answers();
    assert.deepEqual(ended, []);
    clock.pass(1);
    assert.deepEqual(await first.outcome, {
      allowed: true,
      remaining: 0,
      retry_after_us: 0,
      waited_us: 3 * SECOND,
    });
    clock.pass(3 * SECOND);
    assert.equal((await third.outcome).waited_us, 6 * SECOND);
    assert.deepEqual(ended, ['first', 'second', 'third']);
  });

  it('is not jumped by small calls, with waiting or without', async () => {
    now({ tokens: 9 });
    wait('big', { tokens: 10 });
    assert.deepEqual(now(), { allowed: false, remaining: 1, retry_after_us: 10 * SECOND, waited_us: 0 });
    wait('small');
    for (let n = 0; n < 9; n += 1) {
      clock.pass(SECOND);
      assert.equal(now().allowed, false);
    }
    await answers();
    assert.deepEqual(ended, ['big']);
  });

  it('is not joined by a call that cannot be served in time', () => {
    now({ tokens: 10 });
    wait('one', { tokens: 5 });
    assert.equal(now({ max_wait_us: 6 * SECOND - 1 }).retry_after_us, 6 * SECOND);
    wait('in time', { max_wait_us: 6 * SECOND });
    assert.equal(now({ max_wait_us: 6 * SECOND }).retry_after_us, 7 * SECOND);
  });

  it('moves up at once when a call is cancelled', async () => {
    now({ tokens: 9 });
    const big = wait('big', { tokens: 10 });
    wait('next');
    wait('last', { tokens: 2, max_wait_us: 300 * SECOND });
    big.leave();
    await answers();
    // There was one token all along.
    assert.deepEqual(ended.toSorted(), ['-big', 'next']);
    big.leave();
    clock.pass(2 * SECOND);
    await answers();
    assert.deepEqual(ended.slice(2), ['last']);
  });

  it('ends a wait whose time is over because the bucket became slower', async () => {
    now({ tokens: 10 });
    const call = wait('call', { tokens: 2, max_wait_us: 4 * SECOND });
    now({ refill_per_second: 0.25 });
    clock.pass(4 * SECOND);
    await answers();
    assert.deepEqual(ended, []);
    clock.pass(1000);
    const { allowed, remaining, retry_after_us, waited_us } = await call.outcome;
    assert.deepEqual([allowed, remaining], [false, 1]);
    assert.ok(waited_us > 4 * SECOND && waited_us <= 4 * SECOND + 1000);
    assert.equal(retry_after_us, 8 * SECOND - waited_us);
  });

  it('is served sooner when the bucket becomes faster', async () => {
    now({ tokens: 10 });
    wait('call', { tokens: 4 });
    now({ refill_per_second: 4, tokens: 10 });
    clock.pass(SECOND);
    await answers();
    assert.deepEqual(ended, ['call']);
  });

  it('turns away those that a smaller bucket can never serve', async () => {
    const share = { capacity: 10, refill_per_second: 1 };
    now({ tokens: 10 });
    now({ tokens: 10, bucket: 'c', share });
    wait('large', { tokens: 6 });
    wait('fits', { tokens: 5 });
    wait('large share', { bucket: 'c', tokens: 6, share });
    // Waits for its share only, so the bucket learns of it when the share has the tokens.
    wait('large behind', { bucket: 'c', tokens: 7, share: { ...share, refill_per_second: 2 } });
    now({ capacity: 5 });
    now({ bucket: 'c', share: { ...share, capacity: 6 }, capacity: 5 });
    await answers();
    assert.deepEqual(ended.toSorted(), ['!large LIMIT_EXCEEDED', '!large behind LIMIT_EXCEEDED']);
    clock.pass(6 * SECOND);
    await answers();
    assert.deepEqual(ended.slice(2).toSorted(), ['!large share LIMIT_EXCEEDED', 'fits']);
  });

  it('goes on behind a call that a smaller bucket turned away, within one share too', async () => {
    const share = { capacity: 10, refill_per_second: 0.001 };
    now({ tokens: 8 });
    wait('large', { tokens: 6, share });
    wait('small', { tokens: 4, share });
    now({ capacity: 5 });
    clock.pass(2 * SECOND);
    await answers();
    assert.deepEqual(ended, ['!large LIMIT_EXCEEDED', 'small']);
  });

  it('keeps its order when timers are late', async () => {
    now({ tokens: 10 });
    wait('first', { tokens: 4 });
    wait('second', { tokens: 4 });
    clock.passUnnoticed(9 * SECOND);
    // Nine have come; eight are owed.
    assert.equal(now({ tokens: 2 }).allowed, false);
    assert.equal(now({ tokens: 1 }).allowed, true);
    await answers();
    assert.deepEqual(ended, ['first', 'second']);
  });

  it('ends with SHUTTING_DOWN when the daemon stops, and takes nobody any more', async () => {
    now({ tokens: 10 });
    const call = wait('call');
    buckets.close();
    await answers();
    assert.deepEqual(ended, ['!call SHUTTING_DOWN']);
    call.leave();
    assert.equal(clock.timers, 0);
    assert.equal(now({ tokens: 10 }).allowed, true);
    assert.equal(refusal(() => buckets.acquire(ask({ max_wait_us: HOUR }))).reason, 'SHUTTING_DOWN');
  });

  it(`holds ${MAX_WAITING} calls at most, all on one timer`, async () => {
    const sizes = { capacity: 1_000_000, refill_per_second: 1_000_000 };
    for (let n = 0; n < 100; n += 1) now({ bucket: `b${n}`, ...sizes, tokens: 1_000_000 });
    const callers = Array.from({ length: MAX_WAITING }, (_, n) =>
      wait(`${n}`, { bucket: `b${n % 100}`, ...sizes, max_wait_us: SECOND }),
    );
    const error = refusal(() => buckets.acquire(ask({ bucket: 'b0', ...sizes, max_wait_us: SECOND })));
    assert.deepEqual([error.reason, error.details.metadata?.limit], ['TOO_MANY', String(MAX_WAITING)]);
    assert.equal(now({ bucket: 'other' }).allowed, true);
    callers[0]?.leave();
    wait('after', { bucket: 'b0', ...sizes, max_wait_us: SECOND });
    clock.pass(SECOND);
    await answers();
    assert.equal(ended.length, MAX_WAITING + 1);
    assert.equal(clock.most_timers, 1);
  });
});

describe('memory', () => {
  it('forgets a bucket that is full and unused, by itself', () => {
    now({ tokens: 3 });
    now({ bucket: 'c', share: { capacity: 10, refill_per_second: 2 } });
    assert.equal(buckets.size, 3);
    clock.pass(SECOND);
    assert.equal(buckets.size, 1);
    now({ tokens: 1 });
    clock.pass(2.9 * SECOND);
    assert.equal(buckets.size, 1);
    assert.deepEqual(buckets.list('', '', 10).length, 1);
    clock.pass(0.1 * SECOND);
    assert.deepEqual([buckets.size, clock.timers], [0, 0]);
  });

  it('keeps one that somebody waits for, though it is full', async () => {
    const share = { capacity: 10, refill_per_second: 1 };
    now({ share, tokens: 10, refill_per_second: 1000 });
    wait('a', { share, tokens: 5, refill_per_second: 1000 });
    clock.pass(SECOND);
    assert.deepEqual(
      buckets.list('', '', 10).map(({ key, view }) => [key, view.available, view.waiting]),
      [
        ['b', 10, 1],
        ['b a', 1, 1],
      ],
    );
    clock.pass(4 * SECOND);
    await answers();
    assert.deepEqual(ended, ['a']);
    clock.pass(10 * SECOND);
    assert.equal(buckets.size, 0);
  });

  it(`holds ${MAX_BUCKETS} buckets in use at most`, () => {
    for (let n = 0; n < MAX_BUCKETS - 1; n += 1) now({ bucket: `b${n}` });
    const share = { capacity: 10, refill_per_second: 1 };
    const error = refusal(() => now({ bucket: 'two', share }));
    assert.deepEqual([error.reason, error.details.metadata?.limit], ['TOO_MANY', String(MAX_BUCKETS)]);
    assert.equal(now({ bucket: 'one' }).allowed, true);
    assert.equal(refusal(() => now({ bucket: 'more' })).reason, 'TOO_MANY');
    assert.equal(now({ bucket: 'b7' }).allowed, true);
    // What is full by now counts no more, even if no timer has been seen to it.
    clock.passUnnoticed(SECOND);
    assert.equal(now({ bucket: 'more' }).allowed, true);
    assert.equal(buckets.size, 2);
  });

  it('lists pages by name and agent, only what is in use', () => {
    const share = { capacity: 10, refill_per_second: 1 };
    const names = ['m', 'm-2', 'm/x', 'n', 'M', 'm.0'];
    for (const bucket of names.toReversed())
      for (const agent_id of ['z', 'y']) now({ bucket, agent_id, share });
    const keys: string[] = [];
    for (let after = ''; ; after = keys.at(-1) ?? '') {
      const page = buckets.list('m', after, 2);
      keys.push(...page.map(({ key }) => key));
      if (page.length < 2) break;
    }
    const expected = ['m', 'm-2', 'm.0', 'm/x'].flatMap((name) => [name, `${name} y`, `${name} z`]);
    assert.deepEqual(keys, expected);
    assert.equal(buckets.list('', '', 100).length, 18);
  });
});

describe('clocks that are wrong', () => {
  it('cost nothing but the hour when they jump back an hour', async () => {
    now({ tokens: 10 });
    wait('call', { tokens: 5 });
    clock.pass(2 * SECOND);
    assert.equal(now().allowed, false);
    clock.shown_us -= HOUR;
    assert.equal(now().allowed, false);
    clock.pass(3 * SECOND);
    await answers();
    assert.deepEqual(ended, ['call']);
    assert.equal(now().allowed, false);
    clock.pass(SECOND);
    assert.equal(now().allowed, true);
  });

  it('hand out nothing while they stand still, and go on afterwards', async () => {
    now({ tokens: 10 });
    wait('call', { tokens: 2 });
    clock.stands_still = true;
    clock.pass(10 * SECOND);
    assert.equal(now().allowed, false);
    assert.equal(clock.timers, 1);
    // The timer is set anew each time, never for at once.
    assert.ok(clock.timers_set < 10, `${clock.timers_set} timers`);
    await answers();
    assert.deepEqual(ended, []);
    clock.stands_still = false;
    clock.pass(4 * SECOND);
    await answers();
    assert.deepEqual(ended, ['call']);
  });
});
