/** Backups on a schedule, by a real daemon. */
import assert from 'node:assert/strict';
import { type ChildProcess, spawnSync } from 'node:child_process';
import {
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { backupFileName, listBackups } from '../../src/store/backup_files.js';
import { stateFiles } from '../../src/store/files.js';
import { verifyCopy } from '../../src/store/verify.js';
import { run } from '../cli/support.js';
import { type DaemonOptions, removeFolder, startDaemon, temporaryFolder } from '../support/daemon.js';
import { type RawClient, type Reply, RpcError, refusal } from '../support/rawClient.js';
import { putState, requestId, stats, until, withClient } from '../support/work.js';

const scratch = temporaryFolder();
const started: ChildProcess[] = [];
/** One that a failed test leaves behind is killed. */
const start = (options: DaemonOptions) =>
  startDaemon({ ...options, onSpawn: (child) => started.push(child) });
const mounted: string[] = [];
after(() => {
  for (const child of started) child.kill('SIGKILL');
  for (const path of mounted) spawnSync('umount', ['-l', path]);
  removeFolder(scratch);
});

const EVERY_SECOND = ['--backup-interval-ms', '1000'];
const HOURLY = ['--backup-interval-ms', '3600000'];

const backupStats = async (client: RawClient): Promise<Reply> => (await stats(client)).backups;
const folderOf = (state_dir: string): string => stateFiles(state_dir).backups;
const scheduledIn = (state_dir: string): string[] =>
  readdirSync(folderOf(state_dir)).filter((name) => name.startsWith('scheduled-'));

test('made, verified, and the oldest removed; those by hand stay', { timeout: 60_000 }, async () => {
  const state_dir = join(scratch, 'kept');
  const daemon = await start({ state_dir, args: [...EVERY_SECOND, '--backup-keep', '2'] });
  await withClient(daemon.address, async (client) => {
    // The schedule's own may be under way.
    await until(() =>
      client.last('Admin', 'Backup', { name: 'by-hand' }).then(
        () => true,
        (error: RpcError) => error.reason !== 'WRONG_STATE',
      ),
    );
    await until(async () => Number((await backupStats(client)).made) >= 5);
    const { failed, last_error, next_at, newest_at } = await backupStats(client);
    assert.deepEqual([failed, last_error], ['0', '']);
    assert.ok(Number(next_at.seconds) >= Number(newest_at.seconds));
  });
  assert.equal(await daemon.stop(), 0);
  assert.match(daemon.log(), /older backups removed/);
  assert.match(daemon.log(), /"level":40.*--backup-interval-ms is short/);
  assert.equal(scheduledIn(state_dir).length, 2);
  for (const { path } of listBackups(folderOf(state_dir))) {
    assert.ok(verifyCopy(path).pages > 0);
    assert.equal(statSync(path).mode & 0o777, 0o600);
  }
  assert.ok(readdirSync(folderOf(state_dir)).includes('by-hand.db'));
});

test('a restart neither skips one nor makes one too many: the files tell', { timeout: 60_000 }, async () => {
  const state_dir = join(scratch, 'restarted');
  const first = await start({ state_dir, args: HOURLY });
  const due = await withClient(first.address, async (client) => {
    await until(async () => (await backupStats(client)).made === '1');
    return (await backupStats(client)).next_at;
  });
  assert.equal(await first.stop(), 0);
  assert.doesNotMatch(first.log(), /--backup-interval-ms is short/);
  const [name = ''] = scheduledIn(state_dir);

  const second = await start({ state_dir, args: HOURLY });
  await withClient(second.address, async (client) => {
    const { made, next_at } = await backupStats(client);
    assert.deepEqual([made, next_at], ['0', due]);
  });
  assert.equal(await second.stop(), 0);
  assert.deepEqual(scheduledIn(state_dir), [name]);

  const older = backupFileName('scheduled', (Date.now() - 7_200_000) * 1000, 1);
  renameSync(join(folderOf(state_dir), name), join(folderOf(state_dir), older));
  const third = await start({ state_dir, args: HOURLY });
  await withClient(third.address, (client) => until(async () => (await backupStats(client)).made === '1'));
  assert.equal(await third.stop(), 0);
  assert.equal(scheduledIn(state_dir).length, 2);
});

test('one that fails is told in the log, by Stats and by doctor; it is tried again', {
  timeout: 60_000,
}, async () => {
  const state_dir = join(scratch, 'failing');
  const daemon = await start({ state_dir, args: EVERY_SECOND });
  await withClient(daemon.address, async (client) => {
    // A file where the folder was: nothing can be written there, and what is being written is gone.
    rmSync(folderOf(state_dir), { recursive: true, force: true });
    writeFileSync(folderOf(state_dir), '');
    await until(async () => Number((await backupStats(client)).failed) >= 2);
    assert.notEqual((await backupStats(client)).last_error, '');
    await putState(client, 'goes-on');
    assert.match(daemon.log(), /"level":40.*the scheduled backup failed; trying again/);
    const env = { HOLDFAST_ADDRESS: daemon.address, HOLDFAST_STATE_DIR: state_dir };
    const { checks } = JSON.parse((await run(['doctor', '--json'], env)).stdout);
    const check = checks.find((one: { name: string }) => one.name === 'backups');
    assert.equal(check.level, 'warn');
    assert.match(check.found, /failed since the start; the newest attempt: /);

    rmSync(folderOf(state_dir));
    mkdirSync(folderOf(state_dir), { mode: 0o700 });
    await until(
      async () => Number((await backupStats(client)).made) >= 1 && scheduledIn(state_dir).length >= 1,
    );
    assert.equal((await backupStats(client)).last_error, '');
  });
  assert.equal(await daemon.stop(), 0);
});

test('it does not fill the disk, and what is there stays', { timeout: 60_000 }, async (t) => {
  const mount = join(scratch, 'small-disk');
  mkdirSync(mount);
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=12m', 'tmpfs', mount]).status !== 0)
    return t.skip('no file system can be mounted here');
  mounted.push(mount);
  const ballast = join(mount, 'ballast');
  writeFileSync(ballast, Buffer.alloc(1 << 20));
  const state_dir = join(mount, 'state');
  const daemon = await start({ state_dir, args: [...EVERY_SECOND, '--backup-keep', '1'] });
  await withClient(daemon.address, async (client) => {
    await until(() => scheduledIn(state_dir).length > 0);
    const json = JSON.stringify({ text: 'x'.repeat(50_000) });
    const last_error = async (): Promise<string> => (await backupStats(client)).last_error;
    while ((await last_error()) === '') {
      try {
        await putState(client, requestId('f'), { json });
      } catch (error) {
        assert.ok(error instanceof RpcError && error.reason === 'DISK_FULL', String(error));
      }
    }
    assert.match(await last_error(), /a backup may take \d+ bytes, and only \d+ are free/);
    assert.ok(scheduledIn(state_dir).length >= 1, 'the older one is not removed for it');
    const error = await refusal(client.last('Admin', 'Backup', { name: 'by-hand' }));
    assert.deepEqual([error.status, error.reason], ['RESOURCE_EXHAUSTED', 'DISK_FULL']);
    // The writes above may have filled the disk to its last page.
    rmSync(ballast);
    await putState(client, 'small');
  });
  assert.equal(await daemon.stop(), 0);
  return undefined;
});

test('holdfast backups: lists, checks, and notices a damaged one', { timeout: 60_000 }, async () => {
  const state_dir = join(scratch, 'listed');
  const list = async (...args: string[]) => run(['--state-dir', state_dir, 'backups', ...args, '--json']);
  assert.deepEqual(JSON.parse((await list()).stdout).backups, []);
  const daemon = await start({ state_dir });
  await withClient(daemon.address, async (client) => {
    for (let index = 0; index < 30; index += 1) await putState(client, `s${index}`);
    for (const name of ['one', 'two']) await client.last('Admin', 'Backup', { name });
  });
  assert.equal(await daemon.stop(), 0);
  const { backups } = JSON.parse((await list()).stdout);
  assert.deepEqual(
    backups.map((one: Reply) => [one.name, one.revision, one.verified]),
    [
      ['two.db', 30, 'when made'],
      ['one.db', 30, 'when made'],
    ],
  );
  assert.match((await run(['--state-dir', state_dir, 'backups'])).stdout, /one\.db .* 30 +when made/);
  assert.equal((await list('--check')).code, 0);

  const fd = openSync(join(folderOf(state_dir), 'one.db'), 'r+');
  writeSync(fd, Buffer.alloc(2000, 0x5a), 0, 2000, 4096 * 5);
  closeSync(fd);
  const checked = await list('--check');
  assert.equal(checked.code, 4);
  const verdicts = JSON.parse(checked.stdout).backups.map(({ name, verified }: Reply) => [
    name,
    verified.slice(0, 3),
  ]);
  // The damage is its newest change, so it is listed first.
  assert.deepEqual(verdicts, [
    ['one.db', 'no:'],
    ['two.db', 'now'],
  ]);
});
