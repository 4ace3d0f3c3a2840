/** Durable time follows the wall clock where that can be trusted, and goes on where it cannot. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { SteadyClock } from '../src/steady_clock.js';

const S = 1_000_000;
const BEGINNING_US = 1_700_000_000 * S;

/** A clock whose two sources are set by hand. */
class Fixture {
  wall_us = BEGINNING_US;
  monotonic_us = 5 * S;
  readonly jumps: number[] = [];
  readonly clock = new SteadyClock({ wall_us: () => this.wall_us, monotonic_us: () => this.monotonic_us });

  constructor(follow_after_ms = 3000) {
    this.clock.configure(follow_after_ms, (by_us) => this.jumps.push(by_us));
  }

  /** Both go on, asked every half second as the daemon does. */
  pass(seconds: number): number {
    for (let half = 0; half < seconds * 2; half += 1) {
      this.wall_us += S / 2;
      this.monotonic_us += S / 2;
      this.clock.now_us();
    }
    return this.clock.now_us();
  }

  get wrong_us(): number {
    return this.clock.now_us() - this.wall_us;
  }
}

describe('the steady clock', () => {
  test('shows the wall clock’s time', () => {
    const f = new Fixture();
    assert.equal(f.pass(10), BEGINNING_US + 10 * S);
    assert.deepEqual(f.jumps, []);
  });

  test('set back an hour it goes on at half speed and is right again after another', () => {
    const f = new Fixture();
    f.wall_us -= 3600 * S;
    assert.equal(f.pass(10), BEGINNING_US + 5 * S);
    assert.equal(f.jumps.length, 1);
    assert.ok(f.wrong_us > 0);
    f.pass(7200);
    assert.equal(f.wrong_us, 0);
    assert.deepEqual(f.jumps, [-3600 * S], 'told once');
  });

  test('goes on at half speed while the wall clock stands still', () => {
    const f = new Fixture();
    for (let second = 0; second < 100; second += 1) {
      f.monotonic_us += S;
      f.clock.now_us();
    }
    assert.equal(f.clock.now_us(), BEGINNING_US + 50 * S);
  });

  test('a moment of wrong time leaves no trace', () => {
    const f = new Fixture();
    f.pass(1);
    f.wall_us += 30 * 86_400 * S;
    f.pass(1);
    f.wall_us -= 30 * 86_400 * S;
    assert.equal(f.pass(1), BEGINNING_US + 3 * S);
    assert.equal(f.wrong_us, 0);
    assert.deepEqual(f.jumps, [30 * 86_400 * S]);
  });

  test('a jump ahead that lasts is followed after three seconds, or at once where told', () => {
    const f = new Fixture();
    f.wall_us += 3600 * S;
    f.pass(2.5);
    assert.ok(f.wrong_us < -3590 * S);
    f.pass(1);
    assert.equal(f.wrong_us, 0);
    const at_once = new Fixture(0);
    at_once.wall_us += 3600 * S;
    assert.equal(at_once.wrong_us, 0);
  });

  test('a wall clock that jumps again and again is not followed before it keeps its time', () => {
    const f = new Fixture();
    for (let n = 1; n <= 10; n += 1) {
      f.wall_us += 3600 * S;
      f.pass(1);
    }
    assert.ok(f.wrong_us < -35_000 * S);
    f.pass(3);
    assert.equal(f.wrong_us, 0);
  });

  test('a small step ahead is followed at once, a small one back is waited for', () => {
    const f = new Fixture();
    f.wall_us += S / 2;
    assert.equal(f.wrong_us, 0);
    f.wall_us -= S / 10;
    const before_us = f.clock.now_us();
    assert.equal(f.pass(0.5) > before_us, true);
    assert.equal(f.wrong_us, 0);
    assert.deepEqual(f.jumps, []);
  });

  test('begins where the journal ends, though the wall clock says less', () => {
    const f = new Fixture();
    f.clock.notBefore(BEGINNING_US + 100 * S);
    assert.equal(f.clock.now_us(), BEGINNING_US + 100 * S);
    assert.equal(f.pass(10), BEGINNING_US + 105 * S);
  });

  test('whatever the wall clock does, time goes on at half speed at least, and never by a jump it has not kept', () => {
    const step = fc.record({
      elapsed_us: fc.integer({ min: 0, max: 2 * S }),
      set_us: fc.oneof(
        { weight: 3, arbitrary: fc.constant(0) },
        // Put right by a little, which is no jump; and set, either way.
        { weight: 1, arbitrary: fc.integer({ min: -1000, max: 1000 }) },
        { weight: 1, arbitrary: fc.integer({ min: 2 * S, max: 7200 * S }) },
        { weight: 1, arbitrary: fc.integer({ min: -7200 * S, max: -2 * S }) },
      ),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
        const f = new Fixture();
        let right_for_us = 0;
        for (const { elapsed_us, set_us } of steps) {
          const before_us = f.clock.now_us();
          f.monotonic_us += elapsed_us;
          f.wall_us += elapsed_us + set_us;
          const now_us = f.clock.now_us();
          right_for_us = Math.abs(set_us) < S ? right_for_us + elapsed_us : 0;
          const passed_us = now_us - before_us;
          assert.ok(passed_us >= Math.floor(elapsed_us / 2), 'too slow');
          if (passed_us > elapsed_us + S) assert.ok(right_for_us >= 3 * S, 'followed too early');
        }
      }),
    );
  });
});
