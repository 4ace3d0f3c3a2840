/**
 * google.protobuf.Timestamp and Duration, as proto-loader gives them with `longs: String`, to and from the integers
 * that storage and the rest of the daemon use: microseconds since 1970 for instants, milliseconds or microseconds
 * for spans. What an integer cannot hold exactly is refused, never rounded.
 */
import { invalidField } from '../errors.js';

export interface ProtoTimestamp {
  readonly seconds: string | number;
  readonly nanos: number;
}

export type ProtoDuration = ProtoTimestamp;

/** About 10,000 years, the range google.protobuf.Duration documents. */
const MAX_DURATION_SECONDS = 315_576_000_000;
const NANOS_PER_SECOND = 1_000_000_000;

/**
 * Microseconds since 1970-01-01T00:00:00Z.
 * @throws HoldfastError INVALID_FIELD outside what a number holds exactly, for sub-microsecond nanos, or malformed parts.
 */
export function timestampToUs(timestamp: ProtoTimestamp, field: string): number {
  const seconds = wholeSeconds(timestamp.seconds, field);
  const { nanos } = timestamp;
  if (!Number.isInteger(nanos) || nanos < 0 || nanos >= NANOS_PER_SECOND) {
    throw invalidField(field, 'nanos must be an integer from 0 to 999999999');
  }
  const at_us = combine(seconds, nanos, 1_000, 'microsecond', field);
  if (!Number.isSafeInteger(at_us)) {
    throw invalidField(field, 'must lie between 1684-07-28T00:12:26Z and 2255-06-05T23:47:34Z');
  }
  return at_us;
}

/** The inverse of timestampToUs. @throws HoldfastError INVALID_FIELD if at_us is not a safe integer. */
export function usToTimestamp(at_us: number): { seconds: string; nanos: number } {
  if (!Number.isSafeInteger(at_us)) throw invalidField('at_us', 'must be a safe integer of microseconds');
  const seconds = Math.floor(at_us / 1_000_000);
  return { seconds: String(seconds), nanos: (at_us - seconds * 1_000_000) * 1_000 };
}

/** A span in milliseconds, negative allowed. @throws HoldfastError INVALID_FIELD for parts of a millisecond. */
export function durationToMs(duration: ProtoDuration, field: string): number {
  const { seconds, nanos } = durationParts(duration, field);
  return combine(seconds, nanos, 1_000_000, 'millisecond', field);
}

/** The inverse of durationToMs. @throws HoldfastError INVALID_FIELD if span_ms is not a safe integer. */
export function msToDuration(span_ms: number): { seconds: string; nanos: number } {
  if (!Number.isSafeInteger(span_ms)) throw invalidField('span_ms', 'must be a safe integer of milliseconds');
  const seconds = Math.trunc(span_ms / 1_000);
  // Adding 0 turns the -0 that a negative whole number of seconds leaves into 0.
  return { seconds: String(seconds + 0), nanos: (span_ms - seconds * 1_000) * 1_000_000 + 0 };
}

/** A span of microseconds. @throws HoldfastError INVALID_FIELD if span_us is not a safe integer. */
export function usToDuration(span_us: number): { seconds: string; nanos: number } {
  if (!Number.isSafeInteger(span_us)) throw invalidField('span_us', 'must be a safe integer of microseconds');
  const seconds = Math.trunc(span_us / 1_000_000);
  return { seconds: String(seconds + 0), nanos: (span_us - seconds * 1_000_000) * 1_000 + 0 };
}

function durationParts(duration: ProtoDuration, field: string): { seconds: number; nanos: number } {
  const seconds = wholeSeconds(duration.seconds, field);
  const { nanos } = duration;
  if (Math.abs(seconds) > MAX_DURATION_SECONDS) {
    throw invalidField(field, `must lie within ±${MAX_DURATION_SECONDS} seconds`);
  }
  if (!Number.isInteger(nanos) || Math.abs(nanos) >= NANOS_PER_SECOND) {
    throw invalidField(field, 'nanos must be an integer within ±999999999');
  }
  if (seconds !== 0 && nanos !== 0 && seconds < 0 !== nanos < 0) {
    throw invalidField(field, 'seconds and nanos must have the same sign');
  }
  return { seconds, nanos };
}

function wholeSeconds(seconds: string | number, field: string): number {
  const value = typeof seconds === 'string' && /^-?\d{1,19}$/.test(seconds) ? Number(seconds) : seconds;
  if (typeof value !== 'number' || !Number.isInteger(value)) {
    throw invalidField(field, 'seconds must be an integer');
  }
  return value;
}

function combine(seconds: number, nanos: number, unit_ns: number, unit: string, field: string): number {
  if (nanos % unit_ns !== 0) throw invalidField(field, `must be a whole number of ${unit}s`);
  return seconds * (NANOS_PER_SECOND / unit_ns) + nanos / unit_ns + 0;
}
