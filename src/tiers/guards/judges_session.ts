/** Judges of what the session has lost; what adds no risk passes them all. Decisions compare exact sums and products; fractions are rounded for showing. */
import {
  addText,
  compareAmounts,
  compareProducts,
  isNegativeAmount,
  isZeroAmount,
  negateAmount,
  scaleText,
  subtractText,
} from '../../codec/amount.js';
import { type Figures, type Finding, finding, notApplicable } from './figures.js';
import { addsNoRisk } from './reducing.js';
import type { GuardRules } from './rule.js';
import type { GuardedAction } from './types.js';

const NO_SESSION = notApplicable('there is no open session');
const NEVER = notApplicable('the agent has had no session');

/**
 * Once it is reached nothing else goes; before, a trade may reach it and not go beyond. The day's loss is the agent's: it goes on
 * from one session to the next, in whatever asset, and stands in between.
 */
export function judgeMaxDailyLoss(
  { amount }: GuardRules['max_daily_loss'],
  action: GuardedAction,
  figures: Figures,
): Finding {
  const session = figures.last();
  if (session === undefined) return NEVER;
  const limit = negateAmount(amount);
  const elsewhere = figures.lostElsewhere();
  const day_pnl = withElsewhere(session.day_pnl, elsewhere);
  const after = withElsewhere(addText(session.day_pnl, action.pnl ?? '0'), elsewhere);
  const is_reached = compareAmounts(day_pnl, limit) <= 0;
  const loss = negateAmount(after);
  return finding(
    (!is_reached && compareAmounts(after, limit) >= 0) || addsNoRisk(action, figures),
    amount,
    loss,
    is_reached
      ? `the day's loss of ${amount} is reached: P&L less fees is ${day_pnl}`
      : `the day's loss would be ${loss}; at most ${amount}`,
  );
}

/** Losses in several assets add up, by their figures; what is won in one makes up for what is lost in none but its own. */
function withElsewhere(day_pnl: string, lost_elsewhere: string): string {
  if (isZeroAmount(lost_elsewhere)) return day_pnl;
  return subtractText(isNegativeAmount(day_pnl) ? day_pnl : '0', lost_elsewhere);
}

export function judgeMaxDrawdown(
  { fraction, from_peak }: GuardRules['max_drawdown'],
  action: GuardedAction,
  figures: Figures,
): Finding {
  const session = figures.session();
  if (session === undefined) return NO_SESSION;
  const from = from_peak ? session.peak_capital : session.base_capital;
  const after = addText(session.current_capital, action.pnl ?? '0');
  const what = from_peak ? 'peak' : 'start capital';
  if (isZeroAmount(from) || isNegativeAmount(from))
    return finding(addsNoRisk(action, figures), fraction, '1', `the ${what} is ${from}: all is lost`);
  const lost = subtractText(from, session.current_capital);
  const lost_after = subtractText(from, after);
  const is_reached = compareProducts(lost, '1', from, fraction) >= 0;
  const is_within = !is_reached && compareProducts(lost_after, '1', from, fraction) <= 0;
  const passed = is_within || addsNoRisk(action, figures);
  const actual = isNegativeAmount(lost_after) ? '0' : scaleText(lost_after, '1', from);
  const message = is_reached
    ? `the drawdown of ${fraction} is reached: capital is ${session.current_capital}, the ${what} ${from}`
    : `${actual} of the ${what} ${from} would be lost; at most ${fraction}`;
  return finding(passed, fraction, actual, message);
}

export function judgeCooldown(
  { losses, duration_ms }: GuardRules['cooldown'],
  action: GuardedAction,
  figures: Figures,
): Finding {
  const session = figures.last();
  if (session === undefined) return NEVER;
  const until_us = session.last_loss_us + duration_ms * 1000;
  const cools = session.consecutive_losses >= losses && figures.now_us < until_us;
  const message = `${session.consecutive_losses} losing trades in a row; from ${losses} on nothing for ${duration_ms} ms after the last`;
  return finding(
    !cools || addsNoRisk(action, figures),
    String(losses),
    String(session.consecutive_losses),
    message,
    until_us,
  );
}
