/** The builtin embedder: its vectors are fixed for ever under its name, and mean what they claim to mean. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { BUILTIN_MODEL, builtinEmbedder } from '../../src/models/embedders/builtin.js';
import { clientEmbedder } from '../../src/models/embedders/client.js';
import { fold, MAX_UNITS } from '../../src/models/embedders/features.js';

const idle = new AbortController().signal;
const embedder = builtinEmbedder(512);

async function vectorOf(text: string): Promise<Float32Array> {
  const [vector] = await embedder.embed([text], 'document', idle);
  assert.ok(vector !== undefined);
  return vector;
}

async function cosine(a: string, b: string): Promise<number> {
  const [x, y] = [await vectorOf(a), await vectorOf(b)];
  return x.reduce((sum, value, index) => sum + value * (y[index] ?? 0), 0);
}

/** Rounded, so that the last bit of a logarithm on another machine would not show. */
const digestOf = (vector: Float32Array) =>
  createHash('sha256')
    .update([...vector].map((value) => Math.round(value * 1e5)).join())
    .digest('hex')
    .slice(0, 16);

describe('the vectors of builtin-ngram-1 never change', () => {
  assert.equal(BUILTIN_MODEL, 'builtin-ngram-1');
  const golden: [string, string][] = [
    ['Bought 0.05 BTC at 61,250.10 USD on Kraken', '53f0ed8d07a32df0'],
    ['the the the', '83a56845d0b33f57'],
    ['CAFÉ MÜNCHEN Ⅳ', '8b6efd7cfc76a41b'],
    ['比特币价格上涨 BTC 가격이', 'c1c09280c6dba324'],
    ['😀🚀', 'e88c78ac2e29e6d1'],
    ['', '92ac88d8d4636828'],
    [
      'sha256 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef',
      '85c07001e5a7aa67',
    ],
  ];
  for (const [text, digest] of golden) {
    test(JSON.stringify(text.slice(0, 40)), async () => assert.equal(digestOf(await vectorOf(text)), digest));
  }
});

describe('nearer are', () => {
  const cases: [string, string, string, string][] = [
    ['an inflection', 'cancelled the orders', 'cancelling an order', 'the weather in Lisbon'],
    ['a typing error', 'procurement of steel', 'procurment of steal', 'settlement of bonds'],
    [
      'shared rare words among others',
      'vendor Acme is reliable',
      'which vendor is reliable',
      'is it raining',
    ],
    ['content words over function words', 'the price of gold', 'gold price', 'the state of the art of the'],
    ['accents and case', 'CAFÉ MÜNCHEN', 'cafe munchen', 'thé à la menthe'],
    ['full width forms', 'ＢＴＣ １２３', 'btc 123', 'eth 456'],
    ['Chinese characters', '比特币价格上涨', '比特币的价格', '今天天气很好'],
    ['Korean particles', '가격이 올랐다', '가격은', '날씨가 좋다'],
    ['ids with their number', 'order A-1038 failed', 'status of order A-1038', 'status of order B-2275'],
    ['the order of words', 'alice paid bob', 'alice paid bob today', 'bob paid alice today'],
  ];
  for (const [name, text, near, far] of cases) {
    test(name, async () => {
      const [closer, farther] = [await cosine(text, near), await cosine(text, far)];
      assert.ok(closer > farther + 0.02, `${closer} against ${farther}`);
    });
  }
});

test('texts without any word differ, and have a vector', async () => {
  for (const [a, b] of [
    ['😀', '🚀'],
    ['...', '???'],
    ['', '!'],
  ] as const)
    assert.ok((await cosine(a, b)) < 0.9);
  assert.deepEqual(await vectorOf(''), await vectorOf(' \n\t'));
});

test('every text has a finite vector of unit length, the same each time', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.integer({ min: 64, max: 70 }),
      async (text, dimensions) => {
        const small = builtinEmbedder(dimensions);
        const [first] = await small.embed([text], 'document', idle);
        const [second] = await small.embed([text], 'query', idle);
        assert.deepEqual(first, second);
        assert.equal(first?.length, dimensions);
        assert.ok(Math.abs(Math.hypot(...(first ?? [])) - 1) < 1e-5);
      },
    ),
  );
});

test('only the beginning of a very long text counts, also of one that folding makes longer', async () => {
  const words = Array.from({ length: MAX_UNITS }, (_, index) => index.toString(36)).join(' ');
  assert.deepEqual(await vectorOf(words), await vectorOf(words.slice(0, MAX_UNITS)));
  for (const hostile of ['a', ' ', '😀', '漢', 'e\u0301', '\ufdfa', '\ud800', '-'])
    assert.equal((await vectorOf(hostile.repeat(262_144))).length, 512);
  assert.equal(fold('\ufdfa'.repeat(MAX_UNITS)).length, MAX_UNITS);
});

test('many texts let other work have its turn, and an abort its effect', async () => {
  const texts = Array.from(
    { length: 1000 },
    (_, index) => `memory ${index} of a trading agent, of usual length`,
  );
  let turns = 0;
  const count = (): void => {
    turns += 1;
    ticking = setImmediate(count);
  };
  let ticking = setImmediate(count);
  await embedder.embed(texts, 'document', idle);
  clearImmediate(ticking);
  assert.ok(turns >= 4, `${turns} turns`);
  const controller = new AbortController();
  const call = embedder.embed(texts, 'document', controller.signal);
  controller.abort(new Error('enough'));
  await assert.rejects(call, /enough/);
});

test('the client embedder says that a vector must come along', async () => {
  const client = clientEmbedder('mine', 3);
  await assert.rejects(client.embed(['a'], 'query', idle), {
    reason: 'VECTOR_REQUIRED',
    status: 'INVALID_ARGUMENT',
  });
});
