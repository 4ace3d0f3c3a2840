/**
 * MessagePack from outside: a strict decoder for untrusted bytes.
 *
 * Why not check with a scanner and then let msgpackr decode: the scanner has to read every key to find duplicates,
 * every string to check its UTF-8 and every number to see whether it is finite, so by then it has decoded the
 * document; a second reading by other code could only disagree with the first. And msgpackr's result would need a
 * third pass, to turn integral doubles into integers. So this reader decodes as it checks, and msgpackr packs and
 * unpacks what we wrote ourselves (and is the oracle in the tests).
 *
 * Accepted: nil, booleans, all integers, finite floats, strings in strict UTF-8, binary, arrays, maps with distinct
 * string keys, extension 1 (a decimal in ASCII, any spelling of the amount grammar) and extension -1 (timestamp 32,
 * 64, 96). Any width of header is accepted; packDocument writes the shortest.
 */
import { isUtf8 } from 'node:buffer';
import { HoldfastError } from '../errors.js';
import { checkSize, type DocumentLimits, MAX_DEPTH_CEILING, tooDeep, tooManyKeys } from './limits.js';
import {
  DecimalValue,
  type DocObject,
  type DocValue,
  normalizeDouble,
  normalizeInteger,
  RESERVED_KEYS,
  Timestamp,
} from './value.js';

/** MessagePack extension type of a decimal. */
export const EXT_DECIMAL = 1;
/** MessagePack extension type -1, as a byte. */
export const EXT_TIMESTAMP = 0xff;

/**
 * Decodes exactly one document.
 * @throws HoldfastError INVALID_DOCUMENT, INVALID_AMOUNT, DOCUMENT_TOO_LARGE or DOCUMENT_TOO_DEEP.
 */
export function decodeMsgpack(bytes: Uint8Array, limits: DocumentLimits): DocValue {
  checkSize(bytes.byteLength, limits);
  return new MsgpackReader(bytes, limits).document();
}

class MsgpackReader {
  private readonly bytes: Buffer;
  private readonly limits: DocumentLimits;
  private readonly maxDepth: number;
  private position = 0;
  private depth = 0;
  private keys = 0;

  constructor(bytes: Uint8Array, limits: DocumentLimits) {
    this.bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.limits = limits;
    this.maxDepth = Math.min(limits.max_depth, MAX_DEPTH_CEILING);
  }

  document(): DocValue {
    const value = this.value();
    if (this.position !== this.bytes.length) throw refuse('bytes after the document', this.position);
    return value;
  }

  /** Claims the next length bytes and returns where they start. */
  private take(length: number): number {
    const start = this.position;
    if (length > this.bytes.length - start) throw refuse('a declared length exceeds the document', start);
    this.position = start + length;
    return start;
  }

  private value(): DocValue {
    const start = this.take(1);
    const head = this.bytes.readUInt8(start);
    if (head < 0x80) return head;
    if (head < 0x90) return this.map(head & 0x0f);
    if (head < 0xa0) return this.array(head & 0x0f);
    if (head < 0xc0) return this.string(head & 0x1f);
    if (head >= 0xe0) return head - 0x100;
    switch (head) {
      case 0xc0:
        return null;
      case 0xc2:
        return false;
      case 0xc3:
        return true;
      case 0xc4:
      case 0xc5:
      case 0xc6:
        return this.binary(this.length(1 << (head - 0xc4)));
      case 0xc7:
      case 0xc8:
      case 0xc9:
        return this.extension(this.length(1 << (head - 0xc7)));
      case 0xca:
        return normalizeDouble(this.bytes.readFloatBE(this.take(4)));
      case 0xcb:
        return normalizeDouble(this.bytes.readDoubleBE(this.take(8)));
      case 0xcf:
        return normalizeInteger(this.bytes.readBigUInt64BE(this.take(8)));
      case 0xd3:
        return normalizeInteger(this.bytes.readBigInt64BE(this.take(8)));
      case 0xcc:
      case 0xcd:
      case 0xce:
        return this.length(1 << (head - 0xcc));
      case 0xd0:
      case 0xd1:
      case 0xd2: {
        const width = 1 << (head - 0xd0);
        return this.bytes.readIntBE(this.take(width), width);
      }
      case 0xd9:
      case 0xda:
      case 0xdb:
        return this.string(this.length(1 << (head - 0xd9)));
      case 0xdc:
      case 0xdd:
        return this.array(this.length(2 << (head - 0xdc)));
      case 0xde:
      case 0xdf:
        return this.map(this.length(2 << (head - 0xde)));
    }
    // What is left is fixext 1 to 16, and 0xc1, which MessagePack never uses.
    if (head === 0xc1) throw refuse('the byte c1', start);
    return this.extension(1 << (head - 0xd4));
  }

  /** An unsigned integer of 1, 2 or 4 bytes. */
  private length(width: number): number {
    return this.bytes.readUIntBE(this.take(width), width);
  }

  private enter(count: number, bytesPerItem: number): void {
    if (++this.depth > this.maxDepth) throw tooDeep(this.limits);
    // An item takes at least a byte, so a huge declared count is refused before anything is made for it.
    if (count * bytesPerItem > this.bytes.length - this.position) {
      throw refuse('a declared length exceeds the document', this.position);
    }
  }

  private array(count: number): DocValue[] {
    this.enter(count, 1);
    const array: DocValue[] = [];
    for (let i = 0; i < count; i++) array.push(this.value());
    this.depth--;
    return array;
  }

  private map(count: number): DocObject {
    this.enter(count, 2);
    this.keys += count;
    if (this.keys > this.limits.max_keys) throw tooManyKeys(this.limits);
    const object: DocObject = {};
    for (let i = 0; i < count; i++) {
      const start = this.position;
      const key = this.value();
      if (typeof key !== 'string') throw refuse('a key that is not a string', start);
      // A tag spelt as a map has no JSON of its own: JSON would read it as the tagged value.
      if (RESERVED_KEYS.has(key)) throw refuse(`the key ${key} is reserved`, start);
      if (object[key] !== undefined && Object.hasOwn(object, key)) throw refuse('duplicate key', start);
      object[key] = this.value();
    }
    this.depth--;
    return object;
  }

  private string(length: number): string {
    const start = this.take(length);
    const { bytes } = this;
    // Nearly all strings are short and ASCII, for which a loop beats the calls into C++.
    if (length <= 24) {
      let text = '';
      let position = start;
      for (; position < start + length; position++) {
        const byte = bytes[position] as number;
        if (byte >= 0x80) break;
        text += String.fromCharCode(byte);
      }
      if (position === start + length) return text;
    }
    if (!isUtf8(bytes.subarray(start, start + length))) throw refuse('a string that is not UTF-8', start);
    return bytes.toString('utf8', start, start + length);
  }

  private binary(length: number): Uint8Array {
    const start = this.take(length);
    return new Uint8Array(this.bytes.subarray(start, start + length));
  }

  private extension(length: number): DecimalValue | Timestamp {
    const start = this.take(1);
    const type = this.bytes.readUInt8(start);
    const from = this.take(length);
    const data = this.bytes.subarray(from, from + length);
    if (type === EXT_DECIMAL) return new DecimalValue(data.toString('latin1'));
    if (type === EXT_TIMESTAMP) return readTimestamp(data);
    throw refuse('an extension type other than 1 (decimal) and -1 (timestamp)', start);
  }
}

/**
 * The timestamp extension of the MessagePack specification: 4, 8 or 12 bytes.
 * @throws HoldfastError INVALID_DOCUMENT for another length, and outside the years 0001 to 9999.
 */
export function readTimestamp(data: Uint8Array): Timestamp {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  if (data.length === 4) return new Timestamp(BigInt(view.getUint32(0)), 0);
  if (data.length === 8) {
    const both = view.getBigUint64(0);
    return new Timestamp(both & 0x3_ffff_ffffn, Number(both >> 34n));
  }
  if (data.length === 12) return new Timestamp(view.getBigInt64(4), view.getUint32(0));
  throw new HoldfastError('INVALID_DOCUMENT', 'document: a timestamp must have 4, 8 or 12 bytes');
}

/** The refusal never quotes the document: it may hold a secret. */
function refuse(problem: string, position: number): HoldfastError {
  return new HoldfastError('INVALID_DOCUMENT', `document: ${problem} (at byte ${position})`, {
    metadata: { position: String(position) },
  });
}
