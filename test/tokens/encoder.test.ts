import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { Tiktoken } from 'js-tiktoken/lite';
import cl100k from 'js-tiktoken/ranks/cl100k_base';
import o200k from 'js-tiktoken/ranks/o200k_base';
import { encoderOf } from '../../src/tokens/encoder.js';
import { ENCODINGS } from '../../src/tokens/models.js';
import { awkward, HOSTILE, ORDINARY } from './texts.js';

const SOURCES = { o200k_base: o200k, cl100k_base: cl100k };

for (const encoding of ENCODINGS) {
  describe(encoding, () => {
    const encoder = encoderOf(encoding);
    const reference = new Tiktoken(SOURCES[encoding]);
    const expected = (text: string): number => reference.encode(text, [], []).length;
    const longestPiece = (text: string): number =>
      Math.max(
        0,
        ...[...text.matchAll(new RegExp(SOURCES[encoding].pat_str, 'gu'))].map(([piece]) => piece.length),
      );

    for (const [name, text] of Object.entries(ORDINARY)) {
      test(`${name} counts as js-tiktoken counts it`, () => {
        assert.equal(encoder.count(text), expected(text));
        assert.equal(encoder.count(text.repeat(300)), expected(text.repeat(300)));
      });
    }

    test('any text without a piece over 128 characters counts as js-tiktoken counts it', () => {
      fc.assert(
        fc.property(awkward(80), (text) => {
          fc.pre(longestPiece(text) <= 128);
          assert.equal(encoder.count(text), expected(text));
        }),
        { numRuns: 1500 },
      );
    });

    test('one long piece is merged as js-tiktoken merges it', () => {
      const letters = fc.string({ unit: fc.constantFrom(...'aeinorstlzxq'), minLength: 20, maxLength: 128 });
      const marks = fc.string({
        unit: fc.constantFrom('-', '=', '*', '#', '+'),
        minLength: 20,
        maxLength: 128,
      });
      const ideographs = fc.string({ unit: fc.constantFrom(...'的一是不了人我在有他鑫龘'), maxLength: 100 });
      fc.assert(
        fc.property(fc.oneof(letters, marks, ideographs), (text) => {
          assert.equal(encoder.count(text), expected(text));
        }),
        { numRuns: 300 },
      );
    });

    test('a special token in data is plain text', () => {
      assert.throws(() => reference.encode('<|endoftext|>'), /special token/, 'the trap is still there');
      assert.equal(encoder.count('<|endoftext|>'), expected('<|endoftext|>'));
      assert.ok(encoder.count('<|endoftext|>') > 3);
    });

    for (const [name, text] of Object.entries(HOSTILE)) {
      test(`a megabyte of ${name} is counted and truncated`, () => {
        const tokens = encoder.count(text);
        assert.ok(tokens > text.length / 200 && tokens <= Buffer.byteLength(text));
        const half = encoder.truncate(text, tokens >> 1);
        assert.ok(half.tokens <= tokens >> 1 && half.tokens > (tokens >> 1) - 5);
        assert.equal(encoder.count(half.text), half.tokens);
        assert.ok(text.startsWith(half.text));
      });
    }

    test('a piece over 128 characters is counted in cuts of 128, never inside a character', () => {
      assert.equal(
        encoder.count('a'.repeat(1000)),
        7 * encoder.count('a'.repeat(128)) + encoder.count('a'.repeat(104)),
      );
      // With a plain mark in front, the 128th unit is the first half of a character: cuts are after 127, then every 128.
      const faces = (count: number): string => '😀'.repeat(count);
      assert.equal(
        encoder.count(`!${faces(200)}`),
        encoder.count(`!${faces(63)}`) + 2 * encoder.count(faces(64)) + encoder.count(faces(9)),
      );
    });
  });
}
