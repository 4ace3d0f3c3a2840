import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { openConnection } from '../../src/store/db.js';
import { anyWordOf, indexedWords } from '../../src/words/scoped.js';

function table() {
  const db = openConnection(':memory:');
  db.exec(`CREATE VIRTUAL TABLE texts USING fts5 (words, content = '', tokenize = "ascii tokenchars '.:'")`);
  const insert = db.prepare<[number, string]>('INSERT INTO texts (rowid, words) VALUES (?, ?)');
  const find = db
    .prepare<[string], number>('SELECT rowid FROM texts WHERE texts MATCH ? ORDER BY rowid')
    .pluck();
  return {
    add: (id: number, text: string, scope: number) => insert.run(id, indexedWords(text, scope)),
    find: (query: string, scope: number) => {
      const match = anyWordOf(query, scope);
      return match === undefined ? [] : find.all(match);
    },
  };
}

test('a scope never sees the words of another, whatever the words begin with', () => {
  const { add, find } = table();
  for (const [index, scope] of [1, 11, 37, 36 * 36].entries()) add(index, '1 11 1:order 10 orders 1x', scope);
  assert.deepEqual(find('order', 1), [0]);
  assert.deepEqual(find('1', 1), [0]);
  assert.deepEqual(find('11', 37), [2]);
  assert.deepEqual(find('order', 2), []);
});

test('any text can be looked for, and is found by itself', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.string({ maxLength: 40 }),
      (text, noise) => {
        const { add, find } = table();
        add(1, text, 5);
        const has_words = indexedWords(text, 5) !== '';
        assert.deepEqual(find(text, 5), has_words ? [1] : []);
        find(`${noise}" OR * NEAR( ${noise}`, 5);
        assert.deepEqual(find(text, 6), []);
      },
    ),
    { numRuns: 300 },
  );
});

test('one sign of a script without spaces is found inside a text', () => {
  const { add, find } = table();
  add(1, '取引所は注文を拒否', 1);
  assert.deepEqual(find('注', 1), [1]);
  assert.deepEqual(find('注文', 1), [1]);
  assert.deepEqual(find('文注', 1), []);
});

test('of a very long text the beginning is indexed', () => {
  const { add, find } = table();
  add(1, `first ${'x '.repeat(100_000)} last`, 1);
  assert.deepEqual(find('first', 1), [1]);
  assert.deepEqual(find('last', 1), []);
});
