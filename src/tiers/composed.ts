/**
 * Commands that span tiers. Tiers never import one another; what needs several is composed here and in the files beside
 * this one that are named composed_*.
 */
import { HoldfastError } from '../errors.js';
import type { Db } from '../store/db.js';
import type { Command, HandlersOf, Tx } from './command.js';
import { retryAfterMs } from './composed_guards.js';
import {
  composedOperationCommands,
  type GuardedBeginResult,
  type GuardedOperationCommands,
  type HoldHandlers,
} from './composed_operations.js';
import { checkPreconditions, type PreconditionArgs, preconditionReads } from './composed_preconditions.js';
import type { GuardGate } from './guards/types.js';
import { type AnyHandlers, applyMutations, type MutationCall, type MutationOutcome } from './nested.js';
import type { BeginOperationArgs } from './operations/types.js';

export interface TransactArgs {
  readonly preconditions: readonly PreconditionArgs[];
  readonly mutations: readonly MutationCall[];
}

export interface ComposedCommands extends GuardedOperationCommands {
  /** What time alone makes due. Run by the daemon, never by a client. */
  sweep: Command<Record<string, never>, { readonly swept: number }>;
  transact: Command<TransactArgs, { readonly results: readonly MutationOutcome[] }>;
}

/**
 * @param holds asks no guards; `tiers` does where the proto says so.
 * @param sweepers the part that each tier has in `sweep`; each changes at most 1,000 things and says how many.
 */
export function composedCommands(
  db: Db,
  holds: HoldHandlers,
  tiers: AnyHandlers,
  gate: GuardGate,
  sweepers: readonly ((tx: Tx) => number)[],
): HandlersOf<ComposedCommands> {
  const operations = composedOperationCommands(db, holds, tiers, gate);
  const begin_operation = (tx: Tx, args: BeginOperationArgs): GuardedBeginResult =>
    requireStarted(tx, args.key, operations.begin_operation(tx, args));
  const inTransact: AnyHandlers = { ...tiers, ...operations, begin_operation };
  const reads = preconditionReads(db);
  return {
    ...operations,
    sweep: (tx) => ({ swept: sweepers.reduce((swept, sweep) => swept + sweep(tx), 0) }),
    transact: (tx, { preconditions, mutations }) => {
      checkPreconditions(reads, tx, preconditions);
      return { results: applyMutations(inTransact, tx, mutations, 'mutations') };
    },
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
