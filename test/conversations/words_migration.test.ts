/** The text index of turns as a file of an earlier version has it, after the migration that makes it anew. */
import assert from 'node:assert/strict';
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { it } from 'node:test';
import { migrate } from '../../src/store/migrate.js';
import { MIGRATIONS_DIR, readMigrations } from '../../src/store/migrations.js';
import { openWriter } from '../../src/store/open.js';
import { indexedWords } from '../../src/words/scoped.js';
import { removeFolder, temporaryFolder } from '../support/daemon.js';

it('the words of turns are the same after the index was made anew', () => {
  const folder = temporaryFolder();
  const dir = join(folder, 'earlier');
  mkdirSync(dir);
  for (const { version, name } of readMigrations().slice(0, 13)) {
    const file = `${String(version).padStart(4, '0')}_${name}.sql`;
    copyFileSync(join(MIGRATIONS_DIR, file), join(dir, file));
  }
  const db = openWriter(join(folder, 'a.db'));
  try {
    migrate(db, { now_us: 1, dir });
    const insert = db.prepare(
      'INSERT INTO conversation_words (rowid, words, place, conversation, turn) VALUES (?, ?, ?, ?, ?)',
    );
    const insert_turn = db.prepare("INSERT INTO conversation_turns VALUES (?, ?, ?, 2, 4, 4, 1, x'80')");
    const texts = [
      'The order for BTC-USDT was filled at 0.25',
      'order order, Ünïcode 東京市場',
      '!?',
      'going away',
    ];
    for (const [index, text] of texts.entries()) {
      const conversation = index === 3 ? 9 : 7;
      insert.run(index + 50, indexedWords(text, 36), `c${conversation}`, conversation, index + 1);
      insert_turn.run(conversation, index + 1, index + 50);
    }
    db.exec('INSERT INTO conversation_removals (conversation) VALUES (9)');
    db.exec('CREATE VIRTUAL TABLE temp.places USING fts5vocab (main, conversation_words, instance)');
    const places = () =>
      db.prepare('SELECT * FROM temp.places WHERE doc < 53 ORDER BY doc, col, offset').all();
    const before = places();
    db.exec('DROP TABLE temp.places');
    assert.ok(before.length > 12);
    migrate(db, { now_us: 2 });
    db.exec('CREATE VIRTUAL TABLE temp.places USING fts5vocab (main, turn_words, instance)');
    assert.deepEqual(places(), before);
    assert.deepEqual(db.prepare('SELECT * FROM conversation_words_content').all(), []);
    assert.deepEqual(
      db.prepare('SELECT rowid, conversation, turn FROM turn_words').raw().all(),
      [50, 51, 52].map((position, index) => [position, 7, index + 1]),
    );
    assert.equal(db.prepare('SELECT count(*) FROM conversation_turns').pluck().get(), 3);
    assert.equal(db.prepare('SELECT count(*) FROM conversation_removals').pluck().get(), 0);
  } finally {
    db.close();
    removeFolder(folder);
  }
});
