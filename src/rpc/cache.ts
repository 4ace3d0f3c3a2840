/** Service Cache: each agent's own part of the cache. Nothing here waits, and nothing touches the database. */
import { usToTimestamp } from '../codec/time.js';
import { invalidField } from '../errors.js';
import type { CacheHandlers } from '../gen/holdfast/v1/Cache.js';
import type { CacheDeleteRequest__Output } from '../gen/holdfast/v1/CacheDeleteRequest.js';
import type { CacheGetRequest__Output } from '../gen/holdfast/v1/CacheGetRequest.js';
import type { CacheGetResponse } from '../gen/holdfast/v1/CacheGetResponse.js';
import type { CacheSetRequest__Output } from '../gen/holdfast/v1/CacheSetRequest.js';
import type { CacheSetResponse } from '../gen/holdfast/v1/CacheSetResponse.js';
import type { Entry, TtlCache } from '../volatile/ttl_cache.js';
import * as check from './check.js';
import type { RpcContext } from './context.js';
import { toDocument } from './documents.js';
import { unary } from './handle.js';

type Timestamp = ReturnType<typeof usToTimestamp>;

const MAX_KEY_CHARACTERS = 256;
const MIN_TTL_MS = 1;
const MAX_TTL_MS = 31 * 24 * 3600 * 1000;

export function cacheService(ctx: RpcContext): CacheHandlers {
  const { cache } = ctx;
  return {
    CacheGet: unary(ctx, (request: CacheGetRequest__Output): CacheGetResponse => {
      const entry = cache.get(ownKey(request, check.name(request.key, 'key', MAX_KEY_CHARACTERS)));
      if (entry === undefined) return { hit: false };
      return {
        hit: true,
        value: toDocument(entry.value, request.encoding),
        stored_at: usToTimestamp(entry.stored_wall_us),
        expires_at: expiryOf(entry),
      };
    }),

    CacheSet: unary(ctx, (request: CacheSetRequest__Output): CacheSetResponse => {
      const name = check.withoutSecret(check.name(request.key, 'key', MAX_KEY_CHARACTERS), 'key');
      const key = ownKey(request, name);
      const value = check.document(request.value, 'value');
      const ttl = check.required(request.ttl, 'ttl');
      const ttl_ms = check.optionalDuration(ttl, 'ttl', MIN_TTL_MS, MAX_TTL_MS) ?? MIN_TTL_MS;
      const present = request.if_absent ? cache.get(key) : undefined;
      if (present !== undefined) return { stored: false, expires_at: expiryOf(present) };
      const entry = cache.set(key, value, ttl_ms);
      return entry === undefined ? { stored: false } : { stored: true, expires_at: expiryOf(entry) };
    }),

    CacheDelete: unary(ctx, (request: CacheDeleteRequest__Output) => {
      const { key } = request;
      if (!key.endsWith('*')) {
        const name = check.name(key, 'key', MAX_KEY_CHARACTERS);
        return { deleted: cache.delete(ownKey(request, name)) ? 1 : 0 };
      }
      const prefix = key.slice(0, -1);
      if (prefix !== '') check.name(prefix, 'key', MAX_KEY_CHARACTERS);
      if (prefix.includes('*')) throw invalidField('key', 'a * stands only at the end');
      return { deleted: cache.deleteAll(ownKey(request, prefix)) };
    }),

    CacheStats: unary(ctx, () => {
      const { entries, size_bytes, limit_bytes, hits, misses, expired, evicted } = cache.counts;
      return {
        entries: String(entries),
        size_bytes: String(size_bytes),
        limit_bytes: String(limit_bytes),
        hits: String(hits),
        misses: String(misses),
        expired: String(expired),
        evicted: String(evicted),
      };
    }),
  };
}

/** NUL stands in no id and no key, so that no agent reaches another's, nor an upstream's. */
function ownKey({ agent_id }: { readonly agent_id: string }, key: string): string {
  return `a\0${check.id(agent_id, 'agent_id')}\0${key}`;
}

/** When an entry is over, by the wall clock it was stored by. */
export function expiryOf({ stored_wall_us, stored_us, expires_us }: Entry): Timestamp {
  return usToTimestamp(stored_wall_us + Math.round(expires_us - stored_us));
}

/** The wall clock's time of an instant of the cache's clock. */
export function wallTime(cache: TtlCache, at_us: number): Timestamp {
  return usToTimestamp(cache.wall_us() + Math.round(at_us - cache.now_us()));
}
