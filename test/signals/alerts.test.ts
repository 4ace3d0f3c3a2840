/** Alerts: once per crossing, by the net effect of a command. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import fc from 'fast-check';
import { addAmounts, compareAmounts } from '../../src/codec/amount.js';
import type { RuleArgs } from '../../src/tiers/signals/types.js';
import { OPEN, TRADE } from '../sessions/support.js';
import { Exchange, SECOND_US } from './support.js';

let store: Exchange;
beforeEach(() => {
  store = new Exchange();
});
afterEach(() => {
  assert.deepEqual(store.findings(), []);
  store.close();
});

const BELOW: RuleArgs = { name: 'low', kind: 'balance_below', account: 'cash', asset: 'USDC', amount: '10' };
const NEAR: RuleArgs = { name: 'near', kind: 'drawdown_near', account: '', asset: '', amount: '0.5' };

function posting(amount: string, account = 'cash', asset = 'USDC') {
  const back = amount.startsWith('-') ? amount.slice(1) : `-${amount}`;
  const postings = [
    [account, asset, amount],
    ['world', asset, back],
  ] as const;
  return { postings, description: '', reference: '', metadata: null };
}
const post = (amount: string, account?: string, asset?: string) =>
  store.run('post_transaction', posting(amount, account, asset));
const fired = (name = 'low') =>
  store.reads.snapshot(0, ({ signals }) =>
    signals.rules('agent-1', '', 100).rows.some((rule) => rule.name === name && rule.fired === 1),
  );
const names = () => store.alerts().map(({ alert }) => alert);

describe('balance_below', () => {
  test('fires when the balance falls below, not again while it stays there, again after it came back', () => {
    post('20');
    assert.equal(store.run('put_alert_rule', BELOW).rule.fired, 0);
    post('-10');
    assert.deepEqual(store.alerts(), []);
    const { revision } = post('-0.000000000000000001');
    const alert = {
      alert: 'balance_below',
      rule: 'low',
      agent_id: 'agent-1',
      account: 'cash',
      asset: 'USDC',
      amount: '10',
      available: '9.999999999999999999',
    };
    assert.deepEqual(store.alerts(), [alert]);
    const [heard] = store.heard('pf:alerts:agent-1');
    assert.equal(heard?.agent_id, '_system');
    const { entries } = store.reads.entriesAfter(revision - 1, { kind_prefixes: [], key_prefix: '' }, false);
    assert.deepEqual(
      entries.map(({ kind }) => kind),
      ['ledger.posted', 'signal.published'],
      'the alert is of the transaction that caused it',
    );
    post('-1');
    post('1');
    assert.equal(store.alerts().length, 1);
    post('1');
    assert.equal(fired(), false);
    post('-5');
    assert.deepEqual(names(), ['balance_below', 'balance_below']);
    assert.equal(fired(), true);
  });

  test('is judged at once; an account that does not exist holds nothing', () => {
    assert.equal(store.run('put_alert_rule', BELOW).rule.fired, 1);
    assert.deepEqual(names(), ['balance_below']);
    const { revision } = store.run('put_alert_rule', BELOW);
    assert.equal(store.run('put_alert_rule', BELOW).revision, revision);
    assert.equal(store.alerts().length, 1, 'the same rule again is no new one');
    store.run('put_alert_rule', { ...BELOW, amount: '5' });
    assert.equal(store.alerts().length, 2, 'another one is');
  });

  test('holds count: what is set aside is not available', () => {
    post('20');
    store.run('put_alert_rule', BELOW);
    const hold = {
      account: 'cash',
      asset: 'USDC',
      amount: '15',
      ttl_ms: 1000,
      description: '',
      operation_key: null,
    };
    const { hold: placed } = store.run('place_hold', hold);
    assert.deepEqual(names(), ['balance_below']);
    store.now_us += 2 * SECOND_US;
    store.sweep();
    assert.equal(fired(), false);
    const [, expired] = store.alerts();
    assert.deepEqual(expired, {
      alert: 'hold_expired',
      agent_id: 'agent-1',
      account: 'cash',
      asset: 'USDC',
      amount: '15',
      hold_id: placed.hold_id,
    });
  });

  test('of other accounts, assets and agents is not touched', () => {
    post('20');
    store.run('put_alert_rule', BELOW);
    store.run('put_alert_rule', BELOW, { agent_id: 'agent-2' });
    post('-20', 'cash', 'BTC');
    post('-20', 'other');
    assert.deepEqual(store.alerts(), []);
    assert.equal(store.alerts('agent-2').length, 1);
  });

  test('a transaction is judged by what it leaves', () => {
    post('20');
    store.run('put_alert_rule', BELOW);
    const transact = (...amounts: string[]) =>
      store.run('transact', {
        preconditions: [],
        mutations: amounts.map((amount) => ({
          name: 'post_transaction',
          agent_id: 'agent-1',
          args: posting(amount),
        })),
      });
    transact('-15', '15');
    assert.deepEqual(store.alerts(), []);
    transact('-3', '-3', '-3', '-3');
    assert.equal(store.alerts().length, 1);
    transact('50', '-50');
    assert.deepEqual([store.alerts().length, fired()], [1, true], 'it has not come back');
  });

  test('of a refused command nothing is told', () => {
    post('20');
    store.run('put_alert_rule', BELOW);
    const mutations = [
      { name: 'post_transaction', agent_id: 'agent-1', args: posting('-15') },
      { name: 'delete_alert_rule', agent_id: 'agent-1', args: { name: 'none' } },
    ];
    assert.throws(() => store.run('transact', { preconditions: [], mutations }));
    assert.deepEqual([store.alerts(), fired()], [[], false]);
  });

  test('a part of a command that was undone is not noted', () => {
    post('20');
    store.run('put_alert_rule', BELOW);
    // The first hold is placed and undone again with the second.
    const begun = store.run('begin_operation', {
      key: 'k',
      operation: 'o',
      params: new Uint8Array([0x80]),
      lease_ms: 1000,
      holds: [
        ['cash', 'USDC', '15'],
        ['cash', 'USDC', '15'],
      ],
      on_crash: 'UNKNOWN',
      task_id: '',
      step: '',
    });
    assert.equal(begun.outcome, 'DENIED');
    assert.deepEqual([store.alerts(), fired()], [[], false]);
  });

  test('there may be a hundred of an agent', () => {
    for (let n = 0; n < 100; n += 1) store.run('put_alert_rule', { ...BELOW, name: `r${n}` });
    assert.throws(() => store.run('put_alert_rule', BELOW), { reason: 'TOO_MANY' });
    store.run('delete_alert_rule', { name: 'r1' });
    store.run('put_alert_rule', BELOW);
    assert.throws(() => store.run('delete_alert_rule', { name: 'r1' }), { reason: 'NOT_FOUND' });
  });

  test('over any walk of balances it fires as often as the balance crosses', () => {
    const step = fc.record({
      amount: fc.integer({ min: -12, max: 12 }).filter((n) => n !== 0),
      batch: fc.nat(2),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const own = new Exchange();
        try {
          own.run('post_transaction', posting('10'));
          own.run('put_alert_rule', BELOW);
          let balance = '10';
          let below = false;
          let crossings = 0;
          for (const { amount, batch } of steps) {
            const parts = batch === 0 ? [String(amount)] : ['7', String(amount), '-7'];
            const mutations = parts.map((part) => ({
              name: 'post_transaction',
              agent_id: 'agent-1',
              args: posting(part),
            }));
            own.run('transact', { preconditions: [], mutations });
            balance = addAmounts(balance, String(amount));
            const is_below = compareAmounts(balance, '10') < 0;
            if (is_below && !below) crossings += 1;
            below = is_below;
            assert.equal(own.alerts().length, crossings);
          }
        } finally {
          own.close();
        }
      }),
      { numRuns: 30 },
    );
  });
});

test('more holds expire in a sweep than have room beside their alerts: all of them, over several', () => {
  const hold = {
    account: 'cash',
    asset: 'USDC',
    amount: '1',
    ttl_ms: 1000,
    description: '',
    operation_key: null,
  };
  post('2500');
  for (let batch = 0; batch < 10; batch += 1) {
    const mutations = Array.from({ length: 250 }, () => ({
      name: 'place_hold',
      agent_id: 'agent-1',
      args: hold,
    }));
    store.run('transact', { preconditions: [], mutations });
  }
  store.now_us += 2 * SECOND_US;
  for (let sweeps = 0; sweeps < 3; sweeps += 1) store.sweep();
  assert.equal(store.alerts().length, 2500);
});

describe('sessions', () => {
  let trades = 0;
  const open = (limits: Partial<typeof OPEN> = {}) => {
    const reply = store.run('open_session', { ...OPEN, ...limits });
    const result = (pnl: string) =>
      store.run(
        'record_trade',
        { ...TRADE, session_id: reply.session.session_id, trade_id: `t-${++trades}`, pnl },
        { epoch: reply.epoch },
      );
    return { ...reply, result, session_id: reply.session.session_id };
  };

  test('drawdown_near fires at exactly the fraction of either limit, once per crossing', () => {
    const { result } = open({ max_drawdown: '0.3', max_drawdown_from_peak: '0.2' });
    store.run('put_alert_rule', NEAR);
    // Half of 20 % of the peak, 1000: a hundred.
    result('-99.999999999999999999');
    assert.deepEqual(names(), []);
    result('-0.000000000000000001');
    const [alert] = store.alerts();
    assert.deepEqual(
      [alert?.alert, alert?.limit, alert?.max],
      ['drawdown_near', 'max_drawdown_from_peak', '0.2'],
    );
    result('-1');
    assert.equal(store.alerts().length, 1);
    result('50');
    result('-50');
    assert.deepEqual(names(), ['drawdown_near', 'drawdown_near']);
  });

  test('without a session or a limit there is nothing near', () => {
    assert.equal(store.run('put_alert_rule', NEAR).rule.fired, 0);
    const { result } = open();
    result('-999');
    assert.deepEqual(names(), []);
  });

  test('a lost session is told, and again only when it is lost again', () => {
    const { session_id, result } = open();
    const lose = () => {
      const { position, state_position } = store.db
        .prepare<[], { position: number; state_position: number }>(
          'SELECT position, state_position FROM sessions',
        )
        .get() ?? { position: 0, state_position: 0 };
      const sessions = [{ agent_id: 'agent-1', position, state_position }];
      return store.run('lose_sessions', { sessions }, { agent_id: '_system', request_id: '' }).lost;
    };
    result('-6');
    store.now_us += 86_400 * SECOND_US;
    assert.equal(lose(), 1);
    const [alert] = store.alerts();
    // As the API names them; what was lost yesterday is not today's.
    assert.deepEqual(alert?.session, {
      state: 'LOST',
      reason: 'no heartbeat within 30000 ms',
      asset: 'USDC',
      account: 'trading',
      start_capital: '1000',
      base_capital: '1000',
      current_capital: '994',
      peak_capital: '1000',
      total_pnl: '-6',
      total_fees: '0',
      daily_pnl: '0',
      max_drawdown: '',
      max_drawdown_from_peak: '',
      max_daily_loss: '',
      trades: 1,
      wins: 0,
      losses: 1,
      consecutive_losses: 1,
    });
    assert.deepEqual(
      [alert?.alert, alert?.agent_id, alert?.session_id, alert?.from],
      ['session_lost', 'agent-1', session_id, 'ACTIVE'],
    );
    store.run('resume_session', { reason: 'back' });
    assert.equal(store.alerts().length, 1);
    lose();
    assert.deepEqual(names(), ['session_lost', 'session_lost']);
  });

  test('a halt that is reset within its transaction is none; a rebase arms the rule again', () => {
    const { result, epoch } = open({ max_drawdown: '0.1' });
    store.run('put_alert_rule', NEAR);
    const mutations = [
      { name: 'halt_session', agent_id: 'agent-1', args: { reason: 'drill' } },
      {
        name: 'reset_halt',
        agent_id: 'agent-1',
        args: { reason: 'drill over', operator: 'ops', rebase: false, reduce_only: false },
      },
    ];
    store.run('transact', { preconditions: [], mutations }, { epoch });
    assert.deepEqual(names(), []);
    result('-100');
    assert.deepEqual(names(), ['session_halted', 'drawdown_near']);
    assert.equal(fired('near'), true);
    store.run('reset_halt', { reason: 'go on', operator: 'ops', rebase: true, reduce_only: false });
    assert.equal(fired('near'), false);
    result('-50');
    assert.deepEqual(names(), ['session_halted', 'drawdown_near', 'drawdown_near']);
  });

  test('a halt is told in the transaction that causes it, once', () => {
    const { result, session_id } = open({ max_drawdown: '0.1' });
    result('-100');
    const [alert] = store.alerts();
    assert.deepEqual(
      [alert?.alert, alert?.session_id, alert?.from],
      ['session_halted', session_id, 'ACTIVE'],
    );
    const { daily_pnl } = (alert?.session ?? {}) as { daily_pnl?: string };
    assert.equal(daily_pnl, '-100');
    assert.deepEqual(Object.keys(alert ?? {}).sort(), ['agent_id', 'alert', 'from', 'session', 'session_id']);
    store.run('halt_session', { reason: 'again' });
    assert.equal(store.alerts().length, 1);
  });
});
