/**
 * What guards and alerts ask of a session, read on the connection that runs the command: they see what the command itself
 * has changed. A session or a day that is over by `now_us` counts as over, whether or not the sweep has come by.
 */
import { isNegativeAmount, negateAmount, sumText } from '../../codec/amount.js';
import type { Db } from '../../store/db.js';
import { type SessionState, type Stop, stopOf } from './types.js';

/** Amounts are canonical and in the session's asset. */
export interface SessionFigures {
  /** Of the entry that opened it. */
  readonly position: number;
  readonly state: SessionState;
  readonly asset: string;
  readonly account: string;
  /** What drawdown from the start is measured against. */
  readonly base_capital: string;
  readonly current_capital: string;
  readonly peak_capital: string;
  /** P&L less fees of the present UTC day. */
  readonly day_pnl: string;
  /** Limits; '' = none. */
  readonly max_drawdown: string;
  readonly max_drawdown_from_peak: string;
  readonly max_daily_loss: string;
  readonly consecutive_losses: number;
  /** Unix microseconds; 0 = it never lost. */
  readonly last_loss_us: number;
}

export interface PositionFigures {
  /** Signed, never '0'. */
  readonly quantity: string;
  /** Signed like the quantity. */
  readonly cost: string;
  /** '' = none. */
  readonly mark_price: string;
}

/** What outlasts a session: it is there when the next one is opened, and for guards in between. */
export interface LastSession {
  /** Of the entry that opened it. */
  readonly position: number;
  readonly asset: string;
  readonly day_pnl: string;
  readonly consecutive_losses: number;
  readonly last_loss_us: number;
  /** What it is stopped in, or was when it ended; '' = none. */
  readonly stop: Stop | '';
}

export interface SessionReads {
  /** The agent's open session. */
  open(agent_id: string, now_us: number): SessionFigures | undefined;
  /** The agent's last session, ended or not. */
  last(agent_id: string, now_us: number): LastSession | undefined;
  /**
   * What the agent has lost this UTC day in assets other than that of its last session, at or above zero: the sum over the
   * last session in each, where what one has won makes up for nothing.
   * @param last its last session.
   */
  lostElsewhere(agent_id: string, last: Pick<LastSession, 'position' | 'asset'>, now_us: number): string;
  /** The position of a market in the agent's open session. */
  position(agent_id: string, market: string): PositionFigures | undefined;
}

const US_PER_DAY = 86_400_000_000;

/** The UTC day of a time, as days since the Unix epoch. */
export function dayOf(time_us: number): number {
  return Math.floor(time_us / US_PER_DAY);
}

interface Row extends SessionFigures {
  readonly day: number;
}

/** What a day that is over lost counts no longer. */
export function figuresAt(row: Row, now_us: number): SessionFigures {
  return row.day === dayOf(now_us) ? row : { ...row, day_pnl: '0' };
}

export function sessionReads(db: Db): SessionReads {
  const open = db.prepare<[string, number], Row>(
    `SELECT position, state, asset, account, base_capital, current_capital, peak_capital, day, day_pnl, max_drawdown,
       max_drawdown_from_peak, max_daily_loss, consecutive_losses, last_loss_us
     FROM sessions WHERE agent_id = ? AND ended_us IS NULL AND (closes_us IS NULL OR closes_us > ?)`,
  );
  const last = db.prepare<[string], Row & { readonly state_before: string }>(
    `SELECT position, asset, state, state_before, day, day_pnl, consecutive_losses, last_loss_us
     FROM sessions WHERE agent_id = ? ORDER BY position DESC LIMIT 1`,
  );
  // Sessions follow one another: before one that ended on an earlier day none has traded on this one. Beside max(), SQLite
  // takes the other columns from the row that it is in.
  const elsewhere = db
    .prepare<
      [string, number, string, string, number, number],
      [position: number, day: number, day_pnl: string]
    >(
      `SELECT max(position), day, day_pnl FROM sessions
       WHERE agent_id = ? AND position < ? AND asset <> ? AND position > coalesce(
         (SELECT position FROM sessions WHERE agent_id = ? AND position < ? AND ended_us < ?
          ORDER BY position DESC LIMIT 1), 0)
       GROUP BY asset`,
    )
    .raw();
  const position = db.prepare<[string, string], PositionFigures>(
    'SELECT quantity, cost, mark_price FROM session_positions WHERE agent_id = ? AND market = ?',
  );
  return {
    open: (agent_id, now_us) => {
      const row = open.get(agent_id, now_us);
      return row && figuresAt(row, now_us);
    },
    last: (agent_id, now_us) => {
      const row = last.get(agent_id);
      return row && { ...figuresAt(row, now_us), stop: stopOf(row) };
    },
    lostElsewhere: (agent_id, { asset, position }, now_us) => {
      const today = dayOf(now_us);
      const lost = elsewhere
        .all(agent_id, position, asset, agent_id, position, today * US_PER_DAY)
        .filter(([, day, day_pnl]) => day === today && isNegativeAmount(day_pnl))
        .map(([, , day_pnl]) => negateAmount(day_pnl));
      return lost.length === 0 ? '0' : sumText(lost);
    },
    position: (agent_id, market) => position.get(agent_id, market),
  };
}
