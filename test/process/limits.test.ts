/** Service Limits over a socket: what only shows on the wire, and fairness among real connections. */
import assert from 'node:assert/strict';
import { connect } from 'node:http2';
import { createConnection } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { Client, credentials } from '@grpc/grpc-js';
import { serviceDefinition } from '../../src/rpc/proto.js';
import { removeFolder, startDaemon, type TestDaemon } from '../support/daemon.js';
import { RawClient, type Reply, type RpcError, refusal } from '../support/rawClient.js';

const AGENT = 'agent-1';

let daemon: TestDaemon;
let client: RawClient;
let requests = 0;
const call = (method: string, request: object): Promise<Reply> =>
  client.call('Limits', method, { agent_id: AGENT, ...request });
const write = (method: string, request: object): Promise<Reply> => {
  requests += 1;
  return call(method, { request_id: `request-${requests}`, ...request });
};
const acquire = (request: object): Promise<Reply> =>
  call('AcquireTokens', { capacity: 10, refill_per_second: 0.001, ...request });
const bucketNamed = async (name: string): Promise<Reply | undefined> => {
  const { buckets } = await client.call('Limits', 'ListBuckets', { prefix: name });
  return buckets.find((each: Reply) => each.name === name && each.agent_id === '');
};
/** Asks until so many wait: the daemon is told of cancelled calls in its own time. */
async function untilWaiting(name: string, waiting: number): Promise<void> {
  while ((await bucketNamed(name))?.waiting !== waiting);
}

before(async () => {
  daemon = await startDaemon();
  client = new RawClient(daemon.address);
});
after(async () => {
  client.close();
  await daemon.stop();
  removeFolder(daemon.state_dir);
});

describe('AcquireTokens', () => {
  it('takes, says what is left, and when there is more', async () => {
    const taken = await acquire({ bucket: 'plain', tokens: 7 });
    assert.deepEqual(taken, { allowed: true, remaining: 3, retry_after: null, waited: null });
    assert.equal((await acquire({ bucket: 'plain' })).remaining, 2);
    const denied = await acquire({ bucket: 'plain', tokens: 3 });
    assert.deepEqual([denied.allowed, denied.remaining], [false, 2]);
    const retry_after_s = Number(denied.retry_after.seconds);
    assert.ok(retry_after_s > 900 && retry_after_s <= 1000, `${retry_after_s} s`);
  });

  it('takes from the bucket and the share of the agent, or from neither', async () => {
    const agent_bucket = { capacity: 2, refill_per_second: 0.001 };
    assert.equal((await acquire({ bucket: 'both', tokens: 2, agent_bucket })).remaining, 0);
    assert.equal((await acquire({ bucket: 'both', agent_bucket })).allowed, false);
    assert.equal((await acquire({ bucket: 'both', agent_bucket, agent_id: 'agent-2' })).allowed, true);
    const { buckets } = await client.call('Limits', 'ListBuckets', { prefix: 'both' });
    assert.deepEqual(
      buckets.map((each: Reply) => [each.name, each.agent_id, each.capacity, each.available, each.waiting]),
      [
        ['both', '', 10, 7, 0],
        ['both', AGENT, 2, 0, 0],
        ['both', 'agent-2', 2, 1, 0],
      ],
    );
  });

  it('waits for its tokens, and says how long', async () => {
    const size = { bucket: 'wait', capacity: 1, refill_per_second: 20, max_wait: { seconds: 5 } };
    assert.equal((await acquire(size)).waited, null);
    const waited = await acquire(size);
    assert.equal(waited.allowed, true);
    assert.ok(waited.waited.nanos > 0);
  });

  it('lets a call that was given up leave the line, and those behind it move up', async () => {
    const method = serviceDefinition('Limits').AcquireTokens;
    assert.ok(method !== undefined);
    const { path, requestSerialize, responseDeserialize } = method;
    const max_wait = { seconds: 300 };
    const size = { agent_id: AGENT, bucket: 'cancel', capacity: 10, refill_per_second: 0.05 };
    const big = { ...size, tokens: 10, max_wait };
    const other = new Client(daemon.address, credentials.createInsecure());
    const ignore = (): void => {};
    await acquire({ ...size, tokens: 9 });
    const cancelled = other.makeUnaryRequest(path, requestSerialize, responseDeserialize, big, ignore);
    await untilWaiting('cancel', 1);
    const small = acquire({ ...size, max_wait });
    await untilWaiting('cancel', 2);
    cancelled.cancel();
    assert.equal((await small).allowed, true);
    const deadline = { deadline: Date.now() + 200 };
    other.makeUnaryRequest(path, requestSerialize, responseDeserialize, big, deadline, ignore);
    await untilWaiting('cancel', 1);
    await untilWaiting('cancel', 0);
    other.close();
    // The connection breaks.
    const session = connect('http://localhost', {
      createConnection: () => createConnection(daemon.address.slice('unix:'.length)),
    });
    const headers = { ':method': 'POST', ':path': path, 'content-type': 'application/grpc', te: 'trailers' };
    const message = requestSerialize(big);
    const prefix = Buffer.alloc(5);
    prefix.writeUInt32BE(message.length, 1);
    session
      .request(headers)
      .on('error', ignore)
      .end(Buffer.concat([prefix, message]));
    await untilWaiting('cancel', 1);
    session.destroy();
    await untilWaiting('cancel', 0);
  });

  it('answers at once when the wait would be too long', async () => {
    await acquire({ bucket: 'long', tokens: 10 });
    const answer = await acquire({ bucket: 'long', max_wait: { seconds: 300 } });
    assert.deepEqual([answer.allowed, answer.waited], [false, null]);
  });

  const size = { bucket: 'b', capacity: 10, refill_per_second: 1 };
  const REFUSED: readonly (readonly [string, object, string, string, Readonly<Record<string, string>>?])[] = [
    ['no agent', { agent_id: '' }, 'FIELD_REQUIRED', 'agent_id'],
    ['no bucket', { bucket: '' }, 'FIELD_REQUIRED', 'bucket'],
    ['a name of other characters', { bucket: 'a b' }, 'INVALID_FIELD', 'bucket'],
    ['a name that is too long', { bucket: 'b'.repeat(129) }, 'LIMIT_EXCEEDED', 'bucket'],
    ['an API key', { bucket: 'pf_live_0123456789abcdef' }, 'SECRET_IN_DOCUMENT', 'bucket'],
    ['no capacity', { capacity: 0 }, 'INVALID_FIELD', 'capacity'],
    ['too large a capacity', { capacity: 1_000_000_001 }, 'INVALID_FIELD', 'capacity'],
    ['no refill', { refill_per_second: 0 }, 'INVALID_FIELD', 'refill_per_second'],
    ['a negative refill', { refill_per_second: -1 }, 'INVALID_FIELD', 'refill_per_second'],
    ['NaN', { refill_per_second: Number.NaN }, 'INVALID_FIELD', 'refill_per_second'],
    ['infinity', { refill_per_second: Number.POSITIVE_INFINITY }, 'INVALID_FIELD', 'refill_per_second'],
    ['too slow a refill', { refill_per_second: 0.0000009 }, 'INVALID_FIELD', 'refill_per_second'],
    ['more than capacity', { tokens: 11 }, 'LIMIT_EXCEEDED', 'tokens', { limit: '10', actual: '11' }],
    [
      'more than the share takes',
      { tokens: 3, agent_bucket: { capacity: 2, refill_per_second: 1 } },
      'LIMIT_EXCEEDED',
      'tokens',
      { limit: '2', actual: '3' },
    ],
    ['an empty share', { agent_bucket: {} }, 'INVALID_FIELD', 'agent_bucket.capacity'],
    [
      'a share that never refills',
      { agent_bucket: { capacity: 1 } },
      'INVALID_FIELD',
      'agent_bucket.refill_per_second',
    ],
    ['a negative wait', { max_wait: { seconds: -1 } }, 'INVALID_FIELD', 'max_wait'],
    ['too long a wait', { max_wait: { seconds: 300, nanos: 1_000_000 } }, 'INVALID_FIELD', 'max_wait'],
  ];
  for (const [name, more, reason, field, metadata = {}] of REFUSED) {
    it(`refuses ${name}`, async () => {
      const error = await refusal(acquire({ ...size, ...more }));
      assert.deepEqual([error.status, error.reason, error.field], ['INVALID_ARGUMENT', reason, field]);
      for (const [key, value] of Object.entries(metadata)) assert.equal(error.metadata[key], value);
      assert.ok(!error.message.includes('pf_live_'));
      assert.equal(await bucketNamed('b'), undefined);
    });
  }

  it('lists buckets by name in pages', async () => {
    for (const bucket of ['page/c', 'page/a', 'page/b']) await acquire({ bucket });
    const names: string[] = [];
    let page_token = '';
    do {
      const page = await client.call('Limits', 'ListBuckets', { prefix: 'page/', page_size: 2, page_token });
      names.push(...page.buckets.map((each: Reply) => each.name));
      page_token = page.next_page_token;
    } while (page_token !== '');
    assert.deepEqual(names, ['page/a', 'page/b', 'page/c']);
    const error = await refusal(client.call('Limits', 'ListBuckets', { page_token: 'x' }));
    assert.equal(error.reason, 'INVALID_PAGE_TOKEN');
  });

  it('serves 50 callers on two connections in turn, and never too much', async () => {
    const clients = [new RawClient(daemon.address), new RawClient(daemon.address)];
    const CALLERS = 50;
    const ROUNDS = 6;
    const size = { bucket: 'fair', capacity: 5, refill_per_second: 400, max_wait: { seconds: 60 } };
    const served = new Array<number>(CALLERS).fill(0);
    let greatest_lead = 0;
    let tokens_taken = 0;
    const began_ms = performance.now();
    const callOnAndOn = async (caller: number): Promise<void> => {
      // Every tenth asks for all there can be, which small calls would never let come together.
      const tokens = caller % 10 === 0 ? size.capacity : 1;
      const request = { ...size, agent_id: `caller-${caller}`, tokens };
      for (let round = 1; round <= ROUNDS; round += 1) {
        const answer = await clients[caller % 2]?.call('Limits', 'AcquireTokens', request);
        assert.equal(answer.allowed, true);
        tokens_taken += tokens;
        const elapsed_s = (performance.now() - began_ms) / 1000;
        assert.ok(tokens_taken <= size.capacity + elapsed_s * size.refill_per_second);
        served[caller] = round;
        greatest_lead = Math.max(greatest_lead, round - Math.min(...served));
      }
    };
    try {
      await Promise.all(Array.from({ length: CALLERS }, (_, caller) => callOnAndOn(caller)));
    } finally {
      for (const each of clients) each.close();
    }
    assert.equal(tokens_taken, ROUNDS * (CALLERS + (CALLERS / 10) * (size.capacity - 1)));
    // One is what a line gives; the second is for a caller whose next call was long on its way.
    assert.ok(greatest_lead <= 2, `somebody was ${greatest_lead} rounds ahead of somebody else`);
    assert.equal((await bucketNamed('fair'))?.waiting ?? 0, 0);
  });

  it('keeps to the order of arrival on one connection', async () => {
    const size = { bucket: 'order', capacity: 3, refill_per_second: 100, max_wait: { seconds: 60 } };
    await acquire({ ...size, tokens: 3 });
    const ended: number[] = [];
    const calls = Array.from({ length: 50 }, (_, n) =>
      acquire({ ...size, tokens: (n % 3) + 1 }).then(() => ended.push(n)),
    );
    await Promise.all(calls);
    assert.deepEqual(
      ended,
      Array.from({ length: 50 }, (_, n) => n),
    );
  });
});

describe('counters', () => {
  it('count, are read and listed, and are reset', async () => {
    const window = { seconds: 86400 };
    const added = await write('AddToCounter', { name: 'loss/day', delta: '-12.50', floor: '-100', window });
    const { counter, header } = added;
    assert.equal(counter.value, '-12.5');
    assert.equal(counter.revision, header.revision);
    assert.deepEqual(counter.window, { seconds: '86400', nanos: 0 });
    assert.equal(Number(counter.window_began_at.seconds) % 86400, 0);
    assert.equal(Number(counter.resets_at.seconds), Number(counter.window_began_at.seconds) + 86400);
    const read = await call('GetCounter', { name: 'loss/day', min_revision: header.revision });
    assert.deepEqual(read.counter, counter);
    await write('AddToCounter', { name: 'trades', delta: '1' });
    const listed = await call('ListCounters', { page_size: 1 });
    assert.deepEqual(listed.counters, [counter]);
    const rest = await call('ListCounters', { page_size: 1, page_token: listed.next_page_token });
    assert.deepEqual(
      [rest.counters[0].name, rest.counters[0].window, rest.next_page_token],
      ['trades', null, ''],
    );
    const reset = await write('ResetCounter', { name: 'loss/day' });
    assert.deepEqual(reset.counter, counter);
    assert.equal((await call('GetCounter', { name: 'loss/day' })).counter.value, '0');
  });

  it('gives the first reply again to a repeated request', async () => {
    const request = { request_id: 'again', name: 'again', delta: '2.0' };
    const first = await call('AddToCounter', request);
    const second = await call('AddToCounter', { ...request, delta: '2' });
    assert.deepEqual([second.header.replayed, second.counter], [true, first.counter]);
    const error = await refusal(call('AddToCounter', { ...request, delta: '3' }));
    assert.equal(error.reason, 'IDEMPOTENCY_KEY_REUSED');
    assert.equal((await call('GetCounter', { name: 'again' })).counter.value, '2');
  });

  const REFUSED: readonly (readonly [string, object, string, string])[] = [
    ['no name', { name: '' }, 'FIELD_REQUIRED', 'name'],
    ['an API key for a name', { name: 'sk_live_0123456789abcdef' }, 'SECRET_IN_DOCUMENT', 'name'],
    ['no delta', { delta: '' }, 'FIELD_REQUIRED', 'delta'],
    ['a delta of zero', { delta: '-0.00' }, 'INVALID_FIELD', 'delta'],
    ['an exponent', { delta: '1e3' }, 'INVALID_AMOUNT', 'delta'],
    ['a floor that is no amount', { floor: 'none' }, 'INVALID_AMOUNT', 'floor'],
    ['a ceiling that is no amount', { ceiling: '1,0' }, 'INVALID_AMOUNT', 'ceiling'],
    ['a floor above the ceiling', { floor: '2', ceiling: '1' }, 'INVALID_FIELD', 'floor'],
    ['too short a window', { window: { nanos: 999_000_000 } }, 'INVALID_FIELD', 'window'],
    ['too long a window', { window: { seconds: 366 * 86400 + 1 } }, 'INVALID_FIELD', 'window'],
  ];
  for (const [name, more, reason, field] of REFUSED) {
    it(`refuse ${name}`, async () => {
      const error = await refusal(write('AddToCounter', { name: 'refused', delta: '1', ...more }));
      assert.deepEqual([error.status, error.reason, error.field], ['INVALID_ARGUMENT', reason, field]);
      assert.equal((await refusal(call('GetCounter', { name: 'refused' }))).reason, 'NOT_FOUND');
    });
  }

  it('refuse what crosses a limit, and another window', async () => {
    const window = { seconds: 3600 };
    await write('AddToCounter', { name: 'hour', delta: '9', window });
    const crossed = await refusal(write('AddToCounter', { name: 'hour', delta: '2', ceiling: '10', window }));
    assert.deepEqual(
      [crossed.status, crossed.reason, crossed.field, crossed.metadata.limit, crossed.metadata.actual],
      ['FAILED_PRECONDITION', 'LIMIT_CROSSED', 'ceiling', '10', '11'],
    );
    const { counter } = await call('GetCounter', { name: 'hour' });
    assert.equal(Date.parse(crossed.metadata.reset_at ?? ''), Number(counter.resets_at.seconds) * 1000);
    const other = await refusal(write('AddToCounter', { name: 'hour', delta: '1' }));
    assert.deepEqual(
      [other.status, other.reason, other.field],
      ['FAILED_PRECONDITION', 'WRONG_STATE', 'window'],
    );
    const missing = await refusal(write('ResetCounter', { name: 'missing' }));
    assert.deepEqual([missing.status, missing.reason, missing.field], ['NOT_FOUND', 'NOT_FOUND', 'name']);
  });

  it('count in a transaction with the rest or not at all', async () => {
    const transact = (request_id: string, delta: string) =>
      client.call('Transact', 'Transact', {
        agent_id: AGENT,
        request_id,
        mutations: [
          { add_to_counter: { name: 'spent', delta, ceiling: '100' } },
          { post_transaction: { delta: { account: 'cash', asset: 'USDC', amount: `-${delta}` } } },
        ],
      });
    const done = await transact('spend-1', '60');
    assert.equal(done.results[0].add_to_counter.counter.value, '60');
    const error = await refusal(transact('spend-2', '60'));
    assert.deepEqual([error.reason, error.field], ['LIMIT_CROSSED', 'mutations[0].add_to_counter.ceiling']);
    const late = await refusal(
      client.call('Transact', 'Transact', {
        agent_id: AGENT,
        request_id: 'spend-3',
        mutations: [
          { add_to_counter: { name: 'spent', delta: '1' } },
          { add_to_counter: { name: 'spent', delta: '100', ceiling: '100' } },
        ],
      }),
    );
    assert.equal(late.field, 'mutations[1].add_to_counter.ceiling');
    assert.equal((await call('GetCounter', { name: 'spent' })).counter.value, '60');
    const { balances } = await client.call('Ledger', 'GetBalances', { agent_id: AGENT });
    assert.deepEqual(
      balances.map((each: Reply) => [each.account, each.posted]),
      [['cash', '-60']],
    );
  });

  it('never pass a ceiling, whoever races', async () => {
    const racers = [new RawClient(daemon.address), new RawClient(daemon.address)];
    try {
      const outcomes = await Promise.all(
        Array.from({ length: 200 }, (_, n) =>
          racers[n % 2]
            ?.call('Limits', 'AddToCounter', {
              agent_id: AGENT,
              request_id: `race-${n}`,
              name: 'race',
              delta: '0.7',
              ceiling: '50',
            })
            .then(
              () => 'counted',
              (error: RpcError) => error.reason,
            ),
        ),
      );
      assert.equal(outcomes.filter((outcome) => outcome === 'counted').length, 71);
      assert.equal(outcomes.filter((outcome) => outcome === 'LIMIT_CROSSED').length, 129);
      assert.equal((await call('GetCounter', { name: 'race' })).counter.value, '49.7');
    } finally {
      for (const racer of racers) racer.close();
    }
  });
});

describe('a restart', () => {
  it('ends calls that wait with SHUTTING_DOWN; buckets are full again, counters are as they were', async () => {
    await acquire({ bucket: 'restart', tokens: 10, refill_per_second: 0.05 });
    const waiting = refusal(
      acquire({ bucket: 'restart', tokens: 2, refill_per_second: 0.05, max_wait: { seconds: 300 } }),
    );
    await untilWaiting('restart', 1);
    await write('AddToCounter', { name: 'kept', delta: '0.000000000000000001' });
    assert.equal(await daemon.stop(), 0);
    const { status, reason } = await waiting;
    assert.deepEqual([status, reason], ['UNAVAILABLE', 'SHUTTING_DOWN']);
    const { state_dir } = daemon;
    daemon = await startDaemon({ state_dir });
    client.close();
    client = new RawClient(daemon.address);
    assert.equal((await call('GetCounter', { name: 'kept' })).counter.value, '0.000000000000000001');
    assert.equal((await acquire({ bucket: 'restart', tokens: 10 })).allowed, true);
    const verified = await client.last('Admin', 'Verify', {});
    assert.deepEqual(verified.findings, []);
  });
});
