/** What the mirror's keys hold beyond their first thousand, what lives in them and for how long. */
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { sumText } from '../../src/codec/amount.js';
import { agentOf, assertAgrees, errorsOf, mirrorStatus, untilMirrored, work } from '../mirror/support.js';
import { answer, BadServer } from '../support/bad_server.js';
import { removeFolder, startDaemon, type TestDaemon, temporaryFolder } from '../support/daemon.js';
import { RawClient, type Reply } from '../support/rawClient.js';
import { no_redis, startRedis, type TestRedis } from '../support/redis.js';
import { until } from '../support/work.js';

/** The shortest there is: everything is written anew every second. */
const TTL = ['--redis-ttl-ms', '3000'];

describe("the mirror's keys", { skip: no_redis }, () => {
  const folder = temporaryFolder();
  let redis: TestRedis;
  let daemon: TestDaemon;
  let client: RawClient;
  let server: BadServer;

  before(async () => {
    server = await BadServer.start();
    const resources = { ticker: { path: '/markets/{market}/ticker', ttl_ms: 60_000 } };
    writeFileSync(join(folder, 'up.json'), JSON.stringify({ up: { base_url: server.base_url, resources } }));
    redis = await startRedis();
    daemon = await startDaemon({ args: [...redis.args, '--upstreams', join(folder, 'up.json')] });
    client = new RawClient(daemon.address);
    await until(async () => (await mirrorStatus(client)).connected === true);
  });
  after(async () => {
    client.close();
    assert.equal(await daemon.stop(), 0);
    await server.close();
    await redis.remove();
    removeFolder(daemon.state_dir);
    removeFolder(folder);
  });

  const ledger = async (agent_id: string): Promise<Reply[]> =>
    (await redis.client.zrevrange(`agent:${agent_id}:ledger`, 0, -1)).map((text) => JSON.parse(text));
  /** As a program that reads the set works out the balance. */
  const sumOf = (members: readonly Reply[]): string =>
    sumText(members.map(({ amount_usdc }) => amount_usdc.__decimal__));
  const assertBalance = async (agent_id: string): Promise<void> => {
    const { balances } = await client.call('Ledger', 'GetBalances', { agent_id });
    const usdc = balances.filter(({ asset }: Reply) => asset === 'USDC').map(({ posted }: Reply) => posted);
    assert.equal(sumOf(await ledger(agent_id)), sumText(usdc), 'the sum over the set is the balance');
  };

  it('keep the newest thousand transactions and carry the sum of the rest', async () => {
    const agent = agentOf(client, 'rich');
    // Alike to the last digit, and of one instant where they share a commit: none of them is lost.
    for (let n = 0; n < 1100; n += 50)
      await Promise.all(Array.from({ length: 50 }, () => agent.post('0.000000000000000001')));
    await agent.post('1', { delta: { account: 'cash', asset: 'BTC', amount: '1' } });
    await agent.call('Ledger', 'PostTransaction', {
      postings: [
        { account: 'cash', asset: 'USDC', amount: '-5' },
        { account: 'savings', asset: 'USDC', amount: '5' },
      ],
    });
    await untilMirrored(client);
    const members = await ledger('rich');
    const [carried] = await redis.client.zrange('agent:rich:ledger', '0', '0');
    assert.equal(members.length, 1000);
    assert.equal(members.at(-1)?.tx_id, 'carried');
    assert.equal(members.at(-1)?.amount_usdc.__decimal__, '0.000000000000000103');
    await assertBalance('rich');
    await assertAgrees(client, redis.client, 'rich');
    await client.call('Mirror', 'RebuildMirror', {});
    await until(async () => (await mirrorStatus(client)).rebuilds === '2');
    await untilMirrored(client);
    assert.deepEqual(await ledger('rich'), members, 'written as a whole it is the same as grown');
    assert.match(carried ?? '', /"timestamp":\d+\.\d{6},/);
    assert.deepEqual(await redis.client.zrange('agent:rich:ledger', '0', '0'), [carried], 'to the letter');
    await agent.post('2.5');
    await untilMirrored(client);
    await assertBalance('rich');
  });

  it('follow what retention drops, and outcomes that come later', async () => {
    const agent = agentOf(client, 'player');
    await agent.call('Episodic', 'SetRetention', { type: 'bet', max_count: 3 });
    for (let n = 0; n < 10; n += 1) await agent.episode('bet', { n });
    const { episode_ids } = await agent.episode('trade', ['no', 'object']);
    await agent.call('Episodic', 'AttachOutcome', {
      episode_id: episode_ids[0],
      outcome: { json: '{"won":true}' },
    });
    await untilMirrored(client);
    const members = (await redis.client.zrevrange('episodes:player', 0, -1)).map((text) => JSON.parse(text));
    const bets = members.filter(({ event_type }) => event_type === 'bet').map(({ payload }) => payload.n);
    assert.deepEqual(bets, [9, 8, 7]);
    const [trade] = members.filter(({ event_type }) => event_type === 'trade');
    assert.deepEqual(trade.outcome, { won: true });
    assert.deepEqual(trade.payload.value, ['no', 'object']);
    assert.equal(members.length, 4, 'the episode without its outcome is gone');
  });

  it('show a heartbeat for as long as it counts', async () => {
    const agent = agentOf(client, 'beating');
    const { session } = await agent.openSession({ heartbeat_interval: { seconds: '5', nanos: 0 } });
    assert.equal(await redis.client.exists('heartbeat:beating'), 0);
    const { session_id, epoch } = session;
    await client.call('Sessions', 'Heartbeat', { agent_id: 'beating', session_id, epoch });
    await until(async () => (await redis.client.get('heartbeat:beating')) === 'alive');
    const left_ms = await redis.client.pttl('heartbeat:beating');
    assert.ok(left_ms > 0 && left_ms <= 5000, `${left_ms}`);
  });

  it('show a price for as long as the cache holds it', async () => {
    server.behave(answer(200, '{"price":{"__decimal__":"1.10"},"market":"BTC-PERP"}'));
    const params = [{ name: 'market', value: 'BTC-PERP' }];
    await client.call('Upstreams', 'Fetch', { agent_id: 'alpha', resource: 'ticker', params });
    await until(async () => (await redis.client.exists('price:BTC-PERP')) === 1);
    assert.deepEqual(JSON.parse((await redis.client.get('price:BTC-PERP')) ?? ''), {
      price: { __decimal__: '1.1' },
      market: 'BTC-PERP',
    });
    const left_ms = await redis.client.pttl('price:BTC-PERP');
    assert.ok(left_ms > 0 && left_ms <= 60_000, `${left_ms}`);
  });

  it('tell of profile fields as they change', async () => {
    const subscriber = redis.client.duplicate();
    const told: Reply[] = [];
    subscriber.on('message', (_, message: string) => told.push(JSON.parse(message)));
    await subscriber.subscribe('purpleflea:state:updates');
    const agent = agentOf(client, 'alpha');
    await agent.setField('goal', { steps: [1, 2] });
    await until(() => told.length === 1);
    await agent.call('State', 'SetFields', { remove: ['goal'] });
    await until(() => told.length === 2);
    assert.deepEqual(
      told.map(({ agent_id, field, value }) => [agent_id, field, value]),
      [
        ['alpha', 'goal', { steps: [1, 2] }],
        ['alpha', 'goal', null],
      ],
    );
    subscriber.disconnect();
  });

  it('are refreshed while their thing lives, and gone when it does not', async () => {
    client.close();
    assert.equal(await daemon.stop(), 0);
    daemon = await startDaemon({ args: [...redis.args, ...TTL], state_dir: daemon.state_dir });
    client = new RawClient(daemon.address);
    const agent = agentOf(client, 'lives');
    await work(agent, 1);
    const closing = agentOf(client, 'closes');
    const { session } = await closing.openSession();
    await untilMirrored(client);
    // Another wrote over it, and deleted: the next refresh mends both.
    await redis.client.hset('agent:lives:profile', 'mode', '"altered"');
    await redis.client.del('session:lives');
    await until(async () => (await redis.client.hget('agent:lives:profile', 'mode')) === '"round 1"');
    // That refresh has passed this agent by; the next one takes away what does not live any more.
    const { epoch } = session;
    await closing.call('Sessions', 'CloseSession', { epoch, reason: 'market close' });
    await untilMirrored(client);
    assert.equal(await redis.client.hget('session:closes', 'status'), 'closed');
    await until(async () => (await redis.client.exists('session:closes')) === 0);
    // Longer than any key lives without a refresh.
    const began_ms = performance.now();
    await until(async () => {
      await assertAgrees(client, redis.client, 'lives');
      return performance.now() - began_ms > 4000;
    });
    client.close();
    assert.equal(await daemon.stop(), 0);
    await until(
      async () => (await redis.client.exists('agent:lives:profile', 'agent:lives:ledger', 'pf:audit')) === 0,
    );
    daemon = await startDaemon({ args: redis.args, state_dir: daemon.state_dir });
    client = new RawClient(daemon.address);
    await untilMirrored(client);
    await assertAgrees(client, redis.client, 'lives');
  });

  it('belong to the database that wrote them, until it is told to write all anew', async () => {
    const second = await startDaemon({ args: redis.args });
    const theirs = new RawClient(second.address);
    await untilMirrored(theirs);
    await agentOf(theirs, 'lives').setField('mode', 'another');
    await until(async () => errorsOf(await mirrorStatus(theirs), 'owned_elsewhere') > 0);
    assert.equal(await redis.client.hget('agent:lives:profile', 'mode'), '"round 1"');
    await theirs.call('Mirror', 'RebuildMirror', {});
    await until(async () => (await redis.client.hget('agent:lives:profile', 'mode')) === '"another"');
    theirs.close();
    await second.stop();
    removeFolder(second.state_dir);
  });
});
