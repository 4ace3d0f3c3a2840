/** A Redis with a password: read from its file, changed while the daemon runs, and in no log. */
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { it } from 'node:test';
import { Redis } from 'ioredis';
import { agentOf, errorsOf, mirrorStatus, untilMirrored } from '../mirror/support.js';
import { removeFolder, startDaemon, temporaryFolder } from '../support/daemon.js';
import { RawClient } from '../support/rawClient.js';
import { no_redis, startRedis } from '../support/redis.js';
import { until } from '../support/work.js';

it('a password comes from its file and may change', { skip: no_redis }, async () => {
  const folder = temporaryFolder();
  const file = join(folder, 'password');
  const redis = await startRedis(['--requirepass', 'first-secret']);
  writeFileSync(file, 'wrong-secret\n');
  const args = [...redis.args, '--redis-password-file', file, '--log-level', 'trace'];
  const daemon = await startDaemon({ args });
  const client = new RawClient(daemon.address);
  try {
    const agent = agentOf(client, 'alpha');
    await agent.setField('mode', 'one');
    await until(async () => errorsOf(await mirrorStatus(client), 'auth') > 0);
    writeFileSync(file, 'first-secret\n');
    await untilMirrored(client);
    await until(async () => (await mirrorStatus(client)).connected === true);
    const admin = new Redis({ port: redis.port, password: 'first-secret' });
    assert.equal(await admin.hget('agent:alpha:profile', 'mode'), '"one"');
    // Redis lets those go on that are there; who comes anew needs the new one.
    await admin.config('SET', 'requirepass', 'second-secret');
    writeFileSync(file, 'second-secret\n');
    await admin.call('CLIENT', 'KILL', 'TYPE', 'normal', 'SKIPME', 'yes');
    await admin.call('CLIENT', 'KILL', 'TYPE', 'pubsub');
    await agent.setField('mode', 'two');
    await untilMirrored(client);
    await until(async () => (await mirrorStatus(client)).connected === true);
    assert.equal(await admin.hget('agent:alpha:profile', 'mode'), '"two"');
    admin.disconnect();
    const status = JSON.stringify(await mirrorStatus(client));
    assert.doesNotMatch(daemon.log() + status, /-secret/);
  } finally {
    client.close();
    await daemon.stop();
    await redis.remove();
    removeFolder(daemon.state_dir);
    removeFolder(folder);
  }
});
