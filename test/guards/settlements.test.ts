/** A hold goes to an account that it did not tell when it was placed: lists of accounts judge it then, and nothing else does. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { packDocument } from '../../src/codec/msgpack.js';
import { HoldfastError } from '../../src/errors.js';
import type { GuardRule } from '../../src/tiers/guards/rule.js';
import type { PostingTuple } from '../../src/tiers/ledger/types.js';
import type { MutationCall } from '../../src/tiers/nested.js';
import { GuardedDesk } from './support.js';

const NO_DRAIN: GuardRule = { kind: 'deny', field: 'account', values: ['drain'] };

let desk: GuardedDesk;
beforeEach(() => {
  desk = new GuardedDesk();
  desk.fund();
});
afterEach(() => desk.close());

const placed = () => desk.hold('trading', 'USDC', '10').hold.hold_id;
const postArgs = (hold_id: string, to_account: string) => ({
  hold_id,
  to_account,
  amount: null,
  description: '',
  reference: '',
  operation_key: null,
});
const settle = (hold_id: string, to_account: string) => desk.run('post_hold', postArgs(hold_id, to_account));
const denied = (error: unknown) => error instanceof HoldfastError && error.reason === 'GUARD_DENIED';
const warned = () => desk.entries('guard.warned').map(({ key }) => key);

describe('PostHold', () => {
  test('does not step around a list of accounts, alone or in a Transact', () => {
    desk.guard('no-drain', NO_DRAIN);
    const hold_id = placed();
    assert.throws(() => settle(hold_id, 'drain'), denied);
    const call = { name: 'post_hold', agent_id: 'agent-1', args: postArgs(hold_id, 'drain') };
    assert.throws(() => desk.run('transact', { preconditions: [], mutations: [call] }), denied);
    assert.equal(settle(hold_id, 'savings').hold.status, 'SETTLED');
    desk.guard('known', { kind: 'allow', field: 'account', values: ['trading', 'savings'] });
    assert.throws(() => settle(placed(), 'cash'), denied);
    settle(placed(), 'savings');
    settle(placed(), 'world');
  });

  test('is told of a guard that only warns, and left alone by one for other actions', () => {
    desk.guard('no-drain', NO_DRAIN, { mode: 'WARN' });
    assert.deepEqual(
      settle(placed(), 'drain').warnings?.map(({ guard, kind }) => `${guard} ${kind}`),
      ['no-drain deny'],
    );
    assert.deepEqual(warned(), ['post_transaction']);
    desk.guard('no-drain', NO_DRAIN, { scope: { actions: ['place_hold'] } });
    assert.equal(settle(placed(), 'drain').warnings, undefined);
  });

  test('is not judged or counted once more by what judged the hold', () => {
    const [first, second] = [placed(), placed()];
    desk.guard('rate', { kind: 'max_count', count: 1, window_ms: 60_000 });
    desk.guard(
      'most',
      { kind: 'max_amount', asset: 'USDC', amount: '0' },
      { scope: { actions: ['post_transaction'] } },
    );
    desk.guard('asset', { kind: 'allow', field: 'asset', values: ['EUR'] });
    settle(first, 'savings');
    desk.guard('asset', { kind: 'allow', field: 'asset', values: ['USDC'] });
    placed();
    settle(second, 'savings');
    assert.throws(() => placed(), denied, 'the hold was the one');
  });
});

describe('an outcome', () => {
  const holds = [['trading', 'USDC', '10']] as const;
  type Begun = ReturnType<GuardedDesk['begin']>;
  type Settled = { readonly to_account: string; readonly mutations?: readonly MutationCall[] };
  const happened = ({ operation }: Begun, { to_account, mutations = [] }: Settled) => ({
    result: null,
    settlements: [[operation?.hold_ids[0] ?? '', null, to_account]] as const,
    mutations,
  });
  const complete = (begun: Begun, settled: Settled) => {
    const { operation, lease_token } = begun;
    const key = operation?.key ?? '';
    return desk.run('complete_operation', { key, lease_token, ...happened(begun, settled) });
  };
  const resolve = (begun: Begun, settled: Settled) => {
    desk.now_us += 31_000_000;
    const found = { key: begun.operation?.key ?? '', attempt: 0, evidence: packDocument('found') };
    return desk.run('resolve_operation', { ...found, happened: happened(begun, settled) });
  };
  const postTransaction = (...postings: readonly PostingTuple[]): MutationCall => ({
    name: 'post_transaction',
    agent_id: 'agent-1',
    args: { postings, description: '', reference: '', metadata: null },
  });

  for (const [way, tell] of Object.entries({ complete, resolve }))
    test(`does not step around a list of accounts, and can record what has happened: ${way}`, () => {
      const begun = desk.begin(null, { holds });
      desk.guard('no-drain', NO_DRAIN);
      assert.throws(() => tell(begun, { to_account: 'drain' }), denied);
      const flag = { account: 'trading', asset: 'USDC', must_not_go_negative: true };
      desk.run('configure_account', flag);
      const mutations = [postTransaction(['world', 'USDC', '-10'], ['drain', 'USDC', '10'])];
      tell(begun, { to_account: 'world', mutations });
      assert.deepEqual([desk.balance(), desk.balance('drain')], ['990', '10']);
      assert.deepEqual(warned(), ['post_transaction']);
      tell(desk.begin(null, { holds }), { to_account: 'savings' });
      assert.deepEqual(warned(), ['post_transaction']);
    });

  for (const [way, tell] of Object.entries({ complete, resolve }))
    test(`is told of guards that only warn, for each of its settlements: ${way}`, () => {
      desk.guard('no-drain', NO_DRAIN, { mode: 'WARN' });
      desk.guard('quiet', NO_DRAIN, { mode: 'SHADOW' });
      assert.equal(tell(desk.begin(null, { holds }), { to_account: 'savings' }).warnings, undefined);
      const { warnings } = tell(desk.begin(null, { holds }), { to_account: 'drain' });
      assert.deepEqual(
        warnings?.map(({ guard, mode, actual }) => `${guard} ${mode} ${actual}`),
        ['no-drain WARN drain'],
      );
      assert.deepEqual(warned(), ['post_transaction']);
      assert.equal(desk.balance('drain'), '10');
    });

  test('sets no money aside that guards keep back, and moves no hold where they do not let it go', () => {
    const hold_id = placed();
    desk.guard('no-drain', NO_DRAIN);
    desk.guard('most', { kind: 'max_amount', asset: 'USDC', amount: '10' });
    const begun = desk.begin(null, { holds });
    const holdArgs = {
      account: 'trading',
      asset: 'USDC',
      ttl_ms: null,
      description: '',
      operation_key: null,
    };
    const placeHold = (amount: string): MutationCall => ({
      name: 'place_hold',
      agent_id: 'agent-1',
      args: { ...holdArgs, amount },
    });
    const postHold = (to_account: string): MutationCall => ({
      name: 'post_hold',
      agent_id: 'agent-1',
      args: postArgs(hold_id, to_account),
    });
    for (const mutation of [placeHold('11'), postHold('drain')])
      assert.throws(() => complete(begun, { to_account: 'world', mutations: [mutation] }), denied);
    const left = postTransaction(['trading', 'USDC', '-50'], ['world', 'USDC', '50']);
    const mutations = [left, placeHold('10'), postHold('savings')];
    assert.equal(complete(begun, { to_account: 'world', mutations }).operation.status, 'COMPLETED');
    assert.deepEqual(warned(), ['post_transaction'], 'the posting went on: it has happened');
    assert.deepEqual([desk.balance(), desk.balance('savings')], ['930', '1010']);
  });
});
