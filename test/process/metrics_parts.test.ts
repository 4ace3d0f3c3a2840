/** Metrics of what only some daemons have: a Redis mirror that is there and then is not, calls and connections refused. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { metricsAddress, scrape, value } from '../metrics/scrape.js';
import { agentOf, mirrorStatus, untilMirrored } from '../mirror/support.js';
import { removeFolder, startDaemon, type TestDaemon, temporaryFolder } from '../support/daemon.js';
import { RawClient, refusal } from '../support/rawClient.js';
import { no_redis, startRedis, type TestRedis } from '../support/redis.js';
import { putState, stats, until } from '../support/work.js';

const METRICS = ['--metrics-listen', '127.0.0.1:0'];

describe('a daemon with a Redis mirror', { skip: no_redis }, () => {
  let redis: TestRedis;
  let daemon: TestDaemon;
  let client: RawClient;
  const read = async (name: string, labels: Record<string, string> = {}): Promise<number | undefined> =>
    value(await scrape(metricsAddress(daemon)), `holdfast_mirror_${name}`, labels);

  before(async () => {
    redis = await startRedis();
    daemon = await startDaemon({ args: [...METRICS, ...redis.args, '--redis-timeout-ms', '300'] });
    client = new RawClient(daemon.address);
  });
  after(async () => {
    client.close();
    await daemon.stop();
    removeFolder(daemon.state_dir);
    await redis.remove();
  });

  test('tells that it is connected, how far behind, and what went by', { timeout: 60_000 }, async () => {
    await until(async () => (await read('connected')) === 1);
    // What was published before the first round is not told again.
    await untilMirrored(client);
    await putState(client, 'mirrored');
    const agent = agentOf(client, 'alpha');
    await agent.publish('pf:signals:BTC-PERP', 'durable', { durable: true });
    await agent.publish('pf:signals:BTC-PERP', 'live');
    await redis.client.publish('pf:signals:BTC-PERP', '{"side":"buy"}');
    await redis.client.publish('pf:signals:BTC-PERP', 'not JSON');
    await until(
      async () =>
        (await read('messages_total', { direction: 'out' })) === 2 &&
        (await read('messages_total', { direction: 'in' })) === 1 &&
        (await read('messages_dropped_total', { direction: 'in' })) === 1,
    );
    assert.equal(await read('messages_dropped_total', { direction: 'out' }), 0);
    await untilMirrored(client);
    assert.equal(await read('lag_revisions'), 0);
    assert.equal(await read('lag_seconds'), 0);
  });

  test('tells that Redis was killed, and that it falls behind until it is back', {
    timeout: 60_000,
  }, async () => {
    await redis.kill();
    await until(async () => (await read('connected')) === 0);
    const failed = (): Promise<number | undefined> => read('errors_total', { kind: 'connection' });
    const failed_before = (await failed()) ?? 0;
    for (const name of ['a', 'b', 'c']) await putState(client, name);
    await agentOf(client, 'alpha').publish('pf:signals:BTC-PERP', 'nobody hears it there');
    assert.equal(await read('lag_revisions'), 3);
    assert.ok(((await read('lag_seconds')) ?? 0) > 0);
    await until(async () => (await read('messages_dropped_total', { direction: 'out' })) === 1);
    await until(async () => ((await failed()) ?? 0) > failed_before);
    assert.equal(await read('connected'), 0);

    await redis.restart();
    await until(async () => (await read('connected')) === 1 && (await read('lag_revisions')) === 0);
    assert.equal(await read('lag_seconds'), 0);
    assert.equal((await mirrorStatus(client)).state, 'MIRROR_STATE_FOLLOWING');
  });
});

test('calls that are denied and connections that are cut are counted', { timeout: 60_000 }, async () => {
  const state_dir = temporaryFolder();
  const listen = `unix:${join(state_dir, 'holdfast.sock')},127.0.0.1:0`;
  const daemon = await startDaemon({
    state_dir,
    args: [...METRICS, '--listen', listen, '--max-connections', '4'],
  });
  const admin = new RawClient(daemon.address);
  const { addresses } = await admin.call('Admin', 'GetServerInfo', {});
  const [, tcp = ''] = addresses as string[];
  const stranger = new RawClient(tcp, {}, 'Bearer nobody');
  const sockets: Socket[] = [];
  try {
    const target = metricsAddress(daemon);
    for (const name of ['a', 'b']) await refusal(putState(stranger, name));
    stranger.close();
    await until(async () => value(await scrape(target), 'holdfast_connections') === 1);
    for (let count = 0; count < 6; count += 1) {
      const socket = connect(Number(tcp.split(':')[1]), '127.0.0.1').on('error', () => {});
      sockets.push(socket.resume());
      await once(socket, 'connect');
    }
    await until(async () => value(await scrape(target), 'holdfast_connections_cut_total') === 2);
    const then = await scrape(target);
    // Four of TCP, where the oldest strangers made room, and the one of the Unix socket.
    assert.equal(value(then, 'holdfast_connections'), 5);
    assert.equal(value(then, 'holdfast_denied_calls_total'), 2);
    const { denied_calls, connections, cut_connections } = await stats(admin);
    assert.deepEqual([denied_calls, connections, cut_connections], ['2', 5, '2']);
  } finally {
    for (const socket of sockets) socket.destroy();
    stranger.close();
    admin.close();
    await daemon.stop();
    removeFolder(state_dir);
  }
});
