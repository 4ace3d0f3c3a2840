/** Counters on a TestStore. */
import type { AddToCounterArgs } from '../../src/tiers/limits/types.js';
import type { RunOptions, TestStore } from '../support/executor.js';

export function adding(delta: string, more: Partial<AddToCounterArgs> = {}): AddToCounterArgs {
  return { name: 'c', delta, floor: null, ceiling: null, window_us: null, ...more };
}

export function add(
  store: TestStore,
  delta: string,
  more: Partial<AddToCounterArgs> = {},
  options: RunOptions = {},
) {
  return store.run('add_to_counter', adding(delta, more), options);
}
