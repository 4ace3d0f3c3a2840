/**
 * What a journal entry is and how it is hashed.
 *
 * The chain hashes digests of payloads, not payloads: retention may drop a payload and the chain still verifies. The
 * hashed bytes are canonical and unambiguous: a version tag, fixed-width integers, and each text with its length before
 * it, so that no two different entries share their bytes.
 */
import { sha256 } from '../codec/digest.js';
import { ordinalOf, revisionOf } from './position.js';

export const DIGEST_BYTES = 32;
/** The hash before the first entry. */
export const GENESIS_HASH: Buffer = Buffer.alloc(DIGEST_BYTES);
const FORMAT_TAG = Buffer.from('holdfast.journal.v1\0', 'latin1');

export interface EntryHeader {
  readonly position: number;
  readonly agent_id: string;
  readonly kind: string;
  readonly key: string;
  readonly time_us: number;
  readonly payload_digest: Uint8Array;
}

/** Built once and reused: hashing is on the path of every write. Grows for the rare long key. */
let scratch = Buffer.alloc(1024);

/** SHA-256 over the canonical bytes of the entry and the hash before it. */
export function chainHash(previous_hash: Uint8Array, entry: EntryHeader): Buffer {
  const worst_size = FORMAT_TAG.length + 3 * 8 + 3 * (4 + 3 * 256) + 2 * DIGEST_BYTES + entry.key.length * 3;
  if (scratch.length < worst_size) scratch = Buffer.alloc(worst_size);
  let offset = FORMAT_TAG.copy(scratch, 0);
  scratch.set(previous_hash, offset);
  offset += DIGEST_BYTES;
  offset = writeUint64(revisionOf(entry.position), offset);
  offset = scratch.writeUInt32BE(ordinalOf(entry.position), offset);
  offset = writeUint64(entry.time_us, offset);
  offset = writeText(entry.agent_id, offset);
  offset = writeText(entry.kind, offset);
  offset = writeText(entry.key, offset);
  scratch.set(entry.payload_digest, offset);
  return sha256(scratch.subarray(0, offset + DIGEST_BYTES));
}

function writeUint64(value: number, offset: number): number {
  const high = Math.floor(value / 2 ** 32);
  const at = scratch.writeUInt32BE(high, offset);
  return scratch.writeUInt32BE(value - high * 2 ** 32, at);
}

function writeText(text: string, offset: number): number {
  const size_bytes = scratch.write(text, offset + 4, 'utf8');
  scratch.writeUInt32BE(size_bytes, offset);
  return offset + 4 + size_bytes;
}
