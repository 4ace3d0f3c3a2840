/** The mirror on Redis Sentinel and on a Redis Cluster: real ones on loopback, through a failover and redirections. */
import assert from 'node:assert/strict';
import { type ChildProcess, spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { Cluster, Redis } from 'ioredis';
import {
  agentOf,
  assertAgrees,
  assertStreamAgrees,
  mirrorStatus,
  untilMirrored,
  work,
} from '../mirror/support.js';
import { removeFolder, startDaemon, type TestDaemon, temporaryFolder } from '../support/daemon.js';
import { RawClient, type Reply } from '../support/rawClient.js';
import { freePort, killRedis, no_redis, spawnRedis, startCluster } from '../support/redis.js';
import { until } from '../support/work.js';

const AGENTS = ['alpha', 'beta', 'gamma', 'delta', 'epsilon'];
const OPTIONS = ['--redis-timeout-ms', '500'];

/** Hears a signal that was published straight to Redis. */
async function hears(client: RawClient, publish: () => Promise<unknown>): Promise<void> {
  const stream = client.stream('Signals', 'Subscribe', { agent_id: '*', patterns: ['pf:broadcast'] });
  stream.on('error', () => {});
  let heard: Reply | undefined;
  stream.on('data', (message: Reply) => {
    heard ??= message.signal;
  });
  await until(async () => {
    await publish();
    return heard?.agent_id === '_redis';
  });
  stream.cancel();
}

const acquire = (client: RawClient): Promise<Reply> =>
  client.call('Limits', 'AcquireTokens', {
    ...{ agent_id: 'alpha', bucket: 'shared', capacity: 5, refill_per_second: 0.001, shared: true },
    agent_bucket: { capacity: 2, refill_per_second: 0.001 },
  });

describe('the mirror through Sentinel', { skip: no_redis }, () => {
  const folder = temporaryFolder();
  const servers: ChildProcess[] = [];
  let ports: number[];
  let sentinel_port: number;
  let daemon: TestDaemon;
  let client: RawClient;

  before(async () => {
    ports = [await freePort(), await freePort()];
    sentinel_port = await freePort();
    const [master = 0, replica = 0] = ports;
    const plain = ['--bind', '127.0.0.1', '--save', ''];
    servers.push(await spawnRedis(join(folder, 'one'), ['--port', String(master), ...plain]));
    servers.push(
      await spawnRedis(join(folder, 'two'), [
        ...['--port', String(replica), ...plain, '--replicaof', '127.0.0.1', String(master)],
        ...['--repl-diskless-sync-delay', '0'],
      ]),
    );
    const link = new Redis({ port: replica });
    await until(async () => /master_link_status:up/.test(await link.info('replication')));
    link.disconnect();
    const file = join(folder, 'sentinel.conf');
    const lines = [
      `port ${sentinel_port}`,
      'bind 127.0.0.1',
      `sentinel monitor main 127.0.0.1 ${master} 1`,
      'sentinel down-after-milliseconds main 500',
      'sentinel failover-timeout main 3000',
    ];
    writeFileSync(file, lines.join('\n'));
    servers.push(await spawnRedis(join(folder, 'sentinel'), [file, '--sentinel']));
    const args = ['--redis-sentinels', `127.0.0.1:${sentinel_port}`, '--redis-sentinel-name', 'main'];
    daemon = await startDaemon({ args: [...args, ...OPTIONS] });
    client = new RawClient(daemon.address);
  });
  after(async () => {
    client.close();
    assert.equal(await daemon.stop(), 0);
    removeFolder(daemon.state_dir);
    await Promise.all(servers.map(killRedis));
    rmSync(folder, { recursive: true, force: true });
  });

  it('follows the master to where it fails over', async () => {
    const agent = agentOf(client, 'alpha');
    await work(agent, 1);
    await untilMirrored(client);
    const sentinel = new Redis({ port: sentinel_port });
    // A failover that the sentinel does not know a replica for yet would not come.
    await until(
      async () => ((await sentinel.call('SENTINEL', 'replicas', 'main')) as unknown[]).length === 1,
    );
    await killRedis(servers[0] as ChildProcess);
    await work(agent, 2);
    await until(async () => {
      const [, port] = (await sentinel.call('SENTINEL', 'get-master-addr-by-name', 'main')) as string[];
      return Number(port) === ports[1];
    });
    sentinel.disconnect();
    await work(agent, 3);
    await untilMirrored(client);
    const master = new Redis({ port: ports[1] as number });
    await assertAgrees(client, master, 'alpha');
    await assertStreamAgrees(client, master);
    await until(async () => (await mirrorStatus(client)).connected === true);
    await hears(client, () => master.publish('pf:broadcast', '{"hello": true}'));
    assert.equal((await acquire(client)).allowed, true);
    master.disconnect();
  });
});

describe('the mirror on a Cluster', { skip: no_redis }, () => {
  let servers: Awaited<ReturnType<typeof startCluster>>;
  let cluster: Cluster;
  let daemon: TestDaemon;
  let client: RawClient;

  before(async () => {
    servers = await startCluster();
    cluster = new Cluster(servers.ports.map((port) => ({ host: '127.0.0.1', port })));
    daemon = await startDaemon({ args: [...servers.args, ...OPTIONS] });
    client = new RawClient(daemon.address);
  });
  after(async () => {
    client.close();
    assert.equal(await daemon.stop(), 0);
    removeFolder(daemon.state_dir);
    cluster.disconnect();
    await servers.remove();
  });
  const assertAllAgrees = async (): Promise<void> => {
    await untilMirrored(client);
    for (const agent_id of AGENTS) await assertAgrees(client, cluster, agent_id);
    await assertStreamAgrees(client, cluster);
  };

  it('writes every key to its node, and hears signals', async () => {
    for (const agent_id of AGENTS) await work(agentOf(client, agent_id), 1);
    await assertAllAgrees();
    await until(async () => (await mirrorStatus(client)).connected === true);
    await hears(client, () => cluster.publish('pf:broadcast', '{"hello": true}'));
    const grants = [];
    for (let n = 0; n < 3; n += 1) grants.push((await acquire(client)).allowed);
    assert.deepEqual(grants, [true, true, false], 'the share holds two');
  });

  it('takes away on every node what an earlier journal left behind', async () => {
    const [owner = ''] = ((await cluster.get('hf:rev:{agent:alpha:ledger}')) ?? '').split('/');
    const left = Array.from({ length: 20 }, (_, n) => `agent:ghost-${n}:ledger`);
    for (const key of left) {
      await cluster.zadd(key, '1', '{"tx_id":"tx-1"}');
      await cluster.set(`hf:rev:{${key}}`, `${owner} 999999999 f`, 'PX', 600_000);
    }
    await client.call('Mirror', 'RebuildMirror', {});
    await until(async () => Number((await mirrorStatus(client)).rebuilds) === 2);
    await assertAllAgrees();
    for (const key of left) assert.equal(await cluster.exists(key), 0, key);
  });

  it('follows slots that move to another node', async () => {
    const ids = await Promise.all(
      servers.ports.map(async (port) => {
        const node = new Redis({ port });
        const id = (await node.call('CLUSTER', 'MYID')) as string;
        node.disconnect();
        return id;
      }),
    );
    const [from = '', to = ''] = ids;
    const moved = spawnSync(
      'redis-cli',
      [
        ...['--cluster', 'reshard', `127.0.0.1:${servers.ports[0]}`],
        ...['--cluster-from', from, '--cluster-to', to, '--cluster-slots', '5461', '--cluster-yes'],
      ],
      { encoding: 'utf8', timeout: 60_000 },
    );
    assert.equal(moved.status, 0, moved.stderr);
    for (const agent_id of AGENTS) await work(agentOf(client, agent_id), 2);
    await assertAllAgrees();
    assert.equal((await acquire(client)).allowed, false);
  });
});
