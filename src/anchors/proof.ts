/**
 * A proof: what was journaled in a range of revisions, as a text file that can be checked without us. One JSON object per
 * line: a header, the entries, and an end that signs the newest hash and the digest of all lines before it. The verifier in
 * src/proof shares no code with this file.
 */
import { createHash } from 'node:crypto';
import type { Head } from '../journal/append.js';
import type { EntryHeader } from '../journal/entry.js';
import { ordinalOf, revisionOf } from '../journal/position.js';
import { signCheckpoint } from './checkpoint.js';
import type { SigningKey } from './key.js';

export interface ProofRange {
  readonly database_id: string;
  /** Whose payloads are in it; '*' = everybody's. */
  readonly agent_id: string;
  readonly from_revision: number;
  /** The chain's hash after that revision. */
  readonly from_hash: Uint8Array;
  readonly until_revision: number;
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

export class ProofWriter {
  readonly #key: SigningKey;
  readonly #range: ProofRange;
  readonly #digest = createHash('sha256');
  #entries = 0;

  constructor(key: SigningKey, range: ProofRange) {
    this.#key = key;
    this.#range = range;
  }

  header(): string {
    const { database_id, agent_id, from_revision, from_hash, until_revision } = this.#range;
    return this.#line({
      holdfast_proof: 1,
      database_id,
      public_key: hex(this.#key.public_key),
      agent_id,
      from_revision,
      from_hash: hex(from_hash),
      until_revision,
    });
  }

  /** `payload`: null when it is left out or was dropped. */
  entry(entry: EntryHeader & { readonly hash: Uint8Array }, payload: Uint8Array | null): string {
    this.#entries += 1;
    const { position, time_us, agent_id, kind, key, payload_digest, hash } = entry;
    return this.#line({
      revision: revisionOf(position),
      ordinal: ordinalOf(position),
      time_us,
      agent_id,
      kind,
      key,
      payload_digest: hex(payload_digest),
      hash: hex(hash),
      ...(payload !== null && { payload: Buffer.from(payload).toString('base64') }),
    });
  }

  /** @param head the last entry's revision and hash. */
  end({ revision, hash }: Pick<Head, 'revision' | 'hash'>, signed_at_us: number): string {
    const { database_id } = this.#range;
    const checkpoint = { database_id, revision, hash, signed_at_us };
    const digest = this.#digest.digest('hex');
    const end = {
      entries: this.#entries,
      digest,
      signature: hex(this.#key.sign(`holdfast-proof-v1\n${digest}\n${this.#entries}\n`)),
      checkpoint: {
        database_id,
        revision,
        hash: hex(hash),
        signed_at_us,
        signature: hex(signCheckpoint(this.#key, checkpoint)),
      },
    };
    return `${JSON.stringify(end)}\n`;
  }

  #line(value: object): string {
    const line = `${JSON.stringify(value)}\n`;
    this.#digest.update(line);
    return line;
  }
}
