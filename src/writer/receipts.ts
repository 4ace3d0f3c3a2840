/**
 * Receipts make a mutation idempotent: the reply of each request_id, written in the transaction of its effect, so that
 * both are on disk or neither is.
 */
import { sha256 } from '../codec/digest.js';
import { HoldfastError } from '../errors.js';
import type { Db, Statement } from '../store/db.js';
import type { Submission } from './transport.js';

export interface Receipt {
  readonly revision: number;
  readonly time_us: number;
  readonly result: Uint8Array;
}

interface ReceiptRow extends Receipt {
  readonly digest: Uint8Array;
}

export class Receipts {
  readonly #find: Statement<[string, string], ReceiptRow>;
  readonly #insert: Statement<unknown[]>;
  readonly #ttl_us: number;

  constructor(db: Db, ttl_ms: number) {
    this.#ttl_us = ttl_ms * 1000;
    this.#find = db.prepare(
      'SELECT digest, revision, time_us, result FROM receipts WHERE agent_id = ? AND request_id = ?',
    );
    this.#insert = db.prepare(
      `INSERT OR REPLACE INTO receipts (agent_id, request_id, digest, revision, time_us, result)
       VALUES (?, ?, ?, ?, ?, ?)`,
    );
  }

  /**
   * The reply given before to this request_id; undefined when there is none or it has expired.
   * @throws HoldfastError IDEMPOTENCY_KEY_REUSED when the id was used for another content.
   */
  find(submission: Submission, digest: Uint8Array, now_us: number): Receipt | undefined {
    const row = this.#find.get(submission.agent_id, submission.request_id);
    if (row === undefined || row.time_us + this.#ttl_us <= now_us) return undefined;
    if (Buffer.compare(row.digest, digest) !== 0) {
      throw new HoldfastError(
        'IDEMPOTENCY_KEY_REUSED',
        `request_id: ${submission.request_id} was used for another request at revision ${row.revision}`,
        { field: 'request_id', metadata: { revision: String(row.revision) } },
      );
    }
    return row;
  }

  store(submission: Submission, digest: Uint8Array, receipt: Receipt): void {
    const { revision, time_us, result } = receipt;
    this.#insert.run(submission.agent_id, submission.request_id, digest, revision, time_us, result);
  }
}

/** What "the same content" means: the command's name and its packed arguments. */
export function contentDigest(submission: Submission): Buffer {
  return sha256(Buffer.concat([Buffer.from(`${submission.name}\0`, 'latin1'), submission.args]));
}
