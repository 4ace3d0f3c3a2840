/**
 * JavaScript values to documents and back, exactly or not at all.
 *
 * JSON is the encoding, with Holdfast's tagged forms for what it lacks. What JSON.stringify would bend in silence is
 * refused here, before anything is sent: NaN, infinities, integers beyond 2^53 as `number` (use bigint or Decimal),
 * class instances, Dates (use Timestamp.fromDate), `undefined` in arrays, cycles. One convention of JavaScript is kept:
 * a member whose value is `undefined` is left out, as if it were not there.
 */
import { refuseLocally } from './errors.js';
import type { Document } from './gen/holdfast/v1/Document.js';
import { Decimal, Timestamp } from './values.js';

/** What fromDoc returns. An integer is a `number` within ±(2^53 - 1) and a `bigint` beyond. */
export type DocValue =
  | null
  | boolean
  | number
  | bigint
  | string
  | Uint8Array
  | Decimal
  | Timestamp
  | DocValue[]
  | { [key: string]: DocValue };

const MAX_DEPTH = 64;
const MIN_INT64 = -(2n ** 63n);
const MAX_UINT64 = 2n ** 64n - 1n;
/** With the u flag this matches only surrogates that are not part of a pair. */
const LONE_SURROGATE = /[\ud800-\udfff]/u;
const RESERVED = new Set(['__proto__', '__decimal__', '__timestamp__', '__binary__', '__int64__']);

/** A document for a request. @throws InvalidRequestError INVALID_DOCUMENT, `field` being the path in the value. */
export function doc(value: unknown): { json: string } {
  return { json: format(value, '$', 0) };
}

function refuse(path: string, problem: string): Error {
  return refuseLocally('INVALID_DOCUMENT', `document: ${path} ${problem}`, path);
}

function format(value: unknown, path: string, depth: number): string {
  if (value === null) return 'null';
  switch (typeof value) {
    case 'boolean':
      return String(value);
    case 'number':
      return formatNumber(value, path);
    case 'bigint':
      if (value < MIN_INT64 || value > MAX_UINT64)
        throw refuse(path, 'fits neither int64 nor uint64; use Decimal');
      return String(value);
    case 'string':
      if (LONE_SURROGATE.test(value)) throw refuse(path, 'holds a lone surrogate');
      return JSON.stringify(value);
    case 'object':
      return formatObject(value, path, depth);
    default:
      throw refuse(path, `is ${typeof value}, which no document can hold`);
  }
}

function formatNumber(value: number, path: string): string {
  if (!Number.isFinite(value)) throw refuse(path, `is ${value}, which no document can hold`);
  if (Number.isInteger(value) && !Number.isSafeInteger(value)) {
    throw refuse(path, `is an integer beyond 2^53, where a number is no longer exact; use bigint or Decimal`);
  }
  return String(value);
}

function formatObject(value: object, path: string, depth: number): string {
  if (depth >= MAX_DEPTH) throw refuse(path, 'is nested too deep, or in a cycle');
  if (Array.isArray(value)) {
    // Array.from, because map leaves holes out.
    return `[${Array.from(value, (item, index) => format(item, `${path}[${index}]`, depth + 1)).join(',')}]`;
  }
  if (value instanceof Decimal) return `{"__decimal__":"${value.text}"}`;
  if (value instanceof Timestamp) return `{"__timestamp__":"${value}"}`;
  if (value instanceof Uint8Array) {
    const bytes = Buffer.from(value.buffer, value.byteOffset, value.byteLength);
    return `{"__binary__":"${bytes.toString('base64')}"}`;
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== null && prototype !== Object.prototype) {
    const hint = value instanceof Date ? '; use Timestamp.fromDate' : '';
    throw refuse(path, `is a ${value.constructor?.name ?? 'class instance'}, not a plain object${hint}`);
  }
  const members: string[] = [];
  for (const [key, member] of Object.entries(value)) {
    if (RESERVED.has(key)) throw refuse(path, `holds the reserved key ${key}`);
    if (LONE_SURROGATE.test(key)) throw refuse(path, 'holds a key with a lone surrogate');
    if (member !== undefined)
      members.push(`${JSON.stringify(key)}:${format(member, `${path}.${key}`, depth + 1)}`);
  }
  return `{${members.join(',')}}`;
}

/** Whole tokens, so that nothing inside a string is taken for a number, nor a fraction for an integer. */
const STRING_OR_NUMBER = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d[\d.eE+-]*/g;
/** Integers too long for a double to be sure of. */
const LONG_INTEGER = /^-?\d{16,}$/;

/**
 * The value of a document; undefined for an absent one.
 * @throws InvalidRequestError INVALID_DOCUMENT for a document asked for as MessagePack: decode that one yourself.
 */
export function fromDoc(document: Document | null | undefined): DocValue | undefined {
  if (document === null || document === undefined) return undefined;
  if (document.json === undefined) {
    throw refuseLocally('INVALID_DOCUMENT', 'fromDoc reads JSON documents; ask for encoding JSON');
  }
  // JSON.parse would round long integers, so they travel through it as strings under a key no document may hold.
  const text = document.json.replace(STRING_OR_NUMBER, (token) =>
    LONG_INTEGER.test(token) ? `{"__int64__":"${token}"}` : token,
  );
  return JSON.parse(text, untag) as DocValue;
}

/** Longer than any Decimal, as a text and as a power of ten. */
const MAX_NUMBER_LENGTH = 60;
const NUMBER = /^-?(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/;

/**
 * The value of JSON that comes from elsewhere, such as an exchange's reply, such that doc() gives back every digit: a number
 * where it is exact, else a bigint, else a Decimal. Holdfast's tagged forms are read as well.
 * @throws SyntaxError, or InvalidRequestError INVALID_DOCUMENT / INVALID_AMOUNT for a number that none of them holds.
 */
export function fromJson(text: string): DocValue {
  // First as it is, so that nothing becomes JSON by what is put into it.
  JSON.parse(text);
  const exact = text.replace(STRING_OR_NUMBER, (token) =>
    token.startsWith('"') || isExact(token) ? token : taggedNumber(token),
  );
  return JSON.parse(exact, untag) as DocValue;
}

function isExact(token: string): boolean {
  if (token.length <= 15 && !/[eE]/.test(token)) return true;
  const value = Number(token);
  if (token.length > MAX_NUMBER_LENGTH || (Number.isInteger(value) && !Number.isSafeInteger(value)))
    return false;
  const given = normalized(token);
  const held = normalized(String(value));
  return given.digits === held.digits && given.power === held.power;
}

/** The digits without zeros at either end, and the power of ten that they are multiplied by. */
function normalized(token: string): { readonly digits: string; readonly power: number } {
  const [, whole = '', fraction = '', power = '0'] = NUMBER.exec(token) ?? [];
  const all = (whole + fraction).replace(/^0+/, '');
  const digits = all.replace(/0+$/, '');
  return { digits, power: digits === '' ? 0 : Number(power) - fraction.length + all.length - digits.length };
}

/** A number that is not exact as a double, without an exponent and under the tag of what holds it. */
function taggedNumber(token: string): string {
  const { digits, power } = token.length > MAX_NUMBER_LENGTH ? { digits: '', power: 0 } : normalized(token);
  if (digits === '' || Math.abs(power) > MAX_NUMBER_LENGTH)
    throw refuse('$', `holds the number ${token.slice(0, MAX_NUMBER_LENGTH)}, which nothing holds exactly`);
  const padded = power < 0 ? digits.padStart(1 - power, '0') : digits + '0'.repeat(power);
  const plain = power < 0 ? `${padded.slice(0, power)}.${padded.slice(power)}` : padded;
  const signed = token.startsWith('-') ? `-${plain}` : plain;
  const integer = power < 0 ? undefined : BigInt(signed);
  const is_long = integer !== undefined && integer >= MIN_INT64 && integer <= MAX_UINT64;
  return is_long ? `{"__int64__":"${signed}"}` : `{"__decimal__":"${signed}"}`;
}

function untag(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const [entry, second] = Object.entries(value);
  if (entry === undefined || second !== undefined || typeof entry[1] !== 'string') return value;
  const [tag, text] = entry;
  if (tag === '__int64__') {
    const integer = BigInt(text);
    return Number.isSafeInteger(Number(integer)) ? Number(integer) : integer;
  }
  if (tag === '__decimal__') return new Decimal(text);
  if (tag === '__timestamp__') return Timestamp.parse(text);
  if (tag === '__binary__') return new Uint8Array(Buffer.from(text, 'base64'));
  return value;
}
