import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { sumText } from '../../src/codec/amount.js';
import { TestStore } from '../support/executor.js';
import { episode, listed } from './support.js';

const POLICY = { type: '', max_count: 10_000, max_age_us: 2 ** 52 };
const TYPES = ['a', 'a-b', 'b'];
/** Few instants, so that many episodes share one. */
const anInstant = fc.integer({ min: -5, max: 5 });
const anAmount = fc
  .tuple(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), fc.stringMatching(/^\d{0,17}[1-9]$/))
  .map(([whole, fraction]) => `${whole}.${fraction}`.replace(/^-0\./, '0.'));
/** Windows that are seldom empty. */
const aSince = fc.integer({ min: -6, max: 0 });
const anUntil = fc.integer({ min: 1, max: 6 });
const someEpisodes = fc.array(
  fc.record({
    type: fc.constantFrom(...TYPES),
    occurred_at_us: anInstant,
    amounts: fc.dictionary(fc.constantFrom('pnl', 'fee', 'size'), anAmount, { noNullPrototype: true }),
    with_outcome: fc.boolean(),
  }),
  { minLength: 1, maxLength: 60 },
);

function filled(
  episodes: readonly {
    type: string;
    occurred_at_us: number;
    amounts: Record<string, string>;
    with_outcome: boolean;
  }[],
): TestStore {
  const store = new TestStore();
  store.now_us = 10;
  store.run('set_retention', POLICY);
  store.run('set_retention', POLICY, { agent_id: 'agent-2' });
  // Somebody else's episodes must never be seen.
  store.run(
    'ingest_episodes',
    { episodes: [episode('a', { amounts: { pnl: '1' } })] },
    { agent_id: 'agent-2' },
  );
  // In two commands, so that positions differ by more than an ordinal.
  const half = Math.ceil(episodes.length / 2);
  for (const part of [episodes.slice(0, half), episodes.slice(half)]) {
    if (part.length === 0) continue;
    store.run('ingest_episodes', {
      episodes: part.map(({ type, with_outcome, ...rest }) =>
        episode(type, { ...rest, ...(with_outcome && { outcome: 'won' }) }),
      ),
    });
  }
  return store;
}

describe('listing and summing up', () => {
  it('lists what the filter lets through, newest first, whole however it is paged', () => {
    fc.assert(
      fc.property(
        someEpisodes,
        fc.constantFrom('', '', '', 'c', ...TYPES),
        aSince,
        anUntil,
        fc.integer({ min: 1, max: 20 }),
        (episodes, type, since_us, until_us, page_size) => {
          const store = filled(episodes);
          try {
            const expected = episodes
              .map((each, serial) => ({ ...each, serial }))
              .filter((each) => type === '' || each.type === type)
              .filter(({ occurred_at_us }) => occurred_at_us >= since_us && occurred_at_us < until_us)
              .sort((x, y) => y.occurred_at_us - x.occurred_at_us || y.serial - x.serial)
              .map((each) => [each.type, each.occurred_at_us]);
            const seen: unknown[] = [];
            let before = { occurred_at_us: until_us, position: -1 };
            for (;;) {
              const page = listed(store, { type, since_us, before }).slice(0, page_size);
              seen.push(...page.map((row) => [row.type, row.occurred_at_us]));
              const last = page.at(-1);
              if (last === undefined) break;
              before = last;
            }
            assert.deepEqual(seen, expected);
          } finally {
            store.close();
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  it('sums the whole window exactly', () => {
    fc.assert(
      fc.property(
        someEpisodes,
        fc.constantFrom('', ...TYPES),
        aSince,
        anUntil,
        (episodes, type, since_us, until_us) => {
          const store = filled(episodes);
          try {
            const args = { agent_id: 'agent-1', type, since_us, until_us };
            const summary = store.scans.summarize_episodes(args, () => {});
            const window = episodes
              .filter((each) => type === '' || each.type === type)
              .filter(({ occurred_at_us }) => occurred_at_us >= since_us && occurred_at_us < until_us);
            const sums = (of: typeof window) =>
              ['fee', 'pnl', 'size']
                .map((name) => ({ name, amounts: of.flatMap(({ amounts }) => amounts[name] ?? []) }))
                .filter(({ amounts }) => amounts.length > 0)
                .map(({ name, amounts }) => ({ name, sum: sumText(amounts), count: amounts.length }));
            const types = TYPES.map((each) => ({ each, of: window.filter((one) => one.type === each) }))
              .filter(({ of }) => of.length > 0)
              .map(({ each, of }) => ({
                type: each,
                count: of.length,
                first_at_us: Math.min(...of.map(({ occurred_at_us }) => occurred_at_us)),
                last_at_us: Math.max(...of.map(({ occurred_at_us }) => occurred_at_us)),
                with_outcome: of.filter(({ with_outcome }) => with_outcome).length,
                amounts: sums(of),
              }));
            assert.deepEqual(summary, {
              revision: store.executor.head.revision,
              types,
              amounts: sums(window),
            });
          } finally {
            store.close();
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  it('sums beyond 38 digits, which no single amount has', () => {
    const store = new TestStore();
    try {
      const most = '9'.repeat(38);
      const record = (pnl: string) =>
        store.run('ingest_episodes', { episodes: [episode('t', { amounts: { pnl } })] });
      const window = { since_us: 0, until_us: 2 ** 53 };
      const summarize = () =>
        store.scans.summarize_episodes({ agent_id: 'agent-1', type: '', ...window }, () => {});
      record(most);
      record(most);
      assert.equal(summarize().amounts[0]?.sum, `1${'9'.repeat(37)}8`);
      record(`-${most}`);
      assert.equal(summarize().amounts[0]?.sum, most);
    } finally {
      store.close();
    }
  });
});
