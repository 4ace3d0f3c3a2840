/**
 * Commands that span tiers. Tiers never import one another; what needs several is composed here, in one visible place.
 */
import { HoldfastError } from '../errors.js';
import type { Command, HandlersOf, Tx } from './command.js';

/** A mutation inside another command. */
export interface MutationCall {
  readonly name: string;
  readonly agent_id: string;
  readonly args: unknown;
}

export interface MutationOutcome {
  readonly name: string;
  readonly result: unknown;
}

export interface TransactArgs {
  readonly mutations: readonly MutationCall[];
}

export interface ComposedCommands {
  /** What time alone makes due. Run by the daemon, never by a client. */
  sweep: Command<Record<string, never>, { readonly swept: number }>;
  transact: Command<TransactArgs, { readonly results: readonly MutationOutcome[] }>;
}

type AnyHandlers = Readonly<Record<string, (tx: Tx, args: never) => unknown>>;

/** Applies mutations in order; the first refusal names its place and undoes all, since the savepoint is the caller's. */
export function applyMutations(
  handlers: AnyHandlers,
  tx: Tx,
  mutations: readonly MutationCall[],
  field: string,
): MutationOutcome[] {
  return mutations.map(({ name, agent_id, args }, index) => {
    const handler = handlers[name];
    if (handler === undefined) throw new Error(`no handler for mutation ${name}`);
    try {
      return { name, result: handler(tx.as(agent_id), args as never) };
    } catch (error) {
      throw error instanceof HoldfastError ? at(`${field}[${index}].${name}`, error) : error;
    }
  });
}

function at(place: string, error: HoldfastError): HoldfastError {
  const field = error.details.field === undefined ? place : `${place}.${error.details.field}`;
  return new HoldfastError(error.reason, `${place}: ${error.message}`, { ...error.details, field });
}

export function composedCommands(
  tiers: AnyHandlers,
  sweepers: readonly ((tx: Tx) => number)[],
): HandlersOf<ComposedCommands> {
  return {
    sweep: (tx) => ({ swept: sweepers.reduce((swept, sweep) => swept + sweep(tx), 0) }),
    transact: (tx, { mutations }) => ({ results: applyMutations(tiers, tx, mutations, 'mutations') }),
  };
}
