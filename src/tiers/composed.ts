/**
 * Commands that span tiers. Tiers never import one another; what needs several is composed here and in the files beside
 * this one that are named composed_*.
 */
import { HoldfastError } from '../errors.js';
import { ordinalOf } from '../journal/position.js';
import type { Db } from '../store/db.js';
import type { Command, HandlersOf, Tx } from './command.js';
import { retryAfterMs } from './composed_guards.js';
import {
  composedOperationCommands,
  type GuardedBeginResult,
  type GuardedOperationCommands,
  type HoldHandlers,
  type OutcomeHandlers,
} from './composed_operations.js';
import { checkPreconditions, type PreconditionArgs, preconditionReads } from './composed_preconditions.js';
import type { GuardGate } from './guards/types.js';
import { type AnyHandlers, applyMutations, type MutationCall, type MutationOutcome } from './nested.js';
import type { BeginOperationArgs } from './operations/types.js';

export interface TransactArgs {
  readonly preconditions: readonly PreconditionArgs[];
  readonly mutations: readonly MutationCall[];
}

export type Sweep = (tx: Tx, limit: number) => number;

export interface ComposedCommands extends GuardedOperationCommands {
  /**
   * What time alone makes due. Run by the daemon, never by a client. Refused with LIMIT_EXCEEDED where what it calls for (an
   * alert rule of each session that ends) is too much for one revision: then the daemon asks for less at a time.
   */
  sweep: Command<{ readonly limit?: number }, { readonly swept: number }>;
  transact: Command<TransactArgs, { readonly results: readonly MutationOutcome[] }>;
}

/**
 * @param holds asks no guards; `tiers` and `inOutcome` do where the proto says so.
 * @param sweepers the part that each tier has in `sweep`; each changes at most `limit` things that call for alerts, at most
 *   1,000 of others, and says how many.
 */
export function composedCommands(
  db: Db,
  holds: HoldHandlers,
  tiers: AnyHandlers,
  inOutcome: OutcomeHandlers,
  gate: GuardGate,
  sweepers: readonly Sweep[],
): HandlersOf<ComposedCommands> {
  const operations = composedOperationCommands(db, holds, inOutcome, gate);
  const begin_operation = (tx: Tx, args: BeginOperationArgs): GuardedBeginResult =>
    requireStarted(tx, args.key, operations.begin_operation(tx, args));
  const inTransact: AnyHandlers = { ...tiers, ...operations, begin_operation };
  const reads = preconditionReads(db);
  return {
    ...operations,
    sweep: sweepInTurn(sweepers),
    transact: (tx, { preconditions, mutations }) => {
      checkPreconditions(reads, tx, preconditions);
      return { results: applyMutations(inTransact, tx, mutations, 'mutations') };
    },
  };
}

/** Things that call for alerts, ended in one step. */
export const MAX_SWEPT_AT_ONCE = 1000;
/** Entries after which a sweep leaves the rest to the next one: with those of one more step and their alerts it still fits. */
const ENOUGH_ENTRIES = 1000;

/** Each sweep begins with another step, so that none waits for ever behind one that always has much to do. */
function sweepInTurn(sweepers: readonly Sweep[]): HandlersOf<ComposedCommands>['sweep'] {
  let first = 0;
  return (tx, { limit = MAX_SWEPT_AT_ONCE }) => {
    let swept = 0;
    for (let step = 0; step < sweepers.length; step += 1) {
      swept += sweepers[(first + step) % sweepers.length]?.(tx, limit) ?? 0;
      if (ordinalOf(tx.next_position) >= ENOUGH_ENTRIES) break;
    }
    first = (first + 1) % sweepers.length;
    return { swept };
  };
}

/**
 * What a transaction does next assumes that the outside call is about to be made.
 * @throws HoldfastError WRONG_STATE, or the first denial's reason.
 */
function requireStarted(tx: Tx, key: string, result: GuardedBeginResult): GuardedBeginResult {
  const { outcome, denials } = result;
  if (outcome === 'STARTED') return result;
  const [denial] = denials;
  if (denial !== undefined) {
    const retry_after_ms = retryAfterMs(
      denials.map(({ retry_us }) => retry_us ?? null),
      tx.now_us,
    );
    throw new HoldfastError(denial.reason, denial.message, {
      metadata: { outcome, rule: denial.rule, ...denial.metadata },
      ...(retry_after_ms !== null && { retry_after_ms }),
    });
  }
  throw new HoldfastError('WRONG_STATE', `operation ${key} was not started: it is ${outcome}`, {
    field: 'key',
    metadata: { outcome },
  });
}
