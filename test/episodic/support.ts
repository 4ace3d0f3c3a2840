import { packDocument } from '../../src/codec/msgpack.js';
import type { DocValue } from '../../src/codec/value.js';
import type { EpisodeArgs } from '../../src/tiers/episodic/commands.js';
import { packEpisode } from '../../src/tiers/episodic/payload.js';
import type { EpisodeFilter, EpisodeRow } from '../../src/tiers/episodic/queries.js';
import type { TestStore } from '../support/executor.js';

export interface EpisodeGiven {
  readonly occurred_at_us?: number;
  readonly payload?: DocValue;
  readonly amounts?: Readonly<Record<string, string>>;
  readonly outcome?: DocValue;
}

/** An episode as the rpc layer hands it to the writer. */
export function episode(type: string, given: EpisodeGiven = {}): EpisodeArgs {
  const { occurred_at_us, payload, amounts, outcome } = given;
  const packed_outcome = outcome === undefined ? null : packDocument(outcome);
  const bytes = packEpisode(amounts ?? null, packed_outcome, packDocument(payload ?? {}));
  return [type, occurred_at_us ?? null, bytes, packed_outcome !== null];
}

/** All episodes that a filter lets through, newest first. */
export function listed(store: TestStore, filter: Partial<EpisodeFilter> = {}): EpisodeRow[] {
  const all: EpisodeFilter = {
    agent_id: 'agent-1',
    type: '',
    since_us: Number.MIN_SAFE_INTEGER,
    before: { occurred_at_us: Number.MAX_SAFE_INTEGER + 1, position: -1 },
  };
  return store.reads.snapshot(0, ({ episodic }) => [...episodic.newestFirst({ ...all, ...filter })]);
}

/** What the counter rows say, by type. */
export function counts(store: TestStore): Map<string, number> {
  const rows = store.db
    .prepare<[], { type: string; count: number }>(
      `SELECT type, count FROM episode_types WHERE type > '' AND count > 0 ORDER BY type`,
    )
    .all();
  return new Map(rows.map(({ type, count }) => [type, count]));
}
