import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cliFixture } from './support.js';

test('limits: acquire, buckets', async (t) => {
  const { holdfast, json } = await cliFixture(t);
  const size = ['--capacity', '3', '--refill', '0.01'];
  const taken = await holdfast('limits', 'acquire', 'exchange', ...size, '--tokens', '2');
  assert.equal(taken.code, 0, taken.stderr);
  assert.match(taken.stdout, /allowed +yes\nremaining +1\n/);
  const share = ['--agent-capacity', '1', '--agent-refill', '0.01'];
  assert.deepEqual(await json('limits', 'acquire', 'exchange', ...size, ...share), {
    allowed: true,
    remaining: 0,
    retry_after: null,
    waited: null,
  });
  const denied = await holdfast('limits', 'acquire', 'exchange', ...size);
  assert.equal(denied.code, 1);
  assert.match(denied.stdout, /allowed +no\nremaining +0\nretry after +\d/);
  const fast = ['--capacity', '1', '--refill', '10'];
  await holdfast('limits', 'acquire', 'fast', ...fast);
  assert.equal((await holdfast('limits', 'acquire', 'fast', ...fast, '--max-wait', '30s')).code, 0);
  const table = (await holdfast('limits', 'buckets', '--prefix', 'exch')).stdout;
  assert.match(
    table,
    /^BUCKET +AGENT +AVAILABLE +CAPACITY +PER SECOND +WAITING\nexchange +- +0 +3 +0\.01 +0\nexchange +alpha +0 +1 +0\.01 +0\n/,
  );
  assert.match((await holdfast('limits', 'buckets', '--prefix', 'none')).stderr, /no buckets in use/);

  const usage = [
    ['--refill', '1'],
    ['--capacity', '1'],
    ['--capacity', '1', '--refill', 'fast'],
    ['--capacity', '-1', '--refill', '1'],
    [...size, '--agent-capacity', '1'],
    [...size, '--max-wait', 'long'],
    [...size, '--tokens', '0'],
  ];
  for (const options of usage)
    assert.equal((await holdfast('limits', 'acquire', 'b', ...options)).code, 2, options.join(' '));
  assert.match(
    (await holdfast('limits', 'acquire', 'b', '--refill', '1')).stderr,
    /^holdfast: USAGE: --capacity is missing: .*--capacity N --refill R\n$/,
  );
  assert.match((await holdfast('limits', 'acquire', 'b', '--capacity', '1')).stderr, /--refill is missing/);
  assert.match((await holdfast('limits', 'acquire', 'b', ...size, '--tokens', '4')).stderr, /LIMIT_EXCEEDED/);
});

test('limits: count, counters, reset', async (t) => {
  const { holdfast, json } = await cliFixture(t);
  const day = ['--floor', '-100', '--window', '1d'];
  const counted = await holdfast('limits', 'count', 'loss/day', '-12.50', ...day);
  assert.equal(counted.code, 0, counted.stderr);
  assert.match(counted.stdout, /value +-12\.5\nresets +\d{4}-\d\d-\d\dT00:00:00Z\nrevision +1\n/);
  const crossed = await holdfast('limits', 'count', 'loss/day', '-90', ...day);
  assert.equal(crossed.code, 1);
  assert.match(crossed.stderr, /LIMIT_CROSSED/);
  await holdfast('limits', 'count', 'trades', '1', '--ceiling', '10');
  assert.match(
    (await holdfast('limits', 'counters')).stdout,
    /^COUNTER +VALUE +WINDOW +RESETS\nloss\/day +-12\.5 +24 h 0 min +\d{4}-.*Z\ntrades +1 +- +-\n/,
  );
  const listed = (await json('limits', 'counters', '--prefix', 'tr')) as { name: string; value: string }[];
  assert.deepEqual(
    listed.map(({ name, value }) => [name, value]),
    [['trades', '1']],
  );
  assert.match((await holdfast('limits', 'reset', 'trades')).stdout, /value before +1\n/);
  assert.match((await holdfast('limits', 'reset', 'none')).stderr, /NOT_FOUND/);
  assert.equal((await holdfast('limits', 'count', 'trades')).code, 2);
  assert.equal((await holdfast('limits', 'count', 'trades', '1', '--window', 'day')).code, 2);
});
