import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { canonicalJson, canonicalNumber } from '../../src/codec/canonical.js';
import { sha256 } from '../../src/codec/digest.js';
import { parseJson } from '../../src/codec/json.js';
import { DEFAULT_DOCUMENT_LIMITS as LIMITS } from '../../src/codec/limits.js';
import { DecimalValue, Timestamp } from '../../src/codec/value.js';
import { documents, reversed } from './arbitrary.js';

/** RFC 8785 appendix B. */
const NUMBERS: [string, string][] = [
  ['0000000000000000', '0'],
  ['8000000000000000', '0'],
  ['0000000000000001', '5e-324'],
  ['8000000000000001', '-5e-324'],
  ['7fefffffffffffff', '1.7976931348623157e+308'],
  ['ffefffffffffffff', '-1.7976931348623157e+308'],
  ['4340000000000000', '9007199254740992'],
  ['c340000000000000', '-9007199254740992'],
  ['4430000000000000', '295147905179352830000'],
  ['44b52d02c7e14af5', '9.999999999999997e+22'],
  ['44b52d02c7e14af6', '1e+23'],
  ['44b52d02c7e14af7', '1.0000000000000001e+23'],
  ['444b1ae4d6e2ef4e', '999999999999999700000'],
  ['444b1ae4d6e2ef4f', '999999999999999900000'],
  ['444b1ae4d6e2ef50', '1e+21'],
  ['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
  ['3eb0c6f7a0b5ed8d', '0.000001'],
  ['41b3de4355555553', '333333333.3333332'],
  ['41b3de4355555554', '333333333.33333325'],
  ['41b3de4355555555', '333333333.3333333'],
  ['41b3de4355555556', '333333333.3333334'],
  ['41b3de4355555557', '333333333.33333343'],
  ['becbf647612f3696', '-0.0000033333333333333333'],
  ['43143ff3c1cb0959', '1424953923781206.2'],
];

describe('canonicalJson', () => {
  it('prints the numbers of RFC 8785 appendix B', () => {
    for (const [bits, text] of NUMBERS) {
      const number = Buffer.from(bits, 'hex').readDoubleBE();
      assert.equal(canonicalNumber(number), text);
      // The documented deviation: integers beyond 2^53 - 1 that fit 64 bits are tagged.
      const tagged = bits.endsWith('340000000000000') ? `{"__int64__":"${text}"}` : text;
      assert.equal(canonicalJson(number), tagged);
    }
    for (const bits of ['7fffffffffffffff', '7ff0000000000000']) {
      assert.throws(() => canonicalJson(Buffer.from(bits, 'hex').readDoubleBE()), {
        reason: 'INVALID_DOCUMENT',
      });
    }
  });

  it('sorts keys as the example of RFC 8785 section 3.2.3', () => {
    const input = String.raw`{"\u20ac":"Euro Sign","\r":"Carriage Return","\ufb33":"Hebrew Letter Dalet With Dagesh",
      "1":"One","\ud83d\ude00":"Emoji: Grinning Face","\u0080":"Control","\u00f6":"Latin Small Letter O With Diaeresis"}`;
    const values = [...canonicalJson(parseJson(input, LIMITS)).matchAll(/:"([^"]*)"/g)].map(
      (match) => match[1],
    );
    assert.deepEqual(values, [
      'Carriage Return',
      'One',
      'Control',
      'Latin Small Letter O With Diaeresis',
      'Euro Sign',
      'Emoji: Grinning Face',
      'Hebrew Letter Dalet With Dagesh',
    ]);
  });

  it('serialises as the example of RFC 8785 section 3.2.2', () => {
    // The RFC's first number is 333333333.33333329, which parseJson refuses because no double says it exactly.
    const input = String.raw`{"numbers": [333333333.3333333, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
      "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/", "literals": [null, true, false]}`;
    const output = String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`;
    assert.equal(canonicalJson(parseJson(input, LIMITS)), output);
  });

  it('tags what JSON has no form for', () => {
    assert.equal(
      canonicalJson([
        new DecimalValue('1.50'),
        new Timestamp(0n, 0),
        new Uint8Array([255]),
        2n ** 64n - 1n,
        7n,
      ]),
      '[{"__decimal__":"1.5"},{"__timestamp__":"1970-01-01T00:00:00Z"},{"__binary__":"/w=="},{"__int64__":"18446744073709551615"},7]',
    );
  });

  it('does not depend on the order of keys', () => {
    fc.assert(
      fc.property(documents, (value) => assert.equal(canonicalJson(reversed(value)), canonicalJson(value))),
    );
  });
});

describe('sha256', () => {
  it('gives the digest of FIPS 180-2 for "abc", as bytes or text', () => {
    const digest = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
    assert.equal(sha256('abc').toString('hex'), digest);
    assert.equal(sha256(new Uint8Array([97, 98, 99])).toString('hex'), digest);
  });
});
