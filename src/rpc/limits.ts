/** Service Limits. */
import { usToDuration } from '../codec/time.js';
import { invalidField } from '../errors.js';
import type { AcquireTokensRequest__Output } from '../gen/holdfast/v1/AcquireTokensRequest.js';
import type { AcquireTokensResponse } from '../gen/holdfast/v1/AcquireTokensResponse.js';
import type { LimitsHandlers } from '../gen/holdfast/v1/Limits.js';
import type { ListBucketsRequest__Output } from '../gen/holdfast/v1/ListBucketsRequest.js';
import { steadyClock } from '../steady_clock.js';
import type { BucketSize, Grant } from '../volatile/bucket.js';
import type { Ask } from '../volatile/token_buckets.js';
import * as check from './check.js';
import type { RpcContext } from './context.js';
import { read, unary } from './handle.js';
import { counterName, toCounter } from './limits_mutations.js';
import { requireMirror } from './mirror.js';
import type { MutationRpc } from './mutation.js';
import { pageToken, readPageToken } from './page_token.js';

const MAX_CAPACITY = 1_000_000_000;
const MIN_REFILL = 0.000001;
const MAX_REFILL = 1_000_000_000;
const MAX_WAIT_MS = 300_000;

export function limitsService(ctx: RpcContext, mutation: MutationRpc): LimitsHandlers {
  return {
    AddToCounter: mutation('add_to_counter'),
    ResetCounter: mutation('reset_counter'),

    AcquireTokens: unary<AcquireTokensRequest__Output, AcquireTokensResponse>(ctx, (request, call) => {
      if (request.shared) return acquireShared(ctx, request);
      const grant = ctx.buckets.acquire(parseAsk(request), (leave) => {
        if (call.cancelled) leave();
        else call.once('cancelled', leave);
      });
      return grant instanceof Promise ? grant.then(toResponse) : toResponse(grant);
    }),

    ListBuckets: unary(ctx, (request: ListBucketsRequest__Output) => {
      const prefix = checkPrefix(request.prefix);
      const limit = check.pageSize(request.page_size);
      const query = ['ListBuckets', prefix];
      const [after] = readPageToken(request.page_token, query, ['string']) ?? [''];
      const found = ctx.buckets.list(prefix, String(after), limit + 1);
      const page = found.slice(0, limit);
      const last = page.at(-1);
      return {
        buckets: page.map(({ view }) => view),
        next_page_token: found.length > limit && last !== undefined ? pageToken(query, [last.key]) : '',
      };
    }),

    GetCounter: read(ctx, (request, { limits }) => {
      const agent_id = check.id(request.agent_id, 'agent_id');
      const name = counterName(request.name);
      return { counter: toCounter(limits.counter(agent_id, name, steadyClock.now_us())) };
    }),

    ListCounters: read(ctx, (request, { limits }) => {
      const agent_id = check.id(request.agent_id, 'agent_id');
      const prefix = checkPrefix(request.prefix);
      const limit = check.pageSize(request.page_size);
      const query = ['ListCounters', agent_id, prefix];
      const [after] = readPageToken(request.page_token, query, ['string']) ?? [''];
      const filter = { prefix, after: String(after) };
      const { rows, more } = limits.counters(agent_id, filter, steadyClock.now_us(), limit);
      const last = rows.at(-1);
      return {
        counters: rows.map(toCounter),
        next_page_token: more && last !== undefined ? pageToken(query, [last.name]) : '',
      };
    }),
  };
}

async function acquireShared(
  ctx: RpcContext,
  request: AcquireTokensRequest__Output,
): Promise<AcquireTokensResponse> {
  const ask = parseAsk(request);
  if (ask.max_wait_us > 0) throw invalidField('max_wait', 'nobody waits in line for a shared bucket');
  return toResponse(await requireMirror(ctx.mirror).buckets.acquire(ask));
}

function checkPrefix(prefix: string): string {
  return prefix === '' ? '' : check.name(prefix, 'prefix');
}

function parseAsk(request: AcquireTokensRequest__Output): Ask {
  const agent_id = check.id(request.agent_id, 'agent_id');
  const bucket = check.withoutSecret(check.name(request.bucket, 'bucket'), 'bucket');
  const { capacity, refill_per_second } = checkSize(request, '');
  // Whether the buckets are large enough for them is for those to say.
  const tokens = request.tokens || 1;
  const share = request.agent_bucket === null ? null : checkSize(request.agent_bucket, 'agent_bucket.');
  const max_wait_ms = check.optionalDuration(request.max_wait, 'max_wait', 0, MAX_WAIT_MS) ?? 0;
  return { bucket, agent_id, capacity, refill_per_second, tokens, share, max_wait_us: max_wait_ms * 1000 };
}

function checkSize({ capacity, refill_per_second }: BucketSize, path: string): BucketSize {
  check.integer(capacity, `${path}capacity`, 1, MAX_CAPACITY);
  // Written so that NaN is refused as well.
  if (!(refill_per_second >= MIN_REFILL && refill_per_second <= MAX_REFILL)) {
    throw invalidField(`${path}refill_per_second`, `must be from ${MIN_REFILL} to ${MAX_REFILL}`, {
      actual: String(refill_per_second),
    });
  }
  return { capacity, refill_per_second };
}

function toResponse({ allowed, remaining, retry_after_us, waited_us }: Grant): AcquireTokensResponse {
  return {
    allowed,
    remaining,
    ...(!allowed && { retry_after: usToDuration(retry_after_us) }),
    ...(waited_us > 0 && { waited: usToDuration(waited_us) }),
  };
}
