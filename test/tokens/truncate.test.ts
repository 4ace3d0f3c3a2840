import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { encoderOf } from '../../src/tokens/encoder.js';
import { ENCODINGS } from '../../src/tokens/models.js';
import { addsUp } from './seams.js';
import { awkward, ORDINARY } from './texts.js';

/** UTF-8 cannot hold half a character. */
const isWellFormed = (text: string): boolean => Buffer.from(text).toString() === text;

for (const encoding of ENCODINGS) {
  describe(`truncation in ${encoding}`, () => {
    const encoder = encoderOf(encoding);

    test('what is kept begins the text, has the tokens told, no more than allowed, and no broken character', () => {
      fc.assert(
        fc.property(awkward(60), fc.nat(40), awkward(2), (text, max_tokens, suffix) => {
          fc.pre(encoder.count(suffix) <= max_tokens);
          const cut = encoder.truncate(text, max_tokens, suffix);
          assert.ok(text.startsWith(cut.text));
          assert.equal(encoder.count(cut.text + suffix), cut.tokens);
          assert.ok(cut.tokens <= max_tokens);
          if (isWellFormed(text)) assert.ok(isWellFormed(cut.text));
          if (addsUp(text, suffix) && encoder.count(text + suffix) <= max_tokens)
            assert.equal(cut.text, text);
        }),
        { numRuns: 4000 },
      );
    });

    for (const [name, text] of Object.entries(ORDINARY)) {
      test(`${name} is cut as late as a token boundary between characters allows`, () => {
        const total = encoder.count(text);
        for (const suffix of ['', '\n\n', ' ...\n', 'a']) {
          for (let max_tokens = encoder.count(suffix); max_tokens <= total; max_tokens++) {
            const { tokens } = encoder.truncate(text, max_tokens, suffix);
            assert.ok(tokens <= max_tokens && tokens >= max_tokens - 4, `${tokens} of ${max_tokens}`);
          }
        }
        assert.equal(encoder.truncate(text, total).text, text);
      });
    }

    test('English text uses the whole budget', () => {
      const text = 'The quick brown fox jumps over the lazy dog and sells everything it has bought. '.repeat(
        20,
      );
      for (const max_tokens of [0, 1, 2, 17, 100, 101, 200]) {
        assert.equal(encoder.truncate(text, max_tokens).tokens, max_tokens);
      }
    });

    test('a suffix is counted with the rest, and refused when it does not fit by itself', () => {
      const cut = encoder.truncate('one two three four five six', 4, '\n\n');
      assert.deepEqual(cut, { text: 'one two three', tokens: 4 });
      assert.throws(() => encoder.truncate('one', 1, ' two three'), RangeError);
    });
  });
}
