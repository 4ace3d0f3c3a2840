/** What a fill makes of a position, by the contract: cost is exact over its life, what rounding leaves stays in it. */
import { magnitude, ONE, scaled } from './amounts.js';

export interface Holding {
  readonly quantity: bigint;
  /** Signed like the quantity. */
  readonly cost: bigint;
}

export interface Fill {
  /** Signed: a buy is above zero. */
  readonly quantity: bigint;
  readonly price: bigint;
}

export interface Filled extends Holding {
  readonly pnl: bigint;
  /** It went through zero. */
  readonly is_new: boolean;
}

export function fill(before: Holding, { quantity, price }: Fill): Filled {
  const after = before.quantity + quantity;
  const value = scaled(quantity, price, ONE);
  const opens = before.quantity === 0n || before.quantity > 0n === quantity > 0n;
  if (opens) return { quantity: after, cost: before.cost + value, pnl: 0n, is_new: before.quantity === 0n };
  if (magnitude(quantity) <= magnitude(before.quantity)) {
    const closed = scaled(before.cost, magnitude(quantity), magnitude(before.quantity));
    // What comes in for the part that goes, less what that part had cost.
    return { quantity: after, cost: before.cost - closed, pnl: -value - closed, is_new: false };
  }
  const closing = scaled(-before.quantity, price, ONE);
  return { quantity: after, cost: value - closing, pnl: -closing - before.cost, is_new: true };
}

/** Against the position, and not through zero. */
export function reduces({ quantity: held }: Pick<Holding, 'quantity'>, quantity: bigint): boolean {
  return held !== 0n && held > 0n !== quantity > 0n && magnitude(quantity) <= magnitude(held);
}
