import type { Unmirrored } from './quarantine.js';

/** What a round did. */
export interface Round {
  /** Everything up to here is in Redis. */
  mirrored_revision: number;
  is_rebuilding: boolean;
  /** Another daemon mirrors this database: nothing was written. */
  is_standby: boolean;
  /** There is more to do at once. */
  more: boolean;
  /** When what it mirrored was committed, Unix microseconds. */
  times_us: readonly number[];
  keys_written: number;
  keys_stale: number;
  keys_owned_elsewhere: number;
  rebuilds: number;
  messages_out: number;
  messages_too_old: number;
  messages_refused: number;
  /** Keys that Redis would not have written: given up until somebody changes them or the next refresh. Also what it forbids. */
  refused: Unmirrored[];
  /** What was left out for the first time. */
  unmirrored: readonly Unmirrored[];
}

/** A round that has done nothing yet. */
export function newRound(mirrored_revision: number): Round {
  return {
    mirrored_revision,
    is_rebuilding: false,
    is_standby: false,
    more: false,
    times_us: [],
    keys_written: 0,
    keys_stale: 0,
    keys_owned_elsewhere: 0,
    rebuilds: 0,
    messages_out: 0,
    messages_too_old: 0,
    messages_refused: 0,
    refused: [],
    unmirrored: [],
  };
}
