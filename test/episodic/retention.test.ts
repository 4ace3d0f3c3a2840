/** Retention against a model: a list of what should be kept, by the rules as the proto states them. */
import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import fc from 'fast-check';
import { BUILT_IN_POLICY } from '../../src/tiers/episodic/retention.js';
import { TestStore } from '../support/executor.js';
import { counts, episode, listed } from './support.js';

const SECOND_US = 1_000_000;
const TYPES = ['a', 'b', 'c-1'];

interface Policy {
  readonly max_count: number;
  readonly max_age_us: number;
}

type Step =
  | { readonly kind: 'record'; readonly episodes: readonly (readonly [type: string, age_s: number | null])[] }
  | { readonly kind: 'policy'; readonly type: string; readonly policy: Policy }
  | { readonly kind: 'wait'; readonly span_s: number }
  | { readonly kind: 'sweep' };

const aType = fc.constantFrom(...TYPES);
const aStep: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('record' as const),
      episodes: fc.array(fc.tuple(aType, fc.option(fc.integer({ min: -20, max: 60 }), { freq: 4 })), {
        minLength: 1,
        maxLength: 12,
      }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('policy' as const),
      type: fc.constantFrom('', ...TYPES),
      policy: fc.record({
        max_count: fc.integer({ min: 1, max: 12 }),
        max_age_us: fc.integer({ min: 1, max: 50 }).map((age_s) => age_s * SECOND_US),
      }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('wait' as const), span_s: fc.integer({ min: 1, max: 30 }) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('sweep' as const) }) },
);

/** What is kept of each type: times, oldest first, those of one instant in the order of recording. */
class Model {
  readonly kept = new Map<string, { readonly at_us: number; readonly serial: number }[]>();
  readonly policies = new Map<string, Policy>();
  #serial = 0;

  add(type: string, at_us: number): void {
    const list = this.kept.get(type) ?? [];
    list.push({ at_us, serial: this.#serial++ });
    this.kept.set(type, list);
  }

  /** Applies the policy of some types; with `age_only` the count is left alone. Returns how many went. */
  apply(types: Iterable<string>, now_us: number, age_only = false): number {
    let removed = 0;
    for (const type of new Set(types)) {
      const { max_count, max_age_us } = this.policies.get(type) ?? this.policies.get('') ?? BUILT_IN_POLICY;
      const before = this.kept.get(type) ?? [];
      const young = before
        .filter(({ at_us }) => at_us >= now_us - max_age_us)
        .sort((x, y) => x.at_us - y.at_us || x.serial - y.serial);
      const kept = age_only ? young : young.slice(Math.max(young.length - max_count, 0));
      this.kept.set(type, kept);
      removed += before.length - kept.length;
    }
    return removed;
  }
}

function play(store: TestStore, model: Model, step: Step): void {
  const { now_us } = store;
  switch (step.kind) {
    case 'wait':
      store.now_us += step.span_s * SECOND_US;
      return;
    case 'sweep': {
      const { swept } = store.run('sweep', {}, { agent_id: '_system', request_id: '' });
      assert.equal(swept, model.apply([...model.kept.keys()], now_us, true));
      return;
    }
    case 'policy': {
      const { removed } = store.run('set_retention', { type: step.type, ...step.policy });
      model.policies.set(step.type, step.policy);
      const types = step.type !== '' ? [step.type] : TYPES.filter((type) => !model.policies.has(type));
      assert.equal(removed, model.apply(types, now_us));
      return;
    }
    case 'record': {
      const episodes = step.episodes.map(([type, age_s]) =>
        age_s === null ? episode(type) : episode(type, { occurred_at_us: now_us - age_s * SECOND_US }),
      );
      for (const [type, age_s] of step.episodes) model.add(type, now_us - (age_s ?? 0) * SECOND_US);
      const { removed } = store.run('ingest_episodes', { episodes });
      assert.equal(
        removed,
        model.apply(
          step.episodes.map(([type]) => type),
          now_us,
        ),
      );
    }
  }
}

describe('retention', () => {
  it('keeps what the model keeps, whatever is recorded and however policies change', () => {
    fc.assert(
      fc.property(fc.array(aStep, { minLength: 1, maxLength: 25 }), (steps) => {
        const store = new TestStore();
        try {
          const model = new Model();
          for (const step of steps) {
            play(store, model, step);
            for (const type of TYPES) {
              const times = listed(store, { type }).map(({ occurred_at_us }) => occurred_at_us);
              assert.deepEqual(
                times.reverse(),
                (model.kept.get(type) ?? []).map(({ at_us }) => at_us),
              );
              assert.equal(counts(store).get(type) ?? 0, times.length);
            }
          }
          const report = store.scans.verify({ skip_integrity_check: true }, () => {});
          assert.deepEqual(report.findings, []);
        } finally {
          store.close();
        }
      }),
      { numRuns: 40 },
    );
  });

  describe('without a policy', () => {
    const store = new TestStore();
    after(() => store.close());

    it('keeps 500 of a type for 7 days', () => {
      const week_us = 7 * 24 * 3600 * SECOND_US;
      const episodes = Array.from({ length: 600 }, (_, n) =>
        episode('trade', { occurred_at_us: store.now_us - n }),
      );
      assert.equal(store.run('record_episodes', { episodes }).removed, 100);
      const kept = listed(store);
      assert.equal(kept.length, 500);
      assert.equal(kept.at(-1)?.occurred_at_us, store.now_us - 499);
      store.now_us += week_us - 99;
      const { removed } = store.run('record_episodes', { episodes: [episode('trade')] });
      assert.equal(removed, 400);
      assert.equal(listed(store).length, 101);
    });

    it('removes at once what occurred too long ago, and says so', () => {
      const old = episode('candle', { occurred_at_us: store.now_us - 8 * 24 * 3600 * SECOND_US });
      const { episode_ids, removed } = store.run('record_episodes', { episodes: [old, episode('candle')] });
      assert.equal(episode_ids.length, 2);
      assert.equal(removed, 1);
      assert.equal(listed(store, { type: 'candle' }).length, 1);
    });
  });

  it('sweeps a bounded number at a time and goes on where it stopped', () => {
    const store = new TestStore();
    try {
      store.run('set_retention', { type: '', max_count: 10_000, max_age_us: SECOND_US });
      for (const type of ['x', 'y', 'z']) {
        const episodes = Array.from({ length: 1000 }, () => episode(type));
        store.run('ingest_episodes', { episodes });
      }
      store.now_us += 2 * SECOND_US;
      const sweep = () => store.run('sweep', {}, { agent_id: '_system', request_id: '' }).swept;
      const revision = store.executor.head.revision;
      assert.deepEqual([sweep(), sweep(), sweep(), sweep()], [1000, 1000, 1000, 0]);
      assert.deepEqual(listed(store), []);
      assert.equal(store.executor.head.revision, revision, 'removals are not journaled');
    } finally {
      store.close();
    }
  });

  it('changes nothing when a policy is set again', () => {
    const store = new TestStore();
    try {
      const policy = { type: 'trade', max_count: 5, max_age_us: SECOND_US };
      const first = store.run('set_retention', policy);
      assert.equal(store.run('set_retention', policy).revision, first.revision);
      assert.equal(store.run('set_retention', { ...policy, max_count: 6 }).revision, first.revision + 1);
    } finally {
      store.close();
    }
  });
});
