/** Two daemons of one database on one Redis, as where a backup is restored beside the daemon that goes on: one of them mirrors. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Redis } from 'ioredis';
import { anchorRestored } from '../../src/anchors/restored.js';
import { restoreBackup } from '../../src/store/restore.js';
import { agentOf, assertAgrees, errorsOf, mirrorStatus, untilMirrored } from '../mirror/support.js';
import { removeFolder, startDaemon, type TestDaemon, temporaryFolder } from '../support/daemon.js';
import { RawClient, type Reply } from '../support/rawClient.js';
import { no_redis, startRedis, type TestRedis } from '../support/redis.js';
import { until } from '../support/work.js';

/** No signal is too old within the test. */
const AGES = ['--redis-signal-max-age-ms', '3600000'];

describe('a copy of a database beside it', { skip: no_redis }, () => {
  const drill_dir = temporaryFolder();
  let redis: TestRedis;
  let reader: Redis;
  let live: TestDaemon;
  let drill: TestDaemon;
  let client: RawClient;
  let drill_client: RawClient;
  /** What a program hears that reads the channel. */
  const heard: string[] = [];

  before(async () => {
    redis = await startRedis();
    reader = redis.client.duplicate();
    reader.on('message', (_channel: string, message: string) => heard.push(JSON.parse(message).n));
    await reader.subscribe('pf:signals:BTC');
    live = await startDaemon({ args: [...redis.args, ...AGES] });
    client = new RawClient(live.address);
    const agent = agentOf(client, 'alpha');
    await agent.post('1');
    await agent.publish('pf:signals:BTC', { n: 'early' }, { durable: true });
    const { path } = await client.last('Admin', 'Backup', { name: 'early' });
    const anchor_file = join(drill_dir, 'anchors.jsonl');
    await restoreBackup(path, drill_dir, {
      onSwapped: async (database) => void (await anchorRestored(database, drill_dir, anchor_file)),
    });
    await agent.post('100');
    await agentOf(client, 'beta').post('100');
    await untilMirrored(client);
    drill = await startDaemon({ args: [...redis.args, ...AGES], state_dir: drill_dir });
    drill_client = new RawClient(drill.address);
    await until(async () => (await mirrorStatus(drill_client)).state === 'MIRROR_STATE_STANDBY');
    await until(async () => (await mirrorStatus(drill_client)).connected === true);
  });
  after(async () => {
    for (const one of [client, drill_client]) one.close();
    for (const daemon of [live, drill]) {
      assert.doesNotMatch(daemon.log(), /failed inside the daemon|Unhandled/);
      await daemon.kill();
      removeFolder(daemon.state_dir);
    }
    reader.disconnect();
    await redis.remove();
  });

  it('writes and publishes nothing, says so, and hears the other one', async () => {
    const stream = drill_client.stream('Signals', 'Subscribe', { agent_id: '*', patterns: ['pf:*'] });
    stream.on('error', () => {});
    const signals: Reply[] = [];
    stream.on('data', ({ signal }: Reply) => signal && signals.push(signal));
    await new Promise((resolve) => stream.once('metadata', resolve));
    const drilled = agentOf(drill_client, 'alpha');
    await drilled.post('5');
    await drilled.publish('pf:signals:BTC', { n: 'drill, durable' }, { durable: true });
    await drilled.publish('pf:signals:BTC', { n: 'drill, live' });
    await assert.rejects(drill_client.call('Mirror', 'RebuildMirror', {}), /another daemon mirrors/);
    await agentOf(client, 'alpha').publish('pf:signals:BTC', { n: 'live one' }, { durable: true });
    await until(() => signals.some(({ agent_id }) => agent_id === '_redis'));
    stream.cancel();
    assert.deepEqual(
      signals.filter(({ agent_id }) => agent_id === '_redis').map(({ payload }) => JSON.parse(payload.json)),
      [{ n: 'live one' }],
    );
    const status = await mirrorStatus(drill_client);
    assert.equal(status.state, 'MIRROR_STATE_STANDBY');
    assert.match(status.last_error, /another daemon mirrors this database/);
    assert.deepEqual([errorsOf(status, 'standby'), status.keys_written, status.rebuilds], [1, '0', '0']);
    assert.equal((await mirrorStatus(client)).state, 'MIRROR_STATE_FOLLOWING');
    await until(() => heard.includes('live one'));
    assert.deepEqual(heard, ['early', 'live one']);
    for (const agent_id of ['alpha', 'beta']) await assertAgrees(client, redis.client, agent_id);
  });

  it('takes over at once from one that ends', async () => {
    const [key = ''] = await redis.client.keys('hf:lease:*');
    const holder = await redis.client.get(key);
    client.close();
    assert.equal(await live.stop(), 0);
    assert.notEqual(await redis.client.get(key), holder, 'it was given back');
    await untilMirrored(drill_client);
    await assertAgrees(drill_client, redis.client, 'alpha');
    assert.equal(await redis.client.exists('agent:beta:ledger'), 0);
    await until(() => heard.includes('drill, durable'));
    assert.ok(!heard.includes('drill, live'));
  });

  it('takes over from one that dies', async () => {
    live = await startDaemon({ args: [...redis.args, ...AGES], state_dir: live.state_dir });
    client = new RawClient(live.address);
    await until(async () => (await mirrorStatus(client)).state === 'MIRROR_STATE_STANDBY');
    await drill.kill();
    await untilMirrored(client);
    for (const agent_id of ['alpha', 'beta']) await assertAgrees(client, redis.client, agent_id);
  });

  it('is not kept away by what others wrote in place of the lease', async () => {
    const [key = ''] = await redis.client.keys('hf:lease:*');
    await redis.client.set(key, 'poison');
    await agentOf(client, 'alpha').post('1');
    await untilMirrored(client);
    await redis.client.del(key);
    await redis.client.lpush(key, 'poison');
    await agentOf(client, 'alpha').post('1');
    await untilMirrored(client);
    await assertAgrees(client, redis.client, 'alpha');
    assert.ok((await redis.client.pttl(key)) > 0);
  });
});
