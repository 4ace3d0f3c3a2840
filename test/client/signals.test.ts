import assert from 'node:assert/strict';
import { test } from 'node:test';
import { doc, fromDoc } from '@holdfast/client';
import { fixture, gate } from './support.js';

test('a subscription goes on over restarts, each durable signal once and in order', async (t) => {
  const daemon = await fixture(t);
  const holdfast = daemon.client();
  const publish = (n: number) =>
    holdfast.signals.publish({ channel: `pf:signals:${n % 2}`, payload: doc(n), durable: true });
  await publish(0);
  const seen: unknown[] = [];
  let lives = 0;
  let reconnects = 0;
  const options = {
    onLive: () => {
      lives += 1;
    },
    onReconnect: () => {
      reconnects += 1;
    },
  };
  for await (const signal of holdfast.subscribe({ patterns: ['pf:signals:*'], from_revision: 0 }, options)) {
    seen.push(fromDoc(signal.payload ?? {}));
    const n = seen.length;
    if (n === 3) {
      // What is published while nobody can listen comes as well.
      await daemon.daemon.kill();
      await daemon.restart();
      await publish(n);
      await publish(n + 1);
    } else if (n < 5) {
      if (n < 3) await publish(n);
    } else break;
  }
  assert.deepEqual(seen, [0, 1, 2, 3, 4]);
  assert.ok(reconnects >= 1 && lives >= 1);
});

test('a subscription from now on misses nothing durable that is published while the daemon is away', async (t) => {
  const daemon = await fixture(t);
  const holdfast = daemon.client();
  const live = gate();
  await holdfast.signals.publish({ channel: 'a', payload: doc('old'), durable: true });
  const subscription = holdfast.subscribe({ patterns: ['a'] }, { onLive: () => live.open() });
  const first = subscription.next();
  await live.opened;
  await daemon.daemon.kill();
  await daemon.restart();
  await holdfast.signals.publish({ channel: 'a', payload: doc('new'), durable: true });
  assert.equal(fromDoc((await first).value?.payload ?? {}), 'new');
  const second = subscription.next();
  await holdfast.signals.publish({ channel: 'a', payload: doc('newer'), durable: true });
  assert.equal(fromDoc((await second).value?.payload ?? {}), 'newer');
  await subscription.return();
});

test('the signals of one transaction come once each, though a cut may fall between them', async (t) => {
  const daemon = await fixture(t);
  const holdfast = daemon.client();
  const mutations = [1, 2, 3].map((n) => ({
    publish: { channel: 'a', payload: doc(n), durable: true },
  }));
  await holdfast.transact({ mutations });
  const seen: unknown[] = [];
  const subscription = holdfast.subscribe({ patterns: ['a'], from_revision: 0 });
  for await (const signal of subscription) {
    seen.push(fromDoc(signal.payload ?? {}));
    if (seen.length === 1) {
      await daemon.daemon.kill();
      await daemon.restart();
    }
    if (seen.length === 3) break;
  }
  assert.deepEqual(seen, [1, 2, 3]);
});

test('what may not be heard ends a subscription', async (t) => {
  const holdfast = (await fixture(t)).client();
  await assert.rejects(holdfast.subscribe({ patterns: ['*'] }).next(), { reason: 'ACCESS_DENIED' });
  await assert.rejects(holdfast.consume('none').next(), { reason: 'NOT_FOUND' });
});

test('a consumer takes each signal until it is acknowledged, over a killed daemon', {
  timeout: 60_000,
}, async (t) => {
  const daemon = await fixture(t);
  const holdfast = daemon.client();
  await holdfast.signals.putConsumer({ name: 'c', patterns: ['jobs'], ack_timeout: { seconds: 1 } });
  for (let n = 0; n < 6; n += 1) {
    await holdfast.signals.publish({ channel: 'jobs', payload: doc(n), durable: true });
  }
  const acknowledged: number[] = [];
  const deliveries: [number, number][] = [];
  for await (const delivery of holdfast.consume('c')) {
    const n = Number(fromDoc(delivery.signal.payload ?? {}));
    deliveries.push([n, delivery.delivery]);
    if (deliveries.length === 3) {
      // 0 and 1 are done; 2 is in hand, 3 to 5 on the way.
      await daemon.daemon.kill();
      await daemon.restart();
      continue;
    }
    if (n === 4 && delivery.delivery <= 2) {
      await delivery.nack(5);
      continue;
    }
    await (n === 5 ? holdfast.transact({ mutations: [delivery.ackMutation] }) : delivery.ack());
    acknowledged.push(n);
    if (new Set(acknowledged).size === 6) break;
  }
  assert.deepEqual([...acknowledged].sort(), [0, 1, 2, 3, 4, 5], 'each once');
  assert.ok(deliveries.some(([n, delivery]) => n === 2 && delivery === 2));
  const { consumers } = await holdfast.signals.listConsumers({});
  assert.deepEqual([consumers[0]?.pending, consumers[0]?.waiting, consumers[0]?.dead], ['0', '0', '0']);
});

test('a consumer goes on when its own client takes over, and ends when another does', {
  timeout: 60_000,
}, async (t) => {
  const daemon = await fixture(t);
  const holdfast = daemon.client();
  await holdfast.signals.putConsumer({ name: 'c', patterns: ['jobs'] });
  const publish = (n: number) =>
    holdfast.signals.publish({ channel: 'jobs', payload: doc(n), durable: true });
  await publish(0);
  const heard: unknown[] = [];
  const consuming = (async () => {
    for await (const { signal, ack } of holdfast.consume('c')) {
      const n = Number(fromDoc(signal.payload ?? {}));
      heard.push(n);
      await ack();
      if (n === 0) await holdfast.openSession({ asset: 'USDC', start_capital: '10' });
      if (n === 1) await holdfast.takeOver();
      if (n < 2) await publish(n + 1);
      else await daemon.client().takeOver();
    }
  })();
  await assert.rejects(consuming, { reason: 'STALE_EPOCH' });
  assert.deepEqual(heard, [0, 1, 2]);
  await assert.rejects(holdfast.consume('c').next(), { reason: 'STALE_EPOCH' });
});

test('acknowledgements of one turn share a call', async (t) => {
  const holdfast = (await fixture(t)).client();
  await holdfast.signals.putConsumer({ name: 'c', patterns: ['jobs'] });
  const mutations = Array.from({ length: 50 }, (_, n) => ({
    publish: { channel: 'jobs', payload: doc(n), durable: true },
  }));
  await holdfast.transact({ mutations });
  const acks: Promise<void>[] = [];
  for await (const delivery of holdfast.consume('c')) {
    acks.push(delivery.ack());
    if (acks.length === 50) break;
  }
  await Promise.all(acks);
  const { consumers } = await holdfast.signals.listConsumers({});
  assert.equal(consumers[0]?.pending, '0');
  const { rpcs } = await holdfast.admin.stats({});
  const calls = rpcs.find(({ method }) => method.endsWith('/AckSignals'))?.calls;
  assert.ok(Number(calls) < 50, `${calls} calls for 50 acknowledgements`);
});

test('a subscription that is cut by a burst goes on where it was and hears all of it', {
  timeout: 60_000,
}, async (t) => {
  const holdfast = (await fixture(t, { args: ['--max-queued-signals', '20'] })).client();
  const reasons: string[] = [];
  const live = gate();
  const options = {
    onLive: () => live.open(),
    onReconnect: ({ reason }: { reason: string }) => reasons.push(reason),
  };
  const subscription = holdfast.subscribe({ patterns: ['a'] }, options);
  const first = subscription.next();
  await live.opened;
  const bursts = Array.from({ length: 20 }, (_, burst) =>
    holdfast.transact({
      mutations: Array.from({ length: 250 }, (_one, n) => ({
        publish: { channel: 'a', payload: doc(burst * 250 + n), durable: true },
      })),
    }),
  );
  await Promise.all(bursts);
  const seen = [fromDoc((await first).value?.payload ?? {})];
  for await (const signal of subscription) {
    seen.push(fromDoc(signal.payload ?? {}));
    if (seen.length === 5000) break;
  }
  assert.equal(new Set(seen).size, 5000, 'each once');
  assert.ok(reasons.includes('SLOW_CONSUMER'), 'it was cut');
});
