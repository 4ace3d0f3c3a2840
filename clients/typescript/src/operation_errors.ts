/** What executeOnce throws besides HoldfastError. */
import type { Denial__Output } from './gen/holdfast/v1/Denial.js';
import type { Operation__Output } from './gen/holdfast/v1/Operation.js';

/**
 * Thrown by the function given to executeOnce when the effect certainly did not happen, such as an order the exchange
 * refused: the holds are released and the operation may be begun again. A timeout is not certain. Each counts for one
 * attempt, so make a new one each time: one that has come out of an executeOnce says nothing about an outer one.
 */
export class DefinitelyDidNotHappen extends Error {
  override readonly name = 'DefinitelyDidNotHappen';
}

const spent = new WeakSet<DefinitelyDidNotHappen>();

/** True when fn threw this about its own attempt, and it has not come out of another executeOnce. */
export function isOwnFailure(error: unknown): error is DefinitelyDidNotHappen {
  return error instanceof DefinitelyDidNotHappen && !spent.has(error);
}

/** What leaves an executeOnce no longer counts: the function of an outer one may have sent something before. */
export function spend(error: unknown): void {
  if (error instanceof DefinitelyDidNotHappen) spent.add(error);
}

/** Refused before it began; nothing was held. */
export class OperationDeniedError extends Error {
  override readonly name = 'OperationDeniedError';
  readonly denials: readonly Denial__Output[];

  constructor(denials: readonly Denial__Output[]) {
    super(`the operation was denied: ${denials.map((one) => `${one.rule}: ${one.message}`).join('; ')}`);
    this.denials = denials;
  }
}

/** Somebody else holds the lease, until operation.lease_expires_at. */
export class OperationInFlightError extends Error {
  override readonly name = 'OperationInFlightError';
  readonly operation: Operation__Output;

  constructor(operation: Operation__Output) {
    super(`operation ${operation.key} is in flight`);
    this.operation = operation;
  }
}

/** A lease ended without an outcome: reconcile with the outside, by operation.client_order_id, before anything else. */
export class OperationUnknownError extends Error {
  override readonly name = 'OperationUnknownError';
  readonly operation: Operation__Output;

  constructor(operation: Operation__Output) {
    super(`operation ${operation.key} has an unknown outcome and must be reconciled`);
    this.operation = operation;
  }
}

/**
 * The outcome of this attempt is not recorded: the function threw (see `cause`), or it returned and the daemon did not
 * take its outcome (then `result` holds it). The operation becomes UNKNOWN when its lease ends.
 */
export class OperationOutcomeUnknownError extends Error {
  override readonly name = 'OperationOutcomeUnknownError';
  readonly operation: Operation__Output;
  readonly result: unknown;

  constructor(operation: Operation__Output, cause: unknown, result?: unknown) {
    const why = cause instanceof Error ? cause.message : String(cause);
    super(`the outcome of operation ${operation.key} is not recorded: ${why}`, { cause });
    this.operation = operation;
    this.result = result;
  }
}
