/** The mirror after a restore: what the lost time wrote into Redis goes, and holds up nothing that is written now. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { run } from '../cli/support.js';
import { agentOf, assertAgrees, mirrorStatus, untilMirrored } from '../mirror/support.js';
import { removeFolder, startDaemon } from '../support/daemon.js';
import { RawClient } from '../support/rawClient.js';
import { no_redis, startRedis } from '../support/redis.js';
import { until } from '../support/work.js';

test('after a restore Redis shows what the file holds, and what is written from then on', {
  skip: no_redis,
}, async (t) => {
  const redis = await startRedis();
  let daemon = await startDaemon({ args: redis.args });
  let client = new RawClient(daemon.address);
  t.after(async () => {
    client.close();
    await daemon.kill();
    removeFolder(daemon.state_dir);
    await redis.remove();
  });
  await agentOf(client, 'alpha').post('1');
  const { path } = await client.last('Admin', 'Backup', { name: 'early' });
  // Of the time that will be lost, each a revision of its own: so positions stand in Redis that come again much later.
  for (const agent_id of ['alpha', 'beta', 'gamma', 'beta', 'alpha', 'beta', 'desk:beta', 'beta:ledger'])
    await agentOf(client, agent_id).post('100');
  await agentOf(client, 'gamma').setField('mode', 'live');
  await agentOf(client, 'desk:beta').openSession();
  await agentOf(client, 'beta:ledger').episode('trade', {});
  await untilMirrored(client);
  assert.equal(await redis.client.zcard('agent:beta:ledger'), 3);
  const keys = [
    'agent:desk:beta:ledger',
    'session:desk:beta',
    'agent:beta:ledger:ledger',
    'episodes:beta:ledger',
  ];
  assert.equal(await redis.client.exists(...keys), keys.length);
  // Of another database, which goes on.
  const stranger = ['agent:delta:ledger', 'hf:rev:{agent:delta:ledger}'] as const;
  await redis.client.zadd(stranger[0], '1', '{"tx_id":"tx-1"}');
  await redis.client.set(stranger[1], 'another-database 9 f', 'PX', 600_000);
  client.close();
  assert.equal(await daemon.stop(), 0);
  const restored = await run(['--state-dir', daemon.state_dir, 'restore', path, '--force']);
  assert.equal(restored.code, 0, restored.stderr);

  daemon = await startDaemon({ args: redis.args, state_dir: daemon.state_dir });
  client = new RawClient(daemon.address);
  await until(async () => (await mirrorStatus(client)).rebuilds === '1');
  await untilMirrored(client);
  const shown = await redis.client.keys('*');
  assert.deepEqual(
    shown.filter((key) => /beta|gamma/.test(key)),
    [],
    'no money is shown that is not there',
  );
  await assertAgrees(client, redis.client, 'alpha');
  for (const key of stranger) assert.ok(shown.includes(key), key);

  for (const agent_id of ['beta', 'alpha']) await agentOf(client, agent_id).post('7');
  await untilMirrored(client);
  for (const agent_id of ['beta', 'alpha']) await assertAgrees(client, redis.client, agent_id);
  assert.equal(await redis.client.zcard('agent:beta:ledger'), 1);
  assert.equal((await mirrorStatus(client)).keys_stale, '0');
});
