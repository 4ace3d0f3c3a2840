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

interface SweptRow {
  readonly agent_id: string;
  readonly request_id: string;
  readonly time_us: number;
}

export class Receipts {
  readonly #find: Statement<[string, string], ReceiptRow>;
  readonly #insert: Statement<unknown[]>;
  readonly #page: Statement<[string, string, string, number], SweptRow>;
  readonly #delete: Statement<[string, string]>;
  readonly #ttl_us: number;
  /** Where the sweep goes on. */
  #cursor: readonly [string, string] = ['', ''];

  constructor(db: Db, ttl_ms: number) {
    this.#ttl_us = ttl_ms * 1000;
    this.#find = db.prepare(
      'SELECT digest, revision, time_us, result FROM receipts WHERE agent_id = ? AND request_id = ?',
    );
    this.#insert = db.prepare(
      `INSERT OR REPLACE INTO receipts (agent_id, request_id, digest, revision, time_us, result)
       VALUES (?, ?, ?, ?, ?, ?)`,
    );
    this.#page = db.prepare(
      `SELECT agent_id, request_id, time_us FROM receipts
       WHERE request_id > ? OR (request_id = ? AND agent_id > ?) ORDER BY request_id, agent_id LIMIT ?`,
    );
    this.#delete = db.prepare('DELETE FROM receipts WHERE agent_id = ? AND request_id = ?');
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

  /**
   * Looks at the next `rows` receipts, round and round the table, and deletes those that have expired; returns how many.
   * There is no index by age on purpose: it would cost every write a page, and nobody waits for a receipt to go.
   */
  sweep(now_us: number, rows: number): number {
    const [request_id, agent_id] = this.#cursor;
    const page = this.#page.all(request_id, request_id, agent_id, rows);
    const last = page.at(-1);
    this.#cursor = last === undefined || page.length < rows ? ['', ''] : [last.request_id, last.agent_id];
    const expired = page.filter((row) => row.time_us + this.#ttl_us <= now_us);
    for (const row of expired) this.#delete.run(row.agent_id, row.request_id);
    return expired.length;
  }
}

/** What "the same content" means: the command's name and its packed arguments. */
export function contentDigest(submission: Submission): Buffer {
  return sha256(Buffer.concat([Buffer.from(`${submission.name}\0`, 'latin1'), submission.args]));
}
