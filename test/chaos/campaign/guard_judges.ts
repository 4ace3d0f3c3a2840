/** What each kind of guard says of an action, by the contract: exact sums and products, state before the action. */
import { fromUnits, magnitude, ONE, toUnits } from './amounts.js';
import { type ModelPosition, type ModelSession, NOTHING } from './session_facts.js';
import { textOf } from './tier.js';
import { dayOf, usOf } from './times.js';
import type { Message } from './wire.js';

export interface Outflow {
  /** Empty: told without one. */
  readonly account: string;
  readonly asset: string;
  readonly amount: bigint;
}

export interface Action {
  readonly action: string;
  readonly operation: string;
  readonly venue: string;
  readonly market: string;
  readonly side: '' | 'BUY' | 'SELL';
  readonly quantity: bigint | undefined;
  readonly price: bigint | undefined;
  readonly outflows: readonly Outflow[];
  readonly accounts: readonly (readonly [account: string, asset: string])[];
  /** Less the fee. */
  readonly pnl: bigint | undefined;
  readonly reduce_only: boolean;
  readonly is_settlement?: true;
}

/** What is true before the action. */
export interface Present {
  readonly time_us: number;
  readonly session: ModelSession | undefined;
  /** Ended or not. */
  readonly last: ModelSession | undefined;
  /** Of the day, in other assets than the last session's; at or above zero. */
  readonly lost_elsewhere: bigint;
  readonly position: ModelPosition | undefined;
  readonly buys: bigint;
  readonly sells: bigint;
  available(account: string, asset: string): bigint;
}

export interface Verdict {
  readonly passed: boolean;
  readonly applicable: boolean;
  /** The figure held against the limit, of the kinds where the model works it out. */
  readonly actual?: string;
}

const NOT_APPLICABLE: Verdict = { passed: true, applicable: false };

/** An operation must tell what its guards judge by; what other actions leave out they do not do. */
function untold({ action }: Action): Verdict {
  return action === 'begin_operation' ? verdict(false, '') : NOT_APPLICABLE;
}

/** What a guard whose scope may match says. */
export function judgeInScope(
  kind: string,
  { rule, scope }: { readonly rule: Message; readonly scope: Message },
  action: Action,
  present: Present,
  counted: readonly number[],
): Verdict {
  const is_anywhere = ((scope.markets ?? []) as string[]).length === 0;
  return is_anywhere || action.market !== '' ? judge(kind, rule, action, present, counted) : untold(action);
}

function verdict(passed: boolean, actual?: string): Verdict {
  return { passed, applicable: true, ...(actual !== undefined && { actual }) };
}

/** `counted`: when the guard counted earlier actions of the agent. */
function judge(
  kind: string,
  rule: Message,
  action: Action,
  present: Present,
  counted: readonly number[],
): Verdict {
  switch (kind) {
    case 'max_amount':
      return maxAmount(rule, action, present);
    case 'max_daily_loss':
      return maxDailyLoss(rule, action, present);
    case 'max_drawdown':
      return maxDrawdown(rule, action, present);
    case 'max_position':
      return maxPosition(rule, action, present);
    case 'allow':
    case 'deny':
      return valueList(kind, rule, action);
    case 'max_count': {
      const since_us = present.time_us - (usOf(rule.window) ?? 0);
      const before = counted.filter((at_us) => at_us > since_us).length;
      return verdict(before < Number(rule.count), String(before + 1));
    }
    case 'cooldown': {
      const { last, time_us } = present;
      if (last === undefined) return NOT_APPLICABLE;
      const cools = last.losses_in_a_row >= Number(rule.losses);
      const is_over = time_us >= last.last_loss_us + (usOf(rule.duration) ?? 0);
      return verdict(!cools || is_over || addsNoRisk(action, present));
    }
    case 'trading_hours':
      return verdict(isWithin(rule, present.time_us));
    case 'min_balance': {
      const [account, asset] = [textOf(rule.account), textOf(rule.asset)];
      const lines = action.outflows.filter((line) => line.account === account && line.asset === asset);
      if (lines.length === 0) return NOT_APPLICABLE;
      const after = present.available(account, asset) - sum(lines);
      return verdict(after >= toUnits(textOf(rule.amount)), fromUnits(after));
    }
    case 'stop_loss':
      return stopLoss(rule, action, present);
    default:
      throw new Error(`the model does not know guards of kind ${kind}`);
  }
}

/** The fill and what moves for it are the same money: the largest counts. */
function maxAmount(rule: Message, action: Action, { session }: Present): Verdict {
  const asset = textOf(rule.asset);
  const lines = action.outflows.filter((line) => line.asset === asset);
  const { side, quantity, price } = action;
  const in_asset = session !== undefined && textOf(session.asked.asset) === asset;
  const value = in_asset && quantity !== undefined && price !== undefined ? quantity * price : undefined;
  if (lines.length === 0 && value === undefined) {
    const has_unknown_value = in_asset && (side !== '' || quantity !== undefined);
    const tells_of_others =
      action.outflows.length > 0 || (session !== undefined && quantity !== undefined && price !== undefined);
    return has_unknown_value || !tells_of_others ? untold(action) : NOT_APPLICABLE;
  }
  const named = sum(lines.filter(({ account }) => account !== ''));
  const told = sum(lines.filter(({ account }) => account === ''));
  const limit = toUnits(textOf(rule.amount));
  return verdict(named <= limit && told <= limit && (value === undefined || value <= limit * ONE));
}

/** Reached, only what adds no risk goes; before, a trade may reach it and not go beyond. */
function maxDailyLoss(rule: Message, action: Action, present: Present): Verdict {
  const { last, lost_elsewhere, time_us } = present;
  const { pnl = 0n } = action;
  if (last === undefined) return NOT_APPLICABLE;
  const limit = -toUnits(textOf(rule.amount));
  const today = last.day === dayOf(time_us) ? last.day_pnl : 0n;
  // What is won in one asset makes up for nothing in another.
  const inAll = (here: bigint) => (lost_elsewhere === 0n ? here : (here < 0n ? here : 0n) - lost_elsewhere);
  return verdict((inAll(today) > limit && inAll(today + pnl) >= limit) || addsNoRisk(action, present));
}

function maxDrawdown(rule: Message, action: Action, present: Present): Verdict {
  const { session } = present;
  const { pnl = 0n } = action;
  if (session === undefined) return NOT_APPLICABLE;
  const from = rule.from_peak === true ? session.peak : session.base;
  const most = from * toUnits(textOf(rule.fraction));
  const lost = (from - session.capital) * ONE;
  const is_within = from > 0n && lost < most && lost - pnl * ONE <= most;
  return verdict(is_within || addsNoRisk(action, present));
}

/** What is in flight one way makes no room the other way. */
function maxPosition(rule: Message, action: Action, { position, buys, sells }: Present): Verdict {
  const { market, side, quantity } = action;
  if (market === '' || side === '' || quantity === undefined) return untold(action);
  const held = position?.quantity ?? 0n;
  const after = side === 'BUY' ? held + buys + quantity : held - sells - quantity;
  const beyond = side === 'BUY' ? after : -after;
  return verdict(beyond <= toUnits(textOf(rule.quantity)), fromUnits(after));
}

function valueList(kind: 'allow' | 'deny', rule: Message, action: Action): Verdict {
  const told: Record<string, readonly string[]> = {
    market: [action.market],
    operation: [action.operation],
    venue: [action.venue],
    side: [action.side],
    account: action.accounts.map(([account]) => account),
    asset: action.accounts.map(([, asset]) => asset),
  };
  const named = (told[textOf(rule.field)] ?? []).filter((value) => value !== '');
  const listed = named.filter((value) => (rule.values as string[]).includes(value));
  const is_money = ['post_transaction', 'place_hold'].includes(action.action);
  const is_of_trading = ['market', 'side', 'venue', 'operation'].includes(textOf(rule.field));
  if (named.length === 0 && is_money && is_of_trading) return NOT_APPLICABLE;
  if (kind === 'allow') return verdict(named.length > 0 && listed.length === named.length);
  if (named.length > 0) return verdict(listed.length === 0);
  return ['market', 'side', 'asset'].includes(textOf(rule.field)) ? untold(action) : NOT_APPLICABLE;
}

/** Once the position's loss has reached it, only what reduces it, what is in flight against it counted as done. */
function stopLoss(rule: Message, action: Action, present: Present): Verdict {
  const { session, position } = present;
  if (session === undefined) return NOT_APPLICABLE;
  if (action.market === '') return untold(action);
  if (position === undefined) return NOT_APPLICABLE;
  const mark_price = position.mark_price === '' ? undefined : toUnits(position.mark_price);
  const prices = [action.price, mark_price].filter((price) => price !== undefined);
  if (prices.length === 0) return bringsBack(action, present) ? NOT_APPLICABLE : untold(action);
  const [fraction, amount] = [textOf(rule.fraction), textOf(rule.amount)];
  const limit = amount === '' ? magnitude(position.cost) * toUnits(fraction) : toUnits(amount) * ONE;
  const stopped = prices.some((price) => position.cost * ONE - position.quantity * price >= limit);
  return verdict(!stopped || bringsBack(action, present));
}

/** Closer to zero and not through it, with all done that is in flight the same way. */
export function bringsBack({ side, quantity }: Action, { position, buys, sells }: Present): boolean {
  const { quantity: held } = position ?? NOTHING;
  if (side === '' || quantity === undefined || held === 0n || held > 0n === (side === 'BUY')) return false;
  return quantity <= magnitude(held) - (side === 'BUY' ? buys : sells);
}

/** An operation that says that it brings the position back and does, and a posting that takes from no account. */
function addsNoRisk(action: Action, present: Present): boolean {
  if (action.action === 'post_transaction') return action.outflows.length === 0;
  return action.action === 'begin_operation' && action.reduce_only && bringsBack(action, present);
}

/** In UTC, every day. */
function isWithin(rule: Message, time_us: number): boolean {
  const minute = Math.floor(time_us / 60_000_000) % 1440;
  const [from, until] = [minuteOf(textOf(rule.from)), minuteOf(textOf(rule.until))];
  return from < until ? minute >= from && minute < until : minute >= from || minute < until;
}

function minuteOf(text: string): number {
  const [hour = 0, minute = 0] = text.split(':').map(Number);
  return hour * 60 + minute;
}

function sum(lines: readonly Outflow[]): bigint {
  return lines.reduce((total, { amount }) => total + amount, 0n);
}
