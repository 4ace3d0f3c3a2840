import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { cliFixture, run } from './support.js';

test('context: set, list, get, build, rm', async (t) => {
  const { daemon, holdfast, json } = await cliFixture(t);
  const set = await holdfast('context', 'set', 'goals', 'Never sell at a loss', '--pin', '--ttl', '7d');
  assert.equal(set.code, 0, set.stderr);
  assert.match(set.stdout, /^version +1\ntokens +5\nrevision +1\n/);
  const file = join(daemon.state_dir, 'notes.txt');
  writeFileSync(file, `${'BTC closed at 64,123.10. '.repeat(200)}\n`);
  await holdfast('context', 'set', 'notes', `@${file}`, '--priority', '3');
  const env = { HOLDFAST_ADDRESS: daemon.address, HOLDFAST_AGENT: 'alpha' };
  assert.equal((await run(['context', 'set', 'piped', '-'], env, 'from a pipe')).code, 0);
  assert.equal((await holdfast('context', 'set', 'cash', '--live', 'portfolio=cash,gold')).code, 0);
  await holdfast('context', 'set', 'trades', '--live', 'episodes=trade', '--limit', '3', '--priority', '9');
  await holdfast('ledger', 'post', 'cash', 'USDC', '12.50');

  const { stdout } = await holdfast('context', 'list');
  assert.deepEqual(
    stdout.split('\n').map((line) => line.split(' ')[0]),
    ['KEY', 'goals', 'trades', 'piped', 'cash', 'notes', ''],
  );
  assert.match(stdout, /\ntrades +9 +false +- +1 +- +episodes=trade +-\n/);
  assert.match(stdout, /\ncash +5 +false +- +1 +- +portfolio=cash,gold +-\n/);
  assert.match(stdout, /\nnotes .*BTC closed at .*…\n/);
  const trades = (await json('context', 'get', 'trades')) as { live: { episodes: object } };
  assert.deepEqual(trades.live.episodes, { type: 'trade', limit: 3 });
  assert.equal((await holdfast('context', 'get', 'piped', '--content')).stdout, 'from a pipe\n');
  assert.match(
    (await holdfast('context', 'get', 'goals')).stdout,
    /\npinned +true\n[\s\S]*\n\nNever sell at a loss\n$/,
  );

  const built = await holdfast('context', 'build', '--max-tokens', '200', '--reserve', '0');
  assert.match(
    built.stdout,
    /^=== GOALS ===\nNever sell at a loss\n\n=== TRADES ===\nno episodes of type trade\n\n=== PIPED ===\nfrom a pipe\n\n=== CASH ===\ncash USDC: 12\.5 available, 0 held\nno account gold\n$/,
  );
  assert.match(built.stderr, /^\d+ of 200 tokens \(o200k_base\), \d+\.\d % used\n$/);
  const report = await holdfast('context', 'build', '--max-tokens', '200', '--truncate-at', '3', '--report');
  assert.match(report.stdout, /\nnotes +truncated +\d+ +\d{4} +3 +false/);
  assert.match(report.stdout, /\ntrades +included .* no episodes of type trade\n/);
  const some = (await json('context', 'build', 'piped', 'goals', '--model', 'claude-opus-4')) as {
    text: string;
    estimate: boolean;
  };
  assert.deepEqual(some, {
    ...some,
    text: '=== GOALS ===\nNever sell at a loss\n\n=== PIPED ===\nfrom a pipe',
    estimate: true,
  });

  assert.match(
    (await holdfast('context', 'rm', 'piped', '--expected-version', '9')).stderr,
    /VERSION_CONFLICT/,
  );
  assert.equal((await holdfast('context', 'rm', 'piped')).code, 0);
  assert.equal((await holdfast('context', 'get', 'piped')).code, 1);
});

test('context set takes a content or a live view', async (t) => {
  const { holdfast } = await cliFixture(t);
  for (const args of [
    ['k'],
    ['k', 'text', '--live', 'task'],
    ['k', 'text', '--limit', '3'],
    ['k', '--live', 'x'],
  ]) {
    assert.equal((await holdfast('context', 'set', ...args)).code, 2, args.join(' '));
  }
  assert.match(
    (await holdfast('context', 'set', 'k', 'text', '--ttl', 'soon')).stderr,
    /--ttl must be a span/,
  );
  assert.match((await holdfast('context', 'build', '--reserve', '180000')).stderr, /reserve_for_output/);
  assert.match((await holdfast('context', 'list')).stderr, /no slots/);
});

test('tokens count', async (t) => {
  const { daemon, holdfast, json } = await cliFixture(t);
  assert.equal((await holdfast('tokens', 'count', 'hello world')).stdout, '2\n');
  const env = { HOLDFAST_ADDRESS: daemon.address };
  assert.equal((await run(['tokens', 'count'], env, 'hello world')).stdout, '2\n');
  const estimate = await holdfast('tokens', 'count', 'hello world', '--model', 'gemini-pro');
  assert.deepEqual([estimate.stdout, estimate.stderr], ['2\n', 'an estimate, made with o200k_base\n']);
  assert.deepEqual(await json('tokens', 'count', '<|endoftext|>', '--model', 'gpt-4'), {
    tokens: 7,
    estimate: false,
    encoding: 'cl100k_base',
  });
  assert.match(
    (await holdfast('tokens', 'count', 'x', '--model', 'abacus')).stderr,
    /INVALID_FIELD.*field model/,
  );
});
