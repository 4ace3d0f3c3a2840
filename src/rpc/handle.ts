/** Wraps what services do into grpc-js handlers: answers, counts, and turns whatever is thrown into a status. */
import type { handleUnaryCall, ServerUnaryCall } from '@grpc/grpc-js';
import { usToTimestamp } from '../codec/time.js';
import { HoldfastError } from '../errors.js';
import type { ReadHeader } from '../gen/holdfast/v1/ReadHeader.js';
import type { WriteHeader } from '../gen/holdfast/v1/WriteHeader.js';
import { classifyStorageError } from '../store/faults.js';
import type { Queries } from '../tiers/queries.js';
import { withinCall } from '../tracing/spans.js';
import type { Committed } from '../writer/writer.js';
import { idsOf } from './call_ids.js';
import * as check from './check.js';
import type { RpcContext } from './context.js';
import { toServiceError } from './errors.js';
import { requestOf } from './proto.js';
import type { Called } from './stats.js';

/** A unary RPC as a function of its request; whoever waits for long asks the call whether it was cancelled. */
export function unary<Request, Response>(
  ctx: RpcContext,
  answer: (request: Request, call: ServerUnaryCall<Request, Response>) => Response | Promise<Response>,
): handleUnaryCall<Request, Response> {
  return async (call, callback) => {
    const started_ms = performance.now();
    try {
      const response = await withinCall(call, () => answer(requestOf(call), call));
      ctx.stats.record(call, started_ms, true);
      callback(null, response);
    } catch (error) {
      ctx.stats.record(call, started_ms, false, error);
      callback(toStatus(ctx, call, error));
    }
  };
}

/** The status of a failed call; logs what is our fault and stops the daemon when storage is. */
export function toStatus(ctx: RpcContext, call: Called, error: unknown): ReturnType<typeof toServiceError> {
  if (!(error instanceof HoldfastError)) {
    ctx.log.error({ err: error, ...idsOf(call) }, 'call failed inside the daemon');
    if (classifyStorageError(error) === 'fatal') {
      ctx.onFatal(error instanceof Error ? error.message : String(error));
      return toServiceError(new HoldfastError('DATA_LOSS', 'the database cannot be read; the daemon stops'));
    }
  }
  return toServiceError(error);
}

/** A read RPC: one consistent snapshot, whose revision goes into the reply's header. */
export function read<Request extends { readonly min_revision: string }, Response>(
  ctx: RpcContext,
  answer: (request: Request, queries: Queries, revision: number) => Response,
): handleUnaryCall<Request, Response & { header: ReadHeader }> {
  return unary(ctx, (request: Request) => {
    const min_revision = check.counter(request.min_revision, 'min_revision');
    return ctx.reads.snapshot(min_revision, (queries, revision) => ({
      ...answer(request, queries, revision),
      header: readHeader(revision),
    }));
  });
}

/**
 * The same for a scan, before it runs: its snapshot is younger than this one.
 * @throws HoldfastError REVISION_IN_FUTURE.
 */
export function requireRevision(ctx: RpcContext, min_revision: string): void {
  ctx.reads.snapshot(check.counter(min_revision, 'min_revision'), () => {});
}

export function readHeader(revision: number): ReadHeader {
  return { revision: String(revision) };
}

export function writeHeader(committed: Committed): WriteHeader {
  return {
    revision: String(committed.revision),
    replayed: committed.replayed,
    committed_at: usToTimestamp(committed.time_us),
  };
}
