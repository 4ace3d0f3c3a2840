/** Service Signals. */
import { randomUUID } from 'node:crypto';
import type { ServerWritableStream } from '@grpc/grpc-js';
import { usToTimestamp } from '../codec/time.js';
import { HoldfastError } from '../errors.js';
import type { ListSignalsRequest__Output } from '../gen/holdfast/v1/ListSignalsRequest.js';
import type { PublishRequest__Output } from '../gen/holdfast/v1/PublishRequest.js';
import type { PublishResponse } from '../gen/holdfast/v1/PublishResponse.js';
import type { SignalsHandlers } from '../gen/holdfast/v1/Signals.js';
import { HubMessage } from '../outbox/signals.js';
import { steadyClock } from '../steady_clock.js';
import { staleEpoch } from '../tiers/epochs.js';
import type { Commands } from '../tiers/index.js';
import { noConsumer } from '../tiers/signals/errors.js';
import { countedMatches, MAX_TRIES } from '../tiers/signals/patterns.js';
import { packSignal, signalId } from '../tiers/signals/publish.js';
import type { SignalQueries, SignalRow } from '../tiers/signals/queries.js';
import { unpack } from '../writer/transport.js';
import * as check from './check.js';
import type { RpcContext } from './context.js';
import { read, toStatus, unary, writeHeader } from './handle.js';
import { type MutationRpc, toSubmission } from './mutation.js';
import { submit } from './mutations.js';
import { pageToken, readPageToken } from './page_token.js';
import { pageByPosition } from './pages.js';
import * as checks from './signals_checks.js';
import { consume } from './signals_consume.js';
import { consumerName, parsePublish } from './signals_mutations.js';
import { subscribe } from './signals_subscribe.js';
import { toConsumer, toRule, toSignal } from './signals_views.js';
import { endWithError } from './streams.js';

/** Signals that one page of a list looks at; fewer may match. */
const MAX_LOOKED_AT = 10_000;
const MAX_PAGE_BYTES = 1_000_000;

export function signalsService(ctx: RpcContext, mutation: MutationRpc): SignalsHandlers {
  let open = 0;
  /** A stream of this service, with what all of them have in common. */
  const stream =
    <Request, Response>(
      serve: (context: RpcContext, call: ServerWritableStream<Request, Response>) => Promise<void>,
    ) =>
    async (call: ServerWritableStream<Request, Response>): Promise<void> => {
      const started_ms = performance.now();
      open += 1;
      ctx.stats.subscriptions = open;
      try {
        if (open > ctx.config.max_subscriptions) throw tooMany(ctx.config.max_subscriptions);
        await serve(ctx, call);
        ctx.stats.record(call, started_ms, true);
        call.end();
      } catch (error) {
        ctx.stats.record(call, started_ms, false, error);
        endWithError(call, toStatus(ctx, call, error), ctx.config.slow_consumer_ms);
      } finally {
        open -= 1;
        ctx.stats.subscriptions = open;
      }
    };

  return {
    Publish: unary(ctx, (request: PublishRequest__Output) =>
      request.durable ? publishDurable(ctx, request) : publishLive(ctx, request),
    ),
    Subscribe: stream(subscribe),
    Consume: stream(consume),
    PutConsumer: mutation('put_consumer'),
    DeleteConsumer: mutation('delete_consumer'),
    AckSignals: mutation('ack_signals'),
    NackSignals: mutation('nack_signals'),
    RedriveDeadLetters: mutation('redrive_dead_letters'),
    PutAlertRule: mutation('put_alert_rule'),
    DeleteAlertRule: mutation('delete_alert_rule'),

    ListSignals: read(ctx, (request, queries) => {
      const { rows, next_page_token } = listSignals(request, queries.signals);
      return { signals: rows.map((row) => toSignal(row, request.encoding)), next_page_token };
    }),

    ListConsumers: read(ctx, (request, { signals }) => {
      const agent_id = check.id(request.agent_id, 'agent_id');
      const { rows, next_page_token } = pageByName(request, ['consumers', agent_id], (after, limit) =>
        signals.consumers(agent_id, after, limit),
      );
      return { consumers: rows.map(toConsumer), next_page_token };
    }),

    ListDeadLetters: read(ctx, (request, { signals }) => {
      const agent_id = check.id(request.agent_id, 'agent_id');
      const name = consumerName(request.name);
      const consumer = signals.consumer(agent_id, name);
      if (consumer === undefined) throw noConsumer(name);
      const query = ['dead', agent_id, name, consumer.position];
      const { rows, next_page_token } = pageByPosition(request, query, (before, limit) =>
        signals.dead(consumer.position, before, limit),
      );
      return { signals: rows.map((row) => toSignal(row, request.encoding)), next_page_token };
    }),

    ListAlertRules: read(ctx, (request, { signals }) => {
      const agent_id = check.id(request.agent_id, 'agent_id');
      const { rows, next_page_token } = pageByName(request, ['rules', agent_id], (after, limit) =>
        signals.rules(agent_id, after, limit),
      );
      return { rules: rows.map(toRule), next_page_token };
    }),
  };
}

async function publishDurable(ctx: RpcContext, request: PublishRequest__Output): Promise<PublishResponse> {
  const { submission, args } = toSubmission('publish', request, (agent_id) =>
    parsePublish(request, agent_id),
  );
  const committed = await submit(ctx, submission, args, '');
  const { position } = unpack<Commands['publish']['result']>(committed.result);
  return {
    header: writeHeader(committed),
    signal_id: signalId(position),
    subscribers: ctx.hub.count(args.channel, args.confidence),
  };
}

/** Told and forgotten: nothing is written, and nothing waits for a commit. */
function publishLive(ctx: RpcContext, request: PublishRequest__Output): PublishResponse {
  const { submission, args } = toSubmission('publish', request, (agent_id) =>
    parsePublish(request, agent_id),
  );
  const { agent_id, epoch } = submission;
  checkEpoch(ctx, agent_id, epoch);
  const { channel, confidence } = args;
  const time_us = steadyClock.now_us();
  const live_id = `live-${randomUUID()}`;
  const payload = packSignal(args);
  const load = () => ({ position: 0, live_id, agent_id, channel, confidence, time_us, payload });
  return {
    header: { revision: String(ctx.feed.revision), replayed: false, committed_at: usToTimestamp(time_us) },
    signal_id: live_id,
    subscribers: ctx.hub.tell(new HubMessage(channel, confidence, load, 'live')),
  };
}

/** What the writer asks of every mutation. */
function checkEpoch(ctx: RpcContext, agent_id: string, epoch: number): void {
  if (epoch === 0) return;
  const current = ctx.reads.snapshot(0, ({ operations }) => operations.epoch(agent_id));
  if (epoch === current) return;
  throw staleEpoch(epoch, current);
}

/** A page of what matches. It ends early when much was looked at that did not: the next one goes on from there. */
function listSignals(
  request: ListSignalsRequest__Output,
  signals: SignalQueries,
): { rows: readonly SignalRow[]; next_page_token: string } {
  const agent_id = checks.listener(request.agent_id);
  const wanted = checks.patterns(request.patterns, agent_id);
  const min_confidence = checks.confidence(request.min_confidence, 'min_confidence');
  const since_us = check.optionalTimestamp(request.since, 'since') ?? Number.MIN_SAFE_INTEGER;
  const until_us = check.optionalTimestamp(request.until, 'until');
  const page_size = check.pageSize(request.page_size);
  const query = ['ListSignals', agent_id, wanted, min_confidence, since_us, until_us];
  const cursor = readPageToken(request.page_token, query, ['number']);
  const newest = until_us === null ? Number.MAX_SAFE_INTEGER : signals.positionAt(until_us);
  const { matches, tries } = countedMatches(wanted);
  const rows: SignalRow[] = [];
  let before = Number(cursor?.[0] ?? newest);
  let looked_at = 0;
  let size_bytes = 0;
  for (const head of signals.newestFirst(before)) {
    if (head.time_us < since_us) return { rows, next_page_token: '' };
    if (looked_at === MAX_LOOKED_AT || tries() > MAX_TRIES)
      return { rows, next_page_token: pageToken(query, [before]) };
    looked_at += 1;
    if (head.confidence >= min_confidence && matches(head.channel)) {
      const row = rows.length < page_size ? signals.get(head.position) : undefined;
      size_bytes += row?.payload.length ?? 0;
      if (row === undefined || (rows.length > 0 && size_bytes > MAX_PAGE_BYTES)) {
        return { rows, next_page_token: pageToken(query, [before]) };
      }
      rows.push(row);
    }
    before = head.position;
  }
  return { rows, next_page_token: '' };
}

/** One page of what is ordered by name, and the token of the next. */
function pageByName<Row extends { readonly name: string }>(
  request: { readonly page_size: number; readonly page_token: string },
  query: readonly unknown[],
  find: (after: string, limit: number) => { readonly rows: readonly Row[]; readonly more: boolean },
): { rows: readonly Row[]; next_page_token: string } {
  const limit = check.pageSize(request.page_size);
  const [after] = readPageToken(request.page_token, query, ['string']) ?? [''];
  const { rows, more } = find(String(after), limit);
  const last = rows.at(-1);
  return { rows, next_page_token: more && last !== undefined ? pageToken(query, [last.name]) : '' };
}

function tooMany(limit: number): HoldfastError {
  return new HoldfastError('TOO_MANY', `${limit} subscriptions are open already`, {
    metadata: { limit: String(limit) },
    retry_after_ms: 1000,
  });
}
