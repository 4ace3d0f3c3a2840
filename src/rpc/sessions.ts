/** Service Sessions. */
import { HoldfastError, invalidField } from '../errors.js';
import type { DocumentEncoding__Output } from '../gen/holdfast/v1/DocumentEncoding.js';
import type { Session } from '../gen/holdfast/v1/Session.js';
import type { SessionState__Output } from '../gen/holdfast/v1/SessionState.js';
import type { SessionsHandlers } from '../gen/holdfast/v1/Sessions.js';
import { steadyClock } from '../steady_clock.js';
import type { Queries } from '../tiers/queries.js';
import type { SessionAt } from '../tiers/sessions/queries.js';
import { sessionPosition } from '../tiers/sessions/rows.js';
import { toTradeView } from '../tiers/sessions/trades.js';
import { MAX_POSITIONS, type SessionState } from '../tiers/sessions/types.js';
import * as check from './check.js';
import type { RpcContext } from './context.js';
import { read, unary } from './handle.js';
import { heartbeatAnswer } from './heartbeat.js';
import type { MutationRpc } from './mutation.js';
import { pageToken, readPageToken } from './page_token.js';
import { pageByPosition } from './pages.js';
import { marketName, noSession, sessionIdOf, tradeId, venueName } from './sessions_mutations.js';
import { toPosition, toSession, toTrade } from './sessions_views.js';
import { watchSessions } from './sessions_watch.js';

export function sessionsService(ctx: RpcContext, mutation: MutationRpc): SessionsHandlers {
  const shown = (session: SessionAt, encoding: DocumentEncoding__Output): Session =>
    toSession(session, encoding, ctx.heartbeats.heardUs(session.position));

  return {
    OpenSession: mutation('open_session'),
    RecordTrade: mutation('record_trade'),
    SetPosition: mutation('set_position'),
    MarkPosition: mutation('mark_position'),
    ClearPosition: mutation('clear_position'),
    PauseSession: mutation('pause_session'),
    ResumeSession: mutation('resume_session'),
    HaltSession: mutation('halt_session'),
    ResetHalt: mutation('reset_halt'),
    CloseSession: mutation('close_session'),

    Heartbeat: unary(ctx, heartbeatAnswer(ctx)),

    GetTrade: read(ctx, (request, queries) => {
      const agent_id = check.id(request.agent_id, 'agent_id');
      const venue = venueName(request.venue);
      const row = queries.sessions.trade(agent_id, venue, tradeId(request.trade_id));
      if (row === undefined)
        throw new HoldfastError('NOT_FOUND', `no trade ${request.trade_id} of ${venue}`, {
          field: 'trade_id',
        });
      return { trade: toTrade(toTradeView(row), request.encoding) };
    }),

    ListTrades: read(ctx, (request, queries) => {
      const agent_id = check.id(request.agent_id, 'agent_id');
      const { session_id } = request;
      const market = request.market === '' ? '' : marketName(request.market);
      // No session has the position 0: an id that was never given has no trades.
      const session_position = session_id === '' ? null : (sessionPosition(sessionIdOf(session_id)) ?? 0);
      const query = ['trades', agent_id, session_id, market];
      const { rows, next_page_token } = pageByPosition(request, query, (before, limit) =>
        queries.sessions.trades(agent_id, { session_position, market }, before, limit),
      );
      return { trades: rows.map((row) => toTrade(toTradeView(row), request.encoding)), next_page_token };
    }),

    GetPosition: read(ctx, (request, queries) => {
      const agent_id = check.id(request.agent_id, 'agent_id');
      const market = marketName(request.market);
      const is_open = queries.sessions.open(agent_id, steadyClock.now_us()) !== undefined;
      const position = is_open ? queries.sessions.position(agent_id, market) : undefined;
      if (position === undefined)
        throw new HoldfastError('NOT_FOUND', `no position of ${market}`, { field: 'market' });
      return { position: toPosition(position) };
    }),

    ListPositions: read(ctx, (request, queries) => {
      const agent_id = check.id(request.agent_id, 'agent_id');
      const limit = check.pageSize(request.page_size);
      const query = ['positions', agent_id];
      const [after = ''] = readPageToken(request.page_token, query, ['string']) ?? [];
      if (queries.sessions.open(agent_id, steadyClock.now_us()) === undefined)
        return { positions: [], next_page_token: '' };
      const { rows, more } = queries.sessions.positions(agent_id, String(after), limit);
      const last = rows.at(-1);
      const next_page_token = more && last !== undefined ? pageToken(query, [last.market]) : '';
      return { positions: rows.map(toPosition), next_page_token };
    }),

    GetSession: read(ctx, (request, queries) => {
      const agent_id = check.id(request.agent_id, 'agent_id');
      const session = findSession(queries, agent_id, request.session_id);
      const open = session.ended_us === null;
      const positions = open ? queries.sessions.positions(agent_id, '', MAX_POSITIONS).rows : [];
      return { session: shown(session, request.encoding), positions: positions.map(toPosition) };
    }),

    ListSessions: read(ctx, (request, queries) => {
      const agent_id = agentOrAll(request.agent_id);
      const states = [...new Set(request.states.map((state, at) => stateOf(state, `states[${at}]`)))].sort();
      const query = ['sessions', agent_id, states];
      const { rows, next_page_token } = pageByPosition(request, query, (before, limit) =>
        queries.sessions.list(agent_id, states, steadyClock.now_us(), before, limit),
      );
      return { sessions: rows.map((row) => shown(row, request.encoding)), next_page_token };
    }),

    WatchSessions: watchSessions(ctx),
  };
}

/** An agent, or "*" for every one. */
export function agentOrAll(value: string): string {
  return value === '*' ? value : check.id(value, 'agent_id');
}

/** @param session_id '' = the newest. @throws HoldfastError NOT_FOUND. */
function findSession({ sessions }: Queries, agent_id: string, session_id: string): SessionAt {
  const now_us = steadyClock.now_us();
  if (session_id === '') {
    const newest = sessions.newest(agent_id, now_us);
    if (newest !== undefined) return newest;
    throw new HoldfastError('NOT_FOUND', `agent ${agent_id} has had no session`, { field: 'agent_id' });
  }
  const position = sessionPosition(sessionIdOf(session_id));
  const found = position === undefined ? undefined : sessions.find(position, now_us);
  if (found?.agent_id === agent_id) return found;
  throw noSession(session_id);
}

const STATES: Readonly<Record<string, SessionState>> = {
  SESSION_STATE_ACTIVE: 'ACTIVE',
  SESSION_STATE_REDUCING: 'REDUCING',
  SESSION_STATE_PAUSED: 'PAUSED',
  SESSION_STATE_HALTED: 'HALTED',
  SESSION_STATE_LOST: 'LOST',
  SESSION_STATE_CLOSED: 'CLOSED',
  SESSION_STATE_EXPIRED: 'EXPIRED',
};

function stateOf(state: SessionState__Output, field: string): SessionState {
  const known = STATES[state];
  if (known === undefined) throw invalidField(field, 'is not a state to look for', { actual: String(state) });
  return known;
}
