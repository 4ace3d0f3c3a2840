import { listAll } from '@holdfast/client';
import { type Command, UsageError } from './command.js';
import { showBalances } from './ledger.js';
import { LIMIT, take } from './lists.js';
import { documentArgument, postingArgument, timeCell } from './values.js';

const post: Command = {
  name: 'ledger post',
  summary: 'post one transaction',
  details: `With ACCOUNT ASSET AMOUNT the other side is the account world; with --posting, twice or more, the postings of every
asset must sum to zero.`,
  args: [
    { name: 'ACCOUNT', help: 'the account', optional: true },
    { name: 'ASSET', help: 'the asset', optional: true },
    { name: 'AMOUNT', help: 'what is added, such as 100.50 or -3', optional: true },
  ],
  options: {
    posting: { value: 'ACCOUNT,ASSET,AMOUNT', help: 'one line of the transaction', multiple: true },
    description: { value: 'TEXT', help: 'what it is for' },
    reference: { value: 'ID', help: 'an id of the outside' },
    metadata: { value: 'JSON', help: 'a document kept with it' },
    'request-id': { value: 'ID', help: 'posts at most once however often it is run [made up]' },
  },
  examples: [
    'holdfast --agent alpha ledger post trading USDC 1000 --description deposit',
    'holdfast --agent alpha ledger post --posting trading,USDC,-250 --posting savings,USDC,250',
  ],
  run: async (context) => {
    const postings = context.texts('posting').map(postingArgument);
    const [account, asset, amount] = context.args;
    if (
      (account === undefined) === (postings.length === 0) ||
      (account !== undefined && amount === undefined)
    ) {
      throw new UsageError('either ACCOUNT ASSET AMOUNT, or --posting ACCOUNT,ASSET,AMOUNT twice or more');
    }
    const metadata = context.text('metadata');
    const reply = await context.holdfast.ledger.postTransaction({
      request_id: context.text('request-id') ?? '',
      description: context.text('description') ?? '',
      reference: context.text('reference') ?? '',
      ...(postings.length > 0
        ? { postings }
        : { delta: { account: account ?? '', asset: asset ?? '', amount: amount ?? '' } }),
      ...(metadata !== undefined && { metadata: documentArgument(metadata) }),
    });
    context.out.reply(reply, () => {
      context.out.facts([
        ['transaction', reply.transaction_id],
        ['revision', reply.header?.revision],
        ['committed', timeCell(reply.header?.committed_at)],
        ...(reply.header?.replayed ? [['replayed', 'yes: this request_id was posted before'] as const] : []),
      ]);
      context.out.line('');
      showBalances(context.out, reply.balances);
    });
  },
};

const snapshot: Command = {
  name: 'ledger snapshot',
  summary: 'store all balances under a label, or list what was stored',
  options: {
    ...LIMIT,
    label: { value: 'TEXT', help: 'what to call it' },
    metadata: { value: 'JSON', help: 'a document kept with it' },
    list: { help: 'list snapshots instead of taking one' },
  },
  examples: [
    'holdfast --agent alpha ledger snapshot --label close',
    'holdfast --agent alpha ledger snapshot --list',
  ],
  run: async (context) => {
    const { ledger } = context.holdfast;
    const metadata = context.text('metadata');
    const request = {
      label: context.text('label') ?? '',
      ...(metadata !== undefined && { metadata: documentArgument(metadata) }),
    };
    const taken = context.on('list')
      ? await take(context, listAll(ledger.listSnapshots, {}))
      : [(await ledger.snapshotPortfolio(request)).snapshot].filter((one) => one !== null);
    context.out.reply(context.on('list') ? taken : taken[0], () => {
      context.out.table(
        [
          'SNAPSHOT',
          { title: 'REVISION', right: true },
          'TAKEN',
          'LABEL',
          { title: 'BALANCES', right: true },
        ],
        taken.map((one) => [
          one.snapshot_id,
          one.revision,
          timeCell(one.taken_at),
          one.label,
          one.balances.length,
        ]),
        'no snapshots',
      );
      if (context.on('list') || taken[0] === undefined) return;
      context.out.line('');
      showBalances(context.out, taken[0].balances);
    });
  },
};

export const ledgerWriteCommands: readonly Command[] = [post, snapshot];
