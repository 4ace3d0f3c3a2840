import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { CheckpointPolicy } from '../../src/store/checkpoint.js';
import type { Db } from '../../src/store/db.js';
import { classifyStorageError, clearSuspect, markSuspect, readSuspect } from '../../src/store/faults.js';
import { stateFiles } from '../../src/store/files.js';
import { checkIntegrity } from '../../src/store/integrity.js';
import { readNumber, setMaxSize } from '../../src/store/open.js';
import { readerFor, temporaryFolder, writerFor } from './helpers.js';

/** Inserts rows until SQLite refuses; returns how many were committed and the refusal. */
function fill(db: Db): { committed: number; error: unknown } {
  const insert = db.prepare('INSERT INTO t (a) VALUES (randomblob(3000))');
  for (let committed = 0; committed < 100_000; committed += 1) {
    try {
      insert.run();
    } catch (error) {
      return { committed, error };
    }
  }
  throw new Error('the store never became full');
}

test('a full quota refuses writes, goes on reading, and recovers on the same connection', (t) => {
  const path = join(temporaryFolder(t), 'a.db');
  const db = writerFor(t, path, { max_size_bytes: 40 * 4096 });
  db.exec('CREATE TABLE t (id INTEGER PRIMARY KEY, a BLOB)');
  const reader = readerFor(t, path);
  const { committed, error } = fill(db);
  assert.equal(classifyStorageError(error), 'disk_full');
  assert.ok(committed > 10);
  assert.equal(db.inTransaction, false);
  assert.equal(reader.prepare('SELECT count(*) FROM t').pluck().get(), committed);
  setMaxSize(db, 80 * 4096);
  assert.ok(fill(db).committed > 10, 'a higher limit lets it write again');
  db.exec('DELETE FROM t WHERE id % 2 = 0');
  assert.ok(fill(db).committed > 10, 'so do freed pages');
  assert.deepEqual(checkIntegrity(db), []);
});

test('a full batch is rolled back whole: SQLITE_FULL ends the transaction, savepoints and all', (t) => {
  const db = writerFor(t, join(temporaryFolder(t), 'a.db'), { max_size_bytes: 20 * 4096 });
  db.exec(
    'CREATE TABLE t (id INTEGER PRIMARY KEY, a BLOB); BEGIN IMMEDIATE; INSERT INTO t (a) VALUES (1); SAVEPOINT s',
  );
  assert.equal(classifyStorageError(fill(db).error), 'disk_full');
  assert.equal(db.inTransaction, false);
  assert.equal(db.prepare('SELECT count(*) FROM t').pluck().get(), 0);
});

test('a really full disk (tmpfs): refused, readable, and writing again once space is freed', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-disk-'));
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', folder]);
  if (mounted.status !== 0) {
    rmSync(folder, { recursive: true });
    t.skip('a really full disk (tmpfs): this user may not mount a tmpfs');
    return;
  }
  t.after(() => {
    // Lazy, because hooks run in order and the connections below are closed after this one.
    spawnSync('umount', ['-l', folder]);
    rmSync(folder, { recursive: true });
  });
  const ballast = join(folder, 'ballast');
  writeFileSync(ballast, Buffer.alloc(600_000, 1));
  const path = join(folder, 'a.db');
  const db = writerFor(t, path);
  db.exec('CREATE TABLE t (id INTEGER PRIMARY KEY, a BLOB)');
  const reader = readerFor(t, path);
  const { committed, error } = fill(db);
  assert.equal(classifyStorageError(error), 'disk_full');
  assert.ok(committed > 10);
  assert.equal(reader.prepare('SELECT count(*) FROM t').pluck().get(), committed);
  const policy = new CheckpointPolicy(db);
  assert.equal(
    policy.idle()?.disk_full,
    true,
    'the database cannot grow either, and that is no storage fault',
  );
  assert.equal(reader.prepare('SELECT count(*) FROM t').pluck().get(), committed);
  rmSync(ballast);
  db.prepare('INSERT INTO t (a) VALUES (randomblob(3000))').run();
  assert.equal(reader.prepare('SELECT count(*) FROM t').pluck().get(), committed + 1);
  assert.equal(readNumber(db, 'synchronous'), 2);
  assert.deepEqual(checkIntegrity(db), []);
});

test('SQLite codes are sorted by what the daemon must do', () => {
  const classes = {
    disk_full: ['SQLITE_FULL', 'SQLITE_IOERR_SHMSIZE', 'ENOSPC'],
    fatal: [
      'SQLITE_IOERR',
      'SQLITE_IOERR_FSYNC',
      'SQLITE_IOERR_WRITE',
      'SQLITE_CORRUPT',
      'SQLITE_CORRUPT_VTAB',
      'SQLITE_NOTADB',
      'SQLITE_CANTOPEN',
      'SQLITE_READONLY_DBMOVED',
    ],
    constraint: ['SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_CONSTRAINT'],
    busy: ['SQLITE_BUSY', 'SQLITE_BUSY_SNAPSHOT', 'SQLITE_LOCKED'],
    other: ['SQLITE_ERROR', 'SQLITE_MISUSE', 'ECONNRESET'],
  };
  for (const [expected, codes] of Object.entries(classes)) {
    for (const code of codes) assert.equal(classifyStorageError({ code }), expected, code);
  }
  for (const error of [undefined, null, 'SQLITE_FULL', new Error('x'), { code: 13 }]) {
    assert.equal(classifyStorageError(error), 'other');
  }
});

test('errors of a real connection carry the codes we sort by', (t) => {
  const path = join(temporaryFolder(t), 'a.db');
  const db = writerFor(t, path);
  db.exec('CREATE TABLE t (a PRIMARY KEY); INSERT INTO t VALUES (1)');
  const classOf = (work: () => void): string => {
    try {
      work();
    } catch (error) {
      return classifyStorageError(error);
    }
    return 'no error';
  };
  assert.equal(
    classOf(() => db.exec('INSERT INTO t VALUES (1)')),
    'constraint',
  );
  const other = writerFor(t, path);
  db.exec('BEGIN IMMEDIATE');
  other.pragma('busy_timeout = 0');
  assert.equal(
    classOf(() => other.exec('BEGIN IMMEDIATE')),
    'busy',
  );
  db.exec('ROLLBACK');
  assert.equal(
    classOf(() => writerFor(t, join(path, 'below-a-file.db'))),
    'other',
    'ENOTDIR from our own creation',
  );
  const junk = join(temporaryFolder(t), 'junk.db');
  writeFileSync(junk, 'x'.repeat(8192));
  assert.equal(
    classOf(() => writerFor(t, junk)),
    'fatal',
  );
});

test('the suspect marker survives, names its reason and can be cleared', (t) => {
  const state_dir = temporaryFolder(t);
  assert.equal(readSuspect(state_dir), undefined);
  markSuspect(state_dir, 'SQLITE_IOERR_FSYNC at commit\nof batch 7');
  assert.deepEqual(readSuspect(state_dir), {
    kind: 'storage_error',
    reason: 'SQLITE_IOERR_FSYNC at commit\nof batch 7',
  });
  assert.equal(statSync(stateFiles(state_dir).suspect).mode & 0o777, 0o600);
  writeFileSync(stateFiles(state_dir).suspect, '');
  assert.equal(readSuspect(state_dir)?.kind, 'storage_error', 'a torn marker still counts');
  clearSuspect(state_dir);
  clearSuspect(state_dir);
  assert.equal(readSuspect(state_dir), undefined);
});

test('checkIntegrity reports rows whose parent is missing', (t) => {
  const db = writerFor(t, join(temporaryFolder(t), 'a.db'));
  db.exec(
    'CREATE TABLE p (id INTEGER PRIMARY KEY); CREATE TABLE c (p REFERENCES p (id), n); CREATE INDEX c_n ON c (n)',
  );
  assert.deepEqual(checkIntegrity(db), []);
  db.pragma('foreign_keys = 0');
  db.exec('INSERT INTO c VALUES (5, 1)');
  assert.deepEqual(checkIntegrity(db, { quick: true }), ['row 1 of c refers to a missing row of p']);
});
