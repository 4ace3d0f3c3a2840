/** What becomes of old signals, and of who is behind. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { lastPositionOf, revisionOf } from '../../src/journal/position.js';
import type { Tx } from '../../src/tiers/command.js';
import { SIGNAL_LIMITS, signalSweeper } from '../../src/tiers/signals/retention.js';
import { Exchange, SECOND_US } from './support.js';

const DAY_US = 86_400 * SECOND_US;

let store: Exchange;
beforeEach(() => {
  store = new Exchange();
});
afterEach(() => {
  assert.deepEqual(store.findings(), []);
  store.close();
});

const kept = (channel: string) => store.heard(channel).map(({ payload }) => payload);
const droppedAfter = (revision: number, ...patterns: string[]) =>
  store.reads.snapshot(0, ({ signals }) =>
    revisionOf(signals.droppedAfter(lastPositionOf(revision), patterns)),
  );
/** Sweeps as a sweep with other limits would. */
function sweepWith(limits: { max_per_channel?: number; step?: number }, times = 1): number {
  const sweep = signalSweeper(store.db, { ...SIGNAL_LIMITS, ...limits });
  let dropped = 0;
  for (let n = 0; n < times; n += 1) dropped += sweep({ now_us: store.now_us } as Tx);
  return dropped;
}

describe('signals older than seven days', () => {
  test('go in the sweep; what is younger stays', () => {
    store.publish('a', 1);
    store.publish('b', 2);
    store.now_us += DAY_US;
    store.publish('a', 3);
    store.now_us += 6 * DAY_US;
    store.sweep();
    assert.deepEqual([kept('a'), kept('b')], [[1, 3], [2]]);
    store.now_us += 1;
    store.sweep();
    assert.deepEqual([kept('a'), kept('b')], [[3], []]);
    assert.deepEqual([droppedAfter(1, 'a'), droppedAfter(2, 'a', 'b'), droppedAfter(0, '*')], [2, 0, 2]);
  });

  test('go some at a time, and those that are kept hold up nobody', () => {
    store.consumer({ patterns: ['kept'] });
    for (let n = 0; n < 10; n += 1) store.publish('kept', n);
    for (let n = 0; n < 10; n += 1) store.publish('a', n);
    store.deliver();
    store.now_us += 8 * DAY_US;
    assert.equal(sweepWith({ step: 4 }, 5), 10);
    assert.deepEqual([kept('kept').length, kept('a').length], [10, 0]);
  });
});

describe('what a consumer has', () => {
  test('pending or dead stays, and goes once that is over', () => {
    store.consumer({ patterns: ['a'], max_deliveries: 1 });
    const [dead, pending] = [store.publish('a', 'dead'), store.publish('a', 'pending')];
    store.publish('b', 'nobody');
    store.deliver('c', 1);
    store.now_us += 31 * SECOND_US;
    store.sweep();
    store.deliver('c', 1);
    store.consumer({ patterns: ['a'], max_deliveries: 9 });
    store.now_us += 8 * DAY_US;
    store.sweep();
    assert.deepEqual([kept('a'), kept('b')], [['dead', 'pending'], []]);
    store.run('ack_signals', { name: 'c', positions: [dead, pending], only_pending: false });
    store.sweep();
    assert.deepEqual(kept('a'), []);
  });

  test('not come to yet may be dropped: it goes on with the oldest kept', () => {
    store.consumer({ patterns: ['a'] });
    const stale = store.look();
    store.publish('a', 1);
    const behind = store.look();
    store.now_us += 8 * DAY_US;
    const fresh = store.publish('a', 2);
    store.sweep();
    assert.deepEqual(kept('a'), [2]);
    assert.equal(store.view().waiting, 1);
    // Looked for before it was dropped: what is gone is not delivered.
    assert.deepEqual(store.run('deliver_signals', behind, { request_id: '' }).delivered, []);
    assert.deepEqual(
      store.deliver().map(([position]) => position),
      [fresh],
    );
    assert.ok(stale.candidates.length === 0);
  });
});

describe('the oldest of a channel that has too many', () => {
  test('go, and only its readers learn of it', () => {
    for (let n = 0; n < 10; n += 1) store.publish('full', n);
    store.publish('other', 0);
    assert.equal(sweepWith({ max_per_channel: 4, step: 3 }, 3), 6);
    assert.deepEqual([kept('full'), kept('other')], [[6, 7, 8, 9], [0]]);
    assert.deepEqual([droppedAfter(3, 'fu*'), droppedAfter(6, 'full'), droppedAfter(3, 'other')], [6, 0, 0]);
    assert.deepEqual(sweepWith({ max_per_channel: 4 }), 0);
  });

  test('stay while a consumer has them; younger ones go instead', () => {
    store.consumer({ patterns: ['full'] });
    for (let n = 0; n < 3; n += 1) store.publish('full', n);
    store.deliver();
    for (let n = 3; n < 10; n += 1) store.publish('full', n);
    sweepWith({ max_per_channel: 4, step: 2 }, 12);
    assert.deepEqual(kept('full'), [0, 1, 2, 9]);
  });

  test('and what goes with its channel is remembered', () => {
    store.publish('a', 1);
    store.publish('a', 2);
    sweepWith({ max_per_channel: 1 });
    store.now_us += 8 * DAY_US;
    store.sweep();
    assert.deepEqual([droppedAfter(0, 'a'), droppedAfter(1, 'a'), droppedAfter(2, 'a')], [2, 2, 0]);
  });
});
