/** What the session commands are given and answer: plain data, as it crosses to the writer and into receipts. */
import type { Command } from '../command.js';

export type SessionState = 'ACTIVE' | 'REDUCING' | 'PAUSED' | 'HALTED' | 'LOST' | 'CLOSED' | 'EXPIRED';
export type TradeSide = 'BUY' | 'SELL' | '';

/** Positions that one session may have. */
export const MAX_POSITIONS = 1000;
/** Sessions that one `lose_sessions` ends at most. */
export const MAX_LOST = 1000;

/** Silence means something in these: one that is HALTED needs nobody to be there. */
export const MAY_BE_LOST: ReadonlySet<SessionState> = new Set(['ACTIVE', 'REDUCING', 'PAUSED']);

/** What the agent does not lift itself. */
export type Stop = Extract<SessionState, 'HALTED' | 'PAUSED' | 'REDUCING'>;
const STOPS: ReadonlySet<string> = new Set<Stop>(['HALTED', 'PAUSED', 'REDUCING']);

/** The stop that a session is in, was LOST in, or ended in: what its agent's next one begins with. '' = none. */
export function stopOf(session: { readonly state: string; readonly state_before: string }): Stop | '' {
  const stop = [session.state, session.state_before].find((state) => STOPS.has(state));
  return (stop ?? '') as Stop | '';
}

/** A stop that ResumeSession lifts. */
export type Pause = Exclude<Stop, 'HALTED'>;
const PAUSES: ReadonlySet<string> = new Set<Pause>(['PAUSED', 'REDUCING']);

/** The pause that holds beside or beneath what a session is in, was LOST in, or ended in. '' = none. */
export function pauseOf(session: {
  readonly state: string;
  readonly state_before: string;
  readonly pause_under_halt: string;
}): Pause | '' {
  const { state, state_before, pause_under_halt } = session;
  const pause = [state, state_before, pause_under_halt].find((each) => PAUSES.has(each));
  return (pause ?? '') as Pause | '';
}

/** What a session that is halted, or hands a halt on, keeps beneath it. */
export function pauseUnder(stop: string, session: Parameters<typeof pauseOf>[0]): Pause | '' {
  return stop === 'HALTED' ? pauseOf(session) : '';
}

/** A session as it stands; amounts are canonical and in its asset, times Unix microseconds. */
export interface SessionView {
  readonly session_id: string;
  readonly agent_id: string;
  readonly state: SessionState;
  readonly reason: string;
  /** The agent's. */
  readonly epoch: number;
  readonly asset: string;
  readonly account: string;
  readonly start_capital: string;
  /** What drawdown from the start is measured against. */
  readonly base_capital: string;
  readonly current_capital: string;
  readonly peak_capital: string;
  readonly total_pnl: string;
  readonly total_fees: string;
  /** Of the present UTC day. */
  readonly day_pnl: string;
  /** Limits; '' = none. */
  readonly max_drawdown: string;
  readonly max_drawdown_from_peak: string;
  readonly max_daily_loss: string;
  readonly trades: number;
  readonly wins: number;
  readonly losses: number;
  readonly consecutive_losses: number;
  readonly opened_us: number;
  readonly closes_us: number | null;
  readonly ended_us: number | null;
  readonly heartbeat_interval_ms: number;
  /** Packed document; null = none, or left out. */
  readonly parameters: Uint8Array | null;
  /** Of its last change. */
  readonly revision: number;
}

export interface PositionView {
  readonly market: string;
  /** Signed, never '0'. */
  readonly quantity: string;
  /** Signed like the quantity. */
  readonly cost: string;
  /** '' = none. */
  readonly mark_price: string;
  readonly opened_us: number;
  readonly updated_us: number;
  /** Of its last change. */
  readonly revision: number;
}

export interface TradeView {
  readonly venue: string;
  readonly trade_id: string;
  readonly session_id: string;
  readonly market: string;
  readonly side: TradeSide;
  /** '' without a fill. */
  readonly quantity: string;
  readonly price: string;
  readonly pnl: string;
  readonly fee: string;
  /** '' = nothing moved. */
  readonly transaction_id: string;
  readonly recorded_us: number;
  readonly occurred_us: number | null;
  /** Packed document, or null for none. */
  readonly metadata: Uint8Array | null;
  readonly revision: number;
  readonly executed: boolean;
}

export interface OpenSessionArgs {
  readonly asset: string;
  readonly start_capital: string;
  readonly account: string;
  readonly max_drawdown: string;
  readonly max_drawdown_from_peak: string;
  readonly max_daily_loss: string;
  /** At most one of the two. */
  readonly closes_us: number | null;
  readonly ttl_ms: number | null;
  readonly heartbeat_interval_ms: number;
  /** Packed document, or null for none. */
  readonly parameters: Uint8Array | null;
  readonly take_over: boolean;
}

/** [account, asset, amount], as the ledger takes them. */
export type TradePosting = readonly [account: string, asset: string, amount: string];

export interface RecordTradeArgs {
  readonly session_id: string;
  readonly venue: string;
  readonly trade_id: string;
  readonly market: string;
  /** '' without a fill; then quantity and price are '' as well. */
  readonly side: TradeSide;
  readonly quantity: string;
  readonly price: string;
  /** Null = worked out from the position's cost; never null without a fill. */
  readonly pnl: string | null;
  readonly fee: string;
  /** Null = P&L less fee goes to the session's account. */
  readonly postings: readonly TradePosting[] | null;
  readonly occurred_us: number | null;
  /** Packed document, or null for none. */
  readonly metadata: Uint8Array | null;
  readonly executed: boolean;
}

export interface SetPositionArgs {
  readonly session_id: string;
  readonly market: string;
  readonly quantity: string;
  readonly average_price: string;
  /** '' = as it was. */
  readonly mark_price: string;
}

export interface MarkPositionArgs {
  readonly session_id: string;
  readonly market: string;
  readonly mark_price: string;
}

export interface PauseSessionArgs {
  readonly reduce_only: boolean;
  readonly reason: string;
}

export interface ResetHaltArgs {
  readonly reason: string;
  /** What somebody wrote; who it was is Tx.principal. */
  readonly operator: string;
  readonly rebase: boolean;
  readonly reduce_only: boolean;
}

export interface CloseSessionArgs {
  /** '' = the open one. */
  readonly session_id: string;
  readonly reason: string;
}

export interface CloseSessionResult {
  readonly session: SessionView;
  readonly positions: readonly PositionView[];
}

/** A session whose heartbeat did not come, as the watcher of heartbeats saw it. */
export interface SilentSession {
  readonly agent_id: string;
  readonly position: number;
  /** Of its last change of state: when it is another by now, somebody was there. */
  readonly state_position: number;
}

/** Commands that the session tier does alone. */
export interface SessionCommands {
  set_position: Command<SetPositionArgs, { readonly position: PositionView }>;
  mark_position: Command<MarkPositionArgs, { readonly position: PositionView }>;
  clear_position: Command<
    { readonly session_id: string; readonly market: string },
    { readonly position: PositionView }
  >;
  pause_session: Command<PauseSessionArgs, { readonly session: SessionView }>;
  resume_session: Command<{ readonly reason: string }, { readonly session: SessionView }>;
  halt_session: Command<{ readonly reason: string }, { readonly session: SessionView }>;
  reset_halt: Command<ResetHaltArgs, { readonly session: SessionView }>;
  close_session: Command<CloseSessionArgs, CloseSessionResult>;
  /** Run by the daemon, never by a client. Those that are not as they were seen stay as they are. */
  lose_sessions: Command<{ readonly sessions: readonly SilentSession[] }, { readonly lost: number }>;
}
