/** The cache, and the outside services that are read through it. */
import { duration } from '@holdfast/client';
import type { Fetched__Output } from '@holdfast/client/types/Fetched.js';
import { type Command, type Context, EXIT } from './command.js';
import {
  bytesCell,
  documentArgument,
  documentCell,
  durationCell,
  enumCell,
  indentJson,
  pairArgument,
  spanArgument,
  timeCell,
} from './values.js';

const KEY = { name: 'KEY', help: 'such as price/ETH-PERP' };
const UPSTREAM = { value: 'NAME', help: 'which upstream [the only one configured]' };
const PARAM = { value: 'NAME=VALUE', help: 'fills a place of the resource', multiple: true };
const MAX_STALE = { value: 'SPAN', help: 'take what expired so long ago if fetching fails, such as 5m' };

const get: Command = {
  name: 'cache get',
  summary: 'read an entry of the agent’s cache; exit code 1 on a miss',
  args: [KEY],
  examples: ['holdfast --agent alpha cache get price/ETH-PERP'],
  run: async (context) => {
    const reply = await context.holdfast.cache.cacheGet({ key: context.arg(0) });
    context.out.reply(reply, () =>
      context.out.line(reply.hit ? indentJson(reply.value?.json ?? '') : 'no entry'),
    );
    return reply.hit ? 0 : 1;
  },
};

const set: Command = {
  name: 'cache set',
  summary: 'store an entry; it is gone when its time is over, or the daemon stops',
  args: [KEY, { name: 'JSON', help: 'the value' }],
  options: { ttl: { value: 'SPAN', help: 'how long it lives, such as 500ms or 30s [60s]' } },
  examples: [`holdfast --agent alpha cache set price/ETH-PERP '{"price":"2950.12"}' --ttl 5s`],
  run: async (context) => {
    const reply = await context.holdfast.cache.cacheSet({
      key: context.arg(0),
      value: documentArgument(context.arg(1)),
      ttl: ttlArgument(context.text('ttl') ?? '60s'),
    });
    context.out.reply(reply, () => context.out.facts([['expires', timeCell(reply.expires_at)]]));
  },
};

const remove: Command = {
  name: 'cache delete',
  summary: 'remove an entry, or with a trailing * all whose key begins so',
  args: [KEY],
  examples: ["holdfast --agent alpha cache delete 'price/*'"],
  run: async (context) => {
    const reply = await context.holdfast.cache.cacheDelete({ key: context.arg(0) });
    context.out.reply(reply, () => context.out.facts([['deleted', String(reply.deleted)]]));
  },
};

const stats: Command = {
  name: 'cache stats',
  summary: 'count what the cache holds, hits and misses',
  examples: ['holdfast cache stats'],
  run: async ({ daemon, out }) => {
    const reply = await daemon.cache.cacheStats({});
    out.reply(reply, () =>
      out.facts([
        ['entries', reply.entries],
        ['size', `${bytesCell(reply.size_bytes)} of ${bytesCell(reply.limit_bytes)}`],
        ['hits', reply.hits],
        ['misses', reply.misses],
        ['expired', reply.expired],
        ['evicted', reply.evicted],
      ]),
    );
  },
};

const fetch: Command = {
  name: 'cache fetch',
  summary: 'read an outside resource through the cache',
  args: [{ name: 'RESOURCE', help: 'such as ticker' }],
  options: {
    upstream: UPSTREAM,
    param: PARAM,
    refresh: { help: 'fetch though there is a fresh one' },
    'max-stale': MAX_STALE,
  },
  examples: ['holdfast --agent alpha cache fetch ticker --param market=ETH-PERP'],
  run: async (context) => {
    const { fetched } = await context.holdfast.upstreams.fetch({
      ...resourceOf(context),
      force_refresh: context.on('refresh'),
      ...maxStale(context),
    });
    context.out.reply(fetched, () => {
      context.out.line(indentJson(fetched?.value?.json ?? ''));
      context.out.remark(originOf(fetched));
    });
  },
};

const invalidate: Command = {
  name: 'cache invalidate',
  summary: 'drop what is cached of a resource, or of the whole upstream',
  args: [{ name: 'RESOURCE', help: 'such as wallet', optional: true }],
  options: { upstream: UPSTREAM, param: PARAM },
  examples: ['holdfast --agent alpha cache invalidate wallet'],
  run: async (context) => {
    const reply = await context.holdfast.upstreams.invalidate(resourceOf(context));
    context.out.reply(reply, () => context.out.facts([['invalidated', String(reply.invalidated)]]));
  },
};

const snapshot: Command = {
  name: 'cache snapshot',
  summary: 'read every service of an upstream’s portfolio at once; exit code 1 when none answered',
  options: {
    upstream: UPSTREAM,
    refresh: { help: 'fetch though there are fresh ones' },
    'max-stale': MAX_STALE,
  },
  examples: ['holdfast --agent alpha cache snapshot'],
  run: async (context) => {
    const { entries } = await context.holdfast.upstreams.portfolioSnapshot({
      upstream: context.text('upstream') ?? '',
      force_refresh: context.on('refresh'),
      ...maxStale(context),
    });
    context.out.reply(entries, () =>
      context.out.table(
        ['SERVICE', 'FROM', 'EXPIRES', 'STATE'],
        entries.map(({ resource, fetched, error }) =>
          fetched
            ? [resource, originOf(fetched), timeCell(fetched.expires_at), documentCell(fetched.value)]
            : [resource, 'error', '', `${error?.reason}: ${error?.message}`],
        ),
      ),
    );
    return entries.some(({ fetched }) => fetched) ? EXIT.ok : EXIT.refused;
  },
};

const upstreams: Command = {
  name: 'cache upstreams',
  summary: 'list the outside services that are configured, and how they do',
  examples: ['holdfast cache upstreams'],
  run: async ({ daemon, out }) => {
    const reply = await daemon.upstreams.listUpstreams({});
    out.reply(reply.upstreams, () =>
      out.table(
        ['UPSTREAM', 'RESOURCE', 'PATH', 'TTL', 'FETCHES', 'FAILURES', 'LAST ERROR'],
        reply.upstreams.flatMap((one) =>
          one.resources.map(({ name, path, ttl }, index) => [
            ...[index === 0 ? one.name : '', name, path, durationCell(ttl)],
            ...(index === 0 ? [one.fetches, one.failures, one.last_error] : ['', '', '']),
          ]),
        ),
        'no upstreams: see --upstreams',
      ),
    );
  },
};

/** Entries may live for milliseconds, unlike everything else that takes a span. */
function ttlArgument(text: string): { seconds: number; nanos: number } {
  const [, ms] = /^(\d{1,9})ms$/.exec(text) ?? [];
  return duration(ms === undefined ? spanArgument(text, '--ttl') * 1_000 : Number(ms));
}

function resourceOf(context: Context) {
  return {
    upstream: context.text('upstream') ?? '',
    resource: context.args[0] ?? '',
    params: context.texts('param').map((text) => pairArgument(text, 'param')),
  };
}

function maxStale(context: Context) {
  const text = context.text('max-stale');
  return text === undefined ? {} : { max_stale: { seconds: spanArgument(text, '--max-stale'), nanos: 0 } };
}

function originOf(fetched: Fetched__Output | null | undefined): string {
  const outcome = enumCell(fetched?.outcome ?? '', 'CACHE_OUTCOME_');
  return `${outcome}${fetched?.stale ? ', stale' : ''}`;
}

export const cacheCommands: readonly Command[] = [
  get,
  set,
  remove,
  stats,
  fetch,
  snapshot,
  invalidate,
  upstreams,
];
