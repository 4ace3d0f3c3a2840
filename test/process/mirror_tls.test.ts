/** A Redis that speaks TLS only, to a user of its own: nothing goes to who cannot show the right certificate. */
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { it } from 'node:test';
import { Redis } from 'ioredis';
import { agentOf, errorsOf, mirrorStatus, untilMirrored } from '../mirror/support.js';
import { certify, makeAuthority, no_openssl } from '../support/certificates.js';
import { removeFolder, startDaemon, temporaryFolder } from '../support/daemon.js';
import { RawClient } from '../support/rawClient.js';
import { freePort, killRedis, no_redis, spawnRedis } from '../support/redis.js';
import { until } from '../support/work.js';

it('a Redis behind TLS is mirrored to once its certificate is known', {
  skip: no_redis || no_openssl,
}, async () => {
  const folder = temporaryFolder();
  const other = join(folder, 'other');
  mkdirSync(other);
  for (const place of [folder, other]) makeAuthority(place);
  certify(folder, 'redis', 'redis');
  const file = (name: string): string => join(folder, name);
  const port = await freePort();
  const redis = await spawnRedis(folder, [
    ...['--port', '0', '--tls-port', String(port), '--bind', '127.0.0.1', '--save', ''],
    ...['--tls-cert-file', file('redis.pem'), '--tls-key-file', file('redis.key')],
    ...['--tls-ca-cert-file', file('ca.pem'), '--tls-auth-clients', 'no'],
    ...['--user', 'mirror', 'on', '>a-secret', '~*', '&*', '+@all'],
  ]);
  writeFileSync(file('password'), 'a-secret\n');
  const state_dir = file('state');
  const start = (url: string, authority: string) =>
    startDaemon({
      state_dir,
      args: ['--redis-url', url, '--redis-password-file', file('password'), '--redis-ca-file', authority],
    });
  const url = `rediss://mirror@localhost:${port}`;
  const ca = readFileSync(file('ca.pem'));
  const admin = new Redis({ port, host: '127.0.0.1', tls: { ca } });
  try {
    const wary = await start(url, join(other, 'ca.pem'));
    const first = new RawClient(wary.address);
    await agentOf(first, 'alpha').setField('mode', 'one');
    await until(async () => errorsOf(await mirrorStatus(first), 'tls') > 0);
    assert.deepEqual(await admin.keys('*'), []);
    first.close();
    assert.equal(await wary.stop(), 0, wary.log());

    const daemon = await start(url, file('ca.pem'));
    const client = new RawClient(daemon.address);
    await untilMirrored(client);
    assert.equal(await admin.hget('agent:alpha:profile', 'mode'), '"one"');
    const users = (await admin.client('LIST')) as string;
    assert.match(users, /name=holdfast.* user=mirror/);
    client.close();
    assert.equal(await daemon.stop(), 0);
  } finally {
    admin.disconnect();
    await killRedis(redis);
    removeFolder(folder);
  }
});
