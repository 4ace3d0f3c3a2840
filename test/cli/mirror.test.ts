import assert from 'node:assert/strict';
import { test } from 'node:test';
import { no_redis, startRedis } from '../support/redis.js';
import { until } from '../support/work.js';
import { cliFixture } from './support.js';

test('mirror: off', async (t) => {
  const { holdfast } = await cliFixture(t);
  const status = await holdfast('mirror', 'status');
  assert.equal(status.code, 0, status.stderr);
  assert.match(status.stdout, /^state +off: no Redis is configured\n$/);
  const rebuild = await holdfast('mirror', 'rebuild');
  assert.equal(rebuild.code, 1);
  assert.match(rebuild.stderr, /REDIS_NOT_CONFIGURED/);
});

test('mirror: status, rebuild and shared buckets', { skip: no_redis }, async (t) => {
  const redis = await startRedis();
  t.after(() => redis.remove());
  const { holdfast, json } = await cliFixture(t, { args: [...redis.args] });
  const status = async () => (await holdfast('mirror', 'status')).stdout;
  await until(async () =>
    /^state +following\nRedis +redis:\/\/127\.0\.0\.1:\d+\/0\nsignals +connected\n/.test(await status()),
  );
  assert.match(await status(), /\nrevision +0 of 0, 0 behind\n[\s\S]*\nrebuilds +1\n/);
  assert.match((await holdfast('mirror', 'rebuild')).stdout, /^begun/);
  await until(async () => /\nrebuilds +2\n/.test(await status()));
  const bucket = ['limits', 'acquire', 'exchange', '--capacity', '2', '--refill', '0.01', '--shared'];
  assert.deepEqual(await json(...bucket), { allowed: true, remaining: 1, retry_after: null, waited: null });
  assert.equal(await redis.client.hget('hf:bucket:{exchange}', 'held'), '1000000');
  await redis.kill();
  await until(async () => (await holdfast('mirror', 'status')).code === 1);
  assert.match(await status(), /^state +AWAY[\s\S]*\nlast error +connection: /);
  assert.match((await holdfast(...bucket)).stderr, /REDIS_UNAVAILABLE/);
});
