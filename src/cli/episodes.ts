import { listAll } from '@holdfast/client';
import { type Command, type Context, type Option, UsageError } from './command.js';
import { LIMIT, take } from './lists.js';
import { documentArgument, documentCell, pairArgument, timeArgument, timeCell } from './values.js';

const WINDOW: Readonly<Record<string, Option>> = {
  type: { value: 'TYPE', help: 'only this type [all]' },
  since: { value: 'TIME', help: 'only at or after: 2026-11-20T12:00:00Z, or 24h for a day ago' },
  until: { value: 'TIME', help: 'only before' },
};

function window(context: Context) {
  const since = context.text('since');
  const until = context.text('until');
  return {
    type: context.text('type') ?? '',
    ...(since !== undefined && { since: timeArgument(since, '--since') }),
    ...(until !== undefined && { until: timeArgument(until, '--until') }),
  };
}

const list: Command = {
  name: 'episodes list',
  summary: 'list what happened, newest first',
  options: { ...LIMIT, ...WINDOW },
  examples: ['holdfast --agent alpha episodes list --type trade --since 24h'],
  run: async (context) => {
    const found = await take(context, listAll(context.holdfast.episodic.listEpisodes, window(context)));
    context.out.reply(found, () =>
      context.out.table(
        ['OCCURRED', 'TYPE', 'AMOUNTS', 'PAYLOAD', 'OUTCOME', 'EPISODE'],
        found.map((one) => [
          timeCell(one.occurred_at),
          one.type,
          one.amounts.map(({ name, amount }) => `${name}=${amount}`).join(' '),
          documentCell(one.payload, 60),
          documentCell(one.outcome, 40),
          one.episode_id,
        ]),
        'no episodes',
      ),
    );
  },
};

const record: Command = {
  name: 'episodes record',
  summary: 'record one episode',
  args: [
    { name: 'TYPE', help: 'such as trade' },
    { name: 'PAYLOAD', help: 'JSON, @FILE, or - for standard input', optional: true },
  ],
  options: {
    amount: { value: 'NAME=AMOUNT', help: 'a figure that summaries add up', multiple: true },
    'occurred-at': { value: 'TIME', help: 'when [now]' },
    outcome: { value: 'JSON', help: 'its outcome, if known' },
  },
  examples: [`holdfast --agent alpha episodes record trade '{"market": "XRP/ETH"}' --amount pnl=-1.25`],
  run: async (context) => {
    const [type = '', payload] = context.args;
    const occurred_at = context.text('occurred-at');
    const outcome = context.text('outcome');
    const amounts = context.texts('amount').map((text) => {
      const { name, value } = pairArgument(text, 'amount');
      return { name, amount: value };
    });
    const episode = {
      type,
      amounts,
      ...(payload !== undefined && { payload: documentArgument(payload) }),
      ...(occurred_at !== undefined && { occurred_at: timeArgument(occurred_at, '--occurred-at') }),
      ...(outcome !== undefined && { outcome: documentArgument(outcome) }),
    };
    if (payload === '-' && outcome === '-') throw new UsageError('standard input can be read once only');
    const reply = await context.holdfast.episodic.recordEpisodes({ episodes: [episode] });
    context.out.reply(reply, () =>
      context.out.facts([
        ['episode', reply.episode_ids[0]],
        ['revision', reply.header?.revision],
        ['removed by retention', reply.removed],
      ]),
    );
  },
};

const summary: Command = {
  name: 'episodes summary',
  summary: 'count and add up a whole window, by type',
  options: WINDOW,
  examples: ['holdfast --agent alpha episodes summary --since 7d'],
  run: async (context) => {
    const reply = await context.holdfast.episodic.summarizeEpisodes(window(context));
    const right = true;
    context.out.reply(reply, () => {
      context.out.table(
        ['TYPE', { title: 'COUNT', right }, 'FIRST', 'LAST', { title: 'WITH OUTCOME', right }],
        [
          ...reply.types.map((one) => [
            one.type,
            one.count,
            timeCell(one.first_at),
            timeCell(one.last_at),
            one.with_outcome,
          ]),
          ['(all)', reply.count, timeCell(reply.first_at), timeCell(reply.last_at), ''],
        ],
      );
      const sums = [
        ...reply.types.flatMap((one) => one.amounts.map((sum) => [one.type, sum.name, sum.sum, sum.count])),
        ...reply.amounts.map((sum) => ['(all)', sum.name, sum.sum, sum.count]),
      ];
      if (sums.length === 0) return;
      context.out.line('');
      context.out.table(['TYPE', 'AMOUNT', { title: 'SUM', right }, { title: 'COUNT', right }], sums);
    });
  },
};

export const episodesCommands: readonly Command[] = [list, record, summary];
