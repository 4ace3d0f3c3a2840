/** The values that JSON has no form for. All are plain data: nothing here calculates. */
import { refuseLocally } from './errors.js';

const DECIMAL = /^(-?)0*(\d{1,38})(?:\.(\d{1,18}))?$/;

/** An exact decimal: at most 38 integer and 18 fraction digits. Holds its digits and never becomes a float. */
export class Decimal {
  /** Canonical: no leading or trailing zeros, no exponent, no "-0". Equal decimals have equal text. */
  readonly text: string;

  /** @throws InvalidRequestError INVALID_AMOUNT */
  constructor(text: string) {
    const match = DECIMAL.exec(text);
    if (match === null) throw refuseLocally('INVALID_AMOUNT', `not a decimal amount: "${text}"`);
    const fraction = (match[3] ?? '').replace(/0+$/, '');
    const magnitude = fraction === '' ? `${match[2]}` : `${match[2]}.${fraction}`;
    this.text = magnitude === '0' ? '0' : `${match[1]}${magnitude}`;
  }

  toString(): string {
    return this.text;
  }

  toJSON(): string {
    return this.text;
  }
}

/** google.protobuf.Timestamp as replies carry it. */
export interface ProtoTimestamp {
  readonly seconds: string | number;
  readonly nanos: number;
}

const RFC3339 = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?Z$/;

/** An instant, years 0001 to 9999, to the nanosecond. It may be given wherever a request takes a timestamp. */
export class Timestamp {
  /** Since 1970-01-01T00:00:00Z. */
  readonly seconds: number;
  /** 0 to 999,999,999, counting forward. */
  readonly nanos: number;

  constructor(seconds: number, nanos = 0) {
    if (!(Number.isInteger(seconds) && seconds >= -62_135_596_800 && seconds <= 253_402_300_799)) {
      throw refuseLocally('INVALID_FIELD', 'timestamp: must lie in the years 0001 to 9999');
    }
    if (!(Number.isInteger(nanos) && nanos >= 0 && nanos <= 999_999_999)) {
      throw refuseLocally('INVALID_FIELD', 'timestamp: nanos must be an integer from 0 to 999999999');
    }
    this.seconds = seconds;
    this.nanos = nanos;
  }

  static fromDate(date: Date): Timestamp {
    const ms = date.getTime();
    return new Timestamp(Math.floor(ms / 1000), (ms - Math.floor(ms / 1000) * 1000) * 1e6);
  }

  static fromProto(timestamp: ProtoTimestamp): Timestamp {
    return new Timestamp(Number(timestamp.seconds), timestamp.nanos);
  }

  /** Reads `2026-11-20T00:00:00.123456789Z` (RFC 3339, UTC). */
  static parse(text: string): Timestamp {
    const match = RFC3339.exec(text);
    const ms = Date.parse(`${match?.[1]}Z`);
    // Date.parse takes February 30th for March 2nd; the way back shows it.
    if (match === null || Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 19) !== match[1]) {
      throw refuseLocally('INVALID_FIELD', `not an RFC 3339 UTC time: "${text}"`);
    }
    return new Timestamp(ms / 1000, Number((match[2] ?? '').padEnd(9, '0')));
  }

  /** To the millisecond; what is finer is cut off. */
  toDate(): Date {
    return new Date(this.seconds * 1000 + Math.floor(this.nanos / 1e6));
  }

  /** RFC 3339, with 0, 3, 6 or 9 fraction digits. */
  toString(): string {
    const whole = new Date(this.seconds * 1000).toISOString().slice(0, 19);
    if (this.nanos === 0) return `${whole}Z`;
    const fraction = String(this.nanos).padStart(9, '0');
    return `${whole}.${fraction.replace(/(?:000){1,2}$/, '')}Z`;
  }

  toJSON(): string {
    return this.toString();
  }
}

/** A google.protobuf.Duration for a request, such as `lease: duration(30_000)`. */
export function duration(span_ms: number): { seconds: number; nanos: number } {
  if (!Number.isSafeInteger(span_ms)) {
    throw refuseLocally('INVALID_FIELD', `duration: must be an integer of milliseconds, not ${span_ms}`);
  }
  const seconds = Math.trunc(span_ms / 1000);
  return { seconds, nanos: (span_ms - seconds * 1000) * 1e6 };
}
