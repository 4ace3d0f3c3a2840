/** Service Signals over a socket: what is refused, a retry, lists, and what was dropped. */
import assert from 'node:assert/strict';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { Exchange } from '../signals/support.js';
import { removeFolder, startDaemon, temporaryFolder } from '../support/daemon.js';
import { RawClient, type Reply, refusal } from '../support/rawClient.js';
import {
  call,
  client,
  consume,
  mutate,
  oneDaemon,
  publish,
  Stream,
  subscribe,
  value,
} from '../support/signals.js';
import { findings, requestId, until } from '../support/work.js';

const PF_KEY = ['pf', 'live', 'abcdefghijklmnop'].join('_');

oneDaemon();

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
    ['Publish', { channel: 'a', source: ' Holdfast\u00a0' }, 'INVALID_FIELD', 'source'],
    ['Publish', { agent_id: 'holdfast', channel: 'a' }, 'INVALID_FIELD', 'source'],
    ['Publish', { agent_id: 'HoldFast', channel: 'a', durable: true }, 'INVALID_FIELD', 'source'],
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
