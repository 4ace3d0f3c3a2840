/**
 * MessagePack as we store it: one canonical form, written and read back by msgpackr.
 *
 * Equal values give equal bytes, so digests can be taken over stored bytes: keys sorted by UTF-16 code units (the
 * order of RFC 8785), every number that is an integer in the smallest integer encoding (msgpackr has no unsigned
 * 64-bit form below 2^63; its signed one is as long), other numbers as float 64, shortest headers.
 */
import { addExtension, Packr, Unpackr } from 'msgpackr';
import { HoldfastError } from '../errors.js';
import { decodeMsgpack, EXT_DECIMAL, EXT_TIMESTAMP, readTimestamp } from './msgpack-read.js';
import {
  DecimalValue,
  type DocValue,
  MAX_UINT64,
  MIN_INT64,
  normalizeDouble,
  RESERVED_KEYS,
  Timestamp,
} from './value.js';

export { decodeMsgpack };

// msgpackr keeps extensions in one table per process. Replacing its type -1 keeps the nanoseconds a Date would lose.
addExtension({
  Class: DecimalValue,
  type: EXT_DECIMAL,
  pack: (decimal: DecimalValue) => Buffer.from(decimal.text, 'latin1'),
  unpack: (data: Uint8Array) =>
    new DecimalValue(Buffer.from(data.buffer, data.byteOffset, data.byteLength).toString('latin1')),
});
addExtension({ Class: Timestamp, type: EXT_TIMESTAMP, pack: timestampBytes, unpack: readTimestamp });

const packr = new Packr({ useRecords: false, variableMapSize: true });
const unpackr = new Unpackr({ useRecords: false, copyBuffers: true });
// An option that msgpackr has but its types do not know: safe 64-bit integers as numbers, others as bigints.
Object.assign(unpackr, { int64AsType: 'auto' });

/**
 * Canonical MessagePack of a value.
 * @throws HoldfastError INVALID_DOCUMENT for what no document holds (NaN, lone surrogates, reserved keys, integers
 *   beyond int64 and uint64): a value made by our own code, a patch for one, is held to the same rules as input.
 */
export function packDocument(value: DocValue): Uint8Array {
  return packr.pack(arrange(value));
}

/** What msgpackr is given: Maps, because a plain object cannot hold integer-like keys in any order but its own. */
type Arranged = null | boolean | number | bigint | string | object;

function arrange(value: DocValue): Arranged {
  if (value === null) return value;
  switch (typeof value) {
    case 'string':
      return wellFormed(value);
    case 'number':
      return wide(normalizeDouble(value));
    case 'bigint':
      if (value < MIN_INT64 || value > MAX_UINT64) throw refuse('an integer beyond int64 and uint64');
      return value >= -0x8000_0000n && value <= 0xffff_ffffn ? Number(value) : value;
    case 'boolean':
      return value;
    case 'undefined':
      throw refuse('an undefined value');
  }
  if (Array.isArray(value)) return value.map(arrange);
  if (value instanceof DecimalValue || value instanceof Timestamp || value instanceof Uint8Array)
    return value;
  const map = new Map<string, Arranged>();
  for (const key of Object.keys(value).sort()) {
    if (RESERVED_KEYS.has(key)) throw refuse(`the reserved key ${key}`);
    map.set(wellFormed(key), arrange(value[key] as DocValue));
  }
  return map;
}

/** msgpackr writes integers beyond 32 bits as doubles unless they come as bigints. */
function wide(value: number | bigint): number | bigint {
  if (typeof value === 'bigint' || (value >= -0x8000_0000 && value <= 0xffff_ffff)) return value;
  return Number.isSafeInteger(value) ? BigInt(value) : value;
}

function wellFormed(text: string): string {
  // msgpackr would write bytes that are not UTF-8.
  if (/[\ud800-\udfff]/u.test(text)) throw refuse('a lone surrogate');
  return text;
}

function refuse(what: string): HoldfastError {
  return new HoldfastError('INVALID_DOCUMENT', `document: cannot hold ${what}`);
}

/** msgpackr's 'auto' turns exactly ±2^53 into a number as well; in a document those two are bigints. */
const TWO_TO_53 = Buffer.from('d30020000000000000', 'hex');
const MINUS_TWO_TO_53 = Buffer.from('d3ffe0000000000000', 'hex');

const UNLIMITED = { max_size_bytes: 2 ** 32, max_depth: 256, max_keys: 2 ** 32 };

/** The value of bytes that packDocument wrote. For bytes from anywhere else use decodeMsgpack. */
export function unpackDocument(bytes: Uint8Array): DocValue {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer.includes(TWO_TO_53) || buffer.includes(MINUS_TWO_TO_53)) return decodeMsgpack(bytes, UNLIMITED);
  // A plain view, so that binary values come back as plain Uint8Arrays and never as Buffers.
  return unpackr.unpack(new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength));
}

/** The shortest of the specification's timestamp 32, 64 and 96. */
function timestampBytes(timestamp: Timestamp): Buffer {
  const { seconds, nanos } = timestamp;
  if (seconds < 0n || seconds >= 2n ** 34n) {
    const bytes = Buffer.alloc(12);
    bytes.writeUInt32BE(nanos, 0);
    bytes.writeBigInt64BE(seconds, 4);
    return bytes;
  }
  if (nanos === 0 && seconds < 2n ** 32n) {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32BE(Number(seconds), 0);
    return bytes;
  }
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE((BigInt(nanos) << 34n) | seconds, 0);
  return bytes;
}
