/** What an operation leaves out of its `risk` opens no way around a guard that judges by it. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import type { GuardRule } from '../../src/tiers/guards/rule.js';
import type { GuardMode } from '../../src/tiers/guards/types.js';
import { type Action, GuardedDesk } from './support.js';

let desk: GuardedDesk;
beforeEach(() => {
  desk = new GuardedDesk();
  desk.open();
  desk.fund();
  desk.fill('BUY', '1', '100');
});
afterEach(() => desk.close());

type Risk = NonNullable<Extract<Action, { do: 'begin' }>['risk']>;

const WHOLE: Risk = {
  market: 'BTC/USDC',
  side: 'BUY',
  quantity: '1',
  price: '100',
  asset: 'USDC',
  amount: '100',
};
const without = (...fields: (keyof Risk)[]): Risk =>
  Object.fromEntries(Object.entries(WHOLE).filter(([field]) => !fields.includes(field as keyof Risk)));

const MAX_AMOUNT: GuardRule = { kind: 'max_amount', asset: 'USDC', amount: '1000' };
const MAX_POSITION: GuardRule = { kind: 'max_position', quantity: '1000' };
const STOP_LOSS: GuardRule = { kind: 'stop_loss', fraction: '0.5', amount: '' };
const deny = (field: 'market' | 'side' | 'asset'): GuardRule => ({ kind: 'deny', field, values: ['X'] });

/** Limits that WHOLE is far from. */
const CASES: readonly (readonly [rule: GuardRule, risk: Risk | null, field: string])[] = [
  [MAX_AMOUNT, null, 'risk.amount'],
  [MAX_AMOUNT, {}, 'risk.amount'],
  [MAX_AMOUNT, { market: 'BTC/USDC' }, 'risk.amount'],
  [MAX_AMOUNT, without('asset', 'amount', 'price'), 'risk.price'],
  [MAX_AMOUNT, without('asset', 'amount', 'quantity'), 'risk.quantity'],
  [MAX_AMOUNT, { ...without('asset', 'amount'), quantity: '500000', price: '0' }, 'risk.price'],
  [MAX_POSITION, null, 'risk.market'],
  [MAX_POSITION, without('market'), 'risk.market'],
  [MAX_POSITION, without('side'), 'risk.side'],
  [MAX_POSITION, without('quantity'), 'risk.quantity'],
  [STOP_LOSS, without('market'), 'risk.market'],
  [STOP_LOSS, without('price'), 'risk.price'],
  [STOP_LOSS, { ...WHOLE, price: '0' }, 'risk.price'],
  [deny('market'), without('market'), 'risk.market'],
  [deny('side'), without('side'), 'risk.side'],
  [deny('asset'), without('asset', 'amount'), 'risk.asset'],
];

describe('an operation that does not tell', () => {
  for (const [rule, risk, field] of CASES) {
    test(`${field} under ${rule.kind}: ${JSON.stringify(risk)}`, () => {
      desk.guard('g', rule);
      assert.equal(desk.begin(WHOLE).outcome, 'STARTED', 'it is within the limit');
      const { outcome, denials } = desk.begin(risk);
      assert.equal(outcome, 'DENIED');
      assert.deepEqual(
        denials.map(({ rule: name, message, metadata, retry_us }) => [
          name,
          message,
          metadata?.actual,
          retry_us,
        ]),
        [['g', `${field} is not told, and this guard judges by it`, '', undefined]],
      );
    });
  }

  for (const mode of ['WARN', 'SHADOW'] as const satisfies readonly GuardMode[]) {
    test(`goes on under a guard that is ${mode}, which says so`, () => {
      desk.guard('g', MAX_AMOUNT, { mode });
      assert.deepEqual(desk.act({ do: 'begin' }), {
        went_on: true,
        denied_by: [],
        warned_by: mode === 'WARN' ? ['g'] : [],
        journaled: ['g'],
      });
    });
  }

  test('goes on where the guard is about other operations, markets or actions', () => {
    desk.guard('operations', MAX_AMOUNT, { scope: { operations: ['exchange.*'] } });
    desk.guard('actions', MAX_POSITION, { scope: { actions: ['record_trade'] } });
    assert.equal(desk.begin(null, { operation: 'mail.send' }).outcome, 'STARTED');
    assert.equal(desk.begin(null, { operation: 'exchange.order' }).outcome, 'DENIED');
    desk.guard('operations', MAX_AMOUNT, { scope: { markets: ['ETH/*'] } });
    assert.equal(desk.begin({ market: 'BTC/USDC' }).outcome, 'STARTED');
    assert.equal(desk.begin({ market: 'ETH/USDC' }).outcome, 'DENIED');
  });
});

test('a trade at a price of zero is what happened', () => {
  desk.guard('g', MAX_AMOUNT);
  assert.equal(desk.fill('BUY', '500000', '0').duplicate, false);
});

describe('a list of what only operations and trades have', () => {
  const pay: Action = {
    do: 'post',
    postings: [
      ['cash', 'USDC', '-1'],
      ['world', 'USDC', '1'],
    ],
  };
  const hold: Action = { do: 'hold', account: 'cash', asset: 'USDC', amount: '1' };
  const PASSES = { went_on: true, denied_by: [], warned_by: [], journaled: [] };

  for (const field of ['market', 'side', 'venue', 'operation'] as const)
    for (const kind of ['allow', 'deny'] as const)
      test(`${kind} ${field} says nothing of money, and neither does the dry run`, () => {
        desk.guard('g', { kind, field, values: ['SELL'] });
        for (const action of [pay, hold]) {
          assert.deepEqual(desk.act(action), PASSES);
          const { passed, applicable, message } = desk.verdictOn(action) ?? {};
          assert.deepEqual([passed, applicable, message?.endsWith(` no ${field}`)], [true, false, true]);
        }
      });

  test('still refuses operations and trades that tell none of it', () => {
    for (const field of ['market', 'side', 'venue', 'operation'] as const) {
      desk.guard('g', { kind: 'allow', field, values: ['X'] });
      assert.deepEqual(desk.act({ do: 'begin', risk: {} }).denied_by, ['g'], field);
      assert.deepEqual(desk.act({ do: 'trade', trade: { pnl: '1' } }).denied_by, ['g'], field);
    }
  });

  test('lists of accounts and assets are of money as well', () => {
    desk.guard('g', { kind: 'allow', field: 'account', values: ['savings'] });
    for (const action of [pay, hold]) assert.deepEqual(desk.act(action).denied_by, ['g']);
  });
});

describe('a guard for some markets', () => {
  const HOURS: GuardRule = {
    kind: 'trading_hours',
    days: [],
    from_minute: 0,
    until_minute: 1440,
    time_zone: 'UTC',
  };

  test('refuses an operation that does not say which it is for, whatever else it tells', () => {
    desk.guard('hours', HOURS, { scope: { markets: ['BTC/*'] } });
    assert.equal(desk.begin(WHOLE).outcome, 'STARTED');
    const { denials } = desk.begin(without('market'));
    assert.deepEqual(
      denials.map(({ message, metadata }) => [message, metadata?.limit]),
      [['risk.market is not told, and this guard judges by it', 'BTC/*']],
    );
  });

  test('says nothing of money, which has no market', () => {
    desk.guard('hours', HOURS, { scope: { markets: ['BTC/*'] } });
    const pay = [
      ['cash', 'USDC', '-1'],
      ['world', 'USDC', '1'],
    ] as const;
    assert.deepEqual(desk.act({ do: 'post', postings: pay }).journaled, []);
    const hold = { do: 'hold', account: 'cash', asset: 'USDC', amount: '1' } as const;
    assert.equal(desk.verdictOn(hold)?.applicable ?? false, false);
    assert.equal(desk.act(hold).went_on, true);
  });

  test('that only warns counts the operation, which may be on one of them', () => {
    const rate: GuardRule = { kind: 'max_count', count: 1, window_ms: 60_000 };
    desk.guard('rate', rate, { mode: 'WARN', scope: { markets: ['BTC/*'] } });
    assert.equal(desk.begin(null).warnings?.length, 1);
    desk.guard('rate', rate, { scope: { markets: ['BTC/*'] } });
    assert.equal(desk.begin(WHOLE).outcome, 'DENIED');
  });
});
