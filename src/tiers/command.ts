/**
 * What a command is. A command changes a tier's tables inside the writer's transaction and records what it did in the
 * journal. It is synchronous and deterministic: the time and the ids come from `tx`, there is no I/O, no clock and no
 * randomness. It throws HoldfastError to refuse; its savepoint is then rolled back and nothing of it remains.
 */
import type { DocObject } from '../codec/value.js';
import type { Derived } from './derived.js';

/** One command's view of the open transaction. */
export interface Tx {
  /** The agent that the command acts for. */
  readonly agent_id: string;
  /** Unix time in microseconds; never below that of an earlier revision. */
  readonly now_us: number;
  /** The revision that the command's entries carry. Every command of a Transact shares it. */
  readonly revision: number;
  /** The highest epoch known for the agent. */
  readonly epoch: number;
  /** The caller named that epoch, so it is the process that holds the agent; always false for another agent. */
  readonly is_fenced: boolean;
  /**
   * Whose credential the request came with, by its id (access/principal.ts); empty for what the daemon does itself, and where
   * no mutation of the request is one of which the journal says it (`is_attributed` in rpc/access_table.ts).
   */
  readonly principal: string;
  /**
   * Appends to the journal. `stored: 'tier'` means that the caller puts `bytes` into a row of its own that the tier's
   * payload loader finds by position; 'journal' keeps them in the journal. A payload given as bytes must already be a
   * packed document.
   */
  emit(kind: string, key: string, payload: DocObject | Uint8Array, stored: 'journal' | 'tier'): Emitted;
  /** The position that the next `emit` will take, for ids that must be inside the payload. */
  readonly next_position: number;
  /** Token counts and vectors that were worked out before the command was queued. */
  readonly derived: Derived;
  /** The same transaction on behalf of another agent, for the mutations of a Transact. */
  as(agent_id: string): Tx;
  /**
   * Runs a part of the command that may be undone alone: when it throws, all it did is rolled back, entries included, and
   * the error goes on to the caller, who may catch a HoldfastError and do something else instead.
   */
  savepoint<T>(part: () => T): T;
}

/**
 * What an entry says of who asked for it, to be spread into its payload. A name in a request is what somebody wrote; this is
 * what the daemon knows.
 */
export function attribution({ principal }: Tx): { readonly principal?: string } {
  return principal === '' ? {} : { principal };
}

export interface Emitted {
  readonly position: number;
  /** The payload as stored: canonical MessagePack. */
  readonly bytes: Uint8Array;
}

export interface Command<Args, Result> {
  readonly args: Args;
  readonly result: Result;
}

/** The handlers of a map of commands, by name. */
export type HandlersOf<Map> = {
  readonly [Name in keyof Map]: Map[Name] extends Command<infer Args, infer Result>
    ? (tx: Tx, args: Args) => Result
    : never;
};

/** An id for something that the entry at this position makes: sorts in the order of revisions. */
export function idAt(prefix: string, position: number): string {
  return `${prefix}-${position.toString(36).padStart(11, '0')}`;
}

/** The position inside an id made by idAt; undefined when it is not one. */
export function positionInId(prefix: string, id: string): number | undefined {
  if (!id.startsWith(`${prefix}-`)) return undefined;
  const digits = id.slice(prefix.length + 1);
  if (!/^[0-9a-z]{11}$/.test(digits)) return undefined;
  const position = Number.parseInt(digits, 36);
  return Number.isSafeInteger(position) ? position : undefined;
}
