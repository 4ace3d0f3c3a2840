import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { cliFixture } from './support.js';

test('prompt: put, get, list, versions, label, unlabel, render', async (t) => {
  const { daemon, holdfast, json } = await cliFixture(t);
  const file = join(daemon.state_dir, 'plan.txt');
  const text = 'Trade {{market}} as \\{{user}}:\n{{notes}}\n';
  writeFileSync(file, text);
  const put = await holdfast(
    'prompt',
    'put',
    'plan',
    `@${file}`,
    '--description',
    'first',
    '--label',
    'production',
  );
  assert.equal(put.code, 0, put.stderr);
  assert.match(put.stdout, /version +1\nadded +yes/);
  assert.match(
    (await holdfast('prompt', 'put', 'plan', `@${file}`, '--description', 'first')).stdout,
    /added +no/,
  );
  assert.equal((await holdfast('prompt', 'put', 'plan', 'Wait.', '--expected-version', '1')).code, 0);
  assert.match(
    (await holdfast('prompt', 'put', 'plan', 'Sell.', '--expected-version', '1')).stderr,
    /VERSION_CONFLICT/,
  );
  assert.equal((await holdfast('prompt', 'get', 'plan', '--label', 'production', '--text')).stdout, text);
  assert.match(
    (await holdfast('prompt', 'get', 'plan', '--at-version', '1')).stdout,
    /^NAME +VERSION +LABELS.*\nplan +1 +production +market notes .* first\n\nTrade /,
  );
  assert.equal(
    (await holdfast('prompt', 'get', 'plan', '--at-version', '1', '--label', 'production')).code,
    2,
  );
  await holdfast('prompt', 'label', 'plan', 'staging', '2', '--expected-version', '0');
  assert.match((await holdfast('prompt', 'list')).stdout, /plan +2 +production=1 staging=2\n/);
  const moved = (await json('prompt', 'label', 'plan', 'staging', '1')) as { previous_version: number };
  assert.equal(moved.previous_version, 2);
  assert.equal((await holdfast('prompt', 'unlabel', 'plan', 'staging')).code, 0);
  assert.match((await holdfast('prompt', 'unlabel', 'plan', 'staging')).stderr, /NOT_FOUND/);
  const versions = (await json('prompt', 'versions', 'plan')) as { version: number; labels: string[] }[];
  assert.deepEqual(
    versions.map(({ version, labels }) => [version, labels]),
    [
      [2, []],
      [1, ['production']],
    ],
  );

  const notes = join(daemon.state_dir, 'notes.txt');
  writeFileSync(notes, 'be {{careful}}');
  const values = ['--var', 'market=XRP/ETH=1', '--var-file', `notes=${notes}`];
  const rendered = await holdfast('prompt', 'render', 'plan', '--label', 'production', ...values);
  assert.equal(rendered.stdout, 'Trade XRP/ETH=1 as {{user}}:\nbe {{careful}}\n');
  const wrong = await holdfast('prompt', 'render', 'plan', '--label', 'production', '--var', 'x=1');
  assert.deepEqual(
    [wrong.code, /missing: market,notes; not in the template: x/.test(wrong.stderr)],
    [1, true],
  );
  assert.equal((await holdfast('prompt', 'render', 'plan', '--var', 'x')).code, 2);
});
