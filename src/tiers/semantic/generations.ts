/**
 * Generations of vectors: which there are, which memories still miss their vector, and when one takes over.
 *
 * Invariants of every generation that is not retired, in every committed state: a memory has a vector of it, waits for it, or
 * is in memory_refusals. `missing` counts those that wait; those of them above `backfill_position` are memory_backlog's rows.
 * At most one serves, at most one is being built, and one being built misses at least one vector.
 */
import { HoldfastError } from '../../errors.js';
import type { Db, Statement } from '../../store/db.js';
import type { Tx } from '../command.js';
import { Refusals } from './refusals.js';
import { indexScope } from './tokens.js';
import type { GenerationStatus, OpenGenerationArgs } from './types.js';
import { dot, fromBytes } from './vectors/codes.js';
import { createGeneration, tablesOf } from './vectors/tables.js';
import { VectorWriter } from './vectors/writer.js';

export interface GenerationRow extends OpenGenerationArgs {
  readonly generation_id: number;
  readonly status: GenerationStatus;
  readonly created_at_us: number;
  readonly missing: number;
  readonly backfill_position: number;
}

/** A vector and the generation that it belongs to. */
export interface OwnedVector {
  readonly generation_id: number;
  readonly vector: Float32Array;
}

/** Where an index keeps the memory. */
export interface Place {
  readonly position: number;
  readonly scope_id: number;
  readonly is_superseded: boolean;
}

/** Memories looked at in one step when the backfill cursor goes on. */
const CURSOR_STEPS = 500;
/** Two unit vectors with a cosine above this are one: rounding moves it by less. */
const SAME_COSINE = 1 - 1e-5;

export class Generations {
  readonly vectors: VectorWriter;
  readonly #refusals: Refusals;
  readonly #db: Db;
  readonly #all: Statement<[], GenerationRow>;
  readonly #get: Statement<[number], GenerationRow>;
  readonly #miss: Statement<[number, number], GenerationRow>;
  readonly #wait: Statement<[number, number]>;
  readonly #served: Statement<[number, number]>;
  readonly #vector_at = new Map<number, Statement<[number], Buffer>>();
  readonly #newest_to: Statement<[number], number | null>;
  readonly #set_cursor: Statement<[number, number]>;
  readonly #total: Statement<[], number>;

  constructor(db: Db) {
    this.#db = db;
    this.vectors = new VectorWriter(db);
    this.#refusals = new Refusals(db);
    this.#all = db.prepare('SELECT * FROM memory_generations ORDER BY generation_id');
    this.#get = db.prepare('SELECT * FROM memory_generations WHERE generation_id = ?');
    this.#miss = db.prepare(
      'UPDATE memory_generations SET missing = missing + ? WHERE generation_id = ? RETURNING *',
    );
    this.#wait = db.prepare('INSERT INTO memory_backlog (generation_id, position) VALUES (?, ?)');
    this.#served = db.prepare('DELETE FROM memory_backlog WHERE generation_id = ? AND position = ?');
    this.#newest_to = db
      .prepare<[number], number | null>('SELECT max(position) FROM memories WHERE position <= ?')
      .pluck();
    this.#set_cursor = db.prepare(
      'UPDATE memory_generations SET backfill_position = ? WHERE generation_id = ?',
    );
    this.#total = db.prepare<[], number>('SELECT coalesce(sum(memories), 0) FROM memory_scopes').pluck();
  }

  all(): GenerationRow[] {
    return this.#all.all();
  }

  /** Those that memories have vectors of: what serves and what is being built. */
  current(): GenerationRow[] {
    return this.all().filter(({ status }) => status !== 'retired');
  }

  get(generation_id: number): GenerationRow | undefined {
    return this.#get.get(generation_id);
  }

  /** The vector of a memory; undefined when it has none. */
  vectorAt(generation_id: number, position: number): Float32Array | undefined {
    let statement = this.#vector_at.get(generation_id);
    if (statement === undefined) {
      statement = this.#db
        .prepare<[number], Buffer>(`SELECT vector FROM ${tablesOf(generation_id).vectors} WHERE position = ?`)
        .pluck();
      this.#vector_at.set(generation_id, statement);
    }
    const bytes = statement.get(position);
    return bytes && fromBytes(bytes);
  }

  /** Indexes the vector of a new memory where there is one and notes the generations that miss theirs. */
  add(place: Place, owned: OwnedVector | undefined, current: readonly GenerationRow[]): void {
    for (const { generation_id } of current) {
      if (owned?.generation_id === generation_id) this.#insert(generation_id, place, owned.vector);
      else {
        this.#miss.run(1, generation_id);
        this.#wait.run(generation_id, place.position);
      }
    }
  }

  /** Removes a forgotten memory from every generation; one being built may be complete without it. */
  remove(tx: Tx, position: number): void {
    for (const { generation_id, status } of this.all()) {
      const { vectors } = this;
      if (vectors.remove(generation_id, position) || this.#refusals.remove(generation_id, position)) continue;
      if (status === 'retired') continue;
      this.#waitsNoMore(generation_id, position);
      this.#settle(tx, generation_id);
    }
  }

  /** Moves a memory's vectors to the other part of its scope. */
  move(place: Place): void {
    for (const { generation_id } of this.all()) {
      const vector = this.vectorAt(generation_id, place.position);
      if (vector === undefined) continue;
      // The bytes are SQLite's no longer once the row is gone.
      const kept = vector.slice();
      this.vectors.remove(generation_id, place.position);
      this.#insert(generation_id, place, kept);
    }
  }

  /**
   * Gives a memory its vector; false when it has this one already. Call `settle` after the last.
   * @throws HoldfastError ALREADY_EXISTS when it has another one.
   */
  attach(generation_id: number, place: Place, vector: Float32Array): boolean {
    const present = this.vectorAt(generation_id, place.position);
    if (present !== undefined) {
      if (dot(present, vector) > SAME_COSINE) return false;
      throw new HoldfastError('ALREADY_EXISTS', 'the memory has another vector of this generation');
    }
    this.#insert(generation_id, place, vector);
    if (!this.#refusals.remove(generation_id, place.position))
      this.#waitsNoMore(generation_id, place.position);
    return true;
  }

  /** Notes that the embedder refuses a memory's text. Call `settle` after the last. */
  refuse(generation_id: number, { position, scope_id }: Place): void {
    if (this.isSettled(generation_id, position)) return;
    this.#refusals.add(generation_id, position, scope_id);
    this.#waitsNoMore(generation_id, position);
  }

  /** Makes memories whose texts were refused wait for their vectors again; journaled, so that what makes them hears of it. */
  retryRefused(tx: Tx, { generation_id, backfill_position }: GenerationRow): void {
    const positions = this.#refusals.clear(generation_id);
    if (positions.length === 0) return;
    for (const position of positions)
      if (position > backfill_position) this.#wait.run(generation_id, position);
    this.#miss.run(positions.length, generation_id);
    tx.emit('memory.vectors', String(generation_id), { retried: positions.length }, 'journal');
  }

  /** True when a memory does not wait for its vector: it has one, or its text was refused. */
  isSettled(generation_id: number, position: number): boolean {
    return (
      this.vectorAt(generation_id, position) !== undefined || this.#refusals.has(generation_id, position)
    );
  }

  #waitsNoMore(generation_id: number, position: number): void {
    this.#served.run(generation_id, position);
    this.#miss.run(-1, generation_id);
  }

  /** After vectors were attached: moves the cursor on, and lets a generation that is complete take over. */
  settle(tx: Tx, generation_id: number): void {
    const row = this.get(generation_id);
    if (row === undefined) return;
    let cursor = row.backfill_position;
    for (let steps = 0; steps < CURSOR_STEPS && cursor > 0; steps++) {
      const newest = this.#newest_to.get(cursor) ?? 0;
      if (newest > 0 && !this.isSettled(generation_id, newest)) {
        cursor = newest;
        break;
      }
      cursor = Math.max(newest - 1, 0);
    }
    if (cursor !== row.backfill_position) this.#set_cursor.run(cursor, generation_id);
    this.#settle(tx, generation_id);
  }

  #settle(tx: Tx, generation_id: number): void {
    const row = this.get(generation_id);
    if (row?.status !== 'building' || row.missing > 0) return;
    for (const other of this.current()) if (other.status === 'serving') this.setStatus(tx, other, 'retired');
    this.setStatus(tx, row, 'serving');
  }

  /**
   * Journals the change, unless there is no memory yet that it could matter to: a new file's first revision is its first
   * user's. What a retired generation waited for, and what its embedder refused, is forgotten.
   */
  setStatus(tx: Tx, row: GenerationRow, status: GenerationStatus): void {
    const { generation_id, embedder, model, dimensions } = row;
    this.#db
      .prepare<[string, number]>('UPDATE memory_generations SET status = ? WHERE generation_id = ?')
      .run(status, generation_id);
    if (status === 'retired') {
      this.#db.prepare<[number]>('DELETE FROM memory_backlog WHERE generation_id = ?').run(generation_id);
      this.#refusals.clear(generation_id);
    }
    if ((this.#total.get() ?? 0) === 0) return;
    const payload = { embedder, model, dimensions, status };
    tx.emit('memory.generation', String(generation_id), payload, 'journal');
  }

  /** Makes a generation that misses every memory there is. */
  create(tx: Tx, args: OpenGenerationArgs, status: GenerationStatus): GenerationRow {
    const { lastInsertRowid } = this.#db
      .prepare<unknown[]>(
        `INSERT INTO memory_generations
           (embedder, model, dimensions, settings, status, created_at_us, missing, backfill_position)
         VALUES (?, ?, ?, ?, 'building', ?, ?, ?)`,
      )
      .run(
        args.embedder,
        args.model,
        args.dimensions,
        args.settings,
        tx.now_us,
        this.#total.get() ?? 0,
        this.#head(),
      );
    const generation_id = Number(lastInsertRowid);
    createGeneration(this.#db, generation_id, args.dimensions);
    const row = this.#existing(generation_id);
    this.setStatus(tx, row, status);
    return { ...row, status };
  }

  /** A retired generation whose vectors are still there is built on: only what it misses is made. */
  revive(tx: Tx, { generation_id }: GenerationRow): GenerationRow {
    const vectors =
      this.#db
        .prepare<[], number>(`SELECT count(*) FROM ${tablesOf(generation_id).vectors}`)
        .pluck()
        .get() ?? 0;
    this.#db
      .prepare<[number, number, number]>(
        'UPDATE memory_generations SET missing = ?, backfill_position = ? WHERE generation_id = ?',
      )
      .run((this.#total.get() ?? 0) - vectors, this.#head(), generation_id);
    this.setStatus(tx, this.#existing(generation_id), 'building');
    this.settle(tx, generation_id);
    return this.#existing(generation_id);
  }

  setSettings(generation_id: number, settings: string): void {
    this.#db
      .prepare<[string, number]>('UPDATE memory_generations SET settings = ? WHERE generation_id = ?')
      .run(settings, generation_id);
  }

  /** Removes some vectors of a retired generation, and with the last of them the generation. Returns how many. */
  shrink({ generation_id }: GenerationRow, max_rows: number): number {
    const positions = this.#db
      .prepare<[number], number>(`SELECT position FROM ${tablesOf(generation_id).vectors} LIMIT ?`)
      .pluck()
      .all(max_rows);
    for (const position of positions) this.vectors.remove(generation_id, position);
    if (positions.length < max_rows) {
      this.#vector_at.delete(generation_id);
      this.vectors.drop(generation_id);
      this.#db.prepare<[number]>('DELETE FROM memory_generations WHERE generation_id = ?').run(generation_id);
    }
    return positions.length;
  }

  #insert(generation_id: number, { position, scope_id, is_superseded }: Place, vector: Float32Array): void {
    this.vectors.insert(generation_id, indexScope(scope_id, is_superseded), position, vector);
  }

  #head(): number {
    return this.#newest_to.get(Number.MAX_SAFE_INTEGER) ?? 0;
  }

  #existing(generation_id: number): GenerationRow {
    const row = this.get(generation_id);
    if (row === undefined) throw new Error(`generation ${generation_id} is gone`);
    return row;
  }
}
