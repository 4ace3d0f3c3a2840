/** Whether an action brings a position closer to zero, and not through it; and what adds no risk at all. */
import { absoluteAmount, compareAmounts, isNegativeAmount, subtractText } from '../../codec/amount.js';
import type { InFlight } from './exposure.js';
import type { Figures } from './figures.js';
import type { GuardedAction } from './types.js';

export const NOTHING_IN_FLIGHT: InFlight = { buys: '0', sells: '0' };

/**
 * True when the action goes against the position by no more than what is left of it once everything has happened that is
 * in flight against it. What is in flight for it may fail, so it makes no room.
 */
export function reduces(
  { side, quantity }: Pick<GuardedAction, 'side' | 'quantity'>,
  position: string,
  in_flight: InFlight,
): boolean {
  if (side === '' || quantity === null || position === '0') return false;
  if (isNegativeAmount(position) !== (side === 'BUY')) return false;
  const left = subtractText(absoluteAmount(position), side === 'BUY' ? in_flight.buys : in_flight.sells);
  return compareAmounts(quantity, left) <= 0;
}

/**
 * True of what can only bring an agent out of trouble, which limits on losses let go on once they are reached: an operation
 * that says that it reduces the position and does, and a posting that takes nothing from any account.
 */
export function addsNoRisk(action: GuardedAction, figures: Figures): boolean {
  if (action.action === 'post_transaction') return action.outflows.length === 0;
  if (action.action !== 'begin_operation' || !action.reduce_only) return false;
  return reduces(action, figures.position()?.quantity ?? '0', figures.inFlight());
}
