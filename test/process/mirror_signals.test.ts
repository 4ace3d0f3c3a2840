/** Signals through a real Redis, both ways: two daemons that share one, programs of others, and messages that are none. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { ClientReadableStream } from '@grpc/grpc-js';
import { agentOf, mirrorStatus, untilMirrored } from '../mirror/support.js';
import { removeFolder, startDaemon, type TestDaemon } from '../support/daemon.js';
import { RawClient, type Reply } from '../support/rawClient.js';
import { no_redis, startRedis, type TestRedis } from '../support/redis.js';
import { until } from '../support/work.js';

const PF_KEY = ['pf', 'live', 'abcdefghijklmnop'].join('_');

/** A subscription of the operator that remembers what it heard. */
class Ear {
  readonly heard: Reply[] = [];
  readonly #stream: ClientReadableStream<Reply>;
  readonly ready: Promise<void>;

  constructor(client: RawClient, patterns: readonly string[]) {
    this.#stream = client.stream('Signals', 'Subscribe', { agent_id: '*', patterns });
    this.#stream.on('error', () => {});
    this.ready = new Promise((resolve) => this.#stream.once('metadata', () => resolve()));
    this.#stream.on('data', (message: Reply) => {
      if (message.signal !== null && message.signal !== undefined) this.heard.push(message.signal);
    });
  }

  /** Payloads in the order of hearing. */
  get payloads(): unknown[] {
    return this.heard.map(({ payload }) => JSON.parse(payload.json));
  }

  close(): void {
    this.#stream.cancel();
  }
}

describe('signals through Redis', { skip: no_redis }, () => {
  let redis: TestRedis;
  let daemons: TestDaemon[];
  let clients: RawClient[];
  let one: RawClient;
  let other: RawClient;

  before(async () => {
    redis = await startRedis();
    daemons = await Promise.all([0, 1].map(() => startDaemon({ args: redis.args })));
    clients = daemons.map(({ address }) => new RawClient(address));
    [one, other] = clients as [RawClient, RawClient];
    for (const client of clients) {
      await until(async () => (await mirrorStatus(client)).connected === true);
      await untilMirrored(client);
    }
  });
  after(async () => {
    for (const client of clients) client.close();
    for (const daemon of daemons) {
      assert.doesNotMatch(daemon.log(), /failed inside the daemon|cannot be told|Warning|Unhandled/);
      assert.equal(await daemon.stop(), 0);
      removeFolder(daemon.state_dir);
    }
    await redis.remove();
  });

  it('reach the subscribers of the other daemon, live and durable, each once', async () => {
    const ears = clients.map((client) => new Ear(client, ['pf:*']));
    await Promise.all(ears.map(({ ready }) => ready));
    const agents = clients.map((client, index) => agentOf(client, `agent-${index}`));
    const count = 50;
    for (let n = 0; n < count; n += 1) {
      for (const [index, agent] of agents.entries()) {
        const payload = { n, index, exact: { __decimal__: '0.1' } };
        await agent.publish('pf:signals:BTC-PERP', payload, {
          durable: n % 2 === 0,
          confidence: 0.8,
          source: 'test',
        });
      }
    }
    await agents[0]?.publish('pf:broadcast', 'the end', { durable: true });
    await agents[1]?.publish('pf:broadcast', 'the end', { durable: true });
    for (const ear of ears)
      await until(() => ear.payloads.filter((payload) => payload === 'the end').length === 2);
    for (const [index, ear] of ears.entries()) {
      const signals = ear.heard.filter(({ channel }) => channel === 'pf:signals:BTC-PERP');
      const names = signals.map(({ payload }) => {
        const { n, index: from, ...rest } = JSON.parse(payload.json);
        assert.deepEqual(rest, { exact: { __decimal__: '0.1' } });
        return `${from}/${n}`;
      });
      assert.equal(names.length, 2 * count, `daemon ${index} heard each once`);
      assert.equal(new Set(names).size, 2 * count);
      for (const signal of signals) {
        const is_own = JSON.parse(signal.payload.json).index === index;
        assert.equal(signal.confidence, 0.8);
        assert.equal(signal.agent_id, is_own ? `agent-${index}` : '_redis');
        assert.match(signal.source, is_own ? /^test$/ : /^redis:[0-9a-f-]{36}:agent-\d:test$/);
        assert.equal(is_own || !signal.durable, true, 'what comes from Redis is never durable');
      }
      ear.close();
    }
  });

  it('of programs that publish plain JSON are heard by both, marked as what they are', async () => {
    const ears = clients.map((client) => new Ear(client, ['pf:signals:ETH-PERP']));
    await Promise.all(ears.map(({ ready }) => ready));
    const message = { market: 'ETH-PERP', type: 'LONG', confidence: 0.82, source: 'rsi', ts: 1700000000.5 };
    await redis.client.publish('pf:signals:ETH-PERP', JSON.stringify(message));
    for (const ear of ears) {
      await until(() => ear.heard.length === 1);
      const [signal] = ear.heard;
      assert.deepEqual(JSON.parse(signal.payload.json), message);
      assert.deepEqual(
        [signal.confidence, signal.source, signal.agent_id, signal.durable, signal.revision],
        [0.82, 'redis:rsi', '_redis', false, '0'],
      );
      ear.close();
    }
  });

  it('that are none are counted and dropped', async () => {
    const ear = new Ear(one, ['pf:*']);
    await ear.ready;
    const { messages_in_dropped, messages_in } = await mirrorStatus(one);
    const poison: [channel: string, message: string | Buffer][] = [
      ['pf:signals:X', 'not JSON'],
      ['pf:signals:X', ''],
      ['pf:signals:X', '[1, 2]'],
      ['pf:signals:X', '"text"'],
      ['pf:signals:X', '{"confidence": 82}'],
      ['pf:signals:X', '{"confidence": "high"}'],
      ['pf:signals:X', '{"confidence": NaN}'],
      ['pf:signals:X', Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d])],
      ['pf:signals:X', JSON.stringify({ nested: { note: `the key is ${PF_KEY}` } })],
      ['pf:signals:X', JSON.stringify({ text: 'x'.repeat(200_000) })],
      ['pf:signals:X', Buffer.alloc(10_000_000, 'x')],
      ['pf:signals:X', `${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`],
      ['pf:signals:X', '{"_holdfast": 1}'],
      ['pf:signals:X', '{"_holdfast": {"origin": "x"}}'],
      ['pf:signals:X', '{"__proto__": {"a": 1}, "_holdfast": {"origin": 1, "id": []}}'],
      [`pf:signals:${'x'.repeat(200)}`, '{}'],
      ['pf:signals:has space', '{}'],
      [`pf:alerts:${PF_KEY}`, '{}'],
      ['pf:signals:', '{}'],
    ];
    for (const [channel, message] of poison) await redis.client.publish(channel, message);
    await redis.client.publish('pf:alerts:last', '{"last": true}');
    await until(() => ear.heard.length > 0);
    assert.deepEqual(ear.payloads, [{ last: true }]);
    const status = await mirrorStatus(one);
    assert.equal(Number(status.messages_in_dropped) - Number(messages_in_dropped), poison.length);
    assert.equal(Number(status.messages_in) - Number(messages_in), 1);
    ear.close();
  });

  it('that a daemon sent come back to it as known, also when another passes them on', async () => {
    const ears = clients.map((client) => new Ear(client, ['pf:broadcast']));
    await Promise.all(ears.map(({ ready }) => ready));
    const subscriber = redis.client.duplicate();
    const messages: string[] = [];
    subscriber.on('message', (_, message: string) => messages.push(message));
    await subscriber.subscribe('pf:broadcast');
    await agentOf(one, 'echo').publish('pf:broadcast', { once: true });
    await until(() => messages.length === 1);
    // A program that passes on what it hears, as it is.
    await redis.client.publish('pf:broadcast', messages[0] ?? '');
    await redis.client.publish('pf:broadcast', '{"end": true}');
    for (const ear of ears) {
      await until(() => ear.payloads.some((payload) => JSON.stringify(payload) === '{"end":true}'));
      assert.deepEqual(ear.payloads, [{ once: true }, { end: true }]);
      ear.close();
    }
    subscriber.disconnect();
  });

  it('are not taken for known because another message came first under their id', async () => {
    const ears = clients.map((client) => new Ear(client, ['pf:signals:FIRST']));
    await Promise.all(ears.map(({ ready }) => ready));
    const message = (payload: object): string =>
      JSON.stringify({
        ...payload,
        _holdfast: {
          ...{ origin: 'somebody', id: 'signal-1', agent_id: 'a', source: 's', confidence: 1 },
          ...{ added: [], is_value: false },
        },
      });
    const sent = [{ noise: 1 }, { sell: 'all' }, { noise: 1 }, { sell: 'all' }, { end: true }];
    for (const payload of sent) await redis.client.publish('pf:signals:FIRST', message(payload));
    for (const ear of ears) {
      await until(() => ear.payloads.some((payload) => JSON.stringify(payload) === '{"end":true}'));
      assert.deepEqual(ear.payloads, [{ noise: 1 }, { sell: 'all' }, { end: true }]);
      assert.equal(new Set(ear.heard.map(({ signal_id }) => signal_id)).size, 3, 'nor by their ids here');
      ear.close();
    }
  });

  it('of the journal are published once, also when the daemon is killed in between', async () => {
    const subscriber = redis.client.duplicate();
    const heard: number[] = [];
    subscriber.on('message', (_, message: string) => heard.push(JSON.parse(message).n));
    await subscriber.subscribe('pf:signals:KILL');
    const folder = daemons[0]?.state_dir ?? '';
    let sent = 0;
    for (let round = 0; round < 3; round += 1) {
      const agent = agentOf(one, 'killed');
      for (let n = 0; n < 20; n += 1) {
        await agent.publish('pf:signals:KILL', { n: sent }, { durable: true });
        sent += 1;
      }
      one.close();
      await daemons[0]?.kill();
      const again = await startDaemon({ args: redis.args, state_dir: folder });
      daemons[0] = again;
      one = new RawClient(again.address);
      clients[0] = one;
      await untilMirrored(one);
      await until(() => heard.length >= sent);
    }
    assert.deepEqual(
      heard,
      Array.from({ length: sent }, (_, n) => n),
    );
    subscriber.disconnect();
  });

  it('cost no memory while Redis stands still: they are dropped and counted', async () => {
    await until(async () => (await mirrorStatus(one)).connected === true);
    const rss = async () => Number((await one.call('Admin', 'Stats', {})).rss_bytes);
    const before = await rss();
    redis.process.kill('SIGSTOP');
    const agent = agentOf(one, 'flood');
    const payload = { text: 'x'.repeat(60_000) };
    for (let n = 0; n < 5000; n += 50) {
      await Promise.all(Array.from({ length: 50 }, () => agent.publish('pf:signals:FLOOD', payload)));
      const { queue } = await mirrorStatus(one);
      assert.ok(queue <= 1024, `queue ${queue}`);
    }
    const { messages_out_dropped } = await mirrorStatus(one);
    redis.process.kill('SIGCONT');
    assert.ok(Number(messages_out_dropped) > 1000, `${messages_out_dropped} of 5000 were dropped`);
    const grown = (await rss()) - before;
    // 300 MB were published; what the calls themselves need comes and goes.
    assert.ok(grown < 150_000_000, `grew by ${grown} bytes`);
    await until(
      async () => (await mirrorStatus(one)).connected === true && (await mirrorStatus(one)).queue === 0,
    );
    await until(async () => (await mirrorStatus(other)).connected === true);
  });
});
