/** The breaker, with a clock that the test turns and an endpoint that the test breaks. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { withBreaker } from '../../src/models/embedders/breaker.js';
import { openAiEmbedder } from '../../src/models/embedders/openai.js';
import { type Answer, json, keepingLog, startEndpoint } from './endpoint.js';

const server = await startEndpoint();
after(() => server.close());
const idle = new AbortController().signal;
const good = json({ data: [{ index: 0, embedding: [1] }] });
const down = json({}, 500);

const config = {
  kind: 'openai',
  url: server.url,
  model: 'tiny',
  key_file: '',
  timeout_ms: 60_000,
  dimensions: 1,
  send_dimensions: false,
  batch_size: 1,
  max_input_bytes: 100,
} as const;

function setUp() {
  const clock = { ms: 1_000_000 };
  const breaker = withBreaker(openAiEmbedder(config, '', keepingLog().log, 1), () => clock.ms);
  return { clock, breaker, embed: (signal = idle) => breaker.embed(['a'], 'query', signal) };
}

test('after a failure calls fail at once, until a probe after the pause succeeds', async () => {
  const { clock, breaker, embed } = setUp();
  assert.deepEqual(breaker.health(), { healthy: true, last_error: '', retry_at_us: 0 });
  assert.deepEqual([breaker.kind, breaker.model, breaker.dimensions], ['openai', 'tiny', 1]);
  server.answer(down);
  await assert.rejects(embed(), /HTTP 500/);
  assert.equal(server.received.length, 3);
  const { healthy, last_error, retry_at_us } = breaker.health();
  assert.equal(healthy, false);
  assert.match(last_error, /HTTP 500/);
  assert.equal(retry_at_us, 1_001_000_000);
  server.answer(good);
  clock.ms += 999;
  await assert.rejects(embed(), {
    reason: 'EMBEDDER_UNAVAILABLE',
    message: `the embedder is not tried now: ${last_error}`,
  });
  assert.equal(server.received.length, 0);
  clock.ms += 1;
  await embed();
  assert.deepEqual(breaker.health(), { healthy: true, last_error: '', retry_at_us: 0 });
});

test('the pause doubles with each failed probe up to a minute, or is what the endpoint asks for', async () => {
  const { clock, breaker, embed } = setUp();
  server.answer(down);
  const pauses: number[] = [];
  for (let probe = 0; probe < 8; probe += 1) {
    await assert.rejects(embed(), /HTTP 500/);
    const pause_ms = breaker.health().retry_at_us / 1000 - clock.ms;
    pauses.push(pause_ms);
    clock.ms += pause_ms;
  }
  assert.deepEqual(pauses, [1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000]);
  server.answer(json({}, 429, { 'retry-after': '600' }));
  await assert.rejects(embed(), /HTTP 429/);
  assert.equal(breaker.health().retry_at_us / 1000 - clock.ms, 600_000);
});

test('calls that fail together count once, and one call at a time is the probe', async () => {
  const { clock, breaker, embed } = setUp();
  server.answer(down);
  await Promise.allSettled([embed(), embed(), embed()]);
  assert.equal(breaker.health().retry_at_us / 1000 - clock.ms, 1000);
  clock.ms += 1000;
  server.answer(good);
  const [probe, other] = await Promise.allSettled([embed(), embed()]);
  assert.equal(probe?.status, 'fulfilled');
  assert.equal(other?.status, 'rejected');
  assert.equal(server.received.length, 1);
});

test('an aborted probe lets the next one through', async () => {
  const { clock, breaker, embed } = setUp();
  server.answer(down);
  await assert.rejects(embed());
  clock.ms += 1000;
  const controller = new AbortController();
  server.answer(() => controller.abort(new Error('enough')), good);
  await assert.rejects(embed(controller.signal), /enough/);
  assert.equal(breaker.health().healthy, false);
  await embed();
  assert.equal(breaker.health().healthy, true);
});

test('errors that come at once are reported and stop nobody', async () => {
  const { breaker, embed } = setUp();
  const answers: [Answer, RegExp][] = [
    [json({}, 400), /HTTP 400/],
    [json({}), /no array "data"/],
  ];
  for (const [answer, expected] of answers) {
    server.answer(answer, good);
    await assert.rejects(embed(), expected);
    assert.equal(breaker.health().healthy, false);
    assert.match(breaker.health().last_error, expected);
    await embed();
    assert.equal(breaker.health().healthy, true);
  }
  await breaker.close();
});

test('a wall clock that is ahead when a call fails, and then set right, makes the pause no longer', async (t) => {
  const { now } = Date;
  let ahead_ms = 3_600_000;
  t.mock.method(Date, 'now', () => now() + ahead_ms);
  const breaker = withBreaker(openAiEmbedder(config, '', keepingLog().log, 1));
  server.answer(down);
  await assert.rejects(breaker.embed(['a'], 'query', idle), /HTTP 500/);
  ahead_ms = 0;
  assert.ok(breaker.health().retry_at_us / 1000 - Date.now() < 60_000);
});
