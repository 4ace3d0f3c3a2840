/** Figures that are only shown: exact, and beyond what an amount may hold. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import {
  addAmounts,
  addText,
  compareAmounts,
  fitting,
  lessProductText,
  productText,
  scaleText,
  subtractText,
} from '../../src/codec/amount.js';
import { amounts } from './arbitrary.js';

/** 240 digits hold the difference of any amount and any product of two. */
const Exact = Decimal.clone({ precision: 240, toExpNeg: -400, toExpPos: 400 });

function shown(value: Decimal): string {
  return value.isZero() ? '0' : value.toFixed();
}

test('products are shown in full', () => {
  fc.assert(
    fc.property(amounts, amounts, amounts, (a, b, c) => {
      assert.equal(productText(a, b), shown(new Exact(a).mul(b)));
      assert.equal(lessProductText(a, b, c), shown(new Exact(a).minus(new Exact(b).mul(c))));
    }),
  );
  assert.equal(productText('9'.repeat(38), '9'.repeat(38)).length, 76);
  assert.equal(productText('0.000000000000000001', '-0.000000000000000001'), `-0.${'1'.padStart(36, '0')}`);
});

test('sums, differences and quotients are exact however long, and compared as they are', () => {
  fc.assert(
    fc.property(amounts, amounts, amounts, (a, b, c) => {
      const [sum, difference] = [addText(a, b), subtractText(a, b)];
      assert.equal(sum, shown(new Exact(a).plus(b)));
      assert.equal(difference, shown(new Exact(a).minus(b)));
      assert.equal(subtractText(addText(sum, c), c), sum);
      assert.equal(compareAmounts(sum, difference), new Exact(a).plus(b).comparedTo(new Exact(a).minus(b)));
      if (b !== '0') {
        const exact = new Exact(a).times(c).div(b).toDecimalPlaces(18, Decimal.ROUND_HALF_EVEN);
        assert.equal(scaleText(a, c, b), shown(exact));
      }
    }),
  );
});

test('what is stored fits an amount', () => {
  const most = '9'.repeat(38);
  assert.equal(addText(most, '1'), `1${'0'.repeat(38)}`);
  assert.equal(fitting(`-${most}.1`), `-${most}.1`);
  assert.throws(() => fitting(addText(most, '1')), { reason: 'LIMIT_EXCEEDED' });
  assert.throws(() => addAmounts(most, '1'), { reason: 'LIMIT_EXCEEDED' });
});
