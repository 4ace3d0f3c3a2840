/** A session, its positions and its trades as the model has them, and what the wire must show of them. */
import { fromUnits, ONE, scaled, toUnits } from './amounts.js';
import type { Holding } from './position_model.js';
import { documentOf, textOf } from './tier.js';
import { dayOf, usOf } from './times.js';
import type { Message } from './wire.js';

export type State = 'ACTIVE' | 'REDUCING' | 'PAUSED' | 'HALTED' | 'LOST' | 'CLOSED' | 'EXPIRED';

export type Pause = 'REDUCING' | 'PAUSED';

export interface ModelSession {
  readonly session_id: string;
  readonly agent_id: string;
  /** As it was opened. */
  readonly asked: Message;
  readonly account: string;
  readonly opened_us: number;
  readonly closes_us: number | undefined;
  state: State;
  /** What a LOST one was, and what one ended as; of one that was LOST at its end what it was before that. */
  before: State;
  /** What a reset of its halt goes back to, or hands on. */
  under_halt: Pause | undefined;
  /** Of the pause that holds in, beside or beneath its state; empty without one. */
  pause_reason: string;
  reason: string;
  /** Capital that drawdown from the start is measured against. */
  base: bigint;
  capital: bigint;
  peak: bigint;
  pnl: bigint;
  fees: bigint;
  day: number;
  day_pnl: bigint;
  trades: number;
  wins: number;
  losses: number;
  losses_in_a_row: number;
  last_loss_us: number;
  ended_us: number | undefined;
  revision: number;
}

export interface ModelPosition extends Holding {
  readonly mark_price: string;
  readonly opened_us: number;
  readonly updated_us: number;
  readonly revision: number;
}

/** Sessions with a shorter interval may be LOST at any time; the others never here. */
export const LOSABLE_US = 60_000_000;

export const NOTHING: Holding = { quantity: 0n, cost: 0n };

export function isOpen({ ended_us, closes_us }: ModelSession, time_us: number): boolean {
  return ended_us === undefined && (closes_us === undefined || closes_us > time_us);
}

/** What the agent's next session begins in unless it is ACTIVE, and what lets nothing begin until then. */
export function stopOf({ state, before }: ModelSession): State | undefined {
  const present = state === 'LOST' || state === 'CLOSED' || state === 'EXPIRED' ? before : state;
  return present === 'ACTIVE' ? undefined : present;
}

/** The pause that holds beside or beneath what it is in, was LOST in, or ended in. */
export function pauseOf(session: ModelSession): Pause | undefined {
  const { state, under_halt } = session;
  const present = stopOf(session);
  if (present === 'PAUSED' || present === 'REDUCING') return present;
  return state === 'HALTED' || present === 'HALTED' ? under_halt : undefined;
}

/** What one more trade makes of the totals. */
export function addTrade(session: ModelSession, pnl: bigint, fee: bigint, time_us: number): void {
  const day = dayOf(time_us);
  session.day_pnl = (day === session.day ? session.day_pnl : 0n) + pnl - fee;
  session.day = day;
  session.capital += pnl - fee;
  if (session.capital > session.peak) session.peak = session.capital;
  session.pnl += pnl;
  session.fees += fee;
  session.trades += 1;
  if (pnl > 0n) {
    session.wins += 1;
    session.losses_in_a_row = 0;
  } else if (pnl < 0n) {
    session.losses += 1;
    session.losses_in_a_row += 1;
    session.last_loss_us = time_us;
  }
}

/** Exactly at a limit counts. */
export function isAtLimit({ asked, base, peak, capital, day_pnl }: ModelSession): boolean {
  const shrunk = (from: bigint, limit: unknown) =>
    textOf(limit) !== '' && (from <= 0n || (from - capital) * ONE >= from * toUnits(textOf(limit)));
  const most = textOf(asked.max_daily_loss);
  return (
    shrunk(base, asked.max_drawdown) ||
    shrunk(peak, asked.max_drawdown_from_peak) ||
    (most !== '' && day_pnl <= -toUnits(most))
  );
}

/** A fraction for showing; where there was nothing to lose all is lost. */
function lostOf(from: bigint, capital: bigint): string {
  if (from <= 0n) return '1';
  return from <= capital ? '0' : fromUnits(scaled(from - capital, ONE, from));
}

/** `daily_pnl` left out where the day may have ended meanwhile. */
export function factsOfSession(session: ModelSession, epoch: number, with_day: boolean) {
  const { asked } = session;
  return {
    session_id: session.session_id,
    agent_id: session.agent_id,
    state: `SESSION_STATE_${session.state}`,
    reason: session.reason,
    epoch,
    asset: textOf(asked.asset),
    account: session.account,
    start_capital: textOf(asked.start_capital),
    current_capital: fromUnits(session.capital),
    peak_capital: fromUnits(session.peak),
    total_pnl: fromUnits(session.pnl),
    total_fees: fromUnits(session.fees),
    ...(with_day && { daily_pnl: fromUnits(session.day_pnl) }),
    drawdown_from_start: lostOf(session.base, session.capital),
    drawdown_from_peak: lostOf(session.peak, session.capital),
    max_drawdown: textOf(asked.max_drawdown),
    max_drawdown_from_peak: textOf(asked.max_drawdown_from_peak),
    max_daily_loss: textOf(asked.max_daily_loss),
    trades: session.trades,
    wins: session.wins,
    losses: session.losses,
    consecutive_losses: session.losses_in_a_row,
    opened_us: session.opened_us,
    closes_us: session.closes_us,
    ended_us: session.ended_us,
    interval_us: usOf(asked.heartbeat_interval),
    revision: session.revision,
  };
}

export function factsOfRead(read: Message, with_day: boolean) {
  const { opened_at, closes_at, ended_at, heartbeat_interval, last_heartbeat_at, parameters, ...rest } = read;
  const { daily_pnl, epoch, trades, wins, losses, revision, ...told } = rest;
  return {
    ...told,
    ...(with_day && { daily_pnl }),
    epoch: Number(epoch),
    trades: Number(trades),
    wins: Number(wins),
    losses: Number(losses),
    opened_us: usOf(opened_at),
    closes_us: usOf(closes_at),
    ended_us: usOf(ended_at),
    interval_us: usOf(heartbeat_interval),
    revision: Number(revision),
  };
}

/** As the journal has them after a change. */
export function figuresOf(session: ModelSession) {
  const { asked } = session;
  return {
    ...totalsOf(session),
    asset: textOf(asked.asset),
    account: session.account,
    pause_under_halt: session.under_halt ?? '',
    pause_reason: session.pause_reason,
    start_capital: textOf(asked.start_capital),
    base_capital: fromUnits(session.base),
    max_drawdown: textOf(asked.max_drawdown),
    max_drawdown_from_peak: textOf(asked.max_drawdown_from_peak),
    max_daily_loss: textOf(asked.max_daily_loss),
  };
}

/** What an entry of a trade tells: what trades move, and the state. */
export function totalsOf(session: ModelSession) {
  return {
    state: session.state,
    reason: session.reason,
    current_capital: fromUnits(session.capital),
    peak_capital: fromUnits(session.peak),
    total_pnl: fromUnits(session.pnl),
    total_fees: fromUnits(session.fees),
    day: session.day,
    day_pnl: fromUnits(session.day_pnl),
    trades: session.trades,
    wins: session.wins,
    losses: session.losses,
    consecutive_losses: session.losses_in_a_row,
  };
}

export function factsOfPosition(market: string, position: ModelPosition | undefined) {
  if (position === undefined) return undefined;
  const { quantity, cost, mark_price, opened_us, updated_us, revision } = position;
  const value = mark_price === '' ? 0n : scaled(quantity, toUnits(mark_price), ONE);
  return {
    market,
    quantity: fromUnits(quantity),
    cost: fromUnits(cost),
    average_price: fromUnits(scaled(cost, ONE, quantity)),
    mark_price,
    unrealized_pnl: mark_price === '' ? '' : fromUnits(value - cost),
    opened_us,
    updated_us,
    revision,
  };
}

export function factsOfReadPosition(read: unknown) {
  if (read === null || read === undefined) return undefined;
  const { opened_at, updated_at, revision, ...told } = read as Message;
  return { ...told, opened_us: usOf(opened_at), updated_us: usOf(updated_at), revision: Number(revision) };
}

/** A trade as a reply or a list shows it, in one form. */
export function factsOfTrade({ metadata, revision, ...trade }: Message) {
  return { ...trade, metadata: documentOf(metadata), revision: Number(revision) };
}
