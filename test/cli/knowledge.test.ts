import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { cliFixture } from './support.js';

test('knowledge: declare, put, get, query, aggregate, rm, drop', async (t) => {
  const { daemon, holdfast, json } = await cliFixture(t);
  const file = join(daemon.state_dir, 'vendors.json');
  const declaration = {
    fields: [
      { name: 'vendor', type: 'string', required: true },
      { name: 'score', type: 'float', indexed: true },
      { name: 'spent', type: 'decimal', default: { __decimal__: '0.50' } },
      { name: 'seen', type: 'timestamp' },
    ],
    unique_keys: [['vendor']],
  };
  writeFileSync(file, JSON.stringify(declaration));
  const declared = (await json('knowledge', 'declare', 'vendors', `@${file}`)) as { version: string };
  assert.equal(declared.version, '1');
  assert.match((await holdfast('knowledge', 'collections')).stdout, /\nvendors +0 +4 +1 /);
  assert.match(
    (await holdfast('knowledge', 'describe', 'vendors')).stdout,
    /\nvendor +string +yes +- +-\nscore +float +- +yes +-\nspent +decimal .*"0\.5"[\s\S]*unique +vendor/,
  );
  const put = (value: object, ...more: string[]) =>
    holdfast('knowledge', 'put', 'vendors', JSON.stringify(value), ...more);
  assert.match(
    (await put({ vendor: 'acme', score: 0.9, seen: { __timestamp__: '2026-11-20T00:00:00Z' } })).stdout,
    /created +yes/,
  );
  await put({ vendor: '42', score: 0.2 });
  assert.match(
    (await put({ vendor: 'acme', score: 0.95 }, '--match', 'vendor')).stdout,
    /version +2\ncreated +no/,
  );
  assert.match((await put({ vendor: 'acme' })).stderr, /ALREADY_EXISTS/);
  assert.equal((await put({ vendor: 'acme' }, '--match', 'vendor', '--expected-version', '1')).code, 1);

  const found = async (...args: string[]): Promise<string[]> => {
    const records = (await json('knowledge', 'query', 'vendors', ...args)) as { value: { vendor: string } }[];
    return records.map(({ value }) => value.vendor);
  };
  assert.deepEqual(await found('--order', 'score'), ['42', 'acme']);
  assert.deepEqual(await found('--order=-score', '--limit', '1'), ['acme']);
  assert.deepEqual(await found('--where', 'vendor = 42'), ['42']);
  assert.deepEqual(await found('--where', 'score>=0.5', '--where', 'vendor ^= ac'), ['acme']);
  assert.deepEqual(await found('--where', 'spent <= 0.5', '--where', 'vendor in ["42","x"]'), ['42']);
  assert.deepEqual(await found('--where', 'seen is not null'), []);
  assert.deepEqual(await found('--where', 'seen > 2026-01-01T00:00:00Z'), []);
  assert.equal((await holdfast('knowledge', 'query', 'vendors', '--where', 'score')).code, 2);
  assert.match(
    (await holdfast('knowledge', 'query', 'vendors', '--where', 'scores > 1')).stderr,
    /INVALID_FIELD.*scores/,
  );

  const figures = await json('knowledge', 'aggregate', 'vendors', 'count', 'sum:spent', '--by', 'vendor');
  assert.deepEqual(figures, [
    { group: { vendor: '42' }, values: [1, { __decimal__: '0.5' }] },
    { group: { vendor: 'acme' }, values: [1, { __decimal__: '0.5' }] },
  ]);
  assert.match(
    (await holdfast('knowledge', 'aggregate', 'vendors', 'max:score')).stdout,
    /\n\{\} +\[0\.95\]/,
  );

  const one = (await json('knowledge', 'get', 'vendors', '{"vendor":"42"}')) as { record_id: string };
  assert.match((await holdfast('knowledge', 'get', 'vendors', one.record_id)).stdout, /"vendor":"42"/);
  assert.equal((await holdfast('knowledge', 'rm', 'vendors', one.record_id)).code, 0);
  assert.match((await holdfast('knowledge', 'get', 'vendors', one.record_id)).stderr, /NOT_FOUND/);
  assert.match((await holdfast('knowledge', 'drop', 'vendors')).stderr, /WRONG_STATE/);
  assert.match((await holdfast('knowledge', 'drop', 'vendors', '--force')).stdout, /deleted records +1/);
  for (const wrong of [
    '{',
    '{"fields":[{"name":"a"}]}',
    '{"field":[]}',
    '{"fields":[{"name":"a","type":"money"}]}',
    '{"fields":[{"name":"a","type":"integer","default":9007199254740993}]}',
  ]) {
    assert.equal((await holdfast('knowledge', 'declare', 'x', wrong)).code, 2, wrong);
  }
});
