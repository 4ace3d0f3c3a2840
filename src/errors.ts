/**
 * The one table of errors: every refusal Holdfast can utter, by reason.
 *
 * A reason is part of the API: clients switch on it. It maps to exactly one gRPC status, travels in
 * google.rpc.ErrorInfo.reason, and is never renamed. Lower layers throw HoldfastError; only rpc/ knows gRPC.
 */

export type Status =
  | 'INVALID_ARGUMENT'
  | 'NOT_FOUND'
  | 'ALREADY_EXISTS'
  | 'UNAUTHENTICATED'
  | 'PERMISSION_DENIED'
  | 'RESOURCE_EXHAUSTED'
  | 'FAILED_PRECONDITION'
  | 'ABORTED'
  | 'OUT_OF_RANGE'
  | 'INTERNAL'
  | 'UNAVAILABLE'
  | 'DATA_LOSS'
  | 'UNKNOWN';

export const REASONS = {
  // Bad input.
  INVALID_FIELD: 'INVALID_ARGUMENT',
  FIELD_REQUIRED: 'INVALID_ARGUMENT',
  LIMIT_EXCEEDED: 'INVALID_ARGUMENT',
  INVALID_AMOUNT: 'INVALID_ARGUMENT',
  INVALID_DOCUMENT: 'INVALID_ARGUMENT',
  DOCUMENT_TOO_LARGE: 'INVALID_ARGUMENT',
  DOCUMENT_TOO_DEEP: 'INVALID_ARGUMENT',
  SECRET_IN_DOCUMENT: 'INVALID_ARGUMENT',
  UNBALANCED_POSTINGS: 'INVALID_ARGUMENT',
  INVALID_PAGE_TOKEN: 'INVALID_ARGUMENT',
  INVALID_PATCH: 'INVALID_ARGUMENT',
  INVALID_SCHEMA: 'INVALID_ARGUMENT',
  INVALID_VECTOR: 'INVALID_ARGUMENT',
  VECTOR_REQUIRED: 'INVALID_ARGUMENT',
  // Nobody known: no token, or none that is valid, whatever is wrong with it.
  TOKEN_REQUIRED: 'UNAUTHENTICATED',
  TOKEN_INVALID: 'UNAUTHENTICATED',
  // May not.
  ACCESS_DENIED: 'PERMISSION_DENIED',
  // The thing named is absent or already there.
  NOT_FOUND: 'NOT_FOUND',
  ALREADY_EXISTS: 'ALREADY_EXISTS',
  TRADE_MISMATCH: 'ALREADY_EXISTS',
  // Concurrency.
  VERSION_CONFLICT: 'ABORTED',
  PRECONDITION_NOT_MET: 'ABORTED',
  IDEMPOTENCY_KEY_REUSED: 'FAILED_PRECONDITION',
  STALE_LEASE: 'FAILED_PRECONDITION',
  STALE_EPOCH: 'FAILED_PRECONDITION',
  // Wrong state.
  WRONG_STATE: 'FAILED_PRECONDITION',
  INSUFFICIENT_FUNDS: 'FAILED_PRECONDITION',
  LIMIT_CROSSED: 'FAILED_PRECONDITION',
  GUARD_DENIED: 'FAILED_PRECONDITION',
  SCHEMA_TOO_NEW: 'FAILED_PRECONDITION',
  SCHEMA_VIOLATION: 'FAILED_PRECONDITION',
  MIGRATION_FAILED: 'FAILED_PRECONDITION',
  // Models: the reply or the refusal of one.
  EMBEDDER_REFUSED: 'FAILED_PRECONDITION',
  EMBEDDER_INVALID_REPLY: 'FAILED_PRECONDITION',
  SUMMARIZER_REFUSED: 'FAILED_PRECONDITION',
  SUMMARIZER_INVALID_REPLY: 'FAILED_PRECONDITION',
  // The vault.
  VAULT_LOCKED: 'FAILED_PRECONDITION',
  WRONG_MASTER_KEY: 'FAILED_PRECONDITION',
  // Upstreams: the reply or the refusal of one.
  UPSTREAM_REFUSED: 'FAILED_PRECONDITION',
  UPSTREAM_INVALID_REPLY: 'FAILED_PRECONDITION',
  // Redis, for what several daemons share.
  REDIS_NOT_CONFIGURED: 'FAILED_PRECONDITION',
  // The folder of backups, or its disk.
  BACKUP_FAILED: 'FAILED_PRECONDITION',
  // Journal positions.
  REVISION_COMPACTED: 'OUT_OF_RANGE',
  REVISION_IN_FUTURE: 'OUT_OF_RANGE',
  HISTORY_CHANGED: 'FAILED_PRECONDITION',
  // Capacity.
  QUEUE_FULL: 'RESOURCE_EXHAUSTED',
  DISK_FULL: 'RESOURCE_EXHAUSTED',
  SLOW_CONSUMER: 'RESOURCE_EXHAUSTED',
  TOO_MANY: 'RESOURCE_EXHAUSTED',
  RATE_LIMITED: 'RESOURCE_EXHAUSTED',
  // The daemon itself, and what it depends on.
  MASTER_KEY_CHANGED: 'UNAVAILABLE',
  SHUTTING_DOWN: 'UNAVAILABLE',
  EMBEDDER_UNAVAILABLE: 'UNAVAILABLE',
  SUMMARIZER_UNAVAILABLE: 'UNAVAILABLE',
  UPSTREAM_UNAVAILABLE: 'UNAVAILABLE',
  REDIS_UNAVAILABLE: 'UNAVAILABLE',
  OUTCOME_UNKNOWN: 'UNKNOWN',
  DATA_LOSS: 'DATA_LOSS',
  INTERNAL: 'INTERNAL',
} as const satisfies Record<string, Status>;

export type Reason = keyof typeof REASONS;

export interface ErrorDetails {
  /** Path of the offending request field in proto spelling, such as `postings[1].amount`. */
  readonly field?: string;
  /** Machine-readable facts, such as `{limit: "262144", actual: "300000"}`. */
  readonly metadata?: Readonly<Record<string, string>>;
  /** When set, the same call may succeed after this many milliseconds. */
  readonly retry_after_ms?: number;
}

/** An error as plain data, for crossing threads. */
export interface SerializedError extends ErrorDetails {
  readonly reason: Reason;
  readonly message: string;
}

export class HoldfastError extends Error {
  readonly reason: Reason;
  readonly details: ErrorDetails;

  constructor(reason: Reason, message: string, details: ErrorDetails = {}) {
    super(message);
    this.name = 'HoldfastError';
    this.reason = reason;
    this.details = details;
  }

  get status(): Status {
    return REASONS[this.reason];
  }

  serialize(): SerializedError {
    return { reason: this.reason, message: this.message, ...this.details };
  }

  static deserialize(error: SerializedError): HoldfastError {
    const { reason, message, ...details } = error;
    return new HoldfastError(reason, message, details);
  }
}

/** The commonest refusal: a request field holds something it may not hold. */
export function invalidField(
  field: string,
  problem: string,
  metadata?: Record<string, string>,
): HoldfastError {
  return new HoldfastError(
    'INVALID_FIELD',
    `${field}: ${problem}`,
    metadata ? { field, metadata } : { field },
  );
}
