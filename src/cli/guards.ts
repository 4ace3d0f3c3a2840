import { listAll } from '@holdfast/client';
import type { Guard__Output } from '@holdfast/client/types/Guard.js';
import { GuardMode } from '@holdfast/client/types/GuardMode.js';
import type { GuardVerdict__Output } from '@holdfast/client/types/GuardVerdict.js';
import { HoldfastError } from '../errors.js';
import { type Command, type Context, EXIT, type Option } from './command.js';
import { KINDS, numberOf, RULE_OPTIONS, ruleOf, ruleText, scopeText } from './guards_rule.js';
import { LIMIT, take } from './lists.js';
import { enumArgument, enumCell, timeCell } from './values.js';

const PREFIX = 'GUARD_MODE_';
const NAME = { name: 'NAME', help: 'the guard’s name' };

const EXPECTED: Option = { value: 'N', help: 'only if this is the present version; 0 = must not exist' };

function expectedVersion(context: Context): { expected_version?: number } {
  return context.text('expected-version') === undefined
    ? {}
    : { expected_version: numberOf(context, 'expected-version') };
}

const put: Command = {
  name: 'guards put',
  summary: 'make a guard, or its next version',
  details: `KIND and what it takes:
${Object.entries(KINDS)
  .map(([kind, members]) => `  ${kind.padEnd(14)}  --${members.join(' --')}`)
  .join('\n')}
It is in force for every action that commits after it. With --agent '*' it holds for every agent.`,
  args: [NAME, { name: 'KIND', help: 'such as max_amount' }],
  options: {
    ...RULE_OPTIONS,
    mode: { value: 'MODE', help: 'enforce, warn or shadow [enforce]' },
    'on-action': {
      value: 'ACTION',
      help: 'only of begin_operation, post_transaction, place_hold, record_trade',
      multiple: true,
    },
    'on-operation': {
      value: 'NAME',
      help: 'only of operations of this name; a trailing * matches any rest',
      multiple: true,
    },
    'on-market': {
      value: 'MARKET',
      help: 'only on this market; a trailing * matches any rest',
      multiple: true,
    },
    description: { value: 'TEXT', help: 'what it is for' },
    'expected-version': EXPECTED,
  },
  examples: [
    'holdfast --agent alpha guards put small-steps max_amount --asset USDC --amount 100',
    'holdfast --agent alpha guards put office-hours trading_hours --day 1 --day 5 --from 09:30 --until 16:00 --time-zone America/New_York --mode warn',
    "holdfast --agent '*' guards put not-too-often max_count --count 60 --window 1m --on-action begin_operation",
  ],
  run: async (context) => {
    const reply = await context.holdfast.procedural.putGuard({
      name: context.arg(0),
      rule: ruleOf(context),
      mode: enumArgument(GuardMode, PREFIX, context.text('mode') ?? 'enforce', 'mode'),
      scope: {
        actions: [...context.texts('on-action')],
        operations: [...context.texts('on-operation')],
        markets: [...context.texts('on-market')],
      },
      description: context.text('description') ?? '',
      ...expectedVersion(context),
    });
    context.out.reply(reply, () => show(context, reply.guard));
  },
};

const remove: Command = {
  name: 'guards delete',
  summary: 'remove a guard',
  args: [NAME],
  options: {
    reason: { value: 'TEXT', help: 'why; journaled' },
    'expected-version': { ...EXPECTED, help: 'only if this is the present version' },
  },
  examples: ['holdfast --agent alpha guards delete small-steps --reason "limits moved to the account"'],
  run: async (context) => {
    const request = {
      name: context.arg(0),
      reason: context.text('reason') ?? '',
      ...expectedVersion(context),
    };
    const reply = await context.holdfast.procedural.deleteGuard(request);
    context.out.reply(reply, () =>
      context.out.facts([
        ['removed', context.arg(0)],
        ['revision', reply.header?.revision],
      ]),
    );
  },
};

const list: Command = {
  name: 'guards list',
  summary: 'list the guards that hold for an agent',
  options: LIMIT,
  examples: ['holdfast --agent alpha guards list'],
  run: async (context) => {
    const found = await take(context, listAll(context.holdfast.procedural.listGuards, {}));
    context.out.reply(found, () =>
      context.out.table(
        ['NAME', 'FOR', 'MODE', 'KIND', 'RULE', 'SCOPE', { title: 'VERSION', right: true }, 'CHANGED'],
        found.map((guard) => [
          guard.name,
          guard.agent_id,
          enumCell(guard.mode, PREFIX),
          guard.rule?.rule,
          ruleText(guard),
          scopeText(guard),
          guard.version,
          timeCell(guard.changed_at),
        ]),
        'no guards',
      ),
    );
  },
};

const showOne: Command = {
  name: 'guards show',
  summary: 'one guard in full',
  args: [NAME],
  examples: ['holdfast --agent alpha guards show small-steps'],
  run: async (context) => {
    for await (const guard of listAll(context.holdfast.procedural.listGuards, {})) {
      if (guard.name !== context.arg(0)) continue;
      context.out.reply(guard, () => show(context, guard));
      return EXIT.ok;
    }
    throw new HoldfastError('NOT_FOUND', `no guard ${context.arg(0)} holds for ${context.agent}`);
  },
};

function show(context: Context, guard: Guard__Output | null): void {
  if (guard === null) return;
  context.out.facts([
    ['guard', guard.name],
    ['for', guard.agent_id],
    ['mode', enumCell(guard.mode, PREFIX)],
    ['kind', guard.rule?.rule],
    ['rule', ruleText(guard)],
    ['scope', scopeText(guard)],
    ['description', guard.description],
    ['version', guard.version],
    ['changed', `${timeCell(guard.changed_at)}, revision ${guard.revision}`],
  ]);
}

const evaluate: Command = {
  name: 'guards evaluate',
  summary: 'what every guard would say of an action; nothing happens',
  details: 'Ends with exit code 1 when the action would be refused.',
  args: [{ name: 'ACTION', help: 'begin_operation, post_transaction, place_hold or record_trade' }],
  options: {
    operation: { value: 'NAME', help: 'the operation’s name' },
    venue: { value: 'VENUE', help: 'the venue of a trade' },
    market: { value: 'MARKET', help: 'such as BTC/USDC' },
    side: { value: 'SIDE', help: 'BUY or SELL' },
    quantity: { value: 'QUANTITY', help: 'above zero' },
    price: { value: 'PRICE', help: 'at or above zero' },
    asset: { value: 'ASSET', help: 'what leaves' },
    amount: { value: 'AMOUNT', help: 'how much of it' },
    account: { value: 'ACCOUNT', help: 'which account it leaves' },
    pnl: { value: 'AMOUNT', help: 'of a trade [worked out from the position]' },
    'reduce-only': { help: 'it only brings the position closer to zero' },
  },
  examples: [
    'holdfast --agent alpha guards evaluate begin_operation --market BTC/USDC --side BUY --quantity 0.5 --price 60000',
    'holdfast --agent alpha guards evaluate post_transaction --account cash --asset USDC --amount 250',
  ],
  run: async (context) => {
    const text = (option: string) => context.text(option) ?? '';
    const reply = await context.holdfast.procedural.evaluateGuards({
      action: context.arg(0),
      operation: text('operation'),
      venue: text('venue'),
      account: text('account'),
      pnl: text('pnl'),
      risk: {
        market: text('market'),
        side: text('side').toUpperCase(),
        quantity: text('quantity'),
        price: text('price'),
        asset: text('asset'),
        amount: text('amount'),
        reduce_only: context.on('reduce-only'),
      },
    });
    context.out.reply(reply, () => {
      context.out.table(
        [
          'GUARD',
          'KIND',
          'MODE',
          'VERDICT',
          { title: 'LIMIT', right: true },
          { title: 'ACTUAL', right: true },
          'WHY',
        ],
        reply.verdicts.map((verdict) => [
          verdict.guard,
          verdict.kind,
          enumCell(verdict.mode, PREFIX),
          verdictCell(verdict),
          verdict.limit,
          verdict.actual,
          verdict.message,
        ]),
      );
      context.out.line(reply.allowed ? '\nallowed' : '\nrefused');
    });
    return reply.allowed ? EXIT.ok : EXIT.refused;
  },
};

function verdictCell({ applicable, passed }: GuardVerdict__Output): string {
  if (!applicable) return 'not applicable';
  return passed ? 'passes' : 'fails';
}

export const guardCommands: readonly Command[] = [list, put, remove, evaluate, showOne];
