import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { AmountTotal } from '../../src/codec/amount.js';
import { DecimalValue, type DocObject } from '../../src/codec/value.js';
import { amounts } from '../codec/arbitrary.js';
import { TestStore } from '../support/executor.js';
import { aggregate, declare, field, putAll, refuses, where } from './support.js';

const Exact = Decimal.clone({ precision: 120, rounding: Decimal.ROUND_HALF_EVEN });

describe('aggregates', () => {
  const store = new TestStore();
  after(() => store.close());

  it('of decimals are exact, averages to 18 digits', () => {
    fc.assert(
      fc.property(fc.array(amounts, { minLength: 1, maxLength: 30 }), (texts) => {
        const total = new AmountTotal();
        for (const text of texts) total.add(text);
        const sum = texts.reduce((left, text) => left.plus(text), new Exact(0));
        const average = sum.div(texts.length).toDecimalPlaces(18);
        assert.ok(new Exact(total.average(texts.length)).eq(average));
        if (sum.abs().lt('1e38')) assert.ok(new Exact(total.text()).eq(sum));
      }),
    );
    const half = new AmountTotal();
    half.add('0.000000000000000001');
    assert.equal(half.average(2), '0', 'half goes to even');
    half.add('0.000000000000000002');
    assert.equal(half.average(2), '0.000000000000000002', 'and 1.5 to 2');
  });

  declare(store, 'sales', [
    field('region', 'STRING'),
    field('vip', 'BOOLEAN'),
    field('amount', 'DECIMAL', { indexed: true }),
    field('count', 'INTEGER'),
    field('rating', 'FLOAT'),
    field('note', 'JSON'),
  ]);
  const sale = (region: string | null, amount: string | null, more: DocObject = {}): DocObject => ({
    region,
    amount: amount === null ? null : new DecimalValue(amount),
    ...more,
  });
  putAll(store, 'sales', [
    sale('north', '0.1', { count: 2 ** 53 - 1, rating: 1e16, note: 1 }),
    sale('north', '0.2', { count: 2, rating: 1 }),
    sale('south', '-5', { rating: -1e16, vip: true }),
    sale(null, null, { count: -1 }),
    sale('north', '9'.repeat(38), {}),
  ]);

  it('count, add, average and find the ends, nulls left out', () => {
    const figures = aggregate(store, 'sales', [
      ['COUNT', ''],
      ['COUNT', 'amount'],
      ['COUNT', 'note'],
      ['SUM', 'count'],
      ['AVERAGE', 'count'],
      ['SUM', 'rating'],
      ['AVERAGE', 'rating'],
      ['MIN', 'amount'],
      ['MAX', 'region'],
      ['MAX', 'vip'],
    ]);
    assert.deepEqual(figures, [
      {
        group: {},
        values: [
          5,
          4,
          1,
          new DecimalValue('9007199254740992'),
          new DecimalValue('3002399751580330.666666666666666667'),
          // Plain addition would lose the 1.
          1,
          1 / 3,
          new DecimalValue('-5'),
          'south',
          true,
        ],
      },
    ]);
  });

  it('of floats are refused only when they do not fit themselves', () => {
    const sums = (name: string, ...terms: number[]) => {
      declare(store, name, [field('x', 'FLOAT')]);
      putAll(
        store,
        name,
        terms.map((x) => ({ x })),
      );
      return aggregate(store, name, [
        ['SUM', 'x'],
        ['AVERAGE', 'x'],
      ])[0]?.values;
    };
    assert.deepEqual(sums('back', 1e308, 1e308, -1e308, -0.5e308), [0.5e308, 0.125e308]);
    assert.deepEqual(sums('nothing', -1.7e308, -1.7e308, 1.7e308, 1.7e308), [0, 0]);
    refuses(() => sums('beyond', 1e308, 1e308), 'LIMIT_EXCEEDED');
  });

  it('stand by group, in the order of its values, null first', () => {
    const filter = where('amount', 'LESS', new DecimalValue('1000'));
    const [south, ...rest] = aggregate(store, 'sales', [['SUM', 'amount']], {
      filter,
      group_by: ['vip', 'region'],
    }).reverse();
    assert.deepEqual(south, { group: { vip: true, region: 'south' }, values: [new DecimalValue('-5')] });
    assert.deepEqual(rest, [{ group: { vip: null, region: 'north' }, values: [new DecimalValue('0.3')] }]);
    const groups = aggregate(store, 'sales', [['COUNT', '']], { group_by: ['region'] });
    assert.deepEqual(
      groups.map(({ group }) => group),
      [{ region: null }, { region: 'north' }, { region: 'south' }],
    );
  });

  it('of nothing are null, one group without group_by and none with', () => {
    const filter = where('region', 'EQUAL', 'nowhere');
    const of: Parameters<typeof aggregate>[2] = [
      ['COUNT', ''],
      ['SUM', 'amount'],
      ['AVERAGE', 'rating'],
      ['MIN', 'region'],
    ];
    assert.deepEqual(aggregate(store, 'sales', of, { filter }), [
      { group: {}, values: [0, null, null, null] },
    ]);
    assert.deepEqual(aggregate(store, 'sales', of, { filter, group_by: ['region'] }), []);
  });

  it('that cannot be are refused', () => {
    refuses(
      () =>
        aggregate(store, 'sales', [
          ['COUNT', ''],
          ['SUM', 'region'],
        ]),
      'INVALID_FIELD',
      'aggregates[1].field',
    );
    refuses(() => aggregate(store, 'sales', [['AVERAGE', 'vip']]), 'INVALID_FIELD', 'aggregates[0].field');
    refuses(() => aggregate(store, 'sales', [['MIN', 'note']]), 'INVALID_FIELD', 'aggregates[0].field');
    refuses(() => aggregate(store, 'sales', [['MAX', 'none']]), 'INVALID_FIELD', 'aggregates[0].field');
    refuses(
      () => aggregate(store, 'sales', [['COUNT', '']], { group_by: ['note'] }),
      'INVALID_FIELD',
      'group_by[0]',
    );
    putAll(store, 'sales', [sale('top', '1')]);
    refuses(
      () =>
        aggregate(
          store,
          'sales',
          [
            ['COUNT', ''],
            ['SUM', 'amount'],
          ],
          { filter: where('amount', 'GREATER', 0) },
        ),
      'LIMIT_EXCEEDED',
      'aggregates[1]',
    );
    putAll(store, 'sales', [{ rating: Number.MAX_VALUE }, { rating: Number.MAX_VALUE }]);
    refuses(() => aggregate(store, 'sales', [['SUM', 'rating']]), 'LIMIT_EXCEEDED', 'aggregates[0]');
  });

  it('have at most 10,000 groups', () => {
    declare(store, 'many', [field('n', 'INTEGER')]);
    putAll(
      store,
      'many',
      Array.from({ length: 10_000 }, (_, n) => ({ n })),
    );
    assert.equal(aggregate(store, 'many', [['COUNT', '']], { group_by: ['n'] }).length, 10_000);
    putAll(store, 'many', [{ n: -1 }]);
    refuses(() => aggregate(store, 'many', [['COUNT', '']], { group_by: ['n'] }), 'TOO_MANY', 'group_by');
  });

  it('hold no more text than there is room for', () => {
    declare(store, 'texts', [field('s', 'STRING')]);
    putAll(
      store,
      'texts',
      Array.from({ length: 130 }, (_, n) => ({ s: `${n}`.padEnd(65_000, 'x') })),
    );
    refuses(() => aggregate(store, 'texts', [['COUNT', '']], { group_by: ['s'] }), 'TOO_MANY', 'group_by');
  });
});
