/**
 * JSON numbers, exactly or not at all. An integer becomes a number or bigint of that very value; anything else
 * becomes a double only if the double's shortest spelling denotes the same decimal ("1.10" does, twenty digits do not).
 */
import { MAX_UINT64, MIN_INT64, normalizeInteger } from './value.js';

const NUMBER = /^-?(?:0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/;

/** uint64 has at most 20 digits; a longer integer is out of range without looking at its value. */
const MAX_INTEGER_LENGTH = 20;

/** Digits without leading or trailing zeros, to be read as digits * 10^exponent. Zero has no digits. */
interface Normal {
  readonly negative: boolean;
  readonly digits: string;
  readonly exponent: number;
}

/**
 * The value of a JSON number literal, or why there is none. Minus zero is 0. 1.0, 1e2 and the like are the integers
 * they denote.
 */
export function parseNumber(text: string): number | bigint | string {
  const match = NUMBER.exec(text);
  if (match === null) return 'not a number';
  if (match[1] === undefined && match[2] === undefined) {
    return text.length <= 15 ? Number(text) + 0 : integer(text);
  }
  const double = Number(text);
  if (String(double) === text && !Number.isInteger(double)) return double;
  const exact = normalize(text);
  if (exact.digits === '') return 0;
  if (exact.exponent >= 0 && exact.digits.length + exact.exponent <= MAX_INTEGER_LENGTH) {
    const digits = exact.digits + '0'.repeat(exact.exponent);
    const value = integer(exact.negative ? `-${digits}` : digits);
    // Beyond uint64 the integer may still be a double, such as 5e19.
    if (typeof value !== 'string') return value;
  }
  return Number.isFinite(double) && same(exact, normalize(String(double)))
    ? double
    : 'the number does not fit a double exactly; send {"__decimal__": "..."} instead';
}

function integer(text: string): number | bigint | string {
  if (text.length <= MAX_INTEGER_LENGTH + 1) {
    const value = BigInt(text);
    if (value >= MIN_INT64 && value <= MAX_UINT64) return normalizeInteger(value);
  }
  return 'the integer fits neither int64 nor uint64; send {"__decimal__": "..."} instead';
}

function normalize(text: string): Normal {
  const negative = text.startsWith('-');
  const [mantissa = '', power = '0'] = text.slice(negative ? 1 : 0).split(/[eE]/);
  const [whole = '', fraction = ''] = mantissa.split('.');
  const all = whole + fraction;
  // Loops and not /0+$/, which is quadratic on long runs of zeros that are not at the end.
  let start = 0;
  while (all.charCodeAt(start) === 0x30) start++;
  let end = all.length;
  while (end > start && all.charCodeAt(end - 1) === 0x30) end--;
  const exponent = Number(power) - fraction.length + (all.length - end);
  return { negative, digits: all.slice(start, end), exponent };
}

function same(a: Normal, b: Normal): boolean {
  return a.negative === b.negative && a.exponent === b.exponent && a.digits === b.digits;
}
