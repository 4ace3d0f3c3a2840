/**
 * The writing end of the journal. One per writer; it knows the head, so appending reads nothing.
 *
 * Invariant: the in-memory head equals the last row of the journal as the open transaction sees it. Whoever rolls back
 * must call `restore` with the head remembered before.
 */

import { sha256 } from '../codec/digest.js';
import { HoldfastError } from '../errors.js';
import type { Db, Statement } from '../store/db.js';
import { chainHash, type EntryHeader, GENESIS_HASH } from './entry.js';
import { MAX_ENTRIES_PER_REVISION, positionOf, revisionOf } from './position.js';

export interface Head {
  readonly revision: number;
  readonly hash: Uint8Array;
  readonly time_us: number;
}

export interface AppendedEntry {
  readonly position: number;
  readonly digest: Buffer;
}

interface HeadRow {
  readonly position: number;
  readonly hash: Uint8Array;
  readonly time_us: number;
}

export class JournalAppender {
  readonly #insert: Statement<unknown[]>;
  #head: Head;
  #ordinal = 0;

  constructor(db: Db) {
    // Bound by place: by name it costs more than the row.
    this.#insert = db.prepare(
      `INSERT INTO journal (position, agent_id, kind, key, time_us, payload, payload_digest, hash)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    );
    this.#head = readHead(db);
  }

  get head(): Head {
    return this.#head;
  }

  /** Starts a command: its first entry, if it makes one, takes the next revision. */
  begin(): void {
    this.#ordinal = 0;
  }

  /** Entries the present command has made. */
  get entries(): number {
    return this.#ordinal;
  }

  /** The revision that the present command's entries carry. */
  get revision(): number {
    return this.#ordinal === 0 ? this.#head.revision + 1 : this.#head.revision;
  }

  /**
   * Appends one entry. `stored` says where the payload lives: in the journal, or in a row of the tier that the caller
   * writes under the returned position.
   */
  append(
    entry: Omit<EntryHeader, 'position' | 'payload_digest'>,
    payload: Uint8Array,
    stored: 'journal' | 'tier',
  ): AppendedEntry {
    if (this.#ordinal >= MAX_ENTRIES_PER_REVISION) {
      throw new HoldfastError(
        'LIMIT_EXCEEDED',
        `a transaction may change at most ${MAX_ENTRIES_PER_REVISION} things`,
        {
          metadata: { limit: String(MAX_ENTRIES_PER_REVISION) },
        },
      );
    }
    const revision = this.revision;
    const position = positionOf(revision, this.#ordinal);
    const payload_digest = sha256(payload);
    const { agent_id, kind, key, time_us } = entry;
    const hash = chainHash(this.#head.hash, { position, agent_id, kind, key, time_us, payload_digest });
    const in_journal = stored === 'journal' ? payload : null;
    this.#insert.run(position, agent_id, kind, key, time_us, in_journal, payload_digest, hash);
    this.#head = { revision, hash, time_us };
    this.#ordinal += 1;
    return { position, digest: payload_digest };
  }

  /** `entries`: how many of the present command are still there. */
  restore(head: Head, entries = 0): void {
    this.#head = head;
    this.#ordinal = entries;
  }
}

/** The newest entry of the file; where compaction left none, what compaction remembered. */
export function readHead(db: Db): Head {
  const row = db
    .prepare<[], HeadRow>('SELECT position, hash, time_us FROM journal ORDER BY position DESC LIMIT 1')
    .get();
  if (row === undefined) return readFloor(db);
  return { revision: revisionOf(row.position), hash: row.hash, time_us: row.time_us };
}

/** The newest compacted entry: the chain begins after it. */
export function readFloor(db: Db): Head {
  const row = db
    .prepare<[], { revision: number; hash: Uint8Array; time_us: number }>(
      'SELECT revision, hash, time_us FROM journal_floor',
    )
    .get();
  return row ?? { revision: 0, hash: GENESIS_HASH, time_us: 0 };
}
