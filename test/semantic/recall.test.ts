/** Recall: fusion, fading, filters, against plain models. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { byScore, faded, fuse, recency } from '../../src/tiers/semantic/fusion.js';
import { memoryPosition } from '../../src/tiers/semantic/memory_table.js';
import { unpackMemory } from '../../src/tiers/semantic/payload.js';
import { metadataKey, tagKey } from '../../src/tiers/semantic/tokens.js';
import { queryWords, wordsOf } from '../../src/words/words.js';
import { TestStore } from '../support/executor.js';
import { bytesOf, contents, memory, recall, store } from './support.js';

/** Runs with a store that is closed afterwards. */
function withStore(work: (at: TestStore) => void): void {
  const at = new TestStore();
  try {
    work(at);
  } finally {
    at.close();
  }
}

const DAY_US = 86_400_000_000;

describe('fusion', () => {
  it('is the sum of weighted reciprocal ranks', () => {
    const list = fc.uniqueArray(fc.nat(40), { maxLength: 20 });
    const weights = fc.record({
      vector: fc.double({ min: 0, max: 5, noNaN: true }),
      keyword: fc.double({ min: 0, max: 5, noNaN: true }),
      rrf_k: fc.integer({ min: 1, max: 1000 }),
    });
    fc.assert(
      fc.property(list, list, weights, (by_vector, by_keyword, given) => {
        const ranked = (positions: readonly number[]) =>
          positions.map((position, n) => ({ position, score: 1 / (n + 1) }));
        const fused = fuse(ranked(by_vector), ranked(by_keyword), given);
        assert.deepEqual(
          new Set(fused.map(({ position }) => position)),
          new Set([...by_vector, ...by_keyword]),
        );
        for (const hit of fused) {
          const [v, k] = [by_vector.indexOf(hit.position) + 1, by_keyword.indexOf(hit.position) + 1];
          assert.deepEqual([hit.vector_rank, hit.keyword_rank], [v, k]);
          const expected = (v && given.vector / (given.rrf_k + v)) + (k && given.keyword / (given.rrf_k + k));
          assert.ok(Math.abs(hit.score - expected) < 1e-12);
        }
        const sorted = [...fused].sort(byScore);
        for (const [n, hit] of sorted.entries()) {
          const before = sorted[n - 1];
          if (before === undefined) continue;
          assert.ok(
            before.score > hit.score || (before.score === hit.score && before.position > hit.position),
          );
        }
      }),
    );
  });

  it('fades by half-lives, and lifts nothing', () => {
    assert.equal(recency(3 * DAY_US, DAY_US), 0.125);
    assert.equal(recency(-DAY_US, DAY_US), 1);
    assert.equal(faded(2, 0.5), 1);
    assert.equal(faded(-2, 0.5), -2);
  });
});

describe('recall', () => {
  it('puts both searches together and explains how', () =>
    withStore((at) => {
      at.run('open_generation', { embedder: 'client', model: 'm', dimensions: 2, settings: '' });
      store(at, 'both alpha', { vector: [1, 0] });
      store(at, 'vector only', { vector: [0.9, 0.1] });
      store(at, 'alpha words only', { vector: [-1, 0] });
      const result = recall(at, 'alpha', { mode: 'hybrid', vector: bytesOf([1, 0]), generation_id: 1 });
      assert.equal(contents(result)[0], 'both alpha');
      const [first] = result.hits;
      assert.ok(first !== undefined);
      assert.deepEqual([first.vector_rank, first.keyword_rank, first.recency], [1, 1, 1]);
      assert.ok(
        Math.abs(first.score - 2 / 61) < 1e-12 && Math.abs(first.cosine - 1) < 1e-6 && first.bm25 > 0,
      );
      const third = result.hits.find(({ keyword_rank }) => keyword_rank === 0);
      assert.deepEqual([third?.vector_rank, third?.bm25], [2, 0]);
      const lists = (vector_weight: number, keyword_weight: number) =>
        contents(
          recall(at, 'alpha', {
            mode: 'hybrid',
            vector: bytesOf([1, 0]),
            generation_id: 1,
            vector_weight,
            keyword_weight,
          }),
        );
      assert.deepEqual(lists(1, 0), ['both alpha', 'vector only', 'alpha words only']);
      assert.deepEqual(lists(0, 1), ['both alpha', 'alpha words only']);
      const by_cosine = recall(at, '', { mode: 'vector', vector: bytesOf([-1, 0]), generation_id: 1 });
      assert.deepEqual(contents(by_cosine), ['alpha words only', 'vector only', 'both alpha']);
      assert.ok((by_cosine.hits[2]?.score ?? 0) < -0.99);
      const gone = recall(at, 'alpha', { mode: 'hybrid', vector: bytesOf([1, 0]), generation_id: 9 });
      assert.deepEqual([gone.generation_gone, gone.hits.length], [true, 2]);
    }));

  it('lets a half-life lift what is fresh from beyond the limit, and what is pinned stay', () =>
    withStore((at) => {
      for (let n = 0; n < 40; n++) store(at, `alpha alpha ${n}`, { occurred_at_us: at.now_us - 30 * DAY_US });
      store(at, 'alpha and many other words so that it comes last of all', { occurred_at_us: at.now_us });
      const pinned = store(at, 'alpha pinned among very many other words that make it long', {
        occurred_at_us: at.now_us - 300 * DAY_US,
        pinned: true,
      });
      const found = contents(recall(at, 'alpha', { limit: 2, half_life_us: DAY_US }));
      assert.deepEqual(
        new Set(found.map((text) => text.slice(0, 12))),
        new Set(['alpha and ma', 'alpha pinned']),
      );
      assert.ok(!contents(recall(at, 'alpha', { limit: 2 })).some((text) => text.includes('other')));
      at.run('pin_memory', { memory_id: pinned, pinned: false });
      const [, second] = contents(recall(at, 'alpha', { limit: 2, half_life_us: DAY_US }));
      assert.ok(second?.startsWith('alpha alpha'));
    }));

  it('cuts a reply of long memories and says how many it left out', () =>
    withStore((at) => {
      for (let n = 0; n < 30; n++) store(at, `alpha ${n} ${'padding '.repeat(8000)}`);
      const { hits, omitted } = recall(at, 'alpha', { limit: 30 });
      assert.equal(hits.length + omitted, 30);
      assert.ok(hits.length >= 14 && omitted >= 10);
    }));

  it('finds exactly what the filters let through, by words and by vectors', () => {
    const tag = fc.constantFrom('a', 'b', 'c');
    const value = fc.constantFrom(1, 'x', true, null);
    const memories = fc.array(
      fc.record({
        tags: fc.uniqueArray(tag, { maxLength: 3 }),
        metadata: fc.record({ k: fc.oneof(value, fc.array(value, { maxLength: 2 })) }, { requiredKeys: [] }),
        at: fc.nat(5),
        superseded: fc.boolean(),
        agent: fc.constantFrom('agent-1', 'agent-1', 'bob'),
      }),
      { maxLength: 25 },
    );
    const filters = fc.array(
      fc.record({
        tags: fc.uniqueArray(tag, { maxLength: 2 }),
        any: fc.uniqueArray(tag, { maxLength: 2 }),
        value: fc.option(value, { nil: undefined }),
        since: fc.option(fc.nat(5), { nil: null }),
        until: fc.option(fc.nat(6), { nil: null }),
        include_superseded: fc.boolean(),
      }),
      { minLength: 1, maxLength: 10 },
    );
    fc.assert(
      fc.property(memories, filters, (given, wanted) =>
        withStore((at) => {
          at.run('open_generation', { embedder: 'client', model: 'm', dimensions: 2, settings: '' });
          const model = given.map((each, n) => {
            const args = {
              tags: [...each.tags].sort(),
              metadata: each.metadata,
              occurred_at_us: each.at,
              vector: [1, n],
            };
            const id = store(at, `needle ${n}`, args, each.agent);
            if (each.superseded) {
              const successor = memory(`successor ${n}`, { vector: [1, 0] });
              at.run('supersede_memory', { memory_id: id, memory: successor }, { agent_id: each.agent });
            }
            return { ...each, position: memoryPosition(id) };
          });
          for (const filter of wanted) {
            const { since, until, include_superseded } = filter;
            const expected = model
              .filter(
                (each) =>
                  each.agent === 'agent-1' &&
                  (include_superseded || !each.superseded) &&
                  filter.tags.every((one) => each.tags.includes(one)) &&
                  (filter.any.length === 0 || filter.any.some((one) => each.tags.includes(one))) &&
                  (since === null || each.at >= since) &&
                  (until === null || each.at < until) &&
                  (filter.value === undefined ||
                    [each.metadata.k].flat().some((one) => one !== undefined && one === filter.value)),
              )
              .map(({ position }) => position);
            const keys = [
              ...filter.tags.map(tagKey),
              ...(filter.value === undefined ? [] : [metadataKey('k', filter.value)]),
            ];
            const args = {
              keys,
              any_keys: filter.any.map(tagKey),
              since_us: since,
              until_us: until,
              include_superseded,
              limit: 100,
            };
            const found = (mode: 'keyword' | 'vector') => {
              const vector = mode === 'vector' ? bytesOf([1, 3]) : null;
              return recall(at, 'needle', { ...args, mode, vector, generation_id: 1 })
                .hits.filter(({ memory: { row } }) => unpackMemory(row.payload).content.startsWith('needle'))
                .map(({ position }) => position)
                .sort((a, b) => a - b);
            };
            assert.deepEqual(found('keyword'), expected);
            assert.deepEqual(found('vector'), expected);
          }
        }),
      ),
      { numRuns: 30 },
    );
  });

  it('ranks by words as plain BM25 does', () => {
    const words = Array.from({ length: 40 }, (_, n) => `word${String.fromCharCode(97 + (n % 26))}${n}`);
    // Skewed, as words are: the first are in most texts.
    const word = fc.nat(999).map((n) => words[Math.floor((n / 1000) ** 3 * 40)] ?? '');
    const text = fc.array(word, { minLength: 1, maxLength: 30 }).map((list) => list.join(' '));
    fc.assert(
      fc.property(
        fc.array(text, { minLength: 1, maxLength: 60 }),
        fc.array(text, { minLength: 1, maxLength: 5 }),
        (texts, queries) =>
          withStore((at) => {
            at.run('store_memories', {
              namespace: '',
              memories: texts.map((each) => memory(each)),
              allow_duplicates: true,
            });
            const counted = texts.map(wordsOf);
            const mean = counted.reduce((sum, { length }) => sum + length, 0) / texts.length;
            for (const query of queries) {
              const scores = counted.map((list) => {
                let score = 0;
                for (const each of queryWords(query)) {
                  const holding = counted.filter((other) => other.includes(each)).length;
                  const idf = Math.log(1 + (texts.length - holding + 0.5) / (holding + 0.5));
                  const count = list.filter((one) => one === each).length;
                  score += (idf * count * 2.2) / (count + 1.2 * (0.25 + (0.75 * list.length) / mean));
                }
                return score;
              });
              const expected = scores.filter((score) => score > 0).sort((a, b) => b - a);
              const found = recall(at, query, { limit: 100 }).hits.map(({ score }) => score);
              assert.equal(found.length, expected.length);
              for (const [n, score] of found.entries())
                assert.ok(Math.abs(score - (expected[n] ?? 0)) < 1e-9);
            }
          }),
      ),
      { numRuns: 30 },
    );
  });
});
