import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Decimal, doc, fromDoc, fromJson, HoldfastError, Timestamp } from '@holdfast/client';
import fc from 'fast-check';
import { fixture } from './support.js';

/** Values that must survive the way through the daemon unchanged. */
const leaf = fc.oneof(
  fc.constant(null),
  fc.boolean(),
  fc.string({ unit: 'grapheme' }),
  fc.maxSafeInteger(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).filter((d) => !Number.isInteger(d)),
  fc.bigInt({ min: 2n ** 53n, max: 2n ** 64n - 1n }),
  fc.bigInt({ min: -(2n ** 63n), max: -(2n ** 53n) }),
  fc.uint8Array({ maxLength: 40 }),
  fc
    .tuple(fc.boolean(), fc.bigInt({ min: 0n, max: 10n ** 38n - 1n }), fc.nat({ max: 999_999_999 }))
    .map(([negative, whole, part]) => new Decimal(`${negative ? '-' : ''}${whole}.${part}`)),
  fc
    .tuple(fc.integer({ min: -62_135_596_800, max: 253_402_300_799 }), fc.nat({ max: 999_999_999 }))
    .map(([seconds, nanos]) => new Timestamp(seconds, nanos)),
);
const key = fc.string({ unit: 'grapheme', maxLength: 12 }).filter((text) => !text.startsWith('__'));
const value = fc.letrec((tie) => ({
  any: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc.array(tie('any'), { maxLength: 5 }),
    fc.dictionary(key, tie('any'), { maxKeys: 5, noNullPrototype: true }),
  ),
})).any;

test('every value comes back from the daemon as it was', async (t) => {
  const holdfast = (await fixture(t)).client();
  await fc.assert(
    fc.asyncProperty(value, async (sent) => {
      await holdfast.state.putState({ name: 'any', document: doc(sent) });
      const { state } = await holdfast.state.getState({ name: 'any' });
      assert.deepEqual(fromDoc(state?.document), sent);
    }),
    { numRuns: 300 },
  );
});

test('a decimal has one spelling and no arithmetic', () => {
  assert.equal(new Decimal('0001.500').text, '1.5');
  assert.equal(new Decimal('-0.0').text, '0');
  assert.equal(new Decimal('-0.10').text, '-0.1');
  assert.equal(`${new Decimal('99999999999999999999999999999999999999.000000000000000001')}`.length, 57);
  for (const wrong of ['', '1e5', '+1', '.5', '1.', '1'.repeat(39), `0.${'1'.repeat(19)}`, 'NaN']) {
    assert.throws(() => new Decimal(wrong), { reason: 'INVALID_AMOUNT' }, wrong);
  }
});

test('timestamps are read and written to the nanosecond', () => {
  for (const text of ['2026-11-20T00:00:00Z', '0001-01-01T00:00:00Z', '1969-12-31T23:59:59.999999999Z']) {
    assert.equal(Timestamp.parse(text).toString(), text);
  }
  assert.equal(Timestamp.parse('2026-11-20T00:00:00.120Z').toString(), '2026-11-20T00:00:00.120Z');
  assert.equal(Timestamp.fromDate(new Date(-1)).toString(), '1969-12-31T23:59:59.999Z');
  assert.equal(Timestamp.fromDate(new Date(1234)).toDate().getTime(), 1234);
  for (const wrong of [
    '2026-02-30T00:00:00Z',
    '2026-11-20',
    '2026-11-20T00:00:00+01:00',
    '2026-11-20T24:00:00Z',
  ]) {
    assert.throws(() => Timestamp.parse(wrong), { reason: 'INVALID_FIELD' }, wrong);
  }
});

test('what would not come back as it was is refused, with its path', () => {
  const cycle: { self?: unknown } = {};
  cycle.self = cycle;
  const cases: [unknown, string | undefined][] = [
    [Number.NaN, '$'],
    [{ a: [1, Number.POSITIVE_INFINITY] }, '$.a[1]'],
    [2 ** 53, '$'],
    [1e300, '$'],
    [2n ** 64n, '$'],
    [-(2n ** 63n) - 1n, '$'],
    [undefined, '$'],
    [[undefined], '$[0]'],
    // biome-ignore lint/suspicious/noSparseArray: a hole is what is tested.
    [[1, , 2], '$[1]'],
    [new Date(0), '$'],
    [new Map(), '$'],
    [() => 1, '$'],
    [Symbol('s'), '$'],
    ['\ud800', '$'],
    [{ '\udc00': 1 }, '$'],
    [{ __decimal__: '1' }, '$'],
    [cycle, undefined],
  ];
  for (const [value, field] of cases) {
    assert.throws(
      () => doc(value),
      (error: unknown) => {
        assert.ok(error instanceof HoldfastError);
        assert.equal(error.reason, 'INVALID_DOCUMENT');
        if (field !== undefined) assert.equal(error.field, field);
        return true;
      },
      String(field),
    );
  }
});

test('members that are undefined are left out; minus zero is zero', () => {
  assert.equal(doc({ a: undefined, b: 1 }).json, '{"b":1}');
  assert.equal(doc(-0).json, '0');
  assert.equal(doc(Object.create(null)).json, '{}');
});

test('digits within strings stay text', () => {
  const sent = { 'k"12345678901234567890': 'say \\"12345678901234567890\\" \\\\', n: 12345678901234567890n };
  assert.deepEqual(fromDoc(doc(sent)), sent);
  assert.equal(fromDoc(null), undefined);
  assert.throws(() => fromDoc({ msgpack: Buffer.of(0xc0) }), { reason: 'INVALID_DOCUMENT' });
});

/** A decimal's value as an integer of 10^-400, whatever it is spelled like. */
function scaled(text: string): bigint {
  const [, sign, whole = '', fraction = '', power = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(text) ?? [];
  return BigInt(`${sign}${whole}${fraction}`) * 10n ** BigInt(400 + Number(power) - fraction.length);
}

test('JSON from elsewhere keeps the value of every number, on the way out as well', () => {
  const digits = (maxLength: number) =>
    fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 1, maxLength });
  const number = fc
    .tuple(fc.boolean(), digits(38), fc.option(digits(18)))
    .map(
      ([negative, whole, part]) => `${negative ? '-' : ''}${BigInt(whole)}${part === null ? '' : `.${part}`}`,
    );
  // Larger ones with an exponent are refused, as the next test has it.
  const double = fc.double({ min: -1e37, max: 1e37, noNaN: true }).map(String);
  fc.assert(
    fc.property(fc.oneof(number, double), (text) => {
      const value = fromJson(text);
      const out = doc(value).json;
      assert.equal(scaled(out.replace(/^\{"__decimal__":"(.*)"\}$/, '$1')), scaled(text));
      assert.deepEqual(fromJson(`{"a":[${text},"${text}"]}`), { a: [value, text] });
    }),
  );
});

test('JSON from elsewhere is what it says, whatever it is spelled like', () => {
  const cases: readonly (readonly [string, unknown])[] = [
    ['1.50', 1.5],
    ['1e2', 100],
    ['-0.0', -0],
    ['1e21', new Decimal(`1${'0'.repeat(21)}`)],
    ['12345678901234567890', 12345678901234567890n],
    ['-1.2345678901234567890123e+4', new Decimal('-12345.678901234567890123')],
    ['100000000000000000001e-2', new Decimal('1000000000000000000.01')],
    ['0.123456789012345678', new Decimal('0.123456789012345678')],
    ['{"__decimal__":"1.10"}', new Decimal('1.1')],
  ];
  for (const [text, value] of cases) assert.deepEqual(fromJson(text), value, text);
});

test('JSON from elsewhere that no value holds exactly is refused', () => {
  for (const text of [
    `0.${'1'.repeat(19)}2`,
    '1e400',
    '1e38',
    '1.23456789e-20000',
    '9'.repeat(39),
    '1'.repeat(70),
  ])
    assert.throws(() => fromJson(text), HoldfastError, text);
  for (const text of ['01234567890123456789', '[1,]', ''])
    assert.throws(() => fromJson(text), SyntaxError, text);
});
