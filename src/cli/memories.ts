import { listAll } from '@holdfast/client';
import { RecallMode } from '@holdfast/client/types/RecallMode.js';
import { type Command, type Context, type Option, UsageError } from './command.js';
import { LIMIT, take } from './lists.js';
import {
  countArgument,
  documentArgument,
  enumArgument,
  jsonArgument,
  pairArgument,
  timeArgument,
  timeCell,
} from './values.js';

const NAMESPACE: Readonly<Record<string, Option>> = {
  namespace: { value: 'NAME', help: 'a shared namespace [the agent’s own memories]' },
};

/** What a memory is stored with. */
const STORED: Readonly<Record<string, Option>> = {
  tag: { value: 'TAG', help: 'to filter by', multiple: true },
  metadata: { value: 'JSON', help: 'an object, or @FILE' },
  'occurred-at': { value: 'TIME', help: 'when what it tells of happened [now]' },
  note: { value: 'TEXT', help: 'where it comes from' },
  pin: { help: 'does not fade, and is not forgotten without --force' },
};

const FILTER: Readonly<Record<string, Option>> = {
  tag: { value: 'TAG', help: 'with this tag; all of them if given more than once', multiple: true },
  since: { value: 'TIME', help: 'only occurred at or after: 2026-11-20T12:00:00Z, or 24h for a day ago' },
  until: { value: 'TIME', help: 'only occurred before' },
  superseded: { help: 'those whose place another one took, too' },
};

const TEXT_WIDTH = 100;

function input(context: Context, content: string) {
  const metadata = context.text('metadata');
  const occurred_at = context.text('occurred-at');
  const note = context.text('note');
  return {
    content,
    tags: [...context.texts('tag')],
    pinned: context.on('pin'),
    ...(metadata !== undefined && { metadata: documentArgument(metadata) }),
    ...(occurred_at !== undefined && { occurred_at: timeArgument(occurred_at, '--occurred-at') }),
    ...(note !== undefined && { provenance: { note } }),
  };
}

function filter(context: Context) {
  const since = context.text('since');
  const until = context.text('until');
  return {
    tags: [...context.texts('tag')],
    include_superseded: context.on('superseded'),
    ...(since !== undefined && { since: timeArgument(since, '--since') }),
    ...(until !== undefined && { until: timeArgument(until, '--until') }),
  };
}

/** A text on one line, cut to what a table bears. */
function textCell(text: string): string {
  const characters = [...text.replaceAll(/\s+/g, ' ')];
  return characters.length > TEXT_WIDTH
    ? `${characters.slice(0, TEXT_WIDTH - 1).join('')}…`
    : characters.join('');
}

const remember: Command = {
  name: 'remember',
  summary: 'store a memory',
  details: 'The same text is not stored twice, unless --again is given.',
  args: [{ name: 'TEXT', help: 'what to remember' }],
  options: { ...NAMESPACE, ...STORED, again: { help: 'also when this text is there already' } },
  examples: ['holdfast --agent alpha remember "XRP/ETH spreads widen after 20:00 UTC" --tag xrp'],
  run: async (context) => {
    const reply = await context.holdfast.semantic.storeMemory({
      namespace: context.text('namespace') ?? '',
      memory: input(context, context.arg(0)),
      allow_duplicate: context.on('again'),
    });
    context.out.reply(reply, () =>
      context.out.facts([
        ['memory', reply.memory_id],
        ['was there already', reply.duplicate ? 'yes' : 'no'],
        ['vector', reply.vector_pending ? 'pending' : 'stored'],
      ]),
    );
  },
};

const recall: Command = {
  name: 'recall',
  summary: 'find memories by meaning and by words',
  args: [{ name: 'QUERY', help: 'plain words' }],
  options: {
    mode: { value: 'MODE', help: 'hybrid, vector or keyword [hybrid]' },
    limit: { value: 'N', help: 'at most N, 1 to 200 [10]' },
    namespace: { value: 'NAME', help: 'search this shared namespace too', multiple: true },
    'namespaces-only': { help: 'leave the agent’s own memories out' },
    ...FILTER,
    'any-tag': { value: 'TAG', help: 'with at least one of these tags', multiple: true },
    where: { value: 'KEY=JSON', help: 'metadata holds this value', multiple: true },
    'half-life': { value: 'SPAN', help: 'scores halve with each such span: 12h, 7d' },
    explain: { help: 'show how each one came to its place' },
  },
  examples: [
    'holdfast --agent alpha recall "when do spreads widen?"',
    `holdfast --agent alpha recall spreads --tag xrp --where 'market="XRP/ETH"' --half-life 30d --explain`,
  ],
  run: async (context) => {
    const mode = context.text('mode');
    const half_life = context.text('half-life');
    const reply = await context.holdfast.semantic.recallMemories({
      query: context.arg(0),
      ...(mode !== undefined && { mode: enumArgument(RecallMode, 'RECALL_MODE_', mode, 'mode') }),
      limit: Number(countArgument(context.text('limit') ?? '10', '--limit')),
      namespaces: [...context.texts('namespace')],
      exclude_private: context.on('namespaces-only'),
      ...filter(context),
      any_tags: [...context.texts('any-tag')],
      metadata: context.texts('where').map((text) => {
        const { name, value } = pairArgument(text, 'where');
        return { key: name, value: { json: jsonArgument(value, `--where ${name}`) } };
      }),
      ...(half_life !== undefined && { half_life: spanArgument(half_life) }),
      explain: context.on('explain'),
    });
    context.out.reply(reply, () => {
      if (reply.degraded) context.out.remark(`degraded: ${reply.degraded_reason}`);
      const right = true;
      const explained = context.on('explain');
      context.out.table(
        [
          { title: 'SCORE', right },
          ...(explained ? ['VECTOR', 'KEYWORD', 'RECENCY'] : []),
          'OCCURRED',
          'CONTENT',
          'MEMORY',
        ],
        reply.hits.map(({ score, memory, explanation: why }) => [
          score.toPrecision(4),
          ...(explained
            ? [
                why?.vector_rank ? `#${why.vector_rank} ${why.cosine.toFixed(3)}` : '',
                why?.keyword_rank ? `#${why.keyword_rank} ${why.bm25.toFixed(3)}` : '',
                why?.recency.toFixed(3) ?? '',
              ]
            : []),
          timeCell(memory?.occurred_at),
          textCell(memory?.content ?? ''),
          memory?.memory_id ?? '',
        ]),
        'nothing found',
      );
    });
  },
};

/** `12h` as a duration. */
function spanArgument(text: string): { seconds: string; nanos: number } {
  const [, digits, unit] = /^(\d{1,6})([smhd])$/.exec(text) ?? [];
  if (digits === undefined)
    throw new UsageError(`--half-life must be a span such as 12h or 7d, not "${text}"`);
  const unit_s = { s: 1, m: 60, h: 3600, d: 86_400 }[unit ?? 's'] ?? 1;
  return { seconds: String(Number(digits) * unit_s), nanos: 0 };
}

const forget: Command = {
  name: 'forget',
  summary: 'remove a memory for good',
  args: [{ name: 'ID', help: 'of the memory' }],
  options: { force: { help: 'also when it is pinned' } },
  examples: ['holdfast --agent alpha forget memory-00000000zk0'],
  run: async (context) => {
    const reply = await context.holdfast.semantic.forgetMemory({
      memory_id: context.arg(0),
      force: context.on('force'),
    });
    context.out.reply(reply, () => context.out.facts([['forgotten', context.arg(0)]]));
  },
};

const list: Command = {
  name: 'memories list',
  summary: 'list memories, newest first',
  options: { ...LIMIT, ...NAMESPACE, ...FILTER, pinned: { help: 'only pinned ones' } },
  examples: ['holdfast --agent alpha memories list --tag xrp --since 7d'],
  run: async (context) => {
    const request = {
      namespace: context.text('namespace') ?? '',
      ...filter(context),
      pinned_only: context.on('pinned'),
    };
    const found = await take(context, listAll(context.holdfast.semantic.listMemories, request));
    context.out.reply(found, () =>
      context.out.table(
        ['OCCURRED', 'TAGS', 'CONTENT', 'MEMORY'],
        found.map((one) => [
          timeCell(one.occurred_at),
          one.tags.join(' '),
          textCell(one.content),
          one.memory_id,
        ]),
        'no memories',
      ),
    );
  },
};

const get: Command = {
  name: 'memories get',
  summary: 'show one memory',
  args: [{ name: 'ID', help: 'of the memory' }],
  examples: ['holdfast --agent alpha memories get memory-00000000zk0'],
  run: async (context) => {
    const { memory } = await context.holdfast.semantic.getMemory({ memory_id: context.arg(0) });
    context.out.reply(memory, () => {
      context.out.facts([
        ['memory', memory?.memory_id],
        ['agent', memory?.agent_id],
        ['namespace', memory?.namespace || undefined],
        ['occurred', timeCell(memory?.occurred_at)],
        ['stored', timeCell(memory?.stored_at)],
        ['tags', memory?.tags.join(' ') || undefined],
        ['metadata', memory?.metadata?.json],
        ['note', memory?.provenance?.note || undefined],
        ['pinned', memory?.pinned ? 'yes' : undefined],
        ['superseded by', memory?.superseded_by || undefined],
        ['supersedes', memory?.supersedes || undefined],
        ['vector', memory?.vector_pending ? 'pending' : 'stored'],
      ]);
      context.out.line('');
      context.out.line(memory?.content ?? '');
    });
  },
};

const pin: Command = {
  name: 'memories pin',
  summary: 'keep a memory from fading and from being forgotten',
  args: [{ name: 'ID', help: 'of the memory' }],
  options: { off: { help: 'no longer' } },
  examples: ['holdfast --agent alpha memories pin memory-00000000zk0'],
  run: async (context) => {
    const pinned = !context.on('off');
    const reply = await context.holdfast.semantic.pinMemory({ memory_id: context.arg(0), pinned });
    context.out.reply(reply, () => context.out.facts([[pinned ? 'pinned' : 'unpinned', context.arg(0)]]));
  },
};

const supersede: Command = {
  name: 'memories supersede',
  summary: 'store a memory that takes the place of another',
  args: [
    { name: 'ID', help: 'of the old one' },
    { name: 'TEXT', help: 'the new one' },
  ],
  options: STORED,
  examples: ['holdfast --agent alpha memories supersede memory-00000000zk0 "the limit is 20 now"'],
  run: async (context) => {
    const reply = await context.holdfast.semantic.supersedeMemory({
      memory_id: context.arg(0),
      memory: input(context, context.arg(1)),
    });
    context.out.reply(reply, () => context.out.facts([['memory', reply.memory_id]]));
  },
};

export const memoriesCommands: readonly Command[] = [remember, recall, forget, list, get, pin, supersede];
