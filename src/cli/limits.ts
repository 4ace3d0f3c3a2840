import { listAll } from '@holdfast/client';
import { type Command, type Context, EXIT, type Option, UsageError } from './command.js';
import { LIMIT, take } from './lists.js';
import { countArgument, durationCell, spanArgument, timeCell } from './values.js';

const PREFIX: Readonly<Record<string, Option>> = {
  prefix: { value: 'PREFIX', help: 'only names that begin with this' },
};

function rate(text: string | undefined, option: string): number {
  const value = Number(text ?? Number.NaN);
  if (text === undefined || text.trim() === '' || !Number.isFinite(value))
    throw new UsageError(`--${option} takes tokens per second, such as 0.5`);
  return value;
}

function size(context: Context, capacity: string, refill: string) {
  for (const option of [capacity, refill]) {
    if (context.text(option) === undefined)
      throw new UsageError(
        `--${option} is missing: a bucket's size is told by every call, --${capacity} N --${refill} R`,
      );
  }
  return {
    capacity: Number(countArgument(context.text(capacity) ?? '', `--${capacity}`)),
    refill_per_second: rate(context.text(refill), refill),
  };
}

/** The contract takes 0 for 1; who writes 0 means something else. */
function tokensArgument(text: string): number {
  const tokens = Number(countArgument(text, '--tokens'));
  if (tokens === 0) throw new UsageError('--tokens must be at least 1');
  return tokens;
}

const acquire: Command = {
  name: 'limits acquire',
  summary: 'take tokens from a bucket; exit code 1 when there are too few',
  args: [{ name: 'BUCKET', help: 'its name; any' }],
  options: {
    capacity: { value: 'N', help: 'what the bucket holds at most; required' },
    refill: { value: 'R', help: 'tokens per second; required' },
    tokens: { value: 'N', help: 'how many [1]' },
    'agent-capacity': { value: 'N', help: "the agent's own share, with --agent-refill" },
    'agent-refill': { value: 'R', help: 'its tokens per second' },
    shared: { help: 'the bucket that all daemons on the same Redis share; nobody waits in line for it' },
    'max-wait': { value: 'SPAN', help: 'wait in line for at most so long, such as 30s [does not wait]' },
  },
  examples: ['holdfast --agent alpha limits acquire exchange --capacity 20 --refill 5 --max-wait 10s'],
  run: async (context) => {
    const max_wait = context.text('max-wait');
    const has_share =
      context.text('agent-capacity') !== undefined || context.text('agent-refill') !== undefined;
    const reply = await context.holdfast.limits.acquireTokens({
      bucket: context.arg(0),
      ...size(context, 'capacity', 'refill'),
      tokens: tokensArgument(context.text('tokens') ?? '1'),
      shared: context.on('shared'),
      ...(has_share && { agent_bucket: size(context, 'agent-capacity', 'agent-refill') }),
      ...(max_wait !== undefined && {
        max_wait: { seconds: String(spanArgument(max_wait, '--max-wait')), nanos: 0 },
      }),
    });
    context.out.reply(reply, () =>
      context.out.facts([
        ['allowed', reply.allowed ? 'yes' : 'no'],
        ['remaining', reply.remaining],
        ['retry after', durationCell(reply.retry_after)],
        ['waited', durationCell(reply.waited)],
      ]),
    );
    return reply.allowed ? EXIT.ok : EXIT.refused;
  },
};

const buckets: Command = {
  name: 'limits buckets',
  summary: 'list the token buckets that are in use',
  options: { ...LIMIT, ...PREFIX },
  examples: ['holdfast limits buckets --prefix exchange'],
  run: async (context) => {
    const prefix = context.text('prefix') ?? '';
    const found = await take(context, listAll(context.daemon.limits.listBuckets, { prefix }));
    const right = true;
    context.out.reply(found, () =>
      context.out.table(
        [
          'BUCKET',
          'AGENT',
          { title: 'AVAILABLE', right },
          { title: 'CAPACITY', right },
          { title: 'PER SECOND', right },
          { title: 'WAITING', right },
        ],
        found.map((one) => [
          one.name,
          one.agent_id,
          one.available,
          one.capacity,
          one.refill_per_second,
          one.waiting,
        ]),
        'no buckets in use',
      ),
    );
  },
};

const counters: Command = {
  name: 'limits counters',
  summary: 'list the counters of an agent',
  options: { ...LIMIT, ...PREFIX },
  examples: ['holdfast --agent alpha limits counters'],
  run: async (context) => {
    const prefix = context.text('prefix') ?? '';
    const found = await take(context, listAll(context.holdfast.limits.listCounters, { prefix }));
    context.out.reply(found, () =>
      context.out.table(
        ['COUNTER', { title: 'VALUE', right: true }, 'WINDOW', 'RESETS'],
        found.map((one) => [one.name, one.value, durationCell(one.window), timeCell(one.resets_at)]),
        'no counters',
      ),
    );
  },
};

const count: Command = {
  name: 'limits count',
  summary: 'add to a counter, unless that crosses a limit',
  args: [
    { name: 'NAME', help: 'such as loss/day' },
    { name: 'DELTA', help: 'a decimal; may be negative' },
  ],
  options: {
    floor: { value: 'AMOUNT', help: 'the sum must not fall below' },
    ceiling: { value: 'AMOUNT', help: 'the sum must not rise above' },
    window: { value: 'SPAN', help: 'begins anew with each, such as 1d: UTC days [counts for ever]' },
  },
  examples: ['holdfast --agent alpha limits count loss/day -12.50 --floor -100 --window 1d'],
  run: async (context) => {
    const [name = '', delta = ''] = context.args;
    const window = context.text('window');
    const reply = await context.holdfast.limits.addToCounter({
      name,
      delta,
      floor: context.text('floor') ?? '',
      ceiling: context.text('ceiling') ?? '',
      ...(window !== undefined && {
        window: { seconds: String(spanArgument(window, '--window')), nanos: 0 },
      }),
    });
    context.out.reply(reply, () =>
      context.out.facts([
        ['value', reply.counter?.value],
        ['resets', timeCell(reply.counter?.resets_at)],
        ['revision', reply.header?.revision],
      ]),
    );
  },
};

const reset: Command = {
  name: 'limits reset',
  summary: 'set a counter to zero',
  args: [{ name: 'NAME', help: 'the counter' }],
  examples: ['holdfast --agent alpha limits reset loss/day'],
  run: async (context) => {
    const reply = await context.holdfast.limits.resetCounter({ name: context.arg(0) });
    context.out.reply(reply, () =>
      context.out.facts([
        ['value before', reply.counter?.value],
        ['revision', reply.header?.revision],
      ]),
    );
  },
};

export const limitsCommands: readonly Command[] = [acquire, buckets, counters, count, reset];
