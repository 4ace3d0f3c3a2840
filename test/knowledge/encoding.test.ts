import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { DocValue } from '../../src/codec/value.js';
import {
  aboveAllWith,
  encodeValue,
  indexBytes,
  isCut,
  justAbove,
  type OrderedType,
  prefixBytes,
} from '../../src/tiers/knowledge/encoding.js';
import { order, VALUES } from './values.js';

const TYPES = Object.keys(VALUES) as OrderedType[];

describe('encoded values', () => {
  for (const type of TYPES) {
    const value = fc.oneof({ weight: 9, arbitrary: VALUES[type] }, fc.constant<DocValue>(null));

    it(`of type ${type} sort as the values do, and are equal when those are`, () => {
      fc.assert(
        fc.property(value, value, (a, b) => {
          const compared = Buffer.compare(encodeValue(type, a), encodeValue(type, b));
          assert.equal(compared, order(type, a, b));
        }),
        { numRuns: 2000 },
      );
    });

    it(`of type ${type} can be put one after the other`, () => {
      fc.assert(
        fc.property(value, value, value, value, (a, b, c, d) => {
          const joined = (...parts: DocValue[]) =>
            Buffer.concat(parts.map((part) => encodeValue(type, part)));
          const compared = Buffer.compare(joined(a, b), joined(c, d));
          assert.equal(compared, order(type, a, c) || order(type, b, d));
        }),
        { numRuns: 1000 },
      );
    });
  }

  it('of cut texts keep the order as far as they go', () => {
    fc.assert(
      fc.property(VALUES.STRING, VALUES.STRING, (a, b) => {
        const [left, right] = [a, b].map((text) => indexBytes(encodeValue('STRING', text)));
        const compared = Buffer.compare(left ?? Buffer.of(), right ?? Buffer.of());
        assert.ok(compared === 0 || compared === order('STRING', a, b));
      }),
    );
    assert.deepEqual(
      [511, 512].map((length) => isCut(indexBytes(encodeValue('STRING', 'x'.repeat(length))))),
      [true, true],
    );
    assert.equal(isCut(indexBytes(encodeValue('STRING', 'x'.repeat(509)))), false);
  });

  it('of texts with a beginning lie within its range, and no others', () => {
    const short = fc.string({ unit: fc.constantFrom('\0', 'a', '\u{10ffff}', 'é'), maxLength: 4 });
    fc.assert(
      fc.property(short, short, (text, prefix) => {
        const low = prefixBytes(prefix);
        const encoded = encodeValue('STRING', text);
        const is_within = Buffer.compare(low, encoded) <= 0 && Buffer.compare(encoded, aboveAllWith(low)) < 0;
        assert.equal(is_within, text.startsWith(prefix));
      }),
    );
  });

  it('have nothing between them and what is just above them', () => {
    const bytes = fc.uint8Array({ minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(bytes, bytes, (a, b) => {
        const is_between = Buffer.compare(a, b) < 0 && Buffer.compare(b, justAbove(a)) < 0;
        assert.equal(is_between, false);
      }),
    );
  });

  it('know one zero', () => {
    assert.deepEqual(encodeValue('FLOAT', -0), encodeValue('FLOAT', 0));
  });
});
