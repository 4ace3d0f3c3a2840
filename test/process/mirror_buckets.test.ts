/** Shared token buckets in a real Redis: two daemons, one bucket, and nothing granted without an answer. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { mirrorStatus } from '../mirror/support.js';
import { removeFolder, startDaemon, type TestDaemon } from '../support/daemon.js';
import { RawClient, type Reply, refusal } from '../support/rawClient.js';
import { no_redis, startRedis, type TestRedis } from '../support/redis.js';
import { until } from '../support/work.js';

describe('shared buckets', { skip: no_redis }, () => {
  let redis: TestRedis;
  let daemons: TestDaemon[];
  let clients: RawClient[];
  const acquire = (request: object, through = 0): Promise<Reply> =>
    (clients[through] as RawClient).call('Limits', 'AcquireTokens', {
      ...{ agent_id: 'alpha', capacity: 10, refill_per_second: 0.001, shared: true },
      ...request,
    });
  const connected = async (): Promise<void> => {
    for (const client of clients) await until(async () => (await mirrorStatus(client)).connected === true);
  };

  before(async () => {
    redis = await startRedis();
    const args = [...redis.args, '--redis-timeout-ms', '300'];
    daemons = await Promise.all([0, 1].map(() => startDaemon({ args })));
    clients = daemons.map(({ address }) => new RawClient(address));
    await connected();
  });
  after(async () => {
    for (const client of clients) client.close();
    for (const daemon of daemons) {
      await daemon.stop();
      removeFolder(daemon.state_dir);
    }
    await redis.remove();
  });

  it('grant what they hold to all daemons together, never more', async () => {
    const grants = await Promise.all(
      Array.from({ length: 100 }, (_, n) => acquire({ bucket: 'together', capacity: 37 }, n % 2)),
    );
    assert.equal(grants.filter(({ allowed }) => allowed).length, 37);
    const denied = await acquire({ bucket: 'together', capacity: 37 }, 1);
    const retry_after_s = Number(denied.retry_after.seconds);
    assert.ok(retry_after_s > 900 && retry_after_s <= 1000, `${retry_after_s} s until one token`);
    assert.equal(denied.remaining, 0);
  });

  it('take from the bucket and the share, or from neither', async () => {
    const agent_bucket = { capacity: 3, refill_per_second: 0.001 };
    const allowed = await Promise.all(
      Array.from({ length: 8 }, (_, n) => acquire({ bucket: 'both', agent_bucket }, n % 2)),
    );
    assert.equal(allowed.filter((one) => one.allowed).length, 3);
    assert.equal(
      (await acquire({ bucket: 'both', tokens: 7 }, 1)).allowed,
      true,
      'what was denied took nothing',
    );
    const denied = await acquire({ bucket: 'both', agent_id: 'beta', agent_bucket });
    assert.equal(denied.allowed, false);
    const held = await redis.client.hget('hf:bucket:{both}:beta', 'held');
    assert.equal(held, '3000000', 'nothing was taken from the share of a call that the bucket denied');
  });

  it('refill by the clock of Redis, to the millionth', async () => {
    const size = { bucket: 'refill', capacity: 1000, refill_per_second: 500.000001 };
    assert.equal((await acquire({ ...size, tokens: 1000 })).remaining, 0);
    const key = 'hf:bucket:{refill}';
    // As if it had been used 1.000001 s ago: 500.0005000... tokens have come since.
    const [seconds, micros] = await redis.client.time();
    const at = Number(seconds) * 1e6 + Number(micros) - 1_000_001;
    await redis.client.hset(key, { held: '0', at: String(at), rest: '999999' });
    const { allowed, remaining } = await acquire({ ...size, tokens: 500 }, 1);
    assert.equal(allowed, true);
    assert.ok(remaining < 500);
    const { held, rest } = await redis.client.hgetall(key);
    for (const number of [held, rest]) assert.match(number ?? '', /^\d+$/, 'whole numbers only');
  });

  it('hold their largest sizes exactly', async () => {
    const size = { bucket: 'large', capacity: 1_000_000_000, refill_per_second: 0.000001 };
    assert.equal((await acquire({ ...size, tokens: 999_999_999 })).remaining, 1);
    assert.equal((await acquire({ ...size, tokens: 1 }, 1)).remaining, 0);
    assert.equal((await acquire({ ...size, tokens: 1 })).allowed, false);
    const fast = { bucket: 'fast', capacity: 1_000_000_000, refill_per_second: 1_000_000_000 };
    assert.equal((await acquire({ ...fast, tokens: 1_000_000_000 })).allowed, true);
    const { held } = await redis.client.hgetall('hf:bucket:{fast}');
    assert.equal(held, '0');
  });

  it('give nobody more for what another wrote there', async () => {
    await redis.client.set('hf:bucket:{poison}', 'text');
    assert.equal((await acquire({ bucket: 'poison' })).allowed, false);
    await redis.client.hset('hf:bucket:{odd}', { held: '1e300', at: 'now', rest: '-1' });
    assert.equal((await acquire({ bucket: 'odd' })).allowed, false);
    await redis.client.hset('hf:bucket:{more}', { held: '99000000', at: '1', rest: '0' });
    const { remaining } = await acquire({ bucket: 'more' });
    assert.equal(remaining, 9, 'never above the capacity');
    for (const key of await redis.client.keys('hf:bucket:*'))
      assert.ok((await redis.client.pttl(key)) > 0, key);
  });

  it('do not wait, and are refused where they could never be served', async () => {
    const waiting = await refusal(acquire({ bucket: 'line', max_wait: { seconds: '1', nanos: 0 } }));
    assert.equal(waiting.reason, 'INVALID_FIELD');
    assert.equal((await refusal(acquire({ bucket: 'line', tokens: 11 }))).reason, 'LIMIT_EXCEEDED');
  });

  it('grant nothing while Redis is stopped, full or away, and say so', async () => {
    redis.process.kill('SIGSTOP');
    const stopped = await refusal(acquire({ bucket: 'away' }));
    assert.equal(stopped.reason, 'REDIS_UNAVAILABLE');
    redis.process.kill('SIGCONT');
    await connected();
    await redis.client.config('SET', 'maxmemory', '1');
    const full = await refusal(acquire({ bucket: 'away' }));
    assert.deepEqual([full.reason, full.metadata.kind], ['REDIS_UNAVAILABLE', 'full']);
    await redis.client.config('SET', 'maxmemory', '0');
    await redis.kill();
    assert.equal((await refusal(acquire({ bucket: 'away' }))).reason, 'REDIS_UNAVAILABLE');
    const local = await acquire({ bucket: 'away', shared: false });
    assert.equal(local.allowed, true, 'buckets of this daemon alone go on');
    await redis.restart();
    await connected();
    assert.equal((await acquire({ bucket: 'away' })).allowed, true);
  });

  it('are refused where there is no Redis', async () => {
    const daemon = await startDaemon();
    const client = new RawClient(daemon.address);
    const request = { agent_id: 'alpha', bucket: 'b', capacity: 1, refill_per_second: 1, shared: true };
    assert.equal(
      (await refusal(client.call('Limits', 'AcquireTokens', request))).reason,
      'REDIS_NOT_CONFIGURED',
    );
    assert.equal((await refusal(client.call('Mirror', 'RebuildMirror', {}))).reason, 'REDIS_NOT_CONFIGURED');
    assert.equal((await mirrorStatus(client)).state, 'MIRROR_STATE_OFF');
    client.close();
    await daemon.stop();
    removeFolder(daemon.state_dir);
  });
});
