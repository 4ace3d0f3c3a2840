/** Mutations inside another command: what Transact and the outcome of an operation apply. */
import { HoldfastError } from '../errors.js';
import type { Tx } from './command.js';

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

/** Every mutation that a command's arguments carry, however deep: a Transact's, and those of each outcome that it tells. */
export function mutationsIn(args: unknown): readonly MutationCall[] {
  const { mutations, happened } = args as {
    readonly mutations?: readonly MutationCall[];
    readonly happened?: { readonly mutations: readonly MutationCall[] } | null;
  };
  const inside = mutations ?? happened?.mutations ?? [];
  return inside.flatMap((call) => [call, ...mutationsIn(call.args)]);
}

export type AnyHandlers = Readonly<Record<string, (tx: Tx, args: never) => unknown>>;

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
    const result = at(`${field}[${index}].${name}`, () => handler(tx.as(agent_id), args as never));
    return { name, result };
  });
}

/** Runs a part of a command; what refuses it names the place of the part. */
export function at<T>(place: string, part: () => T): T {
  try {
    return part();
  } catch (error) {
    if (!(error instanceof HoldfastError)) throw error;
    const field = error.details.field === undefined ? place : `${place}.${error.details.field}`;
    throw new HoldfastError(error.reason, `${place}: ${error.message}`, { ...error.details, field });
  }
}
