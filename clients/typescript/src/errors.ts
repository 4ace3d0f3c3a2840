/** What calls throw: one class, a subclass for each refusal that programs act on, and the reason in every case. */
import { type ServiceError, status } from '@grpc/grpc-js';
import { readStatusDetails } from './status_details.js';

export interface HoldfastErrorFields {
  /**
   * Why, as the daemon's ErrorInfo names it, such as `VERSION_CONFLICT`. For a failure that never came from the daemon
   * the name of the gRPC status, such as `UNAVAILABLE` or `DEADLINE_EXCEEDED`.
   */
  readonly reason: string;
  /** gRPC status code. */
  readonly code: number;
  /** Of the RPC, such as `holdfast.v1.State/PutState`; empty for what the client itself refuses. */
  readonly method: string;
  /** Path of the offending request field. */
  readonly field?: string | undefined;
  /** Machine-readable facts, such as `{expected: "3", actual: "4"}`. */
  readonly metadata?: Readonly<Record<string, string>> | undefined;
  /** When set, the same call may succeed after this many milliseconds. */
  readonly retry_after_ms?: number | undefined;
  /** Of the mutation that failed: call again with it to learn or repeat its outcome. */
  readonly request_id?: string | undefined;
}

export class HoldfastError extends Error implements HoldfastErrorFields {
  readonly reason: string;
  readonly code: number;
  readonly method: string;
  readonly field: string | undefined;
  readonly metadata: Readonly<Record<string, string>>;
  readonly retry_after_ms: number | undefined;
  readonly request_id: string | undefined;

  constructor(message: string, fields: HoldfastErrorFields, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
    this.reason = fields.reason;
    this.code = fields.code;
    this.method = fields.method;
    this.field = fields.field;
    this.metadata = fields.metadata ?? {};
    this.retry_after_ms = fields.retry_after_ms;
    this.request_id = fields.request_id;
  }

  /** True when a mutation may have happened or not; calling again with the same request_id tells. */
  get outcome_unknown(): boolean {
    return this.request_id !== undefined && OPEN_OUTCOMES.has(this.code);
  }
}

const OPEN_OUTCOMES: ReadonlySet<number> = new Set([
  status.UNAVAILABLE,
  status.DEADLINE_EXCEEDED,
  status.UNKNOWN,
  status.CANCELLED,
  status.INTERNAL,
]);

/** The request holds something it may not hold; sending it again is of no use. */
export class InvalidRequestError extends HoldfastError {}
export class NotFoundError extends HoldfastError {}
export class AlreadyExistsError extends HoldfastError {}
/** Somebody else wrote in between: read again, decide again. `metadata.actual` is the present version. */
export class VersionConflictError extends HoldfastError {}
export class PreconditionNotMetError extends HoldfastError {}
export class IdempotencyKeyReusedError extends HoldfastError {}
/** The lease ended or was never this one: somebody else may decide the operation's outcome. */
export class StaleLeaseError extends HoldfastError {}
/** A newer process of this agent took over: this one must stop. */
export class StaleEpochError extends HoldfastError {}
export class WrongStateError extends HoldfastError {}
export class InsufficientFundsError extends HoldfastError {}
export class LimitCrossedError extends HoldfastError {}
/** `metadata` has the guard, its kind, its limit and the figure held against it; `retry_after_ms` where time alone decides. */
export class GuardDeniedError extends HoldfastError {}
/** `metadata.floor` is the lowest revision a watch may start from. */
export class RevisionCompactedError extends HoldfastError {}
/**
 * A restored backup does not hold all that a stream has told. Read anew what you keep of what came after
 * `metadata.common_revision` and go on from there with `metadata.history`; where it is not known, read anew all you keep.
 */
export class HistoryChangedError extends HoldfastError {}
/** No token, or none that is valid (any more). */
export class UnauthenticatedError extends HoldfastError {}
/** The token may not do this, or not for this agent. */
export class PermissionDeniedError extends HoldfastError {}
/** Full queue, full disk, too many of something; nothing was done. */
export class ResourceExhaustedError extends HoldfastError {}
/** The daemon cannot be reached, or is stopping. */
export class UnavailableError extends HoldfastError {}
export class DeadlineExceededError extends HoldfastError {}

type ErrorClass = typeof HoldfastError;

const BY_REASON: Readonly<Record<string, ErrorClass>> = {
  VERSION_CONFLICT: VersionConflictError,
  PRECONDITION_NOT_MET: PreconditionNotMetError,
  IDEMPOTENCY_KEY_REUSED: IdempotencyKeyReusedError,
  STALE_LEASE: StaleLeaseError,
  STALE_EPOCH: StaleEpochError,
  WRONG_STATE: WrongStateError,
  INSUFFICIENT_FUNDS: InsufficientFundsError,
  LIMIT_CROSSED: LimitCrossedError,
  GUARD_DENIED: GuardDeniedError,
  REVISION_COMPACTED: RevisionCompactedError,
  HISTORY_CHANGED: HistoryChangedError,
};

const BY_CODE: Readonly<Record<number, ErrorClass>> = {
  [status.INVALID_ARGUMENT]: InvalidRequestError,
  [status.NOT_FOUND]: NotFoundError,
  [status.ALREADY_EXISTS]: AlreadyExistsError,
  [status.UNAUTHENTICATED]: UnauthenticatedError,
  [status.PERMISSION_DENIED]: PermissionDeniedError,
  [status.RESOURCE_EXHAUSTED]: ResourceExhaustedError,
  [status.UNAVAILABLE]: UnavailableError,
  [status.DEADLINE_EXCEEDED]: DeadlineExceededError,
};

/** The typed exception for a failed call. */
export function toHoldfastError(error: ServiceError, method: string, request_id?: string): HoldfastError {
  const [trailer] = error.metadata?.get('grpc-status-details-bin') ?? [];
  const details = readStatusDetails(typeof trailer === 'string' ? undefined : trailer);
  const code = connectionLost(error) ? status.UNAVAILABLE : error.code;
  const reason = details.reason ?? status[code] ?? 'UNKNOWN';
  const known = BY_REASON[reason] ?? BY_CODE[code] ?? HoldfastError;
  return new known(bare(error.details || error.message), { ...details, reason, code, method, request_id });
}

/** The message of a failed connection without what grpc-js wraps around it. */
function bare(message: string): string {
  return /Last error: (?:Error: )?(.*?)\.? Resolution note/.exec(message)?.[1] ?? message;
}

/** grpc-js reports some broken connections as INTERNAL (a reset stream) or as UNKNOWN; no reply came, so: unavailable. */
function connectionLost(error: ServiceError): boolean {
  return error.code === status.INTERNAL && /RST_STREAM|ECONNRESET|EPIPE/.test(error.details ?? '');
}

/** For what the client refuses before anything is sent. */
export function refuseLocally(reason: string, message: string, field?: string): InvalidRequestError {
  return new InvalidRequestError(message, { reason, code: status.INVALID_ARGUMENT, method: '', field });
}
