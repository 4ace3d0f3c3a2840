import assert from 'node:assert/strict';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { CheckpointPolicy, checkpoint, walSizeBytes } from '../../src/store/checkpoint.js';
import type { Db } from '../../src/store/db.js';
import { readerFor, temporaryFolder, writerFor } from './helpers.js';

const FRAME_BYTES = 4096 + 24;

function setUp(t: TestContext): { db: Db; path: string; write: (pages: number) => void } {
  const path = join(temporaryFolder(t), 'a.db');
  const db = writerFor(t, path);
  db.exec('CREATE TABLE t (id INTEGER PRIMARY KEY, a BLOB)');
  const insert = db.prepare('INSERT INTO t (a) VALUES (zeroblob(4000))');
  return {
    db,
    path,
    write: (pages) => {
      for (let i = 0; i < pages; i += 1) insert.run();
    },
  };
}

test('the WAL grows until PASSIVE lets it start over, and TRUNCATE empties it', (t) => {
  const { db, path, write } = setUp(t);
  write(200);
  const grown_bytes = walSizeBytes(path);
  assert.ok(grown_bytes > 200 * FRAME_BYTES);
  const done = checkpoint(db, 'PASSIVE');
  assert.equal(done.checkpointed_frames, done.log_frames);
  write(5);
  assert.ok(checkpoint(db, 'NOOP').log_frames < 50, 'the log restarted');
  assert.equal(walSizeBytes(path), grown_bytes, 'in the same file');
  assert.deepEqual(checkpoint(db, 'TRUNCATE'), { log_frames: 0, checkpointed_frames: 0, busy: false });
  assert.equal(walSizeBytes(path), 0);
});

test('the policy checkpoints past its threshold, cleans up when idle, and otherwise stays quiet', (t) => {
  const { db, write } = setUp(t);
  const policy = new CheckpointPolicy(db, { passive_frames: 100 });
  write(10);
  assert.equal(policy.afterCommit(), undefined);
  write(100);
  const outcome = policy.afterCommit();
  assert.equal(outcome?.mode, 'PASSIVE');
  assert.equal(outcome.starved, false);
  write(1);
  assert.equal(policy.afterCommit(), undefined);
  assert.equal(policy.idle()?.starved, false);
  assert.equal(policy.idle(), undefined);
});

test('an open reader starves the checkpoint; it is reported, not waited for, and not retried at every commit', (t) => {
  const { db, path, write } = setUp(t);
  const policy = new CheckpointPolicy(db, { passive_frames: 100 });
  write(1);
  const reader = readerFor(t, path);
  reader.exec('BEGIN');
  reader.prepare('SELECT count(*) FROM t').get();
  write(150);
  const starved = policy.afterCommit();
  assert.equal(starved?.starved, true);
  assert.ok(starved.checkpointed_frames < starved.log_frames);
  write(1);
  assert.equal(policy.afterCommit(), undefined);
  assert.equal(checkpoint(db, 'TRUNCATE').busy, true);
  assert.equal(db.pragma('busy_timeout', { simple: true }), 5000, 'the timeout is back');
  reader.exec('COMMIT');
  assert.equal(policy.idle()?.starved, false);
});

test('the alarm fires once per crossing of the threshold', (t) => {
  const { db, path, write } = setUp(t);
  const alarms: number[] = [];
  const alarm_bytes = 300 * FRAME_BYTES;
  const policy = new CheckpointPolicy(db, {
    passive_frames: 50,
    alarm_bytes,
    onAlarm: (size) => alarms.push(size),
  });
  for (const crossing of [1, 2]) {
    const reader = readerFor(t, path);
    reader.exec('BEGIN');
    reader.prepare('SELECT count(*) FROM t').get();
    for (let i = 0; i < 100; i += 1) {
      write(5);
      policy.afterCommit();
    }
    assert.equal(alarms.length, crossing);
    assert.equal(policy.alarmed, true);
    assert.equal(policy.idle()?.starved, true);
    reader.exec('COMMIT');
    assert.equal(policy.idle()?.mode, 'TRUNCATE');
    assert.equal(policy.alarmed, false);
    assert.equal(walSizeBytes(path), 0);
  }
  assert.ok(alarms.every((size) => size > alarm_bytes));
});

test('the counting checkpoint copies nothing', (t) => {
  const { db, write } = setUp(t);
  write(20);
  assert.equal(checkpoint(db, 'NOOP').checkpointed_frames, 0);
  assert.ok(checkpoint(db, 'NOOP').log_frames >= 20);
});
