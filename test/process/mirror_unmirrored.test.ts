/** What cannot be mirrored is left out and named; everything else goes on. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import Database from 'better-sqlite3';
import { agentOf, errorsOf, mirrorStatus, untilMirrored } from '../mirror/support.js';
import { removeFolder, startDaemon, type TestDaemon } from '../support/daemon.js';
import { RawClient, type Reply } from '../support/rawClient.js';
import { no_redis, startRedis, type TestRedis } from '../support/redis.js';
import { until } from '../support/work.js';

/** The largest amount that a ledger takes. */
const MOST = '9'.repeat(38);
const usdc = (postings: readonly (readonly [account: string, amount: string])[]): object => ({
  postings: postings.map(([account, amount]) => ({ account, asset: 'USDC', amount })),
});

describe('what cannot be mirrored', { skip: no_redis }, () => {
  let redis: TestRedis;
  let daemon: TestDaemon;
  let client: RawClient;

  const ledger = async (agent_id: string): Promise<Reply[]> =>
    (await redis.client.zrange(`agent:${agent_id}:ledger`, '0', '-1')).map((text) => JSON.parse(text));
  const amountsOf = (members: readonly Reply[]): string[] =>
    members.map(({ amount_usdc }) => amount_usdc.__decimal__);
  const rebuilt = async (): Promise<void> => {
    const { rebuilds } = await mirrorStatus(client);
    await client.call('Mirror', 'RebuildMirror', {});
    await until(async () => (await mirrorStatus(client)).rebuilds === String(Number(rebuilds) + 1));
    await untilMirrored(client);
  };

  before(async () => {
    redis = await startRedis();
    daemon = await startDaemon({ args: redis.args });
    client = new RawClient(daemon.address);
    await untilMirrored(client);
  });
  after(async () => {
    client.close();
    assert.equal(await daemon.stop(), 0);
    removeFolder(daemon.state_dir);
    await redis.remove();
  });

  it('is no transaction whose sums alone are beyond the largest amount', async () => {
    const postings = usdc([
      ['a', MOST],
      ['b', MOST],
      ['c', `-${MOST}`],
      ['d', `-${MOST}`],
    ]);
    await agentOf(client, 'wide').call('Ledger', 'PostTransaction', postings);
    await agentOf(client, 'neighbour').post('1');
    await untilMirrored(client);
    assert.deepEqual(amountsOf(await ledger('wide')), ['0']);
    assert.deepEqual(amountsOf(await ledger('neighbour')), ['1']);
    const status = await mirrorStatus(client);
    assert.equal(errorsOf(status, 'unmirrored'), 0);
  });

  it('of a ledger is carried, so that the sum is the balance still', async () => {
    const agent = agentOf(client, 'turned');
    await agent.post(MOST);
    // From one end to the other: what it does to the agent's USDC has 39 digits.
    const { transaction_id } = await agent.call(
      'Ledger',
      'PostTransaction',
      usdc([
        ['cash', `-${MOST}`],
        ['other', `-${MOST}`],
        ['world', MOST],
        ['world', MOST],
      ]),
    );
    await agent.post('2');
    await agentOf(client, 'neighbour').post('1');
    await untilMirrored(client);
    const members = await ledger('turned');
    assert.deepEqual(
      members.map(({ type }) => type),
      ['carried_forward', 'transaction'],
    );
    assert.deepEqual(amountsOf(members), [`-${MOST}`, '2']);
    assert.equal((await ledger('neighbour')).length, 2);
    const status = await mirrorStatus(client);
    assert.equal(errorsOf(status, 'unmirrored'), 1);
    assert.match(
      status.last_error,
      new RegExp(`^unmirrored: transaction ${transaction_id} of turned: .*39 integer digits`),
    );
    await rebuilt();
    assert.deepEqual(await ledger('turned'), members, 'written as a whole it is the same');
    assert.equal(errorsOf(await mirrorStatus(client), 'unmirrored'), 1, 'counted once');
    assert.equal(daemon.log().match(/cannot be mirrored/g)?.length, 1, 'logged once');
  });

  it('stops nothing else of its agent either', async () => {
    const agent = agentOf(client, 'torn');
    for (const name of ['first', 'second']) await agent.setField(name, name);
    for (const n of [1, 2]) await agent.episode('trade', { n });
    for (const action of ['one', 'two']) await agent.action(action);
    await untilMirrored(client);
    const { head_revision } = await mirrorStatus(client);
    client.close();
    assert.equal(await daemon.stop(), 0);
    // Text of five bytes that are not there.
    const db = new Database(join(daemon.state_dir, 'holdfast.db'));
    db.exec("UPDATE state_fields SET value = x'a5' WHERE agent_id = 'torn' AND name = 'first'");
    db.exec("UPDATE episodes SET payload = x'a5' WHERE position = (SELECT min(position) FROM episodes)");
    db.close();
    await redis.client.flushall();
    const args = [...redis.args, '--accept-damage', head_revision];
    daemon = await startDaemon({ args, state_dir: daemon.state_dir });
    client = new RawClient(daemon.address);
    await untilMirrored(client);
    assert.deepEqual(await redis.client.hgetall('agent:torn:profile'), { second: '"second"' });
    const episodes = await redis.client.zrange('episodes:torn', '0', '-1');
    assert.deepEqual(
      episodes.map((text) => JSON.parse(text).payload.n),
      [2],
    );
    const status = await mirrorStatus(client);
    assert.equal(status.state, 'MIRROR_STATE_FOLLOWING');
    assert.equal(
      errorsOf(status, 'unmirrored'),
      3,
      'the field, the episode, and the transaction from before',
    );
    await agentFollows();
  });

  async function agentFollows(): Promise<void> {
    await agentOf(client, 'torn').setField('third', 3);
    await untilMirrored(client);
    assert.deepEqual(await redis.client.hgetall('agent:torn:profile'), { second: '"second"', third: '3' });
  }
});
