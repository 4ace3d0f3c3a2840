/** PutGuard and DeleteGuard: their requests checked, and a guard as replies show it. */
import { msToDuration, type ProtoDuration, usToTimestamp } from '../codec/time.js';
import { HoldfastError, invalidField } from '../errors.js';
import type { Guard } from '../gen/holdfast/v1/Guard.js';
import type { GuardMode__Output } from '../gen/holdfast/v1/GuardMode.js';
import type {
  _holdfast_v1_GuardRule_TradingHours__Output,
  GuardRule__Output,
  GuardRule as GuardRuleMessage,
} from '../gen/holdfast/v1/GuardRule.js';
import type { GuardScope__Output } from '../gen/holdfast/v1/GuardScope.js';
import { isTimeZone } from '../tiers/guards/hours.js';
import { clock } from '../tiers/guards/judges_rules.js';
import type { GuardView } from '../tiers/guards/rows.js';
import {
  type GuardKind,
  type GuardRule,
  type GuardRules,
  type GuardScope,
  LIST_FIELDS,
  type TradingHours,
} from '../tiers/guards/rule.js';
import type { GuardMode } from '../tiers/guards/types.js';
import * as check from './check.js';
import { actionName, unsignedAmount } from './guards_action.js';
import { accountName, assetName, fractionAmount, notWorld, positiveAmount } from './ledger_mutations.js';
import type { MutationSpecs } from './mutation.js';

const MAX_DESCRIPTION_BYTES = 1024;
const MAX_REASON_BYTES = 256;
const MAX_SCOPE = 64;
const MAX_VALUES = 1024;
const MIN_SPAN_MS = 1000;
const MAX_SPAN_MS = 31 * 24 * 3600 * 1000;

export const guardMutations: MutationSpecs<'put_guard' | 'delete_guard'> = {
  put_guard: {
    for_everyone: true,
    parse: (request) => ({
      name: check.plainId(request.name, 'name'),
      mode: modeOf(request.mode),
      scope: check.within('scope', () => scopeOf(request.scope)),
      rule: ruleOf(check.required(request.rule, 'rule')),
      description: check.text(request.description, 'description', MAX_DESCRIPTION_BYTES),
      expected_version: request.expected_version ?? null,
    }),
    reply: ({ guard }) => ({ guard: toGuard(guard) }),
  },

  delete_guard: {
    for_everyone: true,
    parse: (request) => ({
      name: check.id(request.name, 'name'),
      expected_version: request.expected_version ?? null,
      reason: check.text(request.reason, 'reason', MAX_REASON_BYTES),
    }),
    reply: () => ({}),
  },
};

function modeOf(mode: GuardMode__Output): GuardMode {
  if (mode === 'GUARD_MODE_UNSPECIFIED' || mode === 'GUARD_MODE_ENFORCE') return 'ENFORCE';
  if (mode === 'GUARD_MODE_WARN') return 'WARN';
  if (mode === 'GUARD_MODE_SHADOW') return 'SHADOW';
  throw invalidField('mode', 'is not a value of the enum', { actual: String(mode) });
}

function scopeOf(scope: GuardScope__Output | null | undefined): GuardScope {
  const { actions = [], operations = [], markets = [] } = scope ?? {};
  return {
    actions: listOf(actions, 'actions', 0, MAX_SCOPE, actionName),
    operations: listOf(operations, 'operations', 0, MAX_SCOPE, pattern(128)),
    markets: listOf(markets, 'markets', 0, MAX_SCOPE, pattern(64)),
  };
}

/** In one order and each once, so that two requests that mean the same are the same. */
function listOf<T extends string | number>(
  values: readonly T[],
  field: string,
  min: number,
  max: number,
  checkOne: (value: T, field: string) => T,
): T[] {
  const checked = check.list(values, field, min, max).map((value, n) => checkOne(value, `${field}[${n}]`));
  return [...new Set(checked)].sort((a, b) => (a < b ? -1 : 1));
}

/** A name, or the beginning of one and a *. */
function pattern(max: number): (value: string, field: string) => string {
  return (value, field) => {
    const fixed = value.endsWith('*') ? value.slice(0, -1) : value;
    if (value === '*') return value;
    check.withoutSecret(check.name(fixed, field, max), field);
    return value;
  };
}

type RuleParsers = {
  readonly [Kind in GuardKind]: (rule: NonNullable<GuardRule__Output[Kind]>) => GuardRules[Kind];
};

const PARSERS: RuleParsers = {
  max_amount: ({ asset, amount }) => ({
    asset: assetName(asset, 'asset'),
    amount: unsignedAmount(amount, 'amount'),
  }),
  max_daily_loss: ({ amount }) => ({ amount: positiveAmount(amount, 'amount') }),
  max_drawdown: ({ fraction, from_peak }) => ({ fraction: fractionAmount(fraction, 'fraction'), from_peak }),
  max_position: ({ quantity }) => ({ quantity: unsignedAmount(quantity, 'quantity') }),
  allow: valueList,
  deny: valueList,
  max_count: ({ count, window }) => ({
    count: check.integer(count, 'count', 1, 100_000),
    window_ms: span(window, 'window'),
  }),
  cooldown: ({ losses, duration }) => ({
    losses: check.integer(losses, 'losses', 1, 1000),
    duration_ms: span(duration, 'duration'),
  }),
  trading_hours: tradingHours,
  min_balance: ({ account, asset, amount }) => ({
    account: notWorld(accountName(account, 'account')),
    asset: assetName(asset, 'asset'),
    amount: unsignedAmount(amount, 'amount'),
  }),
  stop_loss: ({ fraction, amount }) => {
    if ((fraction === '') === (amount === ''))
      throw fraction === ''
        ? new HoldfastError('FIELD_REQUIRED', 'fraction or amount is required', { field: 'fraction' })
        : invalidField('amount', 'fraction and amount: one of the two');
    return amount === ''
      ? { fraction: fractionAmount(fraction, 'fraction'), amount }
      : { fraction, amount: positiveAmount(amount, 'amount') };
  },
};

function ruleOf(message: GuardRule__Output): GuardRule {
  const kind = message.rule;
  if (kind === undefined) throw new HoldfastError('FIELD_REQUIRED', 'rule holds no rule', { field: 'rule' });
  const parse = PARSERS[kind] as (rule: unknown) => GuardRules[GuardKind];
  return check.within(`rule.${kind}`, () => ({
    kind,
    ...parse(check.required(message[kind], kind)),
  })) as GuardRule;
}

function valueList({ field, values }: { field: string; values: readonly string[] }): GuardRules['allow'] {
  const known = LIST_FIELDS.find((name) => name === check.required(field, 'field'));
  if (known === undefined) throw invalidField('field', `must be one of ${LIST_FIELDS.join(', ')}`);
  return { field: known, values: listOf(values, 'values', 1, MAX_VALUES, listed(known)) };
}

/** As the field itself is spelled. */
function listed(field: (typeof LIST_FIELDS)[number]): (value: string, at: string) => string {
  if (field !== 'side') return (value, at) => check.withoutSecret(check.name(value, at), at);
  return (value, at) => {
    if (value === 'BUY' || value === 'SELL') return value;
    throw invalidField(at, 'must be BUY or SELL');
  };
}

function span(value: ProtoDuration | null, field: string): number {
  return check.required(check.optionalDuration(value, field, MIN_SPAN_MS, MAX_SPAN_MS), field);
}

function tradingHours(hours: _holdfast_v1_GuardRule_TradingHours__Output): TradingHours {
  const from_minute = minuteOf(hours.from, 'from', false);
  const until_minute = minuteOf(hours.until, 'until', true);
  if (from_minute === until_minute)
    throw invalidField('until', 'must not be the same as from; the whole day is 00:00 to 24:00');
  const time_zone = hours.time_zone === '' ? 'UTC' : hours.time_zone;
  if (!isTimeZone(time_zone))
    throw invalidField('time_zone', 'must be an IANA name such as America/New_York');
  return {
    days: listOf(hours.days, 'days', 0, 64, (day, at) => check.integer(day, at, 1, 7)),
    from_minute,
    until_minute,
    time_zone,
  };
}

function minuteOf(text: string, field: string, may_end_day: boolean): number {
  if (may_end_day && text === '24:00') return 24 * 60;
  const [, hour, minute] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(check.required(text, field)) ?? [];
  if (hour === undefined) throw invalidField(field, 'must be HH:MM');
  return Number(hour) * 60 + Number(minute);
}

export function toGuard({ mode, scope, rule, changed_us, ...guard }: GuardView): Guard {
  return {
    ...guard,
    mode: `GUARD_MODE_${mode}`,
    scope: { actions: [...scope.actions], operations: [...scope.operations], markets: [...scope.markets] },
    rule: toRule(rule),
    changed_at: usToTimestamp(changed_us),
    revision: String(guard.revision),
  };
}

function toRule(stored: GuardRule): GuardRuleMessage {
  const { kind, ...rule } = stored;
  switch (stored.kind) {
    case 'max_count':
      return { max_count: { count: stored.count, window: msToDuration(stored.window_ms) } };
    case 'cooldown':
      return { cooldown: { losses: stored.losses, duration: msToDuration(stored.duration_ms) } };
    case 'trading_hours': {
      const { days, from_minute, until_minute, time_zone } = stored;
      return {
        trading_hours: { days: [...days], from: clock(from_minute), until: clock(until_minute), time_zone },
      };
    }
    default:
      return { [kind]: rule };
  }
}
