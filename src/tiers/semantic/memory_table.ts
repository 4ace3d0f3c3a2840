/** Memories and all that hangs on them: rows, counts, text index and vectors change together here or not at all. */
import { sha256 } from '../../codec/digest.js';
import type { Db, Statement } from '../../store/db.js';
import { idAt, positionInId, type Tx } from '../command.js';
import type { GenerationRow, Generations, OwnedVector } from './generations.js';
import { unpackMemory } from './payload.js';
import type { ScopeRow, Scopes } from './scopes.js';
import { TextWriter } from './text_writer.js';
import { indexScope, textEntry } from './tokens.js';
import type { MemoryArgs } from './types.js';

export interface MemoryRow {
  readonly position: number;
  readonly scope_id: number;
  readonly agent_id: string;
  readonly occurred_at_us: number;
  readonly stored_at_us: number;
  readonly pinned: number;
  readonly superseded_by: number | null;
  readonly supersedes: number | null;
  readonly payload: Uint8Array;
}

export const MEMORY_COLUMNS =
  'position, scope_id, agent_id, occurred_at_us, stored_at_us, pinned, superseded_by, supersedes, payload';

const DIGEST_BYTES = 16;

export function memoryId(position: number): string {
  return idAt('memory', position);
}

export function memoryPosition(memory_id: string): number | undefined {
  return positionInId('memory', memory_id);
}

export class MemoryTable {
  readonly #text: TextWriter;
  readonly #scopes: Scopes;
  readonly #generations: Generations;
  readonly #at: Statement<[number], MemoryRow>;
  readonly #insert: Statement<unknown[]>;
  readonly #delete: Statement<[number]>;
  readonly #duplicate: Statement<[number, Uint8Array], number>;
  readonly #mark: Statement<[number, number]>;
  readonly #pin: Statement<[number, number]>;
  readonly #add_scope: Statement<[string, string]>;
  readonly #count: Statement<[Counts & { readonly scope_id: number }]>;

  constructor(db: Db, scopes: Scopes, generations: Generations) {
    this.#text = new TextWriter(db);
    this.#scopes = scopes;
    this.#generations = generations;
    this.#at = db.prepare(`SELECT ${MEMORY_COLUMNS} FROM memories WHERE position = ?`);
    this.#insert = db.prepare(
      `INSERT INTO memories (${MEMORY_COLUMNS}, digest) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    );
    this.#delete = db.prepare('DELETE FROM memories WHERE position = ?');
    this.#duplicate = db
      .prepare<[number, Uint8Array], number>(
        `SELECT position FROM memories
         WHERE scope_id = ? AND digest = ? AND superseded_by IS NULL ORDER BY position LIMIT 2`,
      )
      .pluck();
    this.#mark = db.prepare('UPDATE memories SET superseded_by = ? WHERE position = ?');
    this.#pin = db.prepare('UPDATE memories SET pinned = ? WHERE position = ?');
    this.#add_scope = db.prepare(
      `INSERT INTO memory_scopes (agent_id, namespace, memories, superseded, words, superseded_words)
       VALUES (?, ?, 0, 0, 0, 0)`,
    );
    this.#count = db.prepare(
      `UPDATE memory_scopes SET memories = memories + :memories, superseded = superseded + :superseded,
         words = words + :words, superseded_words = superseded_words + :superseded_words
       WHERE scope_id = :scope_id`,
    );
  }

  at(position: number): MemoryRow | undefined {
    return this.#at.get(position);
  }

  /** The scope that an agent means by a namespace, made if it is not there. */
  scope(agent_id: string, namespace: string): ScopeRow {
    const known = this.#scopes.of(agent_id, namespace);
    if (known !== undefined) return known;
    this.#add_scope.run(namespace === '' ? agent_id : '', namespace);
    const made = this.#scopes.of(agent_id, namespace);
    if (made === undefined) throw new Error('a scope is gone as soon as it was made');
    return made;
  }

  /** Positions of the oldest two memories of a scope with this content that are not superseded. */
  withContent(scope_id: number, content: string): number[] {
    return this.#duplicate.all(scope_id, digestOf(content));
  }

  /** Stores and journals a memory; `supersedes` is the position of the one whose place it takes. */
  store(
    tx: Tx,
    scope_id: number,
    memory: MemoryArgs,
    vector: OwnedVector | undefined,
    current: readonly GenerationRow[],
    supersedes: number | null = null,
  ): number {
    const document = unpackMemory(memory.payload);
    const entry = textEntry(document);
    const memory_id = memoryId(tx.next_position);
    const { position } = tx.emit('memory.stored', memory_id, memory.payload, 'tier');
    const occurred_at_us = memory.occurred_at_us ?? tx.now_us;
    this.#insert.run(
      position,
      scope_id,
      tx.agent_id,
      occurred_at_us,
      tx.now_us,
      memory.pinned ? 1 : 0,
      null,
      supersedes,
      memory.payload,
      digestOf(document.content),
    );
    this.#text.insert(position, occurred_at_us, indexScope(scope_id, false), entry);
    this.#generations.add({ position, scope_id, is_superseded: false }, vector, current);
    this.#count.run({ ...NO_CHANGE, scope_id, memories: 1, words: entry.length });
    return position;
  }

  /** Takes a memory out of the way of searches: another one has taken its place. */
  supersede(row: MemoryRow, by: number): void {
    const { position, scope_id } = row;
    const entry = textEntry(unpackMemory(row.payload));
    this.#mark.run(by, position);
    this.#text.move(position, indexScope(scope_id, false), indexScope(scope_id, true), entry);
    this.#generations.move({ position, scope_id, is_superseded: true });
    const { length } = entry;
    this.#count.run({ scope_id, memories: 0, superseded: 1, words: -length, superseded_words: length });
  }

  /** Removes a memory from the table and from every index. */
  forget(tx: Tx, row: MemoryRow): void {
    const { position, scope_id } = row;
    const is_superseded = row.superseded_by !== null;
    const entry = textEntry(unpackMemory(row.payload));
    this.#text.remove(position, indexScope(scope_id, is_superseded), entry);
    this.#delete.run(position);
    const gone = -entry.length;
    this.#count.run(
      is_superseded
        ? { scope_id, memories: -1, superseded: -1, words: 0, superseded_words: gone }
        : { scope_id, memories: -1, superseded: 0, words: gone, superseded_words: 0 },
    );
    this.#generations.remove(tx, position);
  }

  pin(position: number, pinned: boolean): void {
    this.#pin.run(pinned ? 1 : 0, position);
  }
}

interface Counts {
  readonly memories: number;
  readonly superseded: number;
  readonly words: number;
  readonly superseded_words: number;
}

const NO_CHANGE: Counts = { memories: 0, superseded: 0, words: 0, superseded_words: 0 };

/** What finds a content again. */
export function digestOf(content: string): Uint8Array {
  return sha256(content).subarray(0, DIGEST_BYTES);
}
