/**
 * Planning how cells change. A plan is a pure read, for a reader thread; the writer applies it step by step (begin, then
 * applyMoves for each of the steps), at any later time, also in part. One plan at a time: the next is made when the last
 * was applied.
 */
import type { Db, Statement } from '../../../store/db.js';
import { positionsIn } from './cells.js';
import { cluster, nearestTo } from './clustering.js';
import { dot, fromBytes, toBytes } from './codes.js';
import { tablesOf } from './tables.js';
import { MAX_MOVES, type Move, type PlanStart } from './writer.js';

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

export const CELL_LIMITS: CellLimits = { first_split: 4096, flush: 1024, most: 640, wanted: 224, least: 24 };

/** Plain data, because it crosses threads. */
export interface Plan extends PlanStart {
  /** Cells that are there already. */
  readonly cell_ids: readonly number[];
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

/** Cells that a kept cell's vectors may go over to. */
const MOST_NEIGHBOURS = 32;

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
  const cell = neediest(db, generation_id, limits) ?? stalest(db, generation_id);
  if (cell === undefined) return null;
  const { cell_id, scope_id, is_entry, count, others } = cell;
  const cells = cellsWithCentroids(db, generation_id, scope_id);
  const start = { generation_id, scope_id, from_cell_id: cell_id, seen_cell_id: cells.at(-1)?.cell_id ?? 0 };
  const positions = positionsIn(db, generation_id, cell_id);
  // A cell counted wrong, which only damage can make, would be planned forever. Verify tells of it; a rebuild mends it.
  if (positions.length === 0 && count > 0) return null;
  if (others === 0 || (is_entry === 0 && count > limits.most)) {
    return {
      ...start,
      cell_ids: [],
      ...split(vectorsOf(db, generation_id, spread(positions, MOST_VECTORS)), limits),
    };
  }
  const own = cells.find((known) => known.cell_id === cell_id);
  const is_kept = own !== undefined && count >= limits.least;
  const targets = is_kept ? nearestCells(own, cells) : cells.filter((other) => other !== own);
  const moves = spreadOver(db, generation_id, positions, targets).filter(
    ([, place]) => targets[place] !== own,
  );
  return { ...start, centroids: [], cell_ids: targets.map((target) => target.cell_id), moves };
}

/** The plan's moves in steps that each fit one write. `new_cell_ids` is what the writer's `begin` answered. */
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

/** A cell whose scope has gained a quarter of its cells since the cell's vectors were last compared with them. */
function stalest(db: Db, generation_id: number): CellRow | undefined {
  const statement: Statement<[number], CellRow> = db.prepare(
    `WITH cells AS (
       SELECT cell_id, scope_id, is_entry, count, seen_cell_id,
         count(*) OVER (PARTITION BY scope_id) AS many,
         row_number() OVER (PARTITION BY scope_id ORDER BY cell_id DESC) AS place
       FROM vector_cells WHERE generation_id = ? AND is_entry = 0),
     oldest_news AS (SELECT scope_id, cell_id AS news_id FROM cells WHERE place = (many + 3) / 4)
     SELECT cell_id, scope_id, is_entry, count, many - 1 AS others
     FROM cells JOIN oldest_news USING (scope_id)
     WHERE many > 1 AND seen_cell_id < news_id ORDER BY seen_cell_id, cell_id LIMIT 1`,
  );
  return statement.get(generation_id);
}

interface Placed {
  readonly moves: Plan['moves'];
}
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

interface Target {
  readonly cell_id: number;
  readonly centroid: Float32Array;
}

function cellsWithCentroids(db: Db, generation_id: number, scope_id: number): Target[] {
  return db
    .prepare<[number, number], { cell_id: number; centroid: Buffer }>(
      `SELECT cell_id, centroid FROM vector_cells JOIN vector_centroids USING (cell_id)
       WHERE generation_id = ? AND scope_id = ? AND is_entry = 0 ORDER BY cell_id`,
    )
    .all(generation_id, scope_id)
    .map(({ cell_id, centroid }) => ({ cell_id, centroid: fromBytes(centroid) }));
}

/** A cell and those whose centroids are most like its own. */
function nearestCells(own: Target, cells: readonly Target[]): Target[] {
  return cells
    .map((cell) => ({ cell, likeness: cell === own ? 2 : dot(own.centroid, cell.centroid) }))
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, MOST_NEIGHBOURS)
    .map(({ cell }) => cell);
}

/** Gives vectors to whichever cell is nearest to each. */
function spreadOver(
  db: Db,
  generation_id: number,
  positions: readonly number[],
  targets: readonly Target[],
): (readonly [number, number])[] {
  const centroids = targets.map((target) => target.centroid);
  const products = centroids.length * (centroids[0]?.length ?? 1);
  const most = Math.max(MAX_MOVES, Math.min(MOST_VECTORS, Math.floor(MOST_PRODUCTS / products)));
  const vectors = vectorsOf(db, generation_id, positions.slice(0, most));
  const moves = [...vectors].map(([position, vector]) => [position, nearestTo(vector, centroids)] as const);
  // By cell, so that one step dirties few of them.
  return moves.sort((a, b) => a[1] - b[1] || a[0] - b[0]);
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
