/** Point reads on the main thread: one read-only connection, one short transaction per request, never across an await. */
import { HoldfastError } from '../errors.js';
import { readFloor } from '../journal/append.js';
import { revisionOf } from '../journal/position.js';
import { JournalTail, type TailEntry, type TailFilter, type TailPage } from '../journal/tail.js';
import type { LoadPayload } from '../journal/verify.js';
import type { Db, Statement } from '../store/db.js';
import { loadPayload } from '../tiers/payloads.js';
import { type Queries, queryHandlers } from '../tiers/queries.js';

export class Reads {
  readonly #tail: JournalTail;
  readonly #db: Db;
  readonly #load: LoadPayload;
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
    return this.#consistent(() => {
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
    });
  }

  /** Runs a query that is one statement, which needs no transaction around it to be consistent. */
  single<T>(query: (queries: Queries) => T): T {
    return query(this.#queries);
  }

  /** The lowest revision that `entriesAfter` accepts. */
  get floor(): number {
    return this.#tail.floor;
  }

  /**
   * The one way to follow the journal: a page of entries after a revision. A page with its payloads may be megabytes;
   * whoever holds it while waiting asks for them entry by entry instead (`payloadsOf`).
   * @throws HoldfastError REVISION_COMPACTED.
   */
  entriesAfter(
    revision: number,
    filter: TailFilter,
    with_payload: boolean,
  ): TailPage<TailEntry & { readonly payload: Uint8Array | null }> {
    return this.#consistent(() => {
      const page = this.#tail.page(revision, filter);
      const entries = page.entries.map((entry) => ({
        ...entry,
        payload: with_payload ? this.#payloadOf(entry) : null,
      }));
      return { ...page, entries };
    });
  }

  /**
   * The payloads of entries, from wherever they are kept; null where retention dropped one.
   * @throws HoldfastError REVISION_COMPACTED.
   */
  payloadsOf(entries: readonly TailEntry[]): (Uint8Array | null)[] {
    return this.#consistent(() => entries.map((entry) => this.#payloadOf(entry)));
  }

  #payloadOf(entry: TailEntry): Uint8Array | null {
    return this.#tail.payload(entry.position) ?? this.#load(entry) ?? null;
  }

  #consistent<T>(query: () => T): T {
    this.#begin.run();
    try {
      return query();
    } finally {
      // A storage error may have ended the transaction; a second error here would hide the first.
      if (this.#db.inTransaction) this.#commit.run();
    }
  }
}
