import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { packDocument } from '../../src/codec/msgpack.js';
import { HoldfastError } from '../../src/errors.js';
import { contentDigest } from '../../src/writer/receipts.js';
import { packBatch, unpackBatch } from '../../src/writer/transport.js';
import { resultOf, TestStore } from '../support/executor.js';

const put = (name: string, value: number, expected_version: number | null = null) => ({
  name,
  document: packDocument(value),
  expected_version,
  schema: '',
  schema_version: 0,
});

const guard = {
  name: 'small',
  mode: 'ENFORCE' as const,
  scope: { actions: [], operations: [], markets: [] },
  rule: { kind: 'max_amount' as const, asset: 'USDC', amount: '10' },
  description: '',
  expected_version: null,
};

function reason(code: string) {
  return (error: unknown) => error instanceof HoldfastError && error.reason === code;
}

describe('the executor', () => {
  let store: TestStore;
  before(() => {
    store = new TestStore();
  });
  after(() => store.close());

  it('gives every changing command the next revision', () => {
    const first = store.run('put_state', put('a', 1));
    const second = store.run('put_state', put('a', 2));
    assert.equal(second.revision, first.revision + 1);
  });

  it('answers a repeated request_id with the first reply and does nothing', () => {
    const first = store.run('put_state', put('b', 1), { request_id: 'once' });
    const again = store.run('put_state', put('b', 1), { request_id: 'once' });
    assert.deepEqual(again, first);
  });

  it('takes a request for the same, whosever credential it comes with', () => {
    const asked = store.submission('put_guard', guard, { request_id: 'whose' });
    const [first, again] = unpackBatch(
      packBatch([
        { ...asked, principal: 'token:ann' },
        { ...asked, principal: 'token:bob' },
      ]),
    ).map((submission) => [contentDigest(submission), store.executor.execute([submission])[0]] as const);
    assert.deepEqual(first?.[0], contentDigest(asked));
    assert.deepEqual(again?.[0], contentDigest(asked));
    assert.deepEqual(resultOf(again?.[1]), resultOf(first?.[1]));
  });

  it('refuses a request_id that was used for something else', () => {
    store.run('put_state', put('c', 1), { request_id: 'reused' });
    assert.throws(
      () => store.run('put_state', put('c', 2), { request_id: 'reused' }),
      reason('IDEMPOTENCY_KEY_REUSED'),
    );
  });

  it('forgets a request_id after its time', () => {
    store.run('put_state', put('d', 1), { request_id: 'old' });
    store.now_us += 25 * 3600 * 1_000_000;
    assert.equal(store.run('put_state', put('d', 1), { request_id: 'old' }).version, 2);
  });

  it('sweeps expired receipts away, some at a time, and keeps the others', () => {
    const other = new TestStore();
    for (let index = 0; index < 12; index++)
      other.run('put_state', put('s', index), { request_id: `sweep-${index}` });
    other.now_us += 25 * 3600 * 1_000_000;
    other.run('put_state', put('s', 99), { request_id: 'young' });
    assert.equal(other.executor.sweepReceipts(), 12);
    assert.equal(other.executor.sweepReceipts(), 0);
    assert.deepEqual(other.db.prepare('SELECT request_id FROM receipts').pluck().all(), ['young']);
    other.close();
  });

  it('undoes a refused command and keeps the rest of its batch', () => {
    const head = store.executor.head.revision;
    const outcomes = store.executor.execute([
      store.submission('put_state', put('e', 1)),
      store.submission('put_state', put('e', 2, 7)),
      store.submission('put_state', put('e', 3)),
    ]);
    assert.equal(resultOf<{ version: number }>(outcomes[0]).revision, head + 1);
    assert.throws(() => resultOf(outcomes[1]), reason('VERSION_CONFLICT'));
    assert.deepEqual(resultOf<{ version: number }>(outcomes[2]), {
      version: 2,
      schema_version: 0,
      revision: head + 2,
    });
  });

  it('never lets time go backwards', () => {
    store.run('put_state', put('f', 1));
    const before_us = store.executor.head.time_us;
    store.now_us -= 3_600_000_000;
    store.run('put_state', put('f', 2));
    assert.equal(store.executor.head.time_us, before_us);
  });

  it('applies a transaction at one revision or not at all', () => {
    const mutations = (last_expected: number | null) => [
      { name: 'put_state', agent_id: 'agent-1', args: put('g', 1) },
      { name: 'put_state', agent_id: 'agent-2', args: put('g', 1, last_expected) },
    ];
    const head = store.executor.head.revision;
    assert.throws(
      () => store.run('transact', { preconditions: [], mutations: mutations(9) }),
      reason('VERSION_CONFLICT'),
    );
    assert.equal(store.executor.head.revision, head);
    const done = store.run('transact', { preconditions: [], mutations: mutations(0) });
    assert.equal(done.revision, head + 1);
    const page = store.reads.entriesAfter(head, { kind_prefixes: [], key_prefix: '' }, true);
    assert.deepEqual(
      page.entries.map(({ agent_id, kind, key }) => ({ agent_id, kind, key })),
      [
        { agent_id: 'agent-1', kind: 'state.put', key: 'g' },
        { agent_id: 'agent-2', kind: 'state.put', key: 'g' },
      ],
    );
  });

  it('chains everything it wrote', () => {
    const { findings, entries } = store.scans.verify({ skip_integrity_check: false }, () => {});
    assert.deepEqual(findings, []);
    assert.ok(entries > 0);
  });
});
