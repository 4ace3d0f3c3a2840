/**
 * Checks of request fields, shared by all services. Each takes the field's path in proto spelling, so that the error
 * names what the caller wrote, and returns the value in the daemon's own representation.
 */
import { readDocument } from '../codec/document.js';
import { DEFAULT_DOCUMENT_LIMITS } from '../codec/limits.js';
import { packDocument } from '../codec/msgpack.js';
import { findSecretInText } from '../codec/secrets.js';
import { durationToMs, type ProtoDuration, type ProtoTimestamp, timestampToUs } from '../codec/time.js';
import { HoldfastError, invalidField } from '../errors.js';

/** Ids and short names: agents, requests, tasks, steps, types. */
const ID = /^[A-Za-z0-9][A-Za-z0-9._:-]*$/;
/** Names of things: states, accounts, operations. May contain slashes. */
const NAME = /^[A-Za-z0-9][A-Za-z0-9._:/-]*$/;

export function required<T>(value: T | null | undefined, field: string): T {
  if (value === null || value === undefined || value === '') {
    throw new HoldfastError('FIELD_REQUIRED', `${field} is required`, { field });
  }
  return value;
}

/** 1 to `max` characters of [A-Za-z0-9._:-], the first alphanumeric. */
export function id(value: string, field: string, max = 64): string {
  return matching(value, field, max, ID, '[A-Za-z0-9._:-]');
}

/** An agent, or "*" where the proto lets it stand for every agent. */
export function idOrEveryone(value: string, field: string): string {
  return value === '*' ? value : id(value, field);
}

/** 1 to `max` characters of [A-Za-z0-9._:/-], the first alphanumeric. */
export function name(value: string, field: string, max = 128): string {
  return matching(value, field, max, NAME, '[A-Za-z0-9._:/-]');
}

function matching(value: string, field: string, max: number, pattern: RegExp, spelled: string): string {
  required(value, field);
  if (value.length > max) throw tooLong(field, max, 'characters', value.length);
  if (!pattern.test(value)) {
    throw invalidField(field, `must be 1-${max} characters of ${spelled}, the first a letter or digit`);
  }
  return value;
}

/** Any text of up to `max_bytes` of UTF-8. */
export function size(value: string, field: string, max_bytes: number): string {
  const size_bytes = Buffer.byteLength(value);
  if (size_bytes > max_bytes) throw tooLong(field, max_bytes, 'bytes', size_bytes);
  return value;
}

/** The same value, which holds nothing shaped like a credential. */
export function withoutSecret(value: string, field: string): string {
  const kind = findSecretInText(value);
  if (kind === null) return value;
  throw new HoldfastError('SECRET_IN_DOCUMENT', `${field} contains what looks like a credential (${kind})`, {
    field,
    metadata: { kind },
  });
}

/**
 * An id that callers make up as they please, such as a tag, so that one of them may be a credential by mistake. Where it is
 * first stored: what only finds a thing again is checked by `id`, so that it can still be read and removed.
 */
export function plainId(value: string, field: string, max = 64): string {
  return withoutSecret(id(value, field, max), field);
}

/** The same for names. */
export function plainName(value: string, field: string, max = 128): string {
  return withoutSecret(name(value, field, max), field);
}

/** Free text up to `max_bytes` of UTF-8, without NUL and without anything shaped like a credential. */
export function text(value: string, field: string, max_bytes: number): string {
  size(value, field, max_bytes);
  if (value.includes('\0')) throw invalidField(field, 'must not contain NUL');
  return withoutSecret(value, field);
}

function tooLong(field: string, limit: number, unit: string, actual: number): HoldfastError {
  return new HoldfastError('LIMIT_EXCEEDED', `${field}: at most ${limit} ${unit}, got ${actual}`, {
    field,
    metadata: { limit: String(limit), actual: String(actual) },
  });
}

/** A list of at least `min` and at most `max` elements. */
export function list<T>(values: readonly T[], field: string, min: number, max: number): readonly T[] {
  if (values.length < min)
    throw new HoldfastError('FIELD_REQUIRED', `${field}: at least ${min} needed`, { field });
  if (values.length > max) throw tooLong(field, max, 'elements', values.length);
  return values;
}

/** An integer that the wire carries as a string, from `min` to `max` (at most 2^53 - 1). */
export function integer(value: string | number, field: string, min: number, max: number): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number) || number < min || number > max) {
    throw invalidField(field, `must be an integer from ${min} to ${max}`, { actual: String(value) });
  }
  return number;
}

/** A revision, version or epoch: 0 up to the largest that can occur. */
export function counter(value: string | number, field: string): number {
  return integer(value, field, 0, 2 ** 41 - 1);
}

export interface WireDocument {
  readonly encoding?: string | undefined;
  readonly json?: string | undefined;
  readonly msgpack?: Uint8Array | undefined;
}

/** A document that must be there, packed for storage. */
export function document(value: WireDocument | null | undefined, field: string): Uint8Array {
  const { json, msgpack, encoding } = required(value, field);
  if (encoding === undefined)
    throw new HoldfastError('FIELD_REQUIRED', `${field}: json or msgpack is required`, { field });
  const input = encoding === 'json' ? { json: json ?? '' } : { msgpack: msgpack ?? new Uint8Array() };
  return readDocument(input, field, DEFAULT_DOCUMENT_LIMITS).bytes;
}

/** A document that may be absent. */
export function optionalDocument(value: WireDocument | null | undefined, field: string): Uint8Array | null {
  return value === null || value === undefined ? null : document(value, field);
}

const EMPTY_OBJECT = packDocument({});

/** A document that is an empty object when absent. */
export function documentOrEmpty(value: WireDocument | null | undefined, field: string): Uint8Array {
  return optionalDocument(value, field) ?? EMPTY_OBJECT;
}

/** Unix microseconds, or null when absent. */
export function optionalTimestamp(value: ProtoTimestamp | null | undefined, field: string): number | null {
  return value === null || value === undefined ? null : timestampToUs(value, field);
}

/** Milliseconds within bounds, or null when absent. */
export function optionalDuration(
  value: ProtoDuration | null | undefined,
  field: string,
  min_ms: number,
  max_ms: number,
): number | null {
  if (value === null || value === undefined) return null;
  const duration_ms = durationToMs(value, field);
  if (duration_ms < min_ms || duration_ms > max_ms) {
    throw invalidField(field, `must be from ${min_ms} ms to ${max_ms} ms`, {
      actual_ms: String(duration_ms),
    });
  }
  return duration_ms;
}

/** An enum value that is not the unspecified one. */
export function enumValue<T extends string>(value: T, unspecified: T, field: string): T {
  if (value === unspecified) throw new HoldfastError('FIELD_REQUIRED', `${field} is required`, { field });
  // The loader passes numbers it does not know through as numbers.
  if (typeof value !== 'string')
    throw invalidField(field, 'is not a value of the enum', { actual: String(value) });
  return value;
}

/** Page size 1-1000; 0 means 100. */
export function pageSize(value: number): number {
  if (value === 0) return 100;
  if (value > 1000) throw tooLong('page_size', 1000, 'elements', value);
  return value;
}

/** Runs a check of something nested and puts `prefix` before the field that an error names. */
export function within<T>(prefix: string, check: () => T): T {
  try {
    return check();
  } catch (error) {
    throw error instanceof HoldfastError ? prefixed(prefix, error) : error;
  }
}

function prefixed(prefix: string, error: HoldfastError): HoldfastError {
  const field = error.details.field === undefined ? prefix : `${prefix}.${error.details.field}`;
  return new HoldfastError(error.reason, `${prefix}: ${error.message}`, { ...error.details, field });
}
