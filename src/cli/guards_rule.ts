/** A guard's rule as options of the command line, and as a cell of a table. */
import type { Guard__Output } from '@holdfast/client/types/Guard.js';
import type { GuardRule } from '@holdfast/client/types/GuardRule.js';
import { type Context, type Option, UsageError } from './command.js';
import { toJson } from './output.js';
import { countArgument, spanArgument } from './values.js';

/** The members of each kind of rule, as the options that give them. */
export const KINDS: Readonly<Record<NonNullable<GuardRule['rule']>, readonly string[]>> = {
  max_amount: ['asset', 'amount'],
  max_daily_loss: ['amount'],
  max_drawdown: ['fraction', 'from-peak'],
  max_position: ['quantity'],
  allow: ['field', 'value'],
  deny: ['field', 'value'],
  max_count: ['count', 'window'],
  cooldown: ['losses', 'duration'],
  trading_hours: ['day', 'from', 'until', 'time-zone'],
  min_balance: ['account', 'asset', 'amount'],
  stop_loss: ['fraction', 'amount'],
};

export const RULE_OPTIONS: Readonly<Record<string, Option>> = {
  asset: { value: 'ASSET', help: 'such as USDC' },
  amount: { value: 'AMOUNT', help: 'the limit' },
  fraction: { value: 'FRACTION', help: 'the limit, above 0 up to 1: 0.05 is 5 %' },
  'from-peak': { help: 'of the highest capital, not of the start' },
  quantity: { value: 'QUANTITY', help: 'the largest position either way' },
  field: { value: 'FIELD', help: 'market, asset, operation, account, venue or side' },
  value: { value: 'VALUE', help: 'a listed value', multiple: true },
  count: { value: 'N', help: 'at most so many' },
  window: { value: 'SPAN', help: 'within this, such as 1h' },
  losses: { value: 'N', help: 'losing trades in a row' },
  duration: { value: 'SPAN', help: 'how long nothing goes then' },
  day: { value: 'N', help: '1 = Monday to 7 = Sunday [every day]', multiple: true },
  from: { value: 'HH:MM', help: 'when the hours begin' },
  until: { value: 'HH:MM', help: 'when they end' },
  'time-zone': { value: 'ZONE', help: 'IANA name [UTC]' },
  account: { value: 'ACCOUNT', help: 'the account' },
};

/** How an option's text becomes the member of the rule; others stay text. */
const MEMBERS: Readonly<Record<string, (context: Context) => object>> = {
  'from-peak': (context) => ({ from_peak: context.on('from-peak') }),
  value: (context) => ({ values: [...context.texts('value')] }),
  count: (context) => ({ count: numberOf(context, 'count') }),
  losses: (context) => ({ losses: numberOf(context, 'losses') }),
  window: (context) => ({ window: spanOf(context, 'window') }),
  duration: (context) => ({ duration: spanOf(context, 'duration') }),
  day: (context) => ({ days: context.texts('day').map((text) => Number(countArgument(text, '--day'))) }),
  'time-zone': (context) => ({ time_zone: context.text('time-zone') ?? '' }),
};

export function numberOf(context: Context, option: string): number {
  return Number(countArgument(context.text(option) ?? '0', `--${option}`));
}

function spanOf(context: Context, option: string): { seconds: string; nanos: number } | null {
  const text = context.text(option);
  return text === undefined ? null : { seconds: String(spanArgument(text, `--${option}`)), nanos: 0 };
}

function isGiven(context: Context, option: string): boolean {
  return context.text(option) !== undefined || context.texts(option).length > 0 || context.on(option);
}

export function ruleOf(context: Context): GuardRule {
  const kind = context.arg(1);
  const members = Object.hasOwn(KINDS, kind) ? KINDS[kind as keyof typeof KINDS] : undefined;
  if (members === undefined)
    throw new UsageError(`the kind must be one of ${Object.keys(KINDS).join(', ')}, not "${kind}"`);
  const other = Object.keys(RULE_OPTIONS).find(
    (option) => isGiven(context, option) && !members.includes(option),
  );
  if (other !== undefined)
    throw new UsageError(`--${other} does not belong to ${kind}: it takes --${members.join(', --')}`);
  const parts = members.map(
    (option) => MEMBERS[option]?.(context) ?? { [option]: context.text(option) ?? '' },
  );
  return { [kind]: Object.assign({}, ...parts) };
}

/** Such as `asset=USDC amount=100`; what is empty is left out. */
export function ruleText({ rule }: Guard__Output): string {
  const members = rule?.rule === undefined ? null : rule[rule.rule];
  return Object.entries(members ?? {})
    .filter(([, value]) => value !== '' && value !== false && !(Array.isArray(value) && value.length === 0))
    .map(
      ([name, value]) =>
        `${name}=${typeof value === 'string' ? value : toJson(value, name).replaceAll('"', '')}`,
    )
    .join(' ');
}

export function scopeText({ scope }: Guard__Output): string {
  const parts = [...(scope?.actions ?? []), ...(scope?.operations ?? []), ...(scope?.markets ?? [])];
  return parts.length === 0 ? 'everything' : parts.join(' ');
}
