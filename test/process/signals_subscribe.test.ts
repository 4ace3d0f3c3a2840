/** Subscriptions over a socket: live, replayed, and over a daemon that is killed or stops. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { compilePatterns } from '../../src/tiers/signals/patterns.js';
import { removeFolder, startDaemon } from '../support/daemon.js';
import { RawClient, type Reply } from '../support/rawClient.js';
import { call, client, consume, mutate, oneDaemon, publish, Stream, subscribe } from '../support/signals.js';
import { findings, requestId, until } from '../support/work.js';

oneDaemon();

describe('a subscription', () => {
  test('hears what matches, durable or not, as it was published', async () => {
    const stream = await subscribe({ patterns: ['s1:*'], min_confidence: 0.5 });
    const durable = await publish('s1:a', { n: 1 }, { confidence: 0.75, source: 'model-7' });
    assert.equal(durable.subscribers, 1);
    const live = await publish('s1:b', { n: 2 }, { durable: false });
    assert.deepEqual([live.subscribers, live.header.replayed], [1, false]);
    assert.equal((await publish('s1:a', 0, { confidence: 0.4 })).subscribers, 0);
    assert.equal((await publish('s2', 0)).subscribers, 0);
    await publish('s1:c', 3);
    await stream.has(3);
    const [first, second, third] = stream.signals;
    assert.deepEqual(first?.signal, {
      signal_id: durable.signal_id,
      channel: 's1:a',
      agent_id: 'alpha',
      payload: { json: '{"n":1}', encoding: 'json' },
      confidence: 0.75,
      source: 'model-7',
      durable: true,
      published_at: durable.header.committed_at,
      revision: durable.header.revision,
    });
    assert.equal(first?.revision, durable.header.revision);
    assert.deepEqual(
      [second?.signal.durable, second?.signal.revision, second?.signal.source, second?.signal.signal_id],
      [false, '0', 'alpha', live.signal_id],
    );
    assert.equal(second?.revision, durable.header.revision);
    assert.equal(third?.signal.channel, 's1:c');
    await stream.cancel();
    await until(async () => (await publish('s1:a', 0)).subscribers === 0);
  });

  test('gets documents in the encoding that it asks for', async () => {
    const [json, packed] = await Promise.all([
      subscribe({ patterns: ['enc'] }),
      subscribe({ patterns: ['enc'], encoding: 'DOCUMENT_ENCODING_MSGPACK' }),
    ]);
    await publish('enc', { a: 1 });
    await Promise.all([json.has(1), packed.has(1)]);
    assert.deepEqual(packed.signals[0]?.signal.payload.msgpack, Buffer.from([0x81, 0xa1, 0x61, 0x01]));
    assert.equal(json.signals[0]?.signal.payload.json, '{"a":1}');
    await Promise.all([json.cancel(), packed.cancel()]);
  });

  test('of the operator hears everything, of an agent its own alerts', async () => {
    const operator = await subscribe({ agent_id: '*', patterns: ['*'] });
    const own = await subscribe({ agent_id: 'poor', patterns: ['pf:alerts:poor', 'pf:broadcast'] });
    const rule = { name: 'low', balance_below: { account: 'cash', asset: 'USDC', amount: '1' } };
    const reply = await mutate('PutAlertRule', { agent_id: 'poor', rule });
    assert.equal(reply.rule.fired, true);
    await Promise.all([own.has(1), operator.has(1)]);
    assert.deepEqual(own.values[0], {
      alert: 'balance_below',
      agent_id: 'poor',
      rule: 'low',
      account: 'cash',
      asset: 'USDC',
      amount: '1',
      available: '0',
    });
    const [alert] = own.signals;
    assert.deepEqual([alert?.signal.agent_id, alert?.signal.source], ['_system', 'holdfast']);
    const { rules } = await call('ListAlertRules', { agent_id: 'poor' });
    assert.deepEqual(
      rules.map(({ name, fired, rule: kind }: Reply) => [name, fired, kind]),
      [['low', true, 'balance_below']],
    );
    await mutate('DeleteAlertRule', { agent_id: 'poor', name: 'low' });
    await Promise.all([operator.cancel(), own.cancel()]);
  });

  test('is one of so many', async () => {
    const small = await startDaemon({ args: ['--max-subscriptions', '2'] });
    const through = new RawClient(small.address);
    const [a, b] = await Promise.all([
      subscribe({ patterns: ['a'] }, through),
      subscribe({ patterns: ['a'] }, through),
    ]);
    const error = await new Stream('Subscribe', { patterns: ['a'] }, through).ended;
    assert.deepEqual([error.reason, error.metadata.limit], ['TOO_MANY', '2']);
    await a.cancel();
    await b.cancel();
    through.close();
    await small.stop();
    removeFolder(small.state_dir);
  });
});

describe('replay, then live', () => {
  test('neither misses nor doubles anything, whenever it begins', { timeout: 60_000 }, async () => {
    let round = 0;
    const channels = ['a', 'b', 'c:d'];
    const join = fc.record({
      after: fc.nat(60),
      from: fc.nat(60),
      patterns: fc.uniqueArray(fc.constantFrom('a', '*', 'c:*', '*:d', 'b'), { minLength: 1, maxLength: 3 }),
      min_confidence: fc.constantFrom(0, 0.5),
    });
    const publishing = fc.array(
      fc.record({
        channel: fc.constantFrom(...channels),
        confidence: fc.constantFrom(0.3, 1),
        together: fc.integer({ min: 1, max: 3 }),
      }),
      { minLength: 20, maxLength: 60 },
    );
    await fc.assert(
      fc.asyncProperty(publishing, fc.array(join, { minLength: 1, maxLength: 6 }), async (steps, joins) => {
        round += 1;
        const prefix = `r${round}:`;
        const published: { revision: number; value: number; channel: string; confidence: number }[] = [];
        const streams: { stream: Stream; from: number; patterns: string[]; min_confidence: number }[] = [];
        let n = 0;
        const pending: Promise<unknown>[] = [];
        const first = Number((await publish('start', 0)).header.revision);
        for (const [index, step] of steps.entries()) {
          const { channel, confidence, together } = step;
          const values = Array.from({ length: together }, () => n++);
          const mutations = values.map((one) => ({
            publish: { channel: prefix + channel, confidence, payload: { json: String(one) }, durable: true },
          }));
          const request = { agent_id: 'alpha', request_id: requestId(), mutations };
          pending.push(
            client.call('Transact', 'Transact', request).then(({ header }) => {
              const revision = Number(header.revision);
              for (const one of values) published.push({ revision, value: one, channel, confidence });
            }),
          );
          for (const { after: at, from, patterns, min_confidence } of joins) {
            if (at !== index) continue;
            await pending[Math.min(from, pending.length - 1)];
            const newest = Math.max(first, ...published.map(({ revision }) => revision));
            const from_revision = Math.min(newest, first + from);
            const stream = new Stream('Subscribe', {
              agent_id: '*',
              patterns: patterns.map((pattern) => prefix + pattern),
              min_confidence,
              from_revision: String(from_revision),
            });
            streams.push({ stream, from: from_revision, patterns, min_confidence });
          }
        }
        await Promise.all(pending);
        await publish(`${prefix}end`, 'end', { confidence: 1 });
        for (const { stream, from, patterns, min_confidence } of streams) {
          const matches = compilePatterns(patterns);
          const expected = published
            .filter((one) => one.revision > from && one.confidence >= min_confidence && matches(one.channel))
            .sort((a, b) => a.revision - b.revision || a.value - b.value)
            .map((one) => one.value);
          await until(() => stream.is_over || stream.values.length >= expected.length);
          await stream.isLive();
          assert.deepEqual(
            stream.values.filter((one) => one !== 'end'),
            expected,
          );
          const lives = stream.messages.filter(({ live }) => live);
          assert.equal(lives.length, 1);
          // Going on after any message brings back whatever came after it, and of what came before at most its own revision.
          for (const [index, message] of stream.messages.entries()) {
            const later = stream.messages.slice(index + 1).filter(({ signal }) => signal !== null);
            for (const { signal } of later) assert.ok(Number(signal.revision) > Number(message.revision));
          }
          await stream.cancel();
        }
      }),
      { numRuns: 12 },
    );
  });

  test('from 0 is from the oldest; live follows at once when there is nothing', async () => {
    await publish('old', 1);
    const all = await subscribe({ patterns: ['old', 'nothing'], from_revision: '0' });
    assert.deepEqual(
      all.messages.map(({ signal, live }) => [signal?.channel, live]),
      [
        ['old', false],
        [undefined, true],
      ],
    );
    const none = await subscribe({ patterns: ['nothing'], from_revision: '0' });
    assert.equal(none.messages.length, 1);
    await Promise.all([all.cancel(), none.cancel()]);
  });

  test('goes on over a daemon that is killed while everybody publishes', { timeout: 60_000 }, async () => {
    const own = await startDaemon();
    let through = new RawClient(own.address);
    const acknowledged: number[] = [];
    const seen: number[] = [];
    let resume = '0';
    let current = own;
    for (let life = 0; life < 3; life += 1) {
      const stream = new Stream('Subscribe', { patterns: ['k'], from_revision: resume }, through);
      const writing = Array.from({ length: 300 }, (_, n) => {
        const one = life * 1000 + n;
        return publish('k', one, {}, through).then(
          () => acknowledged.push(one),
          () => {},
        );
      });
      await stream.has(50);
      await current.kill();
      await stream.ended;
      await Promise.all(writing);
      seen.push(...(stream.values as number[]));
      resume = stream.messages.at(-1)?.revision ?? resume;
      through.close();
      current = await startDaemon({ state_dir: own.state_dir });
      through = new RawClient(current.address);
    }
    const last = await subscribe({ patterns: ['k'], from_revision: resume }, through);
    seen.push(...(last.values as number[]));
    const { revision } = await client.call('Admin', 'Stats', {});
    assert.ok(Number(revision) > 0);
    assert.equal(new Set(seen).size, seen.length, 'nothing twice');
    for (const one of acknowledged) assert.ok(seen.includes(one), `${one} was acknowledged and never heard`);
    assert.deepEqual(await findings(through), []);
    await last.cancel();
    through.close();
    await current.stop();
    removeFolder(own.state_dir);
  });
});

describe('a stopping daemon', () => {
  test('ends streams with a place to go on from', async () => {
    const own = await startDaemon();
    const through = new RawClient(own.address);
    const { header } = await mutate('PutConsumer', { name: 'c', patterns: ['a'] }, through);
    const stream = await subscribe({ patterns: ['a'] }, through);
    const consumer = consume({ name: 'c' }, through);
    const published = await publish('a', 1, {}, through);
    await Promise.all([stream.has(1), consumer.has(1)]);
    assert.equal(await own.stop(), 0);
    const [a, b] = await Promise.all([stream.ended, consumer.ended]);
    assert.deepEqual([a.reason, a.metadata.resume_revision], ['SHUTTING_DOWN', published.header.revision]);
    assert.equal(b.reason, 'SHUTTING_DOWN');
    assert.ok(Number(header.revision) > 0);
    through.close();
    removeFolder(own.state_dir);
  });
});
