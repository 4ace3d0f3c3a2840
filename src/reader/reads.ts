/** Point reads on the main thread: one read-only connection, one short transaction per request, never across an await. */
import { HoldfastError } from '../errors.js';
import { readFloor } from '../journal/append.js';
import { revisionOf } from '../journal/position.js';
import { JournalTail, type TailFilter, type TailPage } from '../journal/tail.js';
import type { Db, Statement } from '../store/db.js';
import { loadPayload, type PayloadLoader } from '../tiers/payloads.js';
import { type Queries, queryHandlers } from '../tiers/queries.js';

export class Reads {
  readonly #tail: JournalTail;
  readonly #db: Db;
  readonly #load: PayloadLoader;
  readonly #queries: Queries;
  readonly #head: Statement<[], { position: number | null }>;
  readonly #begin: Statement<[]>;
  readonly #commit: Statement<[]>;

  constructor(db: Db) {
    this.#db = db;
    this.#tail = new JournalTail(db);
    this.#load = loadPayload(db);
    this.#queries = queryHandlers(db);
    this.#head = db.prepare('SELECT max(position) AS position FROM journal');
    this.#begin = db.prepare('BEGIN');
    this.#commit = db.prepare('COMMIT');
  }

  /**
   * Runs a query on one consistent snapshot and tells it the snapshot's revision.
   * @throws HoldfastError REVISION_IN_FUTURE when the snapshot is older than `min_revision`.
   */
  snapshot<T>(min_revision: number, query: (queries: Queries, revision: number) => T): T {
    this.#begin.run();
    try {
      const position = this.#head.get()?.position;
      const revision = typeof position === 'number' ? revisionOf(position) : readFloor(this.#db).revision;
      if (min_revision > revision) {
        throw new HoldfastError(
          'REVISION_IN_FUTURE',
          `min_revision: ${min_revision} is above the newest, ${revision}`,
          {
            field: 'min_revision',
            metadata: { newest: String(revision) },
            retry_after_ms: 10,
          },
        );
      }
      return query(this.#queries, revision);
    } finally {
      this.#commit.run();
    }
  }

  /** The lowest revision that `entriesAfter` accepts. */
  get floor(): number {
    return this.#tail.floor;
  }

  /**
   * The one way to follow the journal: a page of entries after a revision, payloads fetched from wherever they are kept.
   * @throws HoldfastError REVISION_COMPACTED.
   */
  entriesAfter(revision: number, filter: TailFilter, with_payload: boolean): TailPage {
    this.#begin.run();
    try {
      const page = this.#tail.page(revision, filter);
      if (!with_payload) return page;
      const entries = page.entries.map((entry) => ({
        ...entry,
        payload: entry.payload ?? this.#load(entry),
      }));
      return { ...page, entries };
    } finally {
      this.#commit.run();
    }
  }
}
