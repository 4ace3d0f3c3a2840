import type { Command } from '../command.js';

export interface AddToCounterArgs {
  readonly name: string;
  /** Canonical amounts. */
  readonly delta: string;
  readonly floor: string | null;
  readonly ceiling: string | null;
  /** Null = counts for ever. */
  readonly window_us: number | null;
}

export interface CounterRow {
  readonly name: string;
  /** Of the last entry that changed it. */
  readonly position: number;
  readonly value: string;
  readonly window_us: number | null;
  readonly began_us: number | null;
  readonly gone_us: number | null;
}

/** A counter as it stands at some instant. */
export interface CounterView {
  readonly name: string;
  readonly value: string;
  readonly window_us: number | null;
  readonly began_us: number | null;
  readonly revision: number;
}

export interface LimitCommands {
  add_to_counter: Command<AddToCounterArgs, { readonly counter: CounterView }>;
  /** The counter as it was. */
  reset_counter: Command<{ readonly name: string }, { readonly counter: CounterView }>;
}
