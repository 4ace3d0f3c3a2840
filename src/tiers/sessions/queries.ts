/** Reads of sessions, positions and trades. */
import type { EntryHeader } from '../../journal/entry.js';
import type { Db } from '../../store/db.js';
import { type Page, type PartialPage, takePage } from '../page.js';
import { isDue, type PositionRow, type SessionRow } from './rows.js';
import type { TradeRow } from './trades.js';
import type { PositionView, SessionState, SessionView } from './types.js';
import { toPositionView, toView } from './views.js';

/** A session with the position of the entry that opened it, which pages go by. */
export type SessionAt = SessionView & {
  readonly position: number;
  readonly changed_position: number;
  readonly state_position: number;
};

export interface TradeFilter {
  /** Null = of every session. */
  readonly session_position: number | null;
  /** Empty = every market. */
  readonly market: string;
}

/** A session, as far as a watcher of heartbeats needs it. */
export interface WatchedSession {
  readonly agent_id: string;
  readonly position: number;
  readonly state: SessionState;
  readonly state_position: number;
  readonly heartbeat_interval_ms: number;
  readonly ended_us: number | null;
}

export interface BeatingSession extends WatchedSession {
  readonly closes_us: number | null;
  readonly epoch: number;
}

/** `now_us` decides what has expired and which day it is; agent '*' is every agent. Parameters are left out where said. */
export interface SessionQueries {
  find(position: number, now_us: number): SessionAt | undefined;
  /** The same without parameters. */
  glance(position: number, now_us: number): SessionAt | undefined;
  newest(agent_id: string, now_us: number): SessionAt | undefined;
  open(agent_id: string, now_us: number): SessionAt | undefined;
  /** Newest first; only those opened before the position `before`. Empty states = all. */
  list(
    agent_id: string,
    states: readonly SessionState[],
    now_us: number,
    before: number,
    limit: number,
  ): Page<SessionAt>;
  /** Open ones by agent, after that agent; without parameters. */
  openAfter(agent_id: string, after: string, now_us: number, limit: number): Page<SessionAt>;
  /** What changed after a position, each as it is now, in the order of the changes; without parameters. */
  changedAfter(agent_id: string, changed_position: number, now_us: number, limit: number): Page<SessionAt>;
  /** What a heartbeat asks: one statement. */
  beating(position: number): BeatingSession | undefined;
  /** Every open one, for a start. */
  watched(): WatchedSession[];
  /** What began, ended, was taken over or changed state after a position, in that order. */
  statesAfter(state_position: number, limit: number): WatchedSession[];
  /** Of an open session. */
  position(agent_id: string, market: string): PositionView | undefined;
  /** By market, after that one. */
  positions(agent_id: string, after: string, limit: number): Page<PositionView>;
  trade(agent_id: string, venue: string, trade_id: string): TradeRow | undefined;
  /** Newest first; only those recorded before the position `before`. Looks at 20,000 trades at most. */
  trades(agent_id: string, filter: TradeFilter, before: number, limit: number): PartialPage<TradeRow>;
  epoch(agent_id: string): number;
  /** Open ones by the state that was written last. */
  countOpen(): { readonly state: SessionState; readonly count: number }[];
}

/** Trades of other markets cost half a microsecond each, on the thread that serves everybody. */
const TRADES_LOOKED_AT = 2000;
const MAX_LOOKS = 10;
/** About what a session takes in a reply, parameters aside. */
const ROW_BYTES = 500;

export function sessionQueries(db: Db): SessionQueries {
  const epoch = db.prepare<[string], number>('SELECT epoch FROM agents WHERE agent_id = ?').pluck();
  const epochOf = (agent_id: string): number => epoch.get(agent_id) ?? 0;
  const find = db.prepare<[number], SessionRow>('SELECT * FROM sessions WHERE position = ?');
  const newest = db.prepare<[string], SessionRow>(
    'SELECT * FROM sessions WHERE agent_id = ? ORDER BY position DESC LIMIT 1',
  );
  const open = db.prepare<[string], SessionRow>(
    'SELECT * FROM sessions WHERE agent_id = ? AND ended_us IS NULL',
  );
  const list = db.prepare<[string, number], SessionRow>(
    'SELECT * FROM sessions WHERE agent_id = ? AND position < ? ORDER BY position DESC',
  );
  const listAll = db.prepare<[number], SessionRow>(
    'SELECT * FROM sessions WHERE position < ? ORDER BY position DESC',
  );
  const openAfter = db.prepare<[string], SessionRow>(
    'SELECT * FROM sessions WHERE ended_us IS NULL AND agent_id > ? ORDER BY agent_id',
  );
  const changedAfter = db.prepare<[number], SessionRow>(
    'SELECT * FROM sessions WHERE changed_position > ? ORDER BY changed_position',
  );
  const watched_columns = 'agent_id, position, state, state_position, heartbeat_interval_ms, ended_us';
  const beating = db.prepare<[number], BeatingSession>(
    `SELECT s.agent_id, s.position, s.state, s.state_position, s.heartbeat_interval_ms, s.ended_us, s.closes_us,
       coalesce((SELECT epoch FROM agents a WHERE a.agent_id = s.agent_id), 0) AS epoch
     FROM sessions s WHERE s.position = ?`,
  );
  const watched = db.prepare<[], WatchedSession>(
    `SELECT ${watched_columns} FROM sessions WHERE ended_us IS NULL`,
  );
  const countOpen = db.prepare<[], { state: SessionState; count: number }>(
    'SELECT state, count(*) AS count FROM sessions WHERE ended_us IS NULL GROUP BY state',
  );
  const statesAfter = db.prepare<[number, number], WatchedSession>(
    `SELECT ${watched_columns} FROM sessions
     WHERE state_position > ? ORDER BY state_position LIMIT ?`,
  );
  const position = db.prepare<[string, string], PositionRow>(
    'SELECT * FROM session_positions WHERE agent_id = ? AND market = ?',
  );
  const positions = db.prepare<[string, string], PositionRow>(
    'SELECT * FROM session_positions WHERE agent_id = ? AND market > ? ORDER BY market',
  );
  const trade = db.prepare<[string, string, string], TradeRow>(
    `SELECT t.* FROM session_trade_ids i
     JOIN session_trades t ON t.agent_id = i.agent_id AND t.position = i.position
     WHERE i.agent_id = ? AND i.venue = ? AND i.trade_id = ?`,
  );
  // Trades of a session lie between its opening and that of the agent's next one.
  const nextOpened = db
    .prepare<[string, number], number | null>(
      'SELECT min(position) FROM sessions WHERE agent_id = ? AND position > ?',
    )
    .pluck();
  const trades = db.prepare<[TradeFilter & { agent_id: string; before: number; from: number }], TradeRow>(
    `SELECT * FROM session_trades
     WHERE agent_id = :agent_id AND position < :before AND position > coalesce(:session_position, 0)
       AND position >= :from
       AND (:session_position IS NULL OR session_position = :session_position)
       AND (:market = '' OR market = :market)
     ORDER BY position DESC`,
  );
  const lookEnd = db
    .prepare<[string, number, number], number>(
      `SELECT position FROM session_trades WHERE agent_id = ? AND position < ? AND position > ?
       ORDER BY position DESC LIMIT 1 OFFSET ${TRADES_LOOKED_AT - 1}`,
    )
    .pluck();
  const parameters = db
    .prepare<[number], Uint8Array>('SELECT parameters FROM session_parameters WHERE position = ?')
    .pluck();
  const bare = (row: SessionRow, now_us: number): SessionAt => atOf(row, epochOf(row.agent_id), now_us, null);
  const view = (row: SessionRow, now_us: number): SessionAt =>
    atOf(row, epochOf(row.agent_id), now_us, parameters.get(row.position) ?? null);
  const views = (rows: Iterable<SessionRow>, limit: number, now_us: number): Page<SessionAt> => {
    const page = takePage(rows, limit, () => ROW_BYTES);
    return { ...page, rows: page.rows.map((row) => bare(row, now_us)) };
  };

  return {
    find: (at, now_us) => maybe(find.get(at), now_us, view),
    glance: (at, now_us) => maybe(find.get(at), now_us, bare),
    newest: (agent_id, now_us) => maybe(newest.get(agent_id), now_us, view),
    open: (agent_id, now_us) => {
      const row = open.get(agent_id);
      return row === undefined || isDue(row, now_us) ? undefined : view(row, now_us);
    },
    list: (agent_id, states, now_us, before, limit) => {
      const rows = agent_id === '*' ? listAll.iterate(before) : list.iterate(agent_id, before);
      return takePage(
        viewed(withStates(rows, states, now_us), (row) => view(row, now_us)),
        limit,
        (session) => ROW_BYTES + (session.parameters?.length ?? 0),
      );
    },
    openAfter: (agent_id, after, now_us, limit) => {
      if (agent_id !== '*') {
        const row = after < agent_id ? open.get(agent_id) : undefined;
        return views(row === undefined ? [] : [row], limit, now_us);
      }
      return views(openAfter.iterate(after), limit, now_us);
    },
    changedAfter: (agent_id, changed_position, now_us, limit) =>
      views(
        agent_id === '*'
          ? changedAfter.iterate(changed_position)
          : changedOf(list.iterate(agent_id, Number.MAX_SAFE_INTEGER), changed_position),
        limit,
        now_us,
      ),
    beating: (at) => beating.get(at),
    countOpen: () => countOpen.all(),
    watched: () => watched.all(),
    statesAfter: (state_position, limit) => statesAfter.all(state_position, limit),
    position: (agent_id, market) => {
      const row = position.get(agent_id, market);
      return row === undefined ? undefined : toPositionView(row);
    },
    positions: (agent_id, after, limit) => {
      const page = takePage(positions.iterate(agent_id, after), limit, () => 200);
      return { ...page, rows: page.rows.map(toPositionView) };
    },
    trade: (agent_id, venue, trade_id) => trade.get(agent_id, venue, trade_id),
    trades: (agent_id, filter, before, limit) => {
      const { session_position } = filter;
      const end = session_position === null ? null : nextOpened.get(agent_id, session_position);
      let place = Math.min(before, end ?? before);
      let is_whole = false;
      const rows = function* (): Generator<TradeRow, void> {
        for (let look = 0; look < MAX_LOOKS && !is_whole; look++) {
          // Without a market everything within these positions is wanted.
          const from = filter.market === '' ? undefined : lookEnd.get(agent_id, place, session_position ?? 0);
          yield* trades.iterate({ agent_id, ...filter, before: place, from: from ?? 0 });
          is_whole = from === undefined;
          place = from ?? 0;
        }
      };
      const page = takePage(rows(), limit, ({ payload }) => payload.length);
      return page.more || is_whole ? page : { ...page, looked_to: place };
    },
    epoch: epochOf,
  };
}

function atOf(row: SessionRow, epoch: number, now_us: number, parameters: Uint8Array | null): SessionAt {
  const { position, changed_position, state_position } = row;
  return { ...toView(row, epoch, now_us, parameters), position, changed_position, state_position };
}

function maybe<Row, View>(
  row: Row | undefined,
  now_us: number,
  view: (row: Row, now_us: number) => View,
): View | undefined {
  return row === undefined ? undefined : view(row, now_us);
}

function* viewed<Row, View>(rows: Iterable<Row>, view: (row: Row) => View): Generator<View, void> {
  for (const row of rows) yield view(row);
}

/** By what a session is now, so that one whose time is over is found as EXPIRED. */
function* withStates(
  rows: Iterable<SessionRow>,
  states: readonly SessionState[],
  now_us: number,
): Generator<SessionRow, void> {
  for (const row of rows) {
    const state = isDue(row, now_us) ? 'EXPIRED' : row.state;
    if (states.length === 0 || states.includes(state)) yield row;
  }
}

/** Of one agent's sessions, newest first: once one has ended it never changes, so the first older change is the last. */
function changedOf(newest_first: Iterable<SessionRow>, changed_position: number): SessionRow[] {
  const changed: SessionRow[] = [];
  for (const row of newest_first) {
    if (row.changed_position <= changed_position) break;
    changed.unshift(row);
  }
  return changed;
}

/** Payloads of 'session.trade' entries. */
export function tradePayloads(db: Db): (entry: EntryHeader) => Uint8Array | null {
  const find = db
    .prepare<[string, number], Uint8Array>(
      'SELECT payload FROM session_trades WHERE agent_id = ? AND position = ?',
    )
    .pluck();
  return ({ agent_id, position }) => find.get(agent_id, position) ?? null;
}
