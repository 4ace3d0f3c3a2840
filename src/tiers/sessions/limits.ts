/** A session's totals and the limits that halt it. Decisions compare exact products. */
import {
  addAmounts,
  compareAmounts,
  compareProducts,
  isNegativeAmount,
  isZeroAmount,
  negateAmount,
  subtractAmounts,
  subtractText,
} from '../../codec/amount.js';
import { dayOf } from './figures.js';
import type { SessionRow } from './rows.js';

/** A copy, to be assigned to. */
type Traded = { -readonly [Name in keyof SessionRow]: SessionRow[Name] };

/**
 * The session after a trade. A day's P&L begins at midnight UTC. The row is copied and then assigned to: overriding columns
 * while it is spread costs the engine a miss for each, and this is done for every trade.
 * @throws HoldfastError LIMIT_EXCEEDED.
 */
export function addTrade(row: SessionRow, pnl: string, fee: string, now_us: number): Traded {
  const net = subtractAmounts(pnl, fee);
  const day = dayOf(now_us);
  const current_capital = addAmounts(row.current_capital, net);
  const won = !isZeroAmount(pnl) && !isNegativeAmount(pnl);
  const lost = isNegativeAmount(pnl);
  const traded: Traded = { ...row };
  traded.current_capital = current_capital;
  if (compareAmounts(current_capital, row.peak_capital) > 0) traded.peak_capital = current_capital;
  traded.total_pnl = addAmounts(row.total_pnl, pnl);
  traded.total_fees = addAmounts(row.total_fees, fee);
  traded.day = day;
  traded.day_pnl = day === row.day ? addAmounts(row.day_pnl, net) : net;
  traded.trades += 1;
  if (won) {
    traded.wins += 1;
    traded.consecutive_losses = 0;
  }
  if (lost) {
    traded.losses += 1;
    traded.consecutive_losses += 1;
    traded.last_loss_us = now_us;
  }
  return traded;
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
  return compareProducts(subtractText(from, current), '1', from, limit) >= 0;
}
