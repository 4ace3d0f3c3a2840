/**
 * Values as bytes that sort as the values do, so that one order serves the index, unique keys, comparisons, sorts and
 * groups: comparing two encodings of one type byte by byte is comparing the values.
 *
 * The first byte is 0x00 for absent and null, 0x01 for a value. No encoding is the beginning of another one of its type,
 * so encodings may be put one after the other and still sort by the first, then the second.
 *   integer    8 bytes, big-endian, moved by 2^63
 *   decimal    a byte of sign and length, then the units of 10^-18, big-endian; negative ones inverted
 *   float      the bits of the binary64: sign bit flipped, negative ones inverted; -0 is 0
 *   string     UTF-8 with 00 written as 00 FF, ended by 00 00
 *   boolean    one byte
 *   timestamp  the seconds as an integer, 4 bytes of nanoseconds
 */
import { amountUnits } from '../../codec/amount.js';
import type { DecimalValue, DocValue, Timestamp } from '../../codec/value.js';

/** Types with an order. */
export type OrderedType = 'STRING' | 'INTEGER' | 'DECIMAL' | 'FLOAT' | 'BOOLEAN' | 'TIMESTAMP';
export type FieldType = OrderedType | 'JSON';

/** Bytes of a value that an index row holds, the first byte not counted. */
const INDEXED_BYTES = 512;

export const NULL_BYTES: Uint8Array = Buffer.of(0);
/** Below every value, above null. */
export const FIRST_VALUE: Uint8Array = Buffer.of(1);
/** Above every value. */
export const PAST_VALUES: Uint8Array = Buffer.of(2);

const SIGN = 2n ** 63n;

/** The encoding of a value that suits the type (declaration.ts checks that); undefined stands for absent. */
export function encodeValue(type: OrderedType, value: DocValue | undefined): Buffer {
  if (value === undefined || value === null) return Buffer.of(0);
  switch (type) {
    case 'STRING':
      return stringBytes(value as string, true);
    case 'INTEGER':
      return integerBytes(BigInt(value as number | bigint), 0);
    case 'DECIMAL':
      return decimalBytes((value as DecimalValue).text);
    case 'FLOAT':
      return floatBytes(Number(value));
    case 'BOOLEAN':
      return Buffer.of(1, value === true ? 1 : 0);
    case 'TIMESTAMP': {
      const { seconds, nanos } = value as Timestamp;
      const bytes = integerBytes(seconds, 4);
      bytes.writeUInt32BE(nanos, 9);
      return bytes;
    }
  }
}

/** What an index row holds of an encoding: sorts as the encoding does, but different values may have the same. */
export function indexBytes(encoded: Uint8Array): Uint8Array {
  return encoded.length <= INDEXED_BYTES + 1 ? encoded : encoded.subarray(0, INDEXED_BYTES + 1);
}

/** Whether an index row may hold less than the whole value. */
export function isCut(index_bytes: Uint8Array): boolean {
  return index_bytes.length > INDEXED_BYTES;
}

/** What the encodings of all strings with this beginning begin with. */
export function prefixBytes(prefix: string): Buffer {
  return stringBytes(prefix, false);
}

/** The lowest bytes above these. */
export function justAbove(bytes: Uint8Array): Buffer {
  return Buffer.concat([bytes, Buffer.of(0)]);
}

/** The lowest bytes above all that begin with these, of which the first is not 0xff. */
export function aboveAllWith(prefix: Uint8Array): Buffer {
  let end = prefix.length;
  while (prefix[end - 1] === 0xff) end -= 1;
  const above = Buffer.from(prefix.subarray(0, end));
  above[end - 1] = (above[end - 1] ?? 0) + 1;
  return above;
}

function integerBytes(value: bigint, room: number): Buffer {
  const bytes = Buffer.alloc(9 + room);
  bytes[0] = 1;
  bytes.writeBigUInt64BE(value + SIGN, 1);
  return bytes;
}

function decimalBytes(text: string): Buffer {
  const units = amountUnits(text);
  const negative = units < 0n;
  const hex = (negative ? -units : units).toString(16);
  // 56 digits are 24 bytes, so the length byte stays on its side of 0x80. Zero has one byte of magnitude.
  const length = (hex.length + 1) >> 1;
  const bytes = Buffer.alloc(2 + length);
  bytes[0] = 1;
  bytes[1] = negative ? 0x7f - length : 0x80 + length;
  bytes.write(hex.padStart(2 * length, '0'), 2, 'hex');
  if (negative) invert(bytes, 2);
  return bytes;
}

function floatBytes(value: number): Buffer {
  const bytes = Buffer.alloc(9);
  // Adding 0 makes the negative zero positive.
  bytes.writeDoubleBE(value + 0, 1);
  if (value < 0) invert(bytes, 1);
  else bytes[1] = (bytes[1] ?? 0) | 0x80;
  bytes[0] = 1;
  return bytes;
}

function invert(bytes: Buffer, from: number): void {
  for (let i = from; i < bytes.length; i += 1) bytes[i] = ~(bytes[i] ?? 0) & 0xff;
}

function stringBytes(text: string, ended: boolean): Buffer {
  const parts = text.split('\0').map((part) => Buffer.from(part));
  const size = parts.reduce((sum, part) => sum + part.length, 1) + 2 * (parts.length - 1) + (ended ? 2 : 0);
  const bytes = Buffer.alloc(size);
  bytes[0] = 1;
  let at = 1;
  for (const [index, part] of parts.entries()) {
    if (index > 0) {
      bytes[at + 1] = 0xff;
      at += 2;
    }
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
