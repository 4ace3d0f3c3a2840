import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openConnection } from '../../src/store/db.js';
import { checkIntegrity } from '../../src/store/integrity.js';
import { openReader, openWriter } from '../../src/store/open.js';
import { removeFolder, temporaryFolder } from '../support/daemon.js';

test('text indexes that another connection has changed since are sound', (t) => {
  const folder = temporaryFolder();
  t.after(() => removeFolder(folder));
  const path = `${folder}/holdfast.db`;
  const writer = openWriter(path);
  writer.exec(`CREATE VIRTUAL TABLE texts USING fts5 (words, content = '', contentless_delete = 1)`);
  const insert = writer.prepare<[number, string]>('INSERT INTO texts (rowid, words) VALUES (?, ?)');
  const reader = openReader(path);
  const naive = openConnection(path, { readonly: true });
  let false_alarms = 0;
  for (let round = 0; round < 10; round += 1) {
    for (let i = 0; i < 7; i += 1) insert.run(round * 10 + i, `word${i} of round ${round}`);
    assert.deepEqual(checkIntegrity(reader), []);
    if (naive.pragma('integrity_check', { simple: true }) !== 'ok') false_alarms += 1;
  }
  assert.ok(false_alarms > 0, 'SQLite needs no help any more');
  for (const db of [naive, reader, writer]) db.close();
});
