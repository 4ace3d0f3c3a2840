/**
 * WatchSessions: every open session, then each as it changes. It pulls: what changed after the last change told is read
 * when the client can take more, so that nothing is queued and a slow client gets the newest state of each.
 */
import type { handleServerStreamingCall } from '@grpc/grpc-js';
import { pause } from '../background/follow.js';
import { HoldfastError } from '../errors.js';
import type { WatchSessionsRequest__Output } from '../gen/holdfast/v1/WatchSessionsRequest.js';
import type { WatchSessionsResponse } from '../gen/holdfast/v1/WatchSessionsResponse.js';
import { lastPositionOf } from '../journal/position.js';
import { steadyClock } from '../steady_clock.js';
import type { Page } from '../tiers/page.js';
import type { SessionAt, SessionQueries } from '../tiers/sessions/queries.js';
import * as check from './check.js';
import type { RpcContext } from './context.js';
import { toStatus } from './handle.js';
import { requestOf } from './proto.js';
import { toSession } from './sessions_views.js';
import { endWithError, signalOf, writeMessage } from './streams.js';

const DEFAULT_INTERVAL_MS = 1000;
const MIN_INTERVAL_MS = 100;
const MAX_INTERVAL_MS = 60_000;
/** Sessions in one message. */
const PAGE_SESSIONS = 100;
/** Changes are gathered this long, so that many trades of a session are one message. */
const ROUND_MS = 50;

interface Watched {
  /** Of the snapshot that was read. */
  readonly revision: number;
  readonly page: Page<SessionAt>;
}

type Send = (watched: Watched, snapshot_done?: boolean) => Promise<void>;

export function watchSessions(
  ctx: RpcContext,
): handleServerStreamingCall<WatchSessionsRequest__Output, WatchSessionsResponse> {
  let open = 0;
  return async (call) => {
    const started_ms = performance.now();
    open += 1;
    try {
      if (open > ctx.config.max_watches) throw tooMany(ctx.config.max_watches);
      const request = requestOf(call);
      const signal = signalOf(call);
      const send: Send = ({ revision, page }, snapshot_done = false) =>
        writeMessage(
          call,
          {
            revision: String(revision),
            sessions: page.rows.map((row) => toWatched(ctx, row)),
            snapshot_done,
          },
          ctx.config.slow_consumer_ms,
          {},
          page.rows.length * 500,
        );
      await follow(ctx, request, signal, send);
      if (ctx.feed.closed) throw new HoldfastError('SHUTTING_DOWN', 'the daemon is stopping');
      ctx.stats.record(call, started_ms, true);
      call.end();
    } catch (error) {
      ctx.stats.record(call, started_ms, false, error);
      endWithError(call, toStatus(ctx, call, error), ctx.config.slow_consumer_ms);
    } finally {
      open -= 1;
    }
  };
}

async function follow(
  ctx: RpcContext,
  request: WatchSessionsRequest__Output,
  signal: AbortSignal,
  send: Send,
): Promise<void> {
  const { feed, heartbeats } = ctx;
  const agent_id = request.agent_id === '*' ? '*' : check.id(request.agent_id, 'agent_id');
  const interval_ms =
    check.optionalDuration(request.interval, 'interval', MIN_INTERVAL_MS, MAX_INTERVAL_MS) ??
    DEFAULT_INTERVAL_MS;
  const ended = (): boolean => signal.aborted || feed.closed;

  let sequence = heartbeats.sequence;
  let revision = await sendOpen(ctx, agent_id, send, ended);
  let changed_position = lastPositionOf(revision);
  let told_ms = performance.now();
  while (!ended()) {
    const changes = look(ctx, (sessions) =>
      sessions.changedAfter(agent_id, changed_position, steadyClock.now_us(), PAGE_SESSIONS),
    );
    const last = changes.page.rows.at(-1);
    if (last !== undefined) {
      changed_position = last.changed_position;
      await send(changes);
    }
    if (changes.page.more) continue;
    revision = changes.revision;
    if (performance.now() - told_ms >= interval_ms) {
      const before = sequence;
      sequence = heartbeats.sequence;
      await sendHeard(ctx, agent_id, before, send, ended);
      told_ms = performance.now();
    }
    if (ended()) return;
    await pause(ROUND_MS, signal);
    await feed.after(revision, Math.max(1, interval_ms - (performance.now() - told_ms)), signal);
  }
}

/** Every open session; returns the revision that the first page stood at: what follows begins after it. */
async function sendOpen(
  ctx: RpcContext,
  agent_id: string,
  send: Send,
  ended: () => boolean,
): Promise<number> {
  let first_revision: number | undefined;
  let after = '';
  for (;;) {
    const open = look(ctx, (sessions) =>
      sessions.openAfter(agent_id, after, steadyClock.now_us(), PAGE_SESSIONS),
    );
    first_revision ??= open.revision;
    await send(open, !open.page.more);
    const last = open.page.rows.at(-1);
    if (!open.page.more || last === undefined || ended()) return first_revision;
    after = last.agent_id;
  }
}

/** Sessions that were heard since, as they are now. */
async function sendHeard(
  ctx: RpcContext,
  agent_id: string,
  sequence: number,
  send: Send,
  ended: () => boolean,
): Promise<void> {
  const heard = ctx.heartbeats.heardAfter(sequence);
  for (let at = 0; at < heard.length && !ended(); at += PAGE_SESSIONS) {
    const some = look(ctx, (sessions) => {
      const rows = heard.slice(at, at + PAGE_SESSIONS).flatMap((position) => {
        const row = sessions.glance(position, steadyClock.now_us());
        return row === undefined || (agent_id !== '*' && row.agent_id !== agent_id) ? [] : [row];
      });
      return { rows, more: false };
    });
    if (some.page.rows.length > 0) await send(some);
  }
}

function look(ctx: RpcContext, query: (sessions: SessionQueries) => Page<SessionAt>): Watched {
  return ctx.reads.snapshot(0, ({ sessions }, revision) => ({ page: query(sessions), revision }));
}

function toWatched(ctx: RpcContext, row: SessionAt): NonNullable<WatchSessionsResponse['sessions']>[number] {
  const heartbeat_us = ctx.heartbeats.heardUs(row.position);
  return toSession(row, 'DOCUMENT_ENCODING_UNSPECIFIED', heartbeat_us);
}

function tooMany(limit: number): HoldfastError {
  return new HoldfastError('TOO_MANY', `${limit} watches of sessions are open already`, {
    metadata: { limit: String(limit) },
    retry_after_ms: 1000,
  });
}
