import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { parseJson } from '../../src/codec/json.js';
import { formatJson } from '../../src/codec/json_format.js';
import { DEFAULT_DOCUMENT_LIMITS as LIMITS } from '../../src/codec/limits.js';
import { DecimalValue, Timestamp } from '../../src/codec/value.js';
import { HoldfastError } from '../../src/errors.js';
import { documents } from './arbitrary.js';

const parse = (text: string) => parseJson(text, LIMITS);
const refused = (text: string, reason = 'INVALID_DOCUMENT') =>
  assert.throws(() => parse(text), { name: 'HoldfastError', reason }, text.slice(0, 60));

describe('parseJson', () => {
  it('reads plain JSON as JSON.parse does', () => {
    for (const text of [
      'null',
      ' [ ] ',
      '{"a":{"b":[1,2.5,-3,true,false,null,"x"]},"":""}',
      '"\\u0041\\n\\"\\\\\\/\\b\\f\\r\\t\\ud83d\\ude02 \u20ac"',
      '{"constructor":1,"toString":2,"hasOwnProperty":3,"10":4,"9":5}',
    ]) {
      assert.deepEqual(parse(text), JSON.parse(text));
    }
  });

  it('agrees with JSON.parse about what is JSON, wherever it accepts', () => {
    const pieces = fc.constantFrom(
      ...'{}[],:"\\0123456789.-+eE tfn'.split(''),
      'true',
      'null',
      '"a"',
      '\\u0041',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
        const text = parts.join('');
        let value: unknown;
        try {
          value = parse(text);
        } catch (error) {
          assert.ok(error instanceof HoldfastError);
          return;
        }
        const reference: unknown = JSON.parse(text);
        if (typeof value !== 'bigint' && !text.includes('-0')) assert.deepEqual(value, reference);
      }),
      { numRuns: 5000 },
    );
  });

  it('keeps every 64-bit integer exact and refuses larger ones', () => {
    assert.equal(parse('9007199254740991'), 9007199254740991);
    assert.equal(parse('9007199254740993'), 9007199254740993n);
    assert.equal(parse('-9223372036854775808'), -(2n ** 63n));
    assert.equal(parse('18446744073709551615'), 2n ** 64n - 1n);
    assert.equal(parse('1e17'), 10n ** 17n);
    for (const text of ['18446744073709551616', '-9223372036854775809', '1'.repeat(100_000)]) refused(text);
  });

  it('takes a fraction only if the double says the same decimal', () => {
    assert.equal(parse('1.10'), 1.1);
    assert.equal(parse('1.0'), 1);
    assert.equal(parse('1.5E+3'), 1500);
    assert.equal(parse('5e19'), 5e19);
    assert.equal(parse('1e23'), 1e23);
    assert.equal(parse('5e-324'), 5e-324);
    assert.ok(Object.is(parse('-0.0'), 0));
    assert.throws(() => parse('0.12345678901234567890'), /__decimal__/);
    for (const text of ['1e400', '1e-400', '333333333.33333329', '0.1000000000000000055511151231257827'])
      refused(text);
  });

  it('refuses what RFC 8259 does not allow', () => {
    const bad = [
      '',
      ' ',
      '{',
      '[',
      '[1',
      '[1,',
      '[1,]',
      '{"a"}',
      '{"a":}',
      '{"a":1,}',
      '{a:1}',
      "'a'",
      '01',
      '-',
      '1.',
    ];
    bad.push(
      '.5',
      '1e',
      '+1',
      'NaN',
      'Infinity',
      'tru',
      '"a',
      '"\\x"',
      '"\\u12"',
      '"\n"',
      '1 2',
      '[1]]',
      '-01',
      '\ufeff1',
    );
    for (const text of bad) refused(text);
  });

  it('refuses duplicate keys, also when spelt differently', () => {
    refused('{"a":1,"a":1}');
    refused('{"a":1,"\\u0061":2}');
    refused('{"toString":1,"toString":2}');
  });

  it('refuses lone surrogates, raw and escaped', () => {
    for (const text of ['"\ud800"', '"\\ud800"', '"\\udc00\\ud800"', '{"\\ud800":1}', '"\\ud83dx\\ude02"'])
      refused(text);
  });

  it('reads and writes the tagged forms', () => {
    assert.deepEqual(parse('{"__decimal__":"1.50"}'), new DecimalValue('1.5'));
    assert.deepEqual(parse('{"__binary__":"AAEC"}'), new Uint8Array([0, 1, 2]));
    const stamp = parse('{"__timestamp__":"2026-11-20T00:00:00.123456789Z"}');
    assert.deepEqual(stamp, new Timestamp(1_795_132_800n, 123_456_789));
    assert.equal(formatJson(stamp), '{"__timestamp__":"2026-11-20T00:00:00.123456789Z"}');
    for (const text of [
      '0001-01-01T00:00:00Z',
      '9999-12-31T23:59:59.999999999Z',
      '2024-02-29T00:00:00.120Z',
    ]) {
      const tagged = `{"__timestamp__":"${text}"}`;
      assert.equal(formatJson(parse(tagged)), tagged);
    }
  });

  it('refuses reserved keys in any other shape', () => {
    for (const tag of ['__decimal__', '__timestamp__', '__binary__']) {
      for (const text of [`{"${tag}":1}`, `{"${tag}":"1","a":1}`, `{"a":1,"${tag}":"1"}`, `{"${tag}":null}`])
        refused(text);
    }
    refused('{"__proto__":1}');
    refused('{"\\u005f_proto__":{"polluted":true}}');
    refused('{"__int64__":"1"}');
    refused('{"__decimal__":"1e5"}', 'INVALID_AMOUNT');
    for (const time of [
      '2026-02-30T00:00:00Z',
      '2026-01-01T24:00:00Z',
      '0000-01-01T00:00:00Z',
      '2026-01-01T00:00:60Z',
    ]) {
      refused(`{"__timestamp__":"${time}"}`);
    }
    for (const time of ['2026-01-01T00:00:00+00:00', '2026-01-01', '2026-01-01T00:00:00.1234567890Z']) {
      refused(`{"__timestamp__":"${time}"}`);
    }
    for (const base64 of ['A', 'AAE', 'AB==', 'A-_=', 'AA ==']) refused(`{"__binary__":"${base64}"}`);
  });

  it('holds documents to size, depth and keys', () => {
    const limits = { max_size_bytes: 20, max_depth: 2, max_keys: 2 };
    assert.deepEqual(parseJson('[[1]]', limits), [[1]]);
    assert.throws(() => parseJson('[[[1]]]', limits), { reason: 'DOCUMENT_TOO_DEEP' });
    assert.throws(() => parseJson('{"a":1,"b":1,"c":1}', limits), { reason: 'DOCUMENT_TOO_LARGE' });
    assert.throws(() => parseJson(`"${'\u20ac'.repeat(7)}"`, limits), { reason: 'DOCUMENT_TOO_LARGE' });
    const unlimited = { max_size_bytes: 1e9, max_depth: 1e9, max_keys: 1e9 };
    for (const open of ['[', '{"a":']) {
      assert.throws(() => parseJson(open.repeat(100_000), unlimited), { reason: 'DOCUMENT_TOO_DEEP' });
    }
  });

  it('never quotes the document in an error', () => {
    assert.throws(
      () => parse('{"a":"sk_live_abcdefgh"'),
      (error: Error) => !error.message.includes('sk_live'),
    );
  });
});

describe('formatJson', () => {
  it('is the inverse of parseJson', () => {
    fc.assert(
      fc.property(documents, (value) => assert.deepEqual(parse(formatJson(value)), value)),
      { numRuns: 1000 },
    );
  });
});
