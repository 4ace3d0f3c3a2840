/** Words of texts and queries. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { countIn, lengthIn, packWords, wordHash } from '../../src/tiers/semantic/word_counts.js';
import { queryWords, wordsOf } from '../../src/words/words.js';

describe('words', () => {
  for (const [text, words] of [
    ['Orders were FILLED', ['order', 'were', 'fill']],
    ['BTC-USDT', ['btc', 'usdt', 'btcusdt']],
    ['order_123', ['order', '123', 'order123']],
    ['0xDEADbeef', ['0xdeadbeef']],
    ['v1.2.3', ['v1', '2', '3', 'v123']],
    ['0.25', ['0', '25', '0.25']],
    ['1,000.5 and 7,8', ['1000', '5', '1000.5', 'and', '7', '8']],
    ['EIP-1559', ['eip', '1559', 'eip1559']],
    ['bot@host', ['bot', 'host', 'bothost']],
    ['placeOrder', ['place', 'order', 'placeord']],
    ['HTTPServer', ['http', 'server', 'httpserver']],
    ["the agent's don’t", ['the', 'agent', 'dont']],
    ['naïve Ünïcode', ['naiv', 'unicod']],
    ['ﬁnal ＢＴＣ ①', ['final', 'btc', '1']],
    ['東京市場', ['東京', '京市', '市場']],
    ['BTC価格', ['btc', '価格']],
    ['株', ['株']],
    ['ราคา', ['รา', 'าค', 'คา']],
    ['😀 \0 -- \'"', []],
    ['a/b/c/d/e/f', ['a', 'b', 'c', 'd', 'e', 'f']],
  ] as const) {
    it(`are taken from ${JSON.stringify(text)}`, () => {
      assert.deepEqual(wordsOf(text), words);
    });
  }

  it('of a query leave function words out, unless there is nothing else', () => {
    assert.deepEqual(queryWords('what is the minimum order size, and the order type?'), [
      'minimum',
      'order',
      'size',
      'type',
    ]);
    assert.deepEqual(queryWords('what is it'), ['what', 'is', 'it']);
    assert.deepEqual(queryWords(''), []);
  });

  it('are the same in a text and in a query of that text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        const words = new Set(wordsOf(text));
        for (const word of queryWords(text)) assert.ok(words.has(word), word);
        for (const word of words) assert.match(word, /^[^\s"#:]{1,64}$/u);
      }),
    );
  });

  it('cost time in proportion to the text, whatever it holds', () => {
    const hostile = ['a', ' ', '-', 'a-', '東', '1,', "'", 'aB', '😀', 'é', '0.'];
    for (const unit of hostile) {
      const text = unit.repeat(Math.floor(65_536 / Buffer.byteLength(unit)));
      assert.ok(wordsOf(text).length <= text.length + 1);
    }
  });

  it('are counted in few bytes', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ minLength: 1 }), fc.integer({ min: 1, max: 400 })), (counts) => {
        const map = new Map(Object.entries(counts));
        const bytes = packWords(map, 12_345);
        assert.equal(lengthIn(bytes), 12_345);
        for (const [word, count] of map) assert.equal(countIn(bytes, wordHash(word)), Math.min(count, 255));
        assert.equal(countIn(bytes, wordHash('\0 not there')), 0);
      }),
    );
  });
});
