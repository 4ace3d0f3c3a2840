/** What executeOnce does around the call: keeping the lease alive, and recording an outcome until it is known. */
import type { CallOptions } from './caller.js';
import { doc } from './document.js';
import { HoldfastError, StaleEpochError, StaleLeaseError, WrongStateError } from './errors.js';
import type { Completion, ExecuteOnceOptions } from './execute_once_types.js';
import type { MutationResult__Output } from './gen/holdfast/v1/MutationResult.js';
import type { Operation__Output } from './gen/holdfast/v1/Operation.js';
import { uuidv7 } from './ids.js';
import { OperationOutcomeUnknownError } from './operation_errors.js';
import type { Services } from './services.js';
import { duration } from './values.js';

export interface Lease {
  readonly operation: Operation__Output;
  readonly lease_token: string;
  readonly lease_ms: number;
  /** On performance.now()'s clock, when it was asked for: it lasts lease_ms from then, by any clock of the daemon's. */
  readonly since_ms: number;
  /** Empty = the client's. */
  readonly agent_id: string;
}

const DEFAULT_RECORD_DEADLINE_MS = 600_000;
const COMPLETION_KEYS = new Set(['result', 'settlements', 'mutations']);

export function isCompletion<Result>(returned: Result | Completion<Result>): returned is Completion<Result> {
  if (typeof returned !== 'object' || returned === null || !Object.hasOwn(returned, 'result')) return false;
  return Object.keys(returned).every((key) => COMPLETION_KEYS.has(key));
}

/** True when a lease cannot be had back: another one followed, a newer process came, or somebody settled the operation. */
export function isLost(error: unknown): boolean {
  return (
    error instanceof StaleLeaseError || error instanceof StaleEpochError || error instanceof WrongStateError
  );
}

/** Extends the lease from now; the lease as it is then. */
export async function extendLease(services: Services, lease: Lease, options: CallOptions): Promise<Lease> {
  const { agent_id, lease_token, lease_ms, operation } = lease;
  const since_ms = performance.now();
  const request = { agent_id, key: operation.key, lease_token, lease: duration(lease_ms) };
  await services.operations.extendLease(request, options);
  return { ...lease, since_ms };
}

/**
 * Extends the lease at half its life until stopped. Its signal aborts when the lease is lost: when the daemon says so, or
 * when its time is over and no daemon was there to extend it, since then others may take the operation over.
 */
export function keepLease(
  services: Services,
  lease: Lease,
  outer: AbortSignal | undefined,
): { readonly signal: AbortSignal; stop(): void } {
  const lost = new AbortController();
  const stopped = new AbortController();
  const { lease_ms } = lease;
  const endsOf = ({ since_ms }: Lease): NodeJS.Timeout =>
    setTimeout(() => lost.abort(new Error('the lease is over')), since_ms + lease_ms - performance.now());
  let end = endsOf(lease);
  const extend = async (): Promise<void> => {
    try {
      const extended = await extendLease(services, lease, {
        deadline_ms: lease_ms / 2,
        signal: stopped.signal,
      });
      clearTimeout(end);
      if (!stopped.signal.aborted) end = endsOf(extended);
    } catch (error) {
      if (isLost(error)) {
        clearInterval(timer);
        lost.abort(error);
      }
      // Anything else may pass; if it does not, the lease ends and the operation is reconciled.
    }
  };
  const timer = setInterval(() => void extend(), lease_ms / 2);
  return {
    signal: outer === undefined ? lost.signal : AbortSignal.any([outer, lost.signal]),
    stop: () => {
      clearInterval(timer);
      clearTimeout(end);
      stopped.abort();
    },
  };
}

interface Recorded {
  readonly operation: Operation__Output;
  readonly results: readonly MutationResult__Output[];
}

/**
 * Records that the effect happened, asking with one request_id until the daemon answers.
 * @throws OperationOutcomeUnknownError with the result, when the daemon refuses it or stays away.
 */
export async function recordOutcome<Result>(
  services: Services,
  lease: Lease,
  completion: Completion<Result>,
  options: ExecuteOnceOptions,
): Promise<Recorded> {
  const { operation, lease_token, agent_id } = lease;
  const calls: CallOptions = {
    deadline_ms: options.record_deadline_ms ?? DEFAULT_RECORD_DEADLINE_MS,
    wait_for_ready: true,
  };
  try {
    const happened = {
      result: doc(completion.result === undefined ? null : completion.result),
      settlements: [...(completion.settlements ?? [])],
      mutations: [...(completion.mutations ?? [])],
    };
    const base = { agent_id, key: operation.key };
    try {
      const request = { ...base, ...happened, request_id: uuidv7(), lease_token };
      return known(await services.operations.completeOperation(request, calls));
    } catch (error) {
      if (!(error instanceof StaleLeaseError)) throw error;
      // The lease ended while fn was at work, but fn returned, so what happened is known: that settles the operation.
      const found = await services.operations.getOperation(base, calls);
      if (found.operation?.status !== 'OPERATION_STATUS_UNKNOWN') throw error;
      const evidence = doc({
        recorded_by: 'executeOnce',
        why: 'the outcome arrived after the lease had ended',
      });
      return known(await services.operations.resolveOperation({ ...base, happened, evidence }, calls));
    }
  } catch (error) {
    throw new OperationOutcomeUnknownError(operation, error, completion.result);
  }
}

function known(reply: { operation: Operation__Output | null; results: MutationResult__Output[] }): Recorded {
  if (reply.operation !== null) return { operation: reply.operation, results: reply.results };
  throw new HoldfastError('the daemon answered without the operation', {
    reason: 'INTERNAL',
    code: 13,
    method: 'holdfast.v1.Operations/CompleteOperation',
  });
}
