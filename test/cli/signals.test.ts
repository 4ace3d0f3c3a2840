import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { Holdfast } from '@holdfast/client';
import { CLI, cliFixture, ENV, run } from './support.js';

test('publishes and lists', async (t) => {
  const { holdfast, json } = await cliFixture(t);
  const made = (await json(
    'signals',
    'publish',
    'pf:signals:BTC',
    '{"side":"buy"}',
    '--confidence',
    '0.8',
    '--source',
    'model-7',
    '--durable',
  )) as { signal_id: string; subscribers: number };
  assert.equal(made.subscribers, 0);
  const shown = await holdfast('signals', 'publish', 'pf:broadcast', '--durable');
  assert.match(shown.stdout, /signal +signal-\w+\nrevision +2\nsubscribers +0/);
  const listed = await holdfast('signals', 'list', 'pf:*:BTC', 'pf:broadcast');
  assert.equal(listed.code, 1, 'pf:*:BTC could be the alerts of an agent x:BTC');
  assert.match(listed.stderr, /alerts of another agent/);
  const { stdout } = await holdfast('signals', 'list', 'pf:signals:*', 'pf:broadcast');
  assert.match(
    stdout,
    /pf:broadcast +alpha +1 +\{\} +signal-\w+\n.*pf:signals:BTC +model-7 +0.8 +\{"side":"buy"\}/,
  );
  assert.deepEqual(
    ((await json('signals', 'list', 'pf:signals:*', '--min-confidence', '0.9')) as unknown[]).length,
    0,
  );
  assert.equal((await holdfast('signals', 'list', 'pf:nothing')).stderr.trim(), 'no signals');
});

test('refuses what makes no sense, with a usage error', async (t) => {
  const { holdfast } = await cliFixture(t);
  for (const args of [
    ['signals', 'publish', 'a', '1', '--confidence', '1.5'],
    ['signals', 'subscribe', 'a', '--min-confidence', 'much'],
    ['signals', 'subscribe', 'a', '--count', '0'],
    ['signals', 'publish'],
  ]) {
    const { code, stderr } = await holdfast(...args);
    assert.equal(code, 2, `${args.join(' ')}: ${stderr}`);
  }
  const refused = await holdfast('signals', 'publish', 'a b', '1');
  assert.deepEqual([refused.code, /channel/.test(refused.stderr)], [1, true]);
});

test('follows what is published, from the beginning and then live', async (t) => {
  const { daemon, holdfast } = await cliFixture(t);
  await holdfast('signals', 'publish', 'pf:signals:A', '1', '--durable');
  const child = spawn(
    process.execPath,
    [CLI, 'signals', 'subscribe', 'pf:signals:*', '--from', '0', '--count', '3', '--json'],
    { env: { ...ENV, HOLDFAST_ADDRESS: daemon.address, HOLDFAST_AGENT: 'alpha' } },
  );
  t.after(() => child.kill());
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async () => JSON.parse((await lines.next()).value as string) as Record<string, unknown>;
  const { channel, durable, payload } = await next();
  assert.deepEqual([channel, durable, payload], ['pf:signals:A', true, 1]);
  const client = new Holdfast({ address: daemon.address, agent_id: 'beta' });
  t.after(() => client.close());
  for (let subscribers = 0; subscribers === 0; ) {
    ({ subscribers } = await client.signals.publish({ channel: 'pf:signals:B', payload: { json: '2' } }));
  }
  assert.equal((await next()).agent_id, 'beta');
  await client.signals.publish({ channel: 'pf:signals:C', payload: { json: '3' }, durable: true });
  assert.equal((await next()).channel, 'pf:signals:C');
  const [code] = await once(child, 'exit');
  assert.equal(code, 0);
});

test('lists consumers and alert rules', async (t) => {
  const { daemon, holdfast, json } = await cliFixture(t);
  assert.equal((await holdfast('signals', 'consumers')).stderr.trim(), 'no consumers');
  assert.equal((await holdfast('signals', 'alerts')).stderr.trim(), 'no alert rules');
  const client = new Holdfast({ address: daemon.address, agent_id: 'alpha' });
  t.after(() => client.close());
  await client.signals.putConsumer({ name: 'worker', patterns: ['pf:signals:*', 'pf:broadcast'] });
  await client.signals.publish({ channel: 'pf:broadcast', payload: { json: '1' }, durable: true });
  const balance_below = { account: 'cash', asset: 'USDC', amount: '10' };
  await client.signals.putAlertRule({ rule: { name: 'low', balance_below } });
  await client.signals.putAlertRule({ rule: { name: 'near', drawdown_near: { fraction_of_limit: '0.8' } } });
  const { stdout } = await holdfast('signals', 'consumers');
  assert.match(stdout, /worker +1 +0 +0 +0 +pf:broadcast pf:signals:\*/);
  const rules = (await holdfast('signals', 'alerts')).stdout;
  assert.match(rules, /low +cash below 10 USDC +fired\nnear +drawdown at 0\.8 of its limit +armed/);
  const [first] = (await json('signals', 'alerts')) as { name: string; fired: boolean }[];
  assert.deepEqual([first?.name, first?.fired], ['low', true]);
});

test('makes a consumer, takes its signals, hands dead letters out again, and deletes it', async (t) => {
  const { daemon, holdfast, json } = await cliFixture(t);
  const client = new Holdfast({ address: daemon.address, agent_id: 'alpha' });
  t.after(() => client.close());
  for (const payload of ['1', '2', '3'])
    await client.signals.publish({ channel: 'pf:signals:A', payload: { json: payload }, durable: true });
  const made = await holdfast(
    'signals',
    'consumer',
    'worker',
    'pf:signals:*',
    '--from',
    '0',
    '--max-deliveries',
    '1',
  );
  assert.match(made.stdout, /created +worker\npatterns +pf:signals:\*\nwaiting +3/);
  const taken = await holdfast('signals', 'consume', 'worker', '--count', '1');
  assert.match(taken.stdout, /pf:signals:A {2}alpha {2}1 {2}1 {2}delivery 1\n$/);

  // The second is given back, and may not come a second time. With the stream gone, or the third would come on it.
  let giveBack: (() => Promise<void>) | undefined;
  for await (const { nack } of client.consume('worker', { max_in_flight: 1 })) {
    giveBack = nack;
    break;
  }
  await giveBack?.();
  const dead = await holdfast('signals', 'dead', 'worker');
  assert.match(dead.stdout, /pf:signals:A +alpha +1 +2 +signal-/);
  assert.match((await holdfast('signals', 'dead', 'worker', '--redrive')).stdout, /redriven +1/);
  assert.equal((await holdfast('signals', 'dead', 'worker')).stderr.trim(), 'no dead letters');
  const rest = (await holdfast('signals', 'consume', 'worker', '--count', '2', '--json')).stdout;
  const payloads = rest
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { signal: { payload: number } }).signal.payload);
  assert.deepEqual(payloads.sort(), [2, 3]);
  const [left] = (await json('signals', 'consumers')) as { waiting: string; pending: string; dead: string }[];
  assert.deepEqual([left?.waiting, left?.pending, left?.dead], ['0', '0', '0']);
  assert.match((await holdfast('signals', 'consumer', 'worker', '--delete')).stdout, /deleted +worker/);
  assert.equal((await holdfast('signals', 'consume', 'worker')).code, 1);
});

test('makes, changes and deletes alert rules', async (t) => {
  const { holdfast } = await cliFixture(t);
  const low = await holdfast('signals', 'alert', 'low', '--below', 'cash,USDC,10');
  assert.match(low.stdout, /rule +low\nstate +fired/);
  await holdfast('signals', 'alert', 'near', '--drawdown', '0.8');
  const { stdout } = await holdfast('signals', 'alerts');
  assert.match(stdout, /low +cash below 10 USDC +fired\nnear +drawdown at 0\.8 of its limit +armed/);
  assert.match((await holdfast('signals', 'alert', 'low', '--delete')).stdout, /deleted +low/);
  for (const args of [[], ['--below', 'cash,USDC,1', '--drawdown', '0.5'], ['--below', 'cash']]) {
    assert.equal((await holdfast('signals', 'alert', 'r', ...args)).code, 2, args.join(' '));
  }
  assert.match((await holdfast('signals', 'alert', 'r', '--drawdown', '1.5')).stderr, /fraction_of_limit/);
});

test('explains itself', async () => {
  const { stdout, code } = await run(['signals', 'subscribe', '--help']);
  assert.equal(code, 0);
  assert.match(stdout, /PATTERN/);
});
