import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { packDocument, unpackDocument } from '../../src/codec/msgpack.js';
import { HoldfastError } from '../../src/errors.js';
import { readEpisodeId } from '../../src/tiers/episodic/episode_id.js';
import { TestStore } from '../support/executor.js';
import { counts, episode, listed } from './support.js';

function refuses(action: () => unknown, reason: string): void {
  assert.throws(action, (error) => error instanceof HoldfastError && error.reason === reason);
}

describe('episodes', () => {
  const store = new TestStore();
  after(() => store.close());
  const outcome = packDocument({ result: 'won' });
  const get = (episode_id: string) => {
    const key = readEpisodeId(episode_id);
    return store.reads.snapshot(0, ({ episodic }) => key && episodic.get('agent-1', key));
  };
  const recordOne = (args: ReturnType<typeof episode>): string => {
    const [episode_id = ''] = store.run('record_episodes', { episodes: [args] }).episode_ids;
    return episode_id;
  };

  it('are found by the id that recording them returned, also at the extremes of time', () => {
    store.run('set_retention', { type: 'far', max_count: 10, max_age_us: 2 ** 52 });
    for (const occurred_at_us of [undefined, store.now_us - 1, Number.MAX_SAFE_INTEGER, 0, -1]) {
      const given = occurred_at_us === undefined ? {} : { occurred_at_us };
      const row = get(recordOne(episode('far', { ...given, payload: { n: 1 } })));
      assert.equal(row?.occurred_at_us, occurred_at_us ?? store.now_us);
      assert.deepEqual(unpackDocument(row.payload), { payload: { n: 1 } });
    }
  });

  it('get an outcome once', () => {
    const episode_id = recordOne(episode('trade'));
    assert.equal(get(episode_id)?.outcome_at_us, null);
    store.now_us += 5;
    store.run('attach_outcome', { episode_id, outcome });
    const row = get(episode_id);
    assert.equal(row?.outcome_at_us, store.now_us);
    assert.deepEqual(unpackDocument(row.outcome ?? new Uint8Array()), { result: 'won' });
    refuses(() => store.run('attach_outcome', { episode_id, outcome }), 'WRONG_STATE');
    const decided = recordOne(episode('trade', { outcome: 'lost' }));
    refuses(() => store.run('attach_outcome', { episode_id: decided, outcome }), 'WRONG_STATE');
  });

  it("have no outcome attached when they are not there, or are somebody else's", () => {
    const episode_id = recordOne(episode('trade'));
    for (const unknown of [`${episode_id}x`, episode_id.replace('ep-0', 'ep-1'), 'nonsense']) {
      refuses(() => store.run('attach_outcome', { episode_id: unknown, outcome }), 'NOT_FOUND');
    }
    refuses(() => store.run('attach_outcome', { episode_id, outcome }, { agent_id: 'agent-2' }), 'NOT_FOUND');
  });

  it('are journaled under their ids, and their outcomes too', () => {
    const from = store.executor.head.revision;
    const episode_id = recordOne(episode('trade', { payload: 'p', amounts: { pnl: '1' } }));
    store.run('attach_outcome', { episode_id, outcome });
    const page = store.reads.entriesAfter(from, { kind_prefixes: ['episode.'], key_prefix: '' }, true);
    assert.deepEqual(
      page.entries.map(({ kind, key, payload }) => [kind, key, payload && unpackDocument(payload)]),
      [
        ['episode.recorded', episode_id, { amounts: { pnl: '1' }, payload: 'p' }],
        ['episode.outcome', episode_id, { outcome: { result: 'won' } }],
      ],
    );
  });

  it('leave a journal that verifies after retention has removed them', () => {
    store.run('ingest_episodes', { episodes: Array.from({ length: 700 }, () => episode('many')) });
    assert.equal(counts(store).get('many'), 500);
    assert.deepEqual(store.scans.verify({ skip_integrity_check: false }, () => {}).findings, []);
  });

  it('see one transaction as a whole', () => {
    const record = (type: string) => ({
      name: 'record_episodes',
      agent_id: 'agent-1',
      args: { episodes: [episode(type)] },
    });
    const wrong = { name: 'attach_outcome', agent_id: 'agent-1', args: { episode_id: 'none', outcome } };
    refuses(
      () => store.run('transact', { preconditions: [], mutations: [record('whole'), wrong] }),
      'NOT_FOUND',
    );
    assert.equal(counts(store).has('whole'), false);
    store.run('transact', { preconditions: [], mutations: [record('whole'), record('whole')] });
    assert.equal(listed(store, { type: 'whole' }).length, 2);
    assert.equal(counts(store).get('whole'), 2);
  });
});

describe('types of episodes', () => {
  const store = new TestStore();
  after(() => store.close());
  const types = Array.from({ length: 1000 }, (_, n) => `type-${n}`);
  const recordAll = (of: readonly string[]) =>
    store.run('ingest_episodes', { episodes: of.map((type) => episode(type)) });

  it('are limited to 1,000 an agent, and come free when nothing is left of one', () => {
    store.run('set_retention', { type: '', max_count: 10, max_age_us: 1_000_000 });
    recordAll(types);
    refuses(() => recordAll(['type-1', 'one-more']), 'TOO_MANY');
    refuses(() => store.run('set_retention', { type: 'one-more', max_count: 1, max_age_us: 1 }), 'TOO_MANY');
    assert.equal(listed(store).length, 1000);
    store.now_us += 2_000_000;
    store.run('sweep', {}, { agent_id: '_system', request_id: '' });
    store.run('sweep', {}, { agent_id: '_system', request_id: '' });
    recordAll(['one-more']);
    assert.deepEqual([...counts(store)], [['one-more', 1]]);
  });
});
