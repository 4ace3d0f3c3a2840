/** One trade: what it moves, what it may not, and what happens when it comes twice. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { packDocument, unpackDocument } from '../../src/codec/msgpack.js';
import type { DocObject } from '../../src/codec/value.js';
import { HoldfastError } from '../../src/errors.js';
import { type ComposedSessionCommands, composedSessionCommands } from '../../src/tiers/composed_sessions.js';
import type { GuardedAction, GuardGate, GuardVerdictView } from '../../src/tiers/guards/types.js';
import { commandHandlers } from '../../src/tiers/index.js';
import { MAX_POSITIONS, type RecordTradeArgs } from '../../src/tiers/sessions/types.js';
import { Executor, type Handler } from '../../src/writer/execute.js';
import { resultOf } from '../support/executor.js';
import { refused } from './refused.js';
import { Desk, TRADE } from './support.js';

const DAY_US = 86_400_000_000;

let desk: Desk;
beforeEach(() => {
  desk = new Desk();
});
afterEach(() => desk.close());

const position = (market = 'BTC/USDC') =>
  desk.reads.snapshot(0, ({ sessions }) => sessions.position('agent-1', market));
const payloadOf = (kind: string) =>
  unpackDocument(desk.entries(kind).at(-1)?.payload ?? new Uint8Array()) as DocObject;

describe('what a trade moves', () => {
  test('ledger, totals, position and journal at one revision', () => {
    desk.open();
    desk.fill('BUY', '2', '100', { fee: '1' });
    const metadata = packDocument({ strategy: 'grid' });
    const sold = desk.fill('SELL', '1', '130', { fee: '0.5', metadata, occurred_us: 5 });
    const { metadata: kept, ...trade } = sold.trade;
    assert.deepEqual(unpackDocument(kept ?? new Uint8Array()), { strategy: 'grid' });
    assert.deepEqual(trade, {
      venue: 'binance',
      trade_id: 't-2',
      session_id: desk.session_id,
      market: 'BTC/USDC',
      side: 'SELL',
      quantity: '1',
      price: '130',
      pnl: '30',
      fee: '0.5',
      transaction_id: sold.trade.transaction_id,
      recorded_us: desk.now_us,
      occurred_us: 5,
      revision: sold.revision,
      executed: false,
    });
    const { current_capital, total_pnl, total_fees, day_pnl, trades, wins, losses } = sold.session;
    assert.deepEqual(
      { current_capital, total_pnl, total_fees, day_pnl, trades, wins, losses },
      {
        current_capital: '1028.5',
        total_pnl: '30',
        total_fees: '1.5',
        day_pnl: '28.5',
        trades: 2,
        wins: 1,
        losses: 0,
      },
    );
    assert.deepEqual([sold.position?.quantity, sold.position?.cost], ['1', '100']);
    assert.equal(sold.position?.revision, sold.revision);
    assert.equal(desk.balance(), '28.5');
    const stored = desk.reads.snapshot(0, ({ sessions }) => sessions.trade('agent-1', 'binance', 't-2'));
    assert.ok(stored !== undefined);
    const payload = payloadOf('session.trade');
    assert.deepEqual(payload.position, { quantity: '1', cost: '100' });
    assert.equal((payload.session as DocObject).current_capital, '1028.5');
    assert.equal(payload.transaction_id, sold.trade.transaction_id);
    const kinds = desk.reads
      .entriesAfter(sold.revision - 1, { kind_prefixes: [], key_prefix: '' }, false)
      .entries.map(({ kind, key }) => [kind, key]);
    assert.deepEqual(kinds, [
      ['ledger.posted', sold.trade.transaction_id],
      ['session.trade', 'binance/t-2'],
    ]);
  });

  test('a fill through zero closes the position and opens the rest', () => {
    desk.open();
    desk.fill('BUY', '2', '100');
    desk.now_us += 1;
    const flipped = desk.fill('SELL', '5', '90');
    assert.equal(flipped.trade.pnl, '-20');
    assert.deepEqual([flipped.position?.quantity, flipped.position?.cost], ['-3', '-270']);
    assert.equal(flipped.position?.opened_us, desk.now_us);
    const closed = desk.fill('BUY', '3', '80');
    assert.equal(closed.trade.pnl, '30');
    assert.equal(closed.position, null);
    assert.equal(position(), undefined);
  });

  test('thirds are given out half to even, and nothing is lost', () => {
    desk.open();
    desk.fill('BUY', '3', '0.333333333333333333');
    assert.equal(position()?.cost, '0.999999999999999999');
    desk.fill('BUY', '3', '1');
    const pnls = ['1', '2', '3'].map((quantity) => desk.fill('SELL', quantity, '0').trade.pnl);
    assert.deepEqual(pnls, ['-0.666666666666666666', '-1.333333333333333333', '-2']);
    assert.equal(desk.balance(), '-3.999999999999999999');
  });

  test('a told P&L counts, and the position moves by the fill', () => {
    desk.open();
    desk.fill('BUY', '1', '100');
    const sold = desk.fill('SELL', '1', '150', { pnl: '49.9' });
    assert.equal(sold.trade.pnl, '49.9');
    assert.equal(sold.session.total_pnl, '49.9');
    assert.equal(position(), undefined);
  });

  test('a result without a fill touches no position, and none means no transaction', () => {
    desk.open();
    const won = desk.result('7', { fee: '2' });
    assert.equal(won.position, null);
    assert.equal(desk.balance(), '5');
    assert.equal(desk.result('2', { fee: '2' }).trade.transaction_id, '');
    assert.equal(desk.entries('ledger.posted').length, 1);
  });

  test('explicit postings stand for P&L less fee', () => {
    desk.open();
    const reply = desk.fill('BUY', '1', '10', {
      postings: [
        ['trading', 'USDC', '-10'],
        ['world', 'USDC', '10'],
        ['coins', 'BTC', '1'],
        ['world', 'BTC', '-1'],
      ],
    });
    assert.notEqual(reply.trade.transaction_id, '');
    assert.equal(desk.balance('coins', 'BTC'), '1');
    assert.equal(desk.balance(), '-10');
    assert.equal(reply.session.current_capital, '1000');
  });

  test('what the ledger refuses is refused as a whole', () => {
    desk.open();
    desk.run('configure_account', { account: 'trading', asset: 'USDC', must_not_go_negative: true });
    const { revision } = desk.executor.head;
    assert.throws(() => desk.fill('BUY', '1', '1', { fee: '0.5' }), refused('INSUFFICIENT_FUNDS'));
    assert.equal(desk.executor.head.revision, revision);
    assert.equal(position(), undefined);
    assert.equal(desk.reads.snapshot(0, ({ sessions }) => sessions.newest('agent-1', 0))?.trades, 0);
  });

  test('a loss that has happened is taken from an account that must not go negative, held money or not', () => {
    const account = 'trading';
    const balance = () =>
      desk.reads
        .snapshot(0, ({ ledger }) => ledger.allBalances('agent-1', 100).rows)
        .find((row) => row.account === account);
    desk.open();
    desk.result('100');
    desk.run('configure_account', { account, asset: 'USDC', must_not_go_negative: true });
    const { hold } = desk.run('place_hold', {
      account,
      asset: 'USDC',
      amount: '80',
      ttl_ms: null,
      description: '',
      operation_key: null,
    });
    assert.throws(() => desk.result('-50'), refused('INSUFFICIENT_FUNDS'));
    assert.equal(desk.result('-50', { executed: true }).session.total_pnl, '50');
    assert.deepEqual([balance()?.posted, balance()?.held, balance()?.available], ['50', '80', '-30']);
    const elsewhere = { postings: [[account, 'USDC', '-1'] as const, ['world', 'USDC', '1'] as const] };
    assert.throws(
      () => desk.result('-1', { executed: true, ...elsewhere }),
      refused('INSUFFICIENT_FUNDS'),
      'told postings are taken as PostTransaction takes them',
    );
    const { hold_id } = hold;
    const settled = desk.run('post_hold', {
      hold_id,
      amount: null,
      to_account: 'world',
      description: '',
      reference: '',
      operation_key: null,
    });
    assert.deepEqual([settled.balance.posted, settled.balance.held], ['-30', '0'], 'the hold is still good');
    assert.equal(desk.result('-1', { executed: true }).session.total_pnl, '49');
    assert.equal(balance()?.posted, '-31');
  });

  test('P&L that is worked out keeps to the registered precision, and the rest stays in the cost', () => {
    desk.run('register_asset', { asset: 'USDC', max_fraction_digits: 6 });
    desk.open();
    desk.fill('BUY', '3', '0.521303');
    desk.fill('BUY', '4', '0.7');
    const sold = desk.fill('SELL', '2', '0.4', { executed: true });
    assert.equal(sold.trade.pnl, '-0.446831');
    assert.equal(sold.position?.cost, '3.117078');
    assert.equal(desk.balance(), '-0.446831');
    // A value of more digits than the asset has: its rest goes on in the cost as well.
    assert.equal(desk.fill('SELL', '1.5', '0.4000001').trade.pnl, '-0.335123');
    assert.equal(position()?.cost, '2.18195485');
    // Bought for 4.363909 and sold for 0.8 + 0.60000015 + 1.4: -1.56390885, to a smallest unit.
    desk.fill('SELL', '3.5', '0.4');
    assert.equal(desk.balance(), '-1.563909');
    assert.throws(() => desk.fill('BUY', '1', '1', { fee: '0.0000001' }), refused('INVALID_AMOUNT'));
  });

  test('rounding does not turn the cost of a position around', () => {
    desk.run('register_asset', { asset: 'USDC', max_fraction_digits: 0 });
    desk.open();
    desk.fill('BUY', '10', '0.01');
    // 0.48 would round to 0 and leave a cost of -0.39.
    const sold = desk.fill('SELL', '1', '0.49');
    assert.deepEqual([sold.trade.pnl, sold.position?.cost], ['1', '0.61']);
    desk.fill('SELL', '10', '0.01', { market: 'short' });
    const bought = desk.fill('BUY', '1', '0.49', { market: 'short' });
    assert.deepEqual([bought.trade.pnl, bought.position?.cost], ['-1', '-0.61']);
  });

  test('wins and losses go by P&L; a run of losses ends with a win', () => {
    desk.open();
    const runs = ['-1', '-1', '0', '-1', '2', '-1'].map((pnl) => {
      desk.now_us += 1;
      return desk.result(pnl, { fee: '0.1' }).session.consecutive_losses;
    });
    assert.deepEqual(runs, [1, 2, 2, 3, 0, 1]);
    const { wins, losses, trades } = desk.result('0').session;
    assert.deepEqual([wins, losses, trades], [1, 4, 7]);
    const figures = desk.db.prepare('SELECT last_loss_us FROM sessions').pluck().get();
    assert.equal(figures, desk.now_us);
  });

  test("a day's P&L begins at midnight UTC", () => {
    desk.now_us = 20_000 * DAY_US - 1;
    desk.open();
    assert.equal(desk.result('-5', { fee: '1' }).session.day_pnl, '-6');
    desk.now_us += 1;
    const shown = desk.reads.snapshot(0, ({ sessions }) => sessions.open('agent-1', desk.now_us));
    assert.equal(shown?.day_pnl, '0');
    assert.equal(desk.result('1').session.day_pnl, '1');
  });

  test('figures beyond 38 digits are refused', () => {
    desk.open();
    const huge = '9'.repeat(38);
    assert.throws(() => desk.fill('BUY', huge, huge), refused('LIMIT_EXCEEDED'));
    desk.result(huge.slice(1), { executed: true });
  });

  test('a session has at most 1,000 positions', () => {
    desk.open();
    for (let n = 0; n < MAX_POSITIONS; n += 1) desk.fill('BUY', '1', '1', { market: `m${n}` });
    assert.throws(() => desk.fill('BUY', '1', '1', { market: 'more' }), refused('TOO_MANY', 'market'));
    const at = { session_id: desk.session_id, average_price: '1', mark_price: '', quantity: '1' };
    assert.throws(
      () => desk.run('set_position', { ...at, market: 'more' }, { epoch: desk.epoch }),
      refused('TOO_MANY', 'market', { limit: '1000' }),
    );
    desk.fill('SELL', '1', '1', { market: 'm7' });
    desk.fill('BUY', '1', '1', { market: 'more' });
  });
});

describe('limits', () => {
  const halted = (args: object, pnls: readonly string[]) => {
    desk.open(args);
    return pnls.map((pnl) => desk.result(pnl, { executed: true }).halted);
  };

  test('drawdown from the start halts exactly at the limit', () => {
    assert.deepEqual(halted({ max_drawdown: '0.1' }, ['-99.999999999999999999', '-0.000000000000000001']), [
      false,
      true,
    ]);
    const { state, reason } = payloadOf('session.changed').session as DocObject;
    assert.deepEqual([state, reason], ['HALTED', 'max_drawdown 0.1 reached: capital 900 of 1000']);
    assert.throws(() => desk.result('1'), refused('WRONG_STATE', 'session_id', { state: 'HALTED' }));
  });

  test('drawdown from the peak, where the quotient has no end', () => {
    // A third of 1200 is 400, which no decimal fraction of 18 digits says: 0.333...3 is reached a little earlier.
    const args = { max_drawdown_from_peak: '0.333333333333333333' };
    assert.deepEqual(halted(args, ['200', '-399.9999999999999995', '-0.0000000000000001']), [
      false,
      false,
      true,
    ]);
  });

  test("a day's loss, fees included", () => {
    desk.open({ max_daily_loss: '50' });
    assert.equal(desk.result('-40', { fee: '9.99' }).halted, false);
    assert.equal(desk.result('0', { fee: '0.01' }).halted, true);
  });

  test('the trade that reaches it says so in its own entry, and the halt is an entry of its own', () => {
    const revision = desk.open({ max_drawdown: '0.5' }).revision;
    desk.result('-500');
    const kinds = desk.reads
      .entriesAfter(revision, { kind_prefixes: [], key_prefix: '' }, false)
      .entries.map(({ kind }) => kind);
    assert.deepEqual(kinds, ['ledger.posted', 'session.trade', 'session.changed', 'signal.published']);
    assert.equal((payloadOf('session.trade').session as DocObject).state, 'HALTED');
  });

  test('a halt is latched: what comes after it changes nothing but the figures', () => {
    desk.open({ max_drawdown: '0.1' });
    desk.result('-100');
    const later = desk.result('500', { executed: true });
    assert.deepEqual([later.session.state, later.halted], ['HALTED', false]);
    assert.equal(later.session.current_capital, '1400');
  });

  test('after a reset a limit that is still reached halts again, unless the capital was rebased', () => {
    const reset = { reason: 'r', operator: 'o', rebase: false, reduce_only: false };
    desk.open({ max_drawdown: '0.1', max_drawdown_from_peak: '0.1', max_daily_loss: '100' });
    desk.result('-150');
    assert.equal(desk.run('reset_halt', reset).session.state, 'ACTIVE');
    assert.equal(desk.result('1').halted, true);
    const { session } = desk.run('reset_halt', { ...reset, rebase: true });
    assert.deepEqual(
      [session.base_capital, session.peak_capital, session.day_pnl, session.start_capital],
      ['851', '851', '0', '1000'],
    );
    assert.equal(desk.result('-85').halted, false);
    assert.equal(desk.result('-0.1').halted, true);
  });

  test('where no capital is left, all of it is lost', () => {
    const reset = { reason: 'r', operator: 'o', rebase: true, reduce_only: false };
    desk.open({ max_drawdown: '1' });
    assert.equal(desk.result('-1000').halted, true);
    desk.run('reset_halt', reset);
    assert.equal(desk.result('0').halted, true);
  });

  test('a lost session that reaches a limit by what has happened halts', () => {
    desk.open({ max_drawdown: '0.1' });
    const sessions = desk.reads.snapshot(0, (queries) => queries.sessions.watched());
    desk.run('lose_sessions', { sessions }, { agent_id: '_system', request_id: '' });
    assert.equal(desk.result('-100', { executed: true }).session.state, 'HALTED');
    assert.equal(desk.open().session.state, 'HALTED');
  });
});

describe('what a session takes', () => {
  test('REDUCING takes what brings a position closer to zero and not through it', () => {
    desk.open();
    desk.fill('BUY', '5', '10');
    desk.fill('SELL', '5', '10', { market: 'short' });
    desk.run('pause_session', { reduce_only: true, reason: '' });
    const no = refused('WRONG_STATE', 'session_id', { state: 'REDUCING' });
    assert.throws(() => desk.fill('BUY', '1', '10'), no);
    assert.throws(() => desk.fill('SELL', '5.000000000000000001', '10'), no);
    assert.throws(() => desk.fill('SELL', '1', '10', { market: 'none' }), no);
    assert.throws(() => desk.fill('SELL', '1', '10', { market: 'short' }), no);
    assert.throws(() => desk.result('5'), no);
    desk.fill('SELL', '2', '10');
    desk.fill('SELL', '3', '10');
    desk.fill('BUY', '5', '10', { market: 'short' });
    desk.fill('BUY', '1', '10', { executed: true });
  });

  for (const reach of ['PAUSED', 'HALTED', 'LOST']) {
    test(`${reach} takes only what has happened`, () => {
      desk.open();
      if (reach === 'PAUSED') desk.run('pause_session', { reduce_only: false, reason: '' });
      if (reach === 'HALTED') desk.run('halt_session', { reason: '' });
      if (reach === 'LOST') {
        const sessions = desk.reads.snapshot(0, (queries) => queries.sessions.watched());
        desk.run('lose_sessions', { sessions }, { agent_id: '_system', request_id: '' });
      }
      assert.throws(() => desk.result('1'), refused('WRONG_STATE', 'session_id', { state: reach }));
      assert.equal(desk.result('1', { executed: true }).session.state, reach);
    });
  }

  test('a closed session takes nothing', () => {
    desk.open();
    desk.run('close_session', { session_id: '', reason: '' });
    const closed = refused('WRONG_STATE', 'session_id', { state: 'CLOSED' });
    assert.throws(() => desk.result('1'), closed);
    assert.throws(() => desk.result('1', { executed: true }), closed);
    assert.throws(() => desk.result('1', { session_id: 'session-1' }), refused('NOT_FOUND', 'session_id'));
  });
});

describe('the same trade twice', () => {
  const first: Partial<RecordTradeArgs> = {
    trade_id: 'same',
    side: 'BUY',
    quantity: '1',
    price: '10',
    fee: '1',
    occurred_us: 7,
    metadata: packDocument(null),
  };

  test('changes nothing and returns what was recorded, whatever the state', () => {
    desk.open();
    const recorded = desk.trade(first);
    desk.result('5');
    const { revision } = desk.executor.head;
    const again = desk.trade(first);
    assert.deepEqual(again.trade, recorded.trade);
    assert.deepEqual([again.duplicate, again.halted, recorded.duplicate], [true, false, false]);
    assert.equal(again.session.total_pnl, '5', 'the session as it is now');
    assert.equal(again.position?.quantity, '1');
    assert.equal(again.revision, revision);
    assert.equal(desk.executor.head.revision, revision);
    assert.equal(desk.trade({ ...first, executed: true }).duplicate, true, 'how it is told is no content');
    desk.run('halt_session', { reason: '' });
    assert.equal(desk.trade(first).duplicate, true);
    desk.run('close_session', { session_id: '', reason: '' });
    const late = desk.trade(first);
    assert.deepEqual([late.duplicate, late.position, late.session.state], [true, null, 'CLOSED']);
  });

  const others: readonly [string, Partial<RecordTradeArgs>][] = [
    ['market', { market: 'ETH/USDC', quantity: '3' }],
    ['side', { side: 'SELL' }],
    ['quantity', { quantity: '1.1' }],
    ['price', { price: '11' }],
    ['pnl', { pnl: '5' }],
    ['fee', { fee: '0' }],
    [
      'postings',
      {
        postings: [
          ['trading', 'USDC', '-1'],
          ['world', 'USDC', '1'],
        ],
      },
    ],
    ['occurred_at', { occurred_us: 8 }],
    ['metadata', { metadata: packDocument({ other: 1 }) }],
  ];
  for (const [field, other] of others) {
    test(`with another ${field} it is refused`, () => {
      desk.open();
      desk.trade(first);
      assert.throws(() => desk.trade({ ...first, ...other }), refused('TRADE_MISMATCH', field, { field }));
    });
  }

  test('told again in the agent’s next session it is the same: who restarts tells the venue’s fills again', () => {
    desk.open();
    const { session_id } = desk;
    desk.trade(first);
    desk.run('close_session', { session_id: '', reason: '' });
    desk.open();
    const again = desk.trade(first);
    assert.deepEqual([again.duplicate, again.trade.session_id], [true, session_id]);
    assert.equal(again.session.session_id, desk.session_id);
    assert.equal(again.session.trades, 0);
    assert.equal(desk.trade({ ...first, venue: 'kraken' }).duplicate, false, 'another venue, another trade');
  });

  test('what only one side tells of its time and metadata is no difference', () => {
    const more = { occurred_us: 5, metadata: packDocument({ a: 1 }) };
    desk.open();
    desk.result('1', { trade_id: 'bare' });
    assert.equal(desk.result('1', { trade_id: 'bare', ...more }).duplicate, true);
    desk.result('1', { trade_id: 'full', ...more });
    assert.equal(desk.result('1', { trade_id: 'full' }).duplicate, true);
    const other = { ...more, occurred_us: 6 };
    assert.throws(
      () => desk.result('1', { trade_id: 'full', ...other }),
      refused('TRADE_MISMATCH', 'occurred_at'),
    );
  });

  test('P&L that one side leaves out is held against what was recorded', () => {
    desk.open();
    desk.fill('BUY', '2', '100');
    const sell = { side: 'SELL' as const, quantity: '1', price: '130', trade_id: 'silent' };
    assert.equal(desk.trade(sell).trade.pnl, '30');
    assert.equal(desk.trade({ ...sell, pnl: '30', executed: true }).duplicate, true);
    assert.throws(() => desk.trade({ ...sell, pnl: '29' }), refused('TRADE_MISMATCH', 'pnl'));
    desk.trade({ ...sell, trade_id: 'told', pnl: '29.5' });
    assert.equal(desk.trade({ ...sell, trade_id: 'told' }).trade.pnl, '29.5');
    assert.equal(desk.executor.head.revision, desk.trade({ ...sell, trade_id: 'told' }).revision);
  });

  test('another agent has trade ids of its own', () => {
    desk.open();
    desk.trade(first);
    const { session, epoch } = desk.open({}, { agent_id: 'agent-2' });
    const { session_id } = session;
    const other = desk.run(
      'record_trade',
      { ...TRADE, ...first, session_id },
      { agent_id: 'agent-2', epoch },
    );
    assert.equal(other.duplicate, false);
  });
});

describe('positions told outright', () => {
  const set = (args: object = {}) =>
    desk.run(
      'set_position',
      {
        session_id: desk.session_id,
        market: 'BTC/USDC',
        quantity: '-2',
        average_price: '10.5',
        mark_price: '',
        ...args,
      },
      { epoch: desk.epoch },
    );

  test('set, marked, traded on and cleared', () => {
    desk.open();
    const at = { session_id: desk.session_id, market: 'BTC/USDC' };
    const { epoch } = desk;
    assert.equal(set().position.cost, '-21');
    const marked = desk.run('mark_position', { ...at, mark_price: '9' }, { epoch });
    assert.equal(marked.position.mark_price, '9');
    assert.equal(set({ average_price: '11' }).position.mark_price, '9', 'it stays when it is not told');
    assert.equal(desk.fill('BUY', '1', '10').trade.pnl, '1');
    assert.equal(position()?.mark_price, '9');
    const cleared = desk.run('clear_position', at, { epoch });
    assert.deepEqual([cleared.position.quantity, cleared.position.revision], ['-1', cleared.revision]);
    assert.equal(position(), undefined);
    assert.throws(() => desk.run('clear_position', at, { epoch }), refused('NOT_FOUND', 'market'));
    assert.throws(
      () => desk.run('mark_position', { ...at, mark_price: '1' }, { epoch }),
      refused('NOT_FOUND', 'market'),
    );
    assert.deepEqual(
      desk.entries('session.position').map(({ key }) => key),
      ['BTC/USDC', 'BTC/USDC', 'BTC/USDC', 'BTC/USDC'],
    );
  });

  test('the same again changes nothing', () => {
    desk.open();
    set();
    const { revision } = desk.executor.head;
    desk.now_us += 5;
    assert.equal(set().revision, revision);
  });

  test('an ended session has none', () => {
    desk.open();
    set();
    desk.run('close_session', { session_id: '', reason: '' });
    assert.throws(() => set(), refused('WRONG_STATE', 'session_id', { state: 'CLOSED' }));
  });
});

describe('the gate', () => {
  /** A desk whose trades a gate of the test's own stands before. */
  function gated(gate: Pick<GuardGate, 'admit'>) {
    const tiers = commandHandlers(desk.db);
    const composed = composedSessionCommands(desk.db, tiers, gate);
    const executor = new Executor(desk.db, { ...tiers, ...composed } as unknown as Record<string, Handler>, {
      receipt_ttl_ms: 1000,
      clock: () => desk.now_us,
      onInternalError: (error) => {
        throw error;
      },
    });
    return (args: Partial<RecordTradeArgs>) => {
      const trade = { ...TRADE, session_id: desk.session_id, ...args };
      const submission = desk.submission('record_trade', trade, { epoch: desk.epoch });
      const [outcome] = executor.execute([submission]);
      return resultOf<ComposedSessionCommands['record_trade']['result']>(outcome);
    };
  }

  const verdict: GuardVerdictView = {
    guard: 'g',
    kind: 'max_amount',
    mode: 'WARN',
    passed: false,
    applicable: true,
    limit: '1',
    actual: '2',
    message: 'too much',
    version: 1,
    retry_us: null,
  };

  test('is told the whole trade before anything moves, and its warnings are passed on', () => {
    desk.open();
    desk.fill('BUY', '2', '10');
    const asked: [GuardedAction, boolean, string | undefined][] = [];
    const trade = gated({
      admit: (_tx, action, enforced) => {
        asked.push([action, enforced, position()?.quantity]);
        return [verdict];
      },
    });
    const reply = trade({ side: 'SELL', quantity: '1', price: '4', fee: '1', executed: true, trade_id: 'x' });
    assert.deepEqual(reply.warnings, [verdict]);
    assert.deepEqual(asked, [
      [
        {
          action: 'record_trade',
          operation: '',
          venue: 'binance',
          market: 'BTC/USDC',
          side: 'SELL',
          quantity: '1',
          price: '4',
          outflows: [['trading', 'USDC', '7']],
          accounts: [['trading', 'USDC']],
          pnl: '-7',
          reduce_only: false,
        },
        false,
        '2',
      ],
    ]);
    trade({ pnl: '1', trade_id: 'y' });
    assert.equal(asked[1]?.[1], true, 'what has not happened yet is judged in earnest');
    assert.deepEqual(asked[1]?.[0].outflows, []);
    trade({ pnl: '1', trade_id: 'y' });
    assert.equal(asked.length, 2, 'a duplicate is not judged again');
  });

  test('when it denies, nothing is left', () => {
    desk.open();
    const trade = gated({
      admit: () => {
        throw new HoldfastError('GUARD_DENIED', 'no');
      },
    });
    const { revision } = desk.executor.head;
    assert.throws(() => trade({ pnl: '1' }), refused('GUARD_DENIED'));
    assert.equal(desk.entries('session.trade').length, 0);
    assert.equal(desk.balance(), '0');
    assert.equal(
      desk.reads.snapshot(0, (_, at) => at),
      revision,
    );
  });
});

describe('a list of trades', () => {
  test('of one market looks at 20,000 and goes on from there', () => {
    desk.open();
    desk.fill('BUY', '1', '100');
    desk.fill('BUY', '1', '100', { market: 'ETH/USDC' });
    // More of another market than one page looks at.
    desk.db.exec(`WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < 25000)
      INSERT INTO session_trades SELECT agent_id, position + n, session_position, market, time_us, payload
      FROM session_trades, n WHERE market = 'ETH/USDC'`);
    const { position: session_position } = desk.reads.snapshot(0, ({ sessions }) => {
      const found = sessions.newest('agent-1', desk.now_us);
      assert.ok(found !== undefined);
      return found;
    });
    const list = (market: string, before = Number.MAX_SAFE_INTEGER, of: number | null = null, limit = 10) =>
      desk.reads.snapshot(0, ({ sessions }) =>
        sessions.trades('agent-1', { session_position: of, market }, before, limit),
      );
    for (const of of [null, session_position]) {
      const first = list('BTC/USDC', undefined, of);
      assert.deepEqual([first.rows, first.more], [[], false]);
      assert.ok(first.looked_to !== undefined);
      const second = list('BTC/USDC', first.looked_to, of);
      assert.deepEqual(
        second.rows.map(({ market }) => market),
        ['BTC/USDC'],
      );
      assert.deepEqual([second.more, second.looked_to], [false, undefined]);
      assert.deepEqual(list('NOPE', first.looked_to, of), { rows: [], more: false });
    }
    const full = list('ETH/USDC', undefined, null, 1000);
    assert.deepEqual([full.rows.length, full.more, full.looked_to], [1000, true, undefined]);
    assert.equal(list('', undefined, session_position, 1000).looked_to, undefined);
  });
});
