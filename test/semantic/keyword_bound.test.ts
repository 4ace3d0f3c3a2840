/** The bounded keyword search against plain BM25, where words are in more memories than it reads. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { tagKey } from '../../src/tiers/semantic/tokens.js';
import { queryWords, wordsOf } from '../../src/words/words.js';
import { TestStore } from '../support/executor.js';
import { memory, recall } from './support.js';

const MEMORIES = 9000;
const VOCABULARY = 2000;

/** Park and Miller's generator (CACM 31(10), 1988): the same texts every time. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

describe('the bounded keyword search', () => {
  const random = generator(20_261_121);
  /** Skewed: the first word is in about nine of ten texts, where it is repetition alone that tells texts apart. */
  const word = () => `w${Math.floor(VOCABULARY ** random()).toString(36)}q`;
  const text = (words: number) => Array.from({ length: words }, word).join(' ');
  const texts = Array.from({ length: MEMORIES }, () => text(5 + Math.floor(random() * 30)));
  const counted = texts.map((each) => {
    const words = wordsOf(each);
    const counts = new Map<string, number>();
    for (const one of words) counts.set(one, (counts.get(one) ?? 0) + 1);
    return { counts, length: words.length };
  });
  const mean = counted.reduce((sum, { length }) => sum + length, 0) / MEMORIES;

  let at: TestStore;
  before(() => {
    at = new TestStore();
    for (let from = 0; from < MEMORIES; from += 250) {
      const memories = texts
        .slice(from, from + 250)
        .map((each, n) => memory(each, { tags: (from + n) % 9 === 0 ? ['ninth'] : [] }));
      at.run('store_memories', { namespace: '', memories, allow_duplicates: true });
    }
  });
  after(() => at.close());

  const holding = new Map<string, number>();
  const holders = (one: string): number => {
    const known = holding.get(one) ?? counted.filter(({ counts }) => counts.has(one)).length;
    holding.set(one, known);
    return known;
  };

  /** Scores of plain BM25, best first, of the memories that `passes` lets through. */
  function plain(query: string, passes: (n: number) => boolean): number[] {
    const words = queryWords(query);
    const scores = counted.map(({ counts, length }, n) => {
      if (!passes(n)) return 0;
      let score = 0;
      for (const one of words) {
        const count = counts.get(one) ?? 0;
        const idf = Math.log(1 + (MEMORIES - holders(one) + 0.5) / (holders(one) + 0.5));
        score += (idf * count * 2.2) / (count + 1.2 * (0.25 + (0.75 * length) / mean));
      }
      return score;
    });
    return scores.filter((score) => score > 0).sort((a, b) => b - a);
  }

  /** Discounted gain of the first ten, where a hit's gain is the score that plain BM25 gives it. */
  const gain = (scores: readonly number[]) =>
    scores.slice(0, 10).reduce((sum, score, n) => sum + score / Math.log2(n + 2), 0);

  for (const [words, least] of [
    [1, 0.9],
    [2, 0.9],
    [4, 0.99],
    [8, 0.99],
    [15, 0.99],
  ] as const) {
    it(`ranks queries of ${words} words nearly as plain BM25`, () => {
      for (let n = 0; n < 10; n++) {
        const query = text(words);
        const found = recall(at, query, { limit: 10 }).hits.map(({ bm25 }) => bm25);
        const ratio = gain(found) / gain(plain(query, () => true));
        assert.ok(ratio >= least && ratio < 1.0001, `${query}: ${ratio}`);
      }
    });
  }

  it('leaves nothing out that a filter lets through', () => {
    for (let n = 0; n < 10; n++) {
      const query = text(1 + n);
      const found = recall(at, query, { limit: 200, keys: [tagKey('ninth')] }).hits.map(({ bm25 }) => bm25);
      const expected = plain(query, (place) => place % 9 === 0);
      assert.equal(found.length, Math.min(200, expected.length));
      const ratio = gain(found) / gain(expected);
      assert.ok(Math.abs(ratio - 1) < 1e-4, `${query}: ${ratio}`);
    }
  });
});
