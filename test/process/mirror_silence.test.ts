/** A network that goes silent: nothing is closed, nothing comes through any more. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { errorsOf, mirrorStatus } from '../mirror/support.js';
import { removeFolder, startDaemon, type TestDaemon } from '../support/daemon.js';
import { RawClient, type Reply } from '../support/rawClient.js';
import { no_redis, startRedis, type TestRedis } from '../support/redis.js';
import { until } from '../support/work.js';

describe('a connection to Redis that goes silent', { skip: no_redis }, () => {
  let redis: TestRedis;
  let daemon: TestDaemon;
  let client: RawClient;
  /** Both ends of what goes through; the first of each is the daemon's. */
  const pairs: (readonly [Socket, Socket])[] = [];
  const proxy = createServer((near) => {
    const far = connect(redis.port, '127.0.0.1');
    pairs.push([near, far]);
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      from.on('error', () => {});
      from.on('close', () => to.destroy());
      from.pipe(to);
    }
  });

  before(async () => {
    redis = await startRedis();
    await once(proxy.listen(0, '127.0.0.1'), 'listening');
    const { port } = proxy.address() as AddressInfo;
    daemon = await startDaemon({ args: ['--redis-url', `redis://127.0.0.1:${port}`] });
    client = new RawClient(daemon.address);
    await until(async () => (await mirrorStatus(client)).connected === true);
  });
  after(async () => {
    client.close();
    assert.equal(await daemon.stop(), 0);
    removeFolder(daemon.state_dir);
    for (const pair of pairs) for (const socket of pair) socket.destroy();
    proxy.close();
    await redis.remove();
  });

  it('is given up and made anew, so that signals are heard again', async () => {
    const heard: unknown[] = [];
    const stream = client.stream('Signals', 'Subscribe', { agent_id: '*', patterns: ['pf:signals:*'] });
    stream.on('error', () => {});
    stream.on('data', ({ signal }: Reply) => {
      if (signal) heard.push(JSON.parse(signal.payload.json).n);
    });
    await new Promise((resolve) => stream.once('metadata', resolve));
    await redis.client.publish('pf:signals:BTC', '{"n":1}');
    await until(() => heard.length === 1);
    // What comes is taken and thrown away, as by a machine that forgot the connection behind a firewall that drops.
    for (const pair of pairs) {
      for (const socket of pair) {
        socket.unpipe();
        socket.resume();
      }
    }
    await until(async () => {
      await redis.client.publish('pf:signals:BTC', '{"n":2}');
      return heard.length > 1;
    });
    assert.equal(heard[1], 2);
    await until(async () => (await mirrorStatus(client)).connected === true);
    assert.equal(errorsOf(await mirrorStatus(client), 'unheard'), 1, 'and what may be missing is said');
    stream.cancel();
  });
});
