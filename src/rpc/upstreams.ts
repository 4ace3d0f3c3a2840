/** Service Upstreams. */
import { msToDuration, usToTimestamp } from '../codec/time.js';
import { HoldfastError, invalidField } from '../errors.js';
import type { DocumentEncoding__Output } from '../gen/holdfast/v1/DocumentEncoding.js';
import type { Fetched } from '../gen/holdfast/v1/Fetched.js';
import type { FetchRequest__Output } from '../gen/holdfast/v1/FetchRequest.js';
import type { InvalidateRequest__Output } from '../gen/holdfast/v1/InvalidateRequest.js';
import type { PortfolioEntry } from '../gen/holdfast/v1/PortfolioEntry.js';
import type { PortfolioSnapshotRequest__Output } from '../gen/holdfast/v1/PortfolioSnapshotRequest.js';
import type { PutThroughRequest__Output } from '../gen/holdfast/v1/PutThroughRequest.js';
import type { Upstream } from '../gen/holdfast/v1/Upstream.js';
import type { UpstreamsHandlers } from '../gen/holdfast/v1/Upstreams.js';
import type { Resource, UpstreamConfig } from '../upstreams/config.js';
import { type Asked, type FetchedEntry, MAX_STALE_MS } from '../upstreams/upstreams.js';
import { expiryOf, wallTime } from './cache.js';
import * as check from './check.js';
import type { RpcContext } from './context.js';
import { toDocument } from './documents.js';
import { toStatus, unary } from './handle.js';

const MAX_PARAMS = 32;
const MAX_PARAM_BYTES = 256;

export function upstreamsService(ctx: RpcContext): UpstreamsHandlers {
  const { upstreams, cache } = ctx;
  return {
    Fetch: unary(ctx, async (request: FetchRequest__Output) => {
      const asked = askedOf(ctx, request);
      const max_stale_ms = check.optionalDuration(request.max_stale, 'max_stale', 0, MAX_STALE_MS) ?? 0;
      const entry = await upstreams.fetch(asked, request.force_refresh, max_stale_ms);
      return { fetched: toFetched(entry, request.encoding) };
    }),

    PutThrough: unary(ctx, (request: PutThroughRequest__Output) => {
      const entry = upstreams.putThrough(askedOf(ctx, request), check.document(request.value, 'value'));
      return entry === undefined ? {} : { expires_at: expiryOf(entry) };
    }),

    Invalidate: unary(ctx, (request: InvalidateRequest__Output) => {
      if (request.resource !== '') return { invalidated: upstreams.invalidate(askedOf(ctx, request)) };
      if (request.params.length > 0) throw invalidField('params', 'name the resource as well');
      const agent_id = check.id(request.agent_id, 'agent_id');
      return { invalidated: upstreams.invalidateAll(agent_id, upstreamOf(ctx, request.upstream)) };
    }),

    PortfolioSnapshot: unary(ctx, async (request: PortfolioSnapshotRequest__Output, call) => {
      const agent_id = check.id(request.agent_id, 'agent_id');
      const max_stale_ms = check.optionalDuration(request.max_stale, 'max_stale', 0, MAX_STALE_MS) ?? 0;
      const upstream = upstreamOf(ctx, request.upstream);
      const resources = [...upstream.resources.values()].filter(({ in_portfolio }) => in_portfolio);
      if (resources.length === 0) throw notFound('upstream', `upstream ${upstream.name} has no portfolio`);
      const entryOf = async (resource: Resource): Promise<PortfolioEntry> => {
        const asked = { agent_id, upstream, resource, params: new Map() };
        try {
          const entry = await upstreams.fetch(asked, request.force_refresh, max_stale_ms);
          return { resource: resource.name, fetched: toFetched(entry, request.encoding) };
        } catch (error) {
          if (!(error instanceof HoldfastError)) toStatus(ctx, call, error);
          const known =
            error instanceof HoldfastError ? error : new HoldfastError('INTERNAL', 'failed inside');
          const { retry_after_ms } = known.details;
          const retry_at =
            retry_after_ms === undefined
              ? {}
              : { retry_at: wallTime(cache, cache.now_us() + retry_after_ms * 1000) };
          const told = { reason: known.reason, message: known.message, ...retry_at };
          return { resource: resource.name, error: told };
        }
      };
      return { entries: await Promise.all(resources.map(entryOf)) };
    }),

    ListUpstreams: unary(ctx, () => ({
      upstreams: [...upstreams.configs.values()].map((config) => toUpstream(ctx, config)),
    })),
  };
}

interface AskedRequest {
  readonly agent_id: string;
  readonly upstream: string;
  readonly resource: string;
  readonly params: readonly { readonly name: string; readonly value: string }[];
}

function askedOf(ctx: RpcContext, request: AskedRequest): Asked {
  const agent_id = check.id(request.agent_id, 'agent_id');
  const upstream = upstreamOf(ctx, request.upstream);
  const resource = upstream.resources.get(check.required(request.resource, 'resource'));
  if (resource === undefined) throw notFound('resource', `upstream ${upstream.name} has no such resource`);
  const params = new Map<string, string>();
  for (const [index, { name, value }] of check.list(request.params, 'params', 0, MAX_PARAMS).entries()) {
    const field = `params[${index}]`;
    if (!/^[A-Za-z0-9_]{1,64}$/.test(name))
      throw invalidField(`${field}.name`, 'must be 1-64 characters of [A-Za-z0-9_]');
    if (params.has(name)) throw invalidField(`${field}.name`, 'is given twice');
    params.set(name, check.text(check.required(value, `${field}.value`), `${field}.value`, MAX_PARAM_BYTES));
  }
  return { agent_id, upstream, resource, params };
}

function upstreamOf({ upstreams: { configs } }: RpcContext, name: string): UpstreamConfig {
  const [only] = configs.size === 1 && name === '' ? configs.values() : [];
  const found = only ?? configs.get(name);
  if (found !== undefined) return found;
  if (name === '' && configs.size > 1) check.required(name, 'upstream');
  const known =
    [...configs.keys()].join(', ') || 'none: start the daemon with --upstreams FILE, see the README';
  throw notFound('upstream', `no such upstream is configured; there is ${known}`);
}

function notFound(field: string, message: string): HoldfastError {
  return new HoldfastError('NOT_FOUND', message, { field });
}

function toFetched(entry: FetchedEntry, encoding: DocumentEncoding__Output): Fetched {
  return {
    value: toDocument(entry.value, encoding),
    outcome: entry.is_hit ? 'CACHE_OUTCOME_HIT' : 'CACHE_OUTCOME_MISS',
    fetched_at: usToTimestamp(entry.stored_wall_us),
    expires_at: expiryOf(entry),
    stale: entry.is_stale,
  };
}

function toUpstream({ cache, upstreams }: RpcContext, config: UpstreamConfig): Upstream {
  const { fetches, failures, last_error, retry_at_us } = upstreams.countsOf(config);
  return {
    name: config.name,
    base_url: config.base_url,
    resources: [...config.resources.values()].map(({ name, path, ttl_ms, in_portfolio }) => ({
      name,
      path,
      ttl: msToDuration(ttl_ms),
      in_portfolio,
    })),
    fetches: String(fetches),
    failures: String(failures),
    last_error,
    ...(retry_at_us > cache.now_us() ? { retry_at: wallTime(cache, retry_at_us) } : {}),
  };
}
