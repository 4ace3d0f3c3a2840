/** When what is killed, as the seed says. */
import { seeded } from './random.js';

export type Victim = 'agent' | 'daemon' | 'connection';
export const VICTIMS: readonly Victim[] = ['agent', 'daemon', 'connection'];

export interface Kill {
  readonly victim: Victim;
  /** The number of the order at the exchange that sets it off, from 1. */
  readonly at_order: number;
  /** Between the exchange's acceptance of that order and its answer; otherwise `delay_ms` after the acceptance. */
  readonly in_window: boolean;
  readonly delay_ms: number;
}

/** Orders that one kill needs for itself. */
export const ORDERS_PER_KILL = 4;
const MAX_DELAY_MS = 40;

/**
 * Spreads the kills over the orders: every victim in turn, every other round in the window that hurts most, at random
 * orders and times.
 */
export function planKills(seed: number, kills: number, orders: number): readonly Kill[] {
  const random = seeded(seed);
  const offset = Math.floor(random() * VICTIMS.length);
  const share = orders / (kills + 1);
  return Array.from({ length: kills }, (_, index) => {
    const victim = VICTIMS[(index + offset) % VICTIMS.length] ?? 'agent';
    const at_order = Math.max(1, Math.floor(share * (index + 0.5 + random() / 2)));
    const in_window = Math.floor(index / VICTIMS.length) % 2 === 0;
    return { victim, at_order, in_window, delay_ms: random() * MAX_DELAY_MS };
  });
}
