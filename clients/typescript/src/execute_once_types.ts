import type { HoldSettlement } from './gen/holdfast/v1/HoldSettlement.js';
import type { Mutation } from './gen/holdfast/v1/Mutation.js';
import type { MutationResult__Output } from './gen/holdfast/v1/MutationResult.js';
import type { Operation__Output } from './gen/holdfast/v1/Operation.js';
import type { OperationHold } from './gen/holdfast/v1/OperationHold.js';
import type { OperationRisk } from './gen/holdfast/v1/OperationRisk.js';

/** What fn is given. */
export interface Attempt {
  /** Send this to the outside as its idempotency key: it is the same over all attempts. */
  readonly client_order_id: string;
  /** 1 for the first. */
  readonly attempt: number;
  readonly key: string;
  /** Of the holds that the operation placed, in the order asked for; settle them with the outcome. */
  readonly hold_ids: readonly string[];
  readonly params: unknown;
  /** Aborts when the lease was lost or the caller's own signal aborted: stop if nothing was sent yet. */
  readonly signal: AbortSignal;
}

/**
 * What fn may return instead of the bare result: what else is committed with it. An object is taken for one when it has
 * `result` and no other members than these three.
 */
export interface Completion<Result> {
  readonly result: Result;
  /** How the operation's holds settle; those not named are released. */
  readonly settlements?: readonly HoldSettlement[];
  /** Of any tier, applied in the same transaction. */
  readonly mutations?: readonly Mutation[];
}

/** What the outside says about an operation whose outcome nobody recorded. */
export type ReconcileAnswer =
  | {
      readonly happened: true;
      readonly result?: unknown;
      readonly settlements?: readonly HoldSettlement[];
      readonly mutations?: readonly Mutation[];
      /** What the outside said; kept with the operation. */
      readonly evidence?: unknown;
    }
  | { readonly happened: false; readonly evidence?: unknown };

export interface ExecuteOnceOptions {
  readonly agent_id?: string | undefined;
  /** What makes the operation this one; default: a hash over agent, operation and params. */
  readonly key?: string | undefined;
  /** 1,000 to 86,400,000; default 30,000. Extended at half its life while fn runs. */
  readonly lease_ms?: number | undefined;
  readonly holds?: readonly OperationHold[] | undefined;
  /** What the call would do, for the guards; while it is in flight it counts as done. */
  readonly risk?: OperationRisk | undefined;
  /** Refused unless this is the agent's open session; the client must have its epoch, as openSession gives it. */
  readonly session_id?: string | undefined;
  /** 'retry' only if the outside drops duplicates of client_order_id. Default 'unknown'. */
  readonly on_crash?: 'unknown' | 'retry' | undefined;
  readonly task?: { readonly task_id: string; readonly step: string } | undefined;
  /** What to do while somebody else holds the lease. Default 'throw': OperationInFlightError. */
  readonly in_flight?: 'throw' | 'wait' | undefined;
  /** Asks the outside, by client_order_id, whether it happened; throws when it cannot tell. */
  readonly reconcile?:
    | ((operation: Operation__Output) => Promise<ReconcileAnswer> | ReconcileAnswer)
    | undefined;
  /** How long the outcome is offered to a daemon that does not answer, in milliseconds; default 600,000. */
  readonly record_deadline_ms?: number | undefined;
  /** Ends waiting and aborts the attempt's signal; an outcome that fn returned is recorded all the same. */
  readonly signal?: AbortSignal | undefined;
}

export interface Executed<Result> {
  /** As recorded: the same whether fn ran now or earlier. Values are as fromDoc gives them. */
  readonly result: Result;
  /** False when it was done before and fn was not called. */
  readonly executed: boolean;
  readonly operation: Operation__Output;
  /** What the mutations committed with the outcome returned; only when fn ran now. */
  readonly results?: readonly MutationResult__Output[];
}
