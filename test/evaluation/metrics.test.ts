import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { judge, meanOf, percentile } from '../../scripts/evaluation/metrics.js';

const near = (actual: number, expected: number) =>
  assert.ok(Math.abs(actual - expected) < 1e-12, `${actual}, not ${expected}`);

describe('retrieval metrics', () => {
  it('judges a ranking as computed by hand', () => {
    const { ndcg_at_10, reciprocal_rank, ...recalls } = judge(['x', 'a', 'y', 'b'], new Set(['a', 'b', 'c']));
    assert.deepEqual(recalls, {
      recall_at_1: 0,
      recall_at_5: 2 / 3,
      recall_at_10: 2 / 3,
      recall_at_20: 2 / 3,
    });
    assert.equal(reciprocal_rank, 1 / 2);
    // Ranks 2 and 4 of an ideal 1, 2 and 3.
    const ideal = 1 + 1 / Math.log2(3) + 1 / 2;
    near(ndcg_at_10, (1 / Math.log2(3) + 1 / Math.log2(5)) / ideal);
  });

  it('gives full marks to a perfect ranking and none to one without a relevant document', () => {
    const perfect = judge(['a', 'b', 'x'], new Set(['b', 'a']));
    assert.deepEqual(
      [perfect.recall_at_1, perfect.recall_at_5, perfect.ndcg_at_10, perfect.reciprocal_rank],
      [1 / 2, 1, 1, 1],
    );
    const none = judge(['x', 'y'], new Set(['a']));
    assert.ok(Object.values(none).every((figure) => figure === 0));
    assert.deepEqual(judge([], new Set(['a'])), none);
  });

  it('cuts each figure at its depth', () => {
    const ranking = Array.from({ length: 25 }, (_, n) => `d${n + 1}`);
    const found = judge(ranking, new Set(['d1', 'd5', 'd10', 'd11', 'd20', 'd21']));
    assert.deepEqual(
      [found.recall_at_1, found.recall_at_5, found.recall_at_10, found.recall_at_20],
      [1 / 6, 2 / 6, 3 / 6, 5 / 6],
    );
    const late = judge(ranking, new Set(['d11']));
    assert.deepEqual([late.ndcg_at_10, late.reciprocal_rank], [0, 1 / 11]);
  });

  it('caps the ideal at ten documents', () => {
    const ids = Array.from({ length: 15 }, (_, n) => `d${n}`);
    near(judge(ids, new Set(ids)).ndcg_at_10, 1);
  });

  it('gives a document that comes twice one place', () => {
    const once = judge(['x', 'a', 'b'], new Set(['a', 'b']));
    assert.deepEqual(judge(['x', 'x', 'a', 'a', 'b'], new Set(['a', 'b'])), once);
  });

  it('never rises when a relevant document sinks, and stays between 0 and 1', () => {
    const ids = Array.from({ length: 12 }, (_, n) => n);
    fc.assert(
      fc.property(
        fc.shuffledSubarray(ids, { minLength: 12 }),
        fc.subarray(ids, { minLength: 1 }),
        fc.nat(10),
        (order, relevant, at) => {
          const wanted = new Set(relevant.map(String));
          const ranking = order.map(String);
          const [upper = '', lower = ''] = [ranking[at], ranking[at + 1]];
          if (!wanted.has(upper) || wanted.has(lower)) return;
          const worse = ranking.with(at, lower).with(at + 1, upper);
          const [before, after] = [judge(ranking, wanted), judge(worse, wanted)];
          for (const figure of Object.keys(before) as (keyof typeof before)[]) {
            assert.ok(after[figure] <= before[figure], figure);
            assert.ok(before[figure] >= 0 && before[figure] <= 1 + 1e-12, figure);
          }
        },
      ),
    );
  });

  it('averages over queries, each counting the same', () => {
    const mean = meanOf([judge(['a'], new Set(['a'])), judge(['x', 'a'], new Set(['a', 'b']))]);
    assert.deepEqual([mean.recall_at_1, mean.recall_at_5, mean.reciprocal_rank], [0.5, 0.75, 0.75]);
  });

  it('takes percentiles by nearest rank', () => {
    const samples = [5, 1, 4, 2, 3];
    assert.deepEqual(
      [percentile(samples, 0.5), percentile(samples, 0.99), percentile(samples, 0)],
      [3, 5, 1],
    );
    assert.equal(percentile([1, 2, 3, 4], 0.5), 2);
    assert.ok(Number.isNaN(percentile([], 0.5)));
  });
});
