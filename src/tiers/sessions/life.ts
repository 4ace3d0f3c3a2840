/**
 * The life of a session: every change of its state, in one place.
 *
 * Invariants: an agent has at most one session without an end; ACTIVE, REDUCING, PAUSED, HALTED and LOST have none,
 * CLOSED and EXPIRED have one and are final. Only a reset leaves HALTED, and only a resumption PAUSED and REDUCING (or what is
 * stricter); a reset goes back to the pause that the halt came over. A session that ends in one of them hands it on to the
 * agent's next one, as it does the row of losses and, to the next one in its asset, the day's P&L. Positions go with their
 * session. A session whose time is over counts as expired in every command, whether or not the sweep has recorded it.
 */
import { unpackDocument } from '../../codec/msgpack.js';
import type { DocObject } from '../../codec/value.js';
import { HoldfastError, invalidField } from '../../errors.js';
import type { Db } from '../../store/db.js';
import { attribution, type Tx } from '../command.js';
import { dayOf } from './figures.js';
import { reachedDailyLoss } from './limits.js';
import { type Positions, sessionPositions } from './positions.js';
import {
  EXPIRED_REASON,
  isDue,
  type PositionRow,
  type SessionRow,
  type SessionRows,
  sessionId,
  sessionPosition,
  sessionRows,
} from './rows.js';
import { type OpenSessionArgs, pauseOf, pauseUnder, type SessionState, stopOf } from './types.js';
import { figuresOf } from './views.js';

/** What a change of state may also change. */
type Extra = Partial<
  Pick<
    SessionRow,
    'base_capital' | 'peak_capital' | 'day' | 'day_pnl' | 'state_before' | 'pause_under_halt' | 'pause_reason'
  >
>;

export interface SessionLife {
  readonly rows: SessionRows;
  readonly positions: Positions;
  /** The agent's open session. @throws HoldfastError NOT_FOUND. */
  requireOpen(tx: Tx): SessionRow;
  /** The session of that id. @throws HoldfastError NOT_FOUND. */
  require(tx: Tx, session_id: string): SessionRow;
  /** The same, not ended. @throws HoldfastError NOT_FOUND, WRONG_STATE. */
  requireOpenId(tx: Tx, session_id: string): SessionRow;
  /** @throws HoldfastError INVALID_FIELD when it would be over already. */
  open(tx: Tx, args: OpenSessionArgs, epoch: number): SessionRow;
  /** Notes that the agent has a new epoch, which says as well that a process lives. */
  takenOver(tx: Tx, row: SessionRow, epoch: number): SessionRow;
  change(
    tx: Tx,
    row: SessionRow,
    state: SessionState,
    reason: string,
    told?: DocObject,
    extra?: Extra,
  ): SessionRow;
  /** CLOSED or EXPIRED; returns it with the positions that ended with it. */
  end(tx: Tx, row: SessionRow, state: 'CLOSED' | 'EXPIRED', reason: string): [SessionRow, PositionRow[]];
}

export function sessionLife(db: Db): SessionLife {
  const rows = sessionRows(db);
  const positions = sessionPositions(db);

  const require = (tx: Tx, session_id: string): SessionRow => {
    const position = sessionPosition(session_id);
    const row = position === undefined ? undefined : rows.find(position);
    if (row?.agent_id === tx.agent_id) return row;
    throw new HoldfastError('NOT_FOUND', `no session ${session_id}`, { field: 'session_id' });
  };

  const change: SessionLife['change'] = (tx, row, state, reason, told = {}, extra = {}) => {
    const pause_under_halt = pauseUnder(state, row);
    const moved = { ...row, state_before: '' as const, pause_under_halt, ...extra, state, reason };
    const pause = pauseOf(moved);
    const pause_reason = pause === '' ? '' : pause === state ? reason : moved.pause_reason;
    const changed = { ...moved, pause_reason };
    const payload = { ...told, from: row.state, session: figuresOf(changed) };
    const { position } = tx.emit('session.changed', sessionId(row.position), payload, 'journal');
    const stored = { ...changed, state_position: position, changed_position: position };
    rows.updateState(stored);
    return stored;
  };

  return {
    rows,
    positions,
    require,
    change,
    requireOpen: (tx) => {
      const row = rows.open(tx.agent_id);
      if (row !== undefined && !isDue(row, tx.now_us)) return row;
      throw new HoldfastError('NOT_FOUND', `agent ${tx.agent_id} has no open session`, { field: 'agent_id' });
    },
    requireOpenId: (tx, session_id) => {
      const row = require(tx, session_id);
      if (row.ended_us === null && !isDue(row, tx.now_us)) return row;
      throw wrongState(row.ended_us === null ? 'EXPIRED' : row.state, 'it has ended');
    },

    open: (tx, args, epoch) => {
      if (args.closes_us !== null && args.closes_us <= tx.now_us)
        throw invalidField('closes_at', 'must be in the future');
      const position = tx.next_position;
      const fresh: SessionRow = {
        position,
        agent_id: tx.agent_id,
        state: 'ACTIVE',
        state_before: '',
        pause_under_halt: '',
        pause_reason: '',
        reason: '',
        asset: args.asset,
        account: args.account,
        start_capital: args.start_capital,
        base_capital: args.start_capital,
        current_capital: args.start_capital,
        peak_capital: args.start_capital,
        total_pnl: '0',
        total_fees: '0',
        day: dayOf(tx.now_us),
        day_pnl: '0',
        max_drawdown: args.max_drawdown,
        max_drawdown_from_peak: args.max_drawdown_from_peak,
        max_daily_loss: args.max_daily_loss,
        trades: 0,
        wins: 0,
        losses: 0,
        consecutive_losses: 0,
        last_loss_us: 0,
        opened_us: tx.now_us,
        closes_us: args.ttl_ms === null ? args.closes_us : tx.now_us + args.ttl_ms * 1000,
        ended_us: null,
        heartbeat_interval_ms: args.heartbeat_interval_ms,
        state_position: position,
        changed_position: position,
      };
      const row = inherit(fresh, rows.newest(tx.agent_id), rows.newestIn(tx.agent_id, args.asset));
      const payload = {
        epoch,
        closes_us: row.closes_us,
        heartbeat_interval_ms: row.heartbeat_interval_ms,
        parameters: args.parameters === null ? null : unpackDocument(args.parameters),
        session: figuresOf(row),
      };
      tx.emit('session.opened', sessionId(position), payload, 'journal');
      rows.insert(row, args.parameters);
      return row;
    },

    takenOver: (tx, row, epoch) => {
      const payload = { epoch, session: figuresOf(row) };
      const { position } = tx.emit('session.taken_over', sessionId(row.position), payload, 'journal');
      const stored = { ...row, state_position: position, changed_position: position };
      rows.updateState(stored);
      return stored;
    },

    end: (tx, row, state, reason) => {
      const ended = positions.all(row.agent_id);
      positions.removeAll(row.agent_id);
      const state_before = stopOf(row);
      const told = {
        ...(state === 'CLOSED' && attribution(tx)),
        outlasts: state_before,
        positions: ended.map(({ market, quantity, cost, mark_price }) => ({
          market,
          quantity,
          cost,
          mark_price,
        })),
      };
      // An expiry has happened when its time came, not when the sweep came by.
      const ended_us = state === 'EXPIRED' ? (row.closes_us ?? tx.now_us) : tx.now_us;
      const pause_under_halt = pauseUnder(state_before, row);
      return [
        change(tx, { ...row, ended_us }, state, reason, told, { state_before, pause_under_halt }),
        ended,
      ];
    },
  };
}

/**
 * What a new session takes over: closing and opening again must shake off neither a limit nor a stop.
 * @param last the agent's last session.
 * @param last_in_asset its last one in the same asset, whose amounts can go on.
 */
function inherit(
  row: SessionRow,
  last: SessionRow | undefined,
  last_in_asset: SessionRow | undefined,
): SessionRow {
  if (last === undefined) return row;
  // Trades are counted in whatever asset they are; amounts can only go on in their own.
  const { consecutive_losses, last_loss_us, pause_reason } = last;
  const { day, day_pnl } = last_in_asset ?? row;
  const handed_on = { consecutive_losses, last_loss_us, pause_reason };
  const heir = { ...row, ...handed_on, day_pnl: day === row.day ? day_pnl : '0' };
  const stop = stopOf(last);
  const daily_loss = stop === 'HALTED' ? undefined : reachedDailyLoss(heir);
  if (daily_loss !== undefined)
    return { ...heir, state: 'HALTED', pause_under_halt: pauseOf(last), reason: daily_loss };
  if (stop === '') return heir;
  const reason = `session ${sessionId(last.position)} ended while it was ${stop.toLowerCase()}`;
  return { ...heir, state: stop, pause_under_halt: pauseUnder(stop, last), reason };
}

/** Sessions and positions that one sweep ends; one session is always ended whole. */
const MAX_SWEPT_SESSIONS = 500;
const MAX_SWEPT_POSITIONS = 5000;

/** A step of `sweep`: sessions whose time is over become EXPIRED, at most `limit`; says how many. */
export function sessionSweeper(db: Db): (tx: Tx, limit: number) => number {
  const life = sessionLife(db);
  return (tx, limit) => {
    let swept = 0;
    let removed = 0;
    for (const row of life.rows.due(tx.now_us, Math.min(limit, MAX_SWEPT_SESSIONS))) {
      if (removed >= MAX_SWEPT_POSITIONS) break;
      const [, positions] = life.end(tx.as(row.agent_id), row, 'EXPIRED', EXPIRED_REASON);
      removed += positions.length;
      swept += 1;
    }
    return swept;
  };
}

/** @throws HoldfastError FIELD_REQUIRED unless the caller named the agent's epoch; an older one was refused before. */
export function requireEpoch(tx: Tx): void {
  if (tx.is_fenced) return;
  throw new HoldfastError('FIELD_REQUIRED', 'epoch is required: OpenSession returns it', { field: 'epoch' });
}

export function wrongState(state: SessionState, why: string): HoldfastError {
  return new HoldfastError('WRONG_STATE', `the session is ${state}: ${why}`, {
    field: 'session_id',
    metadata: { state },
  });
}
