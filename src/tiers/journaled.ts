/** What the journal says of rows, for checks. What was compacted says nothing. */
import { readFloor } from '../journal/append.js';
import { revisionOf } from '../journal/position.js';
import type { Finding } from '../journal/verify.js';
import type { Db, Statement } from '../store/db.js';

interface Entry {
  readonly agent_id: string;
  readonly kind: string;
  readonly key: string;
  readonly time_us: number;
}

/** What a row says of the entry that wrote it. */
export interface Claim {
  readonly agent_id: string;
  readonly kinds: readonly string[];
  readonly key: string;
  /** Absent = the row does not keep it. */
  readonly time_us?: number;
}

export interface LastEntry extends Entry {
  readonly position: number;
  /** Null when a tier's row keeps it. */
  readonly payload: Uint8Array | null;
}

export class Journaled {
  readonly #db: Db;
  readonly #at: Statement<[number], Entry>;
  readonly #last: Statement<[string], LastEntry>;

  constructor(db: Db) {
    this.#db = db;
    this.#at = db.prepare('SELECT agent_id, kind, key, time_us FROM journal WHERE position = ?');
    // Payloads come last, so that none but those that are handed out are sorted.
    this.#last = db.prepare(
      `SELECT j.agent_id, j.kind, j.key, j.time_us, j.position, j.payload
       FROM (SELECT max(position) AS position FROM journal
             WHERE kind IN (SELECT value FROM json_each(?)) GROUP BY agent_id, key) AS newest
       CROSS JOIN journal j ON j.position = newest.position`,
    );
  }

  /** What is wrong with a row that the entry at `position` is said to have written; empty = nothing. */
  problem(position: number, { agent_id, kinds, key, time_us }: Claim): string {
    const entry = this.#at.get(position);
    // The floor after the entry: compaction may come between.
    if (entry === undefined)
      return revisionOf(position) > readFloor(this.#db).revision ? 'no journal entry has its position' : '';
    if (entry.agent_id !== agent_id) return `the journal says that agent ${entry.agent_id} wrote it`;
    if (!kinds.includes(entry.kind) || entry.key !== key)
      return `its journal entry is ${entry.kind} of ${entry.key}`;
    if (time_us !== undefined && entry.time_us !== time_us)
      return 'its time is not that of its journal entry';
    return '';
  }

  /** Of each thing (agent and key) the newest of its entries of these kinds. Inside a transaction. */
  last(...kinds: readonly string[]): IterableIterator<LastEntry> {
    return this.#last.iterate(JSON.stringify(kinds));
  }
}

/** Collects findings up to a limit. */
export class Findings {
  readonly list: Finding[] = [];
  readonly #limit: number;

  constructor(limit: number) {
    this.#limit = limit;
  }

  add(kind: string, position: number, message: string): void {
    if (this.list.length < this.#limit) this.list.push({ kind, revision: revisionOf(position), message });
  }
}
