import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { packContent } from '../../src/tiers/knowledge/declaration.js';
import { TestStore } from '../support/executor.js';
import {
  declare,
  field,
  found,
  page,
  put,
  putAll,
  refuses,
  storedValue,
  verified,
  where,
} from './support.js';

describe('collections', () => {
  const store = new TestStore();
  after(() => store.close());
  const n = field('n', 'INTEGER');
  const s = field('s', 'STRING');

  it('are versioned, and the same declaration again changes nothing', () => {
    assert.equal(declare(store, 'a', [n, s], [['n']], 0), 1);
    const revision = store.executor.head.revision;
    assert.equal(declare(store, 'a', [n, s], [['n']]), 1);
    assert.equal(store.executor.head.revision, revision);
    assert.equal(declare(store, 'a', [s, n], [['n']], 1), 2);
    refuses(() => declare(store, 'a', [n], [], 1), 'VERSION_CONFLICT', 'expected_version');
    refuses(() => declare(store, 'a', [n], [], 0), 'VERSION_CONFLICT', 'expected_version');
    refuses(() => declare(store, 'b', [n], [], 1), 'VERSION_CONFLICT', 'expected_version');
  });

  it('never change the type of a field', () => {
    declare(store, 'types', [s, n]);
    refuses(() => declare(store, 'types', [s, field('n', 'DECIMAL')]), 'INVALID_FIELD', 'fields[1].type');
  });

  it('give new fields their defaults in what is there, indexed and all', () => {
    declare(store, 'grown', [n]);
    const [first = '', second = ''] = putAll(store, 'grown', [{ n: 1 }, { n: 2 }]);
    const colour = field('colour', 'STRING', { required: true, indexed: true, default_value: 'red' });
    refuses(
      () => declare(store, 'grown', [n, { ...colour, default_value: undefined }]),
      'SCHEMA_VIOLATION',
      'fields',
    );
    store.now_us += 1;
    declare(store, 'grown', [n, colour]);
    assert.deepEqual(storedValue(store, 'grown', first), { n: 1, colour: 'red' });
    assert.deepEqual(found(store, 'grown', { filter: where('colour', 'EQUAL', 'red') }), [second, first]);
    const row = page(store, 'grown').rows[0];
    assert.deepEqual([row?.version, row?.updated_at_us], [2, store.now_us]);
    // A default that changes later is for later records.
    declare(store, 'grown', [n, { ...colour, default_value: 'blue' }]);
    assert.deepEqual(storedValue(store, 'grown', first), { n: 1, colour: 'red' });
    assert.deepEqual(verified(store), []);
  });

  it('make a field required only where it is', () => {
    declare(store, 'strict', [n, s]);
    const [, bad = ''] = putAll(store, 'strict', [{ n: 1, s: 'x' }, { n: 2 }]);
    const required = field('s', 'STRING', { required: true });
    const error = refuses(() => declare(store, 'strict', [n, required]), 'SCHEMA_VIOLATION', 'fields');
    assert.deepEqual(error.details.metadata, { record_id: bad });
    put(store, 'strict', { n: 2, s: null }, { record_id: bad });
    refuses(() => declare(store, 'strict', [n, { ...required, default_value: 'd' }]), 'SCHEMA_VIOLATION');
    put(store, 'strict', { n: 2 }, { record_id: bad });
    declare(store, 'strict', [n, { ...required, default_value: 'd' }]);
    assert.deepEqual(storedValue(store, 'strict', bad), { n: 2, s: 'd' });
    declare(store, 'strict', [n, s]);
    put(store, 'strict', { n: 2 }, { record_id: bad });
  });

  it('drop a field only once no record has it', () => {
    declare(store, 'less', [n, s]);
    const [id = ''] = putAll(store, 'less', [{ n: 1, s: null }]);
    const error = refuses(() => declare(store, 'less', [n]), 'SCHEMA_VIOLATION', 'fields');
    assert.deepEqual(error.details.metadata, { record_id: id });
    put(store, 'less', { n: 1 }, { record_id: id });
    declare(store, 'less', [n]);
    refuses(() => put(store, 'less', { s: 'x' }), 'INVALID_FIELD', 'value');
    // The same name with another type is another field.
    declare(store, 'less', [n, field('s', 'INTEGER', { indexed: true })]);
    put(store, 'less', { s: 5 });
    assert.deepEqual(verified(store), []);
  });

  it('build and drop indexes and unique keys over what is there', () => {
    declare(store, 'keys', [n, s]);
    const ids = putAll(
      store,
      'keys',
      Array.from({ length: 1200 }, (_, k) => ({ n: k % 600, s: `s${k}` })),
    );
    const error = refuses(() => declare(store, 'keys', [n, s], [['n']]), 'ALREADY_EXISTS', 'unique_keys');
    assert.deepEqual(error.details.metadata, { key: 'n', record_id: ids[0], duplicate_record_id: ids[600] });
    const indexed = [
      { ...n, indexed: true },
      { ...s, indexed: true },
    ];
    declare(store, 'keys', indexed, [['n', 's']]);
    assert.deepEqual(found(store, 'keys', { filter: where('n', 'EQUAL', 7) }), [ids[607], ids[7]]);
    refuses(() => put(store, 'keys', { n: 7, s: 's7' }), 'ALREADY_EXISTS', 'value');
    declare(store, 'keys', [{ ...n, indexed: true }, s], [['s']]);
    assert.deepEqual(verified(store), []);
    refuses(() => put(store, 'keys', { n: 8, s: 's7' }), 'ALREADY_EXISTS', 'value');
    declare(store, 'keys', [n, s]);
    put(store, 'keys', { n: 7, s: 's7' });
    const left = store.db.prepare<[], { rows: number }>(
      `SELECT (SELECT count(*) FROM knowledge_index JOIN knowledge_collections USING (collection_id) WHERE name = 'keys')
         + (SELECT count(*) FROM knowledge_unique JOIN knowledge_collections USING (collection_id) WHERE name = 'keys') AS rows`,
    );
    assert.equal(left.get()?.rows, 0);
    assert.deepEqual(found(store, 'keys', { filter: where('n', 'EQUAL', 7) }).length, 3);
  });

  it('refuse a unique key longer than an index holds', () => {
    declare(store, 'long', [s]);
    const { record_id } = put(store, 'long', { s: 'x'.repeat(2000) });
    const error = refuses(() => declare(store, 'long', [s], [['s']]), 'SCHEMA_VIOLATION', 'fields');
    assert.deepEqual(error.details.metadata, { record_id });
  });

  it('go when they are empty, or by force with all they hold', () => {
    declare(store, 'gone', [{ ...n, indexed: true }], [['n']]);
    put(store, 'gone', { n: 1 });
    refuses(() => store.run('delete_collection', { name: 'gone', force: false }), 'WRONG_STATE', 'force');
    assert.equal(store.run('delete_collection', { name: 'gone', force: true }).deleted_records, 1);
    refuses(() => store.run('delete_collection', { name: 'gone', force: true }), 'NOT_FOUND', 'name');
    assert.equal(declare(store, 'gone', [s]), 1);
    assert.deepEqual(found(store, 'gone'), []);
    assert.deepEqual(verified(store), []);
  });

  it('are at most 1,000 an agent, listed by name', () => {
    const run = { agent_id: 'agent-many' };
    const declared = packContent({ fields: [n], unique_keys: [] });
    const content = (name: string) => ({ name, content: declared, expected_version: null });
    for (let k = 0; k < 1000; k += 1) store.run('put_collection', content(`c${k}`), run);
    refuses(() => store.run('put_collection', content('c1000'), run), 'TOO_MANY', 'name');
    const names = store.reads.snapshot(0, ({ knowledge }) =>
      [...knowledge.collections('agent-many', '')].map(({ name }) => name),
    );
    assert.deepEqual(names, Array.from({ length: 1000 }, (_, k) => `c${k}`).sort());
  });

  it('refuse a change over more records than one command may read', () => {
    // A counter that says so is enough: that 100,001 records are read is what must not happen.
    declare(store, 'huge', [n]);
    put(store, 'huge', { n: 1 });
    store.db.prepare(`UPDATE knowledge_collections SET records = 100001 WHERE name = 'huge'`).run();
    refuses(() => declare(store, 'huge', [{ ...n, indexed: true }]), 'TOO_MANY', 'name');
    refuses(() => store.run('delete_collection', { name: 'huge', force: true }), 'TOO_MANY', 'name');
    declare(store, 'huge', [n, s]);
    store.db.prepare(`UPDATE knowledge_collections SET records = 5000000 WHERE name = 'huge'`).run();
    refuses(() => put(store, 'huge', { n: 2 }), 'TOO_MANY', 'collection');
  });
});
