/** Memories whose text the embedder of a generation refuses: they have no vector of it and wait for none. Either connection. */
import type { Db, Statement } from '../../store/db.js';

export class Refusals {
  readonly #has: Statement<[number, number], number>;
  readonly #add: Statement<[number, number, number]>;
  readonly #remove: Statement<[number, number]>;
  readonly #clear: Statement<[number], number>;
  readonly #count: Statement<[number], number>;

  constructor(db: Db) {
    this.#has = db
      .prepare<[number, number], number>(
        'SELECT 1 FROM memory_refusals WHERE generation_id = ? AND position = ?',
      )
      .pluck();
    this.#add = db.prepare(
      'INSERT INTO memory_refusals (generation_id, position, scope_id) VALUES (?, ?, ?)',
    );
    this.#remove = db.prepare('DELETE FROM memory_refusals WHERE generation_id = ? AND position = ?');
    this.#clear = db
      .prepare<[number], number>('DELETE FROM memory_refusals WHERE generation_id = ? RETURNING position')
      .pluck();
    this.#count = db
      .prepare<[number], number>('SELECT count(*) FROM memory_refusals WHERE generation_id = ?')
      .pluck();
  }

  has(generation_id: number, position: number): boolean {
    return this.#has.get(generation_id, position) === 1;
  }

  count(generation_id: number): number {
    return this.#count.get(generation_id) ?? 0;
  }

  add(generation_id: number, position: number, scope_id: number): void {
    this.#add.run(generation_id, position, scope_id);
  }

  /** Whether there was one. */
  remove(generation_id: number, position: number): boolean {
    return this.#remove.run(generation_id, position).changes > 0;
  }

  /** Forgets all of a generation; returns their positions. */
  clear(generation_id: number): number[] {
    return this.#clear.all(generation_id);
  }
}
