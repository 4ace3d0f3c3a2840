import assert from 'node:assert/strict';
import { chmodSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { openConnection } from '../../src/store/db.js';
import { ensureStateDir } from '../../src/store/files.js';
import {
  APPLICATION_ID,
  assertSynchronous,
  isAtLeast,
  openReader,
  openWriter,
  readNumber,
  setMaxSize,
} from '../../src/store/open.js';
import { readerFor, temporaryFolder, writerFor } from './helpers.js';

test('the synchronous trap: without our setting a WAL connection does not flush its commits', (t) => {
  const db = openConnection(join(temporaryFolder(t), 'bare.db'));
  t.after(() => db.close());
  db.pragma('journal_mode = WAL');
  assert.equal(readNumber(db, 'synchronous'), 2, 'before the first use it claims FULL');
  assertSynchronous(db);
  db.exec('CREATE TABLE t (a)');
  assert.equal(readNumber(db, 'synchronous'), 1, 'after it, it is NORMAL');
  assert.throws(() => assertSynchronous(db), /synchronous is 1 where 2 is required/);
});

test('a writer is FULL, in WAL mode and stamped, also when the file is opened again', (t) => {
  const path = join(temporaryFolder(t), 'a.db');
  for (let round = 0; round < 2; round += 1) {
    const db = openWriter(path);
    db.exec('CREATE TABLE IF NOT EXISTS t (a); INSERT INTO t VALUES (1)');
    assert.equal(readNumber(db, 'synchronous'), 2);
    assert.equal(db.pragma('journal_mode', { simple: true }), 'wal');
    assert.equal(readNumber(db, 'wal_autocheckpoint'), 0);
    assert.equal(readNumber(db, 'application_id'), APPLICATION_ID);
    assert.equal(readNumber(db, 'page_size'), 4096);
    assert.equal(readNumber(db, 'trusted_schema'), 0);
    assert.equal(readNumber(db, 'foreign_keys'), 1);
    db.close();
  }
});

test('opening a writer makes a real write before synchronous is re-read', (t) => {
  const path = join(temporaryFolder(t), 'a.db');
  writerFor(t, path).exec('CREATE TABLE t (a)');
  const before = statSync(`${path}-wal`).size;
  writerFor(t, path);
  assert.ok(statSync(`${path}-wal`).size > before, 'the second opening appended to the WAL');
});

test('a reader reads and cannot write', (t) => {
  const path = join(temporaryFolder(t), 'a.db');
  writerFor(t, path).exec('CREATE TABLE t (a); INSERT INTO t VALUES (7)');
  const reader = readerFor(t, path);
  assert.equal(reader.prepare('SELECT a FROM t').pluck().get(), 7);
  assert.throws(() => reader.exec('INSERT INTO t VALUES (8)'), { code: 'SQLITE_READONLY' });
  assert.throws(() => openReader(`${path}.absent`), { code: 'SQLITE_CANTOPEN' });
});

test('a file of another application is refused and left as it was', (t) => {
  const folder = temporaryFolder(t);
  for (const [name, setup] of [
    ['stamped.db', 'PRAGMA application_id = 77'],
    ['tables.db', 'CREATE TABLE notes (a)'],
    ['versioned.db', 'PRAGMA user_version = 3'],
  ] as const) {
    const path = join(folder, name);
    const theirs = openConnection(path);
    t.after(() => theirs.close());
    theirs.exec(setup);
    assert.throws(() => openWriter(path), { reason: 'WRONG_STATE', message: /is not a Holdfast database/ });
    assert.throws(() => openReader(path), { reason: 'WRONG_STATE', message: /is not a Holdfast database/ });
    assert.equal(theirs.pragma('journal_mode', { simple: true }), 'delete', 'its journal mode is untouched');
  }
});

test('a creation cut short before the stamp is finished by the next opening', (t) => {
  const path = join(temporaryFolder(t), 'a.db');
  const half = openConnection(path);
  half.pragma('journal_mode = WAL');
  half.close();
  assert.equal(readNumber(writerFor(t, path), 'application_id'), APPLICATION_ID);
});

test('versions are compared by number', () => {
  assert.ok(isAtLeast('3.51.3', '3.51.3'));
  assert.ok(isAtLeast('3.53.0', '3.51.3'));
  assert.ok(isAtLeast('4.0.0', '3.51.3'));
  assert.ok(!isAtLeast('3.9.9', '3.51.3'));
  assert.ok(!isAtLeast('3.51.2', '3.51.3'));
});

test('the size limit is set in whole pages and never below the present size', (t) => {
  const db = writerFor(t, join(temporaryFolder(t), 'a.db'), { max_size_bytes: 1_000_000 });
  assert.equal(readNumber(db, 'max_page_count'), 244);
  db.exec('CREATE TABLE t (a); INSERT INTO t VALUES (zeroblob(100000))');
  assert.equal(setMaxSize(db, 4096), readNumber(db, 'page_count') * 4096);
  assert.throws(() => setMaxSize(db, 100), { reason: 'LIMIT_EXCEEDED' });
});

test('state and files are private to the user', (t) => {
  const state_dir = join(temporaryFolder(t), 'state');
  const files = ensureStateDir(state_dir);
  writerFor(t, files.database).exec('CREATE TABLE t (a)');
  for (const path of [files.database, files.wal, files.shm]) assert.equal(statSync(path).mode & 0o777, 0o600);
  chmodSync(state_dir, 0o755);
  ensureStateDir(state_dir);
  for (const path of [state_dir, files.backups]) assert.equal(statSync(path).mode & 0o777, 0o700);
});
