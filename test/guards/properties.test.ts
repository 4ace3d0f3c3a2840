/** Properties over random guards and actions: the dry run says what happens, and limits hold whatever happens. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { absoluteAmount, addAmounts, compareAmounts, negateAmount, sumText } from '../../src/codec/amount.js';
import type { GuardRule } from '../../src/tiers/guards/rule.js';
import type { GuardMode } from '../../src/tiers/guards/types.js';
import { type Action, GuardedDesk } from './support.js';

const amount = fc
  .tuple(
    fc.integer({ min: 0, max: 40 }),
    fc.constantFrom('', '.5', '.000000000000000001', '.999999999999999999'),
  )
  .map(([units, fraction]) => `${units}${fraction}`)
  .filter((text) => text !== '0');
const signed = fc.tuple(amount, fc.boolean()).map(([text, negative]) => (negative ? `-${text}` : text));
const market = fc.constantFrom('BTC/USDC', 'ETH/USDC');
const side = fc.constantFrom('BUY' as const, 'SELL' as const);
const account = fc.constantFrom('cash', 'trading');

const rule: fc.Arbitrary<GuardRule> = fc.oneof(
  fc.record({ kind: fc.constant('max_amount' as const), asset: fc.constant('USDC'), amount }),
  fc.record({ kind: fc.constant('max_daily_loss' as const), amount }),
  fc.record({
    kind: fc.constant('max_drawdown' as const),
    fraction: fc.constantFrom('0.01', '0.05', '1'),
    from_peak: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('max_position' as const), quantity: amount }),
  fc.record({
    kind: fc.constantFrom('allow' as const, 'deny' as const),
    field: fc.constantFrom(
      'market' as const,
      'asset' as const,
      'operation' as const,
      'account' as const,
      'venue' as const,
      'side' as const,
    ),
    values: fc.subarray(['BTC/USDC', 'USDC', 'exchange.order', 'cash', 'binance', 'BUY'], { minLength: 1 }),
  }),
  fc.record({
    kind: fc.constant('max_count' as const),
    count: fc.integer({ min: 1, max: 3 }),
    window_ms: fc.constantFrom(1000, 10_000),
  }),
  fc.record({
    kind: fc.constant('cooldown' as const),
    losses: fc.integer({ min: 1, max: 2 }),
    duration_ms: fc.constantFrom(1000, 10_000),
  }),
  fc.record({
    kind: fc.constant('trading_hours' as const),
    days: fc.constant([]),
    from_minute: fc.constantFrom(0, 1333),
    until_minute: fc.constantFrom(1334, 1440),
    time_zone: fc.constant('UTC'),
  }),
  fc.record({ kind: fc.constant('min_balance' as const), account, asset: fc.constant('USDC'), amount }),
  fc.record({
    kind: fc.constant('stop_loss' as const),
    fraction: fc.constantFrom('0.01', '0.5'),
    amount: fc.constant(''),
  }),
  fc.record({ kind: fc.constant('stop_loss' as const), fraction: fc.constant(''), amount }),
);

const guard = fc.record({
  rule,
  mode: fc.constantFrom<GuardMode>('ENFORCE', 'ENFORCE', 'WARN', 'SHADOW'),
  scope: fc.record({
    actions: fc.subarray(['begin_operation', 'post_transaction', 'place_hold', 'record_trade']),
    operations: fc.constantFrom([], [], ['exchange.*'], ['other']),
    markets: fc.constantFrom([], [], ['BTC/*'], ['ETH/USDC']),
  }),
  agent_id: fc.constantFrom('agent-1', 'agent-1', '*'),
});

const action: fc.Arbitrary<Action> = fc.oneof(
  fc.record({
    do: fc.constant('begin' as const),
    operation: fc.constantFrom('exchange.order', 'bet'),
    risk: fc.oneof(
      fc.record({ market, side, quantity: amount, price: fc.option(amount, { nil: '' }) }),
      fc.record({ asset: fc.constant('USDC'), amount }),
      fc.constant({}),
    ),
  }),
  fc.record({ account, amount, in: fc.boolean() }).map(
    (one): Action => ({
      do: 'post',
      postings: [
        [one.account, 'USDC', one.in ? one.amount : `-${one.amount}`],
        ['world', 'USDC', one.in ? `-${one.amount}` : one.amount],
      ],
    }),
  ),
  fc.record({ do: fc.constant('hold' as const), account, asset: fc.constant('USDC'), amount }),
  fc
    .record({ market, side, quantity: amount, price: amount, pnl: fc.option(signed) })
    .map((trade): Action => ({ do: 'trade', trade })),
  fc.record({ market, pnl: signed }).map((trade): Action => ({ do: 'trade', trade })),
);

const steps = fc.array(fc.record({ action, wait_ms: fc.constantFrom(0, 0, 1, 999, 1000, 20_000) }), {
  minLength: 1,
  maxLength: 12,
});

describe('the dry run', () => {
  test('gives the verdicts of the action itself, and changes nothing', () => {
    fc.assert(
      fc.property(fc.array(guard, { minLength: 1, maxLength: 6 }), steps, (guards, actions) => {
        const desk = new GuardedDesk();
        try {
          desk.open();
          desk.fund();
          for (const [n, { rule, ...options }] of guards.entries()) desk.guard(`g${n}`, rule, options);
          for (const { action, wait_ms } of actions) {
            desk.now_us += wait_ms * 1000;
            const told = desk.dryRun(action);
            const failed = (told?.verdicts ?? []).filter(({ passed }) => !passed);
            const named = (modes: readonly GuardMode[]) =>
              failed
                .filter(({ mode }) => modes.includes(mode))
                .map(({ guard }) => guard)
                .sort();
            const fate = desk.act(action);
            if (told === undefined) continue;
            const denied = named(['ENFORCE']);
            assert.equal(fate.went_on, told.allowed);
            // An error names the first only.
            assert.deepEqual(fate.denied_by, action.do === 'begin' ? denied : denied.slice(0, 1));
            if (!fate.went_on) continue;
            assert.deepEqual(fate.warned_by, named(['WARN']));
            assert.deepEqual(fate.journaled, named(['WARN', 'SHADOW']));
          }
        } finally {
          desk.close();
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('max_count', () => {
  test('never lets more through in any window, and nothing less', () => {
    const waits = fc.array(fc.integer({ min: 0, max: 700_000 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5 }), waits, (count, waits_us) => {
        const desk = new GuardedDesk();
        try {
          const window_us = 1_000_000;
          desk.guard('rate', { kind: 'max_count', count, window_ms: window_us / 1000 });
          const went: number[] = [];
          for (const wait_us of waits_us) {
            desk.now_us += wait_us;
            const within = went.filter((time_us) => time_us > desk.now_us - window_us).length;
            const { outcome, denials } = desk.begin(null);
            assert.equal(outcome, within < count ? 'STARTED' : 'DENIED');
            if (outcome === 'STARTED') went.push(desk.now_us);
            else {
              assert.equal(denials[0]?.metadata?.actual, String(within + 1));
              // One microsecond before it may come again it may not.
              const retry_us = denials[0]?.retry_us ?? 0;
              const at = (time_us: number) => went.filter((one) => one > time_us - window_us).length;
              assert.ok(at(retry_us) < count && at(retry_us - 1) >= count);
            }
          }
        } finally {
          desk.close();
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('max_position', () => {
  const limit = '20';
  const step = fc.oneof(
    fc.record({ do: fc.constant('begin' as const), side, quantity: amount }),
    fc.record({ do: fc.constantFrom('happened' as const, 'failed' as const), which: fc.nat(30) }),
    fc.record({ do: fc.constant('trade' as const), side, quantity: amount }),
  );

  test('holds whatever becomes of what is in flight', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 5, maxLength: 30 }), (steps) => {
        const desk = new GuardedDesk();
        try {
          desk.open();
          desk.guard('size', { kind: 'max_position', quantity: limit });
          const open: { key: string; lease_token: string; side: 'BUY' | 'SELL'; quantity: string }[] = [];
          let position = '0';
          const move = (side: 'BUY' | 'SELL', quantity: string) => {
            position = addAmounts(position, side === 'BUY' ? quantity : negateAmount(quantity));
          };
          for (const step of steps) {
            if (step.do === 'begin') {
              const { side, quantity } = step;
              const begun = desk.begin({ market: 'BTC/USDC', side, quantity });
              if (begun.outcome === 'STARTED')
                open.push({
                  key: begun.operation?.key ?? '',
                  lease_token: begun.lease_token,
                  side,
                  quantity,
                });
            } else if (step.do === 'trade') {
              const { side, quantity } = step;
              const fate = desk.act({ do: 'trade', trade: { side, quantity, price: '0' } });
              if (fate.went_on) move(side, quantity);
            } else {
              const [one] = open.splice(step.which % Math.max(1, open.length), 1);
              if (one === undefined) continue;
              const { key, lease_token, side, quantity } = one;
              if (step.do === 'failed') desk.run('fail_operation', { key, lease_token, reason: null });
              else {
                const args = { ...desk.tradeArgs({ side, quantity, price: '0' }) };
                const mutations = [{ name: 'record_trade', agent_id: 'agent-1', args }];
                desk.run(
                  'complete_operation',
                  { key, lease_token, result: null, settlements: [], mutations },
                  { epoch: desk.epoch },
                );
                move(side, quantity);
              }
            }
            const sumOf = (wanted: 'BUY' | 'SELL') =>
              sumText(open.filter(({ side }) => side === wanted).map(({ quantity }) => quantity));
            // The worst that can become of it: all of one side happens and none of the other.
            for (const worst of [
              addAmounts(position, sumOf('BUY')),
              addAmounts(position, negateAmount(sumOf('SELL'))),
            ])
              assert.ok(compareAmounts(absoluteAmount(worst), limit) <= 0, worst);
          }
        } finally {
          desk.close();
        }
      }),
      { numRuns: 60 },
    );
  });
});
