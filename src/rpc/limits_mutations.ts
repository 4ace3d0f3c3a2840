/** The mutations of service Limits: their requests checked, their replies shaped. */
import { compareAmounts, isZeroAmount, parseAmount } from '../codec/amount.js';
import { usToDuration, usToTimestamp } from '../codec/time.js';
import { HoldfastError, invalidField } from '../errors.js';
import type { AddToCounterRequest__Output } from '../gen/holdfast/v1/AddToCounterRequest.js';
import type { Counter } from '../gen/holdfast/v1/Counter.js';
import type { AddToCounterArgs, CounterView } from '../tiers/limits/types.js';
import * as check from './check.js';
import type { MutationSpecs } from './mutation.js';

const MIN_WINDOW_MS = 1000;
const MAX_WINDOW_MS = 366 * 24 * 3600 * 1000;

export const limitMutations: MutationSpecs<'add_to_counter' | 'reset_counter'> = {
  add_to_counter: {
    parse: parseAdd,
    reply: ({ counter }) => ({ counter: toCounter(counter) }),
  },
  reset_counter: {
    parse: (request) => ({ name: check.name(request.name, 'name') }),
    reply: ({ counter }) => ({ counter: toCounter(counter) }),
  },
};

function parseAdd(request: AddToCounterRequest__Output): AddToCounterArgs {
  const name = check.withoutSecret(check.name(request.name, 'name'), 'name');
  if (request.delta === '')
    throw new HoldfastError('FIELD_REQUIRED', 'delta is required', { field: 'delta' });
  const delta = parseAmount(request.delta, 'delta');
  if (isZeroAmount(delta)) throw invalidField('delta', 'must not be zero');
  const floor = request.floor === '' ? null : parseAmount(request.floor, 'floor');
  const ceiling = request.ceiling === '' ? null : parseAmount(request.ceiling, 'ceiling');
  if (floor !== null && ceiling !== null && compareAmounts(floor, ceiling) > 0)
    throw invalidField('floor', 'must not be above the ceiling');
  const window_ms = check.optionalDuration(request.window, 'window', MIN_WINDOW_MS, MAX_WINDOW_MS);
  return { name, delta, floor, ceiling, window_us: window_ms === null ? null : window_ms * 1000 };
}

export function toCounter({ name, value, window_us, began_us, revision }: CounterView): Counter {
  return {
    name,
    value,
    ...(window_us !== null &&
      began_us !== null && {
        window: usToDuration(window_us),
        window_began_at: usToTimestamp(began_us),
        resets_at: usToTimestamp(began_us + window_us),
      }),
    revision: String(revision),
  };
}
