/** What others write into the mirror's keys, and a Redis that refuses single keys: everything else goes on, and they heal. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Redis } from 'ioredis';
import {
  agentOf,
  assertAgrees,
  assertStreamAgrees,
  errorsOf,
  mirrorStatus,
  untilMirrored,
  work,
} from '../mirror/support.js';
import { removeFolder, startDaemon, type TestDaemon } from '../support/daemon.js';
import { RawClient, type Reply } from '../support/rawClient.js';
import { no_redis, startRedis, type TestRedis } from '../support/redis.js';
import { until } from '../support/work.js';

describe("the mirror's keys when others write into them", { skip: no_redis }, () => {
  let redis: TestRedis;
  let daemon: TestDaemon;
  let client: RawClient;
  let subscriber: Redis;
  const heard: number[] = [];
  let told = 0;

  before(async () => {
    redis = await startRedis();
    daemon = await startDaemon({ args: redis.args });
    client = new RawClient(daemon.address);
    subscriber = redis.client.duplicate();
    subscriber.on('message', (_, message: string) => heard.push(JSON.parse(message).n));
    await subscriber.subscribe('pf:signals:BTC');
    await untilMirrored(client);
  });
  after(async () => {
    subscriber.disconnect();
    client.close();
    assert.equal(await daemon.stop(), 0);
    removeFolder(daemon.state_dir);
    await redis.remove();
  });

  /** What another agent does meanwhile arrives, and no round has failed. */
  const othersGoOn = async (): Promise<void> => {
    const innocent = agentOf(client, 'innocent');
    told += 1;
    await innocent.setField('told', told);
    await innocent.publish('pf:signals:BTC', { n: told }, { durable: true });
    await untilMirrored(client);
    await until(() => heard.length >= told);
    assert.deepEqual(
      heard,
      Array.from({ length: told }, (_, n) => n + 1),
    );
    const fields = await redis.client.hgetall('agent:innocent:profile');
    assert.equal(fields.told, String(told));
  };

  /** What went wrong since the mirror first had its connections. */
  const kindsOfErrors = async (): Promise<string[]> =>
    (await mirrorStatus(client)).errors
      .map(({ kind }: Reply) => kind)
      .filter((kind: string) => kind !== 'connection');

  it('carry no balance out of a member that is not theirs', async () => {
    const agent = agentOf(client, 'full');
    // The oldest ones each at a time of its own, so that it is known which one is dropped.
    for (let n = 0; n < 20; n += 1) await agent.post('1');
    for (let n = 20; n < 1000; n += 49)
      await Promise.all(Array.from({ length: 49 }, () => agent.post('0.000000000000000001')));
    await untilMirrored(client);
    const key = 'agent:full:ledger';
    // As a program that knows only the layout writes it, and as nobody should.
    const poison = ['{"tx_id":"zz","amount_usdc":1}', '{"tx_id":"zz'];
    for (const member of poison) {
      const [, , , score] = await redis.client.zrange(key, '0', '1', 'WITHSCORES');
      assert.equal(await redis.client.zadd(key, score ?? '', member), 1);
      assert.equal(await redis.client.zrank(key, member), 2, 'the newest that the next one drops');
      await agent.post('1');
      await othersGoOn();
      await assertAgrees(client, redis.client, 'full');
    }
    const { state, rebuilds } = await mirrorStatus(client);
    assert.deepEqual([state, rebuilds], ['MIRROR_STATE_FOLLOWING', '1']);
    assert.deepEqual(await kindsOfErrors(), []);
  });

  it('are written anew where they have another type', async () => {
    const agent = agentOf(client, 'alpha');
    const keys = ['agent:alpha:profile', 'agent:alpha:ledger', 'episodes:alpha', 'session:alpha', 'pf:audit'];
    await work(agent, 0);
    await untilMirrored(client);
    const others: readonly ((key: string) => Promise<unknown>)[] = [
      (key) => redis.client.set(key, 'text'),
      (key) => redis.client.hset(key, 'origin', 'x', 'position', 'nan'),
      (key) => redis.client.zadd(key, '1', 'a'),
      (key) => redis.client.xadd(key, '*', 'a', 'b'),
    ];
    for (const [round, write] of others.entries()) {
      for (const key of keys.flatMap((one) => [one, `hf:rev:{${one}}`])) {
        await redis.client.del(key);
        await write(key);
      }
      await closeSession(agent);
      await work(agent, round + 1);
      await othersGoOn();
      for (const key of keys.slice(0, -1)) {
        assert.match(
          await redis.client.type(key),
          key.startsWith('episodes') || key.endsWith('ledger') ? /zset/ : /hash/,
        );
      }
      await assertAgrees(client, redis.client, 'alpha');
    }
    assert.deepEqual(await kindsOfErrors(), []);
  });

  it('of the stream begin anew where an entry in our name says nonsense', async () => {
    const [entry] = await redis.client.xrevrange('pf:audit', '+', '-', 'COUNT', 1);
    const fields = entry?.[1] ?? [];
    const origin = fields[fields.indexOf('origin') + 1] ?? '';
    assert.match(origin, /^[0-9a-f-]{36}$/);
    await redis.client.del('pf:audit', `hf:rev:{pf:audit}:${origin}`);
    await redis.client.xadd('pf:audit', '1-1', 'origin', origin, 'position', 'nan');
    await agentOf(client, 'alpha').action('order');
    await othersGoOn();
    await redis.client.xdel('pf:audit', '1-1');
    await assertStreamAgrees(client, redis.client);
  });

  it('are named when Redis refuses them, and hold up nothing else', async () => {
    const agent = agentOf(client, 'alpha');
    // The stream has no number left: XADD fails for ever.
    await redis.client.xadd('pf:audit', '18446744073709551615-18446744073709551615', 'the', 'end');
    // No sorted set can be added to, whatever the agent.
    await redis.client.call('ACL', 'SETUSER', 'default', '-zadd');
    await closeSession(agent);
    await work(agent, 9);
    await othersGoOn();
    const status = await mirrorStatus(client);
    assert.equal(status.state, 'MIRROR_STATE_FOLLOWING');
    assert.deepEqual(await kindsOfErrors(), ['refused']);
    assert.ok(errorsOf(status, 'refused') >= 3, `${errorsOf(status, 'refused')} keys`);
    assert.match(status.last_error, /^refused: pf:audit: ERR .*exhausted/);
    assert.equal((await redis.client.hgetall('agent:alpha:profile')).mode, '"round 9"');
    assert.match(daemon.log(), /"kind":"refused","err":"agent:alpha:ledger: ERR .*user_script/);
    await redis.client.call('ACL', 'SETUSER', 'default', '+zadd');
    await redis.client.del('pf:audit');
    await closeSession(agent);
    await work(agent, 10);
    await othersGoOn();
    await assertAgrees(client, redis.client, 'alpha');
    await assertStreamAgrees(client, redis.client);
    assert.equal(daemon.log().match(/"kind":"refused"/g)?.length, 1, 'logged once in a minute');
  });

  async function closeSession(agent: ReturnType<typeof agentOf>): Promise<void> {
    const { sessions } = await client.call('Sessions', 'ListSessions', { agent_id: 'alpha', page_size: 1 });
    await agent.call('Sessions', 'CloseSession', { epoch: sessions[0].epoch, reason: 'next' });
  }
});
