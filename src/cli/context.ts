import { listAll } from '@holdfast/client';
import type { LiveSource } from '@holdfast/client/types/LiveSource.js';
import type { Slot__Output } from '@holdfast/client/types/Slot.js';
import { type Command, type Context, type Option, UsageError } from './command.js';
import { LIMIT, take } from './lists.js';
import { countArgument, enumCell, spanArgument, textArgument, timeCell } from './values.js';

const KEY = { name: 'KEY', help: 'the slot’s key, such as goals' };
const MODEL: Readonly<Record<string, Option>> = {
  model: { value: 'NAME', help: 'a model or an encoding, such as gpt-4o or cl100k_base [o200k_base]' },
};
const EXPECTED: Readonly<Record<string, Option>> = {
  'expected-version': { value: 'N', help: 'only if the slot is at this version' },
};
const right = true;

function wholeNumber(context: Context, option: string): number | undefined {
  const text = context.text(option);
  return text === undefined ? undefined : Number(countArgument(text, `--${option}`));
}

const build: Command = {
  name: 'context build',
  summary: 'build the context from the slots, within a budget of tokens',
  args: [{ name: 'KEY', help: 'only these slots [all]', optional: true, rest: true }],
  options: {
    'max-tokens': { value: 'N', help: 'the model’s window [180000]' },
    reserve: { value: 'N', help: 'kept free for the answer [4096, at most half]' },
    'truncate-at': {
      value: 'PRIORITY',
      help: 'cut slots of this priority and above instead of skipping [7]',
    },
    report: { help: 'show what became of each slot instead of the text' },
    ...MODEL,
  },
  examples: [
    'holdfast --agent alpha context build',
    'holdfast --agent alpha context build --max-tokens 8000 --report',
  ],
  run: async (context) => {
    const max_tokens = wholeNumber(context, 'max-tokens');
    const reserve = wholeNumber(context, 'reserve');
    const truncate_at = wholeNumber(context, 'truncate-at');
    const reply = await context.holdfast.working.buildContext({
      keys: [...context.args],
      model: context.text('model') ?? '',
      ...(max_tokens !== undefined && { max_tokens }),
      ...(reserve !== undefined && { reserve_for_output: reserve }),
      ...(truncate_at !== undefined && { truncate_at_priority: truncate_at }),
    });
    const label = `${reply.estimate ? 'about ' : ''}${reply.tokens} of ${reply.budget} tokens (${reply.encoding})`;
    context.out.reply(reply, () => {
      if (context.on('report')) {
        context.out.table(
          [
            'KEY',
            'OUTCOME',
            { title: 'TOKENS', right },
            { title: 'WANTED', right },
            { title: 'PRIORITY', right },
            'PINNED',
            'NOTE',
          ],
          reply.slots.map((one) => [
            one.key,
            enumCell(one.outcome, 'SLOT_OUTCOME_'),
            one.tokens,
            one.wanted_tokens,
            one.priority,
            one.pinned,
            one.note,
          ]),
          'no slots',
        );
      } else context.out.text(`${reply.text}\n`);
      context.out.remark(`${label}, ${reply.percent_used.toFixed(1)} % used`);
    });
  },
};

/** `KIND` or `KIND=WHAT`: what a live slot shows. */
function liveArgument(text: string, limit: number | undefined): LiveSource {
  const at = text.indexOf('=');
  const kind = at < 0 ? text : text.slice(0, at);
  const what = at < 0 ? '' : text.slice(at + 1);
  const rows = { ...(limit !== undefined && { limit }) };
  switch (kind) {
    case 'portfolio':
      return { portfolio: { accounts: what === '' ? [] : what.split(',') } };
    case 'transactions':
      return { transactions: { account: what, ...rows } };
    case 'episodes':
      return { episodes: { type: what, ...rows } };
    case 'conversation':
      return { conversation: { conversation_id: what } };
    case 'recall':
      return { recall: { query: what, ...rows } };
    case 'task':
      return { task: { task_id: what } };
    default:
      throw new UsageError(
        `--live must be one of portfolio, transactions, episodes, conversation, recall, task, not "${kind}"`,
      );
  }
}

const set: Command = {
  name: 'context set',
  summary: 'set a slot: a text, or a live view of another tier',
  args: [KEY, { name: 'TEXT', help: 'its content, @FILE, or - for standard input', optional: true }],
  options: {
    live: {
      value: 'KIND[=WHAT]',
      help: 'portfolio[=ACCOUNT,...], transactions[=ACCOUNT], episodes[=TYPE], conversation=ID, recall=QUERY, task[=ID]',
    },
    limit: { value: 'N', help: 'rows that a live slot shows' },
    priority: { value: 'N', help: '0-10, higher is kept longer [5]' },
    pin: { help: 'comes first and is cut rather than skipped' },
    ttl: { value: 'SPAN', help: 'gone after this: 15m, 24h, 7d [never]' },
    ...EXPECTED,
  },
  examples: [
    `holdfast --agent alpha context set goals 'Grow XRP, never sell at a loss' --pin`,
    'holdfast --agent alpha context set trades --live episodes=trade --limit 50',
  ],
  run: async (context) => {
    const [key = '', text] = context.args;
    const live = context.text('live');
    const limit = wholeNumber(context, 'limit');
    const priority = wholeNumber(context, 'priority');
    const ttl = context.text('ttl');
    const expected_version = wholeNumber(context, 'expected-version');
    if ((text === undefined) === (live === undefined))
      throw new UsageError('give the content or --live, one of them');
    if (limit !== undefined && live === undefined) throw new UsageError('--limit is for live slots');
    const reply = await context.holdfast.working.putSlot({
      key,
      ...(text !== undefined && { content: textArgument(text) }),
      ...(live !== undefined && { live: liveArgument(live, limit) }),
      ...(priority !== undefined && { priority }),
      pinned: context.on('pin'),
      ...(ttl !== undefined && { ttl: { seconds: spanArgument(ttl, '--ttl'), nanos: 0 } }),
      ...(expected_version !== undefined && { expected_version }),
    });
    context.out.reply(reply, () =>
      context.out.facts([
        ['version', reply.version],
        ['tokens', live === undefined ? reply.tokens : 'counted when built'],
        ['revision', reply.header?.revision],
      ]),
    );
  },
};

/** What a live slot shows, as --live takes it. */
function liveCell({ live }: Slot__Output): string {
  if (live === null || live.source === undefined) return '';
  const { portfolio, transactions, episodes, conversation, recall, task } = live;
  const what =
    portfolio?.accounts.join(',') ??
    transactions?.account ??
    episodes?.type ??
    conversation?.conversation_id ??
    recall?.query ??
    task?.task_id ??
    '';
  return what === '' ? live.source : `${live.source}=${what}`;
}

const list: Command = {
  name: 'context list',
  summary: 'list the slots in the order in which a context takes them',
  options: LIMIT,
  examples: ['holdfast --agent alpha context list'],
  run: async (context) => {
    const found = await take(context, listAll(context.holdfast.working.listSlots, {}));
    context.out.reply(found, () =>
      context.out.table(
        [
          'KEY',
          { title: 'PRIORITY', right },
          'PINNED',
          { title: 'TOKENS', right },
          { title: 'VERSION', right },
          'EXPIRES',
          'LIVE',
          'CONTENT',
        ],
        found.map((one) => [
          one.key,
          one.priority,
          one.pinned,
          one.live === null ? one.tokens : '',
          one.version,
          timeCell(one.expires_at),
          liveCell(one),
          firstOf(one.content, 50),
        ]),
        'no slots',
      ),
    );
  },
};

function firstOf(text: string, characters: number): string {
  const first = [...text.slice(0, 2 * characters)];
  return first.length > characters ? `${first.slice(0, characters - 1).join('')}…` : first.join('');
}

const get: Command = {
  name: 'context get',
  summary: 'show one slot',
  args: [KEY],
  options: { content: { help: 'print the content alone' } },
  examples: ['holdfast --agent alpha context get goals'],
  run: async (context) => {
    const { slot } = await context.holdfast.working.getSlot({ key: context.arg(0) });
    context.out.reply(slot, () => {
      if (slot === null) return;
      if (!context.on('content')) {
        context.out.facts([
          ['key', slot.key],
          ['priority', slot.priority],
          ['pinned', slot.pinned],
          ['tokens', slot.live === null ? slot.tokens : 'counted when built'],
          ['version', slot.version],
          ['updated', timeCell(slot.updated_at)],
          ['expires', timeCell(slot.expires_at)],
          ['live', liveCell(slot)],
        ]);
        context.out.line('');
      }
      context.out.line(slot.content);
    });
  },
};

const rm: Command = {
  name: 'context rm',
  summary: 'remove a slot',
  args: [KEY],
  options: EXPECTED,
  examples: ['holdfast --agent alpha context rm goals'],
  run: async (context) => {
    const expected_version = wholeNumber(context, 'expected-version');
    const reply = await context.holdfast.working.deleteSlot({
      key: context.arg(0),
      ...(expected_version !== undefined && { expected_version }),
    });
    context.out.reply(reply, () => context.out.facts([['revision', reply.header?.revision]]));
  },
};

const count: Command = {
  name: 'tokens count',
  summary: 'count the tokens of a text',
  args: [{ name: 'TEXT', help: 'the text, @FILE, or - for standard input [-]', optional: true }],
  options: MODEL,
  examples: ['holdfast tokens count "how long is this?"', 'holdfast tokens count @prompt.txt --model gpt-4o'],
  run: async (context) => {
    const text = textArgument(context.args[0] ?? '-');
    const reply = await context.daemon.working.countTokens({ text, model: context.text('model') ?? '' });
    context.out.reply(reply, () => {
      context.out.line(String(reply.tokens));
      if (reply.estimate) context.out.remark(`an estimate, made with ${reply.encoding}`);
    });
  },
};

export const contextCommands: readonly Command[] = [build, set, list, get, rm, count];
