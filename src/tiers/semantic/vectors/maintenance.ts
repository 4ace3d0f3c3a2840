/**
 * Planning how cells change. A plan is a pure read, for a reader thread; the writer applies it step by step (addCells, then
 * applyMoves for each of the steps), at any later time, also in part. One plan at a time: the next is made when the last
 * was applied.
 */
import type { Db, Statement } from '../../../store/db.js';
import { positionsIn } from './cells.js';
import { Centroids } from './centroids.js';
import { cluster, nearestTo } from './clustering.js';
import { fromBytes, toBytes } from './codes.js';
import { tablesOf } from './tables.js';
import { MAX_MOVES, type Move } from './writer.js';

/** When cells change; in vectors. */
export interface CellLimits {
  /** A scope whose entry cell outgrows this gets cells with centroids. */
  readonly first_split: number;
  /** From then on the entry cell is emptied when it outgrows this. */
  readonly flush: number;
  /** A cell that outgrows this is split into cells of about `wanted`. */
  readonly most: number;
  readonly wanted: number;
  /** A cell that shrank below this is given up. */
  readonly least: number;
}

export const CELL_LIMITS: CellLimits = { first_split: 4096, flush: 1024, most: 1024, wanted: 384, least: 32 };

/** Plain data, because it crosses threads. */
export interface Plan {
  readonly generation_id: number;
  readonly scope_id: number;
  readonly from_cell_id: number;
  /** Cells that are there already. */
  readonly cell_ids: readonly number[];
  /** Cells to be made, by their centroids (bytes). */
  readonly centroids: readonly Uint8Array[];
  /** Each vector with the place of its new cell in `cell_ids` followed by the cells to be made; by place. */
  readonly moves: readonly (readonly [position: number, place: number])[];
}

interface CellRow {
  readonly cell_id: number;
  readonly scope_id: number;
  readonly is_entry: number;
  readonly count: number;
  /** Cells with centroids in the same scope. */
  readonly others: number;
}

/** Most parts of one split: more would cost as many comparisons per vector. */
const MOST_PARTS = 16;

/** Most vectors of one plan, and most products of a plan that compares vectors with centroids (about a second). */
const MOST_VECTORS = 8192;
const MOST_PRODUCTS = 2 ** 30;

/** The change that a generation's index needs most; null when it needs none. */
export function planMaintenance(
  db: Db,
  generation_id: number,
  limits: CellLimits = CELL_LIMITS,
): Plan | null {
  const cell = neediest(db, generation_id, limits);
  if (cell === undefined) return null;
  const positions = positionsIn(db, generation_id, cell.cell_id);
  const plan = { generation_id, scope_id: cell.scope_id, from_cell_id: cell.cell_id };
  if (cell.others === 0 || (cell.is_entry === 0 && cell.count > limits.most)) {
    return {
      ...plan,
      cell_ids: [],
      ...split(vectorsOf(db, generation_id, spread(positions, MOST_VECTORS)), limits),
    };
  }
  return { ...plan, centroids: [], ...spreadOver(db, plan, positions) };
}

/** The plan's moves in steps that each fit one write. `new_cell_ids` is what addCells answered for its centroids. */
export function stepsOf(plan: Plan, new_cell_ids: readonly number[]): Move[][] {
  const cell_ids = [...plan.cell_ids, ...new_cell_ids];
  const moves = plan.moves.map(([position, place]): Move => [position, cell_ids[place] as number]);
  const steps: Move[][] = [];
  for (let i = 0; i < moves.length; i += MAX_MOVES) steps.push(moves.slice(i, i + MAX_MOVES));
  return steps;
}

function neediest(db: Db, generation_id: number, limits: CellLimits): CellRow | undefined {
  const statement: Statement<[Record<string, number>], CellRow> = db.prepare(
    `SELECT * FROM (
       SELECT cell_id, scope_id, is_entry, count,
         (SELECT count(*) FROM vector_cells o
          WHERE o.generation_id = c.generation_id AND o.scope_id = c.scope_id AND o.is_entry = 0
            AND o.cell_id <> c.cell_id) AS others
       FROM vector_cells c
       WHERE generation_id = @generation_id
         AND CASE is_entry WHEN 1 THEN count > min(@flush, @first_split) ELSE count > @most OR count < @least END)
     WHERE CASE is_entry
       WHEN 1 THEN count > CASE WHEN others > 0 THEN @flush ELSE @first_split END
       ELSE count > @most OR others > 0 END
     ORDER BY count DESC, cell_id LIMIT 1`,
  );
  const { first_split, flush, most, least } = limits;
  return statement.get({ generation_id, first_split, flush, most, least });
}

type Placed = Pick<Plan, 'moves'>;
type Vectors = ReadonlyMap<number, Float32Array>;

/** Parts for the vectors of a cell that grew too large. */
function split(vectors: Vectors, limits: CellLimits): Placed & Pick<Plan, 'centroids'> {
  const many = Math.min(MOST_PARTS, Math.ceil(vectors.size / limits.wanted));
  const { centroids, members } = cluster([...vectors.values()], many);
  const positions = [...vectors.keys()];
  const parts = centroids.map((centroid, place) => ({
    centroid,
    positions: positions.filter((_, i) => members[i] === place),
  }));
  // Vectors that are (nearly) all alike have no parts to find: cut them anyhow, or the cell would be planned forever.
  const cut = parts.flatMap((part) =>
    part.positions.length > 0.75 * vectors.size ? piecesOf(part, limits.wanted) : [part],
  );
  return {
    centroids: cut.map((part) => toBytes(part.centroid)),
    moves: cut.flatMap((part, place) => part.positions.map((position) => [position, place] as const)),
  };
}

interface Part {
  readonly centroid: Float32Array;
  readonly positions: readonly number[];
}

function piecesOf({ centroid, positions }: Part, wanted: number): Part[] {
  const pieces: Part[] = [];
  for (let i = 0; i < positions.length; i += wanted)
    pieces.push({ centroid, positions: positions.slice(i, i + wanted) });
  return pieces;
}

/** Moves vectors of a cell to whichever other cell of the scope is nearest to each. */
function spreadOver(
  db: Db,
  plan: Pick<Plan, 'generation_id' | 'scope_id' | 'from_cell_id'>,
  positions: readonly number[],
): Placed & Pick<Plan, 'cell_ids'> {
  const cell_ids = db
    .prepare<[number, number, number], number>(
      `SELECT cell_id FROM vector_cells
       WHERE generation_id = ? AND scope_id = ? AND is_entry = 0 AND cell_id <> ? ORDER BY cell_id`,
    )
    .pluck()
    .all(plan.generation_id, plan.scope_id, plan.from_cell_id);
  const kept = new Centroids(db);
  const centroids = cell_ids.map((cell_id) => kept.of(cell_id) ?? new Float32Array());
  const products = centroids.length * (centroids[0]?.length ?? 1);
  const most = Math.max(MAX_MOVES, Math.min(MOST_VECTORS, Math.floor(MOST_PRODUCTS / products)));
  const vectors = vectorsOf(db, plan.generation_id, positions.slice(0, most));
  const moves = [...vectors].map(([position, vector]) => [position, nearestTo(vector, centroids)] as const);
  // By cell, so that one step dirties few of them.
  return { cell_ids, moves: moves.sort((a, b) => a[1] - b[1] || a[0] - b[0]) };
}

/** At most `most` of the values, evenly spread over them. */
function spread(values: readonly number[], most: number): readonly number[] {
  if (values.length <= most) return values;
  return Array.from({ length: most }, (_, i) => values[Math.floor((i * values.length) / most)] as number);
}

function vectorsOf(db: Db, generation_id: number, positions: readonly number[]): Vectors {
  const rows = db
    .prepare<[string], [number, Buffer]>(
      `SELECT position, vector FROM ${tablesOf(generation_id).vectors}
       WHERE position IN (SELECT value FROM json_each(?)) ORDER BY position`,
    )
    .raw()
    .all(JSON.stringify(positions));
  return new Map(rows.map(([position, bytes]) => [position, fromBytes(bytes)]));
}
