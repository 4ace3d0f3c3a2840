/** Every kind of guard x (passes, at the limit, one unit beyond, not applicable) x every mode. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import type { GuardRule } from '../../src/tiers/guards/rule.js';
import type { GuardMode } from '../../src/tiers/guards/types.js';
import { type Action, GuardedDesk, type PutOptions } from './support.js';

interface Case {
  readonly what: string;
  readonly fails: boolean;
  /** False: the verdict must say that it does not apply. */
  readonly applies?: false;
  readonly before?: (desk: GuardedDesk) => void;
  readonly action: Action;
}

interface Kind {
  readonly rule: GuardRule;
  readonly scope?: PutOptions['scope'];
  /** Before the guard stands. */
  readonly setup?: (desk: GuardedDesk) => void;
  readonly cases: readonly Case[];
}

const pay = (amount: string, account = 'cash', asset = 'USDC'): Action => ({
  do: 'post',
  postings: [
    [account, asset, `-${amount}`],
    ['world', asset, amount],
  ],
});
const begin = (risk: NonNullable<Extract<Action, { do: 'begin' }>['risk']>): Action => ({
  do: 'begin',
  risk,
});
const buy = (quantity: string, price = '', market = 'BTC/USDC') =>
  begin({ market, side: 'BUY', quantity, price });
const sell = (quantity: string, price = '', market = 'BTC/USDC') =>
  begin({ market, side: 'SELL', quantity, price });
/** Says that it reduces. */
const reduce = (side: 'BUY' | 'SELL', quantity: string) =>
  begin({ market: 'BTC/USDC', side, quantity, reduce_only: true });
const DEPOSIT = [
  ['cash', 'USDC', '100'],
  ['world', 'USDC', '-100'],
] as const;
const TRANSFER = [
  ['cash', 'USDC', '-1'],
  ['trading', 'USDC', '1'],
] as const;
/** Once two are held. */
const held = (reach: (desk: GuardedDesk) => unknown) => (desk: GuardedDesk) => {
  desk.fill('BUY', '2', '1');
  reach(desk);
};
const funded = (reach: (desk: GuardedDesk) => unknown) => (desk: GuardedDesk) => {
  desk.fund();
  reach(desk);
};
const fill = (side: 'BUY' | 'SELL', quantity: string, price: string): Action => ({
  do: 'trade',
  trade: { side, quantity, price },
});
const result = (pnl: string): Action => ({ do: 'trade', trade: { pnl } });
/** Loses in one session after the other, in an asset each; the last one stays open. */
const losing =
  (...losses: readonly (readonly [asset: string, pnl: string])[]) =>
  (desk: GuardedDesk) => {
    for (const [asset, pnl] of losses) {
      desk.shut();
      desk.open({ asset });
      desk.result(pnl, { executed: true });
    }
  };
const minutesOn = (minutes: number) => (desk: GuardedDesk) => {
  desk.now_us += minutes * 60_000_000;
};
/** 2023-11-20, a Monday, 00:00 UTC. */
const MONDAY_US = 1_700_438_400_000_000;

const KINDS: Record<GuardRule['kind'], Kind> = {
  max_amount: {
    rule: { kind: 'max_amount', asset: 'USDC', amount: '100' },
    setup: (desk) => desk.fund(),
    cases: [
      { what: 'a post below', fails: false, action: pay('99.999999999999999999') },
      { what: 'a post at', fails: false, action: pay('100') },
      { what: 'a post beyond', fails: true, action: pay('100.000000000000000001') },
      { what: 'another asset', fails: false, applies: false, action: pay('1000', 'cash', 'ETH') },
      {
        what: 'postings of one action together',
        fails: true,
        action: {
          do: 'post',
          postings: [
            ['cash', 'USDC', '-60'],
            ['trading', 'USDC', '-40.01'],
            ['world', 'USDC', '100.01'],
          ],
        },
      },
      {
        what: 'money that comes in',
        fails: false,
        applies: false,
        action: {
          do: 'post',
          postings: [
            ['cash', 'USDC', '5000'],
            ['world', 'USDC', '-5000'],
          ],
        },
      },
      {
        what: 'a hold at',
        fails: false,
        action: { do: 'hold', account: 'cash', asset: 'USDC', amount: '100' },
      },
      {
        what: 'a hold beyond',
        fails: true,
        action: { do: 'hold', account: 'cash', asset: 'USDC', amount: '100.000000000000000001' },
      },
      {
        what: 'holds of an operation at',
        fails: false,
        action: {
          do: 'begin',
          holds: [
            ['cash', 'USDC', '50'],
            ['trading', 'USDC', '50'],
          ],
        },
      },
      {
        what: 'holds of an operation beyond',
        fails: true,
        action: {
          do: 'begin',
          holds: [
            ['cash', 'USDC', '50'],
            ['trading', 'USDC', '50.000000000000000001'],
          ],
        },
      },
      { what: 'a stake at', fails: false, action: begin({ asset: 'USDC', amount: '100' }) },
      {
        what: 'a stake beyond',
        fails: true,
        action: begin({ asset: 'USDC', amount: '100.000000000000000001' }),
      },
      {
        what: 'a stake and the hold for it',
        fails: false,
        action: { do: 'begin', risk: { asset: 'USDC', amount: '100' }, holds: [['cash', 'USDC', '100']] },
      },
      { what: 'an order at', fails: false, action: buy('0.001', '100000') },
      {
        what: 'an order beyond by less than an amount can say',
        fails: true,
        action: buy('0.000000001000000001', '100000000000'),
      },
      { what: 'a fill at', fails: false, action: fill('SELL', '4', '25') },
      { what: 'a fill beyond', fails: true, action: fill('SELL', '4', '25.000000000000000001') },
      { what: 'a loss beyond', fails: true, action: result('-100.000000000000000001') },
      { what: 'a gain', fails: false, applies: false, action: result('100') },
      { what: 'no risk', fails: true, action: { do: 'begin' } },
      { what: 'a market alone', fails: true, action: begin({ market: 'BTC/USDC' }) },
      { what: 'an order without a price', fails: true, action: buy('1') },
      {
        what: 'an order without a quantity',
        fails: true,
        action: begin({ market: 'BTC/USDC', side: 'BUY', price: '1' }),
      },
      {
        what: 'an order without a price that tells another asset',
        fails: true,
        action: begin({ market: 'BTC/USDC', side: 'SELL', quantity: '1', asset: 'BTC', amount: '1' }),
      },
      {
        what: 'an order without a price that tells its amount',
        fails: false,
        action: begin({ market: 'BTC/USDC', side: 'BUY', quantity: '1', asset: 'USDC', amount: '100' }),
      },
      {
        what: 'a stake in another asset',
        fails: false,
        applies: false,
        action: begin({ market: 'BTC/USDC', asset: 'ETH', amount: '1000' }),
      },
      {
        what: 'an order whose asset no session says',
        fails: true,
        before: (desk) => desk.shut(),
        action: buy('1', '1'),
      },
    ],
  },
  max_daily_loss: {
    rule: { kind: 'max_daily_loss', amount: '50' },
    cases: [
      {
        what: 'what is known to reduce the position, once it is reached',
        fails: false,
        before: held((desk) => desk.result('-50')),
        action: reduce('SELL', '2'),
      },
      {
        what: 'what reduces without saying so',
        fails: true,
        before: held((desk) => desk.result('-50')),
        action: sell('2'),
      },
      {
        what: 'money that comes in, once it is reached',
        fails: false,
        before: (desk) => desk.result('-50'),
        action: { do: 'post', postings: DEPOSIT },
      },
      {
        what: 'money that goes from one account to another, once it is reached',
        fails: true,
        before: funded((desk) => desk.result('-50')),
        action: { do: 'post', postings: TRANSFER },
      },
      { what: 'a loss below', fails: false, action: result('-49.99') },
      { what: 'a loss that reaches it', fails: false, action: result('-50') },
      { what: 'a loss beyond', fails: true, action: result('-50.000000000000000001') },
      {
        what: 'a fee beyond',
        fails: true,
        action: { do: 'trade', trade: { pnl: '-50', fee: '0.000000000000000001' } },
      },
      {
        what: 'anything once it is reached',
        fails: true,
        before: (desk) => desk.result('-50'),
        action: buy('1'),
      },
      {
        what: 'a gain once it is reached',
        fails: true,
        before: (desk) => desk.result('-50'),
        action: result('10'),
      },
      {
        what: 'an operation while it is not reached',
        fails: false,
        before: (desk) => desk.result('-49.99'),
        action: buy('1'),
      },
      {
        what: 'anything in another asset once it is reached in one',
        fails: true,
        before: losing(['USDC', '-50'], ['USDT', '0']),
        action: buy('1'),
      },
      {
        what: 'a loss in a third asset that comes to it with those in two others',
        fails: false,
        before: losing(['USDC', '-20'], ['USDT', '-20'], ['USDC', '-5'], ['ETH', '0']),
        action: result('-5'),
      },
      {
        what: 'a loss in a third asset beyond it with those in two others',
        fails: true,
        before: losing(['USDC', '-20'], ['USDT', '-20'], ['USDC', '-5'], ['ETH', '0']),
        action: result('-5.000000000000000001'),
      },
      {
        what: 'a loss beyond what another asset leaves, whatever was won in this one',
        fails: true,
        before: losing(['USDC', '-50'], ['ETH', '1000']),
        action: result('-1'),
      },
      {
        what: 'a loss beside what was won in another asset',
        fails: false,
        before: losing(['USDT', '-20'], ['USDT', '30'], ['USDC', '-20'], ['ETH', '0']),
        action: result('-30'),
      },
      {
        what: 'a session of another asset that expired, not swept, with it reached',
        fails: true,
        before: (desk) => {
          desk.shut();
          desk.open({ asset: 'USDT', ttl_ms: 1000 });
          desk.result('-50');
          desk.now_us += 1_000_000;
          desk.open();
        },
        action: result('1'),
      },
      {
        what: 'the day after it was reached in another asset',
        fails: false,
        before: (desk) => {
          losing(['USDC', '-50'], ['USDT', '-50'], ['ETH', '0'])(desk);
          desk.now_us += 86_400_000_000;
        },
        action: result('-50'),
      },
      {
        what: 'what was lost elsewhere yesterday, in a session opened today',
        fails: false,
        before: (desk) => {
          losing(['USDC', '-50'], ['USDT', '-50'])(desk);
          desk.now_us += 86_400_000_000;
          losing(['ETH', '0'])(desk);
        },
        action: result('-50'),
      },
      {
        what: 'the next day',
        fails: false,
        before: (desk) => {
          desk.result('-50');
          desk.now_us += 86_400_000_000;
        },
        action: result('-50'),
      },
      {
        what: 'an agent that has had no session',
        fails: false,
        applies: false,
        before: (desk) => {
          desk.shut();
          desk.db.exec('DELETE FROM sessions');
        },
        action: buy('1'),
      },
      { what: 'a session that has ended', fails: false, before: (desk) => desk.shut(), action: buy('1') },
      {
        what: 'anything after a session that ended with it reached',
        fails: true,
        before: (desk) => {
          desk.result('-50');
          desk.shut();
        },
        action: buy('1'),
      },
    ],
  },
  max_drawdown: {
    rule: { kind: 'max_drawdown', fraction: '0.1', from_peak: false },
    cases: [
      {
        what: 'what is known to reduce the position, once it is reached',
        fails: false,
        before: held((desk) => desk.result('-100')),
        action: reduce('SELL', '2'),
      },
      {
        what: 'what reduces without saying so',
        fails: true,
        before: held((desk) => desk.result('-100')),
        action: sell('2'),
      },
      {
        what: 'money that comes in, once it is reached',
        fails: false,
        before: (desk) => desk.result('-100'),
        action: { do: 'post', postings: DEPOSIT },
      },
      {
        what: 'money that goes from one account to another, once it is reached',
        fails: true,
        before: funded((desk) => desk.result('-100')),
        action: { do: 'post', postings: TRANSFER },
      },
      { what: 'a loss below', fails: false, action: result('-99.99') },
      { what: 'a loss that reaches it', fails: false, action: result('-100') },
      { what: 'a loss beyond', fails: true, action: result('-100.000000000000000001') },
      {
        what: 'anything once it is reached',
        fails: true,
        before: (desk) => desk.result('-100'),
        action: buy('1'),
      },
      {
        what: 'a loss from a peak is none from the start',
        fails: false,
        before: (desk) => desk.result('500'),
        action: result('-600'),
      },
      { what: 'no session', fails: false, applies: false, before: (desk) => desk.shut(), action: buy('1') },
    ],
  },
  max_position: {
    rule: { kind: 'max_position', quantity: '10' },
    cases: [
      { what: 'an order below', fails: false, action: buy('9.9') },
      { what: 'an order at', fails: false, action: buy('10') },
      { what: 'an order beyond', fails: true, action: buy('10.000000000000000001') },
      { what: 'a short at', fails: false, action: sell('10') },
      { what: 'a short beyond', fails: true, action: sell('10.000000000000000001') },
      {
        what: 'beyond with what is in flight',
        fails: true,
        before: (desk) => desk.begin({ market: 'BTC/USDC', side: 'BUY', quantity: '6' }),
        action: buy('4.000000000000000001'),
      },
      {
        what: 'at with what is in flight',
        fails: false,
        before: (desk) => desk.begin({ market: 'BTC/USDC', side: 'BUY', quantity: '6' }),
        action: buy('4'),
      },
      {
        what: 'beyond with the position',
        fails: true,
        before: (desk) => desk.fill('BUY', '6', '1'),
        action: fill('BUY', '4.000000000000000001', '1'),
      },
      {
        what: 'at with the position',
        fails: false,
        before: (desk) => desk.fill('BUY', '6', '1'),
        action: fill('BUY', '4', '1'),
      },
      {
        what: 'a sale in flight makes no room',
        fails: true,
        before: (desk) => {
          desk.fill('BUY', '10', '1');
          desk.begin({ market: 'BTC/USDC', side: 'SELL', quantity: '10' });
        },
        action: buy('1'),
      },
      {
        what: 'what brings back a position beyond the limit',
        fails: false,
        before: (desk) => desk.fill('BUY', '15', '1', { executed: true }),
        action: sell('3'),
      },
      {
        what: 'another market',
        fails: false,
        before: (desk) => desk.fill('BUY', '10', '1'),
        action: buy('10', '', 'ETH/USDC'),
      },
      { what: 'no risk', fails: true, action: { do: 'begin' } },
      { what: 'no market', fails: true, action: begin({ side: 'BUY', quantity: '1' }) },
      { what: 'no side', fails: true, action: begin({ market: 'BTC/USDC', quantity: '1' }) },
      { what: 'no quantity', fails: true, action: begin({ market: 'BTC/USDC', side: 'BUY' }) },
      { what: 'a stake alone', fails: true, action: begin({ asset: 'USDC', amount: '1' }) },
      { what: 'a result without a fill', fails: false, applies: false, action: result('5') },
      { what: 'money', fails: false, applies: false, before: (desk) => desk.fund(), action: pay('1') },
    ],
  },
  allow: {
    rule: { kind: 'allow', field: 'market', values: ['BTC/USDC', 'ETH/USDC'] },
    scope: { actions: ['begin_operation', 'record_trade'] },
    setup: (desk) => desk.fund(),
    cases: [
      { what: 'a listed market', fails: false, action: buy('1') },
      { what: 'an unknown market', fails: true, action: buy('1', '', 'BTC/USDCC') },
      { what: 'another spelling', fails: true, action: buy('1', '', 'btc/usdc') },
      {
        what: 'a trade on an unknown market',
        fails: true,
        action: { do: 'trade', trade: { market: 'DOGE/USDC', pnl: '1' } },
      },
      { what: 'what is not told', fails: true, action: begin({ asset: 'USDC', amount: '1' }) },
      { what: 'outside the scope', fails: false, applies: false, action: pay('1') },
    ],
  },
  deny: {
    rule: { kind: 'deny', field: 'account', values: ['savings'] },
    setup: (desk) => desk.fund(),
    cases: [
      { what: 'another account', fails: false, action: pay('1') },
      { what: 'the listed account', fails: true, action: pay('1', 'savings') },
      {
        what: 'the listed account among others',
        fails: true,
        action: {
          do: 'begin',
          holds: [
            ['cash', 'USDC', '1'],
            ['savings', 'USDC', '1'],
          ],
        },
      },
      { what: 'what is not told', fails: false, applies: false, action: buy('1') },
    ],
  },
  max_count: {
    rule: { kind: 'max_count', count: 3, window_ms: 600_000 },
    scope: { actions: ['begin_operation'] },
    cases: [
      { what: 'the second', fails: false, before: times(1), action: buy('1') },
      { what: 'the third', fails: false, before: times(2), action: buy('1') },
      { what: 'the fourth', fails: true, before: times(3), action: buy('1') },
      {
        what: 'the fourth a microsecond too early',
        fails: true,
        before: (desk) => {
          times(3)(desk);
          desk.now_us += 599_999_999;
        },
        action: buy('1'),
      },
      {
        what: 'the fourth once the window has passed',
        fails: false,
        before: (desk) => {
          times(3)(desk);
          desk.now_us += 600_000_000;
        },
        action: buy('1'),
      },
      { what: 'outside the scope', fails: false, applies: false, before: times(3), action: result('1') },
    ],
  },
  cooldown: {
    rule: { kind: 'cooldown', losses: 2, duration_ms: 600_000 },
    cases: [
      {
        what: 'what is known to reduce the position, once it is reached',
        fails: false,
        before: held(lose(2)),
        action: reduce('SELL', '2'),
      },
      {
        what: 'what reduces without saying so',
        fails: true,
        before: held(lose(2)),
        action: sell('2'),
      },
      {
        what: 'money that comes in, once it is reached',
        fails: false,
        before: lose(2),
        action: { do: 'post', postings: DEPOSIT },
      },
      {
        what: 'money that goes from one account to another, once it is reached',
        fails: true,
        before: funded(lose(2)),
        action: { do: 'post', postings: TRANSFER },
      },
      { what: 'after one loss', fails: false, before: (desk) => desk.result('-1'), action: buy('1') },
      { what: 'after two', fails: true, before: lose(2), action: buy('1') },
      {
        what: 'a microsecond too early',
        fails: true,
        before: (desk) => {
          lose(2)(desk);
          desk.now_us += 599_999_999;
        },
        action: result('1'),
      },
      {
        what: 'once it is over',
        fails: false,
        before: (desk) => {
          lose(2)(desk);
          desk.now_us += 600_000_000;
        },
        action: result('-1'),
      },
      {
        what: 'after a gain between',
        fails: false,
        before: (desk) => {
          lose(1)(desk);
          desk.result('1');
          lose(1)(desk);
        },
        action: buy('1'),
      },
      {
        what: 'an agent that has had no session',
        fails: false,
        applies: false,
        before: (desk) => {
          desk.shut();
          desk.db.exec('DELETE FROM sessions');
        },
        action: buy('1'),
      },
      {
        what: 'a session in another asset while it cools',
        fails: true,
        before: losing(['USDC', '-1'], ['USDT', '-1'], ['ETH', '0']),
        action: buy('1'),
      },
      {
        what: 'after a gain in another asset',
        fails: false,
        before: losing(['USDC', '-1'], ['USDT', '-1'], ['ETH', '1']),
        action: buy('1'),
      },
      {
        what: 'a session that ended cooling',
        fails: true,
        before: (desk) => {
          lose(2)(desk);
          desk.shut();
        },
        action: buy('1'),
      },
    ],
  },
  trading_hours: {
    rule: { kind: 'trading_hours', days: [1, 5], from_minute: 540, until_minute: 1050, time_zone: 'UTC' },
    scope: { actions: ['begin_operation'] },
    setup: (desk) => {
      desk.now_us = MONDAY_US;
    },
    cases: [
      { what: 'within', fails: false, before: minutesOn(600), action: buy('1') },
      { what: 'at the beginning', fails: false, before: minutesOn(540), action: buy('1') },
      {
        what: 'before the beginning',
        fails: true,
        before: (desk) => {
          desk.now_us += 540 * 60_000_000 - 1;
        },
        action: buy('1'),
      },
      { what: 'at the end', fails: true, before: minutesOn(1050), action: buy('1') },
      {
        what: 'just before the end',
        fails: false,
        before: (desk) => {
          desk.now_us += 1050 * 60_000_000 - 1;
        },
        action: buy('1'),
      },
      { what: 'another day', fails: true, before: minutesOn(24 * 60 + 600), action: buy('1') },
      { what: 'outside the scope', fails: false, applies: false, action: result('1') },
    ],
  },
  min_balance: {
    rule: { kind: 'min_balance', account: 'cash', asset: 'USDC', amount: '400' },
    setup: (desk) => desk.fund(),
    cases: [
      { what: 'a post that leaves more', fails: false, action: pay('599.99') },
      { what: 'a post that leaves it', fails: false, action: pay('600') },
      { what: 'a post that leaves less', fails: true, action: pay('600.000000000000000001') },
      {
        what: 'a hold that leaves it',
        fails: false,
        action: { do: 'hold', account: 'cash', asset: 'USDC', amount: '600' },
      },
      {
        what: 'a hold that leaves less',
        fails: true,
        action: { do: 'hold', account: 'cash', asset: 'USDC', amount: '600.000000000000000001' },
      },
      {
        what: 'what is held counts',
        fails: true,
        before: (desk) => desk.hold('cash', 'USDC', '500'),
        action: pay('100.000000000000000001'),
      },
      {
        what: 'holds of an operation that leave it',
        fails: false,
        action: {
          do: 'begin',
          holds: [
            ['cash', 'USDC', '300'],
            ['cash', 'USDC', '300'],
          ],
        },
      },
      {
        what: 'holds of an operation that leave less',
        fails: true,
        action: {
          do: 'begin',
          holds: [
            ['cash', 'USDC', '300'],
            ['cash', 'USDC', '300.000000000000000001'],
          ],
        },
      },
      {
        what: 'money that comes in',
        fails: false,
        applies: false,
        action: {
          do: 'post',
          postings: [
            ['cash', 'USDC', '1'],
            ['world', 'USDC', '-1'],
          ],
        },
      },
      { what: 'another account', fails: false, applies: false, action: pay('1000', 'trading') },
    ],
  },
  stop_loss: {
    rule: { kind: 'stop_loss', fraction: '', amount: '10' },
    setup: (desk) => {
      desk.fill('BUY', '2', '100');
    },
    cases: [
      { what: 'a price above', fails: false, action: buy('1', '95.000000000000000001') },
      { what: 'more at the price', fails: true, action: buy('1', '95') },
      { what: 'more below the price', fails: true, action: buy('1', '94.999999999999999999') },
      { what: 'what reduces it', fails: false, action: sell('2', '90') },
      { what: 'what goes through zero', fails: true, action: sell('2.000000000000000001', '90') },
      {
        what: 'what another sale in flight reduces already',
        fails: true,
        before: (desk) => desk.begin({ market: 'BTC/USDC', side: 'SELL', quantity: '1', price: '99' }),
        action: sell('1.5', '90'),
      },
      {
        what: 'the mark price without one',
        fails: true,
        before: (desk) => desk.mark('95'),
        action: buy('1'),
      },
      {
        what: 'a short that rose',
        fails: true,
        before: (desk) => desk.fill('SELL', '4', '100'),
        action: sell('1', '105'),
      },
      {
        what: 'a short that has not',
        fails: false,
        before: (desk) => desk.fill('SELL', '4', '100'),
        action: sell('1', '104.999999999999999999'),
      },
      {
        what: 'a better price than the mark price',
        fails: true,
        before: (desk) => desk.mark('95'),
        action: buy('1', '1000'),
      },
      {
        what: 'a worse price than the mark price',
        fails: true,
        before: (desk) => desk.mark('100'),
        action: buy('1', '95'),
      },
      {
        what: 'a short whose mark price rose, at a better one',
        fails: true,
        before: (desk) => {
          desk.fill('SELL', '4', '100');
          desk.mark('105');
        },
        action: sell('1', '0.5'),
      },
      {
        what: 'a short at a price of zero, which is none',
        fails: true,
        before: (desk) => desk.fill('SELL', '4', '100'),
        action: sell('1', '0'),
      },
      {
        what: 'a better price of what reduces it',
        fails: false,
        before: (desk) => desk.mark('95'),
        action: sell('2', '1000'),
      },
      { what: 'no price', fails: true, action: buy('1') },
      { what: 'no price, of what reduces it', fails: false, applies: false, action: sell('1') },
      { what: 'no market', fails: true, action: begin({ side: 'BUY', quantity: '1', price: '95' }) },
      { what: 'no risk', fails: true, action: { do: 'begin' } },
      {
        what: 'no market, and no session that holds anything',
        fails: false,
        applies: false,
        before: (desk) => desk.shut(),
        action: { do: 'begin' },
      },
      { what: 'no position', fails: false, applies: false, action: buy('1', '1', 'ETH/USDC') },
    ],
  },
};

function times(count: number): (desk: GuardedDesk) => void {
  return (desk) => {
    for (let n = 0; n < count; n++) desk.begin({ market: 'ETH/USDC', side: 'BUY', quantity: '1' });
  };
}

function lose(count: number): (desk: GuardedDesk) => void {
  return (desk) => {
    for (let n = 0; n < count; n++) desk.result('-1');
  };
}

const MODES: readonly GuardMode[] = ['ENFORCE', 'WARN', 'SHADOW'];

for (const [kind, { rule, scope = {}, setup, cases }] of Object.entries(KINDS)) {
  for (const mode of MODES) {
    describe(`${kind}, ${mode}`, () => {
      let desk: GuardedDesk;
      beforeEach(() => {
        desk = new GuardedDesk();
        desk.open();
        setup?.(desk);
        desk.guard('g', rule, { mode, scope });
      });
      afterEach(() => desk.close());

      for (const { what, fails, applies, before, action } of cases) {
        test(`${what} ${applies === false ? 'does not apply' : fails ? 'fails' : 'passes'}`, () => {
          before?.(desk);
          const told = desk.verdictOn(action);
          if (told !== undefined) {
            assert.equal(told.applicable, applies ?? true);
            assert.equal(told.passed, !fails);
          }
          const failed = fails ? ['g'] : [];
          const stopped = fails && mode === 'ENFORCE';
          assert.deepEqual(desk.act(action), {
            went_on: !stopped,
            denied_by: stopped ? failed : [],
            warned_by: mode === 'WARN' ? failed : [],
            journaled: stopped ? [] : failed,
          });
        });
      }
    });
  }
}

describe('the matrix', () => {
  test('has four sorts of cases of each kind', () => {
    for (const [kind, { cases }] of Object.entries(KINDS)) {
      assert.ok(
        cases.some(({ fails }) => fails),
        kind,
      );
      assert.ok(cases.filter(({ fails, applies }) => !fails && applies !== false).length >= 1, kind);
      assert.ok(
        cases.some(({ applies }) => applies === false),
        kind,
      );
    }
  });
});
