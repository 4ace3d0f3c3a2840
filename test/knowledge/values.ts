/** Random values of each type, with the close and the extreme ones more often than chance gives; and their order, anew. */
import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import {
  DecimalValue,
  type DocValue,
  MAX_TIMESTAMP_SECONDS,
  MIN_TIMESTAMP_SECONDS,
  normalizeDouble,
  normalizeInteger,
  Timestamp,
} from '../../src/codec/value.js';
import type { OrderedType } from '../../src/tiers/knowledge/encoding.js';
import { amounts } from '../codec/arbitrary.js';

const Exact = Decimal.clone({ precision: 100 });

const close = fc
  .constantFrom('0', '1', '-1', '10', '9.9', '-0.000000000000000001', '0.000000000000000001')
  .map((text) => new DecimalValue(text));

export const VALUES: Readonly<Record<OrderedType, fc.Arbitrary<DocValue>>> = {
  STRING: fc.oneof(
    fc.constantFrom(
      '',
      '\0',
      'a',
      'a\0',
      'a\0\0',
      'a\u0001',
      'ab',
      'b',
      'z',
      '\uffff',
      '\u{10000}',
      '\u00ff',
    ),
    fc.string({ unit: 'binary', maxLength: 6 }).filter((text) => !/[\ud800-\udfff]/u.test(text)),
    // Longer than what an index row holds, and the same up to there.
    fc
      .tuple(fc.constantFrom('x'.repeat(511), 'x'.repeat(512), '\0'.repeat(300)), fc.string({ maxLength: 2 }))
      .map((parts) => parts.join('')),
  ),
  INTEGER: fc
    .oneof(
      fc.constantFrom(0n, 1n, -1n, 2n ** 63n - 1n, -(2n ** 63n), 2n ** 53n, 2n ** 53n + 1n, 255n, 256n),
      fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
      fc.bigInt({ min: -3n, max: 3n }),
    )
    .map(normalizeInteger),
  DECIMAL: fc.oneof(
    close,
    amounts.map((text) => new DecimalValue(text)),
    fc.integer({ min: -3, max: 3 }).map((whole) => new DecimalValue(String(whole))),
  ),
  FLOAT: fc
    .oneof(
      fc.constantFrom(0, 1, -1, 5e-324, -5e-324, Number.MAX_VALUE, -Number.MAX_VALUE, 0.1, 2 ** 60),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
    )
    .map(normalizeDouble),
  BOOLEAN: fc.boolean(),
  TIMESTAMP: fc
    .tuple(
      fc.oneof(
        fc.constantFrom(0n, 1n, -1n, MIN_TIMESTAMP_SECONDS, MAX_TIMESTAMP_SECONDS),
        fc.bigInt({ min: MIN_TIMESTAMP_SECONDS, max: MAX_TIMESTAMP_SECONDS }),
      ),
      fc.constantFrom(0, 1, 999_999_999),
    )
    .map(([seconds, nanos]) => new Timestamp(seconds, nanos)),
};

/** The order of two values of a type, by other means than the code under test; null lowest. */
export function order(type: OrderedType, a: DocValue, b: DocValue): number {
  if (a === null || b === null) return Number(a !== null) - Number(b !== null);
  switch (type) {
    case 'STRING': {
      // By code points, which is the order of UTF-8.
      const [left, right] = [[...(a as string)], [...(b as string)]];
      for (const [index, one] of left.entries()) {
        const other = right[index];
        if (other === undefined) return 1;
        if (one !== other) return Math.sign((one.codePointAt(0) ?? 0) - (other.codePointAt(0) ?? 0));
      }
      return left.length === right.length ? 0 : -1;
    }
    case 'DECIMAL':
      return new Exact((a as DecimalValue).text).cmp((b as DecimalValue).text);
    case 'TIMESTAMP': {
      const [left, right] = [a as Timestamp, b as Timestamp];
      if (left.seconds !== right.seconds) return left.seconds < right.seconds ? -1 : 1;
      return Math.sign(left.nanos - right.nanos);
    }
    default:
      if (a === b) return 0;
      return (a as number) < (b as number) ? -1 : 1;
  }
}
