import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { unpackDocument } from '../../src/codec/msgpack.js';
import { HoldfastError } from '../../src/errors.js';
import { MAX_GUARD_BYTES, MAX_GUARDS } from '../../src/tiers/guards/commands.js';
import type { GuardRule } from '../../src/tiers/guards/rule.js';
import { GuardedDesk } from './support.js';

const LIMIT: GuardRule = { kind: 'max_amount', asset: 'USDC', amount: '100' };
const ONE_A_MINUTE: GuardRule = { kind: 'max_count', count: 1, window_ms: 60_000 };

let desk: GuardedDesk;
beforeEach(() => {
  desk = new GuardedDesk();
});
afterEach(() => desk.close());

const refusedWith = (reason: string) => (error: unknown) =>
  error instanceof HoldfastError && error.reason === reason;

function put(name: string, rule: GuardRule, expected_version: number | null, agent_id = 'agent-1') {
  const scope = { actions: [], operations: [], markets: [] };
  return desk.run(
    'put_guard',
    { name, mode: 'ENFORCE', scope, rule, description: '', expected_version },
    { agent_id },
  );
}

interface Journaled {
  readonly before: Journaled | null;
  readonly rule?: object;
  readonly version?: number;
  readonly reason?: string;
}

const remove = (name: string, expected_version: number | null = null, agent_id = 'agent-1') =>
  desk.run('delete_guard', { name, expected_version, reason: 'over' }, { agent_id });

const payloads = (kind: string) =>
  desk
    .entries(kind)
    .map(({ payload }) => unpackDocument(payload ?? new Uint8Array()) as unknown as Journaled);

const counted = () => desk.db.prepare<[], number>('SELECT count(*) FROM guard_counts').pluck().get();

describe('put_guard', () => {
  test('makes versions, journaled with what was before', () => {
    const first = put('limit', LIMIT, 0);
    assert.equal(first.guard.version, 1);
    assert.equal(first.guard.revision, first.revision);
    const second = put('limit', { ...LIMIT, amount: '50' }, 1);
    assert.equal(second.guard.version, 2);
    const [one, two] = payloads('guard.put');
    assert.equal(one?.before, null);
    assert.deepEqual(two?.rule, { kind: 'max_amount', asset: 'USDC', amount: '50' });
    assert.deepEqual(two?.before?.rule, LIMIT);
    assert.equal(two?.before?.version, 1);
  });

  test('changes nothing when it says the same', () => {
    const first = put('limit', LIMIT, null);
    desk.now_us += 1_000_000;
    const again = put('limit', LIMIT, 1);
    assert.deepEqual(again.guard, first.guard);
    assert.equal(again.revision, first.revision);
    assert.equal(desk.entries('guard.put').length, 1);
  });

  test('takes the version it expects only', () => {
    assert.throws(
      () => put('limit', LIMIT, 1),
      (error: unknown) => {
        assert.ok(error instanceof HoldfastError);
        assert.equal(error.reason, 'VERSION_CONFLICT');
        assert.deepEqual(error.details.metadata, { expected: '1', actual: '0' });
        return true;
      },
    );
    put('limit', LIMIT, 0);
    assert.throws(() => put('limit', LIMIT, 0), refusedWith('VERSION_CONFLICT'));
  });

  test('is refused beyond 256 an agent, and not for others', () => {
    for (let n = 0; n < MAX_GUARDS; n++) put(`g${n}`, LIMIT, 0);
    assert.throws(() => put('one-more', LIMIT, 0), refusedWith('TOO_MANY'));
    put('g7', { ...LIMIT, amount: '1' }, 1);
    put('one-more', LIMIT, 0, '*');
    remove('g0');
    put('one-more', LIMIT, 0);
  });

  test('is refused beyond 262,144 bytes of an agent, and what makes one smaller is not', () => {
    const list = (length: number, letter = 'x'): GuardRule => ({
      kind: 'deny',
      field: 'market',
      values: Array.from({ length }, (_, n) => String(n).padStart(64, letter)),
    });
    for (const name of ['a', 'b', 'c']) put(name, list(1024), 0);
    assert.throws(
      () => put('d', list(1024), 0),
      (error: unknown) => {
        assert.ok(error instanceof HoldfastError);
        assert.equal(error.reason, 'TOO_MANY');
        const { limit, actual } = error.details.metadata ?? {};
        assert.equal(limit, String(MAX_GUARD_BYTES));
        assert.ok(Number(actual) > MAX_GUARD_BYTES);
        return true;
      },
    );
    put('d', list(850), 0);
    assert.throws(() => put('d', list(1000), 1), refusedWith('TOO_MANY'));
    put('d', list(1024), 0, '*');
    put('d', list(850, 'y'), 1);
    // A file from before the limit may be beyond it.
    desk.db.prepare("UPDATE guards SET payload = zeroblob(120000) WHERE name = 'a'").run();
    put('b', list(1000), 1);
    assert.throws(() => put('b', list(1001), 2), refusedWith('TOO_MANY'));
  });

  test('is in force for what comes after it, in the same transaction too', () => {
    const post = {
      postings: [
        ['cash', 'USDC', '-101'],
        ['world', 'USDC', '101'],
      ] as const,
      description: '',
      reference: '',
      metadata: null,
    };
    const args = {
      name: 'limit',
      mode: 'ENFORCE',
      scope: { actions: [], operations: [], markets: [] },
      rule: LIMIT,
      description: '',
      expected_version: null,
    };
    const before = { name: 'post_transaction', agent_id: 'agent-1', args: post };
    const guard = { name: 'put_guard', agent_id: 'agent-1', args };
    assert.throws(
      () => desk.run('transact', { preconditions: [], mutations: [before, guard, before] }),
      refusedWith('GUARD_DENIED'),
    );
    assert.equal(desk.balance('cash'), '0', 'nothing of a transaction that a guard stopped remains');
    assert.equal(desk.entries('guard.put').length, 0);
    // What was unpacked inside the transaction that failed must not be taken for the guard that takes its place.
    put('limit', { ...LIMIT, amount: '200' }, 0);
    desk.run('post_transaction', post);
    assert.equal(desk.balance('cash'), '-101');
  });
});

describe('delete_guard', () => {
  test('removes it, journaled with what it was', () => {
    put('limit', LIMIT, null);
    assert.throws(() => remove('limit', 2), refusedWith('VERSION_CONFLICT'));
    remove('limit', 1);
    const [deleted] = payloads('guard.deleted');
    assert.equal(deleted?.reason, 'over');
    assert.deepEqual(deleted?.before?.rule, LIMIT);
    assert.throws(() => remove('limit'), refusedWith('NOT_FOUND'));
    assert.equal(put('limit', LIMIT, 0).guard.version, 1);
  });
});

describe('guards of every agent', () => {
  test('hold for each, are judged by name beside its own, and count each alone', () => {
    desk.guard('b-everyone', ONE_A_MINUTE, { agent_id: '*' });
    desk.guard('c-own', { kind: 'deny', field: 'operation', values: ['forbidden'] });
    desk.guard('a-own', { kind: 'deny', field: 'operation', values: ['forbidden'] });
    desk.begin(null);
    const { denials } = desk.begin(null, { operation: 'forbidden' });
    assert.deepEqual(
      denials.map(({ rule }) => rule),
      ['a-own', 'b-everyone', 'c-own'],
    );
    const other = { agent_id: 'agent-2' };
    assert.equal(desk.begin(null, { operation: 'forbidden' }, other).outcome, 'STARTED');
    assert.equal(desk.begin(null, {}, other).denials[0]?.rule, 'b-everyone');
  });
});

describe('counts', () => {
  test('outlive a new version, and end with the guard', () => {
    put('rate', ONE_A_MINUTE, null);
    desk.begin(null);
    assert.equal(desk.begin(null).outcome, 'DENIED');
    put('rate', { ...ONE_A_MINUTE, window_ms: 120_000 }, null);
    assert.equal(desk.begin(null).outcome, 'DENIED');
    put('rate', { ...ONE_A_MINUTE, count: 2 }, null);
    assert.equal(desk.begin(null).outcome, 'STARTED');
    put('rate', LIMIT, null);
    put('rate', ONE_A_MINUTE, null);
    assert.equal(desk.begin(null).outcome, 'STARTED', 'what it was before does not count');
    assert.equal(counted(), 3);
    remove('rate');
    put('rate', ONE_A_MINUTE, null);
    assert.equal(desk.begin(null).outcome, 'STARTED');
    desk.run('sweep', {});
    desk.run('sweep', {});
    assert.equal(counted(), 1, 'the sweep removed the rows of ended counters');
    assert.equal(desk.begin(null).outcome, 'DENIED');
    assert.deepEqual(desk.db.prepare('SELECT * FROM guard_counters_ended').all(), []);
  });

  test('are pruned while actions come', () => {
    desk.guard('rate', { kind: 'max_count', count: 1000, window_ms: 1000 });
    for (let n = 0; n < 200; n++) {
      desk.begin(null);
      desk.now_us += 100_000;
    }
    assert.ok((counted() ?? 0) <= 12, `${counted()} rows`);
  });

  test('nothing of what did not go on', () => {
    desk.guard('rate', { kind: 'max_count', count: 5, window_ms: 60_000 });
    desk.guard('no', { kind: 'deny', field: 'operation', values: ['forbidden'] });
    assert.equal(desk.begin(null, { operation: 'forbidden' }).outcome, 'DENIED');
    assert.equal(desk.begin(null, { holds: [['empty', 'USDC', '1']] }).outcome, 'DENIED');
    assert.throws(() => desk.hold('empty', 'USDC', '1'), refusedWith('INSUFFICIENT_FUNDS'));
    const post = (account: string) => ({
      name: 'post_transaction',
      agent_id: 'agent-1',
      args: {
        postings: [
          [account, 'USDC', '1'],
          ['world', 'USDC', '-1'],
        ],
        description: '',
        reference: '',
        metadata: null,
      },
    });
    const hold = {
      name: 'place_hold',
      agent_id: 'agent-1',
      args: {
        account: 'empty',
        asset: 'USDC',
        amount: '1',
        ttl_ms: null,
        description: '',
        operation_key: null,
      },
    };
    assert.throws(
      () => desk.run('transact', { preconditions: [], mutations: [post('a'), hold] }),
      refusedWith('INSUFFICIENT_FUNDS'),
    );
    assert.equal(counted(), 0);
    desk.run('transact', { preconditions: [], mutations: [post('a'), post('b')] });
    assert.equal(counted(), 2);
    // The same key again: it is in flight, nothing is begun.
    desk.begin(null, { key: 'k' });
    assert.equal(desk.begin(null, { key: 'k' }).outcome, 'IN_FLIGHT');
    assert.equal(counted(), 3);
  });
});
