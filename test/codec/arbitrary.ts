/** Random documents for the property tests. */
import fc from 'fast-check';
import { parseAmount } from '../../src/codec/amount.js';
import {
  DecimalValue,
  type DocValue,
  MAX_TIMESTAMP_SECONDS,
  MAX_UINT64,
  MIN_INT64,
  MIN_TIMESTAMP_SECONDS,
  normalizeDouble,
  normalizeInteger,
  RESERVED_KEYS,
  Timestamp,
} from '../../src/codec/value.js';

export const amounts: fc.Arbitrary<string> = fc
  .tuple(
    fc.boolean(),
    fc.bigInt({ min: 0n, max: 10n ** 38n - 1n }),
    fc.option(fc.stringMatching(/^[0-9]{1,18}$/)),
  )
  .map(([negative, whole, fraction]) =>
    parseAmount(`${negative ? '-' : ''}${whole}${fraction === null ? '' : `.${fraction}`}`, 'test'),
  );

const text = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
  fc.string({ maxLength: 300 }),
);
const keys = fc
  .oneof(
    text,
    fc.constantFrom('constructor', 'toJSON', 'hasOwnProperty', 'toString', '10', '9', '\u20ac', 'length'),
  )
  .filter((key) => !RESERVED_KEYS.has(key));

const scalar: fc.Arbitrary<DocValue> = fc.oneof(
  fc.constant(null),
  fc.boolean(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map(normalizeDouble),
  fc.integer(),
  fc.bigInt({ min: MIN_INT64, max: MAX_UINT64 }).map(normalizeInteger),
  fc
    .constantFrom(2n ** 53n, -(2n ** 53n), 2n ** 53n - 1n, 2n ** 63n, MIN_INT64, MAX_UINT64, 2n ** 32n)
    .map(normalizeInteger),
  text,
  fc.uint8Array({ maxLength: 300 }).map((bytes) => new Uint8Array(bytes)),
  amounts.map((amount) => new DecimalValue(amount)),
  fc
    .tuple(
      fc.bigInt({ min: MIN_TIMESTAMP_SECONDS, max: MAX_TIMESTAMP_SECONDS }),
      fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 999_999_999 })),
    )
    .map(([seconds, nanos]) => new Timestamp(seconds, nanos)),
);

export const documents: fc.Arbitrary<DocValue> = fc.letrec<{ value: DocValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    scalar,
    fc.array(tie('value'), { maxLength: 20 }),
    fc.dictionary(keys, tie('value'), { maxKeys: 20, noNullPrototype: true }),
  ),
})).value;

/** The same value with the members of every object in the opposite order of insertion. */
export function reversed(value: DocValue): DocValue {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype)
    return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, reversed(member)]),
  );
}
