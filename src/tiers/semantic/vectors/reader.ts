/** Searching vectors, on any connection. */
import { HoldfastError } from '../../../errors.js';
import type { Db, Statement } from '../../../store/db.js';
import { Centroids } from './centroids.js';
import { codeOf, dot, fromBytes, normalise } from './codes.js';
import { dimensionsOf, tablesOf } from './tables.js';

/** A statement that answers positions in its first column, with its parameters. */
export interface PositionQuery {
  readonly sql: string;
  readonly params: readonly (string | number | bigint | Uint8Array | null)[];
}

export interface VectorSearch {
  /** Where to look: vectors of all these scopes compete. */
  readonly scope_ids: readonly number[];
  readonly query: Float32Array;
  /** Most hits, 1 to 2,048. */
  readonly k: number;
  /** Only these positions qualify; all must lie in `scope_ids`. They are applied inside the index, never after `k`. */
  readonly allowed?: PositionQuery | Iterable<number>;
}

export interface VectorHit {
  readonly position: number;
  /** Exact, -1 to 1. */
  readonly cosine: number;
}

/** When a search stops. Rows are vectors whose codes are compared: about 0.25 us each at 384 dimensions. */
export interface SearchLimits {
  /** Up to this many are always compared, so scopes of that size are searched whole. */
  readonly always_rows: number;
  /** Never many more than this, however the vectors lie. */
  readonly most_rows: number;
}

export const SEARCH_LIMITS: SearchLimits = { always_rows: 6000, most_rows: 24_000 };

export const MAX_K = 2048;

/** Up to this many allowed vectors are compared exactly, one by one. */
const FEW = 2000;

/** Rows opened first, to learn how near the best are; and rows opened between two looks at whether to go on. */
const FIRST_ROWS = 1000;
const BATCH_ROWS = 2000;

/** Beyond every distance between codes. */
const ANY_DISTANCE = 1e30;

interface Cell {
  readonly cell_id: number;
  readonly count: number;
  readonly is_entry: number;
}

type Candidate = readonly [position: number, distance: number];

interface Statements {
  readonly dimensions: number;
  readonly vectorsAt: Statement<[string, string], [number, Buffer]>;
  readonly vectorsOf: Statement<[string], [number, Buffer]>;
  readonly nearest: Statement<[Uint8Array, bigint, string, number], [number, number]>;
}

export class VectorReader {
  readonly #db: Db;
  readonly #limits: SearchLimits;
  readonly #generations = new Map<number, Statements>();
  readonly #cells: Statement<[number, string], Cell>;
  readonly #count: Statement<[number, number], number>;
  readonly #rebuilding: Statement<[number], number>;
  readonly #centroids: Centroids;

  constructor(db: Db, limits: SearchLimits = SEARCH_LIMITS) {
    this.#db = db;
    this.#limits = limits;
    this.#cells = db.prepare(
      `SELECT cell_id, count, is_entry FROM vector_cells
       WHERE generation_id = ? AND scope_id IN (SELECT value FROM json_each(?)) AND count > 0`,
    );
    this.#count = db
      .prepare<[number, number], number>(
        'SELECT coalesce(sum(count), 0) FROM vector_cells WHERE generation_id = ? AND scope_id = ?',
      )
      .pluck();
    this.#rebuilding = db
      .prepare<[number], number>('SELECT 1 FROM vector_rebuilds WHERE generation_id = ?')
      .pluck();
    this.#centroids = new Centroids(db);
  }

  /** How many vectors of a scope are indexed. */
  count(generation_id: number, scope_id: number): number {
    return this.#count.get(generation_id, scope_id) ?? 0;
  }

  /**
   * The vectors most like the query, best first, equals by position. Scopes of up to `always_rows` vectors and filtered
   * searches are compared whole; larger ones where centroids say that the best lie. Throws INVALID_FIELD for a query
   * vector that does not fit, LIMIT_EXCEEDED for k, NOT_FOUND for an unknown generation.
   */
  search(generation_id: number, search: VectorSearch): VectorHit[] {
    const { query, k, allowed } = search;
    if (!Number.isSafeInteger(k) || k < 1 || k > MAX_K) {
      throw new HoldfastError('LIMIT_EXCEEDED', `k: ${k} is not between 1 and ${MAX_K}`, { field: 'k' });
    }
    const statements = this.#of(generation_id);
    const unit = normalise(query, statements.dimensions);
    const scopes = JSON.stringify(search.scope_ids);
    return this.#consistent(() => {
      // Half of the index answers nothing: until it is whole, every vector is looked at.
      if (this.#rebuilding.get(generation_id) === 1 && allowed === undefined) {
        return best(unit, statements.vectorsOf.iterate(scopes), k);
      }
      const positions =
        allowed === undefined
          ? this.#probe(generation_id, unit, scopes, wantedFor(k))
          : this.#filtered(generation_id, unit, scopes, wantedFor(k), allowed);
      return best(unit, statements.vectorsAt.iterate(JSON.stringify(positions), scopes), k);
    });
  }

  /** Opens cells, nearest first, until a batch of them found nothing better; answers the positions of the best codes. */
  #probe(generation_id: number, unit: Float32Array, scopes: string, wanted: number): number[] {
    const { nearest } = this.#of(generation_id);
    const cells = this.#cells.all(generation_id, scopes);
    const code = codeOf(unit);
    let found: Candidate[] = [];
    /** Returns whether any of these cells had something better. */
    const open = (batch: readonly Cell[]): boolean => {
      // Nothing beyond the worst of enough candidates can matter, and vec0 is twice as fast when it need not sort it.
      const bound = found.length < wanted ? ANY_DISTANCE : (found.at(-1)?.[1] ?? ANY_DISTANCE);
      const more = nearest.all(
        code,
        BigInt(wanted),
        JSON.stringify(batch.map((cell) => cell.cell_id)),
        bound,
      );
      if (more.length > 0) found = nearestOf([...found, ...more], wanted);
      return more.length > 0;
    };
    const { always_rows, most_rows } = this.#limits;
    const ranked = this.#centroids.rank(
      unit,
      cells.filter((cell) => cell.is_entry === 0),
    );
    let [rows, next, is_finding] = [0, 0, true];
    const take = (many: number): Cell[] => {
      const from = next;
      for (let taken = 0; next < ranked.length && taken < many; next++) taken += ranked[next]?.count ?? 0;
      const batch = ranked.slice(from, next);
      for (const cell of batch) rows += cell.count;
      return batch;
    };
    open(take(FIRST_ROWS));
    open(cells.filter((cell) => cell.is_entry === 1));
    while (next < ranked.length && rows < most_rows && (is_finding || rows < always_rows)) {
      is_finding = open(take(BATCH_ROWS));
    }
    return found.map(([position]) => position);
  }

  #filtered(
    generation_id: number,
    unit: Float32Array,
    scopes: string,
    wanted: number,
    allowed: PositionQuery | Iterable<number>,
  ): number[] {
    const { sql, params } = 'sql' in allowed ? allowed : listed(allowed);
    const few = this.#db
      .prepare<unknown[], number>(`SELECT * FROM (${sql}) LIMIT ${FEW + 1}`)
      .pluck()
      .all(...params);
    if (few.length <= FEW) return few;
    if (this.#rebuilding.get(generation_id) === 1) {
      return this.#db
        .prepare<unknown[], number>(sql)
        .pluck()
        .all(...params);
    }
    const ids = this.#cells.all(generation_id, scopes).map((cell) => cell.cell_id);
    // One pass over a range of cells, because vec0 reads the list of positions again for each part of the question.
    const [low, high] = [Math.min(...ids), Math.max(...ids)];
    return this.#db
      .prepare<unknown[], number>(
        `SELECT rowid FROM ${tablesOf(generation_id).index}
         WHERE code MATCH vec_int8(?) AND k = ? AND cell_id >= ? AND cell_id <= ? AND rowid IN (${sql})`,
      )
      .pluck()
      .all(codeOf(unit), BigInt(wanted), BigInt(low), BigInt(high), ...params);
  }

  #of(generation_id: number): Statements {
    const known = this.#generations.get(generation_id);
    if (known !== undefined) return known;
    const dimensions = dimensionsOf(this.#db, generation_id);
    if (dimensions === undefined) {
      throw new HoldfastError('NOT_FOUND', `generation_id: there is no generation ${generation_id}`);
    }
    const { vectors, index } = tablesOf(generation_id);
    const of_scopes = 'scope_id IN (SELECT value FROM json_each(?))';
    const statements: Statements = {
      dimensions,
      vectorsAt: this.#db
        .prepare<[string, string], [number, Buffer]>(
          `SELECT position, vector FROM ${vectors}
           WHERE position IN (SELECT value FROM json_each(?)) AND ${of_scopes}`,
        )
        .raw(),
      vectorsOf: this.#db
        .prepare<[string], [number, Buffer]>(`SELECT position, vector FROM ${vectors} WHERE ${of_scopes}`)
        .raw(),
      // vec0 answers an IN on the partition key once per cell: up to k of each.
      nearest: this.#db
        .prepare<[Uint8Array, bigint, string, number], [number, number]>(
          `SELECT rowid, distance FROM ${index}
           WHERE code MATCH vec_int8(?) AND k = ? AND cell_id IN (SELECT value FROM json_each(?)) AND distance < ?`,
        )
        .raw(),
    };
    this.#generations.set(generation_id, statements);
    return statements;
  }

  /** All statements of a search see one snapshot, also where the caller has not opened one. */
  #consistent<T>(work: () => T): T {
    return this.#db.inTransaction ? work() : this.#db.transaction(work)();
  }
}

/** Candidates for an exact second look: more than asked for, because codes are rounded. */
function wantedFor(k: number): number {
  return Math.max(64, k + Math.ceil(k / 2));
}

function listed(positions: Iterable<number>): PositionQuery {
  return { sql: 'SELECT value FROM json_each(?)', params: [JSON.stringify([...positions])] };
}

function nearestOf(candidates: Candidate[], wanted: number): Candidate[] {
  return candidates.sort((a, b) => a[1] - b[1] || a[0] - b[0]).slice(0, wanted);
}

function best(unit: Float32Array, rows: Iterable<[number, Buffer]>, k: number): VectorHit[] {
  const hits: VectorHit[] = [];
  const order = (a: VectorHit, b: VectorHit): number => b.cosine - a.cosine || a.position - b.position;
  for (const [position, bytes] of rows) {
    hits.push({ position, cosine: Math.max(-1, Math.min(1, dot(unit, fromBytes(bytes)))) });
    if (hits.length >= 4 * k + 1000) hits.sort(order).splice(k);
  }
  return hits.sort(order).slice(0, k);
}
