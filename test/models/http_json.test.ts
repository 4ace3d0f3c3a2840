/** Everything an endpoint may do wrong, over a real connection. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, describe, test } from 'node:test';
import { HoldfastError } from '../../src/errors.js';
import { type Endpoint, endpointUrl, postJson } from '../../src/models/http_json.js';
import { parseRetryAfter } from '../../src/models/retry_after.js';
import { type Answer, hangUp, json, never, raw, startEndpoint, truncated } from './endpoint.js';

const KEY = 'not-a-real-key-0123456789';
const server = await startEndpoint();
after(() => server.close());
const idle = new AbortController().signal;

function endpoint(changes: Partial<Endpoint> = {}): Endpoint {
  return {
    family: 'EMBEDDER',
    url: new URL(`${server.url}/v1/embeddings`),
    headers: { authorization: `Bearer ${KEY}` },
    key: KEY,
    timeout_ms: 5_000,
    backoff_ms: 1,
    ...changes,
  };
}

const post = (changes: Partial<Endpoint> = {}, signal = idle) =>
  postJson(endpoint(changes), { text: 'x' }, 1000, signal);

async function failureOf(promise: Promise<unknown>): Promise<HoldfastError> {
  try {
    await promise;
  } catch (error) {
    assert.ok(error instanceof HoldfastError, String(error));
    return error;
  }
  throw new Error('it succeeded');
}

test('a reply comes back parsed; the key travels in its header', async () => {
  server.answer(json({ ok: true }));
  assert.deepEqual(await post(), { ok: true });
  assert.equal(server.received[0]?.headers.authorization, `Bearer ${KEY}`);
  assert.deepEqual(server.received[0]?.body, { text: 'x' });
});

test('a content type with a suffix and parameters is JSON as well', async () => {
  server.answer(raw('[1]', 'application/problem+json; charset=utf-8'));
  assert.deepEqual(await post(), [1]);
});

describe('fails at once, saying why:', () => {
  const redirect: Answer = (response) => {
    response.writeHead(307, { location: `${server.url}/elsewhere` }).end();
  };
  const message = { error: { message: 'model "x" is unknown' } };
  const cases: [string, Answer, string, RegExp][] = [
    ['JSON cut short', raw('{"a":'), 'EMBEDDER_INVALID_REPLY', /5 bytes is not JSON/],
    ['an HTML page', raw('<html>', 'text/html'), 'EMBEDDER_INVALID_REPLY', /"text\/html", not JSON/],
    ['no content type', raw('{}', ''), 'EMBEDDER_INVALID_REPLY', /not JSON/],
    ['an enormous reply', raw(`"${'x'.repeat(5000)}"`), 'EMBEDDER_INVALID_REPLY', /longer than 1000 bytes/],
    ['204', json({}, 204), 'EMBEDDER_INVALID_REPLY', /HTTP 204/],
    ['a redirect', redirect, 'EMBEDDER_UNAVAILABLE', /307: redirects are not followed/],
    ['400', json(message, 400), 'EMBEDDER_REFUSED', /HTTP 400: model "x" is unknown/],
    ['413', json({ message: 'too long' }, 413), 'EMBEDDER_REFUSED', /HTTP 413: too long/],
    ['422', json({ error: 'no' }, 422), 'EMBEDDER_REFUSED', /HTTP 422: no/],
    ['401', json({}, 401), 'EMBEDDER_UNAVAILABLE', /HTTP 401/],
    ['404', json({}, 404), 'EMBEDDER_UNAVAILABLE', /HTTP 404/],
  ];
  for (const [name, answer, reason, text] of cases) {
    test(name, async () => {
      server.answer(answer);
      const error = await failureOf(post());
      assert.equal(error.reason, reason);
      assert.match(error.message, text);
      assert.equal(server.received.length, 1);
    });
  }
});

describe('is tried again after', () => {
  for (const [name, answer] of Object.entries({
    '500': json({}, 500),
    '503': json({}, 503),
    'overload (529)': json({}, 529),
    '429': json({}, 429, { 'retry-after': '0' }),
    'a dropped connection': hangUp,
    'a truncated reply': truncated,
  })) {
    test(name, async () => {
      server.answer(answer, answer, json('at last'));
      assert.equal(await post(), 'at last');
      assert.equal(server.received.length, 3);
    });
  }

  test('but three times at most', async () => {
    server.answer(json({ error: { message: 'busy\nvery' } }, 503));
    const error = await failureOf(post());
    assert.equal(error.status, 'UNAVAILABLE');
    assert.match(error.message, /HTTP 503: busy very/);
    assert.equal(server.received.length, 3);
  });

  test('but not when the endpoint asks for more patience than the deadline allows', async () => {
    server.answer(json({}, 429, { 'retry-after': '7200' }));
    const error = await failureOf(post());
    assert.equal(error.details.retry_after_ms, 3_600_000);
    assert.equal(server.received.length, 1);
    server.answer(json({}, 503, { 'retry-after': '2' }));
    assert.equal((await failureOf(post({ timeout_ms: 900 }))).details.retry_after_ms, 2000);
    assert.equal(server.received.length, 1);
  });
});

test('an endpoint that never answers, or never ends, is given up after the timeout', async () => {
  const endless: Answer = (response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.write('{');
  };
  for (const answer of [never, endless]) {
    server.answer(answer);
    const error = await failureOf(post({ timeout_ms: 50 }));
    assert.equal(error.reason, 'EMBEDDER_UNAVAILABLE');
    assert.match(error.message, /no complete reply within 50 ms/);
    assert.equal(server.received.length, 1);
  }
});

test('where nobody listens the error names the address and the cause', async () => {
  const closed = createServer().listen(0, '127.0.0.1');
  await once(closed, 'listening');
  const { port } = closed.address() as AddressInfo;
  closed.close();
  await once(closed, 'close');
  const error = await failureOf(post({ url: new URL(`http://127.0.0.1:${port}/v1?code=secret-code`) }));
  assert.equal(error.reason, 'EMBEDDER_UNAVAILABLE');
  assert.match(error.message, new RegExp(`127.0.0.1:${port}/v1: the connection failed: ECONNREFUSED`));
  assert.doesNotMatch(error.message, /secret-code/);
});

describe('an abort ends the call with its reason', () => {
  test('while the endpoint thinks', async () => {
    const controller = new AbortController();
    server.answer(() => controller.abort(new Error('enough')));
    await assert.rejects(post({}, controller.signal), /enough/);
  });

  test('while waiting to try again', async () => {
    const controller = new AbortController();
    server.answer((response, request) => {
      json({}, 503, { 'retry-after': '4' })(response, request);
      response.on('close', () => controller.abort(new Error('enough')));
    });
    await assert.rejects(post({ timeout_ms: 60_000 }, controller.signal), /enough/);
    assert.equal(server.received.length, 1);
  });

  test('before it began', async () => {
    server.answer(json({}));
    await assert.rejects(post({}, AbortSignal.abort(new Error('enough'))), /enough/);
    assert.equal(server.received.length, 0);
  });
});

describe('the key is in no error', () => {
  for (const [name, answer] of Object.entries({
    'echoed whole': json({ error: { message: `wrong key ${KEY}` } }, 401),
    'echoed in part': json({ error: { message: `wrong key ${KEY.slice(4, 14)}...` } }, 400),
    'in the content type': raw('{}', `text/${KEY}`),
    'in a body that is not JSON': raw(KEY),
  })) {
    test(name, async () => {
      server.answer(answer);
      const text = JSON.stringify((await failureOf(post())).serialize());
      for (let start = 0; start + 8 <= KEY.length; start += 1)
        assert.ok(!text.includes(KEY.slice(start, start + 8)), text);
    });
  }
});

test('Retry-After: seconds or a date, bounded, nonsense ignored (RFC 9110)', () => {
  const now_ms = Date.parse('2026-11-21T00:00:00Z');
  const cases: [string | null, number | undefined][] = [
    ['0', 0],
    ['3', 3000],
    [' 120 ', 120_000],
    ['999999999999', 3_600_000],
    ['Sat, 21 Nov 2026 00:00:30 GMT', 30_000],
    ['Saturday, 21-Nov-26 00:00:30 GMT', 30_000],
    ['Fri, 20 Nov 2026 00:00:00 GMT', 0],
    ['Sat, 21 Nov 2099 00:00:00 GMT', 3_600_000],
    ['-5', undefined],
    ['1.5', undefined],
    ['soon', undefined],
    ['Sat, soon', undefined],
    ['', undefined],
    [null, undefined],
  ];
  for (const [header, expected] of cases)
    assert.equal(parseRetryAfter(header, now_ms), expected, String(header));
});

test('the path of a call goes behind the base path and before its query', () => {
  assert.equal(endpointUrl('http://h/v1/', '/embeddings').href, 'http://h/v1/embeddings');
  assert.equal(endpointUrl('http://h', '/v1/messages').href, 'http://h/v1/messages');
  assert.equal(endpointUrl('https://h/d?api-version=2', '/x').href, 'https://h/d/x?api-version=2');
});
