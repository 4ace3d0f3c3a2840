import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { Packr, Unpackr } from 'msgpackr';
import { parseJson } from '../../src/codec/json.js';
import { formatJson } from '../../src/codec/json_format.js';
import { DEFAULT_DOCUMENT_LIMITS as LIMITS } from '../../src/codec/limits.js';
import { decodeMsgpack, packDocument, unpackDocument } from '../../src/codec/msgpack.js';
import { DecimalValue, Timestamp } from '../../src/codec/value.js';
import { HoldfastError } from '../../src/errors.js';
import { documents, reversed } from './arbitrary.js';

const hex = (text: string) => Buffer.from(text.replaceAll(' ', ''), 'hex');
const decode = (text: string) => decodeMsgpack(hex(text), LIMITS);
const refused = (text: string, reason = 'INVALID_DOCUMENT') =>
  assert.throws(() => decode(text), { name: 'HoldfastError', reason }, text.slice(0, 60));

describe('packDocument', () => {
  it('round-trips through both readers', () => {
    fc.assert(
      fc.property(documents, (value) => {
        const bytes = packDocument(value);
        assert.deepEqual(decodeMsgpack(bytes, LIMITS), value);
        assert.deepEqual(unpackDocument(bytes), value);
      }),
      { numRuns: 1000 },
    );
  });

  it('gives equal values equal bytes, whatever the key order or the way in', () => {
    fc.assert(
      fc.property(documents, (value) => {
        const bytes = Buffer.from(packDocument(value));
        assert.deepEqual(Buffer.from(packDocument(reversed(value))), bytes);
        assert.deepEqual(Buffer.from(packDocument(parseJson(formatJson(value), LIMITS))), bytes);
      }),
      { numRuns: 1000 },
    );
  });

  it('writes the smallest integers, sorted keys and the extensions', () => {
    const cases: [Parameters<typeof packDocument>[0], string][] = [
      [127, '7f'],
      [128, 'cc80'],
      [65_536, 'ce00010000'],
      [4_294_967_296, 'd30000000100000000'],
      [-33, 'd0df'],
      [-2_147_483_649, 'd3ffffffff7fffffff'],
      [2n ** 53n, 'd30020000000000000'],
      [2 ** 53, 'd30020000000000000'],
      [5n, '05'],
      [-0, '00'],
      [1.5, 'cb3ff8000000000000'],
      [{ b: 1, a: 2, 10: 3, 9: 4 }, '84 a23130 03 a139 04 a161 02 a162 01'],
      [new DecimalValue('5'), 'd40135'],
      [new DecimalValue('1.50'), 'c70301312e35'],
      [new Timestamp(1n, 0), 'd6ff00000001'],
      [new Timestamp(1n, 1), 'd7ff0000000400000001'],
      [new Timestamp(-1n, 1), 'c70cff00000001ffffffffffffffff'],
    ];
    for (const [value, bytes] of cases) {
      assert.equal(Buffer.from(packDocument(value)).toString('hex'), bytes.replaceAll(' ', ''));
    }
  });

  it('refuses what no document holds', () => {
    for (const value of [
      Number.NaN,
      Infinity,
      '\ud800',
      2n ** 64n,
      -(2n ** 63n) - 1n,
      { __decimal__: '1' },
    ]) {
      assert.throws(() => packDocument(value), { reason: 'INVALID_DOCUMENT' });
    }
  });

  it('steps around msgpackr: 2^53 stays a bigint, Dates do not swallow nanoseconds', () => {
    const unpackr = new Unpackr({ useRecords: false });
    Object.assign(unpackr, { int64AsType: 'auto' });
    assert.equal(unpackr.unpack(packDocument(2n ** 53n)), 2 ** 53, 'the trap is still there');
    assert.deepEqual(unpackDocument(packDocument([2n ** 53n, -(2n ** 53n)])), [2n ** 53n, -(2n ** 53n)]);
    const stamp = new Timestamp(1_795_132_800n, 123_456_789);
    assert.deepEqual(unpackDocument(packDocument(stamp)), stamp);
  });
});

describe('decodeMsgpack', () => {
  it('reads any width of header and normalises numbers', () => {
    assert.deepEqual(decode('dd00000001 d900'), ['']);
    assert.deepEqual(decode('df00000001 db00000001 61 cf0000000000000001'), { a: 1 });
    assert.equal(decode('cb3ff0000000000000'), 1);
    assert.ok(Object.is(decode('cb8000000000000000'), 0));
    assert.equal(decode('ca3fc00000'), 1.5);
    assert.equal(decode('cb43e0000000000000'), 2n ** 63n);
    assert.equal(decode('d3ffffffffffffffff'), -1);
    assert.equal(decode('d1ff00'), -256);
    assert.deepEqual(decode('c70401 2d302e30'), new DecimalValue('0'));
    assert.deepEqual(decode('c40161'), new Uint8Array([0x61]));
  });

  it('agrees with msgpackr on what msgpackr writes', () => {
    // Not canonical: keys as they come, integers beyond 32 bits as doubles, map headers of 16 bits.
    const packr = new Packr({ useRecords: false });
    // msgpackr looks at value.constructor, so a key of that name sends it astray; packDocument hands it Maps.
    const plain = documents.filter((value) => !formatJson(value).includes('"constructor":'));
    fc.assert(
      fc.property(plain, (value) => assert.deepEqual(decodeMsgpack(packr.pack(value), LIMITS), value)),
    );
  });

  it('refuses everything else', () => {
    refused('');
    refused('c1');
    refused('0000'); // bytes after the document
    refused('a261'); // text cut short
    refused('81 01 01'); // integer key
    refused('82 a161 01 a161 01'); // duplicate key
    refused('82 a161 01 d90161 01'); // the same with another header
    refused(`81 a9${Buffer.from('__proto__').toString('hex')} 80`);
    refused(`81 ab${Buffer.from('__decimal__').toString('hex')} a131`);
    refused(`81 a9${Buffer.from('__int64__').toString('hex')} a131`);
    refused('cb7ff8000000000000'); // NaN
    refused('ca7f800000'); // infinity
    refused('d40000'); // extension 0
    refused('d47240'); // msgpackr's record definition
    refused('d6420000 0000'); // msgpackr's big integers
    refused('c701ff00'); // a timestamp of one byte
    refused('d7ffffffffff00000000'); // nanos over 999,999,999
    refused('c70cff000000007fffffffffffffff'); // after the year 9999
    refused('c70301 316535', 'INVALID_AMOUNT');
    refused('c70001', 'INVALID_AMOUNT');
  });

  it('refuses UTF-8 that is not: overlong, surrogates, truncated, beyond U+10FFFF', () => {
    for (const bytes of ['a2c080', 'a3e08080', 'a3eda080', 'a1c3', 'a4f4908080', 'a1ff']) refused(bytes);
    refused(`d920${'61'.repeat(30)}c080`);
  });

  it('refuses huge declared lengths without allocating', () => {
    for (const head of [
      'ddffffffff',
      'dfffffffff',
      'dbffffffff',
      'c6ffffffff',
      'c9ffffffff01',
      'dcffff',
      'deffff',
    ]) {
      refused(head);
      refused(`${head}c0`);
    }
  });

  it('holds documents to size, depth and keys', () => {
    const limits = { max_size_bytes: 10, max_depth: 2, max_keys: 2 };
    assert.throws(() => decodeMsgpack(hex('91919100'), limits), { reason: 'DOCUMENT_TOO_DEEP' });
    assert.throws(() => decodeMsgpack(hex('83a16101a16201a16301'), limits), { reason: 'DOCUMENT_TOO_LARGE' });
    assert.throws(() => decodeMsgpack(Buffer.alloc(11), limits), { reason: 'DOCUMENT_TOO_LARGE' });
    const unlimited = { max_size_bytes: 1e9, max_depth: 1e9, max_keys: 1e9 };
    assert.throws(() => decodeMsgpack(Buffer.alloc(100_000, 0x91), unlimited), {
      reason: 'DOCUMENT_TOO_DEEP',
    });
  });

  it('gives a document or a HoldfastError for random bytes, and what it gives round-trips', () => {
    const mutated = fc
      .tuple(documents, fc.nat(), fc.integer({ min: 0, max: 255 }))
      .map(([value, at, byte]) => {
        const bytes = new Uint8Array(packDocument(value));
        bytes[at % bytes.length] = byte;
        return bytes;
      });
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 64 }), mutated), (bytes) => {
        let value: ReturnType<typeof unpackDocument>;
        try {
          value = decodeMsgpack(bytes, LIMITS);
        } catch (error) {
          assert.ok(error instanceof HoldfastError, String(error));
          return;
        }
        assert.deepEqual(unpackDocument(packDocument(value)), value);
        assert.deepEqual(parseJson(formatJson(value), LIMITS), value);
      }),
      { numRuns: 5000 },
    );
  });
});
