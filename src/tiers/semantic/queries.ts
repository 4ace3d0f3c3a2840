/** Point reads of the semantic tier, prepared on a read-only connection. */
import type { EntryHeader } from '../../journal/entry.js';
import type { Db } from '../../store/db.js';
import type { GenerationRow } from './generations.js';
import { memoryPosition } from './memory_table.js';
import { type MemoryView, MemoryViews } from './memory_views.js';
import { unpackMemory } from './payload.js';
import { Refusals } from './refusals.js';
import { type Access, mayUse, type Namespace, type ScopeRow, Scopes, toNamespace } from './scopes.js';
import { tablesOf } from './vectors/tables.js';

export interface SemanticQueries {
  readonly scopes: Scopes;
  get(position: number): MemoryView | undefined;
  /** The serving generation's vector, as stored. */
  vector(position: number): Buffer | undefined;
  /**
   * The scopes behind namespaces ('' = private) that hold anything, in their order.
   * @throws HoldfastError NOT_FOUND, ACCESS_DENIED; `field` names the place in the list.
   */
  scopesOf(
    agent_id: string,
    namespaces: readonly string[],
    access: Access,
    field: (index: number) => string,
  ): ScopeRow[];
  /** Namespaces that the agent may read, by name, after one. Lazily. */
  namespaces(agent_id: string, after: string): Generator<Namespace, void>;
  /** Oldest first. */
  generations(): GenerationRow[];
  /** Memories in the file. */
  total(): number;
  /** Memories whose text the embedder of a generation refuses. */
  refused(generation_id: number): number;
  /** Memories that wait for their vector of a generation, newest first. */
  backlog(generation_id: number, limit: number): { readonly position: number; readonly content: string }[];
}

interface Waiting {
  readonly position: number;
  readonly payload: Uint8Array;
}

const NAMESPACES_READ = 100;

export function semanticQueries(db: Db): SemanticQueries {
  const scopes = new Scopes(db);
  const views = new MemoryViews(db);
  const refusals = new Refusals(db);
  const after = db.prepare<[string, number], Parameters<typeof toNamespace>[0]>(
    'SELECT name, owner, readers, writers FROM memory_namespaces WHERE name > ? ORDER BY name LIMIT ?',
  );
  const generations = db.prepare<[], GenerationRow>(
    'SELECT * FROM memory_generations ORDER BY generation_id',
  );
  const generation = db.prepare<[number], GenerationRow>(
    `SELECT * FROM memory_generations WHERE generation_id = ? AND status <> 'retired'`,
  );
  const total = db.prepare<[], number>('SELECT coalesce(sum(memories), 0) FROM memory_scopes').pluck();
  const noted = db.prepare<[number, number], Waiting>(
    `SELECT m.position, m.payload FROM memory_backlog b CROSS JOIN memories m ON m.position = b.position
     WHERE b.generation_id = ? ORDER BY b.position DESC LIMIT ?`,
  );

  return {
    scopes,
    get: (position) => views.at(position),
    vector: (position) => views.vector(position),
    scopesOf: (agent_id, namespaces, access, field) =>
      namespaces.flatMap((name, index) => {
        scopes.check(agent_id, name, access, field(index));
        return scopes.of(agent_id, name) ?? [];
      }),
    *namespaces(agent_id, first_after) {
      let place = first_after;
      for (;;) {
        const rows = after.all(place, NAMESPACES_READ);
        for (const row of rows) {
          const namespace = toNamespace(row);
          if (mayUse(agent_id, namespace, 'read')) yield namespace;
        }
        const last = rows.at(-1);
        if (last === undefined || rows.length < NAMESPACES_READ) return;
        place = last.name;
      }
    },
    generations: () => generations.all(),
    total: () => total.get() ?? 0,
    refused: (generation_id) => refusals.count(generation_id),
    backlog: (generation_id, limit) => {
      const row = generation.get(generation_id);
      if (row === undefined) return [];
      const waiting = noted.all(generation_id, limit);
      if (waiting.length < limit && row.backfill_position > 0) {
        const older = db.prepare<[number, number, number], Waiting>(
          `SELECT position, payload FROM memories m
           WHERE position <= ? AND NOT EXISTS
             (SELECT 1 FROM ${tablesOf(generation_id).vectors} v WHERE v.position = m.position)
             AND NOT EXISTS
             (SELECT 1 FROM memory_refusals r WHERE r.generation_id = ? AND r.position = m.position)
           ORDER BY position DESC LIMIT ?`,
        );
        waiting.push(...older.all(row.backfill_position, generation_id, limit - waiting.length));
      }
      return waiting.map(({ position, payload }) => ({ position, content: unpackMemory(payload).content }));
    },
  };
}

/** Payloads of 'memory.stored' entries; null once the memory was forgotten. */
export function memoryPayloads(db: Db): (entry: EntryHeader) => Uint8Array | null {
  const find = db.prepare<[number], Uint8Array>('SELECT payload FROM memories WHERE position = ?').pluck();
  return ({ kind, key }) => {
    const position = kind === 'memory.stored' ? memoryPosition(key) : undefined;
    return position === undefined ? null : (find.get(position) ?? null);
  };
}
