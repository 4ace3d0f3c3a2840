import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { packDocument } from '../../src/codec/msgpack.js';
import { episodeId, readEpisodeId } from '../../src/tiers/episodic/episode_id.js';
import { amountsOf, packEpisode, unpackEpisode } from '../../src/tiers/episodic/payload.js';
import { documents } from '../codec/arbitrary.js';

const TYPE = /^[A-Za-z0-9][A-Za-z0-9._:-]{0,63}$/;

describe('ids of episodes', () => {
  it('give back the key that they were made of', () => {
    fc.assert(
      fc.property(
        fc.maxSafeNat(),
        fc.maxSafeInteger(),
        fc.stringMatching(TYPE),
        (position, occurred_at_us, type) => {
          const id = episodeId(position, occurred_at_us + 0, type);
          assert.deepEqual(readEpisodeId(id), { position, occurred_at_us: occurred_at_us + 0, type });
        },
      ),
    );
  });

  it('reads the extremes of time', () => {
    for (const occurred_at_us of [Number.MIN_SAFE_INTEGER, -1, 0, Number.MAX_SAFE_INTEGER]) {
      assert.equal(readEpisodeId(episodeId(1, occurred_at_us, 'a-1-b'))?.occurred_at_us, occurred_at_us);
    }
  });

  it('takes no second spelling of a key, and nothing else', () => {
    const id = episodeId(7, 5, 'trade');
    assert.ok(readEpisodeId(id));
    for (const other of [
      '',
      'trade',
      id.replace('-5-', '-05-'),
      id.replace('-5-', '--0-'),
      id.replace('ep-', 'op-'),
      id.replace('-5-trade', '-5-'),
      id.replace('ep-0', 'ep-Z'),
      'ep-zzzzzzzzzzz-5-trade',
    ]) {
      assert.equal(readEpisodeId(other), undefined, other);
    }
  });
});

describe('packed episodes', () => {
  const amounts = fc.dictionary(fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._:/-]{0,9}$/), fc.constant('1.5'), {
    maxKeys: 16,
    noNullPrototype: true,
  });

  it('are what packing the whole document would give', () => {
    fc.assert(
      fc.property(
        fc.option(amounts),
        fc.option(documents, { nil: undefined }),
        documents,
        (named, outcome, payload) => {
          const bytes = packEpisode(
            named,
            outcome === undefined ? null : packDocument(outcome),
            packDocument(payload),
          );
          const whole = {
            ...(named !== null && { amounts: named }),
            ...(outcome !== undefined && { outcome }),
            payload,
          };
          assert.deepEqual(Buffer.from(bytes), Buffer.from(packDocument(whole)));
          assert.deepEqual({ ...amountsOf(bytes) }, { ...unpackEpisode(bytes).amounts });
          assert.deepEqual(Object.keys(amountsOf(bytes)).sort(), Object.keys(named ?? {}).sort());
        },
      ),
    );
  });
});
