/** The Redis mirror against a real redis-server that is killed, stopped, flushed, full, slow and written over by others. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import {
  agentOf,
  assertAgrees,
  assertAllExpire,
  assertStreamAgrees,
  errorsOf,
  mirrorStatus,
  type TestAgent,
  untilMirrored,
  work,
} from '../mirror/support.js';
import { removeFolder, startDaemon, type TestDaemon } from '../support/daemon.js';
import { RawClient } from '../support/rawClient.js';
import { no_redis, startRedis, type TestRedis } from '../support/redis.js';
import { until } from '../support/work.js';

const AGENTS = ['alpha', 'beta', 'gamma.1'];
/** Short, so that a Redis that is stopped is noticed within a test. */
const OPTIONS = ['--redis-timeout-ms', '300'];

describe('the Redis mirror', { skip: no_redis }, () => {
  let redis: TestRedis;
  let daemon: TestDaemon;
  let client: RawClient;
  let agents: TestAgent[];
  let rounds = 0;

  const start = async (): Promise<void> => {
    daemon = await startDaemon({
      args: [...redis.args, ...OPTIONS],
      ...(daemon !== undefined && { state_dir: daemon.state_dir }),
    });
    client = new RawClient(daemon.address);
    agents = AGENTS.map((agent_id) => agentOf(client, agent_id));
  };
  /** Every agent does a bit of everything, and each call is answered. */
  const everybodyWorks = async (): Promise<void> => {
    rounds += 1;
    for (const agent of agents) await work(agent, rounds);
  };
  const assertAllAgrees = async (): Promise<void> => {
    await untilMirrored(client);
    for (const agent_id of AGENTS) await assertAgrees(client, redis.client, agent_id);
    await assertStreamAgrees(client, redis.client);
    await assertAllExpire(redis.client);
  };

  before(async () => {
    redis = await startRedis();
    await start();
  });
  after(async () => {
    assert.doesNotMatch(daemon.log(), /failed inside the daemon|cannot be told|Warning|Unhandled/);
    client.close();
    assert.equal(await daemon.stop(), 0);
    removeFolder(daemon.state_dir);
    await redis.remove();
  });

  it('holds what the daemon answers', async () => {
    await everybodyWorks();
    await everybodyWorks();
    await assertAllAgrees();
  });

  it('heals after Redis was killed, and acknowledges meanwhile', async () => {
    await redis.kill();
    await everybodyWorks();
    await until(async () => (await mirrorStatus(client)).state === 'MIRROR_STATE_AWAY');
    await everybodyWorks();
    await redis.restart();
    await assertAllAgrees();
    assert.ok(errorsOf(await mirrorStatus(client), 'connection') > 0);
  });

  it('heals after Redis stood still, and acknowledges meanwhile', async () => {
    redis.process.kill('SIGSTOP');
    await everybodyWorks();
    await until(async () => (await mirrorStatus(client)).state === 'MIRROR_STATE_AWAY');
    await everybodyWorks();
    redis.process.kill('SIGCONT');
    await assertAllAgrees();
  });

  it('notices a flush, busy or quiet', async () => {
    await redis.client.flushall();
    await until(async () => (await redis.client.exists('agent:alpha:profile')) === 1);
    await assertAllAgrees();
    await redis.client.flushall();
    await everybodyWorks();
    await until(async () => (await redis.client.exists('agent:alpha:profile')) === 1);
    await assertAllAgrees();
  });

  it('waits while Redis is full, and goes on when it is not', async () => {
    await redis.client.config('SET', 'maxmemory', '1');
    await everybodyWorks();
    await until(async () => errorsOf(await mirrorStatus(client), 'full') > 0);
    await everybodyWorks();
    await redis.client.config('SET', 'maxmemory', '0');
    await assertAllAgrees();
  });

  it('follows a slow Redis', async () => {
    await redis.client.call('CLIENT', 'PAUSE', '250', 'ALL');
    await everybodyWorks();
    const sleep = redis.client.call('DEBUG', 'SLEEP', '0.2');
    await everybodyWorks();
    await sleep;
    await assertAllAgrees();
  });

  it('mends its own keys where others wrote something else', async () => {
    await redis.client.del(
      'agent:alpha:profile',
      'agent:alpha:ledger',
      'episodes:alpha',
      'session:alpha',
      'pf:audit',
    );
    await redis.client.set('agent:alpha:profile', 'poison');
    await redis.client.lpush('agent:alpha:ledger', 'poison');
    await redis.client.set('episodes:alpha', 'poison');
    await redis.client.set('session:alpha', 'poison');
    await redis.client.set('pf:audit', 'poison');
    await redis.client.del('hf:rev:{agent:beta:ledger}');
    await redis.client.lpush('hf:rev:{agent:beta:ledger}', 'poison');
    await redis.client.set('hf:rev:{episodes:beta}', 'poison poison');
    await everybodyWorks();
    await assertAllAgrees();
  });

  it('takes a cursor of another type for none', async () => {
    const [key = ''] = await redis.client.keys('hf:mirror:*');
    await redis.client.set(key, 'poison');
    await until(async () => (await redis.client.type(key)) === 'hash');
    await everybodyWorks();
    await assertAllAgrees();
  });

  it('goes on from its cursor after a restart, and writes nothing twice', async () => {
    const before = await redis.client.xlen('pf:audit');
    client.close();
    await daemon.kill();
    await start();
    await everybodyWorks();
    await assertAllAgrees();
    assert.equal(await redis.client.xlen('pf:audit'), before + AGENTS.length);
    assert.equal((await mirrorStatus(client)).rebuilds, '0');
  });

  it('writes all anew where the cursor is of another history, such as that of a restored file', async () => {
    const [key = ''] = await redis.client.keys('hf:mirror:*');
    client.close();
    assert.equal(await daemon.stop(), 0);
    await redis.client.hset(key, 'hash', '00'.repeat(32));
    await start();
    await assertAllAgrees();
    assert.equal((await mirrorStatus(client)).rebuilds, '1');
  });

  it('catches up with what was written while Redis was away across a restart', async () => {
    await redis.kill();
    await everybodyWorks();
    client.close();
    assert.equal(await daemon.stop(), 0);
    await start();
    await everybodyWorks();
    await redis.restart();
    await assertAllAgrees();
  });

  it('rebuilds when it is told to', async () => {
    const { rebuilds } = await mirrorStatus(client);
    await redis.client.hset('agent:alpha:profile', 'stranger', '1');
    await client.call('Mirror', 'RebuildMirror', {});
    await until(async () => (await mirrorStatus(client)).rebuilds === String(Number(rebuilds) + 1));
    await assertAllAgrees();
  });
});
