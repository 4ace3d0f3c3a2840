/**
 * The document value: what a payload, state or metadata document is in memory, whatever it arrived as.
 *
 * Invariants of every value that came from parseJson, decodeMsgpack or unpackDocument:
 * - An integer within ±(2^53 - 1) is a `number`; one outside it, within int64 or uint64, is a `bigint`.
 * - Every other `number` is a finite double. Numbers compare by value: 1.0 and 1 are the same number, and the
 *   negative zero is normalised to 0 (RFC 8785 prints it as 0, so it could not be told apart in a digest).
 * - Strings and keys are well-formed UTF-16 (no lone surrogates), keys are never a reserved key.
 */
import { HoldfastError } from '../errors.js';
import { parseAmount } from './amount.js';

export type DocValue =
  | null
  | boolean
  | number
  | bigint
  | string
  | Uint8Array
  | DecimalValue
  | Timestamp
  | DocValue[]
  | DocObject;

/** A plain object. Key order carries no meaning. */
export interface DocObject {
  [key: string]: DocValue;
}

/**
 * An exact decimal in canonical spelling. It is not decimal.js's Decimal: it carries no arithmetic; amount.ts has
 * that. A DecimalValue is not a number: 1 and the decimal 1 are different values.
 */
export class DecimalValue {
  /** Canonical: no leading or trailing zeros, no exponent, at most 38 integer and 18 fraction digits. */
  readonly text: string;

  /** @throws HoldfastError INVALID_AMOUNT if text is not an amount as amount.ts defines it. */
  constructor(text: string) {
    this.text = parseAmount(text, 'decimal');
  }
}

/** 0001-01-01T00:00:00Z, the first second of google.protobuf.Timestamp. */
export const MIN_TIMESTAMP_SECONDS = -62_135_596_800n;
/** 9999-12-31T23:59:59Z, the last second of google.protobuf.Timestamp. */
export const MAX_TIMESTAMP_SECONDS = 253_402_300_799n;

/** A point in time as google.protobuf.Timestamp defines it: years 0001 to 9999, nanosecond resolution, UTC. */
export class Timestamp {
  /** Seconds since 1970-01-01T00:00:00Z. */
  readonly seconds: bigint;
  /** 0 to 999,999,999, always counting forward. */
  readonly nanos: number;

  /** @throws HoldfastError INVALID_DOCUMENT if either part is out of range. */
  constructor(seconds: bigint, nanos: number) {
    if (seconds < MIN_TIMESTAMP_SECONDS || seconds > MAX_TIMESTAMP_SECONDS) {
      throw new HoldfastError('INVALID_DOCUMENT', 'timestamp: must lie in the years 0001 to 9999');
    }
    if (!Number.isInteger(nanos) || nanos < 0 || nanos > 999_999_999) {
      throw new HoldfastError('INVALID_DOCUMENT', 'timestamp: nanos must be an integer from 0 to 999999999');
    }
    this.seconds = seconds;
    this.nanos = nanos;
  }
}

/**
 * Keys no document may use. The tags would be mistaken for the tagged forms of JSON or of the canonical form, and
 * `__proto__` is not a member but an instruction to JavaScript.
 */
export const RESERVED_KEYS: ReadonlySet<string> = new Set([
  '__proto__',
  '__decimal__',
  '__timestamp__',
  '__binary__',
  '__int64__',
]);

/** True for the plain-object case of a DocValue. */
export function isDocObject(value: DocValue): value is DocObject {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof Uint8Array) &&
    !(value instanceof DecimalValue) &&
    !(value instanceof Timestamp)
  );
}

/** int64's least value. */
export const MIN_INT64 = -(2n ** 63n);
/** uint64's greatest value. */
export const MAX_UINT64 = 2n ** 64n - 1n;

const MIN_SAFE = BigInt(Number.MIN_SAFE_INTEGER);
const MAX_SAFE = BigInt(Number.MAX_SAFE_INTEGER);

/** The one representation of an integer within int64 or uint64: a number if that is safe, a bigint otherwise. */
export function normalizeInteger(value: bigint): number | bigint {
  return value >= MIN_SAFE && value <= MAX_SAFE ? Number(value) : value;
}

/**
 * The one representation of a double: -0 becomes 0, and an integral double beyond the safe range becomes the
 * bigint of the same value while that fits int64 or uint64.
 * @throws HoldfastError INVALID_DOCUMENT for NaN and the infinities.
 */
export function normalizeDouble(value: number): number | bigint {
  if (!Number.isFinite(value)) {
    throw new HoldfastError('INVALID_DOCUMENT', 'a document cannot hold NaN or an infinity');
  }
  if (value === 0) return 0;
  if (Number.isSafeInteger(value) || !Number.isInteger(value)) return value;
  return value >= -(2 ** 63) && value < 2 ** 64 ? BigInt(value) : value;
}
