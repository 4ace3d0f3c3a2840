/**
 * A side effect that happens at most once: checkpoint before, call, commit after.
 *
 * What is certain decides. fn returned: it happened, and the outcome is recorded until the daemon confirms it. fn threw
 * DefinitelyDidNotHappen of its own, not one out of another executeOnce: it did not. fn threw anything else, or the process
 * died: nobody knows, the operation becomes UNKNOWN when its lease ends, and it must be reconciled before it can be begun
 * again.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { CallOptions } from './caller.js';
import { type DocValue, doc, fromDoc } from './document.js';
import { HoldfastError, StaleEpochError, StaleLeaseError, VersionConflictError } from './errors.js';
import {
  extendLease,
  isCompletion,
  isLost,
  keepLease,
  type Lease,
  recordOutcome,
} from './execute_once_steps.js';
import type {
  Attempt,
  Completion,
  Executed,
  ExecuteOnceOptions,
  ReconcileAnswer,
} from './execute_once_types.js';
import type { BeginOperationResponse__Output } from './gen/holdfast/v1/BeginOperationResponse.js';
import type { Operation__Output } from './gen/holdfast/v1/Operation.js';
import { uuidv7 } from './ids.js';
import {
  type DefinitelyDidNotHappen,
  isOwnFailure,
  OperationDeniedError,
  OperationInFlightError,
  OperationOutcomeUnknownError,
  OperationUnknownError,
  spend,
} from './operation_errors.js';
import type { Services } from './services.js';
import { duration, Timestamp } from './values.js';

const DEFAULT_LEASE_MS = 30_000;
const LONGEST_WAIT_MS = 1_000;

export async function executeOnce<Result>(
  services: Services,
  operation: string,
  params: unknown,
  fn: (attempt: Attempt) => Promise<Result | Completion<Result>> | Result | Completion<Result>,
  options: ExecuteOnceOptions = {},
): Promise<Executed<Result>> {
  try {
    return await beginAndRun(services, operation, params, fn, options);
  } catch (error) {
    spend(error);
    throw error;
  }
}

async function beginAndRun<Result>(
  services: Services,
  operation: string,
  params: unknown,
  fn: (attempt: Attempt) => Promise<Result | Completion<Result>> | Result | Completion<Result>,
  options: ExecuteOnceOptions,
): Promise<Executed<Result>> {
  const calls: CallOptions = { signal: options.signal };
  for (let waits = 0; ; ) {
    const asked_ms = performance.now();
    const begun = await begin(services, beginRequest(operation, params, options), calls);
    // What this very call began ended before its reply came: where the operation stands, another call tells.
    if (begun === undefined) continue;
    const found = begun.operation;
    if (begun.outcome === 'BEGIN_OUTCOME_DENIED' || found === null)
      throw new OperationDeniedError(begun.denials);
    if (begun.outcome === 'BEGIN_OUTCOME_COMPLETED') return executed(found, false);
    if (begun.outcome === 'BEGIN_OUTCOME_IN_FLIGHT') {
      if (options.in_flight !== 'wait') throw new OperationInFlightError(found);
      await sleep(waitFor(found, waits++), undefined, options.signal ? { signal: options.signal } : {});
    } else if (begun.outcome === 'BEGIN_OUTCOME_UNKNOWN') {
      const settled = await reconcile(services, found, options);
      if (settled !== undefined) return executed<Result>(settled, false);
    } else {
      const lease = await liveLease(services, begun, found, asked_ms, options);
      if (lease !== undefined) return run(services, lease, params, fn, options);
    }
  }
}

function beginRequest(operation: string, params: unknown, options: ExecuteOnceOptions): object {
  return {
    agent_id: options.agent_id ?? '',
    operation,
    params: doc(params),
    key: options.key ?? '',
    lease: duration(options.lease_ms ?? DEFAULT_LEASE_MS),
    holds: [...(options.holds ?? [])],
    risk: options.risk ?? null,
    session_id: options.session_id ?? '',
    on_crash: options.on_crash === 'retry' ? 'ON_CRASH_RETRY' : 'ON_CRASH_UNKNOWN',
    ...(options.task !== undefined && options.task),
  };
}

function executed<Result>(operation: Operation__Output, ran: boolean): Executed<Result> {
  // An operation completed without a result has none to give back.
  return { result: fromDoc(operation.result) as Result, executed: ran, operation };
}

/** Grows to a second, and never reaches far beyond the end of the lease that is waited for. */
function waitFor(operation: Operation__Output, waits: number): number {
  const growing_ms = Math.min(LONGEST_WAIT_MS, 25 * 2 ** waits);
  if (operation.lease_expires_at === null) return growing_ms;
  const left_ms = Timestamp.fromProto(operation.lease_expires_at).toDate().getTime() - Date.now();
  return left_ms > 0 ? Math.min(growing_ms, left_ms + 5) : growing_ms;
}

/** Undefined when the call was repeated, and the lease that its first attempt had got was over by then. */
async function begin(
  services: Services,
  request: object,
  calls: CallOptions,
): Promise<BeginOperationResponse__Output | undefined> {
  try {
    return await services.operations.beginOperation(request, calls);
  } catch (error) {
    if (error instanceof StaleLeaseError) return undefined;
    throw error;
  }
}

/** The lease of an operation that was STARTED; undefined when it ended before the reply arrived. */
async function liveLease(
  services: Services,
  begun: BeginOperationResponse__Output,
  operation: Operation__Output,
  asked_ms: number,
  options: ExecuteOnceOptions,
): Promise<Lease | undefined> {
  const { agent_id = '', signal, lease_ms = DEFAULT_LEASE_MS } = options;
  let lease: Lease = { operation, lease_token: begun.lease_token, lease_ms, since_ms: asked_ms, agent_id };
  let ask = begun.header?.replayed === true;
  // The reply is that of an earlier attempt of this call, or was long on its way, so its lease may be over and others may
  // have taken the operation over. Ask before anything goes outside.
  while (ask || performance.now() - lease.since_ms > lease_ms / 2) {
    try {
      lease = await extendLease(services, lease, { signal });
      ask = false;
    } catch (error) {
      if (isLost(error) && !(error instanceof StaleEpochError)) return undefined;
      throw error;
    }
  }
  return lease;
}

async function run<Result>(
  services: Services,
  lease: Lease,
  params: unknown,
  fn: (attempt: Attempt) => Promise<Result | Completion<Result>> | Result | Completion<Result>,
  options: ExecuteOnceOptions,
): Promise<Executed<Result>> {
  const { operation } = lease;
  const keeper = keepLease(services, lease, options.signal);
  try {
    let returned: Result | Completion<Result>;
    try {
      returned = await fn({
        client_order_id: operation.client_order_id,
        attempt: operation.attempt,
        key: operation.key,
        hold_ids: operation.hold_ids,
        params,
        signal: keeper.signal,
      });
    } catch (error) {
      if (isOwnFailure(error)) await fail(services, lease, error, options);
      else throw new OperationOutcomeUnknownError(operation, error);
      throw error;
    }
    const completion = isCompletion(returned) ? returned : { result: returned };
    const recorded = await recordOutcome(services, lease, completion, options);
    return { ...executed<Result>(recorded.operation, true), results: recorded.results };
  } finally {
    keeper.stop();
  }
}

async function fail(
  services: Services,
  { operation, agent_id, lease_token }: Lease,
  error: DefinitelyDidNotHappen,
  options: ExecuteOnceOptions,
): Promise<void> {
  const request = { agent_id, request_id: uuidv7(), key: operation.key, lease_token };
  const calls: CallOptions = { deadline_ms: options.record_deadline_ms };
  try {
    await services.operations.failOperation({ ...request, reason: doc({ message: error.message }) }, calls);
  } catch (refusal) {
    if (!(refusal instanceof HoldfastError) || refusal.field?.startsWith('reason') !== true) throw refusal;
    // An error message may hold what no document may, such as a credential: the failure counts, its words do not.
    const reason = doc({ message: 'the message of the error was refused', refused_for: refusal.reason });
    await services.operations.failOperation({ ...request, request_id: uuidv7(), reason }, calls);
  }
}

/** The completed operation if it happened; undefined if it did not, or somebody else was quicker: begin again to learn. */
async function reconcile(
  services: Services,
  operation: Operation__Output,
  options: ExecuteOnceOptions,
): Promise<Operation__Output | undefined> {
  if (options.reconcile === undefined) throw new OperationUnknownError(operation);
  const answer: ReconcileAnswer = await options.reconcile(operation);
  const evidence: { [key: string]: DocValue } | unknown = answer.evidence ?? { reconciled_by: 'executeOnce' };
  // The answer is about this attempt: while the outside was asked, another process may have settled it and begun anew.
  const { key, attempt } = operation;
  const base = { agent_id: options.agent_id ?? '', key, attempt, evidence: doc(evidence) };
  const calls: CallOptions = { signal: options.signal };
  const happened = answer.happened && {
    result: doc(answer.result ?? null),
    settlements: [...(answer.settlements ?? [])],
    mutations: [...(answer.mutations ?? [])],
  };
  try {
    const outcome = happened === false ? { did_not_happen: {} } : { happened };
    const resolved = await services.operations.resolveOperation({ ...base, ...outcome }, calls);
    return happened === false ? undefined : (resolved.operation ?? undefined);
  } catch (error) {
    if (error instanceof VersionConflictError && error.field === 'attempt') return undefined;
    throw error;
  }
}
