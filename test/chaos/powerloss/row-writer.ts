// Inserts rows forever, one commit each, and prints a row's id once its commit has returned: node row-writer.js FILE FULL|NORMAL.
import { writeSync } from 'node:fs';
import Database from 'better-sqlite3';

const [, , file = '', synchronous = ''] = process.argv;
const db = new Database(file);
db.pragma('journal_mode = WAL');
db.pragma(`synchronous = ${synchronous}`);
// Checkpoints come often under FULL, so that kills fall into them; under NORMAL they would be what saves rows.
db.pragma(`wal_autocheckpoint = ${synchronous === 'FULL' ? 40 : 0}`);
db.exec('CREATE TABLE IF NOT EXISTS rows (id INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT');
const insert = db.prepare('INSERT INTO rows (body) VALUES (?)');
for (;;) {
  const { lastInsertRowid } = insert.run('x'.repeat(300));
  // Not process.stdout: it may buffer, and this loop never returns to the event loop.
  writeSync(1, `${lastInsertRowid}\n`);
}
