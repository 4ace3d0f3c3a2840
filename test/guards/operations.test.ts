/** Guards before operations: the session's state, what is in flight, and what an outcome commits. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { packDocument, unpackDocument } from '../../src/codec/msgpack.js';
import { HoldfastError } from '../../src/errors.js';
import type { GuardRule } from '../../src/tiers/guards/rule.js';
import { TRADE } from '../sessions/support.js';
import { GuardedDesk } from './support.js';

const MARKET = 'BTC/USDC';
const TEN: GuardRule = { kind: 'max_position', quantity: '10' };

let desk: GuardedDesk;
beforeEach(() => {
  desk = new GuardedDesk();
  desk.open();
});
afterEach(() => desk.close());

const refusedWith = (reason: string) => (error: unknown) =>
  error instanceof HoldfastError && error.reason === reason;

const order = (
  side: 'BUY' | 'SELL',
  quantity: string,
  more: Parameters<GuardedDesk['begin']>[1] = {},
  reduce_only = false,
) => desk.begin({ market: MARKET, side, quantity, reduce_only }, more);

const inFlight = () =>
  desk.db
    .prepare<[], string>("SELECT side || ' ' || quantity FROM guard_exposures ORDER BY operation_key")
    .pluck()
    .all();

const tradeCall = (side: 'BUY' | 'SELL', quantity: string) => ({
  name: 'record_trade',
  agent_id: 'agent-1',
  args: {
    ...TRADE,
    session_id: desk.session_id,
    side,
    quantity,
    price: '1',
    trade_id: `${side}-${quantity}`,
  },
});

function complete(
  begun: ReturnType<GuardedDesk['begin']>,
  mutations: { name: string; agent_id: string; args: unknown }[] = [],
) {
  const { operation, lease_token } = begun;
  const args = { key: operation?.key ?? '', lease_token, result: null, settlements: [], mutations };
  return desk.run('complete_operation', args, { epoch: desk.epoch });
}

describe('what is in flight', () => {
  test('counts until the outcome, and the trade that the outcome records counts once', () => {
    desk.guard('size', TEN);
    const first = order('BUY', '10');
    assert.equal(first.outcome, 'STARTED');
    assert.equal(order('BUY', '0.000000000000000001').outcome, 'DENIED');
    complete(first, [tradeCall('BUY', '10')]);
    assert.deepEqual(inFlight(), []);
    assert.equal(
      desk.reads.snapshot(0, ({ sessions }) => sessions.position('agent-1', MARKET))?.quantity,
      '10',
    );
    assert.equal(order('BUY', '0.000000000000000001').outcome, 'DENIED');
    assert.equal(order('SELL', '20').outcome, 'STARTED');
  });

  test('ends when it certainly did not happen', () => {
    desk.guard('size', TEN);
    const { operation, lease_token } = order('BUY', '10');
    desk.run('fail_operation', { key: operation?.key ?? '', lease_token, reason: null });
    assert.equal(order('BUY', '10').outcome, 'STARTED');
  });

  test('stays while nobody knows, until evidence settles it', () => {
    desk.guard('size', TEN);
    const key = order('BUY', '10').operation?.key ?? '';
    desk.now_us += 31_000_000;
    desk.run('sweep', {});
    assert.equal(order('BUY', '1').outcome, 'DENIED');
    const evidence = packDocument({});
    desk.run('resolve_operation', { key, attempt: 0, happened: null, evidence });
    assert.deepEqual(inFlight(), []);
    const again = order('BUY', '10');
    desk.now_us += 31_000_000;
    const happened = { result: null, settlements: [], mutations: [tradeCall('BUY', '10')] };
    desk.run(
      'resolve_operation',
      { key: again.operation?.key ?? '', attempt: 0, happened, evidence },
      { epoch: desk.epoch },
    );
    assert.deepEqual(inFlight(), []);
  });

  test('stays over a take-over', () => {
    desk.guard('size', TEN);
    order('BUY', '10');
    desk.run('take_over', { reason: '' });
    assert.equal(order('BUY', '1').outcome, 'DENIED');
  });

  test('an attempt that is begun again does not count against itself', () => {
    desk.guard('size', TEN);
    order('BUY', '10', { key: 'again', on_crash: 'RETRY' });
    desk.now_us += 31_000_000;
    assert.equal(order('BUY', '10', { key: 'again', on_crash: 'RETRY' }).outcome, 'STARTED');
    assert.deepEqual(inFlight(), ['BUY 10']);
    desk.now_us += 31_000_000;
    const denied = order('BUY', '10.5', { key: 'again', on_crash: 'RETRY' });
    assert.equal(denied.outcome, 'DENIED');
    assert.equal(denied.operation?.status, 'IN_FLIGHT');
    assert.deepEqual(inFlight(), ['BUY 10']);
  });

  test('an attempt that is begun again tells no less than the one whose outcome nobody knows', () => {
    desk.guard('size', TEN);
    order('BUY', '10', { key: 'k', on_crash: 'RETRY' });
    desk.now_us += 31_000_000;
    const retry = { key: 'k', on_crash: 'RETRY' } as const;
    const told = { market: MARKET, side: 'BUY', quantity: '10' } as const;
    const others = [
      ['risk.quantity', { ...told, quantity: '9.999999999999999999' }],
      ['risk.quantity', { ...told, quantity: '' }],
      ['risk.side', { ...told, side: 'SELL' }],
      ['risk.side', { ...told, side: '' }],
      ['risk.market', { ...told, market: 'ETH/USDC' }],
      ['risk.market', { ...told, market: '' }],
      ['risk.market', null],
    ] as const;
    for (const [field, risk] of others) {
      assert.throws(
        () => desk.begin(risk, retry),
        (error: unknown) => {
          assert.ok(error instanceof HoldfastError);
          assert.equal(error.reason, 'IDEMPOTENCY_KEY_REUSED');
          assert.equal(error.details.field, field);
          return true;
        },
      );
      assert.deepEqual(inFlight(), ['BUY 10']);
      assert.equal(order('BUY', '0.1').outcome, 'DENIED');
    }
    const { outcome, operation, lease_token } = desk.begin(told, retry);
    assert.equal(outcome, 'STARTED');
    desk.run('fail_operation', { key: 'k', lease_token, reason: null });
    assert.equal(operation?.attempt, 2);
    assert.equal(desk.begin({ ...told, quantity: '1' }, retry).outcome, 'STARTED', 'it did not happen');
  });

  test('one that may be retried and is denied for good is settled by evidence: nothing of it stays', () => {
    desk.fund();
    const told = { market: MARKET, side: 'BUY', quantity: '10' } as const;
    const retry = { key: 'k', on_crash: 'RETRY', holds: [['cash', 'USDC', '600']] } as const;
    const { lease_token } = desk.begin(told, retry);
    desk.guard('closed', { kind: 'deny', field: 'market', values: [MARKET] });
    const evidence = packDocument({ found: false });
    const resolve = () => desk.run('resolve_operation', { key: 'k', attempt: 1, happened: null, evidence });
    assert.throws(resolve, refusedWith('WRONG_STATE'), 'somebody holds its lease');
    desk.now_us += 31_000_000;
    assert.equal(desk.begin(told, retry).outcome, 'DENIED');
    assert.deepEqual(inFlight(), ['BUY 10']);
    assert.equal(resolve().operation.status, 'FAILED');
    assert.deepEqual(inFlight(), []);
    const { rows } = desk.reads.snapshot(0, ({ ledger }) => ledger.openHolds('agent-1', 10));
    assert.equal(rows.length, 0);
    const late = { key: 'k', lease_token, result: null, settlements: [], mutations: [] };
    assert.throws(() => desk.run('complete_operation', late), refusedWith('WRONG_STATE'));
  });

  test('holds that an attempt keeps leave once more, but not out of what is available', () => {
    desk.fund();
    desk.guard('most', { kind: 'max_amount', asset: 'USDC', amount: '600' });
    desk.guard('least', { kind: 'min_balance', account: 'cash', asset: 'USDC', amount: '400' });
    const holds = [['cash', 'USDC', '600']] as const;
    assert.equal(desk.begin(null, { key: 'k', on_crash: 'RETRY', holds }).outcome, 'STARTED');
    desk.now_us += 31_000_000;
    assert.equal(desk.begin(null, { key: 'k', on_crash: 'RETRY' }).outcome, 'STARTED');
    desk.guard('most', { kind: 'max_amount', asset: 'USDC', amount: '599' });
    desk.now_us += 31_000_000;
    assert.equal(desk.begin(null, { key: 'k', on_crash: 'RETRY' }).denials[0]?.rule, 'most');
  });

  const PAY = [
    ['cash', 'USDC', '-50'],
    ['world', 'USDC', '50'],
  ] as const;
  const post = () => ({
    name: 'post_transaction',
    agent_id: 'agent-1',
    args: { postings: PAY, description: '', reference: '', metadata: null },
  });
  const warned = () =>
    desk.entries('guard.warned').map(({ key, payload }) => {
      const { verdicts } = unpackDocument(payload ?? new Uint8Array()) as { verdicts: { guard: string }[] };
      return `${key}: ${verdicts.map(({ guard }) => guard).join()}`;
    });

  test('an outcome is recorded whatever guards say of its mutations: counted, told and journaled', () => {
    desk.fund();
    desk.guard('rate', { kind: 'max_count', count: 1, window_ms: 60_000 });
    desk.guard('size', TEN);
    desk.guard('most', { kind: 'max_amount', asset: 'USDC', amount: '10' });
    const begun = desk.begin({ market: MARKET, side: 'BUY', quantity: '10', asset: 'USDC', amount: '10' });
    const { operation, results } = complete(begun, [post(), tradeCall('BUY', '11')]);
    assert.equal(operation.status, 'COMPLETED');
    assert.equal(desk.balance('cash'), '950');
    assert.deepEqual(
      results.map(({ result }) =>
        (result as { warnings: { guard: string }[] }).warnings.map(({ guard }) => guard),
      ),
      [
        ['most', 'rate'],
        ['most', 'rate', 'size'],
      ],
    );
    assert.deepEqual(warned(), ['post_transaction: most,rate', 'record_trade: most,rate,size']);
    desk.guard('rate', { kind: 'max_count', count: 3, window_ms: 60_000 });
    assert.throws(
      () => desk.post(PAY),
      refusedWith('GUARD_DENIED'),
      'the operation and its outcome are three',
    );
  });

  test('so is what evidence says has happened', () => {
    desk.fund();
    const key = desk.begin(null).operation?.key ?? '';
    desk.guard('least', { kind: 'min_balance', account: 'cash', asset: 'USDC', amount: '1000' });
    desk.now_us += 31_000_000;
    const happened = { result: null, settlements: [], mutations: [post()] };
    desk.run('resolve_operation', { key, attempt: 0, happened, evidence: packDocument({}) });
    assert.deepEqual(warned(), ['post_transaction: least']);
    assert.equal(desk.balance('cash'), '950');
  });

  test('a Transact around an outcome is stopped as ever', () => {
    desk.fund();
    const begun = desk.begin(null);
    const { lease_token, operation } = begun;
    desk.guard('least', { kind: 'min_balance', account: 'cash', asset: 'USDC', amount: '1000' });
    const args = {
      key: operation?.key ?? '',
      lease_token,
      result: null,
      settlements: [],
      mutations: [post()],
    };
    const outcome = { name: 'complete_operation', agent_id: 'agent-1', args };
    const transact = (...mutations: { name: string; agent_id: string; args: unknown }[]) =>
      desk.run('transact', { preconditions: [], mutations });
    assert.throws(() => transact(outcome, post()), refusedWith('GUARD_DENIED'));
    assert.equal(desk.balance('cash'), '1000');
    transact(outcome);
    assert.equal(desk.balance('cash'), '950');
  });

  test('an account that must not go negative stays so, whatever has happened', () => {
    const begun = desk.begin(null);
    desk.run('configure_account', { account: 'cash', asset: 'USDC', must_not_go_negative: true });
    assert.throws(() => complete(begun, [post()]), refusedWith('INSUFFICIENT_FUNDS'));
  });

  test('holds settle and are placed unasked: the operation was judged as a whole', () => {
    desk.fund();
    desk.guard('least', { kind: 'min_balance', account: 'cash', asset: 'USDC', amount: '400' });
    desk.guard('only-operations', { kind: 'allow', field: 'operation', values: ['exchange.order'] });
    desk.guard(
      'only-savings',
      { kind: 'allow', field: 'account', values: ['savings'] },
      { scope: { actions: ['place_hold'] } },
    );
    const begun = desk.begin(null, { holds: [['cash', 'USDC', '600']] });
    assert.equal(begun.outcome, 'STARTED');
    const { operation, lease_token } = begun;
    const settlements = [[operation?.hold_ids[0] ?? '', null, 'world']] as const;
    desk.run('complete_operation', {
      key: operation?.key ?? '',
      lease_token,
      result: null,
      settlements,
      mutations: [],
    });
    assert.equal(desk.balance('cash'), '400');
    assert.throws(() => desk.hold('trading', 'USDC', '1'), refusedWith('GUARD_DENIED'));
  });
});

describe('once too much is lost', () => {
  const LIMITS: readonly GuardRule[] = [
    { kind: 'max_daily_loss', amount: '50' },
    { kind: 'max_drawdown', fraction: '0.05', from_peak: true },
    { kind: 'cooldown', losses: 1, duration_ms: 60_000 },
  ];
  for (const rule of LIMITS) {
    test(`${rule.kind} lets go on what is known to reduce the position, and no more of it`, () => {
      desk.guard('g', rule);
      desk.fill('BUY', '10', '1');
      desk.result('-50');
      const rules = (begun: ReturnType<GuardedDesk['begin']>) => begun.denials.map((denial) => denial.rule);
      assert.deepEqual(rules(order('SELL', '10.000000000000000001', {}, true)), ['session', 'g']);
      assert.deepEqual(rules(order('BUY', '1', {}, true)), ['session', 'g']);
      assert.equal(order('SELL', '6', {}, true).outcome, 'STARTED');
      assert.deepEqual(rules(order('SELL', '4.000000000000000001', {}, true)), ['session', 'g']);
      assert.equal(order('SELL', '4', {}, true).outcome, 'STARTED');
    });
  }
});

describe('the state of the session', () => {
  const rules = (begun: ReturnType<GuardedDesk['begin']>) => begun.denials.map(({ rule }) => rule);

  test('PAUSED and HALTED begin nothing', () => {
    desk.run('pause_session', { reduce_only: false, reason: '' });
    const { outcome, denials } = order('BUY', '1');
    assert.equal(outcome, 'DENIED');
    assert.deepEqual(denials[0], {
      rule: 'session',
      reason: 'WRONG_STATE',
      message: 'the session is PAUSED: it begins nothing',
    });
    desk.run('halt_session', { reason: '' });
    assert.deepEqual(rules(desk.begin(null)), ['session']);
  });

  test('REDUCING begins what reduces, with what is in flight', () => {
    desk.fill('BUY', '10', '1');
    desk.run('pause_session', { reduce_only: true, reason: '' });
    assert.deepEqual(rules(order('SELL', '4')), ['session'], 'it must say so');
    assert.equal(order('SELL', '4', {}, true).outcome, 'STARTED');
    assert.deepEqual(rules(order('SELL', '6.000000000000000001', {}, true)), ['session']);
    assert.deepEqual(rules(order('BUY', '1', {}, true)), ['session']);
    assert.equal(order('SELL', '6', {}, true).outcome, 'STARTED');
  });

  test('what says that it reduces must, in any state', () => {
    assert.deepEqual(rules(order('SELL', '1', {}, true)), ['session']);
    assert.deepEqual(rules(desk.begin({ reduce_only: true })), ['session']);
    desk.fill('SELL', '2', '1');
    assert.equal(order('BUY', '2', {}, true).outcome, 'STARTED');
    assert.deepEqual(rules(order('BUY', '0.000000000000000001', {}, true)), ['session']);
  });

  test('another session than the open one', () => {
    const { session_id, epoch } = desk;
    assert.throws(() => desk.begin(null, { session_id }), refusedWith('FIELD_REQUIRED'));
    assert.equal(desk.begin(null, { session_id }, { epoch }).outcome, 'STARTED');
    assert.deepEqual(rules(desk.begin(null, { session_id: 'session-00000000000' }, { epoch })), ['session']);
    desk.shut();
    assert.deepEqual(rules(desk.begin(null, { session_id }, { epoch })), ['session']);
    assert.equal(desk.begin(null).outcome, 'STARTED', 'without a session there is no state');
  });

  test('a session that ended halted lets nothing begin, in between and after the next is opened', () => {
    desk.run('halt_session', { reason: 'stop' });
    desk.shut();
    const denied = desk.begin(null);
    assert.deepEqual([denied.outcome, rules(denied)], ['DENIED', ['session']]);
    desk.open();
    assert.deepEqual(rules(desk.begin(null)), ['session']);
    desk.run('reset_halt', { reason: 'seen', operator: 'ann', rebase: false, reduce_only: false });
    assert.equal(desk.begin(null).outcome, 'STARTED');
  });

  for (const reduce_only of [false, true]) {
    const state = reduce_only ? 'REDUCING' : 'PAUSED';
    test(`nor does one that ended ${state}, whether it was closed or its time is over`, () => {
      const denied = () => {
        const { outcome, denials } = desk.begin(null);
        assert.equal(outcome, 'DENIED');
        return denials[0]?.message;
      };
      const between = `the last session ended while it was ${state}: open one and resume it`;
      desk.run('pause_session', { reduce_only, reason: '' });
      desk.shut();
      assert.equal(denied(), between);
      desk.open({ ttl_ms: 60_000 });
      assert.match(denied() ?? '', new RegExp(`^the session is ${state}: `));
      desk.now_us += 60_000_000;
      assert.equal(denied(), between, 'before the sweep says that it is over');
      desk.run('sweep', {});
      assert.equal(denied(), between);
      desk.open();
      desk.run('resume_session', { reason: 'seen' });
      assert.equal(desk.begin(null).outcome, 'STARTED');
    });
  }

  describe('a repeated request to begin is not told to go on', () => {
    const request_id = 'the-same';
    const noLonger = (why: RegExp) => (error: unknown) =>
      error instanceof HoldfastError && error.reason === 'STALE_LEASE' && why.test(error.message);
    const again = (more: Parameters<GuardedDesk['begin']>[1] = {}) =>
      desk.begin({}, { key: 'k', ...more }, { request_id, epoch: desk.epoch });

    test('once the session is halted, until that is lifted', () => {
      const { lease_token } = again();
      desk.run('halt_session', { reason: '' });
      assert.throws(
        () => again(),
        noLonger(/and by now the session is HALTED: it begins nothing; begin again with/),
      );
      assert.equal(desk.begin(null, { key: 'k' }).outcome, 'IN_FLIGHT', 'its lease ends as ever');
      desk.run('reset_halt', { reason: 'seen', operator: 'ann', rebase: false, reduce_only: false });
      assert.equal(again().lease_token, lease_token);
    });

    test('once the session that it named is closed', () => {
      const { session_id } = desk;
      again({ session_id });
      desk.shut();
      assert.throws(() => again({ session_id }), noLonger(/is not open; none is/));
    });

    test('nor inside a Transact', () => {
      const args = {
        operation: 'o',
        params: packDocument({}),
        key: 'k',
        lease_ms: 30_000,
        holds: [],
        on_crash: 'UNKNOWN',
        task_id: '',
        step: '',
      };
      const mutations = [{ name: 'begin_operation', agent_id: 'agent-1', args }];
      const transact = () => desk.run('transact', { preconditions: [], mutations }, { request_id });
      const before = transact();
      assert.equal(transact().revision, before.revision);
      desk.run('pause_session', { reduce_only: false, reason: '' });
      assert.throws(transact, noLonger(/the session is PAUSED/));
    });

    test('an attempt that reduces is told as long as it does', () => {
      desk.fill('BUY', '10', '1');
      desk.run('pause_session', { reduce_only: true, reason: '' });
      const sell = () =>
        desk.begin(
          { market: MARKET, side: 'SELL', quantity: '10', reduce_only: true },
          { key: 'k' },
          { request_id },
        );
      assert.equal(sell().outcome, 'STARTED');
      assert.equal(sell().outcome, 'STARTED');
      desk.fill('SELL', '1', '1');
      assert.throws(sell, noLonger(/does not bring the position/));
    });
  });

  test('a session whose time is over is none, before the sweep says so', () => {
    desk.shut();
    const { epoch } = desk.open({ ttl_ms: 60_000 });
    const { session_id } = desk;
    assert.equal(desk.begin(null, { session_id }, { epoch }).outcome, 'STARTED');
    desk.now_us += 60_000_000;
    assert.deepEqual(rules(desk.begin(null, { session_id }, { epoch })), ['session']);
    assert.equal(desk.begin(null).outcome, 'STARTED');
  });
});

describe('a denied operation', () => {
  test('says every reason, holds nothing, and is journaled with the figures', () => {
    desk.fund();
    desk.run('pause_session', { reduce_only: false, reason: '' });
    desk.guard('most', { kind: 'max_amount', asset: 'USDC', amount: '100' });
    desk.guard('hint', { kind: 'max_amount', asset: 'USDC', amount: '1' }, { mode: 'WARN' });
    const holds = [
      ['cash', 'USDC', '500'],
      ['empty', 'USDC', '1'],
    ] as const;
    const { outcome, denials, warnings, operation } = desk.begin(null, { holds, key: 'k' });
    assert.equal(outcome, 'DENIED');
    assert.equal(operation, null);
    assert.deepEqual(
      denials.map(({ rule, reason }) => `${rule} ${reason}`),
      ['session WRONG_STATE', 'most GUARD_DENIED', 'hold INSUFFICIENT_FUNDS'],
    );
    assert.deepEqual(
      warnings?.map(({ guard }) => guard),
      ['hint'],
    );
    assert.equal(desk.reads.snapshot(0, ({ ledger }) => ledger.openHolds('agent-1', 10)).rows.length, 0);
    const [entry] = desk.entries('operation.denied');
    assert.equal(entry?.key, 'k');
    const journaled = unpackDocument(entry?.payload ?? new Uint8Array()) as unknown as {
      denials: { metadata?: object }[];
    };
    assert.deepEqual(journaled.denials[1]?.metadata, {
      guard: 'most',
      kind: 'max_amount',
      limit: '100',
      actual: '501',
    });
    assert.equal(desk.entries('guard.warned').length, 0, 'it did not go on');
  });

  test('fails a transaction with the first reason, its figures, and when to come again', () => {
    desk.guard('rate', { kind: 'max_count', count: 1, window_ms: 60_000 });
    desk.begin(null);
    desk.now_us += 1_000_500;
    const args = {
      operation: 'o',
      params: packDocument({}),
      key: 'k',
      lease_ms: 1000,
      holds: [],
      on_crash: 'UNKNOWN',
      task_id: '',
      step: '',
    };
    const mutations = [{ name: 'begin_operation', agent_id: 'agent-1', args }];
    assert.throws(
      () => desk.run('transact', { preconditions: [], mutations }),
      (error: unknown) => {
        assert.ok(error instanceof HoldfastError);
        assert.equal(error.reason, 'GUARD_DENIED');
        assert.deepEqual(error.details.metadata, {
          outcome: 'DENIED',
          rule: 'rate',
          guard: 'rate',
          kind: 'max_count',
          limit: '1',
          actual: '2',
        });
        assert.equal(error.details.retry_after_ms, 59_000);
        return true;
      },
    );
    assert.equal(desk.entries('operation.denied').length, 0);
  });
});

describe('a trade that has happened', () => {
  test('is recorded whatever guards say, counted, and told of', () => {
    desk.guard('most', { kind: 'max_amount', asset: 'USDC', amount: '1' });
    desk.guard('rate', { kind: 'max_count', count: 1, window_ms: 60_000 });
    desk.guard('quiet', { kind: 'max_amount', asset: 'USDC', amount: '2' }, { mode: 'SHADOW' });
    const { warnings } = desk.fill('BUY', '2', '5', { executed: true });
    assert.deepEqual(
      warnings.map(({ guard, mode }) => `${guard} ${mode}`),
      ['most ENFORCE'],
    );
    const [entry] = desk.entries('guard.warned');
    assert.equal(entry?.key, 'record_trade');
    const { verdicts } = unpackDocument(entry?.payload ?? new Uint8Array()) as unknown as {
      verdicts: { guard: string; actual: string }[];
    };
    assert.deepEqual(
      verdicts.map(({ guard, actual }) => `${guard} ${actual}`),
      ['most 10', 'quiet 10'],
    );
    assert.throws(
      () => desk.result('1'),
      (error: unknown) => {
        assert.ok(error instanceof HoldfastError);
        assert.deepEqual(error.details.metadata, {
          guard: 'rate',
          kind: 'max_count',
          limit: '1',
          actual: '2',
        });
        assert.equal(error.details.retry_after_ms, 60_000);
        return true;
      },
    );
    assert.equal(desk.result('0.5', { executed: true }).duplicate, false);
  });

  test('the same trade again is asked of no guard', () => {
    const told = { trade_id: 'once', side: 'BUY', quantity: '1', price: '1' } as const;
    desk.trade(told);
    desk.guard('none', { kind: 'max_amount', asset: 'USDC', amount: '0' });
    assert.equal(desk.trade(told).duplicate, true);
  });
});
