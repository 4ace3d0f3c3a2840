/** Durable signals and the consumers that take them. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import fc from 'fast-check';
import { packDocument, unpackDocument } from '../../src/codec/msgpack.js';
import { MAX_COUNT_WORK } from '../../src/tiers/signals/counts.js';
import { packSignal, signalId } from '../../src/tiers/signals/publish.js';
import { CONSUMER, Exchange, publishArgs, SECOND_US } from './support.js';

let store: Exchange;
beforeEach(() => {
  store = new Exchange();
});
afterEach(() => {
  assert.deepEqual(store.findings(), []);
  store.close();
});

const reason = (expected: string, field?: string) => (error: unknown) => {
  const { reason: actual, details } = error as { reason: string; details: { field?: string } };
  assert.equal(actual, expected);
  if (field !== undefined) assert.equal(details.field, field);
  return true;
};
const ack = (...positions: number[]) =>
  store.run('ack_signals', { name: 'c', positions, only_pending: false }).acknowledged;
const nack = (delay_us: number, ...positions: number[]) =>
  store.run('nack_signals', { name: 'c', positions, delay_us });
const positions = (delivered: readonly (readonly [number, number, number])[]) =>
  delivered.map(([position]) => position);

describe('a durable signal', () => {
  test('is journaled under its channel, its payload found by the journal', () => {
    const position = store.publish('pf:signals:BTC', { side: 'buy' }, 0.5);
    const { entries } = store.reads.entriesAfter(0, { kind_prefixes: ['signal.'], key_prefix: '' }, true);
    assert.deepEqual(
      entries.map(({ position: at, kind, key, agent_id, payload }) => [
        at,
        kind,
        key,
        agent_id,
        payload && unpackDocument(payload),
      ]),
      [
        [
          position,
          'signal.published',
          'pf:signals:BTC',
          'agent-1',
          { confidence: 0.5, payload: { side: 'buy' }, source: 'test' },
        ],
      ],
    );
  });

  test('is packed as the document that it says', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.string({ unit: 'binary', maxLength: 40 }),
        fc.jsonValue(),
        (confidence, source, value) => {
          let payload: Uint8Array;
          try {
            payload = packDocument(value as never);
          } catch {
            return;
          }
          const whole = { confidence, payload: unpackDocument(payload), source };
          assert.deepEqual(
            Buffer.from(packSignal({ confidence, payload, source })),
            Buffer.from(packDocument(whole)),
          );
        },
      ),
    );
  });

  test('of a transaction that is refused was never published', () => {
    const mutations = [
      { name: 'publish', agent_id: 'agent-1', args: publishArgs('x') },
      { name: 'delete_consumer', agent_id: 'agent-1', args: { name: 'none' } },
    ];
    assert.throws(
      () => store.run('transact', { preconditions: [], mutations }),
      reason('NOT_FOUND', 'mutations[1].delete_consumer.name'),
    );
    assert.deepEqual(store.heard('x'), []);
  });
});

describe('a consumer', () => {
  test('begins with what comes after it, or where it is told to', () => {
    const [first, second] = [store.publish('pf:signals:A'), store.publish('pf:signals:B')];
    store.consumer();
    store.consumer({ name: 'all', from_revision: 0 });
    store.consumer({ name: 'second', from_revision: 1 });
    const third = store.publish('pf:signals:C');
    store.publish('pf:other');
    assert.deepEqual(positions(store.deliver('c')), [third]);
    assert.deepEqual(positions(store.deliver('all')), [first, second, third]);
    assert.deepEqual(positions(store.deliver('second')), [second, third]);
    assert.throws(
      () => store.consumer({ name: 'd', from_revision: 99 }),
      reason('REVISION_IN_FUTURE', 'from_revision'),
    );
  });

  test('takes by pattern and confidence; counts tell what waits, what is out, what is dead', () => {
    store.consumer({ min_confidence: 0.5 });
    store.publish('pf:signals:A', {}, 0.4);
    const good = store.publish('pf:signals:A', {}, 0.5);
    store.publish('pf:broadcast', {}, 1);
    assert.equal(store.view().waiting, 1);
    assert.deepEqual(store.deliver(), [[good, 1, store.now_us + 30 * SECOND_US]]);
    const { waiting, pending, dead } = store.view();
    assert.deepEqual({ waiting, pending, dead }, { waiting: 0, pending: 1, dead: 0 });
  });

  test('is unchanged by the same put, keeps its place through another', () => {
    const { created, revision } = store.consumer();
    assert.ok(created);
    const a = store.publish('pf:signals:A');
    const again = store.consumer();
    assert.deepEqual([again.created, again.revision], [false, revision + 1]);
    const changed = store.consumer({ patterns: ['pf:signals:A', 'pf:b'] });
    assert.equal(changed.created, false);
    const b = store.publish('pf:b');
    assert.deepEqual(positions(store.deliver()), [a, b]);
  });

  test('hands out no more than asked, in the order of publication, each once', () => {
    store.consumer();
    const published = Array.from({ length: 25 }, (_, n) => store.publish('pf:signals:A', n));
    const seen: number[] = [];
    for (;;) {
      const delivered = positions(store.deliver('c', 7));
      assert.ok(delivered.length <= 7);
      if (delivered.length === 0) break;
      seen.push(...delivered);
    }
    assert.deepEqual(seen, published);
  });

  test('two streams that looked at the same time share: the second gets what the first left', () => {
    store.consumer();
    const published = Array.from({ length: 5 }, () => store.publish('pf:signals:A'));
    const stale = store.look('c', 3);
    assert.deepEqual(positions(store.deliver('c', 3)), published.slice(0, 3));
    const second = store.run('deliver_signals', stale, { request_id: '' });
    assert.deepEqual(positions(second.delivered), published.slice(3));
  });

  test('candidates that were looked for with other patterns are left alone', () => {
    store.consumer();
    store.publish('pf:signals:A');
    const stale = store.look();
    store.consumer({ patterns: ['pf:b'] });
    assert.deepEqual(store.run('deliver_signals', stale, { request_id: '' }).delivered, []);
  });

  test('hands nothing to a stream that began before another process took over', () => {
    store.consumer({ max_deliveries: 1 });
    store.publish('pf:signals:A');
    const replaced = store.look();
    store.run('take_over', { reason: '' });
    assert.deepEqual(store.run('deliver_signals', replaced, { request_id: '' }).delivered, []);
    const [delivered] = store.deliver();
    assert.equal(delivered?.[1], 1);
    // What comes again is not for it either.
    store.consumer({ max_deliveries: 5 });
    store.now_us += 31 * SECOND_US;
    assert.deepEqual(store.run('deliver_signals', replaced, { request_id: '' }).delivered, []);
    assert.equal(store.deliver()[0]?.[1], 2);
  });

  test('the signals of one transaction are delivered one by one', () => {
    store.consumer();
    const mutations = ['A', 'B', 'C'].map((market) => ({
      name: 'publish',
      agent_id: 'agent-1',
      args: publishArgs(`pf:signals:${market}`),
    }));
    store.run('transact', { preconditions: [], mutations });
    const first = positions(store.deliver('c', 1));
    const rest = positions(store.deliver('c', 10));
    assert.deepEqual([first.length, rest.length, new Set([...first, ...rest]).size], [1, 2, 3]);
  });

  test('counts what waits with bounded work, says when that was not all, and pages end by it', () => {
    const publishes = (from: number) =>
      Array.from({ length: 200 }, (_, n) => ({
        name: 'publish',
        agent_id: 'agent-1',
        args: publishArgs(`pf:signals:${from + n}`),
      }));
    for (const from of [0, 200, 400])
      store.run('transact', { preconditions: [], mutations: publishes(from) });
    const patterns = Array.from({ length: 64 }, (_, n) => `pf:signals:*-${n}*`);
    for (const name of ['a', 'b', 'c']) {
      const { consumer } = store.consumer({ name, patterns, from_revision: 0 });
      assert.deepEqual([consumer.waiting, consumer.is_partial], [0, true]);
      assert.ok(consumer.work <= MAX_COUNT_WORK + 10, String(consumer.work));
    }
    store.consumer({ name: 'd', patterns });
    const all = store.consumer({ name: 'e', patterns: ['pf:signals:5*', 'pf:signals:*1'], from_revision: 0 });
    assert.deepEqual([all.consumer.waiting, all.consumer.is_partial], [111 + 60 - 11, false]);
    const list = (after: string) =>
      store.reads.snapshot(0, ({ signals }) => signals.consumers('agent-1', after, 100));
    const shown = ({ rows, more }: ReturnType<typeof list>) => [...rows.map(({ name }) => name), more];
    assert.deepEqual(
      [shown(list('')), shown(list('a')), shown(list('b')), shown(list('c'))],
      [
        ['a', true],
        ['b', true],
        ['c', true],
        ['d', 'e', false],
      ],
    );
    assert.deepEqual([store.view('d').waiting, store.view('d').work], [0, 0]);
  });

  test('there may be a thousand of an agent', () => {
    for (let n = 0; n < 1000; n += 1) store.consumer({ name: `c${n}` });
    assert.throws(() => store.consumer({ name: 'more' }), reason('TOO_MANY'));
    store.consumer({ name: 'c1', max_deliveries: 4 });
    store.consumer({ name: 'more' }, { agent_id: 'agent-2' });
  });

  test('that is deleted forgets what it had out', () => {
    store.consumer();
    store.publish('pf:signals:A');
    store.deliver();
    store.run('delete_consumer', { name: 'c' });
    assert.throws(() => store.run('delete_consumer', { name: 'c' }), reason('NOT_FOUND', 'name'));
    assert.throws(() => ack(1), reason('NOT_FOUND', 'name'));
  });
});

describe('a delivery', () => {
  test('that is acknowledged does not come again; a second acknowledgement changes nothing', () => {
    store.consumer();
    const [a, b] = [store.publish('pf:signals:A'), store.publish('pf:signals:A')];
    store.deliver();
    const { revision } = store.run('ack_signals', { name: 'c', positions: [a], only_pending: false });
    assert.equal(ack(a), 0);
    store.now_us += 31 * SECOND_US;
    assert.deepEqual(store.deliver(), [[b, 2, store.now_us + 30 * SECOND_US]]);
    assert.equal(store.view().changed_position > revision, true);
  });

  test('comes again after its time, and as often as it may; then it is a dead letter', () => {
    store.consumer({ max_deliveries: 2 });
    const a = store.publish('pf:signals:A');
    assert.deepEqual(store.deliver(), [[a, 1, store.now_us + 30 * SECOND_US]]);
    store.now_us += 30 * SECOND_US - 1;
    assert.deepEqual(store.deliver(), []);
    store.now_us += 1;
    assert.deepEqual(store.deliver(), [[a, 2, store.now_us + 30 * SECOND_US]]);
    store.now_us += 40 * SECOND_US;
    assert.deepEqual(store.deliver(), []);
    assert.deepEqual([store.view().pending, store.view().dead], [1, 0]);
    store.sweep();
    assert.deepEqual([store.view().pending, store.view().dead], [0, 1]);
    assert.deepEqual(store.deliver(), []);
  });

  test('that is given back comes again after the delay, and counts', () => {
    store.consumer({ max_deliveries: 3 });
    const a = store.publish('pf:signals:A');
    store.deliver();
    nack(5 * SECOND_US, a);
    assert.deepEqual(store.deliver(), []);
    store.now_us += 5 * SECOND_US;
    assert.deepEqual(store.deliver(), [[a, 2, store.now_us + 30 * SECOND_US]]);
    nack(0, a);
    assert.deepEqual(store.deliver(), [[a, 3, store.now_us + 30 * SECOND_US]]);
    // The last one is given up on at once.
    nack(0, a);
    assert.deepEqual([store.deliver(), store.view().dead], [[], 1]);
    nack(0, a);
    assert.equal(store.view().dead, 1);
  });

  test('that never was is not found', () => {
    const before = store.publish('pf:signals:A');
    store.consumer();
    const other = store.publish('pf:other');
    const a = store.publish('pf:signals:A');
    for (const position of [before, other, a, a + 1, 1e12]) {
      assert.throws(() => ack(position), reason('NOT_FOUND', 'signal_ids[0]'));
      assert.throws(() => nack(0, position), reason('NOT_FOUND', 'signal_ids[0]'));
    }
    store.deliver();
    assert.throws(() => ack(a, other), reason('NOT_FOUND', 'signal_ids[1]'));
    assert.equal(store.view().pending, 1, 'nothing of a refused acknowledgement stays');
    assert.equal(ack(a), 1);
  });

  test('a change of max_deliveries counts for what is out', () => {
    store.consumer({ max_deliveries: 1 });
    const a = store.publish('pf:signals:A');
    store.deliver();
    store.consumer({ max_deliveries: 2 });
    store.now_us += 31 * SECOND_US;
    store.sweep();
    assert.deepEqual(store.deliver(), [[a, 2, store.now_us + 30 * SECOND_US]]);
    store.consumer({ max_deliveries: 1 });
    store.now_us += 31 * SECOND_US;
    store.sweep();
    assert.equal(store.view().dead, 1);
  });

  test('within a transaction is acted upon once, whoever tries', () => {
    store.consumer();
    const a = store.publish('pf:signals:A');
    store.deliver();
    store.now_us += 31 * SECOND_US;
    // Delivered twice: to one that was slow, and to another.
    store.deliver();
    const act = () =>
      store.run('transact', {
        preconditions: [],
        mutations: [
          {
            name: 'ack_signals',
            agent_id: 'agent-1',
            args: { name: 'c', positions: [a], only_pending: true },
          },
          { name: 'publish', agent_id: 'agent-1', args: publishArgs('done') },
        ],
      });
    act();
    assert.throws(act, reason('WRONG_STATE', 'mutations[0].ack_signals.signal_ids[0]'));
    assert.equal(store.heard('done').length, 1);
  });
});

test('a clock that goes back an hour delays what comes again, and harms nothing', () => {
  store.consumer();
  const a = store.publish('pf:signals:A');
  const [[, , due_us] = [0, 0, 0]] = store.deliver();
  store.now_us -= 3600 * SECOND_US;
  const b = store.publish('pf:signals:B');
  assert.deepEqual(positions(store.deliver()), [b], 'what is out does not come early');
  nack(0, b);
  assert.deepEqual(positions(store.deliver()), [b]);
  store.now_us = due_us;
  assert.deepEqual(positions(store.deliver()).sort(), [a, b].sort());
});

test('a consumer has at most 10,000 deliveries out and keeps the newest 10,000 dead letters', () => {
  store.consumer({ max_deliveries: 1 });
  for (let batch = 0; batch < 40; batch += 1) {
    const mutations = Array.from({ length: 251 }, (_, n) => ({
      name: 'publish',
      agent_id: 'agent-1',
      args: publishArgs('pf:signals:A', batch * 251 + n),
    }));
    store.run('transact', { preconditions: [], mutations });
  }
  const counts = () => {
    const { waiting, pending, dead } = store.view();
    return [waiting, pending, dead];
  };
  assert.deepEqual(counts(), [10_000, 0, 0], '10,040 wait; they are counted up to 10,000');
  const oldest = store.deliver('c', 20_000).map(([position]) => position);
  assert.deepEqual(counts(), [40, 10_000, 0]);
  assert.deepEqual(store.deliver('c', 20_000), []);
  const giveUp = () => {
    store.now_us += 31 * SECOND_US;
    while (store.view().pending > 0) store.sweep();
  };
  giveUp();
  assert.equal(store.deliver('c', 20_000).length, 40);
  giveUp();
  assert.deepEqual(counts(), [0, 0, 10_000]);
  const redrive = (...positions_: number[]) =>
    store.run('redrive_dead_letters', { name: 'c', positions: positions_ }).redriven;
  assert.throws(() => redrive(oldest[39] ?? 0), reason('NOT_FOUND'));
  assert.equal(redrive(oldest[40] ?? 0), 1);
  assert.equal(redrive(), 1000);
});

describe('dead letters', () => {
  function bury(count: number): number[] {
    store.consumer({ max_deliveries: 1 });
    const published = Array.from({ length: count }, () => store.publish('pf:signals:A'));
    store.deliver();
    store.now_us += 31 * SECOND_US;
    store.sweep();
    return published;
  }
  const deadIds = () => {
    const consumer = store.view().position;
    const page = store.reads.snapshot(0, ({ signals }) =>
      signals.dead(consumer, Number.MAX_SAFE_INTEGER, 100),
    );
    return page.rows.map(({ position }) => position);
  };

  test('are listed newest first and handed out again with their count at zero', () => {
    const [a = 0, b = 0, c = 0] = bury(3);
    assert.deepEqual(deadIds(), [c, b, a]);
    assert.equal(store.run('redrive_dead_letters', { name: 'c', positions: [b] }).redriven, 1);
    assert.deepEqual(deadIds(), [c, a]);
    assert.deepEqual(store.deliver(), [[b, 1, store.now_us + 30 * SECOND_US]]);
    assert.throws(
      () => store.run('redrive_dead_letters', { name: 'c', positions: [a, b] }),
      reason('NOT_FOUND', 'signal_ids[1]'),
    );
    assert.equal(store.run('redrive_dead_letters', { name: 'c', positions: [] }).redriven, 2);
    assert.deepEqual(positions(store.deliver()), [a, c]);
    assert.equal(store.run('redrive_dead_letters', { name: 'c', positions: [] }).redriven, 0);
  });

  test('that are acknowledged late are no dead letters any more', () => {
    const [a = 0] = bury(1);
    assert.equal(ack(a), 1);
    assert.deepEqual(deadIds(), []);
    assert.equal(signalId(a).startsWith('signal-'), true);
  });
});

test('whatever is published, delivered, given back and acknowledged, nothing is lost', () => {
  const step = fc.oneof(
    fc.constantFrom('publish', 'deliver', 'late', 'sweep', 'redrive', 'put').map((kind) => ({ kind, n: 0 })),
    fc.record({ kind: fc.constantFrom('ack', 'nack', 'publish', 'deliver'), n: fc.nat(20) }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const own = new Exchange();
      try {
        own.consumer({ max_deliveries: 2 });
        const published: number[] = [];
        const acknowledged = new Set<number>();
        const delivered = new Map<number, number>();
        for (const { kind, n } of steps) {
          const out = [...delivered.keys()].filter((position) => !acknowledged.has(position));
          const one = out[n % Math.max(1, out.length)];
          if (kind === 'publish') published.push(own.publish(`pf:signals:${n}`));
          else if (kind === 'late') own.now_us += 31 * SECOND_US;
          else if (kind === 'sweep') own.sweep();
          else if (kind === 'redrive') own.run('redrive_dead_letters', { name: 'c', positions: [] });
          else if (kind === 'put') own.consumer({ ...CONSUMER, max_deliveries: 2 });
          else if (kind === 'deliver') {
            for (const [position] of own.deliver('c', 1 + (n % 5))) {
              assert.ok(!acknowledged.has(position), 'what was acknowledged comes again');
              delivered.set(position, 1);
            }
          } else if (one !== undefined && kind === 'ack') {
            own.run('ack_signals', { name: 'c', positions: [one], only_pending: false });
            acknowledged.add(one);
          } else if (one !== undefined) {
            own.run('nack_signals', { name: 'c', positions: [one], delay_us: n * SECOND_US });
          }
          const { waiting, pending, dead } = own.view();
          assert.equal(waiting + pending + dead, published.length - acknowledged.size);
        }
        assert.deepEqual(own.findings(), []);
      } finally {
        own.close();
      }
    }),
    { numRuns: 40 },
  );
});
