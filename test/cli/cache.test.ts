/** holdfast cache: the agent's own entries, and outside services through it. */
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { it } from 'node:test';
import { answer, BadServer } from '../support/bad_server.js';
import { removeFolder, temporaryFolder } from '../support/daemon.js';
import { cliFixture } from './support.js';

it('entries are set, read, counted and deleted', async (t) => {
  const { holdfast } = await cliFixture(t);
  assert.equal((await holdfast('cache', 'get', 'price/ETH')).code, 1);
  const set = await holdfast('cache', 'set', 'price/ETH', '{"price":"1.5"}', '--ttl', '60s');
  assert.match(set.stdout, /expires +\d{4}-/, set.stderr);
  const got = await holdfast('cache', 'get', 'price/ETH');
  assert.deepEqual([got.code, JSON.parse(got.stdout)], [0, { price: '1.5' }]);
  assert.match((await holdfast('cache', 'stats')).stdout, /hits +1\n/);
  assert.match((await holdfast('cache', 'delete', 'price/*')).stdout, /deleted +1/);
  assert.match((await holdfast('cache', 'upstreams')).stderr, /no upstreams/);
  assert.equal((await holdfast('cache', 'set', 'book', '{}', '--ttl', '1ms')).code, 0);
  while ((await holdfast('cache', 'get', 'book')).code !== 1);
  assert.equal((await holdfast('cache', 'set', 'book', '{}', '--ttl', '1')).code, 2);
});

it('services are fetched, taken together and invalidated', async (t) => {
  const server = await BadServer.start();
  const folder = temporaryFolder();
  t.after(async () => {
    await server.close();
    removeFolder(folder);
  });
  const file = join(folder, 'upstreams.json');
  writeFileSync(file, JSON.stringify({ pf: { preset: 'purple-flea', base_url: server.base_url } }));
  const { holdfast, json } = await cliFixture(t, { args: ['--upstreams', file] });
  server.behave(answer(200, { last: '0.0014' }));
  const fetch = ['cache', 'fetch', 'ticker', '--param', 'market=XRP-ETH'];
  const miss = await holdfast(...fetch);
  assert.deepEqual(JSON.parse(miss.stdout), { last: '0.0014' });
  assert.match(miss.stderr, /miss/);
  const snapshot = await holdfast('cache', 'snapshot');
  assert.equal(snapshot.code, 0, snapshot.stderr);
  assert.match(snapshot.stdout, /^escrow +miss +\d{4}.*0\.0014/m, snapshot.stderr);
  assert.match((await holdfast('cache', 'invalidate')).stdout, /invalidated +[678]/);
  assert.match((await holdfast('cache', 'upstreams')).stdout, /^pf +wallet +\/v1\/wallet\/state/m);
  const [pf] = (await json('cache', 'upstreams')) as { resources: { name: string; ttl: string }[] }[];
  assert.equal(pf?.resources.find(({ name }) => name === 'domains')?.ttl, '300s');
  await server.close();
  const failed = await holdfast('cache', 'snapshot', '--refresh');
  assert.equal(failed.code, 1, 'none of them answered');
  assert.match(failed.stdout, /^escrow +error +- +UPSTREAM/m);
  assert.equal((await holdfast('cache', 'snapshot', '--refresh', '--json')).code, 1);
  const wrong = await holdfast('cache', 'fetch', 'none');
  assert.deepEqual([wrong.code, wrong.stdout], [1, '']);
});
