/** An agent's work in every tier that is mirrored, and the comparison of Redis with the daemon's own replies. */
import assert from 'node:assert/strict';
import type { Cluster, Redis } from 'ioredis';
import type { RawClient, Reply } from '../support/rawClient.js';
import { requestId, until } from '../support/work.js';

/** What it holds of, in tests: the mirror is off the path, so its time is its own. */
export async function untilMirrored(client: RawClient): Promise<void> {
  await until(async () => {
    const status = await mirrorStatus(client);
    return status.state === 'MIRROR_STATE_FOLLOWING' && status.lag_revisions === '0';
  });
}

export function mirrorStatus(client: RawClient): Promise<Reply> {
  return client.call('Mirror', 'MirrorStatus', {});
}

export function errorsOf(status: Reply, kind: string): number {
  return Number(status.errors.find((error: Reply) => error.kind === kind)?.count ?? 0);
}

const json = (value: unknown): { json: string } => ({ json: JSON.stringify(value) });

/** The agent's calls, each a new request. */
export function agentOf(client: RawClient, agent_id: string) {
  const call = (service: Parameters<RawClient['call']>[0], method: string, request: object): Promise<Reply> =>
    client.call(service, method, { agent_id, request_id: requestId(), ...request });
  return {
    call,
    setField: (name: string, value: unknown) =>
      call('State', 'SetFields', { set: [{ name, value: json(value) }] }),
    post: (amount: string, more: object = {}) =>
      call('Ledger', 'PostTransaction', { delta: { account: 'cash', asset: 'USDC', amount }, ...more }),
    episode: (type: string, payload: unknown, more: object = {}) =>
      call('Episodic', 'RecordEpisodes', { episodes: [{ type, payload: json(payload), ...more }] }),
    openSession: (more: object = {}) =>
      call('Sessions', 'OpenSession', { asset: 'USDC', account: 'cash', start_capital: '1000', ...more }),
    action: (action: string, more: object = {}) => call('Audit', 'RecordAction', { action, ...more }),
    publish: (channel: string, payload: unknown, more: object = {}) =>
      call('Signals', 'Publish', { channel, payload: json(payload), ...more }),
  };
}

export type TestAgent = ReturnType<typeof agentOf>;

/** A bit of everything. */
export async function work(agent: TestAgent, round: number): Promise<void> {
  await agent.setField('mode', `round ${round}`);
  await agent.call('State', 'IncrementField', { name: 'session_count', integer: '1' });
  await agent.post('10.25', { description: `deposit ${round}` });
  await agent.post('-0.000000000000000001');
  await agent.episode('trade', { round }, { amounts: [{ name: 'pnl', amount: '1.5' }] });
  const { session } = await agent.openSession();
  await agent.call('Sessions', 'RecordTrade', {
    session_id: session.session_id,
    epoch: session.epoch,
    venue: 'test',
    trade_id: requestId('trade'),
    market: 'BTC-PERP',
    pnl: '0.5',
  });
  await agent.action('order', {
    market: 'BTC-PERP',
    amount: '0.5',
    asset: 'BTC',
    status: 'filled',
    pnl: '1.25',
  });
}

async function everyPage(
  client: RawClient,
  service: Parameters<RawClient['call']>[0],
  method: string,
  request: object,
  field: string,
): Promise<Reply[]> {
  const all: Reply[] = [];
  for (let page_token = ''; ; ) {
    const reply = await client.call(service, method, { ...request, page_size: 500, page_token });
    all.push(...reply[field]);
    page_token = reply.next_page_token;
    if (page_token === '') return all;
  }
}

const secondsOf = ({ seconds, nanos }: { seconds: string; nanos: number }): number =>
  Number(`${seconds}.${String(Math.floor(nanos / 1000)).padStart(6, '0')}`);

/** Every mirrored key of an agent holds what the daemon answers, has a time to live, and nothing else. */
export async function assertAgrees(
  client: RawClient,
  redis: Redis | Cluster,
  agent_id: string,
): Promise<void> {
  await assertProfile(client, redis, agent_id);
  await assertLedger(client, redis, agent_id);
  await assertEpisodes(client, redis, agent_id);
  await assertSession(client, redis, agent_id);
}

async function assertLives(redis: Redis | Cluster, key: string): Promise<void> {
  const left_ms = await redis.pttl(key);
  assert.ok(left_ms > 0, `${key} has no time to live: ${left_ms}`);
}

async function assertProfile(client: RawClient, redis: Redis | Cluster, agent_id: string): Promise<void> {
  const key = `agent:${agent_id}:profile`;
  const { fields } = await client.call('State', 'GetFields', { agent_id });
  const expected = Object.fromEntries(fields.map(({ name, value }: Reply) => [name, JSON.parse(value.json)]));
  const found = Object.entries(await redis.hgetall(key)).map(([name, text]) => [name, JSON.parse(text)]);
  assert.deepEqual(Object.fromEntries(found), expected, key);
  if (found.length > 0) await assertLives(redis, key);
}

async function assertLedger(client: RawClient, redis: Redis | Cluster, agent_id: string): Promise<void> {
  const key = `agent:${agent_id}:ledger`;
  const all = await everyPage(client, 'Ledger', 'ListTransactions', { agent_id }, 'transactions');
  const members = (await redis.zrevrange(key, 0, -1)).map((text) => JSON.parse(text));
  const carried = members.at(-1)?.tx_id === 'carried' ? members.pop() : undefined;
  assert.equal(
    carried === undefined,
    all.length === members.length,
    `${key}: carried when some are left out`,
  );
  assert.deepEqual(
    members.map(({ tx_id, postings, description, timestamp }) => [tx_id, postings, description, timestamp]),
    all
      .slice(0, members.length)
      .map((one) => [
        one.transaction_id,
        one.postings.map(({ account, asset, amount }: Reply) => ({ account, asset, amount })),
        one.description,
        secondsOf(one.committed_at),
      ]),
    key,
  );
  if (members.length > 0) await assertLives(redis, key);
}

async function assertEpisodes(client: RawClient, redis: Redis | Cluster, agent_id: string): Promise<void> {
  const key = `episodes:${agent_id}`;
  const all = await everyPage(client, 'Episodic', 'ListEpisodes', { agent_id }, 'episodes');
  const members = (await redis.zrevrange(key, 0, -1)).map((text) => JSON.parse(text));
  const byId = (one: readonly unknown[], other: readonly unknown[]): number =>
    String(one[0]) < String(other[0]) ? -1 : 1;
  assert.deepEqual(
    members
      .map(({ event_type, payload: { _holdfast, ...payload }, outcome }) => [
        _holdfast.id,
        event_type,
        payload,
        outcome,
      ])
      .sort(byId),
    all
      .slice(0, 500)
      .map(({ episode_id, type, payload, outcome }) => [
        episode_id,
        type,
        JSON.parse(payload.json),
        outcome === null ? null : JSON.parse(outcome.json),
      ])
      .sort(byId),
    key,
  );
  if (members.length > 0) await assertLives(redis, key);
}

async function assertSession(client: RawClient, redis: Redis | Cluster, agent_id: string): Promise<void> {
  const key = `session:${agent_id}`;
  const { sessions } = await client.call('Sessions', 'ListSessions', { agent_id, page_size: 1 });
  const [session] = sessions;
  const found = await redis.hgetall(key);
  const has_ended = /CLOSED|EXPIRED/.test(session?.state ?? 'CLOSED');
  if (has_ended && Object.keys(found).length === 0) return;
  const { session_id, start_capital, current_capital, total_pnl, trades, state } = session;
  assert.deepEqual(
    [
      found.session_id,
      found.start_capital,
      found.current_capital,
      found.total_pnl,
      found.trades,
      found.status,
    ],
    [
      session_id,
      start_capital,
      current_capital,
      total_pnl,
      trades,
      state.replace('SESSION_STATE_', '').toLowerCase(),
    ],
    key,
  );
  await assertLives(redis, key);
}

/** Every recorded action is in the stream once, in order, and nothing else. */
export async function assertStreamAgrees(client: RawClient, redis: Redis | Cluster): Promise<void> {
  const stream = client.stream('Audit', 'ReplayActions', { agent_id: '*' });
  const actions: string[] = [];
  for await (const message of stream)
    actions.push(...(message as Reply).actions.map((one: Reply) => one.action_id));
  const entries = await redis.xrange('pf:audit', '-', '+');
  const ids = entries.map(([, fields]) => fields[fields.indexOf('action_id') + 1]);
  assert.deepEqual(ids, actions);
  if (ids.length > 0) await assertLives(redis, 'pf:audit');
}

/** No key lives for ever. */
export async function assertAllExpire(redis: Redis): Promise<void> {
  for (const key of await redis.keys('*')) await assertLives(redis, key);
}
