/**
 * Sessions, positions and trades as the wire shows them. Quotients are rounded here and nowhere decided by; whatever was
 * committed can be shown, so that figures worked out here may be longer than an amount.
 */
import { isNegativeAmount, isZeroAmount, scaleText, subtractText } from '../codec/amount.js';
import { msToDuration, usToTimestamp } from '../codec/time.js';
import type { DocumentEncoding__Output } from '../gen/holdfast/v1/DocumentEncoding.js';
import type { Position } from '../gen/holdfast/v1/Position.js';
import type { Session } from '../gen/holdfast/v1/Session.js';
import type { Trade } from '../gen/holdfast/v1/Trade.js';
import type { PositionView, SessionView, TradeView } from '../tiers/sessions/types.js';
import { toDocument } from './documents.js';

/** @param heartbeat_us when one was last heard; undefined = none was, or it is not told here. */
export function toSession(
  view: SessionView,
  encoding: DocumentEncoding__Output,
  heartbeat_us?: number,
): Session {
  return {
    session_id: view.session_id,
    agent_id: view.agent_id,
    state: `SESSION_STATE_${view.state}`,
    reason: view.reason,
    epoch: String(view.epoch),
    asset: view.asset,
    account: view.account,
    start_capital: view.start_capital,
    current_capital: view.current_capital,
    peak_capital: view.peak_capital,
    total_pnl: view.total_pnl,
    total_fees: view.total_fees,
    daily_pnl: view.day_pnl,
    drawdown_from_start: fractionLost(view.base_capital, view.current_capital),
    drawdown_from_peak: fractionLost(view.peak_capital, view.current_capital),
    max_drawdown: view.max_drawdown,
    max_drawdown_from_peak: view.max_drawdown_from_peak,
    max_daily_loss: view.max_daily_loss,
    trades: String(view.trades),
    wins: String(view.wins),
    losses: String(view.losses),
    consecutive_losses: view.consecutive_losses,
    opened_at: usToTimestamp(view.opened_us),
    ...(view.closes_us !== null && { closes_at: usToTimestamp(view.closes_us) }),
    ...(view.ended_us !== null && { ended_at: usToTimestamp(view.ended_us) }),
    heartbeat_interval: msToDuration(view.heartbeat_interval_ms),
    ...(heartbeat_us !== undefined && { last_heartbeat_at: usToTimestamp(heartbeat_us) }),
    ...(view.parameters !== null && { parameters: toDocument(view.parameters, encoding) }),
    revision: String(view.revision),
  };
}

/** Where there was nothing to lose, all is lost; see reachedLimit in tiers/sessions/limits.ts. */
function fractionLost(from: string, current: string): string {
  if (isZeroAmount(from) || isNegativeAmount(from)) return '1';
  const lost = subtractText(from, current);
  return isNegativeAmount(lost) ? '0' : scaleText(lost, '1', from);
}

export function toPosition(view: PositionView): Position {
  const { quantity, cost, mark_price } = view;
  return {
    market: view.market,
    quantity,
    cost,
    average_price: scaleText(cost, '1', quantity),
    mark_price,
    unrealized_pnl: mark_price === '' ? '' : subtractText(scaleText(quantity, mark_price, '1'), cost),
    opened_at: usToTimestamp(view.opened_us),
    updated_at: usToTimestamp(view.updated_us),
    revision: String(view.revision),
  };
}

export function toTrade(view: TradeView, encoding: DocumentEncoding__Output): Trade {
  return {
    venue: view.venue,
    trade_id: view.trade_id,
    session_id: view.session_id,
    market: view.market,
    side: view.side === '' ? 'TRADE_SIDE_UNSPECIFIED' : `TRADE_SIDE_${view.side}`,
    quantity: view.quantity,
    price: view.price,
    pnl: view.pnl,
    fee: view.fee,
    transaction_id: view.transaction_id,
    recorded_at: usToTimestamp(view.recorded_us),
    ...(view.occurred_us !== null && { occurred_at: usToTimestamp(view.occurred_us) }),
    ...(view.metadata !== null && { metadata: toDocument(view.metadata, encoding) }),
    revision: String(view.revision),
    executed: view.executed,
  };
}
