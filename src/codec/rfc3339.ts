/**
 * RFC 3339 timestamps in UTC, as the tagged form {"__timestamp__": "..."} carries them.
 *
 * Read: `YYYY-MM-DDTHH:MM:SS`, optionally `.` and 1 to 9 digits, then `Z`. Written: with 0, 3, 6 or 9 fraction
 * digits as protobuf's JSON mapping does, so each instant has one spelling. A leap second (`:60`) is refused:
 * google.protobuf.Timestamp cannot carry one.
 */
import { HoldfastError } from '../errors.js';
import { Timestamp } from './value.js';

const FORMAT = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))?Z$/;

/** @throws HoldfastError INVALID_DOCUMENT unless text is an existing UTC instant of the years 0001 to 9999. */
export function parseTimestamp(text: string): Timestamp {
  const match = text.length > 30 ? null : FORMAT.exec(text);
  if (match === null) throw invalidTimestamp();
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1, 7).map(Number);
  if (year < 1 || hour > 23 || minute > 59 || second > 59) throw invalidTimestamp();
  // Date.UTC takes years 0 to 99 for 1900 to 1999, so the year is set on its own.
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) throw invalidTimestamp();
  const seconds = date.getTime() / 1000 + hour * 3600 + minute * 60 + second;
  return new Timestamp(BigInt(seconds), Number((match[7] ?? '').padEnd(9, '0')));
}

/** The one spelling of a timestamp. */
export function formatTimestamp(timestamp: Timestamp): string {
  const whole = new Date(Number(timestamp.seconds) * 1000).toISOString().slice(0, 19);
  if (timestamp.nanos === 0) return `${whole}Z`;
  const fraction = String(timestamp.nanos).padStart(9, '0');
  const digits = fraction.endsWith('000000') ? 3 : fraction.endsWith('000') ? 6 : 9;
  return `${whole}.${fraction.slice(0, digits)}Z`;
}

function invalidTimestamp(): HoldfastError {
  return new HoldfastError(
    'INVALID_DOCUMENT',
    'a __timestamp__ must be an RFC 3339 UTC time such as "2026-11-20T00:00:00.123456789Z", years 0001 to 9999',
  );
}
