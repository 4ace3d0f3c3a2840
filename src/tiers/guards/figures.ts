/** What judges may ask of the present, each looked up at most once per action and only when a guard asks. */
import type { InFlight } from './exposure.js';
import type { GuardedAction, LastSession, PositionNow, SessionNow } from './types.js';

export interface Figures {
  readonly now_us: number;
  /** Undefined: no session is open. */
  session(): SessionNow | undefined;
  /** The agent's last session, which may have ended; undefined: it has had none. */
  last(): LastSession | undefined;
  /** What the agent has lost this UTC day in assets other than its last session's, at or above zero. */
  lostElsewhere(): string;
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

/**
 * The action leaves out what the guard judges by. An operation is refused for it: what it does happens outside, and what its
 * `risk` leaves out may be anything. The others are all that they do, so of them it means that they do nothing of the kind.
 * @param field of BeginOperation, such as risk.amount.
 */
export function untold({ action }: GuardedAction, field: string, limit: string): Finding {
  return action === 'begin_operation'
    ? finding(false, limit, '', `${field} is not told, and this guard judges by it`)
    : notApplicable(`it tells no ${field.slice('risk.'.length)}`);
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
