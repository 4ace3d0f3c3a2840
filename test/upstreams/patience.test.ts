/** The patience that an upstream asks for: whose it is, and which of several counts. */
import assert from 'node:assert/strict';
import type { ServerResponse } from 'node:http';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { HoldfastError } from '../../src/errors.js';
import type { UpstreamConfig } from '../../src/upstreams/config.js';
import { type Asked, Upstreams } from '../../src/upstreams/upstreams.js';
import { TokenBuckets } from '../../src/volatile/token_buckets.js';
import { TtlCache } from '../../src/volatile/ttl_cache.js';
import { answer, BadServer } from '../support/bad_server.js';

describe('an upstream that asks for patience', () => {
  let server: BadServer;
  let now_us: number;
  let openCredential: () => Promise<string>;
  let upstreams: Upstreams;
  const resource = {
    name: 'r',
    path: '/r/{n}',
    query: {},
    ttl_ms: 1,
    in_portfolio: false,
    is_per_agent: false,
  };
  const fetchOf = (n: number) => {
    const upstream: UpstreamConfig = {
      name: 'up',
      base_url: server.base_url,
      credential: { kind: 'vault', agent_id: 'alpha', name: 'key' },
      header: 'authorization',
      scheme: 'Bearer ',
      rate: { capacity: 1000, refill_per_second: 1000 },
      timeout_ms: 5000,
      max_reply_bytes: 1000,
      resources: new Map([['r', resource]]),
    };
    const asked: Asked = { agent_id: 'alpha', upstream, resource, params: new Map([['n', String(n)]]) };
    return upstreams.fetch(asked, false, 0);
  };
  const refusal = async (call: Promise<unknown>): Promise<HoldfastError> => {
    const error = await call.then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    assert.ok(error instanceof HoldfastError, String(error));
    return error;
  };

  beforeEach(async () => {
    server = await BadServer.start();
    now_us = 0;
    openCredential = async () => 'key';
    upstreams = new Upstreams(new Map(), {
      cache: new TtlCache(100_000, () => now_us),
      buckets: new TokenBuckets(),
      openCredential: () => openCredential(),
    });
  });
  afterEach(() => server.close());

  it('is left alone for the longest of what it asked for, and then asked again', async () => {
    const waiting: ServerResponse[] = [];
    server.behave((_request, response) => waiting.push(response));
    const calls = [fetchOf(1), fetchOf(2)].map(refusal);
    await server.until(2);
    waiting[0]?.writeHead(429, { 'retry-after': '60' }).end();
    await Promise.race(calls);
    waiting[1]?.writeHead(503, { 'retry-after': '1' }).end();
    await Promise.all(calls);
    now_us = 59_999_000;
    const { reason, details } = await refusal(fetchOf(3));
    assert.deepEqual([reason, details.retry_after_ms], ['RATE_LIMITED', 1]);
    assert.equal(server.asked.length, 2);
    now_us = 60_000_000;
    server.behave(answer(200, {}));
    assert.equal((await fetchOf(3)).is_hit, false);
  });

  it('may name the time instead, with a 503 as with a 429', async () => {
    server.behave(answer(503, '', { 'retry-after': new Date(Date.now() + 600_000).toUTCString() }));
    const { reason, details } = await refusal(fetchOf(1));
    assert.equal(reason, 'UPSTREAM_UNAVAILABLE');
    assert.ok((details.retry_after_ms ?? 0) > 300_000 && (details.retry_after_ms ?? 0) <= 600_000);
    assert.equal((await refusal(fetchOf(2))).reason, 'UPSTREAM_UNAVAILABLE');
    assert.equal(server.asked.length, 1);
  });

  it('is not the one that asks when it is the vault that is busy', async () => {
    openCredential = async () => {
      throw new HoldfastError('QUEUE_FULL', 'too many writes wait', { retry_after_ms: 60_000 });
    };
    assert.equal((await refusal(fetchOf(1))).reason, 'QUEUE_FULL');
    openCredential = async () => 'key';
    assert.equal((await fetchOf(1)).is_hit, false);
  });
});
