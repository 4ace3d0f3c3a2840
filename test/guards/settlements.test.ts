/** A hold goes to an account that it did not tell when it was placed: lists of accounts judge it then, and nothing else does. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { HoldfastError } from '../../src/errors.js';
import type { GuardRule } from '../../src/tiers/guards/rule.js';
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

test("an outcome's settlement has happened: it goes through and is warned of", () => {
  desk.guard('no-drain', NO_DRAIN);
  const settled = (operation: ReturnType<GuardedDesk['begin']>, to_account: string) =>
    desk.run('complete_operation', {
      key: operation.operation?.key ?? '',
      lease_token: operation.lease_token,
      result: null,
      settlements: [[operation.operation?.hold_ids[0] ?? '', null, to_account]],
      mutations: [],
    });
  const holds = [['trading', 'USDC', '10']] as const;
  settled(desk.begin(null, { holds }), 'savings');
  assert.deepEqual(warned(), []);
  settled(desk.begin(null, { holds }), 'drain');
  assert.deepEqual(warned(), ['post_transaction']);
  assert.equal(desk.balance('drain'), '10');
});
