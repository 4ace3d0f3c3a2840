/** What a guard says: its rule and its scope, as they are stored. Amounts are canonical, times in milliseconds. */
import { packDocument, unpackDocument } from '../../codec/msgpack.js';
import type { DocObject } from '../../codec/value.js';
import type { GuardedAction } from './types.js';

/** The agent that stands for every agent. */
export const EVERYONE = '*';

export const LIST_FIELDS = ['market', 'asset', 'operation', 'account', 'venue', 'side'] as const;
export type ListField = (typeof LIST_FIELDS)[number];

/** Each of the eleven kinds; the names are those of the proto. */
export interface GuardRules {
  max_amount: { readonly asset: string; readonly amount: string };
  max_daily_loss: { readonly amount: string };
  max_drawdown: { readonly fraction: string; readonly from_peak: boolean };
  max_position: { readonly quantity: string };
  allow: { readonly field: ListField; readonly values: readonly string[] };
  deny: { readonly field: ListField; readonly values: readonly string[] };
  max_count: { readonly count: number; readonly window_ms: number };
  cooldown: { readonly losses: number; readonly duration_ms: number };
  trading_hours: TradingHours;
  min_balance: { readonly account: string; readonly asset: string; readonly amount: string };
  /** One of the two is ''. */
  stop_loss: { readonly fraction: string; readonly amount: string };
}

export interface TradingHours {
  /** ISO 8601, 1 = Monday; empty = every day. */
  readonly days: readonly number[];
  /** Minutes since midnight: 0 to 1439, and 1 to 1440. Never the same; `from` above `until` goes over midnight. */
  readonly from_minute: number;
  readonly until_minute: number;
  /** IANA name. */
  readonly time_zone: string;
}

export type GuardKind = keyof GuardRules;
export type GuardRule = {
  readonly [Kind in GuardKind]: { readonly kind: Kind } & GuardRules[Kind];
}[GuardKind];

/** Which actions a guard is about; an empty list matches everything. Sorted, each once. */
export interface GuardScope {
  readonly actions: readonly string[];
  /** A trailing * matches any rest. */
  readonly operations: readonly string[];
  readonly markets: readonly string[];
}

export interface GuardContent {
  readonly scope: GuardScope;
  readonly rule: GuardRule;
  readonly description: string;
}

export function packContent({ scope, rule, description }: GuardContent): Uint8Array {
  return packDocument(contentDocument({ scope, rule, description }));
}

export function contentDocument({ scope, rule, description }: GuardContent): DocObject {
  return { scope: { ...scope }, rule: { ...rule }, description } as unknown as DocObject;
}

export function unpackContent(payload: Uint8Array): GuardContent {
  return unpackDocument(payload) as unknown as GuardContent;
}

/** The guard is about this action. The market that an operation does not tell may be any. */
export function inScope(
  { scope, rule }: Pick<GuardContent, 'scope' | 'rule'>,
  action: GuardedAction,
): boolean {
  return (
    (action.is_settlement !== true || judgesSettlements(rule)) &&
    (scope.actions.length === 0 || scope.actions.includes(action.action)) &&
    matchesAny(scope.operations, action.operation) &&
    (matchesAny(scope.markets, action.market) || hidesMarket(action))
  );
}

/** What a hold does not tell when it is placed is the account that it will go to: only lists of those judge its settlement. */
function judgesSettlements(rule: GuardRule): boolean {
  return (rule.kind === 'allow' || rule.kind === 'deny') && rule.field === 'account';
}

function hidesMarket({ action, market }: GuardedAction): boolean {
  return action === 'begin_operation' && market === '';
}

function matchesAny(patterns: readonly string[], value: string): boolean {
  return patterns.length === 0 || (value !== '' && patterns.some((pattern) => matches(pattern, value)));
}

function matches(pattern: string, value: string): boolean {
  return pattern.endsWith('*') ? value.startsWith(pattern.slice(0, -1)) : value === pattern;
}
