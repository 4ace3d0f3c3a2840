/** Durable signals when Redis loses what it had: every one is published still, or counted as too old. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { agentOf, mirrorStatus, untilMirrored } from '../mirror/support.js';
import { removeFolder, startDaemon, type TestDaemon } from '../support/daemon.js';
import { RawClient } from '../support/rawClient.js';
import { no_redis, startRedis, type TestRedis } from '../support/redis.js';
import { until } from '../support/work.js';

const CHANNEL = 'pf:signals:BTC';
/** Longer than the test may take. */
const AGES = ['--redis-signal-max-age-ms', '3600000'];

describe('durable signals', { skip: no_redis }, () => {
  let redis: TestRedis;
  let daemon: TestDaemon;
  let client: RawClient;
  /** What a program hears that reads the channel. */
  const heard: number[] = [];
  let count = 0;

  const start = async (...args: string[]): Promise<void> => {
    daemon = await startDaemon({
      args: [...redis.args, '--redis-timeout-ms', '500', ...args],
      ...(daemon !== undefined && { state_dir: daemon.state_dir }),
    });
    client = new RawClient(daemon.address);
  };
  const stop = async (): Promise<void> => {
    client.close();
    assert.equal(await daemon.stop(), 0);
  };
  const publish = async (): Promise<void> => {
    count += 1;
    await agentOf(client, 'alpha').publish(CHANNEL, { n: count }, { durable: true });
  };
  const untilHeard = (all: readonly number[]): Promise<void> =>
    until(() => heard.length >= all.length).then(() => assert.deepEqual(heard, all));
  const upTo = (n: number): number[] => Array.from({ length: n }, (_, index) => index + 1);

  before(async () => {
    redis = await startRedis();
    redis.client.on('message', (_channel: string, message: string) => heard.push(JSON.parse(message).n));
    await redis.client.subscribe(CHANNEL);
    await start(...AGES);
    await untilMirrored(client);
  });
  after(async () => {
    await stop();
    removeFolder(daemon.state_dir);
    await redis.remove();
  });

  it('are published each once when Redis is flushed', async () => {
    for (let n = 0; n < 3; n += 1) await publish();
    await untilHeard(upTo(3));
    const other = redis.client.duplicate();
    await other.flushall();
    other.disconnect();
    await publish();
    await untilHeard(upTo(4));
    await until(async () => (await mirrorStatus(client)).rebuilds === '2');
    await untilMirrored(client);
  });

  it('are published when a rebuild is asked for while Redis stands still', async () => {
    redis.process.kill('SIGSTOP');
    await publish();
    await publish();
    await client.call('Mirror', 'RebuildMirror', {});
    await until(async () => (await mirrorStatus(client)).state === 'MIRROR_STATE_AWAY');
    redis.process.kill('SIGCONT');
    await until(() => [5, 6].every((n) => heard.includes(n)));
    await untilMirrored(client);
    heard.splice(0, heard.length, ...upTo(6));
  });

  it('of the time without Redis are published though it comes back empty', async () => {
    const { messages_out } = await mirrorStatus(client);
    await redis.kill();
    await publish();
    await publish();
    await until(async () => (await mirrorStatus(client)).state === 'MIRROR_STATE_AWAY');
    await redis.restart();
    // The daemon may be back before the reader, who then hears nothing.
    const published = String(Number(messages_out) + 2);
    await until(async () => (await mirrorStatus(client)).messages_out === published);
    await untilMirrored(client);
    heard.splice(0, heard.length, ...upTo(8));
  });

  it('that are young are published once more where neither the daemon nor Redis knows', async () => {
    await stop();
    const other = redis.client.duplicate();
    await other.flushall();
    other.disconnect();
    await start(...AGES);
    await untilHeard([...upTo(8), ...upTo(8)]);
    assert.equal((await mirrorStatus(client)).messages_out_dropped, '0');
  });

  it('that are too old by then are counted', async () => {
    await untilMirrored(client);
    await stop();
    await start('--redis-signal-max-age-ms', '0');
    await untilMirrored(client);
    await redis.kill();
    await publish();
    await publish();
    await until(async () => (await mirrorStatus(client)).state === 'MIRROR_STATE_AWAY');
    await redis.restart();
    await until(async () => (await mirrorStatus(client)).rebuilds === '1');
    await untilMirrored(client);
    const { messages_out, messages_out_dropped } = await mirrorStatus(client);
    assert.deepEqual([messages_out, messages_out_dropped], ['0', '2']);
    assert.equal(heard.length, 16);
  });
});
