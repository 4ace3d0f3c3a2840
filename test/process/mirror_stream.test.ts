/** The stream of actions, which several daemons share: whatever they and Redis lost, each action stands in it once. */
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { run } from '../cli/support.js';
import { agentOf, mirrorStatus, untilMirrored } from '../mirror/support.js';
import { removeFolder, startDaemon, type TestDaemon } from '../support/daemon.js';
import { RawClient } from '../support/rawClient.js';
import { no_redis, startRedis, type TestRedis } from '../support/redis.js';
import { until } from '../support/work.js';

describe('the stream of actions', { skip: no_redis }, () => {
  let redis: TestRedis;
  let daemon: TestDaemon;
  let client: RawClient;

  const start = async (args: readonly string[], state_dir?: string): Promise<void> => {
    daemon = await startDaemon({ args, ...(state_dir !== undefined && { state_dir }) });
    client = new RawClient(daemon.address);
  };
  const stop = async (): Promise<void> => {
    client.close();
    assert.equal(await daemon.stop(), 0);
  };
  const record = async (name: string, count: number): Promise<void> => {
    for (let n = 0; n < count; n += 1)
      await agentOf(client, 'alpha').action('order', { status: 'filled', tx_id: `${name}-${n}` });
  };
  /** Entries of another daemon, written at once. */
  const others = (count: number): Promise<unknown> =>
    redis.client.eval(
      `for i = 1, ARGV[1] do
        redis.call('XADD', KEYS[1], '*', 'agent_id', 'beta', 'origin', 'another-database', 'position', i)
      end`,
      ...[1, 'pf:audit', count],
    );
  const rebuild = async (): Promise<void> => {
    const { rebuilds } = await mirrorStatus(client);
    await client.call('Mirror', 'RebuildMirror', {});
    await until(async () => (await mirrorStatus(client)).rebuilds !== rebuilds);
  };
  /** As when the daemon was away for longer than its keys live. */
  const expire = async (): Promise<void> => {
    await redis.client.del(...(await redis.client.keys('hf:*')));
  };
  /** The tx_ids of the agent, in order. */
  const shown = async (): Promise<(string | undefined)[]> =>
    (await redis.client.xrange('pf:audit', '-', '+'))
      .map(([, fields]) => fields)
      .filter((fields) => fields[fields.indexOf('agent_id') + 1] === 'alpha')
      .map((fields) => fields[fields.indexOf('tx_id') + 1]);
  const named = (name: string, count: number): string[] =>
    Array.from({ length: count }, (_, n) => `${name}-${n}`);

  before(async () => {
    redis = await startRedis();
  });
  after(() => redis.remove());
  beforeEach(() => start(redis.args));
  afterEach(async () => {
    client.close();
    await daemon.kill();
    removeFolder(daemon.state_dir);
    await redis.client.flushall();
  });

  it('takes nothing twice from a daemon that was away, however much others wrote meanwhile', async () => {
    await record('early', 5);
    await untilMirrored(client);
    await stop();
    await others(6000);
    await expire();
    await start([], daemon.state_dir);
    await record('meanwhile', 3);
    await stop();
    await start(redis.args, daemon.state_dir);
    await untilMirrored(client);
    assert.deepEqual(await shown(), [...named('early', 5), ...named('meanwhile', 3)]);
    await rebuild();
    await record('late', 1);
    await untilMirrored(client);
    assert.deepEqual(await shown(), [...named('early', 5), ...named('meanwhile', 3), 'late-0']);
  });

  it('takes nothing that is older than all that it has when it is full', async () => {
    await record('early', 5);
    await untilMirrored(client);
    await stop();
    await redis.client.del('pf:audit');
    await others(100_000);
    await expire();
    await start([], daemon.state_dir);
    await record('meanwhile', 3);
    await stop();
    await start(redis.args, daemon.state_dir);
    await untilMirrored(client);
    assert.deepEqual(await shown(), named('meanwhile', 3));
  });

  it('takes what is recorded after a restore, though its positions have been there before', async () => {
    await record('old', 2);
    const { path } = await client.last('Admin', 'Backup', { name: 'early' });
    await record('lost', 20);
    await untilMirrored(client);
    await stop();
    const restored = await run(['--state-dir', daemon.state_dir, 'restore', path, '--force']);
    assert.equal(restored.code, 0, restored.stderr);
    // Redis is not there yet, or the mirror is behind.
    await start([], daemon.state_dir);
    await record('new', 10);
    await stop();
    await start(redis.args, daemon.state_dir);
    await untilMirrored(client);
    await record('newer', 2);
    await untilMirrored(client);
    const all = [...named('old', 2), ...named('lost', 20), ...named('new', 10), ...named('newer', 2)];
    assert.deepEqual(await shown(), all);
    await rebuild();
    await record('last', 1);
    await untilMirrored(client);
    assert.deepEqual(await shown(), [...all, 'last-0']);
  });
});
