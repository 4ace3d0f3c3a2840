import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import {
  absoluteAmount,
  addAmounts,
  compareAmounts,
  compareProducts,
  isNegativeAmount,
  isZeroAmount,
  multiplyAmounts,
  negateAmount,
  parseAmount,
  scaleAmount,
  subtractAmounts,
  sumText,
} from '../../src/codec/amount.js';
import { HoldfastError } from '../../src/errors.js';
import { amounts } from './arbitrary.js';

/** decimal.js rounds to 20 digits by default; 120 hold any product of two amounts. */
const Exact = Decimal.clone({ precision: 120, toExpNeg: -200, toExpPos: 200 });
const NINES = '9'.repeat(38);

/** The result, or the reason of the refusal. */
function attempt(step: () => string): string {
  try {
    return step();
  } catch (error) {
    if (error instanceof HoldfastError) return error.reason;
    throw error;
  }
}

function shown(exact: Decimal): string {
  return exact.plus(0).toFixed().replace(/^-0$/, '0');
}

function expected(exact: Decimal): string {
  if (exact.decimalPlaces() > 18) return 'INVALID_AMOUNT';
  return exact.abs().greaterThanOrEqualTo('1e38') ? 'LIMIT_EXCEEDED' : shown(exact);
}

describe('parseAmount', () => {
  it('gives every amount one spelling', () => {
    const cases = {
      '1.50': '1.5',
      '-0': '0',
      '-0.000': '0',
      '007': '7',
      '10': '10',
      '-00.10': '-0.1',
      '0.0': '0',
    };
    for (const [text, canonical] of Object.entries(cases))
      assert.equal(parseAmount(text, 'amount'), canonical);
    assert.equal(parseAmount(`${NINES}.${'9'.repeat(18)}`, 'amount'), `${NINES}.${'9'.repeat(18)}`);
    assert.equal(parseAmount('0.000000000000000001', 'amount'), '0.000000000000000001');
  });

  it('refuses any other text, naming the field and the limit', () => {
    const bad: unknown[] = [
      '',
      '-',
      '.5',
      '5.',
      '+1',
      ' 1',
      '1 ',
      '1e5',
      '1,000',
      'NaN',
      '0x1',
      '1.2.3',
      '--1',
      '1\n',
    ];
    bad.push('\u0661', `1${NINES}`, `0.${'1'.repeat(19)}`, '1'.repeat(1e6), 1, 1n, null, undefined, {}, [
      '1',
    ]);
    for (const text of bad) {
      assert.throws(
        () => parseAmount(text, 'postings[1].amount'),
        (error: HoldfastError) => {
          assert.equal(error.reason, 'INVALID_AMOUNT');
          assert.equal(error.details.field, 'postings[1].amount');
          assert.match(error.message, /postings\[1\]\.amount: .*38 integer and 18 fraction/);
          return true;
        },
      );
    }
  });
});

describe('arithmetic on amounts', () => {
  it('is exact: decimal.js with 120 digits says the same', () => {
    fc.assert(
      fc.property(amounts, amounts, (a, b) => {
        const x = new Exact(a);
        assert.equal(
          attempt(() => addAmounts(a, b)),
          expected(x.plus(b)),
        );
        assert.equal(
          attempt(() => subtractAmounts(a, b)),
          expected(x.minus(b)),
        );
        assert.equal(
          attempt(() => multiplyAmounts(a, b)),
          expected(x.times(b)),
        );
        assert.equal(compareAmounts(a, b), x.comparedTo(b));
        assert.equal(negateAmount(a), expected(x.negated()));
        assert.equal(isZeroAmount(a), x.isZero());
        assert.equal(isNegativeAmount(a), x.lessThan(0));
      }),
      { numRuns: 2000 },
    );
  });

  it('sums in any order, however long', () => {
    assert.equal(sumText([]), '0');
    assert.equal(sumText(Array.from({ length: 10 }, () => '0.1')), '1');
    assert.equal(sumText([NINES, '1', '-1']), NINES);
    fc.assert(
      fc.property(fc.array(amounts), (list) => {
        const exact = list.reduce((sum, amount) => sum.plus(amount), new Exact(0));
        assert.equal(sumText(list), shown(exact));
      }),
    );
  });

  it('refuses instead of rounding or overflowing', () => {
    assert.throws(() => addAmounts(NINES, '1'), { reason: 'LIMIT_EXCEEDED' });
    assert.throws(() => multiplyAmounts(NINES, '10'), { reason: 'LIMIT_EXCEEDED' });
    assert.throws(() => multiplyAmounts('0.0000000001', '0.0000000001'), { reason: 'INVALID_AMOUNT' });
    assert.equal(multiplyAmounts('0.000000000000000002', '0.5'), '0.000000000000000001');
    assert.equal(multiplyAmounts('-1.5', '0'), '0');
  });

  it('does not fall for the trap of 20 digits that decimal.js sets by default', () => {
    assert.notEqual(new Decimal('123456789012345678901.1').plus('0.1').toFixed(), '123456789012345678901.2');
    assert.equal(addAmounts('123456789012345678901.1', '0.1'), '123456789012345678901.2');
  });
});

describe('products and quotients', () => {
  const rounded = (exact: Decimal): string => {
    const at18 = exact.toDecimalPlaces(18, Decimal.ROUND_HALF_EVEN);
    return at18.abs().greaterThanOrEqualTo('1e38')
      ? 'LIMIT_EXCEEDED'
      : at18.plus(0).toFixed().replace(/^-0$/, '0');
  };

  it('scales as decimal.js does with digits to spare, half to even', () => {
    fc.assert(
      fc.property(amounts, amounts, amounts, (a, numerator, denominator) => {
        fc.pre(denominator !== '0');
        const exact = new Exact(a).times(numerator).div(denominator);
        assert.equal(
          attempt(() => scaleAmount(a, numerator, denominator)),
          rounded(exact),
        );
      }),
    );
  });

  it('rounds ties to the even digit, of either sign', () => {
    for (const [a, expected_text] of [
      ['0.000000000000000001', '0'],
      ['0.000000000000000003', '0.000000000000000002'],
      ['-0.000000000000000001', '0'],
      ['-0.000000000000000003', '-0.000000000000000002'],
    ] as const) {
      assert.equal(scaleAmount(a, '0.5', '1'), expected_text);
      assert.equal(scaleAmount(a, '1', '2'), expected_text);
      assert.equal(scaleAmount(a, '-1', '-2'), expected_text);
    }
    assert.equal(scaleAmount('2', '1', '3'), '0.666666666666666667');
  });

  it('compares products exactly, however close they are', () => {
    fc.assert(
      fc.property(amounts, amounts, amounts, amounts, (a, b, c, d) => {
        const sign = new Exact(a).times(b).comparedTo(new Exact(c).times(d));
        assert.equal(compareProducts(a, b, c, d), sign);
      }),
    );
    assert.equal(compareProducts('0.000000000000000001', '0.000000000000000001', '0', '1'), 1);
    assert.equal(compareProducts(NINES, NINES, NINES, `${NINES.slice(1)}8`), 1);
    assert.equal(compareProducts('3', '0.1', '0.3', '1'), 0);
  });

  it('takes the sign away', () => {
    assert.deepEqual(['-1.5', '0', '2'].map(absoluteAmount), ['1.5', '0', '2']);
  });
});
