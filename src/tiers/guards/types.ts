/** What guards judge and what they say: plain data, shared by the commands that guards stand before. */
import type { Tx } from '../command.js';

export type GuardedActionName = 'begin_operation' | 'post_transaction' | 'place_hold' | 'record_trade';
export type GuardMode = 'ENFORCE' | 'WARN' | 'SHADOW';
export type Side = 'BUY' | 'SELL';

/** An action as far as it is told; '' and null = not told. Amounts are canonical. */
export interface GuardedAction {
  readonly action: GuardedActionName;
  readonly operation: string;
  readonly venue: string;
  readonly market: string;
  readonly side: Side | '';
  /** Above zero. */
  readonly quantity: string | null;
  readonly price: string | null;
  /** [account, asset, amount above zero] that leaves an account of the agent; account '' = not told. */
  readonly outflows: readonly (readonly [account: string, asset: string, amount: string])[];
  /** Every [account, asset] that it names, for lists. */
  readonly accounts: readonly (readonly [account: string, asset: string])[];
  /** Of a trade: realised P&L less fee, in the session's asset. */
  readonly pnl: string | null;
  /** It claims to bring the position closer to zero. */
  readonly reduce_only: boolean;
  /** It settles a hold, which was judged when it was placed: only lists of accounts judge it, by where it goes. Absent = no. */
  readonly is_settlement?: true;
}

/** What a guard said of an action. */
export interface GuardVerdictView {
  readonly guard: string;
  /** Such as max_amount; 'session' for the session's own state. */
  readonly kind: string;
  readonly mode: GuardMode;
  readonly passed: boolean;
  readonly applicable: boolean;
  readonly limit: string;
  /** The figure held against it: what would be if the action went on. */
  readonly actual: string;
  readonly message: string;
  readonly version: number;
  /** Unix microseconds; null = time alone does not decide. */
  readonly retry_us: number | null;
}

/** What guards say of an action together. */
export interface Judgement {
  /** Verdicts that stop it, by name; none = it goes on. */
  readonly denials: readonly GuardVerdictView[];
  /** Verdicts of guards that failed and only warn. */
  readonly warnings: readonly GuardVerdictView[];
  /** The same of guards that say so in the journal only. */
  readonly shadows: readonly GuardVerdictView[];
  /** What counts the action once it goes on: the counter and its window. */
  readonly counting: readonly (readonly [counter: number, window_us: number])[];
}

/** Of the agent's open session; amounts are in its asset. */
export interface SessionNow {
  /** Of the entry that opened it. */
  readonly position: number;
  readonly state: string;
  readonly asset: string;
  readonly base_capital: string;
  readonly current_capital: string;
  readonly peak_capital: string;
  /** P&L less fees of the present UTC day. */
  readonly day_pnl: string;
  readonly consecutive_losses: number;
  /** Unix microseconds; 0 = it never lost. */
  readonly last_loss_us: number;
}

/** What outlasts a session. */
export interface LastSession {
  readonly position: number;
  readonly asset: string;
  readonly day_pnl: string;
  readonly consecutive_losses: number;
  readonly last_loss_us: number;
  /** HALTED, PAUSED or REDUCING: what it is stopped in, or was when it ended; '' = none. */
  readonly stop: string;
}

export interface PositionNow {
  /** Signed, never '0'. */
  readonly quantity: string;
  /** Signed like the quantity. */
  readonly cost: string;
  /** '' = none. */
  readonly mark_price: string;
}

/** The open session as it stands by the command's time, and its position in the action's market. */
export interface KnownSession {
  readonly session: SessionNow;
  readonly position: PositionNow | undefined;
}

/** What stands before an action; every command that guards cover asks it inside its own transaction. */
export interface GuardGate {
  /**
   * Judges an action, counts it if it goes on, and journals verdicts that did not pass.
   * @param known what the command has read of the session already; otherwise it is read when a guard asks.
   * @param enforced false: it has happened already; what failed comes back as warnings.
   * @returns verdicts that failed and did not stop it, shadow ones left out.
   * @throws HoldfastError GUARD_DENIED (metadata guard, kind, limit, actual of the first that failed).
   */
  admit(tx: Tx, action: GuardedAction, enforced: boolean, known?: KnownSession): readonly GuardVerdictView[];
  /**
   * Judges without throwing, counting or journaling: what more than guards decides about calls `passed` when it goes on.
   * @param operation_key of the operation that it is about: what that one has in flight does not count. '' = none.
   */
  judge(tx: Tx, action: GuardedAction, operation_key: string): Judgement;
  /** The action goes on: counts it, and journals what did not pass. */
  passed(tx: Tx, action: GuardedAction, judgement: Judgement): void;
  /** What the state of the session says of beginning an operation; undefined when it allows it. */
  sessionDenial(
    tx: Tx,
    action: GuardedAction,
    operation_key: string,
    session_id: string,
  ): GuardVerdictView | undefined;
}
