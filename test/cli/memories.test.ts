/** The commands over semantic memory, on a real daemon. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cliFixture, run } from './support.js';

interface Stored {
  readonly memory_id: string;
  readonly duplicate: boolean;
}

test('memories: remember, recall, list, get, pin, supersede, forget', async (t) => {
  const { holdfast, json } = await cliFixture(t);
  const first = (await json(
    'remember',
    'Spreads of XRP/ETH widen late',
    '--tag',
    'xrp',
    '--metadata',
    '{"level":2}',
    '--note',
    'seen',
  )) as Stored;
  assert.equal(((await json('remember', 'Spreads of XRP/ETH widen late')) as Stored).duplicate, true);
  assert.match((await holdfast('remember', 'The limit is 10')).stdout, /^memory +memory-/);
  const found = await holdfast(
    'recall',
    'when do spreads widen?',
    '--mode',
    'keyword',
    '--tag',
    'xrp',
    '--where',
    'level=2',
    '--half-life',
    '1h',
    '--explain',
  );
  assert.equal(found.code, 0);
  assert.match(
    found.stdout,
    /^ *SCORE +VECTOR +KEYWORD +RECENCY +OCCURRED +CONTENT +MEMORY\n.*#1 .*Spreads of XRP\/ETH widen late/,
  );
  assert.match((await holdfast('recall', 'nothing like it', '--mode', 'keyword')).stderr, /nothing found/);
  const listed = (await json('memories', 'list')) as { content: string; memory_id: string }[];
  assert.deepEqual(
    listed.map(({ content }) => content),
    ['The limit is 10', 'Spreads of XRP/ETH widen late'],
  );
  const shown = await holdfast('memories', 'get', first.memory_id);
  assert.match(shown.stdout, /tags +xrp\n/);
  assert.match(shown.stdout, /note +seen\n/);
  assert.match(shown.stdout, /\n\nSpreads of XRP\/ETH widen late\n$/);
  assert.equal((await holdfast('memories', 'pin', first.memory_id)).code, 0);
  const pinned = await holdfast('forget', first.memory_id);
  assert.equal(pinned.code, 1);
  assert.match(pinned.stderr, /WRONG_STATE/);
  assert.equal((await holdfast('forget', first.memory_id, '--force')).code, 0);
  const old_id = listed[0]?.memory_id ?? '';
  await holdfast('memories', 'supersede', old_id, 'The limit is 20');
  assert.match((await holdfast('memories', 'list')).stdout, /The limit is 20/);
  assert.doesNotMatch((await holdfast('memories', 'list')).stdout, /The limit is 10/);
  assert.match((await holdfast('memories', 'list', '--superseded')).stdout, /The limit is 10/);
  assert.equal((await holdfast('recall', 'x', '--mode', 'sideways')).code, 2);
  assert.equal((await holdfast('recall', 'x', '--half-life', 'soon')).code, 2);
});

test('namespaces, generations, reindex, verify', async (t) => {
  const { daemon, holdfast, json } = await cliFixture(t);
  assert.equal((await holdfast('namespaces', 'desk', '--reader', '*', '--writer', 'beta')).code, 0);
  assert.match((await holdfast('namespaces')).stdout, /desk +alpha +\* +beta/);
  assert.match((await holdfast('namespaces', 'desk')).stdout, /desk +alpha +\* +beta/);
  assert.equal((await holdfast('namespaces', 'desk', '--reader', 'gamma')).code, 0);
  assert.match((await holdfast('namespaces', 'desk')).stdout, /desk +alpha +gamma +beta/);
  assert.equal((await holdfast('namespaces', 'desk', '--reader', '*')).code, 0);
  await holdfast('remember', 'for the desk', '--namespace', 'desk');
  const gamma = { HOLDFAST_ADDRESS: daemon.address, HOLDFAST_AGENT: 'gamma' };
  const seen = await run(['recall', 'desk', '--namespace', 'desk', '--mode', 'keyword'], gamma);
  assert.match(seen.stdout, /for the desk/);
  assert.equal((await run(['remember', 'x', '--namespace', 'desk'], gamma)).code, 1);
  assert.ok(Array.isArray(await json('generations')));
  assert.deepEqual((await holdfast('reindex')).stdout, 'reindexed  yes\n');
  assert.equal((await holdfast('verify')).code, 0);
});
