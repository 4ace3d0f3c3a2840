/** How the exchange fills an order. Pure, so that the run without kills can be recomputed by the very same arithmetic. */
import {
  addAmounts,
  compareAmounts,
  multiplyAmounts,
  negateAmount,
  subtractAmounts,
} from '../../codec/amount.js';
import type { Trade } from './tape.js';

/** Of the ETH that changes hands, paid in ETH by whoever trades with the exchange. */
export const FEE_RATE = '0.001';

export interface Order {
  readonly side: 'buy' | 'sell';
  /** XRP. */
  readonly amount: string;
  /** ETH for one XRP: the most a buyer pays, the least a seller takes. */
  readonly limit_price: string;
  /** The newest trade of the tape when the order was decided; the next one makes its price. */
  readonly at_trade_id: string;
}

export interface Fill {
  readonly side: 'buy' | 'sell';
  readonly price: string;
  /** XRP. */
  readonly amount: string;
  /** ETH without the fee. */
  readonly cost: string;
  /** ETH. */
  readonly fee: string;
  /** What the trade changes on the trader's account, fee included; signed. */
  readonly eth: string;
  readonly xrp: string;
}

export type Outcome = { readonly fill: Fill } | { readonly rejected: string };

/**
 * Fills an order at the price of the trade that followed, or rejects it. Exact: prices have at most 8 fraction digits,
 * amounts 2 and the rate 3, so that nothing is rounded; multiplyAmounts refuses rather than round.
 * @param next the trade after the one the order was decided at.
 */
export function fillOrder(order: Order, next: Trade | undefined): Outcome {
  if (next === undefined) return { rejected: 'the market is closed' };
  const { side, amount, limit_price } = order;
  const against = compareAmounts(next.price, limit_price);
  if (side === 'buy' ? against > 0 : against < 0) return { rejected: 'the price passed the limit' };
  const cost = multiplyAmounts(next.price, amount);
  const fee = multiplyAmounts(cost, FEE_RATE);
  const eth = side === 'buy' ? negateAmount(addAmounts(cost, fee)) : subtractAmounts(cost, fee);
  const xrp = side === 'buy' ? amount : negateAmount(amount);
  return { fill: { side, price: next.price, amount, cost, fee, eth, xrp } };
}
