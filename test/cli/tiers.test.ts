/** One test per group of commands that read and write the tiers. */
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { doc, Holdfast } from '@holdfast/client';
import { cliFixture, run } from './support.js';

test('state: put, get, patch, list, versions, delete, fields', async (t) => {
  const { daemon, holdfast, json } = await cliFixture(t);
  const document = '{"big":18446744073709551615,"limit":{"__decimal__":"2500"}}';
  assert.equal((await holdfast('state', 'put', 'config', document)).code, 0);
  assert.equal((await holdfast('state', 'get', 'config', '--document')).stdout, `${document}\n`);
  const file = join(daemon.state_dir, 'config.json');
  writeFileSync(file, '{"mode":"safe"}');
  assert.equal(((await json('state', 'put', 'config', `@${file}`)) as { version: string }).version, '2');
  const env = { HOLDFAST_ADDRESS: daemon.address, HOLDFAST_AGENT: 'alpha' };
  assert.equal((await run(['state', 'put', 'config', '-'], env, '{"mode":"fast"}')).code, 0);
  await holdfast('state', 'patch', 'config', '{"mode":null,"added":-1}', '--expected-version', '3');
  await holdfast('state', 'patch', 'config', '[{"op":"replace","path":"/added","value":2}]', '--json-patch');
  assert.match((await holdfast('state', 'get', 'config')).stdout, /\n\{\n {2}"added": 2\n\}\n$/);
  assert.equal(
    (await holdfast('state', 'get', 'config', '--at-revision', '1', '--document')).stdout,
    `${document}\n`,
  );
  const states = (await json('state', 'list', '--prefix', 'conf')) as { name: string; version: string }[];
  assert.deepEqual(
    states.map(({ name, version }) => [name, version]),
    [['config', '5']],
  );
  const limited = await holdfast('state', 'versions', 'config', '--limit', '2');
  assert.match(limited.stdout, /^NAME +VERSION .*\nconfig +5 .*\nconfig +4 /);
  assert.match(limited.stderr, /there are more: --limit N/);
  assert.equal((await holdfast('state', 'delete', 'config')).code, 0);
  assert.equal((await holdfast('state', 'get', 'config')).code, 1);
  assert.match((await holdfast('state', 'list')).stderr, /nothing found/);

  await holdfast('state', 'fields', '--set', 'mode="safe"', '--increment', 'budget=100.50');
  const spent = await holdfast('state', 'fields', '--increment', 'budget=-100.25', '--floor', '0');
  assert.match(spent.stdout, /^FIELD +VALUE +REVISION\nbudget +\{"__decimal__":"0\.25"\}/);
  assert.match(
    (await holdfast('state', 'fields', '--increment', 'budget=-1', '--floor', '0')).stderr,
    /LIMIT_CROSSED/,
  );
  const fields = (await json('state', 'fields', 'mode')) as { name: string; value: unknown }[];
  assert.deepEqual(
    fields.map(({ name, value }) => [name, value]),
    [['mode', 'safe']],
  );
});

test('ledger: post, balances, transactions, as-of, holds, reconcile, snapshot', async (t) => {
  const { daemon, holdfast, json } = await cliFixture(t);
  assert.equal(
    (await holdfast('ledger', 'post', 'cash', 'USDC', '1000.50', '--description', 'deposit')).code,
    0,
  );
  await holdfast('ledger', 'post', '--posting', 'cash,USDC,-250', '--posting', 'savings,USDC,250');
  await holdfast('ledger', 'post', 'cash', 'USDC', '-0.25', '--request-id', 'fee-1');
  const twice = await holdfast('ledger', 'post', 'cash', 'USDC', '-0.25', '--request-id', 'fee-1');
  assert.match(twice.stdout, /replayed +yes/);
  const { stdout } = await holdfast('ledger', 'balances');
  const [, cash, savings] = stdout.split('\n');
  assert.match(cash ?? '', /^cash +USDC +750\.25 +0 +750\.25 /);
  assert.match(savings ?? '', /^savings +USDC +250 /);
  // Right-aligned: both amounts end in the same column.
  assert.equal((cash ?? '').indexOf('750.25') + 6, (savings ?? '').indexOf('250') + 3);
  const transactions = (await json('ledger', 'transactions', '--account', 'savings')) as {
    postings: object[];
  }[];
  assert.deepEqual(transactions[0]?.postings, [
    { account: 'cash', asset: 'USDC', amount: '-250' },
    { account: 'savings', asset: 'USDC', amount: '250' },
  ]);
  assert.match((await holdfast('ledger', 'transactions', '--since', '1h')).stdout, /deposit/);
  const before = (await json('ledger', 'as-of', 'cash', 'USDC', '--revision', '1')) as { posted: string };
  assert.equal(before.posted, '1000.5');
  assert.equal((await holdfast('ledger', 'as-of', 'cash', 'USDC')).code, 2);

  const client = new Holdfast({ address: daemon.address, agent_id: 'alpha' });
  await client.ledger.placeHold({ account: 'cash', asset: 'USDC', amount: '5' });
  client.close();
  assert.match((await holdfast('ledger', 'holds', '--status', 'open')).stdout, /cash +USDC +5 .* open /);
  assert.match(
    (await holdfast('ledger', 'holds', '--status', 'shut')).stderr,
    /one of open, settled, released, expired/,
  );

  assert.equal((await holdfast('ledger', 'reconcile', '--expect', 'savings,USDC,250')).code, 0);
  const off = await holdfast('ledger', 'reconcile', '--expect', 'cash,USDC,751');
  assert.equal(off.code, 4);
  assert.match(off.stdout, /cash +USDC +750\.25 +750\.25 +751 +0\.75 +NO/);
  await holdfast('ledger', 'snapshot', '--label', 'close');
  const snapshots = (await json('ledger', 'snapshot', '--list')) as { label: string; balances: object[] }[];
  assert.deepEqual(
    snapshots.map(({ label, balances }) => [label, balances.length]),
    // Cash, savings, and the world, from which the money came.
    [['close', 3]],
  );
  assert.match(
    (await holdfast('ledger', 'post', 'cash', 'USDC', '1e5')).stderr,
    /INVALID_AMOUNT.*\(field delta\.amount\)/,
  );
});

test('ops: list, show, resolve', async (t) => {
  const { daemon, holdfast, json } = await cliFixture(t);
  const client = new Holdfast({ address: daemon.address, agent_id: 'alpha' });
  t.after(() => client.close());
  for (const key of ['order-1', 'order-2'])
    await client.operations.beginOperation({ operation: 'order', key, params: doc({ key }) });
  assert.match((await holdfast('ops', 'list', '--status', 'in-flight')).stdout, /order-2 .*\norder-1 /);
  const early = await holdfast(
    'ops',
    'resolve',
    'order-1',
    '--happened',
    '--evidence',
    '{"exchange":"filled"}',
  );
  assert.deepEqual([early.code, /WRONG_STATE/.test(early.stderr)], [1, true]);
  // A take-over ends the leases, so both become unknown.
  await client.takeOver({ reason: 'restart' });
  assert.equal(((await json('ops', 'list', '--status', 'unknown')) as object[]).length, 2);
  assert.equal((await holdfast('ops', 'resolve', 'order-1', '--happened')).code, 2);
  const happened = ['--happened', '--result', '{"filled":"1.5"}', '--evidence', '{"exchange":"filled"}'];
  assert.equal((await holdfast('ops', 'resolve', 'order-1', ...happened)).code, 0);
  await holdfast(
    'ops',
    'resolve',
    'order-2',
    '--did-not-happen',
    '--evidence',
    '{"exchange":"no such order"}',
  );
  const shown = (await json('ops', 'show', 'order-1')) as { status: string; result: object };
  assert.deepEqual([shown.status, shown.result], ['OPERATION_STATUS_COMPLETED', { filled: '1.5' }]);
  assert.match(
    (await holdfast('ops', 'show', 'order-2')).stdout,
    /\nstatus +failed\n[\s\S]*evidence +\{"exchange":"no such order"\}/,
  );
});

test('ops resolve settles what it is told, and says what guards warn of', async (t) => {
  const { daemon, holdfast } = await cliFixture(t);
  const client = new Holdfast({ address: daemon.address, agent_id: 'alpha' });
  t.after(() => client.close());
  await holdfast('ledger', 'post', 'cash', 'USDC', '100');
  await holdfast(
    'guards',
    'put',
    'no-drain',
    'deny',
    '--field',
    'account',
    '--value',
    'drain',
    '--mode',
    'warn',
  );
  const { operation } = await client.operations.beginOperation({
    ...{ operation: 'order', key: 'order-1', params: doc({}) },
    holds: [10, 20, 30].map((amount) => ({ account: 'cash', asset: 'USDC', amount: String(amount) })),
  });
  const [first = '', second = ''] = operation?.hold_ids ?? [];
  await client.takeOver({ reason: 'restart' });
  const found = ['ops', 'resolve', 'order-1', '--evidence', '{"exchange":"filled"}'];
  const settle = ['--settle', first, '--settle', `${second},15,drain`];
  assert.equal((await holdfast(...found, '--did-not-happen', ...settle)).code, 2);
  assert.equal((await holdfast(...found, '--happened', '--settle', 'a,1,b,c')).code, 2);
  const resolved = await holdfast(...found, '--happened', ...settle);
  assert.deepEqual([resolved.code, /^status +completed$/m.test(resolved.stdout)], [0, true]);
  assert.equal(resolved.stderr, 'guard no-drain warns: account drain is in the deny list\n');
  const { stdout } = await holdfast('ledger', 'balances');
  assert.match(stdout, /^cash +USDC +75 +0 +75 /m);
  assert.match(stdout, /^drain +USDC +15 /m);
});

test('episodes: record, list, summary', async (t) => {
  const { holdfast, json } = await cliFixture(t);
  await holdfast(
    'episodes',
    'record',
    'trade',
    '{"market":"XRP/ETH"}',
    '--amount',
    'pnl=-1.25',
    '--amount',
    'fee=0.01',
  );
  await holdfast('episodes', 'record', 'trade', '{}', '--amount', 'pnl=3', '--occurred-at', '1h');
  await holdfast('episodes', 'record', 'note');
  const episodes = (await json('episodes', 'list', '--type', 'trade')) as { payload: object }[];
  assert.deepEqual(
    episodes.map(({ payload }) => payload),
    [{ market: 'XRP/ETH' }, {}],
  );
  const { stdout } = await holdfast('episodes', 'summary', '--since', '1d');
  assert.match(stdout, /\ntrade +2 /);
  assert.match(stdout, /\n\(all\) +3 /);
  assert.match(stdout, /\ntrade +pnl +1\.75 +2\n/);
  assert.match(
    (await holdfast('episodes', 'list', '--since', '30m')).stdout,
    /pnl=-1\.25 fee=0\.01|fee=0\.01 pnl=-1\.25/,
  );
});
