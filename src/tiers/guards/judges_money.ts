/** Judges of amounts and positions. Decisions compare exact sums and products. */
import {
  absoluteAmount,
  addText,
  compareAmounts,
  compareProducts,
  isNegativeAmount,
  isZeroAmount,
  lessProductText,
  negateAmount,
  productText,
  scaleText,
  subtractText,
} from '../../codec/amount.js';
import { type Figures, type Finding, finding, notApplicable, untold } from './figures.js';
import { outflowFrom, outflowIn } from './outflows.js';
import { reduces } from './reducing.js';
import type { GuardRules } from './rule.js';
import type { GuardedAction, PositionNow } from './types.js';

export function judgeMaxAmount(
  { asset, amount }: GuardRules['max_amount'],
  action: GuardedAction,
  figures: Figures,
): Finding {
  const leaves = outflowIn(action, asset);
  const { quantity, price } = action;
  const fill =
    quantity !== null && price !== null && figures.session()?.asset === asset ? { quantity, price } : null;
  if (leaves === null && fill === null) {
    const missing = missingAmount(action, asset, figures);
    return missing === ''
      ? notApplicable(`it tells of no ${asset} that leaves`)
      : untold(action, missing, amount);
  }
  // The fill and what moves for it are the same money: the larger of the two counts.
  if (fill !== null && compareProducts(fill.quantity, fill.price, leaves ?? '0', '1') >= 0) {
    const passed = compareProducts(fill.quantity, fill.price, amount, '1') <= 0;
    return leaving(passed, productText(fill.quantity, fill.price), amount, asset);
  }
  return leaving(compareAmounts(leaves ?? '0', amount) <= 0, leaves ?? '0', amount, asset);
}

/**
 * What would say whether any of the asset leaves, of an action that does not tell; '' = it tells of others. An order is paid
 * in the session's asset, so there it has a value even where other assets are told.
 */
function missingAmount(
  { side, quantity, price, outflows }: GuardedAction,
  asset: string,
  figures: Figures,
): string {
  const paid_in = figures.session()?.asset;
  const is_order = side !== '' || quantity !== null;
  if (is_order && paid_in === asset) return quantity === null ? 'risk.quantity' : 'risk.price';
  const is_valued = paid_in !== undefined && quantity !== null && price !== null;
  return is_valued || outflows.length > 0 ? '' : 'risk.amount';
}

function leaving(passed: boolean, actual: string, limit: string, asset: string): Finding {
  return finding(passed, limit, actual, `${actual} ${asset} would leave; at most ${limit} may at once`);
}

export function judgeMinBalance(
  { account, asset, amount }: GuardRules['min_balance'],
  action: GuardedAction,
  figures: Figures,
): Finding {
  const leaves = outflowFrom(action, account, asset);
  if (leaves === null) return notApplicable(`nothing leaves ${account} in ${asset}`);
  const after = subtractText(figures.available(account, asset), leaves);
  const message = `${account} would have ${after} ${asset} available; at least ${amount} must stay`;
  return finding(compareAmounts(after, amount) >= 0, amount, after, message);
}

/**
 * Each direction on its own, because what is in flight may yet fail: with every buy in flight done and no sell, a buy must
 * stay within the limit, and the other way round. So whatever becomes of what is in flight, the limit holds. What only
 * brings a position back passes, even where it is beyond the limit already.
 */
export function judgeMaxPosition(
  { quantity: limit }: GuardRules['max_position'],
  action: GuardedAction,
  figures: Figures,
): Finding {
  const { market, side, quantity } = action;
  if (market === '') return untold(action, 'risk.market', limit);
  if (side === '') return untold(action, 'risk.side', limit);
  if (quantity === null) return untold(action, 'risk.quantity', limit);
  const { buys, sells } = figures.inFlight();
  const position = figures.position()?.quantity ?? '0';
  const [in_flight, change] =
    side === 'BUY' ? [buys, quantity] : [negateAmount(sells), negateAmount(quantity)];
  const after = addText(addText(position, in_flight), change);
  const passed = compareAmounts(side === 'BUY' ? after : negateAmount(after), limit) <= 0;
  const message = `the position of ${market} would be ${after} with what is in flight; at most ${limit} either way`;
  return finding(passed, limit, after, message);
}

export function judgeStopLoss(
  rule: GuardRules['stop_loss'],
  action: GuardedAction,
  figures: Figures,
): Finding {
  if (figures.session() === undefined) return notApplicable('there is no open session');
  const limit = rule.amount === '' ? rule.fraction : rule.amount;
  if (action.market === '') return untold(action, 'risk.market', limit);
  const position = figures.position();
  if (position === undefined) return notApplicable(`there is no position of ${action.market}`);
  const isReducing = () => reduces(action, position.quantity, figures.inFlight());
  const price = worsePrice(position, action.price ?? '');
  if (price === '')
    return isReducing()
      ? notApplicable(`neither the action nor the position of ${action.market} has a price`)
      : untold(action, 'risk.price', limit);
  const stopped = hasLost(rule, position, price);
  const is_passed = !stopped || isReducing();
  const actual = lossShown(rule, position, price);
  const only = stopped ? '; only what reduces it may go on' : '';
  return finding(
    is_passed,
    limit,
    actual,
    `the position of ${action.market} has lost ${actual} of ${limit} at ${price}${only}`,
  );
}

/** Of what the action tells and the mark price, the one at which the position loses more; '' when there is neither. */
function worsePrice({ quantity, mark_price }: PositionNow, told: string): string {
  if (told === '' || mark_price === '') return told || mark_price;
  const is_lower = compareAmounts(told, mark_price) < 0;
  return is_lower === isNegativeAmount(quantity) ? mark_price : told;
}

/** The loss, cost - quantity x price, has reached the rule's amount, or its fraction of the cost. */
function hasLost(
  { fraction, amount }: GuardRules['stop_loss'],
  { quantity, cost }: PositionNow,
  price: string,
): boolean {
  if (amount !== '') return compareProducts(quantity, price, subtractText(cost, amount), '1') <= 0;
  // quantity x price <= cost - |cost| x fraction, with the right side as one product.
  const left = cost.startsWith('-') ? addText('1', fraction) : subtractText('1', fraction);
  return compareProducts(quantity, price, cost, left) <= 0;
}

/** A gain is a loss below zero; a fraction is rounded for showing. */
function lossShown(rule: GuardRules['stop_loss'], { quantity, cost }: PositionNow, price: string): string {
  if (rule.amount !== '') return lessProductText(cost, quantity, price);
  if (isZeroAmount(cost)) return '0';
  return scaleText(subtractText(cost, scaleText(quantity, price, '1')), '1', absoluteAmount(cost));
}
