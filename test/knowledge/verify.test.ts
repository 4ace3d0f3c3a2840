import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { packDocument } from '../../src/codec/msgpack.js';
import { storeIn } from '../semantic/support.js';
import { TestStore } from '../support/executor.js';
import { declare, field, put, verified } from './support.js';

const FAULTS: readonly (readonly [string, readonly string[], readonly string[]])[] = [
  ['a wrong count', [`UPDATE knowledge_collections SET records = 9`], ['knowledge.count']],
  [
    'a missing index row',
    [`DELETE FROM knowledge_index WHERE record = (SELECT min(record) FROM knowledge_index)`],
    ['knowledge.index'],
  ],
  [
    'an index row of another value',
    [`UPDATE knowledge_index SET value = x'0199' WHERE record = (SELECT min(record) FROM knowledge_index)`],
    ['knowledge.index', 'knowledge.index'],
  ],
  [
    'a missing unique row',
    [`DELETE FROM knowledge_unique WHERE record = (SELECT min(record) FROM knowledge_unique)`],
    ['knowledge.unique'],
  ],
  [
    'a unique row too many',
    [
      `INSERT INTO knowledge_unique SELECT collection_id, key_no, x'0177', record FROM knowledge_unique LIMIT 1`,
    ],
    ['knowledge.unique'],
  ],
  ['rows of no collection', [`INSERT INTO knowledge_index VALUES (5, 1, x'00', 1)`], ['knowledge.index']],
];

describe('verify finds', () => {
  for (const [name, statements, kinds] of FAULTS) {
    it(name, () => {
      const store = withRecords();
      try {
        assert.deepEqual(verified(store), []);
        for (const sql of statements) store.db.exec(sql);
        assert.deepEqual(verified(store), kinds);
      } finally {
        store.close();
      }
    });
  }

  it('a declaration that is gone or cannot be read, and goes on with the other collections and tiers', () => {
    for (const sql of [
      'DELETE FROM knowledge_declarations WHERE collection_id = (SELECT min(collection_id) FROM knowledge_collections)',
      `UPDATE knowledge_declarations SET declaration = x'c3' WHERE rowid = (SELECT min(rowid) FROM knowledge_declarations)`,
      `UPDATE knowledge_declarations SET declaration = x'80' WHERE rowid = (SELECT min(rowid) FROM knowledge_declarations)`,
    ]) {
      const store = withRecords();
      try {
        declare(store, 'd', [field('n', 'INTEGER', { indexed: true })]);
        put(store, 'd', { n: 1 });
        store.run('put_namespace', { name: 'desk', readers: [], writers: [] });
        storeIn(store, 'desk', 'a plan');
        store.db.exec(`${sql}; DELETE FROM memory_words;
          DELETE FROM knowledge_index WHERE collection_id = (SELECT max(collection_id) FROM knowledge_collections)`);
        assert.deepEqual(verified(store), ['knowledge.collection', 'knowledge.index', 'semantic.words']);
      } finally {
        store.close();
      }
    }
  });

  it('a tier that cannot be checked at all', () => {
    const store = withRecords();
    try {
      store.db.exec('DROP TABLE prompt_labels; UPDATE knowledge_collections SET records = 9');
      assert.deepEqual(verified(store), ['procedural.unreadable', 'knowledge.count']);
    } finally {
      store.close();
    }
  });

  it('a record that is not what the journal says', () => {
    const store = withRecords();
    try {
      const value = packDocument({ n: 1, s: 'forged' });
      store.db
        .prepare(
          'UPDATE knowledge_records SET value = ? WHERE record = (SELECT min(record) FROM knowledge_records)',
        )
        .run(value);
      assert.deepEqual(verified(store), ['knowledge.record']);
    } finally {
      store.close();
    }
  });
});

function withRecords(): TestStore {
  const store = new TestStore();
  declare(store, 'c', [field('n', 'INTEGER', { indexed: true }), field('s', 'STRING')], [['n']]);
  for (const n of [1, 2, 3]) put(store, 'c', { n, s: 'x' });
  return store;
}
