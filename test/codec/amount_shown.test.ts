/** Figures that are only shown: exact, and beyond what an amount may hold. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { lessProductText, productText } from '../../src/codec/amount.js';
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
