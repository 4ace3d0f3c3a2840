import { listAll } from '@holdfast/client';
import type { Balance__Output } from '@holdfast/client/types/Balance.js';
import { HoldStatus } from '@holdfast/client/types/HoldStatus.js';
import { type Command, EXIT, UsageError } from './command.js';
import { LIMIT, take } from './lists.js';
import type { Output } from './output.js';
import { countArgument, enumArgument, enumCell, postingArgument, timeArgument, timeCell } from './values.js';

const right = true;

export function showBalances(out: Output, balances: readonly Balance__Output[]): void {
  out.table(
    [
      'ACCOUNT',
      'ASSET',
      { title: 'POSTED', right },
      { title: 'HELD', right },
      { title: 'AVAILABLE', right },
      { title: 'REVISION', right },
      'FLAGS',
    ],
    balances.map((one) => [
      one.account,
      one.asset,
      one.posted,
      one.held,
      one.available,
      one.revision,
      one.must_not_go_negative ? 'must-not-go-negative' : '',
    ]),
    'no balances',
  );
}

const balances: Command = {
  name: 'ledger balances',
  summary: 'what every account has, holds and may spend',
  options: {
    ...LIMIT,
    account: { value: 'ACCOUNT', help: 'only this account' },
    asset: { value: 'ASSET', help: 'only this asset' },
    world: { help: 'also the account world, the other side of everything' },
  },
  examples: [
    'holdfast --agent alpha ledger balances',
    'holdfast --agent alpha ledger balances --asset USDC --json',
  ],
  run: async (context) => {
    const request = {
      account: context.text('account') ?? '',
      asset: context.text('asset') ?? '',
      include_world: context.on('world'),
    };
    const found = await take(context, listAll(context.holdfast.ledger.getBalances, request));
    context.out.reply(found, () => showBalances(context.out, found));
  },
};

const transactions: Command = {
  name: 'ledger transactions',
  summary: 'list transactions, newest first',
  options: {
    ...LIMIT,
    account: { value: 'ACCOUNT', help: 'only with a posting to this account' },
    asset: { value: 'ASSET', help: 'only with a posting in this asset' },
    since: { value: 'TIME', help: 'only at or after: 2026-11-20T12:00:00Z, or 24h for a day ago' },
    until: { value: 'TIME', help: 'only before' },
  },
  examples: ['holdfast --agent alpha ledger transactions --since 24h --asset USDC'],
  run: async (context) => {
    const since = context.text('since');
    const until = context.text('until');
    const request = {
      account: context.text('account') ?? '',
      asset: context.text('asset') ?? '',
      ...(since !== undefined && { since: timeArgument(since, '--since') }),
      ...(until !== undefined && { until: timeArgument(until, '--until') }),
    };
    const found = await take(context, listAll(context.holdfast.ledger.listTransactions, request));
    context.out.reply(found, () => {
      const rows = found.flatMap((one) =>
        one.postings.map((posting, index) => [
          index === 0 ? one.revision : ' ',
          index === 0 ? timeCell(one.committed_at) : ' ',
          posting.account,
          posting.asset,
          posting.amount,
          index === 0 ? [one.description, one.reference].filter((text) => text !== '').join(' ') : ' ',
          index === 0 ? one.transaction_id : ' ',
        ]),
      );
      context.out.table(
        [
          { title: 'REVISION', right },
          'COMMITTED',
          'ACCOUNT',
          'ASSET',
          { title: 'AMOUNT', right },
          'DESCRIPTION',
          'TRANSACTION',
        ],
        rows,
        'no transactions',
      );
    });
  },
};

const asOf: Command = {
  name: 'ledger as-of',
  summary: 'the posted balance of an account in the past',
  args: [
    { name: 'ACCOUNT', help: 'the account' },
    { name: 'ASSET', help: 'the asset' },
  ],
  options: {
    revision: { value: 'N', help: 'right after this revision' },
    time: { value: 'TIME', help: 'at this moment: 2026-11-20T12:00:00Z, or 24h for a day ago' },
  },
  examples: ['holdfast --agent alpha ledger as-of trading USDC --time 24h'],
  run: async (context) => {
    const revision = context.text('revision');
    const time = context.text('time');
    if ((revision === undefined) === (time === undefined))
      throw new UsageError('either --revision or --time');
    const [account, asset] = [context.arg(0), context.arg(1)];
    const reply = await context.holdfast.ledger.balanceAsOf({
      account,
      asset,
      ...(revision !== undefined && { at_revision: countArgument(revision, '--revision') }),
      ...(time !== undefined && { at_time: timeArgument(time, '--time') }),
    });
    context.out.reply({ account, asset, ...reply }, () =>
      context.out.table(
        ['ACCOUNT', 'ASSET', { title: 'POSTED', right }, { title: 'REVISION', right }],
        [[account, asset, reply.posted, reply.revision]],
      ),
    );
  },
};

const reconcile: Command = {
  name: 'ledger reconcile',
  summary: 'recompute every balance and compare; changes nothing',
  details:
    'Compares running balances with the sum of all postings, and with what --expect says. Exit code 4 on a difference.',
  options: {
    expect: { value: 'ACCOUNT,ASSET,AMOUNT', help: 'what somebody else says the balance is', multiple: true },
  },
  examples: ['holdfast --agent alpha ledger reconcile --expect trading,USDC,1250.75'],
  run: async (context) => {
    const expected = context.texts('expect').map((text) => {
      const { account, asset, amount } = postingArgument(text);
      return { account, asset, posted: amount };
    });
    const reply = await context.holdfast.ledger.reconcile({ expected });
    context.out.reply(reply, () => {
      context.out.table(
        [
          'ACCOUNT',
          'ASSET',
          { title: 'RUNNING', right },
          { title: 'RECOMPUTED', right },
          { title: 'EXPECTED', right },
          { title: 'DIFFERENCE', right },
          'MATCHES',
        ],
        reply.balances.map((one) => [
          one.account,
          one.asset,
          one.running,
          one.recomputed,
          one.expected,
          one.difference,
          one.matches ? 'yes' : 'NO',
        ]),
        'no balances',
      );
      const result = reply.matches ? 'everything matches' : 'THERE ARE DIFFERENCES';
      context.out.line(`\n${result}: ${reply.transactions} transactions, ${reply.postings} postings`);
      if (reply.unbalanced_assets.length > 0) {
        context.out.line(`postings do not sum to zero in: ${reply.unbalanced_assets.join(', ')}`);
      }
    });
    return reply.matches ? EXIT.ok : EXIT.wrong;
  },
};

const holds: Command = {
  name: 'ledger holds',
  summary: 'list amounts set aside, newest first',
  options: { ...LIMIT, status: { value: 'STATUS', help: 'open, settled, released or expired [all]' } },
  examples: ['holdfast --agent alpha ledger holds --status open'],
  run: async (context) => {
    const text = context.text('status');
    const request =
      text === undefined ? {} : { status: enumArgument(HoldStatus, 'HOLD_STATUS_', text, 'status') };
    const found = await take(context, listAll(context.holdfast.ledger.listHolds, request));
    context.out.reply(found, () =>
      context.out.table(
        [
          'HOLD',
          'ACCOUNT',
          'ASSET',
          { title: 'AMOUNT', right },
          { title: 'SETTLED', right },
          'STATUS',
          'PLACED',
          'EXPIRES',
          'OPERATION',
        ],
        found.map((one) => [
          one.hold_id,
          one.account,
          one.asset,
          one.amount,
          one.settled_amount,
          enumCell(one.status, 'HOLD_STATUS_'),
          timeCell(one.placed_at),
          timeCell(one.expires_at),
          one.operation_key,
        ]),
        'no holds',
      ),
    );
  },
};

export const ledgerCommands: readonly Command[] = [balances, transactions, asOf, reconcile, holds];
