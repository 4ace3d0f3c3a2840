import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { packDocument, unpackDocument } from '../../src/codec/msgpack.js';
import { DecimalValue, Timestamp } from '../../src/codec/value.js';
import { TestStore } from '../support/executor.js';
import { declare, field, found, put, refuses, storedValue, verified, where } from './support.js';

describe('records', () => {
  const store = new TestStore();
  after(() => store.close());
  declare(
    store,
    'prefs',
    [
      field('user', 'STRING', { required: true }),
      field('sku', 'STRING', { required: true }),
      field('quantity', 'INTEGER', { default_value: 1, indexed: true }),
      field('price', 'DECIMAL'),
      field('score', 'FLOAT'),
      field('critical', 'BOOLEAN', { required: true, default_value: false }),
      field('at', 'TIMESTAMP'),
      field('constructor', 'JSON'),
    ],
    [
      ['user', 'sku'],
      ['sku', 'quantity'],
    ],
  );
  const of = (id: string) => storedValue(store, 'prefs', id);

  it('get their defaults, and tell absent from null', () => {
    const { record_id, version, created } = put(store, 'prefs', { user: 'u', sku: 'a', price: null });
    assert.deepEqual([version, created], [1, true]);
    assert.deepEqual(of(record_id), { user: 'u', sku: 'a', quantity: 1, price: null, critical: false });
    put(store, 'prefs', { user: 'u', sku: 'a', quantity: null, critical: true }, { record_id });
    assert.deepEqual(of(record_id), { user: 'u', sku: 'a', quantity: null, critical: true });
  });

  it('keep each value in the one form of its type', () => {
    const { record_id } = put(store, 'prefs', {
      user: 'forms',
      sku: 'a',
      price: 12,
      score: 3,
      quantity: 2n ** 62n,
    });
    assert.deepEqual([of(record_id).price, of(record_id).quantity], [new DecimalValue('12'), 2n ** 62n]);
    const again = { user: 'forms', sku: 'a', price: new DecimalValue('12'), score: 3, quantity: 2n ** 62n };
    const before = store.executor.head.revision;
    assert.deepEqual(
      { ...put(store, 'prefs', again, { record_id }), revision: 0 },
      { record_id, version: 1, created: false, revision: 0 },
    );
    assert.equal(store.executor.head.revision, before, 'the same record again changes nothing');
  });

  it('are written by a unique key once and then again', () => {
    const match_key = ['sku', 'user'];
    const first = put(store, 'prefs', { user: 'up', sku: 'x', quantity: 5 }, { match_key });
    store.now_us += 7;
    const second = put(store, 'prefs', { user: 'up', sku: 'x', quantity: 6 }, { match_key });
    assert.deepEqual([first.created, second.created, second.version], [true, false, 2]);
    assert.equal(second.record_id, first.record_id);
    const row = store.reads.snapshot(0, ({ knowledge }) =>
      knowledge.recordByKey('agent-1', 'prefs', { sku: 'x', user: 'up' }),
    );
    assert.deepEqual([row.version, row.updated_at_us - row.created_at_us], [2, 7]);
    refuses(
      () => put(store, 'prefs', { user: 'up', sku: 'x' }, { match_key, expected_version: 0 }),
      'VERSION_CONFLICT',
      'expected_version',
    );
    refuses(
      () => put(store, 'prefs', { user: 'up', sku: 'new' }, { match_key, expected_version: 1 }),
      'VERSION_CONFLICT',
      'expected_version',
    );
    refuses(
      () => put(store, 'prefs', { user: 'up', sku: 'x' }, { match_key: ['user'] }),
      'INVALID_FIELD',
      'match_key',
    );
    refuses(
      () => put(store, 'prefs', { user: 'up', sku: 'x', quantity: null }, { match_key: ['quantity', 'sku'] }),
      'FIELD_REQUIRED',
      'value.quantity',
    );
  });

  it('change only from the version that the caller saw', () => {
    const { record_id } = put(store, 'prefs', { user: 'cas', sku: 'a', quantity: 10 });
    const next = (quantity: number, expected_version: number) =>
      put(store, 'prefs', { user: 'cas', sku: 'a', quantity }, { record_id, expected_version });
    assert.equal(next(11, 1).version, 2);
    const error = refuses(() => next(12, 1), 'VERSION_CONFLICT', 'expected_version');
    assert.deepEqual(error.details.metadata, { expected: '1', actual: '2' });
    const drop = (expected_version: number) =>
      store.run('delete_record', { collection: 'prefs', record_id, expected_version });
    refuses(() => drop(1), 'VERSION_CONFLICT', 'expected_version');
    drop(2);
    refuses(() => drop(2), 'NOT_FOUND', 'record_id');
    refuses(() => next(12, 2), 'NOT_FOUND', 'record_id');
  });

  it('do not share the values of a unique key, unless one is null or absent', () => {
    const { record_id } = put(store, 'prefs', { user: 'one', sku: 'k', quantity: 77 });
    const error = refuses(
      () => put(store, 'prefs', { user: 'one', sku: 'k', quantity: 78 }),
      'ALREADY_EXISTS',
      'value',
    );
    assert.deepEqual(error.details.metadata, { key: 'user,sku', record_id });
    refuses(() => put(store, 'prefs', { user: 'two', sku: 'k', quantity: 77 }), 'ALREADY_EXISTS', 'value');
    // Not the same, however the parts are cut.
    put(store, 'prefs', { user: 'on', sku: 'ek', quantity: 77 });
    put(store, 'prefs', { user: 'one\0', sku: 'k', quantity: null });
    put(store, 'prefs', { user: 'one\0\0', sku: 'k', quantity: null });
    // Moving away makes room.
    put(store, 'prefs', { user: 'one', sku: 'k2', quantity: 77 }, { record_id });
    put(store, 'prefs', { user: 'two', sku: 'k', quantity: 77 });
  });

  const long = 'x'.repeat(65_537);
  const cases: [string, Parameters<typeof put>[2], string, string][] = [
    ['a field that is not declared', { user: 'u', sku: 's', colour: 1 }, 'INVALID_FIELD', 'value'],
    ['an inherited name', { user: 'u', sku: 's', toString: 1 }, 'INVALID_FIELD', 'value'],
    ['no required field', { user: 'u' }, 'FIELD_REQUIRED', 'value.sku'],
    ['null in a required field', { user: 'u', sku: null }, 'INVALID_FIELD', 'value.sku'],
    ['a number as text', { user: 'u', sku: 1 }, 'INVALID_FIELD', 'value.sku'],
    ['text as a number', { user: 'u', sku: 's', quantity: '1' }, 'INVALID_FIELD', 'value.quantity'],
    ['a fraction as an integer', { user: 'u', sku: 's', quantity: 1.5 }, 'INVALID_FIELD', 'value.quantity'],
    [
      'an integer of 65 bits',
      { user: 'u', sku: 's', quantity: 2n ** 63n },
      'INVALID_FIELD',
      'value.quantity',
    ],
    ['a float as a decimal', { user: 'u', sku: 's', price: 1.5 }, 'INVALID_FIELD', 'value.price'],
    [
      'a decimal as a float',
      { user: 'u', sku: 's', score: new DecimalValue('1') },
      'INVALID_FIELD',
      'value.score',
    ],
    [
      'an integer that no float holds',
      { user: 'u', sku: 's', score: 2n ** 60n + 1n },
      'INVALID_FIELD',
      'value.score',
    ],
    ['text as a timestamp', { user: 'u', sku: 's', at: '2026-01-01T00:00:00Z' }, 'INVALID_FIELD', 'value.at'],
    ['a number as a boolean', { user: 'u', sku: 's', critical: 0 }, 'INVALID_FIELD', 'value.critical'],
    ['an array as text', { user: 'u', sku: ['s'] }, 'INVALID_FIELD', 'value.sku'],
    ['a text that is too long', { user: long, sku: 's' }, 'LIMIT_EXCEEDED', 'value.user'],
    [
      'a key that is too long',
      { user: 'x'.repeat(600), sku: 'x'.repeat(600) },
      'LIMIT_EXCEEDED',
      'value.user',
    ],
  ];
  for (const [name, value, reason, at] of cases) {
    it(`are refused with ${name}`, () => {
      const before = store.executor.head.revision;
      refuses(() => put(store, 'prefs', value), reason, at);
      assert.equal(store.executor.head.revision, before);
    });
  }

  it('hold whatever JSON a field of that name allows', () => {
    const at = new Timestamp(-5n, 999_999_999);
    const { record_id } = put(store, 'prefs', {
      user: 'json',
      sku: 'a',
      at,
      constructor: [{ a: null }, 'x'],
      quantity: 3,
    });
    assert.deepEqual(of(record_id), {
      user: 'json',
      sku: 'a',
      at,
      constructor: [{ a: null }, 'x'],
      quantity: 3,
      critical: false,
    });
  });

  it('belong to their agent and their collection', () => {
    declare(store, 'other', [field('user', 'STRING')]);
    const { record_id } = put(store, 'other', { user: 'x' });
    refuses(() => put(store, 'prefs', { user: 'u', sku: 's' }, { record_id }), 'NOT_FOUND', 'record_id');
    refuses(() => put(store, 'none', {}), 'NOT_FOUND', 'collection');
    refuses(
      () =>
        store.run(
          'delete_record',
          { collection: 'other', record_id, expected_version: null },
          { agent_id: 'agent-2' },
        ),
      'NOT_FOUND',
      'collection',
    );
    for (const id of ['record-zzz', 'nonsense', `${record_id}0`]) {
      refuses(
        () => store.run('delete_record', { collection: 'other', record_id: id, expected_version: null }),
        'NOT_FOUND',
        'record_id',
      );
    }
  });

  it('are journaled with their values under their collection', () => {
    const from = store.executor.head.revision;
    const { record_id } = put(store, 'other', { user: 'told' });
    store.run('delete_record', { collection: 'other', record_id, expected_version: null });
    const { entries } = store.reads.entriesAfter(
      from,
      { kind_prefixes: ['record.'], key_prefix: 'other/' },
      true,
    );
    assert.deepEqual(
      entries.map(({ kind, key, payload }) => [kind, key, payload && unpackDocument(payload)]),
      [
        ['record.put', `other/${record_id}`, { value: { user: 'told' }, version: 1 }],
        ['record.deleted', `other/${record_id}`, { version: 1 }],
      ],
    );
    const [entry] = entries;
    assert.deepEqual(entry?.payload, packDocument({ value: { user: 'told' }, version: 1 }), 'canonical');
  });

  it('are found again by what they hold now, not by what they held', () => {
    declare(store, 'moved', [field('n', 'INTEGER', { indexed: true })]);
    const { record_id } = put(store, 'moved', { n: 1 });
    put(store, 'moved', { n: 2 }, { record_id });
    assert.deepEqual(found(store, 'moved', { filter: where('n', 'EQUAL', 1) }), []);
    assert.deepEqual(found(store, 'moved', { filter: where('n', 'EQUAL', 2) }), [record_id]);
    put(store, 'moved', {}, { record_id });
    assert.deepEqual(found(store, 'moved', { filter: where('n', 'IS_NULL') }), [record_id]);
  });

  it('leave a file that verifies', () => assert.deepEqual(verified(store), []));
});
