/** How sessions and their positions are shown, in replies and in the journal. */
import type { DocObject } from '../../codec/value.js';
import { revisionOf } from '../../journal/position.js';
import { dayOf } from './figures.js';
import { EXPIRED_REASON, isDue, type PositionRow, type SessionRow, sessionId } from './rows.js';
import type { PositionView, SessionView } from './types.js';

/**
 * As it stands at `now_us`: one that is due has expired, and a day that is over counts no longer.
 * @param parameters null = none, or left out.
 */
export function toView(
  row: SessionRow,
  epoch: number,
  now_us: number,
  parameters: Uint8Array | null,
): SessionView {
  const is_due = isDue(row, now_us);
  // Field by field: a rest of 29 columns costs as much as reading them.
  return {
    session_id: sessionId(row.position),
    agent_id: row.agent_id,
    state: is_due ? 'EXPIRED' : row.state,
    reason: is_due ? EXPIRED_REASON : row.reason,
    epoch,
    asset: row.asset,
    account: row.account,
    start_capital: row.start_capital,
    base_capital: row.base_capital,
    current_capital: row.current_capital,
    peak_capital: row.peak_capital,
    total_pnl: row.total_pnl,
    total_fees: row.total_fees,
    day_pnl: row.day === dayOf(now_us) ? row.day_pnl : '0',
    max_drawdown: row.max_drawdown,
    max_drawdown_from_peak: row.max_drawdown_from_peak,
    max_daily_loss: row.max_daily_loss,
    trades: row.trades,
    wins: row.wins,
    losses: row.losses,
    consecutive_losses: row.consecutive_losses,
    opened_us: row.opened_us,
    closes_us: row.closes_us,
    ended_us: is_due ? row.closes_us : row.ended_us,
    heartbeat_interval_ms: row.heartbeat_interval_ms,
    parameters,
    revision: revisionOf(row.changed_position),
  };
}

export function toPositionView(row: PositionRow): PositionView {
  const { market, quantity, cost, mark_price, opened_us, updated_us, changed_position } = row;
  return {
    market,
    quantity,
    cost,
    mark_price,
    opened_us,
    updated_us,
    revision: revisionOf(changed_position),
  };
}

/** What journal entries say of a session after a change, so that who follows them need not read it. */
export function figuresOf(row: SessionRow): DocObject {
  return {
    ...totalsOf(row),
    asset: row.asset,
    account: row.account,
    pause_under_halt: row.pause_under_halt,
    pause_reason: row.pause_reason,
    start_capital: row.start_capital,
    base_capital: row.base_capital,
    max_drawdown: row.max_drawdown,
    max_drawdown_from_peak: row.max_drawdown_from_peak,
    max_daily_loss: row.max_daily_loss,
  };
}

/** The part of it that a trade can change. */
export function totalsOf(row: SessionRow): DocObject {
  return {
    state: row.state,
    reason: row.reason,
    current_capital: row.current_capital,
    peak_capital: row.peak_capital,
    total_pnl: row.total_pnl,
    total_fees: row.total_fees,
    day: row.day,
    day_pnl: row.day_pnl,
    trades: row.trades,
    wins: row.wins,
    losses: row.losses,
    consecutive_losses: row.consecutive_losses,
  };
}
