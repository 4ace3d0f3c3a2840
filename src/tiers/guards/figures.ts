/** What judges may ask of the present, each looked up at most once per action and only when a guard asks. */
import type { InFlight } from './exposure.js';

/** Of the agent's open session; amounts are in its asset. */
export interface SessionNow {
  readonly session_id: string;
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

export interface PositionNow {
  /** Signed, never '0'. */
  readonly quantity: string;
  /** Signed like the quantity. */
  readonly cost: string;
  /** '' = none. */
  readonly mark_price: string;
}

export interface Figures {
  readonly now_us: number;
  /** Undefined: no session is open. */
  session(): SessionNow | undefined;
  /** Of the action's market in the open session; undefined when there is none. */
  position(): PositionNow | undefined;
  /** On the action's market, without the operation that is being judged. */
  inFlight(): InFlight;
  /** Of an account, holds that are due not counted. */
  available(account: string, asset: string): string;
  /** Actions that a counter has seen within the window that ends now. */
  counted(counter: number, window_us: number): number;
  /** When the action that is `count` before a counter's end was; undefined when there are fewer. */
  countedAt(counter: number, count: number): number | undefined;
}

/** What a judge says of an action. */
export interface Finding {
  readonly passed: boolean;
  readonly applicable: boolean;
  readonly limit: string;
  readonly actual: string;
  readonly message: string;
  /** Unix microseconds; null = time alone does not decide. */
  readonly retry_us: number | null;
}

/** The guard has nothing to say. */
export function notApplicable(message: string): Finding {
  return { passed: true, applicable: false, limit: '', actual: '', message, retry_us: null };
}

export function finding(
  passed: boolean,
  limit: string,
  actual: string,
  message: string,
  retry_us: number | null = null,
): Finding {
  return { passed, applicable: true, limit, actual, message, retry_us: passed ? null : retry_us };
}
