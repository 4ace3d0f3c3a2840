/** A session's totals and the limits that halt it. Decisions compare exact products. */
import {
  addAmounts,
  compareAmounts,
  compareProducts,
  isNegativeAmount,
  isZeroAmount,
  negateAmount,
  subtractAmounts,
} from '../../codec/amount.js';
import { dayOf } from './figures.js';
import type { SessionRow, Totals } from './rows.js';

/** The totals after a trade. A day's P&L begins at midnight UTC. @throws HoldfastError LIMIT_EXCEEDED. */
export function addTrade(row: Totals, pnl: string, fee: string, now_us: number): Totals {
  const net = subtractAmounts(pnl, fee);
  const day = dayOf(now_us);
  const current_capital = addAmounts(row.current_capital, net);
  const won = !isZeroAmount(pnl) && !isNegativeAmount(pnl);
  const lost = isNegativeAmount(pnl);
  return {
    current_capital,
    peak_capital: compareAmounts(current_capital, row.peak_capital) > 0 ? current_capital : row.peak_capital,
    total_pnl: addAmounts(row.total_pnl, pnl),
    total_fees: addAmounts(row.total_fees, fee),
    day,
    day_pnl: day === row.day ? addAmounts(row.day_pnl, net) : net,
    trades: row.trades + 1,
    wins: row.wins + (won ? 1 : 0),
    losses: row.losses + (lost ? 1 : 0),
    consecutive_losses: lost ? row.consecutive_losses + 1 : won ? 0 : row.consecutive_losses,
    last_loss_us: lost ? now_us : row.last_loss_us,
  };
}

type Limited = Pick<
  SessionRow,
  | 'base_capital'
  | 'current_capital'
  | 'peak_capital'
  | 'day_pnl'
  | 'max_drawdown'
  | 'max_drawdown_from_peak'
  | 'max_daily_loss'
>;

/** The first limit that is reached, in words; undefined when none is. Exactly at it counts. */
export function reachedLimit(row: Limited): string | undefined {
  const { base_capital, current_capital, peak_capital } = row;
  if (hasShrunk(base_capital, current_capital, row.max_drawdown))
    return `max_drawdown ${row.max_drawdown} reached: capital ${current_capital} of ${base_capital}`;
  if (hasShrunk(peak_capital, current_capital, row.max_drawdown_from_peak))
    return `max_drawdown_from_peak ${row.max_drawdown_from_peak} reached: capital ${current_capital}, peak ${peak_capital}`;
  return reachedDailyLoss(row);
}

/** The same of the day's loss alone. */
export function reachedDailyLoss({
  day_pnl,
  max_daily_loss,
}: Pick<Limited, 'day_pnl' | 'max_daily_loss'>): string | undefined {
  if (max_daily_loss === '' || compareAmounts(day_pnl, negateAmount(max_daily_loss)) > 0) return undefined;
  return `max_daily_loss ${max_daily_loss} reached: P&L less fees of the day is ${day_pnl}`;
}

/** `from` has lost the fraction `limit`. Where there was nothing to lose, all is lost. */
function hasShrunk(from: string, current: string, limit: string): boolean {
  if (limit === '') return false;
  if (isZeroAmount(from) || isNegativeAmount(from)) return true;
  return compareProducts(subtractAmounts(from, current), '1', from, limit) >= 0;
}
