/** Commands that look after the daemon and its files: serve, verify, backup, restore, doctor, tail. */
import assert from 'node:assert/strict';
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  closeSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { packageRoot } from '../../src/paths.js';
import { removeFolder, startDaemon, temporaryFolder } from '../support/daemon.js';
import { CLI, cliFixture, ENV, run } from './support.js';

/** The lines a command writes, one by one. */
function lines(child: ChildProcess): () => Promise<string> {
  assert.ok(child.stdout);
  const reader = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return async () => String((await reader.next()).value);
}

test('serve runs the daemon in its own process until it is told to stop', async (t) => {
  const state_dir = temporaryFolder();
  t.after(() => removeFolder(state_dir));
  // The folder may stand on either side of the command's name.
  const child = spawn(process.execPath, [CLI, '--state-dir', state_dir, 'serve', '--log-level', 'silent'], {
    env: ENV,
  });
  const exited = once(child, 'exit');
  assert.match(await lines(child)(), /serves on unix:/);
  assert.equal(readFileSync(join(state_dir, 'holdfast.pid'), 'utf8').trim(), String(child.pid));
  assert.equal((await run(['--state-dir', state_dir, 'status'])).code, 0);
  child.kill('SIGTERM');
  assert.deepEqual(await exited, [0, null]);
  assert.equal((await run(['serve', '--state-dir', state_dir, '--listen', '0.0.0.0:1'])).code, 2);
});

test('backup, verify and restore bring back what was there', async (t) => {
  const { daemon, holdfast, json } = await cliFixture(t);
  await holdfast('state', 'put', 'config', '{"v":1}');
  const backup = (await json('backup', 'first')) as { path: string; revision: string };
  assert.equal(backup.revision, '1');
  const refused = await holdfast('backup', 'first');
  assert.deepEqual([refused.code, /ALREADY_EXISTS/.test(refused.stderr)], [1, true]);
  const offline = await holdfast('verify', '--file', backup.path);
  assert.equal(offline.code, 0);
  assert.match(offline.stdout, /^result +ok\n/);
  await holdfast('state', 'put', 'config', '{"v":2}');
  const online = (await json('verify')) as { ok: boolean; revision: string; head_hash: string };
  assert.deepEqual([online.ok, online.revision], [true, '2']);
  assert.equal(Buffer.from(online.head_hash, 'base64').length, 32);

  assert.match((await holdfast('restore', backup.path, '--force')).stderr, /WRONG_STATE: .* is in use/);
  await daemon.stop();
  const stopped = (await json('verify', '--file', join(daemon.state_dir, 'holdfast.db'))) as {
    revision: string;
  };
  assert.equal(stopped.revision, '2');
  const careful = await holdfast('restore', backup.path);
  assert.deepEqual([careful.code, /--force/.test(careful.stderr)], [1, true]);
  const restored = await holdfast('restore', backup.path, '--force');
  assert.equal(restored.code, 0);
  assert.match(restored.stdout, /^verified +pages, journal and every tier$/m);
  assert.match(restored.stdout, /kept +\S+holdfast\.db\.replaced-/);
  assert.match(restored.stdout, /Next: start the daemon/);

  const again = await startDaemon({ state_dir: daemon.state_dir });
  t.after(() => again.kill());
  assert.equal((await holdfast('state', 'get', 'config', '--document')).stdout, '{"v":1}\n');
});

test('restore goes by the anchor file of the configuration, and by no other database’s', async (t) => {
  const folder = temporaryFolder();
  t.after(() => removeFolder(folder));
  const [state_dir, anchors, file] = ['state', 'other-disk.jsonl', 'holdfast.toml'].map((name) =>
    join(folder, name),
  ) as [string, string, string];
  writeFileSync(file, `state_dir = "${state_dir}"\nanchor_file = "${anchors}"\n`);
  const env = { HOLDFAST_CONFIG: file };
  const daemon = await startDaemon({ state_dir, env });
  const { path } = JSON.parse((await run(['backup', '--json'], env)).stdout);
  const put = await run(['--agent', 'alpha', 'state', 'put', 'config', '{}'], env);
  assert.equal(put.code, 0, put.stderr);
  assert.equal(await daemon.stop(), 0);
  const before = readFileSync(anchors, 'utf8');

  const drill = join(folder, 'drill');
  const elsewhere = await run(['--state-dir', drill, 'restore', path], env);
  assert.match(elsewhere.stdout, new RegExp(`anchored in +${drill}/anchors.jsonl`));
  assert.equal(readFileSync(anchors, 'utf8'), before);

  const restored = await run(['--state-dir', state_dir, 'restore', path, '--force'], env);
  assert.match(restored.stdout, new RegExp(`anchored in +${anchors}`), restored.stderr);
  const again = await startDaemon({ state_dir, env });
  assert.equal(await again.stop(), 0);
});

test('a restore by root leaves the files to the owner of the folder; a start without rights says whose they are', {
  skip: process.getuid?.() === 0 ? false : 'only root may become another user',
}, async (t) => {
  const NOBODY = 65534;
  const folder = temporaryFolder();
  t.after(() => removeFolder(folder));
  const state_dir = join(folder, 'state');
  const daemon = await startDaemon({ state_dir });
  const { path } = JSON.parse((await run(['--state-dir', state_dir, 'backup', '--json'])).stdout);
  assert.equal(await daemon.stop(), 0);
  const taken = join(folder, 'taken.db');
  renameSync(path, taken);
  chownSync(state_dir, NOBODY, NOBODY);
  for (const name of readdirSync(state_dir)) rmSync(join(state_dir, name), { recursive: true });

  assert.equal((await run(['--state-dir', state_dir, 'restore', taken])).code, 0);
  const owners = () =>
    Object.fromEntries(readdirSync(state_dir).map((name) => [name, statSync(join(state_dir, name)).uid]));
  const names = ['anchors.jsonl', 'backups', 'holdfast.db', 'holdfast.lock', 'signing.key'];
  assert.deepEqual(owners(), Object.fromEntries(names.map((name) => [name, NOBODY])));

  chmodSync(folder, 0o755);
  const database = join(state_dir, 'holdfast.db');
  chownSync(database, 0, 0);
  // All is loaded, and the folder entered, before it becomes the other user, who may not be let through the folders above.
  const seen = '/proc/self/cwd/state';
  const start = `Promise.all(['daemon', 'config', 'log'].map((name) => import('${packageRoot}/dist/src/' + name + '.js'))).then(
    ([{ startDaemon }, { readConfig }, { makeLog }]) => {
      process.setgid(${NOBODY});
      process.setuid(${NOBODY});
      return startDaemon(readConfig(['--state-dir', '${seen}'], {}), makeLog('silent'));
    }).catch(({ reason, message }) => { console.log(reason, message); process.exit(1); });`;
  const { stdout, stderr } = spawnSync(process.execPath, ['-e', start], {
    cwd: folder,
    env: ENV,
    encoding: 'utf8',
  });
  const found = `${seen}/holdfast.db may not be used by user ${NOBODY} (EACCES); it belongs to user 0, mode 0600.`;
  assert.ok(stdout.startsWith(`ACCESS_DENIED ${found}`), stdout + stderr);
});

test('backups that may not be looked at are not "no backups"', async (t) => {
  const state_dir = temporaryFolder();
  t.after(() => removeFolder(state_dir));
  assert.equal((await run(['--state-dir', state_dir, 'backups'])).code, 0);
  // Root may look everywhere: a file in the folder's place is refused to everybody.
  writeFileSync(join(state_dir, 'backups'), '');
  const { code, stderr } = await run(['--state-dir', state_dir, 'backups']);
  assert.deepEqual(
    [code, stderr],
    [1, `holdfast: FAILED: cannot read ${state_dir}/backups: not a directory\n`],
  );
});

test('verify, backups --check and restore find a changed byte and end with 4', async (t) => {
  const { daemon, holdfast, json } = await cliFixture(t);
  for (let index = 0; index < 20; index++) {
    await holdfast('state', 'put', `state-${index % 2}`, JSON.stringify({ note: 'x'.repeat(500), index }));
  }
  const { path } = (await json('backup')) as { path: string };
  const at = readFileSync(path).lastIndexOf('xxxxxxxx');
  const file = openSync(path, 'r+');
  writeSync(file, 'y', at);
  closeSync(file);
  const { code, stdout } = await holdfast('verify', '--file', path);
  assert.equal(code, 4);
  assert.match(stdout, /payload_mismatch/);
  const quick = await holdfast('verify', '--file', path, '--quick', '--json');
  assert.equal(quick.code, 4);
  assert.equal((JSON.parse(quick.stdout) as { ok: boolean }).ok, false);

  // Whoever chooses and restores a backup is told the same.
  const checked = await holdfast('backups', '--check');
  assert.equal(checked.code, 4);
  assert.match(checked.stdout, / no: the payload of entry \d+ was changed \(1 findings\)$/m);
  assert.match(checked.stderr, /\.db: journal\.\.\.\n/);
  const drill = join(daemon.state_dir, 'drill');
  const refused = await holdfast('--state-dir', drill, 'restore', path);
  assert.equal(refused.code, 4);
  assert.match(refused.stderr, /DATA_LOSS: .* does not verify: the payload of entry .*--damaged/);
  assert.deepEqual(
    readdirSync(drill).filter((name) => name.startsWith('holdfast.db')),
    [],
  );
  const meant = await holdfast('--state-dir', drill, 'restore', path, '--damaged');
  assert.match(meant.stdout, /^verified +NO: 1 findings, the payload of entry/m);
  writeFileSync(path, 'not a database');
  const torn = await holdfast('verify', '--file', path);
  assert.deepEqual([torn.code, /DATA_LOSS/.test(torn.stderr)], [4, true]);
});

test('tail follows the journal over a daemon restart, filtered', async (t) => {
  const { daemon, holdfast } = await cliFixture(t);
  await holdfast('state', 'put', 'first', '{"n":1}');
  const args = ['tail', '--from', '0', '--kind', 'state.', '--json', '--address', daemon.address];
  const child = spawn(process.execPath, [CLI, ...args], { env: ENV });
  t.after(() => child.kill('SIGKILL'));
  const errors = createInterface({ input: child.stderr })[Symbol.asyncIterator]();
  const next = lines(child);
  const entry = async () =>
    JSON.parse(await next()) as { revision: string; kind: string; key: string; payload: object };
  assert.equal((await entry()).key, 'first');
  await daemon.kill();
  assert.match(String((await errors.next()).value), /waiting for the daemon$/);
  const again = await startDaemon({ state_dir: daemon.state_dir });
  t.after(() => again.kill());
  await holdfast('state', 'fields', '--set', 'mode="safe"');
  await holdfast('state', 'put', 'second', '{"n":18446744073709551615}');
  const kinds = [];
  for (let one = await entry(); ; one = await entry()) {
    kinds.push(one.kind);
    if (one.key === 'second') break;
  }
  assert.ok(kinds.every((kind) => kind.startsWith('state.')));
  // What steers a terminal does not reach it, and JSON is the same document.
  const steering = JSON.stringify({ note: '\u009b31m\u202e' });
  await holdfast('state', 'put', 'evil', steering);
  const plain = ['tail', '--from', '0', '--key', 'evil', '--count', '1', '--address', again.address];
  for (const { stdout } of [await run(plain), await holdfast('state', 'get', 'evil')]) {
    assert.ok(stdout.includes('\\u009b31m\\u202e'), stdout);
    assert.doesNotMatch(stdout, /[\u0080-\u009f\u202e]/);
  }
  const document = await holdfast('state', 'get', 'evil', '--document');
  assert.deepEqual(JSON.parse(document.stdout), JSON.parse(steering));
  const exited = once(child, 'exit');
  child.kill('SIGINT');
  assert.deepEqual(await exited, [0, null]);
});
