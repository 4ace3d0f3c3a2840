/** Service Signals over a socket: refusals, live and replayed subscriptions, slow ones, consumers, and a killed daemon. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { cpSync } from 'node:fs';
import {
  type ClientHttp2Session,
  type ClientHttp2Stream,
  connect as connectHttp2,
  constants,
} from 'node:http2';
import { connect } from 'node:net';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { ClientReadableStream, ServiceError } from '@grpc/grpc-js';
import fc from 'fast-check';
import { serviceDefinition } from '../../src/rpc/proto.js';
import { compilePatterns } from '../../src/tiers/signals/patterns.js';
import { Exchange } from '../signals/support.js';
import { removeFolder, startDaemon, type TestDaemon, temporaryFolder } from '../support/daemon.js';
import { RawClient, type Reply, RpcError, refusal } from '../support/rawClient.js';
import { findings, requestId, until } from '../support/work.js';

const PF_KEY = ['pf', 'live', 'abcdefghijklmnop'].join('_');

const method = serviceDefinition('Signals').Subscribe as NonNullable<
  ReturnType<typeof serviceDefinition>[string]
>;

let daemon: TestDaemon;
let client: RawClient;

before(async () => {
  daemon = await startDaemon();
  client = new RawClient(daemon.address);
});

after(async () => {
  assert.deepEqual(await findings(client), []);
  assert.doesNotMatch(daemon.log(), /failed inside the daemon|cannot be told|Warning/);
  client.close();
  await daemon.stop();
  removeFolder(daemon.state_dir);
});

const call = (method: string, request: object, through = client) =>
  through.call('Signals', method, { agent_id: 'alpha', ...request });
const mutate = (method: string, request: object, through = client) =>
  call(method, { request_id: requestId(), ...request }, through);
const publish = (channel: string, value: unknown = null, more: object = {}, through = client) =>
  mutate('Publish', { channel, payload: { json: JSON.stringify(value) }, durable: true, ...more }, through);
const value = ({ signal }: Reply): unknown => JSON.parse(signal.payload.json);

/** A stream that remembers what it got. */
class Stream {
  readonly messages: Reply[] = [];
  readonly stream: ClientReadableStream<Reply>;
  readonly ended: Promise<RpcError>;
  is_over = false;

  constructor(method: 'Subscribe' | 'Consume', request: object, through = client) {
    this.stream = through.stream('Signals', method, { agent_id: 'alpha', ...request });
    this.stream.on('data', (message) => this.messages.push(message));
    this.ended = new Promise((resolve) => {
      this.stream.on('error', (error: ServiceError) => {
        this.is_over = true;
        resolve(new RpcError(error));
      });
    });
  }

  get signals(): Reply[] {
    return this.messages.filter(({ signal }) => signal !== null);
  }
  get values(): unknown[] {
    return this.signals.map(value);
  }

  async has(count: number): Promise<void> {
    await until(() => this.is_over || this.signals.length >= count);
  }
  async isLive(): Promise<this> {
    await until(() => this.is_over || this.messages.some(({ live }) => live));
    return this;
  }
  async cancel(): Promise<void> {
    this.stream.cancel();
    await this.ended;
  }
}

const subscribe = (request: object, through = client) => new Stream('Subscribe', request, through).isLive();
const consume = (request: object, through = client) => new Stream('Consume', request, through);

describe('what is refused', () => {
  const long = 'x'.repeat(129);
  const cases: [string, object, string, string][] = [
    ['Publish', { channel: '' }, 'FIELD_REQUIRED', 'channel'],
    ['Publish', { channel: 'a*' }, 'INVALID_FIELD', 'channel'],
    ['Publish', { channel: 'a b' }, 'INVALID_FIELD', 'channel'],
    ['Publish', { channel: long }, 'LIMIT_EXCEEDED', 'channel'],
    ['Publish', { channel: 'a', confidence: 1.01 }, 'INVALID_FIELD', 'confidence'],
    ['Publish', { channel: 'a', confidence: Number.NaN }, 'INVALID_FIELD', 'confidence'],
    ['Publish', { channel: 'a', source: 'holdfast' }, 'INVALID_FIELD', 'source'],
    ['Publish', { channel: 'a', source: long }, 'LIMIT_EXCEEDED', 'source'],
    ['Publish', { channel: 'a', source: PF_KEY }, 'SECRET_IN_DOCUMENT', 'source'],
    ['Publish', { channel: 'a', payload: { json: `{"k":["${PF_KEY}"]}` } }, 'SECRET_IN_DOCUMENT', 'payload'],
    [
      'Publish',
      { channel: 'a', payload: { json: `"${'x'.repeat(65_536)}"` } },
      'DOCUMENT_TOO_LARGE',
      'payload',
    ],
    ['Publish', { channel: 'a', payload: {} }, 'FIELD_REQUIRED', 'payload'],
    ['Publish', { agent_id: '*', channel: 'a' }, 'INVALID_FIELD', 'agent_id'],
    ['Publish', { request_id: '', channel: 'a' }, 'FIELD_REQUIRED', 'request_id'],
    ['PutConsumer', { name: 'c', patterns: [] }, 'FIELD_REQUIRED', 'patterns'],
    ['PutConsumer', { name: 'c', patterns: Array(65).fill('a') }, 'LIMIT_EXCEEDED', 'patterns'],
    ['PutConsumer', { name: 'c', patterns: ['a', 'pf:alerts:*'] }, 'ACCESS_DENIED', 'patterns[1]'],
    ['PutConsumer', { name: 'c/d', patterns: ['a'] }, 'INVALID_FIELD', 'name'],
    [
      'PutConsumer',
      { name: 'c', patterns: ['a'], ack_timeout: { nanos: 999_000_000 } },
      'INVALID_FIELD',
      'ack_timeout',
    ],
    ['PutConsumer', { name: 'c', patterns: ['a'], max_deliveries: 1001 }, 'INVALID_FIELD', 'max_deliveries'],
    [
      'PutConsumer',
      { name: 'c', patterns: ['a'], from_revision: '999999' },
      'REVISION_IN_FUTURE',
      'from_revision',
    ],
    ['DeleteConsumer', { name: 'none' }, 'NOT_FOUND', 'name'],
    ['AckSignals', { name: 'none', signal_ids: ['signal-00000000001'] }, 'NOT_FOUND', 'name'],
    ['AckSignals', { name: 'none', signal_ids: [] }, 'FIELD_REQUIRED', 'signal_ids'],
    ['AckSignals', { name: 'none', signal_ids: ['live-1'] }, 'NOT_FOUND', 'signal_ids[0]'],
    [
      'AckSignals',
      { name: 'none', signal_ids: ['signal-00000000001', 'signal-00000000001'] },
      'INVALID_FIELD',
      'signal_ids[1]',
    ],
    [
      'NackSignals',
      { name: 'c', signal_ids: ['signal-00000000001'], delay: { seconds: 43_201 } },
      'INVALID_FIELD',
      'delay',
    ],
    ['RedriveDeadLetters', { name: 'none' }, 'NOT_FOUND', 'name'],
    ['ListDeadLetters', { name: 'none' }, 'NOT_FOUND', 'name'],
    ['ListSignals', { patterns: ['*'] }, 'ACCESS_DENIED', 'patterns[0]'],
    ['ListSignals', { patterns: ['a'], page_size: 1001 }, 'LIMIT_EXCEEDED', 'page_size'],
    ['ListSignals', { patterns: ['a'], page_token: 'x.y' }, 'INVALID_PAGE_TOKEN', 'page_token'],
    ['PutAlertRule', {}, 'FIELD_REQUIRED', 'rule'],
    ['PutAlertRule', { rule: { name: 'r' } }, 'FIELD_REQUIRED', 'rule.balance_below'],
    [
      'PutAlertRule',
      { rule: { name: 'r', balance_below: { account: 'a', asset: 'USDC', amount: '1e3' } } },
      'INVALID_AMOUNT',
      'rule.balance_below.amount',
    ],
    [
      'PutAlertRule',
      { rule: { name: 'r', drawdown_near: { fraction_of_limit: '1.01' } } },
      'INVALID_AMOUNT',
      'rule.drawdown_near.fraction_of_limit',
    ],
    [
      'PutAlertRule',
      { rule: { name: 'r', drawdown_near: { fraction_of_limit: '0' } } },
      'INVALID_AMOUNT',
      'rule.drawdown_near.fraction_of_limit',
    ],
    ['DeleteAlertRule', { name: 'none' }, 'NOT_FOUND', 'name'],
  ];
  for (const [method, request, reason, field] of cases) {
    for (const durable of method === 'Publish' ? [true, false] : [undefined]) {
      test(`${method} ${JSON.stringify(request).slice(0, 60)} ${durable ?? ''}: ${reason}`, async () => {
        const mutates = !method.startsWith('List');
        const whole = {
          ...(mutates && { request_id: requestId() }),
          ...(durable !== undefined && { durable, payload: { json: '1' } }),
          ...request,
        };
        const error = await refusal(call(method, whole));
        assert.deepEqual([error.reason, error.field], [reason, field]);
        assert.doesNotMatch(error.message, new RegExp(PF_KEY));
      });
    }
  }

  test('subscriptions and streams of consumers', async () => {
    const streams: ['Subscribe' | 'Consume', object, string, string][] = [
      ['Subscribe', { patterns: [] }, 'FIELD_REQUIRED', 'patterns'],
      ['Subscribe', { patterns: ['*'] }, 'ACCESS_DENIED', 'patterns[0]'],
      ['Subscribe', { patterns: ['pf:alerts:beta'] }, 'ACCESS_DENIED', 'patterns[0]'],
      ['Subscribe', { patterns: ['a,b'] }, 'INVALID_FIELD', 'patterns[0]'],
      ['Subscribe', { patterns: ['a'], min_confidence: -1 }, 'INVALID_FIELD', 'min_confidence'],
      ['Subscribe', { patterns: ['a'], from_revision: '99999999' }, 'REVISION_IN_FUTURE', 'from_revision'],
      ['Consume', { name: 'none' }, 'NOT_FOUND', 'name'],
      ['Consume', { name: 'none', max_in_flight: 1001 }, 'INVALID_FIELD', 'max_in_flight'],
    ];
    for (const [method, request, reason, field] of streams) {
      const error = await new Stream(method, request).ended;
      assert.deepEqual([error.reason, error.field], [reason, field], JSON.stringify(request));
    }
  });

  test('an ephemeral signal within a transaction', async () => {
    const mutations = [{ publish: { channel: 'a', payload: { json: '1' } } }];
    const request = { agent_id: 'alpha', request_id: requestId(), mutations };
    const error = await refusal(client.call('Transact', 'Transact', request));
    assert.deepEqual([error.reason, error.field], ['INVALID_FIELD', 'mutations[0].publish.durable']);
  });

  test('an ephemeral signal of a process that was replaced', async () => {
    await client.call('Operations', 'TakeOver', { agent_id: 'old', request_id: requestId() });
    const error = await refusal(publish('a', 1, { agent_id: 'old', epoch: '7', durable: false }));
    assert.deepEqual([error.reason, error.metadata.current], ['STALE_EPOCH', '1']);
  });
});

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

/** A subscription on a connection of its own that takes nothing until it is told to; grpc-js would read ahead. */
class Sleeper {
  readonly #session: ClientHttp2Session;
  readonly #stream: ClientHttp2Stream;
  readonly #chunks: Buffer[] = [];

  constructor(address: string, request: object) {
    this.#session = connectHttp2('http://localhost', {
      createConnection: () => connect(address.slice('unix:'.length)),
    });
    this.#session.on('error', () => {});
    this.#stream = this.#session.request({
      ':method': 'POST',
      ':path': method.path,
      'content-type': 'application/grpc',
      te: 'trailers',
    });
    this.#stream.on('error', () => {});
    this.#stream.pause();
    const bytes = method.requestSerialize(request);
    const head = Buffer.alloc(5);
    head.writeUInt32BE(bytes.length, 1);
    this.#stream.end(Buffer.concat([head, bytes]));
  }

  get reset_code(): number {
    return this.#stream.closed ? this.#stream.rstCode : 0;
  }

  /** Reads what is left, to the end; the messages, and the status with its details. */
  async wake(): Promise<{ messages: Reply[]; status: string; details: string }> {
    this.#stream.on('data', (chunk) => this.#chunks.push(chunk));
    this.#stream.resume();
    const [trailers] = await once(this.#stream, 'trailers');
    const whole = Buffer.concat(this.#chunks);
    const messages: Reply[] = [];
    for (let at = 0; at < whole.length; at += 5 + whole.readUInt32BE(at + 1)) {
      messages.push(method.responseDeserialize(whole.subarray(at + 5, at + 5 + whole.readUInt32BE(at + 1))));
    }
    const details = Buffer.from(String(trailers['grpc-status-details-bin']), 'base64').toString('latin1');
    return { messages, status: String(trailers['grpc-status']), details };
  }

  close(): void {
    this.#session.destroy();
  }
}

describe('signals that were dropped', () => {
  test('refuse who would have heard them, and are the loss of a consumer that is behind', async () => {
    // Published long ago, as the store's clock has it: the daemon's first sweep drops them.
    const store = new Exchange();
    store.consumer({ patterns: ['a'] });
    for (let n = 0; n < 3; n += 1) store.publish('a', n);
    store.db.pragma('wal_checkpoint(TRUNCATE)');
    const state_dir = temporaryFolder();
    cpSync(store.path, join(state_dir, 'holdfast.db'));
    store.close();
    const own = await startDaemon({ state_dir });
    const through = new RawClient(own.address);
    const listed = () => call('ListSignals', { patterns: ['a'] }, through);
    await until(async () => (await listed()).signals.length === 0);
    const { header } = await publish('a', 'fresh', {}, through);
    const refused = new Stream('Subscribe', { patterns: ['a'], from_revision: '2' }, through);
    const { status, reason, metadata, field } = await refused.ended;
    assert.deepEqual([status, reason, field], ['OUT_OF_RANGE', 'REVISION_COMPACTED', 'from_revision']);
    for (const from_revision of ['0', metadata.floor]) {
      const stream = await subscribe({ patterns: ['a'], from_revision }, through);
      assert.deepEqual(stream.values, ['fresh']);
      await stream.cancel();
    }
    const consumer = consume({ agent_id: 'agent-1', name: 'c' }, through);
    await consumer.has(1);
    assert.deepEqual(consumer.values, ['fresh']);
    assert.equal(consumer.signals[0]?.signal.revision, header.revision);
    assert.deepEqual(await findings(through), []);
    await consumer.cancel();
    through.close();
    await own.stop();
    removeFolder(state_dir);
  });
});

describe('a subscriber that does not keep up', () => {
  const live = (value_: unknown, through: RawClient) => publish('f', value_, { durable: false }, through);

  test('is cut with a place to go on from, while others hear everything', { timeout: 60_000 }, async () => {
    const own = await startDaemon({ args: ['--max-queued-signals', '50', '--slow-consumer-ms', '60000'] });
    const through = new RawClient(own.address);
    const fast = await subscribe({ patterns: ['f'] }, through);
    const slow = new Sleeper(own.address, { agent_id: 'alpha', patterns: ['f'] });
    await until(async () => (await live(0, through)).subscribers === 2);
    const before = fast.signals.length;
    const filler = 'x'.repeat(50_000);
    let published = 0;
    let subscribers = 2;
    while (subscribers === 2 && published < 2000) {
      ({ subscribers } = await publish('f', { filler, published }, {}, through));
      published += 1;
    }
    assert.equal(subscribers, 1);
    await fast.has(before + published);
    assert.equal(fast.signals.length, before + published);
    const { messages, status, details } = await slow.wake();
    assert.equal(status, '8');
    assert.match(details, /SLOW_CONSUMER/);
    const [, resume_revision] = /resume_revision..(\d+)/s.exec(details) ?? [];
    // It got a part, in order, and goes on where that ended.
    const again = await subscribe({ patterns: ['f'], from_revision: resume_revision }, through);
    const numbers = [...messages, ...again.messages]
      .filter(({ signal }) => signal?.durable)
      .map((message) => (value(message) as { published: number }).published);
    assert.deepEqual(
      numbers,
      Array.from({ length: published }, (_, n) => n),
    );
    assert.ok(again.signals.length >= 50);
    await Promise.all([fast.cancel(), again.cancel()]);
    slow.close();
    through.close();
    await own.stop();
    removeFolder(own.state_dir);
  });

  test('or takes nothing for too long, and is reset if it never reads', { timeout: 60_000 }, async () => {
    const own = await startDaemon({ args: ['--slow-consumer-ms', '300'] });
    const through = new RawClient(own.address);
    const slow = new Sleeper(own.address, { agent_id: 'alpha', patterns: ['f'] });
    await until(async () => (await live(0, through)).subscribers === 1);
    const filler = 'x'.repeat(60_000);
    for (let n = 0; n < 60; n += 1) await live(filler, through);
    await until(async () => (await live(0, through)).subscribers === 0);
    await until(() => slow.reset_code === constants.NGHTTP2_ENHANCE_YOUR_CALM);
    slow.close();
    through.close();
    await own.stop();
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

describe('ListSignals', () => {
  test('pages newest first, by pattern, time and confidence', async () => {
    const published: Reply[] = [];
    for (let n = 0; n < 7; n += 1)
      published.push(await publish(`l:${n % 2}`, n, { confidence: n === 4 ? 0.1 : 1 }));
    const list = async (request: object): Promise<unknown[]> => {
      const found: unknown[] = [];
      let page_token = '';
      do {
        const page = await call('ListSignals', { patterns: ['l:*'], page_size: 2, ...request, page_token });
        assert.ok(page.signals.length <= 2);
        found.push(...page.signals.map((signal: Reply) => value({ signal })));
        ({ next_page_token: page_token } = page);
      } while (page_token !== '');
      return found;
    };
    assert.deepEqual(await list({}), [6, 5, 4, 3, 2, 1, 0]);
    assert.deepEqual(await list({ patterns: ['l:0'] }), [6, 4, 2, 0]);
    assert.deepEqual(await list({ patterns: ['l:0'], min_confidence: 0.5 }), [6, 2, 0]);
    const at = (n: number) => published[n]?.header.committed_at;
    assert.deepEqual(await list({ since: at(2), until: at(5) }), [4, 3, 2]);
    assert.deepEqual(await list({ until: at(1) }), [0]);
    assert.deepEqual(await list({ since: { seconds: '9000000000' } }), []);
  });

  test('ends a page after trying patterns on channels often enough, and goes on there', async () => {
    const agent_id = 'many';
    const publishes = Array.from({ length: 400 }, (_, n) => ({
      publish: { channel: `many:${n}`, payload: { json: '{}' }, durable: true },
    }));
    for (const mutations of [publishes.slice(0, 200), publishes.slice(200)])
      await client.call('Transact', 'Transact', { agent_id, request_id: requestId(), mutations });
    const patterns = ['many:0', ...Array.from({ length: 63 }, (_, n) => `many:*-${n}*`)];
    const first = await call('ListSignals', { agent_id, patterns });
    assert.deepEqual(first.signals, []);
    const rest = await call('ListSignals', { agent_id, patterns, page_token: first.next_page_token });
    assert.deepEqual(
      rest.signals.map(({ channel }: Reply) => channel),
      ['many:0'],
    );
    const wide = ['many:0*', ...patterns.slice(1)];
    await mutate('PutConsumer', { agent_id, name: 'wide', patterns: wide, from_revision: '0' });
    const { consumers, unread_signals, truncated } = await client.call('Operations', 'Resume', { agent_id });
    const [consumer] = consumers;
    assert.deepEqual([consumer.waiting, consumer.waiting_is_partial], ['1', false]);
    assert.deepEqual([unread_signals.length, truncated], [1, ['unread_signals']]);
  });
});

describe('a consumer', () => {
  const ids = (messages: Reply[]) => messages.map(({ signal }) => signal.signal_id);

  test('gets each signal until it is acknowledged', async () => {
    const put = { name: 'one', patterns: ['c1'], ack_timeout: { seconds: 1 }, max_deliveries: 2 };
    const { consumer, created } = await mutate('PutConsumer', put);
    assert.ok(created);
    assert.deepEqual(
      [consumer.ack_timeout, consumer.max_deliveries, consumer.waiting, consumer.pending],
      [{ seconds: '1', nanos: 0 }, 2, '0', '0'],
    );
    const stream = consume({ name: 'one' });
    const [a, b, c] = [await publish('c1', 'a'), await publish('c1', 'b'), await publish('c1', 'c')];
    await stream.has(3);
    assert.deepEqual(ids(stream.signals), [a?.signal_id, b?.signal_id, c?.signal_id]);
    const [first] = stream.signals;
    assert.equal(first?.delivery, 1);
    assert.ok(Number(first?.ack_by.seconds) >= Number(a?.header.committed_at.seconds) + 1);
    const acked = await mutate('AckSignals', { name: 'one', signal_ids: [a?.signal_id] });
    assert.equal(acked.acknowledged, 1);
    await mutate('NackSignals', { name: 'one', signal_ids: [b?.signal_id] });
    // b at once, c after its time.
    await stream.has(5);
    assert.deepEqual(
      stream.signals.slice(3).map((message) => [value(message), message.delivery]),
      [
        ['b', 2],
        ['c', 2],
      ],
    );
    await until(async () => {
      const { consumers } = await call('ListConsumers', {});
      return consumers.find(({ name }: Reply) => name === 'one')?.dead === '2';
    });
    const { signals } = await call('ListDeadLetters', { name: 'one' });
    assert.deepEqual(
      signals.map((signal: Reply) => value({ signal })),
      ['c', 'b'],
    );
    const { redriven } = await mutate('RedriveDeadLetters', { name: 'one', signal_ids: [c?.signal_id] });
    assert.equal(redriven, 1);
    await stream.has(6);
    assert.deepEqual([value(stream.signals[5]), stream.signals[5]?.delivery], ['c', 1]);
    await mutate('DeleteConsumer', { name: 'one' });
    assert.equal((await stream.ended).reason, 'NOT_FOUND');
  });

  test('holds back beyond max_in_flight, and goes on when there is room', { timeout: 60_000 }, async () => {
    await mutate('PutConsumer', { name: 'two', patterns: ['c2'] });
    const stream = consume({ name: 'two', max_in_flight: 10 });
    const published = await Promise.all(Array.from({ length: 200 }, (_, n) => publish('c2', n)));
    await stream.has(10);
    assert.equal(stream.signals.length, 10);
    let done = 0;
    while (done < 200) {
      await stream.has(Math.min(200, done + 10));
      assert.ok(stream.signals.length <= done + 10);
      const next = ids(stream.signals.slice(done, done + 5));
      await mutate('AckSignals', { name: 'two', signal_ids: next });
      done += next.length;
    }
    assert.deepEqual(ids(stream.signals), published.map(({ signal_id }) => signal_id).sort());
    await stream.cancel();
  });

  test('shares its signals among its streams', { timeout: 60_000 }, async () => {
    await mutate('PutConsumer', { name: 'three', patterns: ['c3'] });
    const streams = Array.from({ length: 4 }, () => consume({ name: 'three', max_in_flight: 5 }));
    const published = await Promise.all(Array.from({ length: 100 }, (_, n) => publish('c3', n)));
    const acknowledged = new Set<string>();
    await until(async () => {
      for (const stream of streams) {
        const signal_ids = ids(stream.signals).filter((id) => !acknowledged.has(id));
        if (signal_ids.length === 0) continue;
        await mutate('AckSignals', { name: 'three', signal_ids });
        for (const id of signal_ids) acknowledged.add(id);
      }
      return acknowledged.size === 100;
    });
    const got = streams.map((stream) => ids(stream.signals));
    assert.deepEqual(got.flat().sort(), published.map(({ signal_id }) => signal_id).sort());
    for (const own of got) assert.ok(own.length > 0, 'each got some');
    await Promise.all(streams.map((stream) => stream.cancel()));
  });

  test('acts exactly once with an acknowledgement in the same transaction', async () => {
    const agent_id = 'worker';
    await mutate('PutConsumer', { agent_id, name: 'w', patterns: ['jobs'], ack_timeout: { seconds: 1 } });
    const stream = consume({ agent_id, name: 'w' });
    const { signal_id } = await publish('jobs', { pay: '5' });
    // Two workers hold the same signal: it came again before the first was done.
    await stream.has(2);
    const act = () =>
      client.call('Transact', 'Transact', {
        agent_id,
        request_id: requestId(),
        mutations: [
          { ack_signals: { name: 'w', signal_ids: [signal_id] } },
          { post_transaction: { delta: { account: 'cash', asset: 'USDC', amount: '5' } } },
        ],
      });
    const results = await Promise.allSettled([act(), act()]);
    assert.deepEqual(results.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
    const failed = results.find((one) => one.status === 'rejected');
    assert.ok(failed !== undefined);
    const { reason, field, metadata } = failed.reason as RpcError;
    assert.deepEqual(
      [reason, field, metadata.signal_id],
      ['WRONG_STATE', 'mutations[0].ack_signals.signal_ids[0]', signal_id],
    );
    const { balances } = await client.call('Ledger', 'GetBalances', { agent_id });
    assert.equal(balances.find(({ account }: Reply) => account === 'cash')?.posted, '5');
    await stream.cancel();
  });

  test('is taken from no more by a process that was replaced', { timeout: 60_000 }, async () => {
    const agent_id = 'replaced';
    const takeOver = () => client.call('Operations', 'TakeOver', { agent_id, request_id: requestId() });
    await mutate('PutConsumer', { agent_id, name: 'r', patterns: ['r'] });
    const unfenced = consume({ agent_id, name: 'r' });
    await publish('r', 0);
    await unfenced.has(1);
    const { epoch } = await takeOver();
    const first = consume({ agent_id, name: 'r', epoch });
    assert.equal((await unfenced.ended).reason, 'STALE_EPOCH');
    await publish('r', 1);
    await first.has(1);
    const { epoch: newest } = await takeOver();
    for (let n = 2; n < 30; n += 1) await publish('r', n);
    const { reason, metadata } = await first.ended;
    assert.deepEqual([reason, metadata.current], ['STALE_EPOCH', newest]);
    const late = await consume({ agent_id, name: 'r', epoch }).ended;
    assert.equal(late.reason, 'STALE_EPOCH');
    const second = consume({ agent_id, name: 'r', epoch: newest });
    await second.has(28);
    assert.deepEqual(
      second.signals.map(value),
      Array.from({ length: 28 }, (_, n) => n + 2),
    );
    assert.deepEqual([unfenced.signals.length, first.signals.length], [1, 1]);
    await second.cancel();
  });

  test('is in what a restarted agent resumes with', async () => {
    const agent_id = 'resumer';
    await mutate('PutConsumer', { agent_id, name: 'idle', patterns: ['nothing'] });
    await mutate('PutConsumer', { agent_id, name: 'busy', patterns: ['res'], min_confidence: 0.5 });
    const stream = consume({ agent_id, name: 'busy', max_in_flight: 1 });
    for (const [n, confidence] of [1, 0.1, 0.9].entries()) await publish('res', n, { confidence });
    await stream.has(1);
    const resumed = await client.call('Operations', 'Resume', { agent_id });
    assert.deepEqual(
      resumed.consumers.map(({ name, waiting, pending }: Reply) => [name, waiting, pending]),
      [['busy', '1', '1']],
    );
    assert.deepEqual(
      resumed.unread_signals.map((signal: Reply) => value({ signal })),
      [0, 2],
    );
    assert.deepEqual(resumed.truncated, []);
    await stream.cancel();
  });

  test('loses nothing with a daemon that is killed while it delivers', { timeout: 60_000 }, async () => {
    const own = await startDaemon();
    let current = own;
    let through = new RawClient(own.address);
    const put = { name: 'k', patterns: ['k'], ack_timeout: { seconds: 1 }, max_deliveries: 1000 };
    await mutate('PutConsumer', put, through);
    const published: string[] = [];
    const acknowledged = new Set<string>();
    const delivered: string[] = [];
    for (let life = 0; life < 3; life += 1) {
      const stream = consume({ name: 'k', max_in_flight: 20 }, through);
      const writing = Array.from({ length: 100 }, (_, n) =>
        publish('k', n, {}, through).then(
          ({ signal_id }) => published.push(signal_id),
          () => {},
        ),
      );
      await stream.has(15);
      const signal_ids = ids(stream.signals.slice(0, 7));
      await mutate('AckSignals', { name: 'k', signal_ids }, through);
      for (const id of signal_ids) acknowledged.add(id);
      await current.kill();
      await stream.ended;
      await Promise.all(writing);
      delivered.push(...ids(stream.signals));
      through.close();
      current = await startDaemon({ state_dir: own.state_dir });
      through = new RawClient(current.address);
    }
    const rest = consume({ name: 'k', max_in_flight: 1000 }, through);
    const missing = () => published.filter((id) => !acknowledged.has(id) && !ids(rest.signals).includes(id));
    await until(() => missing().length === 0);
    for (const id of ids(rest.signals)) assert.ok(!acknowledged.has(id), `${id} came again`);
    assert.ok(delivered.length >= 45);
    assert.deepEqual(await findings(through), []);
    await rest.cancel();
    through.close();
    await current.stop();
    removeFolder(own.state_dir);
  });
});

describe('a retry', () => {
  test('publishes once', async () => {
    const request = { request_id: requestId(), channel: 'again', payload: { json: '1' }, durable: true };
    const first = await call('Publish', request);
    const second = await call('Publish', request);
    assert.equal(second.header.replayed, true);
    assert.equal(second.signal_id, first.signal_id);
    const { signals } = await call('ListSignals', { patterns: ['again'] });
    assert.equal(signals.length, 1);
    const other = await refusal(call('Publish', { ...request, payload: { json: '2' } }));
    assert.equal(other.reason, 'IDEMPOTENCY_KEY_REUSED');
  });
});
