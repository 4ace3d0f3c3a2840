/** Searching vectors, on any connection. */
import { HoldfastError } from '../../../errors.js';
import type { Db, Statement } from '../../../store/db.js';
import { Centroids } from './centroids.js';
import { codeOf, normalise, toBytes } from './codes.js';
import { dimensionsOf, tablesOf } from './tables.js';

/** A query whose one column is positions, with its parameters. It is asked once. */
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
  /** Of the stored vector, within a few 1e-7; -1 to 1. */
  readonly cosine: number;
}

/** When a search stops. Rows are vectors whose codes are compared: about 0.25 us each at 384 dimensions. */
export interface SearchLimits {
  /** Up to this many are always compared, so scopes of that size are searched whole. */
  readonly always_rows: number;
  /** Never many more than this, however the vectors lie. */
  readonly most_rows: number;
  /** Up to this many allowed vectors are compared exactly, one by one: about 1 us each at 384 dimensions. */
  readonly exact_rows: number;
}

const SEARCH_LIMITS: SearchLimits = { always_rows: 4000, most_rows: 24_000, exact_rows: 8000 };

const MAX_K = 2048;

/** Rows opened first, to learn how near the best are; and rows opened between two looks at whether to go on. */
const FIRST_ROWS = 400;
const BATCH_ROWS = 1500;

/** Candidates beyond k for the exact second look, because codes are rounded. */
const SPARE = 24;

/** Beyond every distance between codes. */
const ANY_DISTANCE = 1e30;

interface Cell {
  readonly cell_id: number;
  readonly count: number;
  readonly is_entry: number;
}

type Candidate = readonly [position: number, distance: number];

type Exact = Statement<[Record<string, string | number | Uint8Array>], [number, number]>;

interface Statements {
  readonly dimensions: number;
  readonly bestAt: Exact;
  readonly bestOf: Exact;
  readonly nearest: Statement<[Uint8Array, bigint, string, number], [number, number]>;
}

export class VectorReader {
  readonly #db: Db;
  readonly #limits: SearchLimits;
  readonly #generations = new Map<number, Statements>();
  readonly #cells: Statement<[number, string], [number, number, number]>;
  readonly #count: Statement<[number, number], number>;
  readonly #rebuilding: Statement<[number], number>;
  readonly #centroids: Centroids;

  constructor(db: Db, limits: SearchLimits = SEARCH_LIMITS) {
    this.#db = db;
    this.#limits = limits;
    this.#cells = db
      .prepare<[number, string], [number, number, number]>(
        `SELECT cell_id, count, is_entry FROM vector_cells
         WHERE generation_id = ? AND scope_id IN (SELECT value FROM json_each(?)) AND count > 0`,
      )
      .raw();
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
      const common = { unit: toBytes(unit), scopes, k };
      // Half of an index answers nothing: until it is whole, every vector is looked at.
      if (allowed === undefined && this.#isRebuilding(generation_id)) {
        return hitsOf(statements.bestOf.all(common));
      }
      const positions =
        allowed === undefined
          ? this.#probe(generation_id, unit, scopes, k + SPARE)
          : this.#filtered(generation_id, unit, scopes, k + SPARE, allowed);
      return hitsOf(statements.bestAt.all({ ...common, positions: JSON.stringify(positions) }));
    });
  }

  /** Opens cells, nearest first, until a batch of them found nothing better; answers the positions of the best codes. */
  #probe(generation_id: number, unit: Float32Array, scopes: string, wanted: number): number[] {
    const { nearest } = this.#of(generation_id);
    const cells = this.#cellsOf(generation_id, scopes);
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
    const positions = 'sql' in allowed ? this.#positions(allowed.sql, allowed.params) : [...allowed];
    if (positions.length <= this.#limits.exact_rows || this.#isRebuilding(generation_id)) return positions;
    const ids = this.#cellsOf(generation_id, scopes).map((cell) => cell.cell_id);
    // One pass over a range of cells, because vec0 reads the list of positions again for each part of the question.
    return this.#positions(
      `SELECT rowid FROM ${tablesOf(generation_id).index}
       WHERE code MATCH vec_int8(?) AND k = ? AND cell_id >= ? AND cell_id <= ?
         AND rowid IN (SELECT value FROM json_each(?))`,
      [
        codeOf(unit),
        BigInt(wanted),
        BigInt(Math.min(...ids)),
        BigInt(Math.max(...ids)),
        JSON.stringify(positions),
      ],
    );
  }

  #cellsOf(generation_id: number, scopes: string): Cell[] {
    const rows = this.#cells.all(generation_id, scopes);
    return rows.map(([cell_id, count, is_entry]) => ({ cell_id, count, is_entry }));
  }

  #positions(sql: string, params: PositionQuery['params']): number[] {
    return this.#db
      .prepare<unknown[], number>(sql)
      .pluck()
      .all(...params);
  }

  #isRebuilding(generation_id: number): boolean {
    return this.#rebuilding.get(generation_id) === 1;
  }

  #of(generation_id: number): Statements {
    const known = this.#generations.get(generation_id);
    if (known !== undefined) return known;
    const dimensions = dimensionsOf(this.#db, generation_id);
    if (dimensions === undefined) {
      throw new HoldfastError('NOT_FOUND', `generation_id: there is no generation ${generation_id}`);
    }
    const { vectors, index } = tablesOf(generation_id);
    const best = (where: string): Exact =>
      this.#db
        .prepare<[Record<string, string | number | Uint8Array>], [number, number]>(
          `SELECT position, vec_distance_l2(vector, @unit) AS distance FROM ${vectors}
           WHERE ${where} scope_id IN (SELECT value FROM json_each(@scopes)) ORDER BY distance, position LIMIT @k`,
        )
        .raw();
    const statements: Statements = {
      dimensions,
      bestAt: best('position IN (SELECT value FROM json_each(@positions)) AND'),
      bestOf: best(''),
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

function nearestOf(candidates: Candidate[], wanted: number): Candidate[] {
  return candidates.sort((a, b) => a[1] - b[1] || a[0] - b[0]).slice(0, wanted);
}

function hitsOf(rows: readonly [number, number][]): VectorHit[] {
  return rows.map(([position, distance]) => ({ position, cosine: 1 - (distance * distance) / 2 }));
}
