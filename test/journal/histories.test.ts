import assert from 'node:assert/strict';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { beginHistory, Histories } from '../../src/journal/histories.js';
import type { Db } from '../../src/store/db.js';
import { migrate } from '../../src/store/migrate.js';
import { openWriter, setMaxSize } from '../../src/store/open.js';
import type { Tx } from '../../src/tiers/command.js';
import { Executor } from '../../src/writer/execute.js';
import { pack } from '../../src/writer/transport.js';
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

function begin(db: Db, revision: number): Histories {
  return new Histories(beginHistory(db, revision).all);
}

/** What a start at a revision does to a file that nobody has open; its id and all that it knows. */
function start(path: string, revision: number): Histories {
  const db = open(path);
  try {
    return begin(db, revision);
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
  const begun = Array.from({ length: 3 }, (_, revision) => begin(db, revision).present);
  db.exec(`WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 9996)
           INSERT INTO histories (id, after_revision) SELECT 'id-' || i, 3 FROM n`);
  for (let starts = 0; starts < 2; starts += 1) beginHistory(db, 3);
  const kept = begin(db, 3);
  assert.deepEqual(
    begun.map((id) => kept.commonRevision(id)),
    [undefined, 2, 3],
  );
});

test('one that finds the disk full is in the file before anything is committed under it', (t) => {
  const path = join(folder(t), 'a.db');
  const db = open(path);
  const kept = () => db.prepare<[], number>('SELECT count(*) FROM histories').pluck().get() ?? 0;
  setMaxSize(db, 4096);
  let { all, unwritten } = beginHistory(db, 1);
  for (let starts = 0; unwritten === undefined && starts < 10_000; starts += 1)
    ({ all, unwritten } = beginHistory(db, 1));
  const last = new Histories(all);
  assert.equal(kept(), all.length - 1, 'it did not fit');
  assert.equal(last.commonRevision(last.present), Number.POSITIVE_INFINITY);

  const executor = new Executor(
    db,
    { mark: (tx: Tx) => tx.emit('state.put', 'k', {}, 'journal') },
    { receipt_ttl_ms: 1000, clock: () => 2, onInternalError: assert.fail },
  );
  executor.withNextCommit(unwritten ?? assert.fail);
  const mark = { name: 'mark', agent_id: 'alpha', request_id: '', epoch: 0, args: pack({}) };
  const [refused] = executor.execute([mark]);
  assert.ok(refused?.ok === false && refused.error.reason === 'DISK_FULL');
  assert.equal(executor.head.revision, 0);
  setMaxSize(db, 64 * 1024 * 1024);
  assert.equal(executor.execute([mark])[0]?.ok, true);
  assert.equal(executor.execute([mark])[0]?.ok, true);
  assert.equal(kept(), all.length, 'once');
  db.close();
  assert.equal(start(path, 2).commonRevision(last.present), 2);
});
