/**
 * Reading outside services through the cache. One flight per key: of callers that miss the same key one goes out and all get
 * its result. A flight stores what it brings only while it is the key's present flight: whoever invalidates, or stores a
 * newer value, ends that, so that an older value never comes back.
 */
import { readFileSync } from 'node:fs';
import { HoldfastError } from '../errors.js';
import type { TokenBuckets } from '../volatile/token_buckets.js';
import type { Entry, TtlCache } from '../volatile/ttl_cache.js';
import type { Resource, UpstreamConfig } from './config.js';
import { getJson } from './get_json.js';
import { fillTemplate } from './template.js';

/** How long what has expired is kept for callers that take stale values. */
export const MAX_STALE_MS = 24 * 3600 * 1000;
const MAX_KEY_BYTES = 4096;

export interface Asked {
  readonly agent_id: string;
  readonly upstream: UpstreamConfig;
  readonly resource: Resource;
  readonly params: ReadonlyMap<string, string>;
}

export interface FetchedEntry extends Entry {
  readonly is_hit: boolean;
  readonly is_stale: boolean;
}

/** Of all resources of an upstream together. */
export interface UpstreamCounts {
  readonly fetches: number;
  readonly failures: number;
  /** The newest error of a resource whose last fetch failed, with its name; '' = there is none. */
  readonly last_error: string;
  /** When the last of those that asked for patience may be asked, by the cache's clock; 0 = all may. */
  readonly retry_at_us: number;
}

export interface UpstreamParts {
  readonly cache: TtlCache;
  readonly buckets: TokenBuckets;
  /** Opens a credential of the vault. */
  readonly openCredential: (agent_id: string, name: string, purpose: string) => Promise<string>;
  /** Told of what a fetch brought, once it is in the cache. */
  readonly onFetched?: (asked: Asked, entry: Entry) => void;
}

/** How a resource does. Each has its own: a service that asks for patience says nothing of the others behind one host. */
class Health {
  fetches = 0;
  failures = 0;
  last_error = '';
  /** When that was, by the cache's clock. */
  failed_us = 0;
  retry_at_us = 0;
  /** What is answered until then. */
  refusal: HoldfastError | undefined;
}

export class Upstreams {
  readonly configs: ReadonlyMap<string, UpstreamConfig>;
  readonly #parts: UpstreamParts;
  readonly #flights = new Map<string, Promise<Entry>>();
  readonly #health = new Map<string, Health>();

  constructor(configs: ReadonlyMap<string, UpstreamConfig>, parts: UpstreamParts) {
    this.configs = configs;
    this.#parts = parts;
  }

  /**
   * @param max_stale_ms 0 = nothing that has expired.
   * @throws HoldfastError FIELD_REQUIRED, INVALID_FIELD, RATE_LIMITED, UPSTREAM_UNAVAILABLE, UPSTREAM_REFUSED,
   *   UPSTREAM_INVALID_REPLY, and those of the vault.
   */
  async fetch(asked: Asked, force_refresh: boolean, max_stale_ms: number): Promise<FetchedEntry> {
    const target = targetOf(asked);
    const key = keyOf(asked, target);
    const fresh = force_refresh ? undefined : this.#parts.cache.get(key);
    if (fresh !== undefined) return { ...fresh, is_hit: true, is_stale: false };
    try {
      const under_way = force_refresh ? undefined : this.#flights.get(key);
      const entry = await (under_way ?? this.#fly(asked, key, target));
      return { ...entry, is_hit: false, is_stale: false };
    } catch (error) {
      if (max_stale_ms === 0) throw error;
      const kept = this.#parts.cache.peek(key);
      const now_us = this.#parts.cache.now_us();
      if (kept === undefined || now_us > kept.expires_us + max_stale_ms * 1000) throw error;
      return { ...kept, is_hit: true, is_stale: kept.expires_us <= now_us };
    }
  }

  /**
   * What a mutation outside returned: of the agent's own only, because nobody tells other agents what a price is.
   * @throws HoldfastError ACCESS_DENIED, FIELD_REQUIRED, INVALID_FIELD.
   */
  putThrough(asked: Asked, value: Uint8Array): Entry | undefined {
    const { name, is_per_agent } = asked.resource;
    if (!is_per_agent) {
      throw new HoldfastError(
        'ACCESS_DENIED',
        `resource: ${name} is shared by all agents, so only its upstream says what it is; Invalidate has it fetched anew`,
        { field: 'resource' },
      );
    }
    const key = keyOf(asked, targetOf(asked));
    this.#flights.delete(key);
    return this.#parts.cache.set(key, value, asked.resource.ttl_ms, MAX_STALE_MS);
  }

  /** @throws HoldfastError FIELD_REQUIRED, INVALID_FIELD. */
  invalidate(asked: Asked): number {
    const key = keyOf(asked, targetOf(asked));
    this.#flights.delete(key);
    return this.#parts.cache.delete(key) ? 1 : 0;
  }

  /** Everything of an upstream: what is the agent's own, and what agents share. */
  invalidateAll(agent_id: string, upstream: UpstreamConfig): number {
    const prefixes = [keyPrefix(upstream, agent_id), keyPrefix(upstream, '')];
    for (const key of this.#flights.keys()) {
      if (prefixes.some((prefix) => key.startsWith(prefix))) this.#flights.delete(key);
    }
    return prefixes.reduce((sum, prefix) => sum + this.#parts.cache.deleteAll(prefix), 0);
  }

  countsOf({ name, resources }: UpstreamConfig): UpstreamCounts {
    const all = [...resources.values()].map(
      (resource) => [resource.name, this.#healthOf(name, resource)] as const,
    );
    const failing = all.filter(([, { last_error }]) => last_error !== '');
    const newest = failing.sort(([, one], [, other]) => other.failed_us - one.failed_us)[0];
    return {
      fetches: all.reduce((sum, [, { fetches }]) => sum + fetches, 0),
      failures: all.reduce((sum, [, { failures }]) => sum + failures, 0),
      last_error: newest === undefined ? '' : `${newest[0]}: ${newest[1].last_error}`,
      retry_at_us: Math.max(0, ...all.map(([, { retry_at_us }]) => retry_at_us)),
    };
  }

  #healthOf(upstream: string, { name }: Resource): Health {
    const key = `${upstream}\0${name}`;
    const known = this.#health.get(key) ?? new Health();
    this.#health.set(key, known);
    return known;
  }

  #fly(asked: Asked, key: string, target: string): Promise<Entry> {
    const flight = this.#bring(asked, target).then((value) => {
      const { cache } = this.#parts;
      if (this.#flights.get(key) === flight) {
        this.#flights.delete(key);
        const stored = cache.set(key, value, asked.resource.ttl_ms, MAX_STALE_MS);
        if (stored !== undefined) {
          this.#parts.onFetched?.(asked, stored);
          return stored;
        }
      }
      const stored_us = cache.now_us();
      const expires_us = stored_us + asked.resource.ttl_ms * 1000;
      return { value, stored_us, expires_us, stored_wall_us: cache.wall_us() };
    });
    flight.catch(() => {
      if (this.#flights.get(key) === flight) this.#flights.delete(key);
    });
    this.#flights.set(key, flight);
    return flight;
  }

  async #bring({ upstream, resource }: Asked, target: string): Promise<Uint8Array> {
    const health = this.#healthOf(upstream.name, resource);
    this.#requireTurn(upstream, health);
    health.fetches += 1;
    try {
      const { header, scheme, timeout_ms, max_reply_bytes } = upstream;
      const credential = await this.#credentialOf(upstream, resource);
      const call = {
        upstream: upstream.name,
        url: new URL(`${upstream.base_url}${target}`),
        headers: credential === '' ? {} : { [header]: `${scheme}${credential}` },
        timeout_ms,
        max_reply_bytes,
      };
      const value = await getJson(call).catch((error: unknown) => this.#refused(health, error));
      health.last_error = '';
      return value;
    } catch (error) {
      health.failures += 1;
      health.failed_us = this.#parts.cache.now_us();
      health.last_error = error instanceof Error ? error.message : String(error);
      throw error;
    }
  }

  /** Remembers the patience that a service asks for; the longest, of replies to requests that were out together. */
  #refused(health: Health, error: unknown): never {
    if (error instanceof HoldfastError && error.details.retry_after_ms !== undefined) {
      const retry_at_us = this.#parts.cache.now_us() + error.details.retry_after_ms * 1000;
      if (retry_at_us > health.retry_at_us) {
        health.retry_at_us = retry_at_us;
        health.refusal = error;
      }
    }
    throw error;
  }

  /** @throws HoldfastError what the service said last, while it asked for patience; RATE_LIMITED. */
  #requireTurn(upstream: UpstreamConfig, health: Health): void {
    const wait_us = health.retry_at_us - this.#parts.cache.now_us();
    if (wait_us > 0 && health.refusal !== undefined) {
      const { reason, message, details } = health.refusal;
      throw new HoldfastError(reason, message, { ...details, retry_after_ms: Math.ceil(wait_us / 1000) });
    }
    const grant = this.#parts.buckets.acquire({
      bucket: upstream.name,
      agent_id: '',
      ...upstream.rate,
      share: null,
      tokens: 1,
      max_wait_us: 0,
    });
    if (grant instanceof Promise || grant.allowed) return;
    throw new HoldfastError('RATE_LIMITED', `upstream ${upstream.name}: its own rate limit is used up`, {
      metadata: { upstream: upstream.name },
      retry_after_ms: Math.max(1, Math.ceil(grant.retry_after_us / 1000)),
    });
  }

  async #credentialOf({ credential, name }: UpstreamConfig, resource: Resource): Promise<string> {
    if (credential === null) return '';
    const value =
      credential.kind === 'vault'
        ? await this.#parts.openCredential(
            credential.agent_id,
            credential.name,
            `upstream ${name}/${resource.name}`,
          )
        : readCredentialFile(name, credential.path);
    if (!/^[\x21-\x7e]{1,4096}$/.test(value.trim()))
      throw unusable(name, 'is not one line of printable ASCII');
    return value.trim();
  }
}

function readCredentialFile(upstream: string, path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw unusable(upstream, `cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown'})`);
  }
}

function unusable(upstream: string, problem: string): HoldfastError {
  return new HoldfastError('UPSTREAM_UNAVAILABLE', `upstream ${upstream}: its credential ${problem}`, {
    metadata: { upstream },
  });
}

function targetOf({ resource, params, agent_id }: Asked): string {
  const target = fillTemplate(resource, params, agent_id);
  if (target.length > MAX_KEY_BYTES)
    throw new HoldfastError('LIMIT_EXCEEDED', `params: the path and query exceed ${MAX_KEY_BYTES} bytes`, {
      field: 'params',
      metadata: { limit: String(MAX_KEY_BYTES), actual: String(target.length) },
    });
  return target;
}

/** What agents share has no agent in its key; NUL stands in no part. */
function keyOf({ agent_id, upstream, resource }: Asked, target: string): string {
  return `${keyPrefix(upstream, resource.is_per_agent ? agent_id : '')}${resource.name}\0${target}`;
}

function keyPrefix({ name }: UpstreamConfig, agent_id: string): string {
  return `u\0${name}\0${agent_id}\0`;
}
