/**
 * The agent's rule: mean reversion. Buys when the price is at least 0.1 % below the average of the last 100 trades,
 * sells when it is as far above, more the further it is.
 *
 * Deterministic: what it decides follows from the tape and its state alone. A restarted agent decides the same again at
 * the same trade, finds its operation under the same key, and so never makes it a second time.
 */
import { addAmounts, compareAmounts, multiplyAmounts } from '../../codec/amount.js';
import { FEE_RATE, type Fill, fillOrder, type Order } from './market.js';
import type { Trade } from './tape.js';

/** Trades that the average is taken over. */
export const WINDOW = 100;
/** Trades to wait after an order. */
const COOLDOWN = 25;
const STEP_XRP = '37.5';
const MAX_STEPS = 4n;
/** How far the price may move against an order before the exchange rejects it. */
const LIMIT = { buy: '1.0005', sell: '0.9995' } as const;

export const START = { ETH: '20', XRP: '15000' } as const;

/** What the agent knows of itself; kept as one document, written in the transaction of each order. */
export interface StrategyState {
  /** How many trades of the tape are dealt with. */
  readonly cursor: number;
  /** The cursor after the newest order. */
  readonly last_order: number;
  readonly orders: number;
  readonly rejected: number;
  readonly eth: string;
  readonly xrp: string;
}

export const FIRST_STATE: StrategyState = {
  cursor: 0,
  last_order: 0,
  orders: 0,
  rejected: 0,
  eth: START.ETH,
  xrp: START.XRP,
};

/** What an order may cost at most, and in which asset: the hold of its operation. */
export function worstCase(order: Order): { asset: 'ETH' | 'XRP'; amount: string } {
  if (order.side === 'sell') return { asset: 'XRP', amount: order.amount };
  const cost = multiplyAmounts(order.limit_price, order.amount);
  return { asset: 'ETH', amount: addAmounts(cost, multiplyAmounts(cost, FEE_RATE)) };
}

/** A price as an integer of 10^-8 ETH. */
function units(price: string): bigint {
  const [whole = '', fraction = ''] = price.split('.');
  return BigInt(whole + fraction.padEnd(8, '0'));
}

/** @param window the last WINDOW trades, newest last; the newest is trade number state.cursor (from 0). */
export function decide(window: readonly Trade[], state: StrategyState): Order | undefined {
  const newest = window.at(-1);
  if (newest === undefined || window.length < WINDOW) return undefined;
  if (state.last_order > 0 && state.cursor < state.last_order + COOLDOWN) return undefined;
  const sum = window.reduce((total, { price }) => total + units(price), 0n);
  const distance = units(newest.price) * BigInt(WINDOW) - sum;
  const per_mille = ((distance < 0n ? -distance : distance) * 1000n) / sum;
  if (per_mille === 0n) return undefined;
  const side = distance < 0n ? 'buy' : 'sell';
  const steps = per_mille < MAX_STEPS ? per_mille : MAX_STEPS;
  const order: Order = {
    side,
    amount: multiplyAmounts(STEP_XRP, String(steps)),
    limit_price: multiplyAmounts(newest.price, LIMIT[side]),
    at_trade_id: newest.trade_id,
  };
  const needed = worstCase(order);
  const has = needed.asset === 'ETH' ? state.eth : state.xrp;
  return compareAmounts(has, needed.amount) < 0 ? undefined : order;
}

/** The state once the trade at the cursor is dealt with. */
export function advance(state: StrategyState): StrategyState {
  return { ...state, cursor: state.cursor + 1 };
}

/** The same after an order at that trade. */
export function afterFill(state: StrategyState, { eth, xrp }: Fill): StrategyState {
  const cursor = state.cursor + 1;
  const orders = state.orders + 1;
  return {
    ...state,
    cursor,
    last_order: cursor,
    orders,
    eth: addAmounts(state.eth, eth),
    xrp: addAmounts(state.xrp, xrp),
  };
}

export function afterRejection(state: StrategyState): StrategyState {
  const cursor = state.cursor + 1;
  return { ...state, cursor, last_order: cursor, rejected: state.rejected + 1 };
}

/** Where the rule ends when nothing is killed: no daemon, no exchange, no process. What the demo must arrive at. */
export function withoutKills(tape: readonly Trade[]): StrategyState {
  let state = FIRST_STATE;
  while (state.cursor < tape.length) {
    const end = state.cursor + 1;
    const order = decide(tape.slice(Math.max(0, end - WINDOW), end), state);
    if (order === undefined) {
      state = advance(state);
      continue;
    }
    const outcome = fillOrder(order, tape[end]);
    state = 'fill' in outcome ? afterFill(state, outcome.fill) : afterRejection(state);
  }
  return state;
}
