/** Services Cache and Upstreams over a socket, against a server that behaves badly. */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import { answer, BadServer } from '../support/bad_server.js';
import { masterKey, removeFolder, startDaemon, type TestDaemon, temporaryFolder } from '../support/daemon.js';
import { RawClient, type Reply, refusal } from '../support/rawClient.js';

const CREDENTIAL = 'pf_live_Zq8rT1vX4nB7mK2wL9sD3fG6';

describe('upstreams', () => {
  const folder = temporaryFolder();
  let server: BadServer;
  let daemon: TestDaemon;
  let client: RawClient;
  let keys = 0;
  const call = (method: string, request: object = {}): Promise<Reply> =>
    client.call('Upstreams', method, { agent_id: 'alpha', upstream: 'up', ...request });
  const params = (values: object) => Object.entries(values).map(([name, value]) => ({ name, value }));
  const fetchOf = (request: object = {}) => call('Fetch', { resource: 'quick', ...request });
  /** A market that nothing is cached of. */
  const fresh = () => ({ resource: 'ticker', params: params({ market: `M-${++keys}` }) });
  const contentOf = ({ fetched }: Reply) => JSON.parse(fetched.value.json);

  before(async () => {
    server = await BadServer.start();
    const rate = { capacity: 100_000, refill_per_second: 100_000 };
    const quick = { base_url: server.base_url, rate, timeout_ms: 300, max_reply_bytes: 2000 };
    const config = {
      up: {
        ...quick,
        credential: { vault: { agent_id: 'alpha', name: 'pf' } },
        resources: {
          quick: { path: '/quick', ttl_ms: 60_000 },
          ticker: { path: '/markets/{market}/ticker', ttl_ms: 60_000 },
          mine: { path: '/mine/{n}', query: { agent: '{agent_id}' }, ttl_ms: 60_000 },
          own: { path: '/own', query: { agent: '{agent_id}' }, ttl_ms: 60_000 },
          brief: { path: '/brief/{n}', ttl_ms: 1 },
        },
      },
      patient: { ...quick, resources: { r: { path: '/r/{n}', ttl_ms: 1000 } } },
      limited: {
        ...quick,
        rate: { capacity: 2, refill_per_second: 0.001 },
        resources: { r: { path: '/r/{n}', ttl_ms: 1000 } },
      },
      pf: { ...quick, preset: 'purple-flea' },
    };
    const file = join(folder, 'upstreams.json');
    writeFileSync(file, JSON.stringify(config));
    daemon = await startDaemon({ args: ['--upstreams', file, '--cache-bytes', '1048576', ...masterKey()] });
    client = new RawClient(daemon.address);
    await client.call('Vault', 'PutCredential', {
      agent_id: 'alpha',
      request_id: 'r-1',
      name: 'pf',
      value: Buffer.from(`${CREDENTIAL}\n`),
    });
  });
  after(async () => {
    client.close();
    await daemon.stop();
    await server.close();
    removeFolder(daemon.state_dir);
    removeFolder(folder);
  });

  it('fetches once, then serves what it has, exact to the digit', async () => {
    server.behave(answer(200, '{"price":0.1,"id":12345678901234567890,"amount":{"__decimal__":"1.10"}}'));
    const miss = await fetchOf();
    const hit = await fetchOf();
    assert.deepEqual(
      [miss.fetched.outcome, hit.fetched.outcome],
      ['CACHE_OUTCOME_MISS', 'CACHE_OUTCOME_HIT'],
    );
    assert.equal(server.asked.length, 1);
    assert.match(hit.fetched.value.json, /12345678901234567890/);
    assert.match(hit.fetched.value.json, /"price":0\.1[,}]/);
    assert.equal(server.asked[0]?.headers.authorization, `Bearer ${CREDENTIAL}`);
    const seconds = Number(hit.fetched.expires_at.seconds) - Number(hit.fetched.fetched_at.seconds);
    assert.equal(seconds, 60);
  });

  it('lets one of many that miss the same key go out, and gives all its result', async () => {
    const waiting: ServerResponse[] = [];
    server.behave((_request, response) => waiting.push(response));
    const asked = fresh();
    const callers = Array.from({ length: 50 }, () => fetchOf(asked));
    await server.until(1);
    // All have arrived when a later call of the same connection is answered.
    await call('ListUpstreams');
    waiting[0]?.writeHead(200, { 'content-type': 'application/json' }).end('{"n":1}');
    const replies = await Promise.all(callers);
    assert.equal(server.asked.length, 1);
    assert.deepEqual(new Set(replies.map((reply) => reply.fetched.value.json)), new Set(['{"n":1}']));
  });

  it('fetches anew when told, though there is a fresh one', async () => {
    server.behave(answer(200, { n: 1 }));
    const asked = fresh();
    await fetchOf(asked);
    server.behave(answer(200, { n: 2 }));
    assert.deepEqual(contentOf(await fetchOf({ ...asked, force_refresh: true })), { n: 2 });
    assert.deepEqual(contentOf(await fetchOf(asked)), { n: 2 });
    server.behave(answer(500, ''));
    assert.equal((await refusal(fetchOf({ ...asked, force_refresh: true }))).reason, 'UPSTREAM_UNAVAILABLE');
  });

  it('does not take a fetch that is under way for an answer to who wants it anew', async () => {
    const waiting: ServerResponse[] = [];
    server.behave((_request, response) => waiting.push(response));
    const answerTo = (response: ServerResponse | undefined, n: number) =>
      answer(200, { n })({} as IncomingMessage, response as ServerResponse);
    const asked = fresh();
    const slow = fetchOf(asked);
    await server.until(1);
    const forced = fetchOf({ ...asked, force_refresh: true });
    await server.until(2);
    answerTo(waiting[1], 2);
    assert.deepEqual(contentOf(await forced), { n: 2 });
    answerTo(waiting[0], 1);
    assert.deepEqual(contentOf(await slow), { n: 1 });
    assert.deepEqual(contentOf(await fetchOf(asked)), { n: 2 }, 'the older answer came later');
  });

  it('tells the same times of one cached value, however often it is read', async () => {
    server.behave(answer(200, { n: 1 }));
    const asked = fresh();
    const times = async () => {
      const { fetched } = await call('Fetch', asked);
      return [fetched.fetched_at, fetched.expires_at];
    };
    const first = await times();
    for (let n = 0; n < 20; n++) assert.deepEqual(await times(), first);
  });

  it('does not let an old value come back over one that was put or invalidated meanwhile', async () => {
    const waiting: ServerResponse[] = [];
    const old = (response: ServerResponse | undefined) =>
      response?.writeHead(200, { 'content-type': 'application/json' }).end('{"n":"old"}');
    for (const change of ['PutThrough', 'Invalidate']) {
      server.behave((_request, response) => waiting.push(response));
      const asked = change === 'PutThrough' ? { resource: 'mine', params: params({ n: '1' }) } : fresh();
      const slow = fetchOf(asked);
      await server.until(1);
      await call(change, { ...asked, ...(change === 'PutThrough' && { value: { json: '{"n":"new"}' } }) });
      old(waiting.pop());
      assert.deepEqual(
        contentOf(await slow),
        { n: 'old' },
        'whoever asked before gets what was there before',
      );
      server.behave(answer(200, { n: 'new' }));
      assert.deepEqual(contentOf(await fetchOf(asked)), { n: 'new' });
    }
  });

  it('keeps what is an agent’s own from others, and shares the rest', async () => {
    server.behave((request, response) => answer(200, { url: request.url })(request, response));
    const own = (agent_id: string) => call('Fetch', { agent_id, resource: 'own' });
    assert.deepEqual(contentOf(await own('alpha')), { url: '/own?agent=alpha' });
    assert.deepEqual(contentOf(await own('beta')), { url: '/own?agent=beta' });
    const shared = fresh();
    await fetchOf(shared);
    assert.equal((await fetchOf({ ...shared, agent_id: 'beta' })).fetched.outcome, 'CACHE_OUTCOME_HIT');
    assert.equal((await call('Invalidate', { agent_id: 'beta', resource: 'own' })).invalidated, 1);
    assert.equal((await own('alpha')).fetched.outcome, 'CACHE_OUTCOME_HIT');
    assert.ok((await call('Invalidate', {})).invalidated >= 2);
    assert.equal((await own('alpha')).fetched.outcome, 'CACHE_OUTCOME_MISS');
  });

  const BAD: readonly (readonly [string, Parameters<BadServer['behave']>[0], string, RegExp])[] = [
    ['nothing', () => {}, 'UPSTREAM_UNAVAILABLE', /no complete reply within 300 ms/],
    [
      'half a reply and then nothing',
      (_request, response) => response.writeHead(200, { 'content-type': 'application/json' }).write('{"a":'),
      'UPSTREAM_UNAVAILABLE',
      /no complete reply within 300 ms/,
    ],
    [
      'a cut connection',
      (_request, response) => {
        response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' });
        response.write('{"a":', () => response.destroy());
      },
      'UPSTREAM_UNAVAILABLE',
      /connection failed|cut off/,
    ],
    ['no reply at all', (request) => request.socket.destroy(), 'UPSTREAM_UNAVAILABLE', /connection failed/],
    ['500', answer(500, ''), 'UPSTREAM_UNAVAILABLE', /HTTP 500/],
    ['404', answer(404, {}), 'UPSTREAM_REFUSED', /HTTP 404/],
    ['401', answer(401, {}), 'UPSTREAM_REFUSED', /HTTP 401/],
    [
      'a redirect',
      answer(302, '', { location: 'http://127.0.0.1:1/' }),
      'UPSTREAM_REFUSED',
      /redirects are not followed/,
    ],
    ['204', answer(204, ''), 'UPSTREAM_INVALID_REPLY', /HTTP 204/],
    ['wrong JSON', answer(200, '{"a":'), 'UPSTREAM_INVALID_REPLY', /reply/],
    [
      'text',
      answer(200, 'hello', { 'content-type': 'text/html' }),
      'UPSTREAM_INVALID_REPLY',
      /not of type JSON/,
    ],
    [
      'a huge reply',
      answer(200, { a: 'x'.repeat(5000) }),
      'UPSTREAM_INVALID_REPLY',
      /longer than 2000 bytes/,
    ],
    ['a deep one', answer(200, '['.repeat(500) + ']'.repeat(500)), 'UPSTREAM_INVALID_REPLY', /reply/],
    ['invalid UTF-8', answerBytes(Buffer.from([0x22, 0xff, 0x22])), 'UPSTREAM_INVALID_REPLY', /UTF-8/],
    ['a credential', answer(200, { token: CREDENTIAL }), 'UPSTREAM_INVALID_REPLY', /looks like a/],
    [
      'a compressed bomb',
      answerBytes(gzipSync(Buffer.alloc(1_000_000)), { 'content-encoding': 'gzip' }),
      'UPSTREAM_INVALID_REPLY',
      /compressed/,
    ],
  ];
  for (const [name, behaviour, reason, message] of BAD) {
    it(`answers ${name} with ${reason} and caches nothing`, async () => {
      server.behave(behaviour);
      const asked = fresh();
      const error = await refusal(fetchOf(asked));
      assert.equal(error.reason, reason, error.message);
      assert.match(error.message, message);
      assert.equal(error.metadata.upstream, 'up');
      for (const secret of [CREDENTIAL, server.base_url]) assert.ok(!error.message.includes(secret));
      server.behave(answer(200, { fine: true }));
      assert.deepEqual(contentOf(await fetchOf(asked)), { fine: true });
    });
  }

  it('honours Retry-After without asking again, and says when', async () => {
    server.behave(answer(429, '', { 'retry-after': '7' }));
    const asked = (n: number) => ({ upstream: 'patient', resource: 'r', params: params({ n: `${n}` }) });
    const first = await refusal(call('Fetch', asked(1)));
    assert.deepEqual([first.reason, first.metadata.status], ['RATE_LIMITED', '429']);
    assert.equal(first.retry_after_ms, 7000);
    const second = await refusal(call('Fetch', asked(2)));
    assert.equal(second.reason, 'RATE_LIMITED');
    assert.ok((second.retry_after_ms ?? 0) > 5000 && (second.retry_after_ms ?? 0) <= 7000);
    assert.equal(server.asked.length, 1);
    const { upstreams } = await call('ListUpstreams');
    const listed = upstreams.find(({ name }: { name: string }) => name === 'patient');
    assert.deepEqual([listed.fetches, listed.failures], ['1', '1']);
    assert.ok(listed.retry_at !== null);
  });

  it('holds to the upstream’s own token bucket', async () => {
    server.behave(answer(200, {}));
    const asked = (n: number) => ({ upstream: 'limited', resource: 'r', params: params({ n: `${n}` }) });
    await call('Fetch', asked(1));
    await call('Fetch', asked(2));
    const error = await refusal(call('Fetch', asked(3)));
    assert.deepEqual([error.status, error.reason], ['RESOURCE_EXHAUSTED', 'RATE_LIMITED']);
    assert.ok((error.retry_after_ms ?? 0) > 1000);
    assert.equal(server.asked.length, 2);
    assert.equal(
      (await call('Fetch', asked(1))).fetched.outcome,
      'CACHE_OUTCOME_HIT',
      'what is cached costs nothing',
    );
  });

  it('serves nothing stale unless told, and marks it then', async () => {
    server.behave(answer(200, { n: 1 }));
    const asked = { resource: 'brief', params: params({ n: 'stale' }) };
    await fetchOf(asked);
    server.behave(answer(503, ''));
    let error = await refusal(fetchOf(asked));
    // One millisecond is over by the time of the next call; should it not be, asking again is.
    while (error === undefined) error = await refusal(fetchOf(asked));
    assert.equal(error.reason, 'UPSTREAM_UNAVAILABLE');
    const stale = await fetchOf({ ...asked, max_stale: { seconds: 60, nanos: 0 } });
    assert.deepEqual(contentOf(stale), { n: 1 });
    assert.deepEqual([stale.fetched.outcome, stale.fetched.stale], ['CACHE_OUTCOME_HIT', true]);
    const none = { resource: 'brief', params: params({ n: 'never' }), max_stale: { seconds: 60, nanos: 0 } };
    assert.equal((await refusal(fetchOf(none))).reason, 'UPSTREAM_UNAVAILABLE');
  });

  it('takes the whole portfolio at once, an error for each service that fails', async () => {
    server.behave((request, response) => {
      const [path = ''] = (request.url ?? '').split('?');
      if (path === '/v1/casino/state') answer(500, '')(request, response);
      else if (path !== '/v1/escrow/state') answer(200, { path })(request, response);
    });
    const { entries } = await call('PortfolioSnapshot', { upstream: 'pf' });
    assert.deepEqual(
      entries.map(({ resource, fetched, error }: Reply) => [
        resource,
        fetched === null ? error.reason : contentOf({ fetched }).path,
      ]),
      [
        ['wallet', '/v1/wallet/state'],
        ['casino', 'UPSTREAM_UNAVAILABLE'],
        ['trading', '/v1/trading/state'],
        ['domains', '/v1/domains/state'],
        ['faucet', '/v1/faucet/state'],
        ['escrow', 'UPSTREAM_UNAVAILABLE'],
      ],
    );
    assert.ok(server.asked.every(({ url }) => url.endsWith('?agent_id=alpha')));
    assert.equal((await refusal(call('PortfolioSnapshot', { upstream: 'up' }))).field, 'upstream');
  });

  it('lets one service ask for patience, and asks the others', async () => {
    let is_busy = true;
    server.behave((request, response) => {
      const [path = ''] = (request.url ?? '').split('?');
      if (is_busy && path === '/v1/casino/state') answer(503, '', { 'retry-after': '60' })(request, response);
      else answer(200, { path })(request, response);
    });
    const snapshot = async () => {
      const { entries } = await call('PortfolioSnapshot', { upstream: 'pf', force_refresh: true });
      return entries.filter(({ error }: Reply) => error !== null);
    };
    assert.deepEqual(
      (await snapshot()).map(({ resource }: Reply) => resource),
      ['casino'],
    );
    is_busy = false;
    const [still, ...others] = await snapshot();
    assert.deepEqual([still.resource, others.length], ['casino', 0]);
    assert.equal(still.error.reason, 'UPSTREAM_UNAVAILABLE');
    assert.ok(Number(still.error.retry_at.seconds) > Date.now() / 1000 + 30);
    const { upstreams } = await call('ListUpstreams');
    const listed = upstreams.find(({ name }: { name: string }) => name === 'pf');
    assert.match(listed.last_error, /^casino: .*503/);
  });

  it('lets nobody tell other agents what is shared', async () => {
    const put = { resource: 'ticker', params: params({ market: 'BTC' }), value: { json: '{"price":1}' } };
    const { status, reason, field } = await refusal(call('PutThrough', put));
    assert.deepEqual([status, reason, field], ['PERMISSION_DENIED', 'ACCESS_DENIED', 'resource']);
  });

  it('names what is wrong with a request', async () => {
    const refusals = await Promise.all([
      refusal(call('Fetch', { upstream: 'none', resource: 'r' })),
      refusal(call('Fetch', { upstream: '', resource: 'r' })),
      refusal(fetchOf({ resource: 'none' })),
      refusal(fetchOf({ resource: '' })),
      refusal(fetchOf({ resource: 'ticker' })),
      refusal(fetchOf({ resource: 'ticker', params: params({ market: '../x' }) })),
      refusal(fetchOf({ resource: 'ticker', params: params({ market: 'm', more: 'x' }) })),
      refusal(
        fetchOf({ resource: 'ticker', params: [...params({ market: 'm' }), ...params({ market: 'n' })] }),
      ),
      refusal(fetchOf({ resource: 'ticker', params: params({ market: 'x'.repeat(257) }) })),
      refusal(fetchOf({ resource: 'ticker', params: params({ market: CREDENTIAL }) })),
      refusal(fetchOf({ max_stale: { seconds: 86_401, nanos: 0 } })),
      refusal(call('PutThrough', { resource: 'own', value: { json: JSON.stringify([CREDENTIAL]) } })),
    ]);
    assert.deepEqual(
      refusals.map(({ reason, field }) => [reason, field]),
      [
        ['NOT_FOUND', 'upstream'],
        ['FIELD_REQUIRED', 'upstream'],
        ['NOT_FOUND', 'resource'],
        ['FIELD_REQUIRED', 'resource'],
        ['FIELD_REQUIRED', 'params'],
        ['INVALID_FIELD', 'params'],
        ['INVALID_FIELD', 'params'],
        ['INVALID_FIELD', 'params[1].name'],
        ['LIMIT_EXCEEDED', 'params[0].value'],
        ['SECRET_IN_DOCUMENT', 'params[0].value'],
        ['INVALID_FIELD', 'max_stale'],
        ['SECRET_IN_DOCUMENT', 'value'],
      ],
    );
  });

  it('leaves no credential in the log, the file or the lists', async () => {
    const told = daemon.log() + JSON.stringify(await call('ListUpstreams'));
    const stored = ['holdfast.db', 'holdfast.db-wal'].map((name) =>
      readFileSync(join(daemon.state_dir, name)),
    );
    assert.ok(!told.includes(CREDENTIAL) && stored.every((bytes) => !bytes.includes(CREDENTIAL)));
  });

  describe('the cache itself', () => {
    const cache = (method: string, request: object): Promise<Reply> =>
      client.call('Cache', method, { agent_id: 'alpha', ...request });
    const seconds = (n: number) => ({ seconds: n, nanos: 0 });
    const value = (n: number) => ({ json: `{"n":${n}}` });

    it('gives back what was set until its time, and to nobody else', async () => {
      await cache('CacheSet', { key: 'price/ETH', value: value(1), ttl: seconds(60) });
      const { hit, value: found } = await cache('CacheGet', { key: 'price/ETH' });
      assert.deepEqual([hit, found.json], [true, '{"n":1}']);
      assert.equal((await cache('CacheGet', { agent_id: 'beta', key: 'price/ETH' })).hit, false);
      await cache('CacheSet', { key: 'brief', value: value(1), ttl: { seconds: 0, nanos: 1_000_000 } });
      while ((await cache('CacheGet', { key: 'brief' })).hit);
    });

    it('sets only what is not there when told', async () => {
      const set = (n: number) =>
        cache('CacheSet', { key: 'once', value: value(n), ttl: seconds(60), if_absent: true });
      assert.deepEqual([(await set(1)).stored, (await set(2)).stored], [true, false]);
      assert.equal((await cache('CacheGet', { key: 'once' })).value.json, '{"n":1}');
    });

    it('deletes one, or all whose key begins so, and never an upstream’s or another agent’s', async () => {
      for (const key of ['d/1', 'd/2', 'e'])
        await cache('CacheSet', { key, value: value(1), ttl: seconds(60) });
      await cache('CacheSet', { agent_id: 'beta', key: 'd/1', value: value(1), ttl: seconds(60) });
      assert.equal((await cache('CacheDelete', { key: 'd/*' })).deleted, 2);
      assert.equal((await cache('CacheDelete', { key: 'd/1' })).deleted, 0);
      await cache('CacheDelete', { key: '*' });
      assert.equal((await cache('CacheGet', { key: 'e' })).hit, false);
      assert.equal((await cache('CacheGet', { agent_id: 'beta', key: 'd/1' })).hit, true);
    });

    it('stays within its bytes', async () => {
      const document = { json: JSON.stringify('x'.repeat(100_000)) };
      for (let n = 0; n < 30; n += 1)
        await cache('CacheSet', { key: `large/${n}`, value: document, ttl: seconds(60) });
      const stats = await cache('CacheStats', { agent_id: undefined });
      assert.ok(Number(stats.size_bytes) <= 1_048_576 && Number(stats.evicted) >= 20);
      assert.equal((await cache('CacheGet', { key: 'large/29' })).hit, true);
      assert.equal((await cache('CacheGet', { key: 'large/0' })).hit, false);
    });

    it('names what is wrong with a request', async () => {
      const ttl = seconds(1);
      const refusals = await Promise.all([
        refusal(cache('CacheSet', { key: '', value: value(1), ttl })),
        refusal(cache('CacheSet', { key: 'k', value: value(1) })),
        refusal(cache('CacheSet', { key: 'k', value: value(1), ttl: seconds(0) })),
        refusal(cache('CacheSet', { key: 'k', value: value(1), ttl: { seconds: -1, nanos: 0 } })),
        refusal(cache('CacheSet', { key: CREDENTIAL, value: value(1), ttl })),
        refusal(cache('CacheSet', { key: 'k', value: { json: JSON.stringify({ a: CREDENTIAL }) }, ttl })),
        refusal(cache('CacheSet', { key: 'k', ttl })),
        refusal(cache('CacheGet', { key: 'k\0' })),
        refusal(cache('CacheDelete', { key: 'a*b*' })),
      ]);
      assert.deepEqual(
        refusals.map(({ reason, field }) => [reason, field]),
        [
          ['FIELD_REQUIRED', 'key'],
          ['FIELD_REQUIRED', 'ttl'],
          ['INVALID_FIELD', 'ttl'],
          ['INVALID_FIELD', 'ttl'],
          ['SECRET_IN_DOCUMENT', 'key'],
          ['SECRET_IN_DOCUMENT', 'value'],
          ['FIELD_REQUIRED', 'value'],
          ['INVALID_FIELD', 'key'],
          ['INVALID_FIELD', 'key'],
        ],
      );
    });
  });
});

function answerBytes(
  bytes: Buffer,
  headers: Record<string, string> = {},
): Parameters<BadServer['behave']>[0] {
  return (_request, response) =>
    response.writeHead(200, { 'content-type': 'application/json', ...headers }).end(bytes);
}
