/** The mutations of service Working: their requests checked, their replies shaped. */
import { HoldfastError, invalidField } from '../errors.js';
import type { PutSlotRequest__Output } from '../gen/holdfast/v1/PutSlotRequest.js';
import { slotFacts } from '../tiers/working/commands.js';
import type { PutSlotArgs } from '../tiers/working/types.js';
import * as check from './check.js';
import type { MutationSpecs } from './mutation.js';
import { parseLive } from './working_live.js';

export const MAX_TEXT_BYTES = 1_048_576;
const DEFAULT_PRIORITY = 5;
const MAX_PRIORITY = 10;
const MIN_TTL_MS = 1000;
const MAX_TTL_MS = 3650 * 24 * 3600 * 1000;

export const workingMutations: MutationSpecs<'put_slot' | 'delete_slot'> = {
  put_slot: {
    parse: (request): PutSlotArgs => ({
      key: check.plainId(request.key, 'key'),
      ...parseSource(request),
      priority: check.integer(request.priority ?? DEFAULT_PRIORITY, 'priority', 0, MAX_PRIORITY),
      pinned: request.pinned,
      ttl_ms: check.optionalDuration(request.ttl, 'ttl', MIN_TTL_MS, MAX_TTL_MS),
      expected_version: expectedVersion(request.expected_version, 0),
    }),
    facts: slotFacts,
    reply: ({ version, tokens }) => ({ version: String(version), tokens }),
  },
  delete_slot: {
    parse: (request) => ({
      key: check.id(request.key, 'key'),
      expected_version: expectedVersion(request.expected_version, 1),
    }),
    reply: () => ({}),
  },
};

function parseSource(request: PutSlotRequest__Output): Pick<PutSlotArgs, 'content' | 'live'> {
  switch (request.source) {
    case 'content':
      return { content: check.text(request.content ?? '', 'content', MAX_TEXT_BYTES), live: null };
    case 'live':
      return { content: null, live: check.within('live', () => parseLive(request.live)) };
    default:
      throw new HoldfastError('FIELD_REQUIRED', 'content: content or live is required', { field: 'content' });
  }
}

function expectedVersion(value: string | undefined, least: 0 | 1): number | null {
  if (value === undefined) return null;
  const version = check.counter(value, 'expected_version');
  if (version < least) throw invalidField('expected_version', 'must not be 0: the slot must exist');
  return version;
}
