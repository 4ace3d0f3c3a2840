import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { type Beating, Heartbeats } from '../../src/volatile/heartbeats.js';

const session = (position: number, more: Partial<Beating> = {}): Beating => ({
  agent_id: `agent-${position}`,
  position,
  state_position: position,
  interval_ms: 1000,
  may_be_lost: true,
  ...more,
});

/** Heartbeats on a clock that the test moves, in steps as a daemon that runs would look. */
function fixture() {
  let now_ms = 0;
  const heartbeats = new Heartbeats(() => now_ms);
  /** Positions that were silent in this time. */
  const pass = (span_ms: number, step_ms = 250): number[] => {
    const silent: number[] = [];
    for (const end_ms = now_ms + span_ms; now_ms < end_ms; ) {
      now_ms = Math.min(end_ms, now_ms + step_ms);
      silent.push(...heartbeats.silent(1000).map(({ position }) => position));
    }
    return silent;
  };
  return { heartbeats, pass };
}

describe('heartbeats', () => {
  test('who is not heard within the interval is silent, and is told once', () => {
    const { heartbeats, pass } = fixture();
    heartbeats.follow(session(1));
    assert.deepEqual(pass(999), []);
    assert.deepEqual(pass(1), [1]);
    assert.deepEqual(pass(10_000), []);
  });

  test('a heartbeat gives a full interval', () => {
    const { heartbeats, pass } = fixture();
    heartbeats.follow(session(1));
    for (let n = 0; n < 5; n += 1) {
      assert.deepEqual(pass(900), []);
      heartbeats.beat(session(1));
    }
    assert.deepEqual(pass(1000), [1]);
    heartbeats.beat(session(1));
    assert.deepEqual(pass(1000), [1], 'heard again, it may fall silent again');
  });

  test('a change of state is a sign of life, the same state told again is none', () => {
    const { heartbeats, pass } = fixture();
    heartbeats.follow(session(1));
    pass(900);
    heartbeats.follow(session(1));
    assert.deepEqual(pass(100), [1]);
    heartbeats.follow(session(1, { state_position: 2 }));
    assert.deepEqual(pass(999), []);
    assert.deepEqual(pass(1), [1]);
  });

  test('one that has ended, or that need not be there, is never silent', () => {
    const { heartbeats, pass } = fixture();
    heartbeats.follow(session(1));
    heartbeats.follow(session(2));
    heartbeats.follow(session(3, { may_be_lost: false }));
    heartbeats.forget(1);
    assert.deepEqual(pass(5000), [2]);
    assert.equal(heartbeats.size, 2);
  });

  test('those that could not be dealt with are silent still', () => {
    const { heartbeats, pass } = fixture();
    heartbeats.follow(session(1));
    assert.deepEqual(pass(1000), [1]);
    heartbeats.again([session(1)]);
    assert.deepEqual(pass(250), [1]);
  });

  test('time in which the daemon did not run counts for nobody', () => {
    const { heartbeats, pass } = fixture();
    heartbeats.follow(session(1, { interval_ms: 5000 }));
    pass(1000);
    assert.deepEqual(pass(3_600_000, 3_600_000), [], 'an hour asleep');
    heartbeats.beat(session(1, { interval_ms: 5000 }));
    assert.deepEqual(pass(4999), []);
    assert.deepEqual(pass(1), [1]);
  });

  test('tells when each was heard, and who since', () => {
    const { heartbeats } = fixture();
    heartbeats.follow(session(1));
    assert.equal(heartbeats.heardUs(1), undefined);
    heartbeats.beat(session(1));
    const { sequence } = heartbeats;
    heartbeats.beat(session(2));
    assert.deepEqual(heartbeats.heardAfter(sequence), [2]);
    assert.deepEqual(heartbeats.heardAfter(0), [1, 2]);
    const heard_us = heartbeats.heardUs(2);
    assert.ok(heard_us !== undefined && Math.abs(heard_us / 1000 - Date.now()) < 60_000);
  });

  test('finds what a plain list of due times finds', () => {
    const event = fc.record({ position: fc.nat(20), wait_ms: fc.nat(700), beats: fc.boolean() });
    fc.assert(
      fc.property(fc.array(event, { maxLength: 200 }), (events) => {
        const { heartbeats, pass } = fixture();
        const due = new Map<number, number>();
        let now_ms = 0;
        for (const { position, wait_ms, beats } of events) {
          const interval_ms = 300 + 50 * position;
          const one = session(position, { interval_ms });
          const known = due.has(position);
          if (beats) heartbeats.beat(one);
          else heartbeats.follow(one);
          if (beats || !known) due.set(position, now_ms + interval_ms);
          now_ms += wait_ms;
          const expected = [...due].filter(([, due_ms]) => due_ms <= now_ms);
          for (const [silent] of expected) due.set(silent, Number.POSITIVE_INFINITY);
          const found = pass(wait_ms, 1000);
          assert.deepEqual(
            [...found].sort((a, b) => a - b),
            expected.map(([silent]) => silent).sort((a, b) => a - b),
          );
        }
      }),
    );
  });
});
