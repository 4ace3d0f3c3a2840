/** Service Watch. */
import { usToTimestamp } from '../codec/time.js';
import { HoldfastError } from '../errors.js';
import type { WatchHandlers } from '../gen/holdfast/v1/Watch.js';
import type { WatchRequest__Output } from '../gen/holdfast/v1/WatchRequest.js';
import type { WatchResponse } from '../gen/holdfast/v1/WatchResponse.js';
import type { TailFilter } from '../journal/tail.js';
import { type WatchedRevision, watch } from '../outbox/watch.js';
import * as check from './check.js';
import type { RpcContext } from './context.js';
import { toDocument } from './documents.js';
import { toStatus } from './handle.js';
import { historyAt, requireHistory } from './history.js';
import { requestOf } from './proto.js';
import { endWithError, signalOf, writeMessage } from './streams.js';

const PROGRESS_INTERVAL_MS = 10_000;
const MAX_KIND_PREFIXES = 16;

export function watchService(ctx: RpcContext): WatchHandlers {
  let open = 0;
  return {
    Watch: async (call) => {
      const started_ms = performance.now();
      open += 1;
      ctx.stats.watches = open;
      try {
        if (open > ctx.config.max_watches) throw tooMany(ctx.config.max_watches);
        const request = requestOf(call);
        const { from_revision, filter } = parse(ctx, request);
        const options = {
          from_revision,
          filter,
          with_payload: !request.without_payload,
          progress_interval_ms: PROGRESS_INTERVAL_MS,
          signal: signalOf(call),
        };
        await watch(ctx.reads, ctx.feed, options, (message) =>
          writeMessage(
            call,
            toResponse(ctx, message, request),
            ctx.config.slow_consumer_ms,
            { resume_revision: String(message.revision) },
            message.entries.reduce((total, { payload }) => total + (payload?.length ?? 0), 0),
          ),
        );
        if (ctx.feed.closed) throw new HoldfastError('SHUTTING_DOWN', 'the daemon is stopping');
        ctx.stats.record(call, started_ms, true);
        call.end();
      } catch (error) {
        ctx.stats.record(call, started_ms, false, error);
        endWithError(call, toStatus(ctx, call, error), ctx.config.slow_consumer_ms);
      } finally {
        open -= 1;
        ctx.stats.watches = open;
      }
    },
  };
}

function parse(
  ctx: RpcContext,
  request: WatchRequest__Output,
): { from_revision: number; filter: TailFilter } {
  const newest = ctx.feed.revision;
  const from_revision =
    request.from_revision === undefined ? newest : check.counter(request.from_revision, 'from_revision');
  if (request.from_revision !== undefined) requireHistory(ctx, request.history, from_revision);
  if (from_revision > newest) {
    throw new HoldfastError(
      'REVISION_IN_FUTURE',
      `from_revision: ${from_revision} is above the newest, ${newest}`,
      {
        field: 'from_revision',
        metadata: { newest: String(newest) },
      },
    );
  }
  const kind_prefixes = check.list(request.kind_prefixes, 'kind_prefixes', 0, MAX_KIND_PREFIXES);
  const filter = { kind_prefixes, key_prefix: request.key_prefix };
  if (request.agent_id === '*') return { from_revision, filter };
  return { from_revision, filter: { ...filter, agent_id: check.id(request.agent_id, 'agent_id') } };
}

function toResponse(ctx: RpcContext, message: WatchedRevision, request: WatchRequest__Output): WatchResponse {
  return {
    revision: String(message.revision),
    history: historyAt(ctx, message.revision),
    ...(message.time_us > 0 && { committed_at: usToTimestamp(message.time_us) }),
    entries: message.entries.map((entry) => ({
      agent_id: entry.agent_id,
      kind: entry.kind,
      key: entry.key,
      ordinal: entry.ordinal,
      ...(entry.payload !== null &&
        !request.without_payload && { payload: toDocument(entry.payload, request.encoding) }),
      payload_digest: Buffer.from(entry.payload_digest),
      hash: Buffer.from(entry.hash),
    })),
  };
}

function tooMany(limit: number): HoldfastError {
  return new HoldfastError('TOO_MANY', `${limit} watches are open already`, {
    metadata: { limit: String(limit) },
    retry_after_ms: 1000,
  });
}
