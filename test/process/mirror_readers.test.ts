/** Programs in Python that read Redis by the layout alone, with redis-py, find in the mirror what they look for. */
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, before, describe, it } from 'node:test';
import { packageRoot } from '../../src/paths.js';
import { agentOf, mirrorStatus, untilMirrored } from '../mirror/support.js';
import { answer, BadServer } from '../support/bad_server.js';
import { removeFolder, startDaemon, type TestDaemon, temporaryFolder } from '../support/daemon.js';
import { pythonWith } from '../support/python.js';
import { RawClient, type Reply } from '../support/rawClient.js';
import { no_redis, startRedis, type TestRedis } from '../support/redis.js';
import { until } from '../support/work.js';

const READERS = join(packageRoot, 'test', 'mirror', 'readers');
const python = no_redis === false ? pythonWith(join(READERS, 'requirements.txt')) : { problem: no_redis };
const problem: string | false = 'problem' in python ? python.problem : false;

describe('programs that read Redis', { skip: problem }, () => {
  const folder = temporaryFolder();
  const told: Reply[] = [];
  let redis: TestRedis;
  let server: BadServer;
  let daemon: TestDaemon;
  let client: RawClient;
  let reader: ChildProcess;

  before(async () => {
    server = await BadServer.start();
    server.behave(answer(200, '{"price":64000.5,"market":"BTC-PERP"}'));
    const resources = { ticker: { path: '/markets/{market}/ticker', ttl_ms: 60_000 } };
    writeFileSync(join(folder, 'up.json'), JSON.stringify({ up: { base_url: server.base_url, resources } }));
    redis = await startRedis();
    daemon = await startDaemon({ args: [...redis.args, '--upstreams', join(folder, 'up.json')] });
    client = new RawClient(daemon.address);
    await until(async () => (await mirrorStatus(client)).connected === true);
    const agent = agentOf(client, 'agent-007');
    await agent.setField('mode', 'careful');
    await agent.setField('limit', { __decimal__: '0.1' });
    await agent.call('State', 'IncrementField', { name: 'session_count', integer: '3' });
    for (const amount of ['100', '100', '-0.1', '-0.2']) await agent.post(amount, { reference: 'r-1' });
    await agent.episode('trade', { market: 'BTC-PERP' }, { outcome: { json: '{"won": true}' } });
    await agent.episode('bet', { game: 'coin-flip' });
    const { session } = await agent.openSession({ heartbeat_interval: { seconds: '600', nanos: 0 } });
    const { session_id, epoch } = session;
    const trade = { session_id, epoch, venue: 'x', trade_id: 't-1', market: 'BTC-PERP', pnl: '2.5' };
    await agent.call('Sessions', 'RecordTrade', trade);
    await client.call('Sessions', 'Heartbeat', { agent_id: 'agent-007', session_id, epoch });
    await agent.action('bet', {
      market: 'coin-flip',
      amount: '0.1',
      asset: 'USDC',
      status: 'win',
      pnl: '0.09',
    });
    await agent.action('note');
    const params = [{ name: 'market', value: 'BTC-PERP' }];
    await client.call('Upstreams', 'Fetch', { agent_id: 'agent-007', resource: 'ticker', params });
    await untilMirrored(client);
    await until(async () => (await redis.client.exists('heartbeat:agent-007', 'price:BTC-PERP')) === 2);
    const url = `redis://127.0.0.1:${redis.port}`;
    const path = 'path' in python ? python.path : '';
    reader = spawn(path, [join(READERS, 'readers.py'), url, 'agent-007', 'BTC-PERP'], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    createInterface({ input: reader.stdout as NodeJS.ReadableStream }).on('line', (line) =>
      told.push(JSON.parse(line)),
    );
    await until(() => told.includes('subscribed') || reader.exitCode !== null);
  });
  after(async () => {
    reader.stdin?.end();
    if (reader.exitCode === null) await once(reader, 'exit');
    client.close();
    assert.equal(await daemon.stop(), 0);
    await server.close();
    await redis.remove();
    removeFolder(daemon.state_dir);
    removeFolder(folder);
  });

  it('find profile, ledger, episodes, session, heartbeat, price and audit stream', () => {
    const [found] = told;
    assert.deepEqual(found.profile, { mode: 'careful', limit: { __decimal__: '0.1' }, session_count: 3 });
    const amounts = found.transactions.map((one: Reply) => one.amount_usdc.__decimal__);
    assert.deepEqual(amounts, ['2.5', '-0.2', '-0.1', '100', '100'], 'newest first, those alike both there');
    assert.deepEqual(found.balance, { __decimal__: '202.2' });
    assert.deepEqual(
      found.episodes.map(({ event_type, outcome }: Reply) => [event_type, outcome]),
      [
        ['bet', null],
        ['trade', { won: true }],
      ],
    );
    assert.equal(found.ranged, 2);
    const { started_at, ...session } = found.session;
    assert.ok(started_at > 1_600_000_000);
    assert.deepEqual(session, {
      over_drawdown: false,
      status: 'active',
      trades: 1,
      total_pnl: 2.5,
      dashboard: ['session:agent-007'],
    });
    assert.equal(found.alive, 'alive');
    assert.deepEqual(found.price, { price: 64000.5, market: 'BTC-PERP' });
    assert.equal(found.audit.pnl, 0.09);
    assert.deepEqual(found.audit.amounts, [0.1, 0]);
    const [bet, note] = found.audit.entries;
    assert.deepEqual(
      [bet.action, bet.market, bet.status, bet.tx_id, JSON.parse(bet.meta), bet.absent],
      ['bet', 'coin-flip', 'win', '', {}, 'wall_time,meta'],
    );
    assert.equal(note.absent, 'amount,pnl,wall_time,meta');
  });

  it('hear signals of agents here, durable and live, and updates of their state', async () => {
    const agent = agentOf(client, 'analyst');
    const from = told.length;
    await agent.publish(
      'pf:signals:BTC-PERP',
      { type: 'LONG', market: 'BTC-PERP' },
      { confidence: 0.82, source: 'rsi', durable: true },
    );
    await until(() => told.length === from + 1);
    await agent.publish('pf:broadcast', { note: 'close of day' });
    await until(() => told.length === from + 2);
    await agent.setField('goal', 'more');
    await until(() => told.length === from + 3);
    const [signal, broadcast, update] = told.slice(from);
    const { ts, ...rest } = signal.signal;
    assert.ok(ts > 1_600_000_000);
    assert.deepEqual(rest, { market: 'BTC-PERP', type: 'LONG', confidence: 0.82, source: 'rsi' });
    assert.deepEqual([broadcast.channel, broadcast.whole.note], ['pf:broadcast', 'close of day']);
    const { agent_id, field, value } = update.whole;
    assert.deepEqual([agent_id, field, value], ['analyst', 'goal', 'more']);
  });

  it('are heard by agents here', async () => {
    const stream = client.stream('Signals', 'Subscribe', {
      agent_id: 'executor',
      patterns: ['pf:signals:*'],
    });
    stream.on('error', () => {});
    const heard: Reply[] = [];
    stream.on('data', ({ signal }: Reply) => signal && heard.push(signal));
    await once(stream, 'metadata');
    reader.stdin?.write(
      '{"market": "BTC-PERP", "type": "SHORT", "confidence": 0.9, "source": "script", "ts": 1.5}\n',
    );
    await until(() => heard.length === 1);
    assert.equal(heard[0].source, 'redis:script');
    assert.equal(JSON.parse(heard[0].payload.json).type, 'SHORT');
    stream.cancel();
  });
});
