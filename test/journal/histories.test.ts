import assert from 'node:assert/strict';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { beginHistory, Histories } from '../../src/journal/histories.js';
import type { Db } from '../../src/store/db.js';
import { migrate } from '../../src/store/migrate.js';
import { openWriter, setMaxSize } from '../../src/store/open.js';
import { removeFolder, temporaryFolder } from '../support/daemon.js';

/** A folder for files, gone after the test. */
function folder(t: TestContext): string {
  const made = temporaryFolder();
  t.after(() => removeFolder(made));
  return made;
}

function open(path: string): Db {
  const db = openWriter(path);
  migrate(db, { now_us: 1 });
  return db;
}

/** What a start at a revision does to a file that nobody has open; its id and all that it knows. */
function start(path: string, revision: number): Histories {
  const db = open(path);
  try {
    return new Histories(beginHistory(db, revision));
  } finally {
    db.pragma('wal_checkpoint(TRUNCATE)');
    db.close();
  }
}

test('every start begins a history, and knows where those before it ended', (t) => {
  const path = join(folder(t), 'a.db');
  const first = start(path, 0);
  assert.match(first.present, /^[0-9a-f]{16}$/);
  assert.equal(first.commonRevision(first.present), Number.POSITIVE_INFINITY);
  const second = start(path, 7);
  const third = start(path, 7);
  assert.equal(new Set([first, second, third].map(({ present }) => present)).size, 3);
  assert.deepEqual(
    [first, second, third].map(({ present }) => third.commonRevision(present)),
    [7, 7, Number.POSITIVE_INFINITY],
  );
  assert.equal(first.commonRevision(third.present), undefined);
});

test('two copies of a file have in common what was there when they parted', (t) => {
  const made = folder(t);
  const [path, copy] = [join(made, 'a.db'), join(made, 'b.db')];
  const before = start(path, 3);
  const parted = start(path, 5);
  copyFileSync(path, copy);
  // Under the history that both begin with one went on to 20, the other never got beyond 9.
  const here = start(path, 20);
  const there = start(copy, 9);
  assert.equal(there.commonRevision(before.present), 5);
  assert.equal(there.commonRevision(parted.present), 9);
  assert.equal(here.commonRevision(parted.present), 20);
  assert.equal(there.commonRevision(here.present), undefined);
  assert.equal(here.commonRevision(there.present), undefined);
});

test('a journal that was cut off below its last start ends all histories there', () => {
  const histories = new Histories([
    { id: 'a', after_revision: 0 },
    { id: 'b', after_revision: 8 },
    { id: 'c', after_revision: 2 },
  ]);
  assert.deepEqual(
    ['a', 'b', 'c'].map((id) => histories.commonRevision(id)),
    [2, 2, Infinity],
  );
});

test('10,000 starts are remembered', (t) => {
  const db = open(join(folder(t), 'a.db'));
  t.after(() => db.close());
  const begun = Array.from({ length: 3 }, (_, revision) => new Histories(beginHistory(db, revision)).present);
  db.exec(`WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 9996)
           INSERT INTO histories (id, after_revision) SELECT 'id-' || i, 3 FROM n`);
  for (let starts = 0; starts < 2; starts += 1) beginHistory(db, 3);
  const kept = new Histories(beginHistory(db, 3));
  assert.deepEqual(
    begun.map((id) => kept.commonRevision(id)),
    [undefined, 2, 3],
  );
});

test('a full disk begins one that the next start does not know', (t) => {
  const path = join(folder(t), 'a.db');
  const db = open(path);
  const kept = () => db.prepare<[], number>('SELECT count(*) FROM histories').pluck().get() ?? 0;
  setMaxSize(db, 4096);
  let last = new Histories(beginHistory(db, 1));
  let starts = 1;
  for (; kept() === starts && starts < 10_000; starts += 1) last = new Histories(beginHistory(db, 1));
  assert.equal(kept(), starts - 1, 'it did not fit');
  assert.equal(last.commonRevision(last.present), Number.POSITIVE_INFINITY);
  db.close();
  assert.equal(start(path, 1).commonRevision(last.present), undefined);
});
