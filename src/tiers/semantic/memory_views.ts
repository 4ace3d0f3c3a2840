/** Memories as readers see them: the row with what it takes to describe it. On a read-only connection. */
import type { Db, Statement } from '../../store/db.js';
import { MEMORY_COLUMNS, type MemoryRow } from './memory_table.js';
import { tablesOf } from './vectors/tables.js';

export interface MemoryView {
  readonly row: MemoryRow;
  /** Empty = private. */
  readonly namespace: string;
  readonly vector_pending: boolean;
}

export class MemoryViews {
  readonly #db: Db;
  readonly #at: Statement<[number], MemoryRow>;
  readonly #namespace: Statement<[number], string>;
  readonly #serving: Statement<[], number>;
  readonly #vector = new Map<number, Statement<[number], Buffer>>();

  constructor(db: Db) {
    this.#db = db;
    this.#at = db.prepare(`SELECT ${MEMORY_COLUMNS} FROM memories WHERE position = ?`);
    this.#namespace = db
      .prepare<[number], string>('SELECT namespace FROM memory_scopes WHERE scope_id = ?')
      .pluck();
    this.#serving = db
      .prepare<[], number>(`SELECT generation_id FROM memory_generations WHERE status = 'serving'`)
      .pluck();
  }

  at(position: number): MemoryView | undefined {
    const row = this.#at.get(position);
    return row && this.of(row);
  }

  of(row: MemoryRow): MemoryView {
    return {
      row,
      namespace: this.#namespace.get(row.scope_id) ?? '',
      vector_pending: this.vector(row.position) === undefined,
    };
  }

  /** The vector of the serving generation, as stored. */
  vector(position: number): Buffer | undefined {
    const generation_id = this.#serving.get();
    if (generation_id === undefined) return undefined;
    let statement = this.#vector.get(generation_id);
    if (statement === undefined) {
      statement = this.#db
        .prepare<[number], Buffer>(`SELECT vector FROM ${tablesOf(generation_id).vectors} WHERE position = ?`)
        .pluck();
      this.#vector.set(generation_id, statement);
    }
    return statement.get(position);
  }
}
