/** What changes vectors and their index; on the writer's connection, inside its transaction. */
import { HoldfastError } from '../../../errors.js';
import type { Db, Statement } from '../../../store/db.js';
import { codeOf, normalise, toBytes } from './codes.js';
import { dimensionsOf, dropGeneration, tablesOf } from './tables.js';

/** A vector's way into another cell. */
export type Move = readonly [position: number, cell_id: number];

/** What a plan (maintenance.ts) starts with. */
export interface PlanStart {
  readonly generation_id: number;
  readonly scope_id: number;
  readonly from_cell_id: number;
  /** The newest cell that there was when the plan was made. */
  readonly seen_cell_id: number;
  /** Of the cells to be made: bytes of vectors at unit length. */
  readonly centroids: readonly Uint8Array[];
}

/** Most moves of one `applyMoves`: about 20 us each, so a step stays well below the 10 ms that a write may take. */
export const MAX_MOVES = 200;

interface Statements {
  readonly dimensions: number;
  readonly insert: Statement<[number, number, Uint8Array]>;
  readonly remove: Statement<[number]>;
  readonly index: Statement<[bigint, bigint, Uint8Array]>;
  readonly unindex: Statement<[bigint]>;
  readonly indexed: Statement<[bigint], { cell_id: number; code: Uint8Array }>;
}

export class VectorWriter {
  readonly #db: Db;
  readonly #generations = new Map<number, Statements>();
  readonly #enter: Statement<[number, number], { cell_id: number }>;
  readonly #addEntry: Statement<[number, number]>;
  readonly #addCell: Statement<[number, number, number]>;
  readonly #see: Statement<[number, number]>;
  readonly #addCentroid: Statement<[number, Uint8Array]>;
  readonly #add: Statement<[number, number]>;
  readonly #leave: Statement<[number, number], { count: number; is_entry: number }>;
  readonly #removeCell: Statement<[number]>;
  readonly #removeCentroid: Statement<[number]>;
  readonly #exists: Statement<[number, number], number>;

  constructor(db: Db) {
    this.#db = db;
    this.#enter = db.prepare(
      `UPDATE vector_cells SET count = count + 1
       WHERE generation_id = ? AND scope_id = ? AND is_entry = 1 RETURNING cell_id`,
    );
    this.#addEntry = db.prepare(
      `INSERT INTO vector_cells (generation_id, scope_id, is_entry, count, seen_cell_id) VALUES (?, ?, 1, 1, 0)`,
    );
    this.#addCell = db.prepare(
      `INSERT INTO vector_cells (generation_id, scope_id, is_entry, count, seen_cell_id) VALUES (?, ?, 0, 0, ?)`,
    );
    this.#see = db.prepare('UPDATE vector_cells SET seen_cell_id = ? WHERE cell_id = ?');
    this.#addCentroid = db.prepare('INSERT INTO vector_centroids (cell_id, centroid) VALUES (?, ?)');
    this.#add = db.prepare('UPDATE vector_cells SET count = count + ? WHERE cell_id = ?');
    this.#leave = db.prepare(
      'UPDATE vector_cells SET count = count - ? WHERE cell_id = ? RETURNING count, is_entry',
    );
    this.#removeCell = db.prepare('DELETE FROM vector_cells WHERE cell_id = ?');
    this.#removeCentroid = db.prepare('DELETE FROM vector_centroids WHERE cell_id = ?');
    this.#exists = db
      .prepare<[number, number], number>(
        'SELECT 1 FROM vector_cells WHERE cell_id = ? AND generation_id = ? AND is_entry = 0',
      )
      .pluck();
  }

  /**
   * Stores a memory's vector, at unit length, and indexes it. Throws INVALID_FIELD for a vector that does not fit,
   * NOT_FOUND for an unknown generation, ALREADY_EXISTS for a position that has a vector.
   */
  insert(generation_id: number, scope_id: number, position: number, vector: Float32Array): void {
    const { dimensions, insert } = this.#of(generation_id);
    const unit = normalise(vector, dimensions);
    try {
      insert.run(position, scope_id, toBytes(unit));
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'SQLITE_CONSTRAINT_PRIMARYKEY') {
        throw new HoldfastError('ALREADY_EXISTS', `position ${position} has a vector of this generation`);
      }
      throw error;
    }
    this.enter(generation_id, scope_id, position, codeOf(unit));
  }

  /** Indexes a stored vector's code, in the scope's entry cell. */
  enter(generation_id: number, scope_id: number, position: number, code: Uint8Array): void {
    const cell_id =
      this.#enter.get(generation_id, scope_id)?.cell_id ??
      this.#addEntry.run(generation_id, scope_id).lastInsertRowid;
    this.#of(generation_id).index.run(BigInt(position), BigInt(cell_id), code);
  }

  /** Removes a vector and its code; returns whether there was one. */
  remove(generation_id: number, position: number): boolean {
    const { remove, indexed, unindex } = this.#of(generation_id);
    if (remove.run(position).changes === 0) return false;
    const row = indexed.get(BigInt(position));
    // A rebuild may not have come to it yet.
    if (row !== undefined) {
      unindex.run(BigInt(position));
      this.#left(row.cell_id, 1);
    }
    return true;
  }

  /**
   * The first step of a plan: makes its new cells, empty, and notes what the old cell was compared with. Returns the new
   * cells' ids, in the plan's order.
   */
  begin(plan: PlanStart): number[] {
    const { generation_id, scope_id, from_cell_id, seen_cell_id, centroids } = plan;
    this.#see.run(seen_cell_id, from_cell_id);
    // A cell of a plan that was never applied may be empty still.
    this.#left(from_cell_id, 0);
    return centroids.map((centroid) => {
      const cell_id = Number(this.#addCell.run(generation_id, scope_id, seen_cell_id).lastInsertRowid);
      this.#addCentroid.run(cell_id, centroid);
      return cell_id;
    });
  }

  /**
   * Moves vectors out of a cell, as planned at an earlier time: those that are no longer in it, and those whose new cell
   * is gone, stay where they are. At most MAX_MOVES. Returns how many moved. A cell that has a centroid and becomes empty
   * is removed.
   */
  applyMoves(generation_id: number, from_cell_id: number, moves: readonly Move[]): number {
    if (moves.length > MAX_MOVES) {
      throw new HoldfastError('INTERNAL', `moves: ${moves.length} in one step, above ${MAX_MOVES}`);
    }
    const { indexed, unindex, index } = this.#of(generation_id);
    const usable = new Map<number, boolean>();
    const arrived = new Map<number, number>();
    for (const [position, cell_id] of moves) {
      let is_usable = usable.get(cell_id);
      if (is_usable === undefined) {
        is_usable = cell_id !== from_cell_id && this.#exists.get(cell_id, generation_id) === 1;
        usable.set(cell_id, is_usable);
      }
      const row = is_usable ? indexed.get(BigInt(position)) : undefined;
      if (row?.cell_id !== from_cell_id) continue;
      unindex.run(BigInt(position));
      index.run(BigInt(position), BigInt(cell_id), row.code);
      arrived.set(cell_id, (arrived.get(cell_id) ?? 0) + 1);
    }
    let moved = 0;
    for (const [cell_id, count] of arrived) {
      this.#add.run(count, cell_id);
      moved += count;
    }
    if (moved > 0) this.#left(from_cell_id, moved);
    return moved;
  }

  /** Removes a generation with all its vectors. */
  drop(generation_id: number): void {
    this.#generations.delete(generation_id);
    dropGeneration(this.#db, generation_id);
  }

  #left(cell_id: number, count: number): void {
    const cell = this.#leave.get(count, cell_id);
    if (cell?.count === 0 && cell.is_entry === 0) {
      this.#removeCell.run(cell_id);
      this.#removeCentroid.run(cell_id);
    }
  }

  #of(generation_id: number): Statements {
    const known = this.#generations.get(generation_id);
    if (known !== undefined) return known;
    const dimensions = dimensionsOf(this.#db, generation_id);
    if (dimensions === undefined) {
      throw new HoldfastError('NOT_FOUND', `generation_id: there is no generation ${generation_id}`);
    }
    const { vectors, index } = tablesOf(generation_id);
    const statements: Statements = {
      dimensions,
      insert: this.#db.prepare(`INSERT INTO ${vectors} (position, scope_id, vector) VALUES (?, ?, ?)`),
      remove: this.#db.prepare(`DELETE FROM ${vectors} WHERE position = ?`),
      index: this.#db.prepare(`INSERT INTO ${index} (rowid, cell_id, code) VALUES (?, ?, vec_int8(?))`),
      unindex: this.#db.prepare(`DELETE FROM ${index} WHERE rowid = ?`),
      indexed: this.#db.prepare(`SELECT cell_id, code FROM ${index} WHERE rowid = ?`),
    };
    this.#generations.set(generation_id, statements);
    return statements;
  }
}
