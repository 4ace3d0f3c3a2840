import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cliFixture, run } from './support.js';

interface Evaluated {
  readonly allowed: boolean;
  readonly verdicts: readonly { readonly guard: string; readonly passed: boolean }[];
}

test('guards: put, list, show, evaluate, delete', async (t) => {
  const { daemon, holdfast, json } = await cliFixture(t);
  const put = await holdfast('guards', 'put', 'small', 'max_amount', '--asset', 'USDC', '--amount', '100');
  assert.equal(put.code, 0, put.stderr);
  assert.match(
    put.stdout,
    /guard +small\nfor +alpha\nmode +enforce\nkind +max_amount\nrule +asset=USDC amount=100\nscope +everything/,
  );
  const hours = [
    '--day',
    '1',
    '--day',
    '5',
    '--from',
    '09:30',
    '--until',
    '16:00',
    '--time-zone',
    'America/New_York',
  ];
  assert.equal(
    (await holdfast('guards', 'put', 'office', 'trading_hours', ...hours, '--mode', 'shadow')).code,
    0,
  );
  const rate = ['--count', '60', '--window', '1m', '--on-action', 'begin_operation'];
  await run(['--agent', '*', 'guards', 'put', 'rate', 'max_count', ...rate], {
    HOLDFAST_ADDRESS: daemon.address,
  });
  const listed = await holdfast('guards', 'list');
  assert.match(listed.stdout, /^NAME +FOR +MODE +KIND +RULE +SCOPE +VERSION +CHANGED\n/);
  assert.match(
    listed.stdout,
    /office +alpha +shadow +trading_hours +days=\[1,5\] from=09:30 until=16:00 time_zone=America\/New_York +everything +1 /,
  );
  assert.match(listed.stdout, /rate +\* +enforce +max_count +count=60 window=60s +begin_operation +1 /);
  assert.match((await holdfast('guards', 'show', 'rate')).stdout, /guard +rate\nfor +\*\n/);
  const none = await holdfast('guards', 'show', 'nothing', '--json');
  assert.deepEqual([none.code, JSON.parse(none.stderr).error.reason], [1, 'NOT_FOUND']);

  const money = ['--account', 'cash', '--asset', 'USDC'];
  const fine = await holdfast('guards', 'evaluate', 'post_transaction', ...money, '--amount', '100');
  assert.equal(fine.code, 0, fine.stderr);
  assert.match(fine.stdout, /small +max_amount +enforce +passes +100 +100 /);
  assert.match(fine.stdout, /rate +max_count +enforce +not applicable/);
  const refused = await holdfast('guards', 'evaluate', 'post_transaction', ...money, '--amount', '100.01');
  assert.equal(refused.code, 1);
  assert.match(refused.stdout, /small +max_amount +enforce +fails +100 +100.01 .*\n[\s\S]*\nrefused\n$/);
  const reply = (await json(
    'guards',
    'evaluate',
    'begin_operation',
    '--market',
    'BTC/USDC',
    '--side',
    'buy',
    '--quantity',
    '1',
    '--asset',
    'USDC',
    '--amount',
    '99',
  )) as Evaluated;
  assert.equal(reply.allowed, true);
  assert.deepEqual(
    reply.verdicts.map(({ guard }) => guard),
    ['session', 'office', 'rate', 'small'],
  );
  const untold = await holdfast('guards', 'evaluate', 'begin_operation', '--market', 'BTC/USDC');
  assert.equal(untold.code, 1);
  assert.match(
    untold.stdout,
    /small .* fails +100 +- +risk\.amount is not told, and this guard judges by it\n/,
  );

  assert.match(
    (await holdfast('guards', 'delete', 'small', '--expected-version', '7')).stderr,
    /VERSION_CONFLICT/,
  );
  assert.equal((await holdfast('guards', 'delete', 'small', '--reason', 'over')).code, 0);
  assert.match((await holdfast('guards', 'delete', 'small')).stderr, /NOT_FOUND/);
});

test('guards put: what does not belong to the kind is a usage error', async (t) => {
  const { holdfast } = await cliFixture(t);
  const other = await holdfast(
    'guards',
    'put',
    'g',
    'max_count',
    '--count',
    '1',
    '--window',
    '1m',
    '--asset',
    'USDC',
  );
  assert.equal(other.code, 2);
  assert.match(other.stderr, /--asset does not belong to max_count: it takes --count, --window/);
  assert.equal((await holdfast('guards', 'put', 'g', 'max_fun', '--count', '1')).code, 2);
  assert.match((await holdfast('guards', 'put', 'g', 'max_count', '--count', '1')).stderr, /FIELD_REQUIRED/);
});
