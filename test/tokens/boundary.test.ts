import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import cl100k from 'js-tiktoken/ranks/cl100k_base';
import o200k from 'js-tiktoken/ranks/o200k_base';
import { encoderOf } from '../../src/tokens/encoder.js';
import { ENCODINGS } from '../../src/tokens/models.js';
import { addsUp } from './seams.js';
import { awkward } from './texts.js';

const PATTERNS = [o200k, cl100k].map(({ pat_str }) => new RegExp(pat_str, 'gu'));

function pieces(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(([piece]) => piece);
}

test('at a seam the patterns split two parts as they split the whole', () => {
  let seams = 0;
  fc.assert(
    fc.property(awkward(14), awkward(14), (left, right) => {
      if (!addsUp(left, right)) return;
      seams++;
      for (const pattern of PATTERNS) {
        assert.deepEqual(
          [...pieces(left, pattern), ...pieces(right, pattern)],
          pieces(left + right, pattern),
        );
      }
    }),
    { numRuns: 20_000 },
  );
  assert.ok(seams > 3000, `only ${seams} seams were met`);
});

test('every two characters at the end and the start of parts that make a seam keep the split', () => {
  const ends = [
    '',
    'a',
    'A',
    '一',
    '\u0301',
    '1',
    '!',
    "'",
    '/',
    ' ',
    '\t',
    '\n',
    '\r',
    '\u00a0',
    '\u2028',
    '😀',
    '𝐀',
  ];
  for (const first of ends)
    for (const before of ends)
      for (const after of ends)
        for (const last of ends) {
          const [left, right] = [first + before, after + last];
          if (!addsUp(left, right)) continue;
          for (const pattern of PATTERNS) {
            const label = JSON.stringify([left, right]);
            assert.deepEqual(
              [...pieces(left, pattern), ...pieces(right, pattern)],
              pieces(left + right, pattern),
              label,
            );
          }
        }
});

describe('what is a seam and what is not', () => {
  for (const [left, right, is] of [
    ['text\n', '=== KEY ===', true],
    ['text\r\n\n', '- item', true],
    ['word', ' next', true],
    ['word', '. Next', true],
    ['1', '%', true],
    ['', 'anything', true],
    ['text\n', '/path', false],
    ['text\n', '\nmore', false],
    ['!', '\n', false],
    ['don', "'t", false],
    [' ', 'word', false],
    ['wo', 'rd', false],
    ['e', '\u0301', false],
    ['a', '𝐀', false],
    ['\ud83d', '\ude00', false],
  ] as const) {
    test(`${JSON.stringify(left)} + ${JSON.stringify(right)}: ${is}`, () =>
      assert.equal(addsUp(left, right), is));
  }
});

for (const encoding of ENCODINGS) {
  describe(`blocks in ${encoding}`, () => {
    const encoder = encoderOf(encoding);
    const sum = (blocks: readonly string[]): number =>
      blocks.reduce((total, block) => total + encoder.count(block), 0);
    const block = (content: string): string => `=== KEY ===\n${content}\n\n`;

    test('the tokens of blocks one after another are the sum of theirs, whatever they hold', () => {
      fc.assert(
        fc.property(fc.array(awkward(30), { maxLength: 8 }), (contents) => {
          const blocks = contents.map(block);
          assert.equal(encoder.count(blocks.join('')), sum(blocks));
        }),
        { numRuns: 2000 },
      );
    });

    test('also when runs are cut because they are too long to be exact', () => {
      const blocks = [
        'x'.repeat(300_000),
        ' '.repeat(140_001),
        'y',
        `${'\n'.repeat(131_073)}😀`,
        '😀'.repeat(70_000),
      ].map(block);
      assert.equal(encoder.count(blocks.join('')), sum(blocks));
      blocks.reverse();
      assert.equal(encoder.count(blocks.join('')), sum(blocks));
    });
  });
}
