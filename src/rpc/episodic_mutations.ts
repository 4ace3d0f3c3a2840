/** The mutations of service Episodic. */
import { parseAmount } from '../codec/amount.js';
import { HoldfastError, invalidField } from '../errors.js';
import type { EpisodeInput__Output } from '../gen/holdfast/v1/EpisodeInput.js';
import type { NamedAmount__Output } from '../gen/holdfast/v1/NamedAmount.js';
import type { EpisodeArgs } from '../tiers/episodic/commands.js';
import { packEpisode } from '../tiers/episodic/payload.js';
import { BUILT_IN_POLICY } from '../tiers/episodic/retention.js';
import * as check from './check.js';
import type { MutationSpecs } from './mutation.js';

const MAX_EPISODES = 1000;
const MAX_AMOUNTS = 16;
/** Longer than any id that episodeId makes. */
const MAX_ID_LENGTH = 128;
const MAX_COUNT = 10_000_000;
const DAY_MS = 24 * 3600 * 1000;

export const episodicMutations: MutationSpecs<'record_episodes' | 'attach_outcome' | 'set_retention'> = {
  record_episodes: {
    parse: ({ episodes }) => ({ episodes: parseEpisodes(episodes) }),
    reply: ({ episode_ids, removed }) => ({ episode_ids: [...episode_ids], removed: String(removed) }),
  },
  attach_outcome: {
    parse: (request) => ({
      episode_id: checkEpisodeId(request.episode_id),
      outcome: check.document(request.outcome, 'outcome'),
    }),
    reply: () => ({}),
  },
  set_retention: {
    parse: (request) => {
      const max_age_ms = check.optionalDuration(request.max_age, 'max_age', 1000, 3650 * DAY_MS);
      return {
        type: checkOptionalType(request.type),
        max_count: check.integer(request.max_count, 'max_count', 0, MAX_COUNT) || BUILT_IN_POLICY.max_count,
        max_age_us: max_age_ms === null ? BUILT_IN_POLICY.max_age_us : max_age_ms * 1000,
      };
    },
    reply: ({ removed }) => ({ removed: String(removed) }),
  },
};

/** A type, or empty where that means all of them or the default. */
export function checkOptionalType(type: string): string {
  return type === '' ? type : check.id(type, 'type');
}

export function checkEpisodeId(episode_id: string): string {
  return check.id(episode_id, 'episode_id', MAX_ID_LENGTH);
}

/** Checks the episodes of a request and packs each. On the path of every ingested episode. */
export function parseEpisodes(episodes: readonly EpisodeInput__Output[]): EpisodeArgs[] {
  return check
    .list(episodes, 'episodes', 1, MAX_EPISODES)
    .map((episode, index) => check.within(`episodes[${index}]`, () => parseEpisode(episode)));
}

function parseEpisode({ type, occurred_at, payload, amounts, outcome }: EpisodeInput__Output): EpisodeArgs {
  check.id(type, 'type');
  const occurred_at_us = check.optionalTimestamp(occurred_at, 'occurred_at');
  const packed_payload = check.documentOrEmpty(payload, 'payload');
  const named = amounts.length === 0 ? null : parseAmounts(amounts);
  const packed_outcome = check.optionalDocument(outcome, 'outcome');
  return [type, occurred_at_us, packEpisode(named, packed_outcome, packed_payload), packed_outcome !== null];
}

function parseAmounts(amounts: readonly NamedAmount__Output[]): Record<string, string> {
  check.list(amounts, 'amounts', 1, MAX_AMOUNTS);
  // Without a prototype, so that a name such as "constructor" is not there already.
  const named = Object.create(null) as Record<string, string>;
  for (const [index, { name, amount }] of amounts.entries()) {
    const at = `amounts[${index}]`;
    check.name(name, `${at}.name`, 64);
    if (named[name] !== undefined) throw invalidField(`${at}.name`, `${name} is there twice`);
    if (amount === '') throw required(`${at}.amount`);
    named[name] = parseAmount(amount, `${at}.amount`);
  }
  return named;
}

function required(field: string): HoldfastError {
  return new HoldfastError('FIELD_REQUIRED', `${field} is required`, { field });
}
