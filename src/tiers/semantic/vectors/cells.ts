/** What a cell holds, read from vec0's own table of chunks: asked through SQL, vec0 would walk over every row it has. */
import type { Db, Statement } from '../../../store/db.js';
import { tablesOf } from './tables.js';

interface ChunkRow {
  readonly cell_id: number;
  readonly size: number;
  /** One bit per row of the chunk, the lowest bit of a byte first: whether it is in use. */
  readonly validity: Buffer;
  /** One little-endian int64 per row of the chunk. */
  readonly rowids: Buffer;
}

/** The positions of the vectors in a cell, ascending. */
export function positionsIn(db: Db, generation_id: number, cell_id: number): number[] {
  const chunks: Statement<[number], ChunkRow> = db.prepare(
    `SELECT partition00 AS cell_id, size, validity, rowids FROM ${tablesOf(generation_id).chunks}
     WHERE partition00 = ?`,
  );
  const positions: number[] = [];
  for (const chunk of chunks.all(cell_id)) positions.push(...positionsOf(chunk));
  return positions.sort((a, b) => a - b);
}

/** Every position in the index with its cell. */
export function positionsByCell(db: Db, generation_id: number): Map<number, number> {
  const cells = new Map<number, number>();
  const chunks: Statement<[number], ChunkRow & { chunk_id: number }> = db.prepare(
    `SELECT chunk_id, partition00 AS cell_id, size, validity, rowids FROM ${tablesOf(generation_id).chunks}
     WHERE chunk_id > ? ORDER BY chunk_id LIMIT 1000`,
  );
  for (let rows = chunks.all(0); rows.length > 0; rows = chunks.all(rows.at(-1)?.chunk_id ?? 0)) {
    for (const chunk of rows) for (const position of positionsOf(chunk)) cells.set(position, chunk.cell_id);
  }
  return cells;
}

function positionsOf({ size, validity, rowids }: ChunkRow): number[] {
  const positions: number[] = [];
  for (let row = 0; row < size; row++) {
    if ((validity.readUInt8(row >> 3) >> (row & 7)) & 1) {
      positions.push(Number(rowids.readBigInt64LE(8 * row)));
    }
  }
  return positions;
}
