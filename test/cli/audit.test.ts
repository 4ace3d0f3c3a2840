/** holdfast audit: proofs in files, and what a file that is not there is answered with. */
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { removeFolder, temporaryFolder } from '../support/daemon.js';
import { cliFixture, run } from './support.js';

const KEY = 'ab'.repeat(32);

test('audit verify: a file that cannot be read is not a proof that is wrong', async (t) => {
  const folder = temporaryFolder();
  t.after(() => removeFolder(folder));
  const missing = join(folder, 'none.proof');
  const gone = await run(['audit', 'verify', missing, '--pubkey', KEY]);
  assert.deepEqual([gone.code, gone.stdout], [1, '']);
  assert.equal(gone.stderr, `holdfast: FAILED: cannot read ${missing}: no such file or directory\n`);
  const is_folder = await run(['audit', 'verify', folder, '--pubkey', KEY]);
  assert.deepEqual([is_folder.code, is_folder.stdout], [1, '']);
  assert.match(is_folder.stderr, /cannot read .*: illegal operation on a directory\n$/);
  const garbage = join(folder, 'garbage.proof');
  writeFileSync(garbage, 'no proof\n');
  const wrong = await run(['audit', 'verify', garbage, '--pubkey', KEY]);
  assert.equal(wrong.code, 4, wrong.stderr);
  assert.match(wrong.stdout, /^result +wrong: line 1 is not JSON\n/);
});

test('audit export writes a proof that verifies, and overwrites nothing', async (t) => {
  const { daemon, holdfast, json } = await cliFixture(t);
  await holdfast('audit', 'record', 'bet', '--pnl', '-5', '--pnl-asset', 'USDC');
  const path = join(daemon.state_dir, 'alpha.proof');
  assert.equal((await holdfast('audit', 'export', path)).code, 0);
  const again = await holdfast('audit', 'export', path);
  assert.equal(again.code, 1);
  assert.equal(again.stderr, `holdfast: FAILED: cannot write ${path}: file already exists\n`);
  const nowhere = await holdfast('audit', 'export', join(daemon.state_dir, 'none', 'a.proof'));
  assert.match(nowhere.stderr, /cannot write .*: no such file or directory\n$/);
  const { public_key } = (await json('audit', 'checkpoint')) as { public_key: string };
  assert.equal((await run(['audit', 'verify', path, '--pubkey', public_key])).code, 0);
});

test('audit pnl says what it adds, and how often its options may be given, once', async () => {
  const { stdout } = await run(['audit', 'pnl', '--help']);
  assert.match(stdout, /trades of sessions are not among them/);
  assert.equal(stdout.match(/may be/g)?.length, 1);
});
