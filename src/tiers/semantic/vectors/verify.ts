/** Checks a generation's index against its vectors. */
import type { Finding } from '../../../journal/verify.js';
import type { Db } from '../../../store/db.js';
import { positionsByCell } from './cells.js';
import { codeOf, dot, fromBytes } from './codes.js';
import { dimensionsOf, tablesOf } from './tables.js';

const MAX_FINDINGS = 100;

interface CellRow {
  readonly cell_id: number;
  readonly scope_id: number;
  readonly is_entry: number;
  readonly count: number;
  readonly centroid: Buffer | null;
}

/**
 * Every vector is sound, is indexed once, under the code that it gives, in a cell of its scope; nothing else is indexed;
 * cells are counted right and have the centroids they should. While a rebuild is under way, vectors may be missing from
 * the index. At most 100 findings.
 */
export function verifyVectors(db: Db, generation_id: number): Finding[] {
  const findings: Finding[] = [];
  const find = (message: string): void => {
    if (findings.length < MAX_FINDINGS) findings.push({ kind: 'semantic.vectors', revision: 0, message });
  };
  const { vectors, index } = tablesOf(generation_id);
  const dimensions = dimensionsOf(db, generation_id);
  if (dimensions === undefined) {
    find(`generation ${generation_id} has no index`);
    return findings;
  }
  const cells = cellsOf(db, generation_id);
  for (const cell of cells.values()) verifyCentroid(cell, dimensions, find);
  const is_rebuilding =
    db
      .prepare<[number], number>('SELECT 1 FROM vector_rebuilds WHERE generation_id = ?')
      .pluck()
      .get(generation_id) === 1;
  const indexed = positionsByCell(db, generation_id);
  verifyCounts(cells, indexed, find);

  const rowOf = db.prepare<[bigint], { cell_id: number; code: Buffer }>(
    `SELECT cell_id, code FROM ${index} WHERE rowid = ?`,
  );
  const page = db.prepare<[number], { position: number; scope_id: number; vector: Buffer }>(
    `SELECT position, scope_id, vector FROM ${vectors} WHERE position > ? ORDER BY position LIMIT 1000`,
  );
  for (let rows = page.all(-1); rows.length > 0; rows = page.all(rows.at(-1)?.position ?? 0)) {
    for (const { position, scope_id, vector: bytes } of rows) {
      const where = `generation ${generation_id}, position ${position}`;
      const vector = fromBytes(bytes);
      const cell_id = indexed.get(position);
      indexed.delete(position);
      if (!isUnit(vector, dimensions))
        find(`${where}: the vector has not ${dimensions} dimensions and length 1`);
      if (cell_id === undefined) {
        if (!is_rebuilding) find(`${where}: the vector is not in the index`);
        continue;
      }
      const row = rowOf.get(BigInt(position));
      if (row?.cell_id !== cell_id)
        find(`${where}: the index does not find what its chunk of cell ${cell_id} holds`);
      else if (!row.code.equals(codeOf(vector))) find(`${where}: the index holds another vector's code`);
      const cell = cells.get(cell_id);
      if (cell !== undefined && cell.scope_id !== scope_id) {
        find(`${where}: is of scope ${scope_id}, but its cell ${cell_id} of scope ${cell.scope_id}`);
      }
    }
  }
  for (const [position] of indexed)
    find(`generation ${generation_id}, position ${position}: indexed without a vector`);
  return findings;
}

function cellsOf(db: Db, generation_id: number): Map<number, CellRow> {
  const rows = db
    .prepare<[number], CellRow>(
      `SELECT cell_id, scope_id, is_entry, count, centroid
       FROM vector_cells LEFT JOIN vector_centroids USING (cell_id) WHERE generation_id = ?`,
    )
    .all(generation_id);
  return new Map(rows.map((row) => [row.cell_id, row]));
}

function verifyCentroid(
  { cell_id, is_entry, centroid }: CellRow,
  dimensions: number,
  find: (m: string) => void,
): void {
  if (is_entry === 1 && centroid !== null) find(`cell ${cell_id}: an entry cell has a centroid`);
  if (is_entry === 1) return;
  if (centroid === null) find(`cell ${cell_id}: has no centroid`);
  else if (!isUnit(fromBytes(centroid), dimensions)) find(`cell ${cell_id}: the centroid has not length 1`);
}

function verifyCounts(
  cells: ReadonlyMap<number, CellRow>,
  indexed: ReadonlyMap<number, number>,
  find: (message: string) => void,
): void {
  const counts = new Map<number, number>();
  for (const cell_id of indexed.values()) counts.set(cell_id, (counts.get(cell_id) ?? 0) + 1);
  for (const { cell_id, count } of cells.values()) {
    const found = counts.get(cell_id) ?? 0;
    if (found !== count) find(`cell ${cell_id}: holds ${found} vectors, but ${count} are counted`);
  }
  for (const [cell_id, count] of counts) {
    if (!cells.has(cell_id)) find(`cell ${cell_id}: holds ${count} vectors, but there is no such cell`);
  }
}

function isUnit(vector: Float32Array, dimensions: number): boolean {
  return vector.length === dimensions && Math.abs(dot(vector, vector) - 1) < 1e-3;
}
