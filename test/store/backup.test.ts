import assert from 'node:assert/strict';
import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import type { Db } from '../../src/store/db.js';
import { markSuspect, readSuspect } from '../../src/store/faults.js';
import { ensureStateDir } from '../../src/store/files.js';
import { acquireLock } from '../../src/store/lock.js';
import { databaseId } from '../../src/store/meta.js';
import { migrate } from '../../src/store/migrate.js';
import { openWriter, readNumber } from '../../src/store/open.js';
import { restoreBackup } from '../../src/store/restore.js';
import { verifyCopy } from '../../src/store/verify.js';
import { backupOnline } from './backup_online.js';
import { startChild, temporaryFolder } from './helpers.js';

function store(path: string, rows: number): Db {
  const db = openWriter(path);
  migrate(db, { now_us: 1 });
  db.exec('CREATE TABLE t (id INTEGER PRIMARY KEY, a BLOB)');
  insert(db, rows);
  return db;
}

function insert(db: Db, rows: number): void {
  const statement = db.prepare('INSERT INTO t (a) VALUES (randomblob(3000))');
  for (let i = 0; i < rows; i += 1) statement.run();
}

function countRows(path: string): unknown {
  const db = openWriter(path);
  try {
    return db.prepare('SELECT count(*) FROM t').pluck().get();
  } finally {
    db.close();
  }
}

function closing(t: TestContext, db: Db): Db {
  t.after(() => db.close());
  return db;
}

test('a backup under writes by its own connection holds every earlier row and verifies', async (t) => {
  const folder = temporaryFolder(t);
  const db = closing(t, store(join(folder, 'a.db'), 200));
  const dest = join(folder, 'copy.db');
  let steps = 0;
  const report = await backupOnline(db, dest, {
    pages_per_step: 10,
    onProgress: () => {
      steps += 1;
      insert(db, 3);
    },
  });
  assert.ok(steps > 10, 'the copy was interleaved with writes');
  assert.equal(report.path, dest);
  assert.equal(report.user_version, readNumber(db, 'user_version'));
  assert.equal(statSync(dest).size, report.size_bytes);
  assert.equal(statSync(dest).mode & 0o777, 0o600);
  assert.deepEqual(
    readdirSync(folder).filter((name) => name.startsWith('copy')),
    ['copy.db'],
  );
  const ids = Number(countRows(dest));
  assert.ok(ids >= 200 && ids <= 200 + 3 * steps);
  assert.equal(db.prepare('SELECT count(*) FROM t').pluck().get(), 200 + 3 * steps);
});

test('an existing destination is refused; abort and deadline leave nothing', async (t) => {
  const folder = temporaryFolder(t);
  const db = closing(t, store(join(folder, 'a.db'), 50));
  const dest = join(folder, 'copy.db');
  const abort = new AbortController();
  await assert.rejects(
    backupOnline(db, dest, { pages_per_step: 2, signal: abort.signal, onProgress: () => abort.abort() }),
    { name: 'AbortError' },
  );
  await assert.rejects(backupOnline(db, dest, { deadline_ms: -1 }), { reason: 'LIMIT_CROSSED' });
  const running = backupOnline(db, dest, { pages_per_step: 2 });
  await assert.rejects(backupOnline(db, dest), { reason: 'ALREADY_EXISTS', message: /already running/ });
  await running;
  await assert.rejects(backupOnline(db, dest), { reason: 'ALREADY_EXISTS' });
  assert.deepEqual(
    readdirSync(folder).filter((name) => name.startsWith('copy')),
    ['copy.db'],
  );
});

for (const point of ['during_backup', 'backup_copied', 'backup_verified']) {
  test(`a backup killed at ${point} leaves no accepted file, and the next one succeeds`, async (t) => {
    const folder = temporaryFolder(t);
    const path = join(folder, 'a.db');
    store(path, 50).close();
    const dest = join(folder, 'copy.db');
    assert.equal(await startChild(t, 'backup', path, dest, point).ended, 'SIGKILL');
    assert.ok(!existsSync(dest));
    assert.ok(existsSync(`${dest}.partial`));
    const db = closing(t, openWriter(path));
    await backupOnline(db, dest);
    assert.ok(!existsSync(`${dest}.partial`));
    assert.equal(countRows(dest), 50);
  });
}

test('restore round trip: refused without force, the replaced database is kept with its WAL', async (t) => {
  const folder = temporaryFolder(t);
  const state_dir = join(folder, 'state');
  const files = ensureStateDir(state_dir);
  const live = store(files.database, 20);
  const backup = join(files.backups, 'one.db');
  await backupOnline(live, backup);
  insert(live, 5);
  live.close();
  writeFileSync(files.wal, '');
  await assert.rejects(restoreBackup(backup, state_dir), { reason: 'ALREADY_EXISTS' });
  markSuspect(state_dir, 'why there is a restore');
  const report = await restoreBackup(backup, state_dir, { force: true, aside_suffix: 'x' });
  assert.equal(countRows(files.database), 20);
  assert.deepEqual(report.kept, [`${files.database}.replaced-x`, `${files.database}.replaced-x-wal`]);
  assert.equal(countRows(`${files.database}.replaced-x`), 25);
  assert.equal(readSuspect(state_dir), undefined);

  const fresh = join(folder, 'fresh');
  await restoreBackup(backup, fresh);
  assert.equal(countRows(join(fresh, 'holdfast.db')), 20);
});

test('restore refuses a backup of another database than the one in place, unless it is meant', async (t) => {
  const folder = temporaryFolder(t);
  const [state_dir, source] = [join(folder, 'state'), join(folder, 'other.db')];
  const { database } = ensureStateDir(state_dir);
  const [here, there] = [store(database, 3), store(source, 7)].map((db) => {
    const id = databaseId(db);
    db.close();
    return id;
  });
  await assert.rejects(restoreBackup(source, state_dir, { force: true }), {
    reason: 'WRONG_STATE',
    message: `${source} is a backup of database ${there}, but ${database} is database ${here}`,
  });
  assert.equal(countRows(database), 3);
  await restoreBackup(source, state_dir, { force: true, other_database: true, aside_suffix: 'x' });
  assert.equal(countRows(database), 7);
  // The same one again, and what cannot be asked whose it is.
  await restoreBackup(source, state_dir, { force: true, aside_suffix: 'y' });
  writeFileSync(database, 'torn');
  await restoreBackup(source, state_dir, { force: true, aside_suffix: 'z' });
  assert.equal(countRows(database), 7);
});

test('restore refuses a running daemon, a damaged source, a newer source and a missing one', async (t) => {
  const folder = temporaryFolder(t);
  const state_dir = join(folder, 'state');
  const source = join(folder, 'a.db');
  store(source, 5).close();
  const lock = acquireLock(state_dir);
  await assert.rejects(restoreBackup(source, state_dir), { reason: 'WRONG_STATE' });
  lock.release();
  await assert.rejects(restoreBackup(join(folder, 'absent'), state_dir), { reason: 'NOT_FOUND' });
  const junk = join(folder, 'junk.db');
  writeFileSync(junk, Buffer.alloc(8192, 7));
  await assert.rejects(restoreBackup(junk, state_dir), { reason: 'DATA_LOSS' });
  const newer = openWriter(source);
  newer.pragma('user_version = 9000');
  newer.close();
  await assert.rejects(restoreBackup(source, state_dir), { reason: 'SCHEMA_TOO_NEW' });
  assert.ok(!existsSync(join(state_dir, 'holdfast.db')));
});

test('a restore killed before the swap changes nothing; killed within it, it forbids a start and can be repeated', async (t) => {
  const folder = temporaryFolder(t);
  const state_dir = join(folder, 'state');
  const files = ensureStateDir(state_dir);
  const source = join(folder, 'source.db');
  store(source, 7).close();
  store(files.database, 3).close();
  assert.equal(await startChild(t, 'restore', source, state_dir, 'restore_copied').ended, 'SIGKILL');
  assert.equal(readSuspect(state_dir), undefined);
  assert.equal(countRows(files.database), 3);

  assert.equal(await startChild(t, 'restore', source, state_dir, 'restore_swapping').ended, 'SIGKILL');
  assert.equal(readSuspect(state_dir)?.kind, 'restore_interrupted');
  assert.ok(existsSync(files.database), 'the name is never missing, so no empty database is created');
  await restoreBackup(source, state_dir, { force: true });
  assert.equal(readSuspect(state_dir), undefined);
  assert.equal(countRows(files.database), 7);
  assert.equal(verifyCopy(`${files.database}.replaced-killed`).user_version, verifyCopy(source).user_version);
});
