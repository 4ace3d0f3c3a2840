/** Which cells lie nearest to a vector. */
import type { Db, Statement } from '../../../store/db.js';
import { dot, fromBytes } from './codes.js';

/** Of centroids kept in memory per connection; beyond it all are forgotten. About 40,000 cells at 384 dimensions. */
const KEPT_BYTES = 64 * 1024 * 1024;

export class Centroids {
  readonly #load: Statement<[number], Buffer>;
  /** A centroid never changes and a cell's id is never used again, so what was read once stays right. */
  readonly #kept = new Map<number, Float32Array>();
  #kept_bytes = 0;

  constructor(db: Db) {
    this.#load = db
      .prepare<[number], Buffer>('SELECT centroid FROM vector_centroids WHERE cell_id = ?')
      .pluck();
  }

  /** The cells, nearest first. One without a centroid, which only damage can make, comes first. */
  rank<Cell extends { readonly cell_id: number }>(unit: Float32Array, cells: readonly Cell[]): Cell[] {
    return cells
      .map((cell) => {
        const centroid = this.of(cell.cell_id);
        return { cell, cosine: centroid === undefined ? 2 : dot(unit, centroid) };
      })
      .sort((a, b) => b.cosine - a.cosine || a.cell.cell_id - b.cell.cell_id)
      .map(({ cell }) => cell);
  }

  of(cell_id: number): Float32Array | undefined {
    const kept = this.#kept.get(cell_id);
    if (kept !== undefined) return kept;
    const bytes = this.#load.get(cell_id);
    if (bytes === undefined) return undefined;
    if (this.#kept_bytes > KEPT_BYTES) {
      this.#kept.clear();
      this.#kept_bytes = 0;
    }
    const centroid = fromBytes(bytes);
    this.#kept.set(cell_id, centroid);
    this.#kept_bytes += centroid.byteLength;
    return centroid;
  }
}
