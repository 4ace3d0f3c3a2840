import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { mergeNewestFirst } from '../../src/tiers/ledger/merge.js';

/** A source over a list; its upper bound lies `slack` above its highest position. */
function source(positions: readonly number[], slack: number, seeks: { count: number }) {
  return {
    upper: Math.max(0, ...positions) + slack,
    atOrBelow: (at: number) => {
      seeks.count += 1;
      return [...positions].sort((a, b) => b - a).find((position) => position <= at);
    },
  };
}

describe('mergeNewestFirst', () => {
  it('gives what sorting everything gives', () => {
    const positions = fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { maxLength: 12 });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(positions, fc.nat({ max: 5 })), { maxLength: 6 }),
        fc.integer({ min: 0, max: 70 }),
        fc.integer({ min: 0, max: 70 }),
        fc.integer({ min: 0, max: 20 }),
        (lists, before, floor, limit) => {
          const expected = [...new Set(lists.flatMap(([list]) => list))]
            .filter((position) => position < before && position >= floor)
            .sort((a, b) => b - a)
            .slice(0, limit);
          const sources = lists.map(([list, slack]) => source(list, slack, { count: 0 }));
          assert.deepEqual(mergeNewestFirst(sources, before, floor, limit), expected);
        },
      ),
    );
  });

  it('does not seek in accounts that cannot hold one of the newest', () => {
    const seeks = { count: 0 };
    const sources = Array.from({ length: 1000 }, (_, n) => source([n * 10 + 1], 0, seeks));
    assert.deepEqual(mergeNewestFirst(sources, Number.MAX_SAFE_INTEGER, 0, 3), [9991, 9981, 9971]);
    assert.ok(seeks.count <= 8, `${seeks.count} seeks`);
  });
});
