/** Queries against a plain array of records, with and without indexes. */
import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import fc from 'fast-check';
import { unpackDocument } from '../../src/codec/msgpack.js';
import { DecimalValue, type DocObject, type DocValue } from '../../src/codec/value.js';
import type { OrderedType } from '../../src/tiers/knowledge/encoding.js';
import type { Comparison, FilterArgs } from '../../src/tiers/knowledge/filter.js';
import { TestStore } from '../support/executor.js';
import { aggregate, all, any, declare, field, found, not, page, putAll, refuses, where } from './support.js';
import { order, VALUES } from './values.js';

const TYPES: Readonly<Record<string, OrderedType>> = {
  s: 'STRING',
  i: 'INTEGER',
  d: 'DECIMAL',
  f: 'FLOAT',
  b: 'BOOLEAN',
  t: 'TIMESTAMP',
};
const NAMES = Object.keys(TYPES);
const typeOf = (name: string): OrderedType => TYPES[name] ?? 'STRING';

/** The model: what a filter means, in the plainest words. */
function isMatch(filter: FilterArgs, record: DocObject): boolean {
  if (filter.kind === 'not') return !isMatch(filter.filter, record);
  if (filter.kind !== 'field') {
    const passed = filter.filters.filter((each) => isMatch(each, record)).length;
    return filter.kind === 'all' ? passed === filter.filters.length : passed > 0;
  }
  const actual = record[filter.field] ?? null;
  const wanted = filter.value === null ? null : unpackDocument(filter.value);
  const compared = (value: DocValue): number => order(typeOf(filter.field), actual, value);
  if (filter.comparison === 'IS_NULL') return actual === null;
  if (filter.comparison === 'NOT_EQUAL') return actual === null || compared(wanted) !== 0;
  if (actual === null) return false;
  switch (filter.comparison) {
    case 'EQUAL':
      return compared(wanted) === 0;
    case 'LESS':
      return compared(wanted) < 0;
    case 'LESS_OR_EQUAL':
      return compared(wanted) <= 0;
    case 'GREATER':
      return compared(wanted) > 0;
    case 'GREATER_OR_EQUAL':
      return compared(wanted) >= 0;
    case 'IN':
      return (wanted as DocValue[]).some((each) => compared(each) === 0);
    case 'STARTS_WITH':
      return (actual as string).startsWith(wanted as string);
    default:
      return (actual as string).includes(wanted as string);
  }
}

const record: fc.Arbitrary<DocObject> = fc
  .tuple(
    ...NAMES.map((name) =>
      fc.oneof(
        { weight: 5, arbitrary: VALUES[typeOf(name)] },
        fc.constantFrom<DocValue | undefined>(null, undefined),
      ),
    ),
  )
  .map((values) =>
    Object.fromEntries(
      NAMES.flatMap((name, index) => (values[index] === undefined ? [] : [[name, values[index]]])),
    ),
  );

function comparison(records: readonly DocObject[]): fc.Arbitrary<FilterArgs> {
  return fc.constantFrom(...NAMES).chain((name): fc.Arbitrary<FilterArgs> => {
    const type = typeOf(name);
    const present = records.map((each) => each[name] ?? null).filter((value) => value !== null);
    // Mostly values that are there, so that comparisons are close.
    const value = present.length === 0 ? VALUES[type] : fc.oneof(VALUES[type], fc.constantFrom(...present));
    const kinds: Comparison[] = ['EQUAL', 'NOT_EQUAL'];
    if (type !== 'BOOLEAN') kinds.push('LESS', 'LESS_OR_EQUAL', 'GREATER', 'GREATER_OR_EQUAL');
    const one = fc.tuple(fc.constantFrom(...kinds), value).map(([kind, wanted]) => where(name, kind, wanted));
    const set = fc.array(value, { maxLength: 4 }).map((values) => where(name, 'IN', values));
    const text = fc
      .tuple(fc.constantFrom<Comparison>('STARTS_WITH', 'CONTAINS'), value, fc.nat(3))
      .map(([kind, wanted, length]) => where(name, kind, [...(wanted as string)].slice(0, length).join('')));
    return fc.oneof(
      { weight: 5, arbitrary: one },
      set,
      fc.constant(where(name, 'IS_NULL')),
      ...(type === 'STRING' ? [{ weight: 2, arbitrary: text }] : []),
    );
  });
}

function filters(records: readonly DocObject[]): fc.Arbitrary<FilterArgs> {
  return fc.letrec<{ filter: FilterArgs }>((tie) => ({
    filter: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      comparison(records),
      fc.array(tie('filter'), { minLength: 1, maxLength: 3 }).map((each) => all(...each)),
      fc.array(tie('filter'), { minLength: 1, maxLength: 3 }).map((each) => any(...each)),
      tie('filter').map(not),
    ),
  })).filter;
}

const orders = fc.uniqueArray(fc.record({ field: fc.constantFrom(...NAMES), descending: fc.boolean() }), {
  maxLength: 3,
  selector: (by) => by.field,
});

describe('queries', () => {
  it('answer what a plain array does, with indexes and without, page by page', () => {
    const cases = fc
      .array(record, { maxLength: 14 })
      .chain((records) =>
        fc.tuple(
          fc.constant(records),
          fc.array(fc.tuple(filters(records), orders), { minLength: 6, maxLength: 6 }),
        ),
      );
    const store = new TestStore();
    let round = 0;
    try {
      fc.assert(
        fc.property(cases, fc.integer({ min: 1, max: 5 }), ([records, queries], limit) => {
          round += 1;
          const plain = `plain-${round}`;
          const indexed = `indexed-${round}`;
          const fields = (is_indexed: boolean) =>
            NAMES.map((name) => field(name, typeOf(name), { indexed: is_indexed }));
          declare(store, plain, fields(false));
          declare(store, indexed, fields(true));
          const ids = putAll(store, plain, records);
          const indexed_ids = putAll(store, indexed, records);
          for (const [filter, order_by] of queries) {
            const expected = [...records.keys()]
              .filter((index) => isMatch(filter, records[index] ?? {}))
              .sort((a, b) => {
                for (const { field: name, descending } of order_by) {
                  const one = records[a]?.[name] ?? null;
                  const compared = order(typeOf(name), one, records[b]?.[name] ?? null);
                  if (compared !== 0) return descending ? -compared : compared;
                }
                return b - a;
              });
            const more = { filter, order_by, limit };
            assert.deepEqual(
              found(store, plain, more),
              expected.map((index) => ids[index]),
            );
            assert.deepEqual(
              found(store, indexed, more),
              expected.map((index) => indexed_ids[index]),
            );
            // Without the filter an index is walked in order.
            const whole = found(store, plain, { order_by, limit }).map((id) => ids.indexOf(id));
            const along = found(store, indexed, { order_by, limit }).map((id) => indexed_ids.indexOf(id));
            assert.deepEqual(along, whole);
            const count = [{ group: {}, values: [expected.length] }];
            assert.deepEqual(aggregate(store, plain, [['COUNT', '']], { filter }), count);
            assert.deepEqual(aggregate(store, indexed, [['COUNT', '']], { filter }), count);
          }
          store.run('delete_collection', { name: plain, force: true });
          store.run('delete_collection', { name: indexed, force: true });
        }),
        { numRuns: 150 },
      );
    } finally {
      store.close();
    }
  });

  describe('of a large collection', () => {
    const store = new TestStore();
    after(() => store.close());
    const COUNT = 21_000;
    declare(store, 'large', [
      field('n', 'INTEGER', { indexed: true }),
      field('even', 'BOOLEAN', { indexed: true }),
      field('price', 'DECIMAL', { indexed: true }),
      field('name', 'STRING'),
    ]);
    // All of the same value in one field, so that no index narrows it enough.
    const ids = putAll(
      store,
      'large',
      Array.from({ length: COUNT }, (_, n) => ({
        n: n % 100,
        even: true,
        name: `n${n}`,
        price: new DecimalValue(`${n}.5`),
      })),
    );

    it('walk what one value has when it is not narrow', () => {
      const { rows } = page(store, 'large', { filter: where('even', 'EQUAL', true), limit: 3 });
      assert.deepEqual(
        rows.map((row) => unpackDocument(row.value)),
        [20_999, 20_998, 20_997].map((n) => ({
          n: n % 100,
          even: true,
          name: `n${n}`,
          price: new DecimalValue(`${n}.5`),
        })),
      );
      const wide = all(where('even', 'EQUAL', true), where('name', 'EQUAL', 'n17'));
      assert.deepEqual(found(store, 'large', { filter: wide }), [ids[17]]);
      const pages = found(store, 'large', { filter: where('even', 'NOT_EQUAL', false), limit: 1000 });
      assert.deepEqual(pages, [...ids].reverse());
    });

    it('walk an index in order, within the range the filter leaves', () => {
      const filter = where('price', 'GREATER_OR_EQUAL', new DecimalValue('0'));
      const order_by = [{ field: 'price', descending: false }];
      assert.deepEqual(found(store, 'large', { filter, order_by, limit: 1000 }), ids);
      const by_flag = [{ field: 'even', descending: true }];
      assert.deepEqual(found(store, 'large', { order_by: by_flag, limit: 1000 }), [...ids].reverse());
      const half = all(
        where('price', 'GREATER', new DecimalValue('10.5')),
        where('price', 'LESS', new DecimalValue('20900')),
      );
      const descending = [{ field: 'price', descending: true }];
      assert.deepEqual(
        found(store, 'large', { filter: half, order_by: descending, limit: 1000 }),
        ids.slice(11, 20_900).reverse(),
      );
    });

    it('show every record once while others are written', () => {
      const order_by = [{ field: 'n', descending: true }];
      const seen: string[] = [];
      let after_page = null;
      let turn = 0;
      do {
        const { rows, next }: ReturnType<typeof page> = page(store, 'large', { order_by, after: after_page });
        seen.push(...rows.map(({ record: position }) => `record-${position.toString(36).padStart(11, '0')}`));
        putAll(store, 'large', [{ n: turn % 100, name: 'new' }]);
        store.run('delete_record', {
          collection: 'large',
          record_id: ids[turn * 37] ?? '',
          expected_version: null,
        });
        turn += 1;
        after_page = next;
      } while (after_page !== null);
      assert.equal(new Set(seen).size, seen.length);
      const gone = new Set(Array.from({ length: turn }, (_, index) => ids[index * 37]));
      const seen_set = new Set(seen);
      assert.deepEqual(
        ids.filter((id) => !gone.has(id) && !seen_set.has(id)),
        [],
      );
    });
  });

  describe('that make no sense', () => {
    const store = new TestStore();
    after(() => store.close());
    declare(store, 'c', [
      field('s', 'STRING', { indexed: true }),
      field('n', 'INTEGER'),
      field('b', 'BOOLEAN'),
      field('j', 'JSON'),
    ]);
    const cases: [FilterArgs, string, string][] = [
      [where('nothing', 'EQUAL', 1), 'INVALID_FIELD', 'filter.field.field'],
      [where("s' OR 1=1 --", 'EQUAL', 'x'), 'INVALID_FIELD', 'filter.field.field'],
      [where('constructor', 'EQUAL', 'x'), 'INVALID_FIELD', 'filter.field.field'],
      [where('j', 'IS_NULL'), 'INVALID_FIELD', 'filter.field.field'],
      [where('n', 'EQUAL', '1'), 'INVALID_FIELD', 'filter.field.value'],
      [where('n', 'EQUAL', 1.5), 'INVALID_FIELD', 'filter.field.value'],
      [where('n', 'EQUAL', 2n ** 63n), 'INVALID_FIELD', 'filter.field.value'],
      [where('n', 'EQUAL', null), 'INVALID_FIELD', 'filter.field.value'],
      [where('n', 'EQUAL'), 'FIELD_REQUIRED', 'filter.field.value'],
      [where('n', 'IS_NULL', 1), 'INVALID_FIELD', 'filter.field.value'],
      [where('n', 'STARTS_WITH', 1), 'INVALID_FIELD', 'filter.field.comparison'],
      [where('b', 'LESS', true), 'INVALID_FIELD', 'filter.field.comparison'],
      [where('n', 'IN', 1), 'INVALID_FIELD', 'filter.field.value'],
      [where('n', 'IN', [1, 'x']), 'INVALID_FIELD', 'filter.field.value[1]'],
      [where('n', 'IN', Array(1001).fill(1)), 'LIMIT_EXCEEDED', 'filter.field.value'],
      [
        all(where('n', 'EQUAL', 1), not(where('x', 'EQUAL', 1))),
        'INVALID_FIELD',
        'filter.all.filters[1].not.field.field',
      ],
      [
        any(where('n', 'EQUAL', 1), where('s', 'EQUAL', 1)),
        'INVALID_FIELD',
        'filter.any.filters[1].field.value',
      ],
    ];
    for (const [filter, reason, at] of cases) {
      it(`say so at ${at}: ${reason}`, () => {
        refuses(() => page(store, 'c', { filter }), reason, at);
        refuses(() => aggregate(store, 'c', [['COUNT', '']], { filter }), reason, at);
      });
    }

    it('say so of the order', () => {
      refuses(
        () => page(store, 'c', { order_by: [{ field: 'j', descending: false }] }),
        'INVALID_FIELD',
        'order_by[0].field',
      );
      refuses(
        () => page(store, 'c', { order_by: [{ field: 's; DROP', descending: false }] }),
        'INVALID_FIELD',
        'order_by[0].field',
      );
      refuses(() => page(store, 'none'), 'NOT_FOUND', 'collection');
    });

    it('are only values to the database', () => {
      const hostile = ["'; DROP TABLE knowledge_records; --", '" OR ""="', '%', '_', '*', '\\', '\u2028'];
      putAll(
        store,
        'c',
        hostile.map((s) => ({ s })),
      );
      for (const s of hostile) {
        for (const kind of ['EQUAL', 'STARTS_WITH', 'CONTAINS'] as const) {
          const rows = page(store, 'c', { filter: where('s', kind, s) }).rows.map((row) =>
            unpackDocument(row.value),
          );
          const expected = kind === 'CONTAINS' ? hostile.filter((one) => one.includes(s)) : [s];
          assert.deepEqual(
            rows,
            expected.reverse().map((one) => ({ s: one })),
            `${kind} ${s}`,
          );
        }
      }
      assert.equal(found(store, 'c').length, hostile.length);
    });
  });
});
