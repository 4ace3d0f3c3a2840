/** A guard's verdict on an action: pure, figures in, verdict out. */
import { type Figures, type Finding, notApplicable, untold } from './figures.js';
import { judgeMaxAmount, judgeMaxPosition, judgeMinBalance, judgeStopLoss } from './judges_money.js';
import { judgeAllow, judgeDeny, judgeMaxCount, judgeTradingHours } from './judges_rules.js';
import { judgeCooldown, judgeMaxDailyLoss, judgeMaxDrawdown } from './judges_session.js';
import { shown } from './lists.js';
import type { StoredGuard } from './rows.js';
import { type GuardKind, type GuardRules, inScope } from './rule.js';
import type { GuardedAction, GuardVerdictView } from './types.js';

type Judges = {
  readonly [Kind in GuardKind]: (
    rule: GuardRules[Kind],
    action: GuardedAction,
    figures: Figures,
    counter: number,
  ) => Finding;
};

const JUDGES: Judges = {
  max_amount: judgeMaxAmount,
  max_daily_loss: judgeMaxDailyLoss,
  max_drawdown: judgeMaxDrawdown,
  max_position: judgeMaxPosition,
  allow: judgeAllow,
  deny: judgeDeny,
  max_count: judgeMaxCount,
  cooldown: judgeCooldown,
  trading_hours: judgeTradingHours,
  min_balance: judgeMinBalance,
  stop_loss: judgeStopLoss,
};

const OUT_OF_SCOPE = notApplicable('the scope does not match');

export function verdictOf(guard: StoredGuard, action: GuardedAction, figures: Figures): GuardVerdictView {
  const { rule } = guard.content;
  const { name, mode, version } = guard;
  return { guard: name, kind: rule.kind, mode, version, ...findingOf(guard, action, figures) };
}

function findingOf({ content, counter }: StoredGuard, action: GuardedAction, figures: Figures): Finding {
  const { rule, scope } = content;
  if (!inScope(content, action)) return OUT_OF_SCOPE;
  if (scope.markets.length > 0 && action.market === '')
    return untold(action, 'risk.market', shown(scope.markets));
  const judge = JUDGES[rule.kind] as (
    rule: unknown,
    action: GuardedAction,
    figures: Figures,
    counter: number,
  ) => Finding;
  return judge(rule, action, figures, counter);
}
