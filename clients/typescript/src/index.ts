/** What the package offers; types of requests and replies are at `@holdfast/client/types/<Message>.js`. */
export type { CallOptions } from './caller.js';
export { Holdfast, type HoldfastOptions } from './client.js';
export { type DocValue, doc, fromDoc, fromJson } from './document.js';
export {
  AlreadyExistsError,
  DeadlineExceededError,
  GuardDeniedError,
  HistoryChangedError,
  HoldfastError,
  type HoldfastErrorFields,
  IdempotencyKeyReusedError,
  InsufficientFundsError,
  InvalidRequestError,
  LimitCrossedError,
  NotFoundError,
  PermissionDeniedError,
  PreconditionNotMetError,
  ResourceExhaustedError,
  RevisionCompactedError,
  StaleEpochError,
  StaleLeaseError,
  UnauthenticatedError,
  UnavailableError,
  VersionConflictError,
  WrongStateError,
} from './errors.js';
export type {
  Attempt,
  Completion,
  Executed,
  ExecuteOnceOptions,
  ReconcileAnswer,
} from './execute_once_types.js';
export type { HeartbeatOptions, SessionHeartbeat } from './heartbeat.js';
export { uuidv7 } from './ids.js';
export type { EpisodeStream, IngestOptions } from './ingest.js';
export { listAll } from './lists.js';
export {
  DefinitelyDidNotHappen,
  OperationDeniedError,
  OperationInFlightError,
  OperationOutcomeUnknownError,
  OperationUnknownError,
} from './operation_errors.js';
export type { SecurityOptions, TlsOptions } from './security.js';
export { HttpOutcomeUnknownError, type SendOnceOptions, sendOnce } from './send_once.js';
export type { Progress, Service, Services, Unary } from './services.js';
export type { ConsumeOptions, Delivery, SubscribeOptions } from './signals.js';
export { Decimal, duration, type ProtoTimestamp, Timestamp } from './values.js';
export type { WatchOptions } from './watch.js';
