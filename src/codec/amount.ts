/**
 * Amounts: exact decimal strings and exact arithmetic on them.
 *
 * Grammar: optional `-`, 1 to 38 integer digits, optionally `.` and 1 to 18 fraction digits. No exponent, no `+`, no
 * spaces, no grouping. Canonical spelling: no leading zeros, no trailing fraction zeros, no `-0`.
 *
 * The arithmetic is BigInt scaled by a power of ten rather than decimal.js: measured on this hot path (several
 * additions per ledger post) an addition costs 0.27 us against 1.0 us, and integers cannot round at all, where
 * decimal.js is exact only while its precision setting happens to suffice. decimal.js is the oracle in the tests.
 */
import { HoldfastError } from '../errors.js';

export const MAX_INTEGER_DIGITS = 38;
export const MAX_FRACTION_DIGITS = 18;

const LIMIT = `at most ${MAX_INTEGER_DIGITS} integer and ${MAX_FRACTION_DIGITS} fraction digits`;
const GRAMMAR = /^-?\d{1,38}(?:\.\d{1,18})?$/;
const CANONICAL = /^(?:0|-?[1-9]\d{0,37}|-?(?:0|[1-9]\d{0,37})\.\d{0,17}[1-9])$/;

/** POWERS[n] is 10^n. A product of two amounts has up to twice the fraction digits of one. */
const POWERS = Array.from({ length: 2 * MAX_FRACTION_DIGITS + 1 }, (_, n) => 10n ** BigInt(n));

function power(exponent: number): bigint {
  return POWERS[exponent] ?? 10n ** BigInt(exponent);
}

/**
 * Checks an amount and returns its canonical spelling.
 * @param field path of the field, for the message.
 * @throws HoldfastError INVALID_AMOUNT naming the field and the limits.
 */
export function parseAmount(text: unknown, field: string): string {
  if (typeof text !== 'string') throw invalidAmount(field, 'must be a decimal string');
  // The longest spelling is a sign, 38 digits, a point and 18 digits; longer text is not worth a regex.
  if (text.length > MAX_INTEGER_DIGITS + MAX_FRACTION_DIGITS + 2) throw invalidAmount(field, 'is too long');
  if (CANONICAL.test(text)) return text;
  if (!GRAMMAR.test(text)) throw invalidAmount(field, 'must be a plain decimal such as "-12.5"');
  const { units, scale } = parse(text);
  return print(units, scale);
}

function invalidAmount(field: string, problem: string): HoldfastError {
  return new HoldfastError('INVALID_AMOUNT', `${field}: ${problem} (${LIMIT}, no exponent)`, {
    field,
    metadata: {
      max_integer_digits: String(MAX_INTEGER_DIGITS),
      max_fraction_digits: String(MAX_FRACTION_DIGITS),
    },
  });
}

/** The amount units / 10^scale. */
interface Scaled {
  readonly units: bigint;
  readonly scale: number;
}

function parse(amount: string): Scaled {
  const point = amount.indexOf('.');
  if (point < 0) return { units: BigInt(amount), scale: 0 };
  return {
    units: BigInt(amount.slice(0, point) + amount.slice(point + 1)),
    scale: amount.length - point - 1,
  };
}

/** Canonical text of units / 10^scale. @throws HoldfastError LIMIT_EXCEEDED beyond 38 integer digits. */
function print(units: bigint, scale: number): string {
  return fitting(spell(units, scale));
}

/** The text of a figure, where it may be stored as an amount. @throws HoldfastError LIMIT_EXCEEDED beyond 38 integer digits. */
export function fitting(text: string): string {
  // Only what is longer than the largest amount's integer part can have too many digits before the point.
  if (text.length <= MAX_INTEGER_DIGITS) return text;
  const digits = text.startsWith('-') ? text.slice(1) : text;
  const point = digits.includes('.') ? digits.indexOf('.') : digits.length;
  if (point > MAX_INTEGER_DIGITS) {
    throw new HoldfastError(
      'LIMIT_EXCEEDED',
      `amount: the result has ${point} integer digits, more than ${MAX_INTEGER_DIGITS}`,
      { metadata: { limit: String(MAX_INTEGER_DIGITS), actual: String(point) } },
    );
  }
  return text;
}

/** Canonical text of units / 10^scale, however long. */
function spell(units: bigint, scale: number): string {
  const negative = units < 0n;
  const digits = (negative ? -units : units).toString().padStart(scale + 1, '0');
  const point = digits.length - scale;
  let end = digits.length;
  while (end > point && digits.charCodeAt(end - 1) === 48) end--;
  const magnitude =
    end === point ? digits.slice(0, point) : `${digits.slice(0, point)}.${digits.slice(point, end)}`;
  return negative ? `-${magnitude}` : magnitude;
}

function combine(a: Scaled, b: Scaled, sign: 1n | -1n): Scaled {
  const scale = Math.max(a.scale, b.scale);
  const left = a.scale === scale ? a.units : a.units * power(scale - a.scale);
  const right = b.scale === scale ? b.units : b.units * power(scale - b.scale);
  return { units: sign === 1n ? left + right : left - right, scale };
}

/** a + b. Arguments are canonical amounts. @throws HoldfastError LIMIT_EXCEEDED beyond 38 integer digits. */
export function addAmounts(a: string, b: string): string {
  return fitting(addText(a, b));
}

/** a - b. @throws HoldfastError LIMIT_EXCEEDED beyond 38 integer digits. */
export function subtractAmounts(a: string, b: string): string {
  return fitting(subtractText(a, b));
}

/** -a; zero stays "0". */
export function negateAmount(a: string): string {
  if (a === '0') return a;
  return a.startsWith('-') ? a.slice(1) : `-${a}`;
}

/** -1, 0 or 1 as a is less than, equal to or greater than b. */
export function compareAmounts(a: string, b: string): -1 | 0 | 1 {
  if (a === b) return 0;
  const { units } = combine(parse(a), parse(b), -1n);
  if (units === 0n) return 0;
  return units < 0n ? -1 : 1;
}

/** True for the canonical zero. */
export function isZeroAmount(a: string): boolean {
  return a === '0';
}

/** True below zero. */
export function isNegativeAmount(a: string): boolean {
  return a.startsWith('-');
}

/** A canonical amount as a whole number of 10^-18. */
export function amountUnits(amount: string): bigint {
  const { units, scale } = parse(amount);
  return units * power(MAX_FRACTION_DIGITS - scale);
}

/** A sum that grows, for totals over more amounts than fit in memory. It may be longer than an amount. */
export class AmountTotal {
  #total: Scaled = { units: 0n, scale: 0 };

  /** Adds a canonical amount. */
  add(amount: string): void {
    this.#total = combine(this.#total, parse(amount), 1n);
  }

  /** Takes one away. */
  subtract(amount: string): void {
    this.#total = combine(this.#total, parse(amount), -1n);
  }

  /** The exact sum so far, "0" for none. */
  text(): string {
    return spell(this.#total.units, this.#total.scale);
  }

  /** The sum of so many, divided by their `count`: to 18 fraction digits, half to even. */
  average(count: number): string {
    const { units, scale } = this.#total;
    const dividend = units * power(MAX_FRACTION_DIGITS - scale);
    return spell(divideHalfEven(dividend, BigInt(count)), MAX_FRACTION_DIGITS);
  }
}

/**
 * a * b, exactly or not at all.
 * @throws HoldfastError INVALID_AMOUNT if the product needs more than 18 fraction digits (nothing rounds here),
 *   LIMIT_EXCEEDED beyond 38 integer digits.
 */
export function multiplyAmounts(a: string, b: string): string {
  const left = parse(a);
  const right = parse(b);
  let units = left.units * right.units;
  let scale = left.scale + right.scale;
  if (scale > MAX_FRACTION_DIGITS) {
    const excess = power(scale - MAX_FRACTION_DIGITS);
    if (units % excess !== 0n) {
      throw new HoldfastError(
        'INVALID_AMOUNT',
        `amount: the product needs more than ${MAX_FRACTION_DIGITS} fraction digits and would have to be rounded`,
        { metadata: { max_fraction_digits: String(MAX_FRACTION_DIGITS) } },
      );
    }
    units /= excess;
    scale = MAX_FRACTION_DIGITS;
  }
  return print(units, scale);
}

/**
 * a * numerator / denominator, rounded half to even to 18 fraction digits. With '1' it is a rounded product or quotient.
 * @param denominator not zero.
 * @throws HoldfastError LIMIT_EXCEEDED beyond 38 integer digits.
 */
export function scaleAmount(a: string, numerator: string, denominator: string): string {
  return fitting(scaleText(a, numerator, denominator));
}

/** The same, however long: see addText. */
export function scaleText(a: string, numerator: string, denominator: string): string {
  const left = parse(a);
  const right = parse(numerator);
  const below = parse(denominator);
  // units / 10^18 = left * right / below, all as integers.
  const scale = MAX_FRACTION_DIGITS + below.scale - left.scale - right.scale;
  const dividend = left.units * right.units * power(Math.max(scale, 0));
  const divisor = below.units * power(Math.max(-scale, 0));
  return spell(divideHalfEven(dividend, divisor), MAX_FRACTION_DIGITS);
}

/** a with at most so many fraction digits, rounded half to even; however long it is. */
export function roundText(a: string, fraction_digits: number): string {
  const { units, scale } = parse(a);
  if (scale <= fraction_digits) return a;
  return spell(divideHalfEven(units, power(scale - fraction_digits)), fraction_digits);
}

function divideHalfEven(dividend: bigint, divisor: bigint): bigint {
  const negative = dividend < 0n !== divisor < 0n;
  const above = dividend < 0n ? -dividend : dividend;
  const below = divisor < 0n ? -divisor : divisor;
  const quotient = above / below;
  const twice = 2n * (above % below);
  const rounds_up = twice > below || (twice === below && quotient % 2n === 1n);
  const rounded = rounds_up ? quotient + 1n : quotient;
  return negative ? -rounded : rounded;
}

/** -1, 0 or 1 as a * b is less than, equal to or greater than c * d; exact, however long the products are. */
export function compareProducts(a: string, b: string, c: string, d: string): -1 | 0 | 1 {
  const [first, second, third, fourth] = [parse(a), parse(b), parse(c), parse(d)];
  const left = { units: first.units * second.units, scale: first.scale + second.scale };
  const right = { units: third.units * fourth.units, scale: third.scale + fourth.scale };
  const { units } = combine(left, right, -1n);
  if (units === 0n) return 0;
  return units < 0n ? -1 : 1;
}

/** a without its sign. */
export function absoluteAmount(a: string): string {
  return a.startsWith('-') ? a.slice(1) : a;
}

/*
 * What is shown, compared or worked out on the way, and not stored, is exact however many digits it takes: two amounts that
 * fit may have a difference that does not, and what was committed must not fail in its own reply. These take, and give,
 * texts that may be longer than an amount; every comparison above takes them as well. What is stored is `fitting` first.
 */

/** a + b. */
export function addText(a: string, b: string): string {
  const { units, scale } = combine(parse(a), parse(b), 1n);
  return spell(units, scale);
}

/** a - b. */
export function subtractText(a: string, b: string): string {
  const { units, scale } = combine(parse(a), parse(b), -1n);
  return spell(units, scale);
}

/** The sum, "0" for none. */
export function sumText(amounts: Iterable<string>): string {
  const total = new AmountTotal();
  for (const amount of amounts) total.add(amount);
  return total.text();
}

/** a * b. */
export function productText(a: string, b: string): string {
  const left = parse(a);
  const right = parse(b);
  return spell(left.units * right.units, left.scale + right.scale);
}

/** a - b * c. */
export function lessProductText(a: string, b: string, c: string): string {
  const [from, left, right] = [parse(a), parse(b), parse(c)];
  const product = { units: left.units * right.units, scale: left.scale + right.scale };
  const { units, scale } = combine(from, product, -1n);
  return spell(units, scale);
}
