/**
 * What a fill does to a position: average cost, exact. Invariant over any sequence of fills: the sum of realised P&L less
 * the cost that is left equals the sum of what was sold less what was bought, to the last digit. Where P&L is rounded to the
 * precision of its asset this still holds as long as something is left; what ends with nothing left rounds at most half a
 * smallest unit away, and nothing where all that was bought and sold comes to whole units.
 */
import {
  absoluteAmount,
  addText,
  compareAmounts,
  fitting,
  isNegativeAmount,
  isZeroAmount,
  negateAmount,
  roundText,
  scaleText,
  subtractText,
} from '../../codec/amount.js';
import type { RecordTradeArgs } from './types.js';

/** Signed alike; both '0' when there is none. */
export interface Holding {
  readonly quantity: string;
  readonly cost: string;
}

interface Fill {
  readonly side: 'BUY' | 'SELL';
  /** Above zero. */
  readonly quantity: string;
  /** At or above zero. */
  readonly price: string;
}

export interface Filled extends Holding {
  /** Realised on the part that was closed; '0' when none was. */
  readonly pnl: string;
  /** It went through zero: what is left is a position of its own. */
  readonly flipped: boolean;
}

export const NOTHING: Holding = { quantity: '0', cost: '0' };

/**
 * What a trade does to the position of its market; undefined without a fill.
 * @param precision of the session's asset, where it is registered: P&L that is not told keeps to it.
 * @throws HoldfastError LIMIT_EXCEEDED where the position that is left, or P&L that is not told, has more than 38 integer
 *   digits. The value of the fill may: it is not kept.
 */
export function fillOf(
  before: Holding | undefined,
  { side, quantity, price, pnl }: Pick<RecordTradeArgs, 'side' | 'quantity' | 'price' | 'pnl'>,
  precision: () => number | undefined,
): Filled | undefined {
  if (side === '') return undefined;
  const filled = applyFill(before ?? NOTHING, { side, quantity, price });
  const fraction_digits = pnl === null && !isZeroAmount(filled.pnl) ? precision() : undefined;
  const kept = fraction_digits === undefined ? filled : roundPnl(filled, fraction_digits);
  fitting(kept.quantity);
  fitting(kept.cost);
  if (pnl === null) fitting(kept.pnl);
  return kept;
}

function applyFill(before: Holding, { side, quantity, price }: Fill): Filled {
  const signed = side === 'BUY' ? quantity : negateAmount(quantity);
  const value = signedLike(signed, scaleText(quantity, price, '1'));
  const after = addText(before.quantity, signed);
  if (before.quantity === '0' || isNegativeAmount(before.quantity) === isNegativeAmount(signed)) {
    return { quantity: after, cost: addText(before.cost, value), pnl: '0', flipped: false };
  }
  const open = absoluteAmount(before.quantity);
  if (compareAmounts(quantity, open) <= 0) {
    const cost_out = scaleText(before.cost, quantity, open);
    return {
      quantity: after,
      cost: subtractText(before.cost, cost_out),
      pnl: negateAmount(addText(value, cost_out)),
      flipped: false,
    };
  }
  const closing_value = signedLike(signed, scaleText(open, price, '1'));
  return {
    quantity: after,
    // What rounding took from the one part is in the other.
    cost: subtractText(value, closing_value),
    pnl: negateAmount(addText(closing_value, before.cost)),
    flipped: true,
  };
}

/** The fill brings the position closer to zero, and not through it. */
export function reduces(before: Holding, side: 'BUY' | 'SELL', quantity: string): boolean {
  if (before.quantity === '0' || isNegativeAmount(before.quantity) !== (side === 'BUY')) return false;
  return compareAmounts(quantity, absoluteAmount(before.quantity)) <= 0;
}

/**
 * The same with P&L that has at most so many fraction digits: half to even, or the other way where the cost would change
 * sides. What rounding takes from the P&L is in the cost that is left.
 */
function roundPnl(filled: Filled, fraction_digits: number): Filled {
  const pnl = roundText(filled.pnl, fraction_digits);
  if (pnl === filled.pnl || filled.quantity === '0') return { ...filled, pnl };
  const rounded = withPnl(filled, pnl);
  if (rounded.cost === '0' || isNegativeAmount(rounded.cost) === isNegativeAmount(filled.quantity))
    return rounded;
  const unit = fraction_digits === 0 ? '1' : `0.${'1'.padStart(fraction_digits, '0')}`;
  return withPnl(filled, addText(pnl, signedLike(filled.quantity, unit)));
}

function withPnl(filled: Filled, pnl: string): Filled {
  return { ...filled, pnl, cost: addText(filled.cost, subtractText(pnl, filled.pnl)) };
}

function signedLike(sign: string, amount: string): string {
  return isNegativeAmount(sign) ? negateAmount(amount) : amount;
}
