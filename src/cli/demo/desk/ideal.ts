/**
 * What an executor must arrive at, worked out from the tape alone with an arithmetic of its own: integers of 10^-18, no
 * code of the daemon's. Average cost; the cost of a closed part is rounded half-even, what rounding leaves stays.
 */
import { type DeskSignal, type Executor, FEE_RATE } from './plan.js';

const ONE = 10n ** 18n;

export interface Ideal {
  readonly trades: number;
  /** Refused by its guard. */
  readonly denied: number;
  /** Not tried any more: the session was halted. */
  readonly halted: number;
  readonly is_halted: boolean;
  /** How often it came to use half of its drawdown limit. */
  readonly times_near: number;
  readonly capital: string;
  readonly fees: string;
  /** XRP. */
  readonly position: string;
}

export function idealOf(executor: Executor, signals: readonly DeskSignal[]): Ideal {
  const taken = signals.slice(0, executor.silent_after ?? signals.length);
  const quantity = read(executor.quantity);
  const limit = read(executor.max_position);
  const start = read(executor.start_capital);
  let [position, cost, pnl, fees] = [0n, 0n, 0n, 0n];
  let [trades, denied, halted] = [0, 0, 0];
  let [is_halted, is_near] = [false, false];
  let times_near = 0;
  for (const { type, price } of taken) {
    const signed = type === 'LONG' ? quantity : -quantity;
    if (is_halted) halted += 1;
    else if (absolute(position + signed) > limit) denied += 1;
    else {
      const value = exact(signed * read(price), ONE);
      const fee = exact(absolute(value) * read(FEE_RATE), ONE);
      const filled = fill({ position, cost }, signed, value);
      position = filled.position;
      cost = filled.cost;
      pnl += filled.pnl;
      fees += fee;
      trades += 1;
      const used = (fees - pnl) * ONE;
      is_halted = used >= start * read(executor.max_drawdown);
      const was_near = is_near;
      is_near = used * 2n >= start * read(executor.max_drawdown);
      if (is_near && !was_near) times_near += 1;
    }
  }
  const capital = write(start + pnl - fees);
  return {
    trades,
    denied,
    halted,
    is_halted,
    times_near,
    capital,
    fees: write(fees),
    position: write(position),
  };
}

interface Held {
  readonly position: bigint;
  readonly cost: bigint;
}

/** @param value signed like the quantity: what is paid for what is bought. */
function fill({ position, cost }: Held, signed: bigint, value: bigint): Held & { readonly pnl: bigint } {
  const after = position + signed;
  if (position === 0n || position > 0n === signed > 0n)
    return { position: after, cost: cost + value, pnl: 0n };
  if (absolute(signed) > absolute(position)) throw new Error('orders of one size never go through zero');
  const out = halfEven(cost * absolute(signed), absolute(position));
  return { position: after, cost: cost - out, pnl: -(value + out) };
}

function halfEven(numerator: bigint, denominator: bigint): bigint {
  const sign = numerator < 0n ? -1n : 1n;
  const whole = absolute(numerator) / denominator;
  const twice = (absolute(numerator) % denominator) * 2n;
  const up = twice > denominator || (twice === denominator && whole % 2n === 1n);
  return sign * (up ? whole + 1n : whole);
}

const absolute = (value: bigint): bigint => (value < 0n ? -value : value);

function exact(numerator: bigint, denominator: bigint): bigint {
  if (numerator % denominator !== 0n) throw new Error('the desk’s figures have at most 18 fraction digits');
  return numerator / denominator;
}

function read(amount: string): bigint {
  const [whole = '', fraction = ''] = amount.split('.');
  return BigInt(whole + fraction.padEnd(18, '0'));
}

function write(units: bigint): string {
  const digits = absolute(units).toString().padStart(19, '0');
  const fraction = digits.slice(-18).replace(/0+$/, '');
  return `${units < 0n ? '-' : ''}${digits.slice(0, -18)}${fraction === '' ? '' : `.${fraction}`}`;
}
