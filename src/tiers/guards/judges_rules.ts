/** Judges of what an action names, how many there were, and when it comes. */
import { type Figures, type Finding, finding, notApplicable, untold } from './figures.js';
import { isOpen, localMs, nextOpening } from './hours.js';
import { listed, shown } from './lists.js';
import type { GuardRules, ListField, TradingHours } from './rule.js';
import type { GuardedAction } from './types.js';

/** What only operations and trades have: money that moves or is set aside can tell none of it. */
const OF_TRADING: ReadonlySet<ListField> = new Set(['market', 'side', 'venue', 'operation']);

function isMoneyAlone({ action }: GuardedAction): boolean {
  return action === 'post_transaction' || action === 'place_hold';
}

/** Everything that the action names must be in the list, and it must name something if it is of a kind that can. */
export function judgeAllow({ field, values }: GuardRules['allow'], action: GuardedAction): Finding {
  const told = toldOf(action, field);
  const { set, shown: limit } = listed(values);
  if (told.length === 0 && OF_TRADING.has(field) && isMoneyAlone(action))
    return notApplicable(`it has no ${field}`);
  if (told.length === 0)
    return finding(false, limit, '', `the action tells no ${field}, and only listed ones are allowed`);
  const unknown = told.filter((value) => !set.has(value));
  const message =
    unknown.length === 0
      ? `${field} ${shown(told)} is allowed`
      : `${field} ${shown(unknown)} is not in the allow list`;
  return finding(unknown.length === 0, limit, shown(told), message);
}

/** What an operation can tell of what it does outside; it has no venue, and its accounts are those of its holds. */
const RISK_FIELDS: ReadonlySet<ListField> = new Set(['market', 'side', 'asset']);

export function judgeDeny({ field, values }: GuardRules['deny'], action: GuardedAction): Finding {
  const told = toldOf(action, field);
  const { set, shown: limit } = listed(values);
  if (told.length === 0)
    return RISK_FIELDS.has(field)
      ? untold(action, `risk.${field}`, limit)
      : notApplicable(`it tells no ${field}`);
  const denied = told.filter((value) => set.has(value));
  const message =
    denied.length === 0
      ? `${field} ${shown(told)} is not in the deny list`
      : `${field} ${shown(denied)} is in the deny list`;
  return finding(denied.length === 0, limit, shown(told), message);
}

function toldOf(action: GuardedAction, field: ListField): string[] {
  const all = {
    market: () => [action.market],
    operation: () => [action.operation],
    venue: () => [action.venue],
    side: () => [action.side],
    account: () => action.accounts.map(([account]) => account),
    asset: () => action.accounts.map(([, asset]) => asset),
  }[field]();
  return [...new Set(all)].filter((value) => value !== '').sort();
}

/** A window of length w holds what is later than its end less w. */
export function judgeMaxCount(
  { count, window_ms }: GuardRules['max_count'],
  _action: GuardedAction,
  figures: Figures,
  counter: number,
): Finding {
  const window_us = window_ms * 1000;
  const counted_us = figures.countedAt(counter, count);
  const is_full = counted_us !== undefined && counted_us > figures.now_us - window_us;
  const actual = String(figures.counted(counter, window_us) + 1);
  const message = `it would be number ${actual} within ${window_ms} ms; at most ${count}`;
  return finding(
    !is_full,
    String(count),
    actual,
    message,
    counted_us === undefined ? null : counted_us + window_us,
  );
}

export function judgeTradingHours(hours: TradingHours, _action: GuardedAction, { now_us }: Figures): Finding {
  const now_ms = Math.floor(now_us / 1000);
  const days = hours.days.length === 0 ? '' : `days ${hours.days.join(',')} `;
  const limit = `${days}${clock(hours.from_minute)}-${clock(hours.until_minute)} ${hours.time_zone}`;
  const actual = new Date(localMs(hours.time_zone, now_ms)).toISOString().slice(0, 16);
  if (isOpen(hours, now_ms)) return finding(true, limit, actual, `it is ${actual} there, within the hours`);
  const opening_ms = nextOpening(hours, now_ms);
  const message = `it is ${actual} in ${hours.time_zone}; only ${limit}`;
  return finding(false, limit, actual, message, opening_ms === null ? null : opening_ms * 1000);
}

/** HH:MM. */
export function clock(minute: number): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}
