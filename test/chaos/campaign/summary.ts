/** What a campaign has done so far. */
import { no_shim_reason } from '../powerloss/powerloss.js';
import type { InDoubt } from './recovery.js';
import type { Verdict } from './tampered.js';
import { no_clock_reason } from './wall_clock.js';

export interface Summary {
  kills: number;
  /** Kills by crash point, `random`, and what else was done. */
  readonly by_point: Map<string, number>;
  power_losses: number;
  client_kills: number;
  /** Times that the wall clock of a daemon was set. */
  clock_jumps: number;
  /** Daemons that were started on a copy that was tampered with: they refused, or served what was written. */
  readonly tampered: Record<Verdict, number>;
  /** Requests that were open at a kill: found done, found not done. */
  whole: number;
  absent: number;
  revisions: number;
  /** Times that tables and indexes were compared after a kill, and what all of them took. */
  agreements: number;
  agreements_ms: number;
  /** What was checked of signals and what goes with them, by its name. */
  readonly signals: Map<string, number>;
  readonly in_doubt: InDoubt;
  readonly trading: { trades: number; halted: number; lost: number; expired: number; denied: number };
  /** False when the power loss library could not be built. */
  readonly power_loss_available: boolean;
  /** False when there is no library that sets the clock. */
  readonly clock_available: boolean;
}

/** In a few lines. */
export function describe(summary: Summary): string {
  const points = [...summary.by_point]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([point, count]) => `${point} ${count}`);
  const { refused, served } = summary.tampered;
  return [
    `killed at: ${points.join(', ')}`,
    `power lost ${summary.power_losses} times, clients killed ${summary.client_kills} times, clock jumps ${summary.clock_jumps}, tampered ${refused + served}: refused ${refused}, served ${served}`,
    `${summary.revisions} revisions checked; of the unacknowledged requests ${summary.whole} had been done, ${summary.absent} had not`,
    `tables, text indexes and vector indexes agreed ${summary.agreements} times (${Math.round(summary.agreements_ms)} ms in all)`,
    `of signals: ${[...summary.signals].map(([what, count]) => `${count} ${what}`).join(', ')}`,
    `${summary.trading.trades} trades; sessions halted ${summary.trading.halted} times, lost ${summary.trading.lost}, expired ${summary.trading.expired}; ${summary.trading.denied} requests denied by guards`,
    `operations in doubt: ${summary.in_doubt.executed} executed outside and not completed, ${summary.in_doubt.not_executed} not executed`,
    ...(summary.power_loss_available ? [] : [`left out: ${no_shim_reason}`]),
    ...(summary.clock_available ? [] : [`left out: ${no_clock_reason}`]),
  ].join('\n');
}
