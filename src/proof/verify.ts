/**
 * Checks a proof file that `holdfast audit export` made, without a daemon. Written apart from what makes proofs and keeps the
 * journal: it imports nothing of Holdfast, parses and hashes by itself, and takes nothing in the file on trust but the
 * public key that its user brings.
 *
 * The file: lines of JSON, each ended by a line feed. First the header, then the entries, then the end:
 *   {"holdfast_proof":1,"database_id","public_key","agent_id","from_revision","from_hash","until_revision"}
 *   {"revision","ordinal","time_us","agent_id","kind","key","payload_digest","hash","payload"?}
 *   {"entries","digest","signature","checkpoint":{"database_id","revision","hash","signed_at_us","signature"}}
 * Hashes, keys and signatures are lower-case hex, payloads base64. `digest` is SHA-256 over all lines before the end.
 */
import { createHash, createPublicKey, type KeyObject, verify as verifySignature } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';

export interface ProofReport {
  readonly ok: boolean;
  /** The first thing that is wrong; '' when nothing is. */
  readonly problem: string;
  readonly database_id: string;
  readonly agent_id: string;
  /** The entries are those after the first and up to the second. */
  readonly from_revision: number;
  readonly until_revision: number;
  readonly entries: number;
  /** Entries whose payload is in the file. */
  readonly payloads: number;
  /** Of the signed checkpoint; Unix microseconds. */
  readonly signed_at_us: number;
}

/**
 * @param public_key 64 hex digits, from somewhere else than the file.
 * @throws Error of the system's when the file cannot be read: that says nothing about the proof.
 */
export function verifyProof(path: string, public_key: string): ProofReport {
  const proof = new Proof(public_key.toLowerCase());
  let problem = '';
  try {
    for (const line of linesOf(path)) proof.take(line);
    proof.finish();
  } catch (error) {
    if (error instanceof Error && 'syscall' in error) throw error;
    problem = error instanceof Wrong ? error.message : `the file makes no sense: ${String(error)}`;
  }
  return { ok: problem === '', problem, ...proof.facts };
}

/** What makes a proof wrong. */
class Wrong extends Error {}

function must(condition: boolean, problem: string): asserts condition {
  if (!condition) throw new Wrong(problem);
}

const CHUNK_BYTES = 1 << 20;

/** The lines of a file as bytes, without their line feeds. */
function* linesOf(path: string): Generator<Buffer, void> {
  const fd = openSync(path, 'r');
  try {
    const chunk = Buffer.alloc(CHUNK_BYTES);
    let pieces: Buffer[] = [];
    for (let size = readSync(fd, chunk); size > 0; size = readSync(fd, chunk)) {
      let from = 0;
      for (let end = chunk.indexOf(0x0a); end >= 0 && end < size; end = chunk.indexOf(0x0a, from)) {
        yield Buffer.concat([...pieces, chunk.subarray(from, end)]);
        pieces = [];
        from = end + 1;
      }
      pieces.push(Buffer.from(chunk.subarray(from, size)));
    }
    must(Buffer.concat(pieces).length === 0, 'the last line has no line feed: the file was cut or added to');
  } finally {
    closeSync(fd);
  }
}

type Fields = Readonly<Record<string, unknown>>;

const HEADER = [
  'holdfast_proof',
  'database_id',
  'public_key',
  'agent_id',
  'from_revision',
  'from_hash',
  'until_revision',
];
const ENTRY = ['revision', 'ordinal', 'time_us', 'agent_id', 'kind', 'key', 'payload_digest', 'hash'];
const END = ['entries', 'digest', 'signature', 'checkpoint'];
const CHECKPOINT = ['database_id', 'revision', 'hash', 'signed_at_us', 'signature'];

class Proof {
  readonly #given_key: string;
  readonly #key: KeyObject;
  readonly #digest = createHash('sha256');
  #line = 0;
  #header: Fields | undefined;
  #end: Fields | undefined;
  #hash: Buffer = Buffer.alloc(32);
  #revision = 0;
  /** Of the entry before; -1 = none of this revision. */
  #ordinal = -1;
  #time_us = 0;
  #entries = 0;
  #payloads = 0;

  constructor(public_key: string) {
    must(/^[0-9a-f]{64}$/.test(public_key), 'the public key must be 64 hex digits');
    this.#given_key = public_key;
    const x = Buffer.from(public_key, 'hex').toString('base64url');
    this.#key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
  }

  get facts(): Omit<ProofReport, 'ok' | 'problem'> {
    const { database_id, agent_id, from_revision, until_revision } = this.#header ?? {};
    const { signed_at_us } = (this.#end?.checkpoint ?? {}) as Fields;
    return {
      database_id: String(database_id ?? ''),
      agent_id: String(agent_id ?? ''),
      from_revision: Number(from_revision ?? 0),
      until_revision: Number(until_revision ?? 0),
      entries: this.#entries,
      payloads: this.#payloads,
      signed_at_us: Number(signed_at_us ?? 0),
    };
  }

  take(bytes: Buffer): void {
    this.#line += 1;
    must(this.#end === undefined, `line ${this.#line}: something follows the end`);
    const fields = this.#parse(bytes);
    if (this.#header === undefined) this.#takeHeader(fields);
    else if ('checkpoint' in fields) this.#takeEnd(fields);
    else this.#takeEntry(fields);
    this.#digest.update(bytes).update('\n');
  }

  finish(): void {
    must(this.#header !== undefined, 'the file is empty');
    must(this.#end !== undefined, 'the end is missing: the file was cut');
  }

  #takeHeader(fields: Fields): void {
    this.#check(keysAre(fields, HEADER) && fields.holdfast_proof === 1, 'this is no proof of version 1');
    this.#check(
      fields.public_key === this.#given_key,
      'the proof names another public key than the one given',
    );
    this.#check(isHex(fields.from_hash, 32) && isCount(fields.from_revision), 'the header is malformed');
    this.#check(isCount(fields.until_revision), 'the header is malformed');
    this.#header = fields;
    this.#hash = Buffer.from(fields.from_hash, 'hex');
    this.#revision = fields.from_revision;
  }

  #takeEntry(fields: Fields): void {
    const { revision, ordinal, time_us, agent_id, kind, key, payload_digest, hash, payload } = fields;
    const has_payload = 'payload' in fields;
    this.#check(keysAre(fields, has_payload ? [...ENTRY, 'payload'] : ENTRY), 'the entry is malformed');
    this.#check(isCount(revision) && isCount(ordinal) && isCount(time_us), 'the entry is malformed');
    this.#check(isHex(payload_digest, 32) && isHex(hash, 32), 'the entry is malformed');
    this.#check(
      typeof agent_id === 'string' && typeof kind === 'string' && typeof key === 'string',
      'the entry is malformed',
    );
    const follows =
      (revision === this.#revision && this.#ordinal >= 0 && ordinal === this.#ordinal + 1) ||
      (revision === this.#revision + 1 && ordinal === 0);
    this.#check(
      follows,
      `revision ${revision}, entry ${ordinal} does not follow: something is missing or moved`,
    );
    this.#check(time_us >= this.#time_us, `revision ${revision} is older than the one before`);
    const computed = createHash('sha256')
      .update('holdfast.journal.v1\0', 'latin1')
      .update(this.#hash)
      .update(uint(BigInt(revision), 8))
      .update(uint(BigInt(ordinal), 4))
      .update(uint(BigInt(time_us), 8))
      .update(withLength(agent_id))
      .update(withLength(kind))
      .update(withLength(key))
      .update(Buffer.from(payload_digest, 'hex'))
      .digest();
    this.#check(computed.toString('hex') === hash, `revision ${revision}, entry ${ordinal} was changed`);
    if (has_payload) {
      this.#check(typeof payload === 'string', 'the entry is malformed');
      const bytes = Buffer.from(payload, 'base64');
      this.#check(bytes.toString('base64') === payload, 'the payload is malformed');
      const digest = createHash('sha256').update(bytes).digest('hex');
      this.#check(
        digest === payload_digest,
        `the payload of revision ${revision}, entry ${ordinal} was changed`,
      );
      this.#payloads += 1;
    }
    this.#hash = computed;
    this.#revision = revision;
    this.#ordinal = ordinal;
    this.#time_us = time_us;
    this.#entries += 1;
  }

  #takeEnd(fields: Fields): void {
    this.#check(keysAre(fields, END), 'the end is malformed');
    const checkpoint = fields.checkpoint as Fields;
    this.#check(typeof checkpoint === 'object' && checkpoint !== null, 'the end is malformed');
    this.#check(keysAre(checkpoint, CHECKPOINT), 'the checkpoint is malformed');
    const { database_id, revision, hash, signed_at_us, signature } = checkpoint;
    this.#check(database_id === this.#header?.database_id, 'the checkpoint is of another database');
    const { until_revision } = this.#header ?? {};
    this.#check(
      revision === until_revision && revision === this.#revision,
      'the entries end before the checkpoint',
    );
    this.#check(hash === this.#hash.toString('hex'), 'the checkpoint has another hash than the last entry');
    this.#check(isCount(signed_at_us), 'the checkpoint is malformed');
    const text = `holdfast-checkpoint-v1\n${database_id}\n${revision}\n${hash}\n${signed_at_us}\n`;
    this.#check(this.#isSigned(text, signature), 'the checkpoint is not signed by this key');
    this.#check(fields.entries === this.#entries, 'the number of entries is another');
    const digest = this.#digest.copy().digest('hex');
    this.#check(fields.digest === digest, 'a line before the end was changed');
    const sealed = `holdfast-proof-v1\n${digest}\n${this.#entries}\n`;
    this.#check(this.#isSigned(sealed, fields.signature), 'the file is not signed by this key');
    this.#end = fields;
  }

  /** Every line has one spelling; any other was not written by a daemon. */
  #parse(bytes: Buffer): Fields {
    let fields: unknown;
    try {
      fields = JSON.parse(bytes.toString('utf8'));
    } catch {
      throw new Wrong(`line ${this.#line} is not JSON`);
    }
    this.#check(typeof fields === 'object' && fields !== null && !Array.isArray(fields), 'is no object');
    this.#check(bytes.equals(Buffer.from(JSON.stringify(fields))), 'is not spelled as it was written');
    return fields as Fields;
  }

  #isSigned(text: string, signature: unknown): boolean {
    if (!isHex(signature, 64)) return false;
    return verifySignature(null, Buffer.from(text, 'utf8'), this.#key, Buffer.from(signature, 'hex'));
  }

  #check(condition: boolean, problem: string): asserts condition {
    must(condition, `line ${this.#line}: ${problem}`);
  }
}

function keysAre(fields: Fields, names: readonly string[]): boolean {
  return JSON.stringify(Object.keys(fields)) === JSON.stringify(names);
}

function isHex(value: unknown, bytes: number): value is string {
  return typeof value === 'string' && value.length === 2 * bytes && /^[0-9a-f]*$/.test(value);
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

/** Big-endian, of a fixed width. */
function uint(value: bigint, bytes: number): Buffer {
  return Buffer.from(value.toString(16).padStart(2 * bytes, '0'), 'hex');
}

/** UTF-8 with its length in bytes before it. */
function withLength(text: string): Buffer {
  const bytes = Buffer.from(text, 'utf8');
  return Buffer.concat([uint(BigInt(bytes.length), 4), bytes]);
}
