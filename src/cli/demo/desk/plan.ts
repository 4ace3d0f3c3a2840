/** The desk's cast and rules: pure, so that what each must arrive at can be worked out without a daemon. */
import type { Trade } from '../tape.js';

export const CHANNEL = 'pf:signals:XRP-ETH';
export const MARKET = 'XRP-ETH';
export const CONSUMER = 'desk';
export const FEE_RATE = '0.001';
/** One bucket that all executors share, as agents share the rate limit of one API key. */
export const BUCKET = { bucket: 'venue/orders', capacity: 20, refill_per_second: 60 } as const;
/** What the venue charges for each list that a start begins with, as exchanges weigh big requests: all there is. */
export const SNAPSHOT_TOKENS = 20;

/** Trades between two looks of the analyst. */
const LOOK_EVERY = 50;
/** How far the price must have moved since the look before: 1 in so many. */
const MOVE_PART = 2000n;

export interface DeskSignal {
  /** From 0. */
  readonly number: number;
  readonly type: 'LONG' | 'SHORT';
  readonly price: string;
  /** The trade of the tape at which it was seen. */
  readonly trade_id: string;
}

/** For the one that falls silent: short, so that the demo need not wait; on a slow machine it may be LOST before that too. */
const SHORT_INTERVAL_SECONDS = 3;
/** For those that live: longer than any demo, at whose end their processes are gone. */
const LONG_INTERVAL_SECONDS = 3600;

export interface Executor {
  readonly agent_id: string;
  /** XRP per order. */
  readonly quantity: string;
  /** ETH. */
  readonly start_capital: string;
  readonly max_drawdown: string;
  /** XRP on either side: a guard. */
  readonly max_position: string;
  /** Signals after which it says nothing more; null = it goes on to the end. */
  readonly silent_after: number | null;
  readonly heartbeat_interval_seconds: number;
}

/** How many of so many signals an executor deals with. */
export function takenBy({ silent_after }: Pick<Executor, 'silent_after'>, signals: number): number {
  return Math.min(silent_after ?? signals, signals);
}

export const ANALYST = 'desk-analyst';

export const EXECUTORS: readonly Executor[] = [
  {
    agent_id: 'desk-steady',
    quantity: '250',
    start_capital: '20',
    max_drawdown: '0.5',
    max_position: '1000',
    silent_after: null,
    heartbeat_interval_seconds: LONG_INTERVAL_SECONDS,
  },
  {
    agent_id: 'desk-bold',
    quantity: '4000',
    start_capital: '20',
    max_drawdown: '0.02',
    max_position: '20000',
    silent_after: null,
    heartbeat_interval_seconds: LONG_INTERVAL_SECONDS,
  },
  {
    agent_id: 'desk-silent',
    quantity: '100',
    start_capital: '20',
    max_drawdown: '0.5',
    max_position: '100000',
    silent_after: 40,
    heartbeat_interval_seconds: SHORT_INTERVAL_SECONDS,
  },
];

/** A price as an integer of 10^-18. */
function units(price: string): bigint {
  const [whole = '', fraction = ''] = price.split('.');
  return BigInt(whole + fraction.padEnd(18, '0'));
}

/** What the analyst publishes: momentum between two looks at the tape. */
export function signalsOf(tape: readonly Trade[]): DeskSignal[] {
  const signals: DeskSignal[] = [];
  for (let at = LOOK_EVERY; at < tape.length; at += LOOK_EVERY) {
    const before = tape[at - LOOK_EVERY];
    const now = tape[at];
    if (before === undefined || now === undefined) break;
    const moved = units(now.price) - units(before.price);
    if ((moved < 0n ? -moved : moved) * MOVE_PART < units(before.price)) continue;
    const type = moved > 0n ? 'LONG' : 'SHORT';
    signals.push({ number: signals.length, type, price: now.price, trade_id: now.trade_id });
  }
  return signals;
}
