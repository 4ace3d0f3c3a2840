/** The dry run: every guard's verdict on an action as it is told, read on a read-only connection. */
import { isZeroAmount } from '../codec/amount.js';
import type { Db } from '../store/db.js';
import { beginAction } from './composed_guarded.js';
import { guardFigures } from './composed_guards.js';
import { actionOf, ownPostings } from './composed_sessions.js';
import type { Figures } from './guards/figures.js';
import { verdictOf } from './guards/judge.js';
import { type GuardQueries, guardQueries } from './guards/queries.js';
import { guardsOf } from './guards/rows.js';
import { sessionVerdict } from './guards/session_state.js';
import type { GuardedAction, GuardedActionName, GuardVerdictView } from './guards/types.js';
import { assetPrecision } from './ledger/assets.js';
import type { OperationRisk } from './operations/types.js';
import { type SessionReads, sessionReads } from './sessions/figures.js';
import { fillOf } from './sessions/fill.js';

/** An action as a caller describes it; '' = not told. */
export interface ToldAction {
  readonly action: GuardedActionName;
  readonly operation: string;
  readonly venue: string;
  readonly risk: OperationRisk;
  /** Of a trade; null = worked out from the position, as RecordTrade does. */
  readonly pnl: string | null;
  /** What `risk.amount` leaves. */
  readonly account: string;
}

export interface Evaluation {
  readonly allowed: boolean;
  /** The session's state first, then every guard by name. */
  readonly verdicts: readonly GuardVerdictView[];
}

export interface EvaluatingQueries extends GuardQueries {
  /** @param now_us a time before that of the last commit counts as that, as it does for commands. */
  evaluate(agent_id: string, told: ToldAction, now_us: number): Evaluation;
}

export function evaluatingQueries(db: Db): EvaluatingQueries {
  const guards = guardsOf(db);
  const figuresOf = guardFigures(db);
  const sessions = sessionReads(db);
  const precisionOf = assetPrecision(db);
  const lastTime = db
    .prepare<[], number>('SELECT time_us FROM journal ORDER BY position DESC LIMIT 1')
    .pluck();
  return {
    ...guardQueries(db),
    evaluate: (agent_id, told, clock_us) => {
      const now_us = Math.max(clock_us, lastTime.get() ?? 0);
      const figures = figuresOf(agent_id, told.risk.market, now_us, '');
      const action = asJudged(told, figures, sessions.open(agent_id, now_us), (asset) =>
        precisionOf(agent_id, asset),
      );
      const session = sessionVerdict(action, '', figures);
      const verdicts = guards.of(agent_id).map((guard) => verdictOf(guard, action, figures));
      const allowed = [session, ...verdicts].every(({ passed, mode }) => passed || mode !== 'ENFORCE');
      return { allowed, verdicts: [session, ...verdicts] };
    },
  };
}

/** What the command itself would tell the guards. */
function asJudged(
  told: ToldAction,
  figures: Figures,
  session: ReturnType<SessionReads['open']>,
  precisionOf: (asset: string) => number | undefined,
): GuardedAction {
  const { action, operation, risk, account } = told;
  if (action === 'record_trade' && session !== undefined)
    return tradeAction(told, figures, session, precisionOf);
  const holds = account === '' || risk.asset === '' ? [] : [[account, risk.asset, risk.amount] as const];
  const begun = beginAction({ operation, risk, holds }, null);
  return { ...begun, action };
}

function tradeAction(
  { venue, risk, ...told }: ToldAction,
  figures: Figures,
  session: NonNullable<ReturnType<SessionReads['open']>>,
  precisionOf: (asset: string) => number | undefined,
): GuardedAction {
  const { market, quantity, price } = risk;
  // A fill is told whole or not at all, as RecordTrade has it.
  const side = quantity === '' || price === '' ? '' : risk.side;
  const args = { venue, market, side, quantity, price, pnl: told.pnl, fee: '0', postings: null };
  const pnl = told.pnl ?? fillOf(figures.position(), args, () => precisionOf(session.asset))?.pnl ?? '0';
  return actionOf(session, args, pnl, isZeroAmount(pnl) ? [] : ownPostings(session, pnl));
}
