/**
 * Reading the journal in order. Everything that follows state goes through `page`: watches now, the outbox's other
 * followers later. The cursor is a revision; a page holds whole revisions only.
 */
import { HoldfastError } from '../errors.js';
import type { Db, Statement } from '../store/db.js';
import { readFloor } from './append.js';
import type { EntryHeader } from './entry.js';
import { lastPositionOf, MAX_ENTRIES_PER_REVISION, revisionOf } from './position.js';

/** An entry without its payload: a page of large payloads would be megabytes for every watcher. */
export interface TailEntry extends EntryHeader {
  readonly hash: Uint8Array;
}

/** A row of the journal as it is. */
export interface JournalRow extends TailEntry {
  /** Null when it is kept in a tier's row, or was dropped. */
  readonly payload: Uint8Array | null;
}

export interface TailFilter {
  /** Undefined = every agent. */
  readonly agent_id?: string;
  /** Empty = every kind. */
  readonly kind_prefixes: readonly string[];
  readonly key_prefix: string;
}

export interface TailPage<Entry = TailEntry> {
  readonly entries: readonly Entry[];
  /** Everything up to this revision has been looked at; the next page starts here. */
  readonly next_revision: number;
}

/** Rows read at once: short enough that a page never delays other reads noticeably. */
const PAGE_ROWS = 512;

export class JournalTail {
  readonly #db: Db;
  readonly #rows: Statement<[number, number], TailEntry>;
  readonly #payload: Statement<[number], { readonly payload: Uint8Array | null }>;

  constructor(db: Db) {
    this.#db = db;
    this.#rows = db.prepare(
      `SELECT position, agent_id, kind, key, time_us, payload_digest, hash
       FROM journal WHERE position > ? ORDER BY position LIMIT ?`,
    );
    this.#payload = db.prepare('SELECT payload FROM journal WHERE position = ?');
  }

  /** The lowest revision that `page` accepts. */
  get floor(): number {
    return readFloor(this.#db).revision;
  }

  /**
   * The entries after a revision that pass the filter, oldest first.
   * @throws HoldfastError REVISION_COMPACTED when entries after it are gone.
   */
  page(after_revision: number, filter: TailFilter): TailPage {
    const floor = this.floor;
    if (after_revision < floor) throw compacted(floor);
    const rows = this.#wholeRevisions(lastPositionOf(after_revision));
    const last = rows.at(-1);
    return {
      entries: rows.filter((row) => passes(row, filter)),
      next_revision: last === undefined ? after_revision : revisionOf(last.position),
    };
  }

  /**
   * The payload kept in the journal itself; null when it is kept elsewhere or was dropped.
   * @throws HoldfastError REVISION_COMPACTED when the entry is gone.
   */
  payload(position: number): Uint8Array | null {
    const row = this.#payload.get(position);
    if (row === undefined) throw compacted(this.floor);
    return row.payload;
  }

  #wholeRevisions(after_position: number): TailEntry[] {
    const rows = this.#rows.all(after_position, PAGE_ROWS);
    const last = rows.at(-1);
    if (last === undefined || rows.length < PAGE_ROWS) return rows;
    // The page may end inside a revision: leave that one for the next page, unless the page holds nothing else.
    const cut = revisionOf(last.position);
    const whole = rows.filter((row) => revisionOf(row.position) < cut);
    if (whole.length > 0) return whole;
    return this.#rows
      .all(after_position, MAX_ENTRIES_PER_REVISION)
      .filter((row) => revisionOf(row.position) === cut);
  }
}

function compacted(floor: number): HoldfastError {
  return new HoldfastError('REVISION_COMPACTED', `the journal begins after revision ${floor}`, {
    field: 'from_revision',
    metadata: { floor: String(floor) },
  });
}

function passes(entry: TailEntry, filter: TailFilter): boolean {
  if (filter.agent_id !== undefined && entry.agent_id !== filter.agent_id) return false;
  if (!entry.key.startsWith(filter.key_prefix)) return false;
  return (
    filter.kind_prefixes.length === 0 || filter.kind_prefixes.some((prefix) => entry.kind.startsWith(prefix))
  );
}
