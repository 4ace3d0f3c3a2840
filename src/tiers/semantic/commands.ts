/** Commands of the semantic tier that agents give. */
import { HoldfastError } from '../../errors.js';
import type { Db } from '../../store/db.js';
import type { HandlersOf, Tx } from '../command.js';
import { generationCommands } from './generation_commands.js';
import { type GenerationRow, Generations, type OwnedVector } from './generations.js';
import { type MemoryRow, MemoryTable, memoryId, memoryPosition } from './memory_table.js';
import { namespaceCommands } from './namespace_commands.js';
import { packMemory, unpackMemory } from './payload.js';
import { rebuildCommands } from './rebuild_commands.js';
import { type Access, type Namespace, type ScopeRow, Scopes } from './scopes.js';
import type { MemoryArgs, SemanticCommands, Stored, VectorArgs } from './types.js';
import { fromBytes } from './vectors/codes.js';

export const MAX_MEMORIES_PER_SCOPE = 5_000_000;

export function semanticCommands(db: Db): HandlersOf<SemanticCommands> {
  const scopes = new Scopes(db);
  const generations = new Generations(db);
  const memories = new MemoryTable(db, scopes, generations);

  /** A memory that the agent may change. @throws HoldfastError NOT_FOUND, ACCESS_DENIED. */
  const changeable = (tx: Tx, memory_id: string): Found => {
    const position = memoryPosition(memory_id);
    const row = position === undefined ? undefined : memories.at(position);
    return reachable(scopes, tx.agent_id, memory_id, row, 'write');
  };

  const storeAll = (
    tx: Tx,
    namespace: string,
    given: readonly MemoryArgs[],
    allow_duplicates: boolean,
    at: (index: number) => string,
  ): { memories: Stored[]; degraded: boolean } => {
    const current = generations.current();
    const vectors = given.map((memory, index) => vectorOf(tx, memory, current, at(index)));
    scopes.check(tx.agent_id, namespace, 'write', 'namespace');
    const serving = current.find(({ status }) => status === 'serving');
    const isPending = (position: number): boolean =>
      serving === undefined || generations.vectorAt(serving.generation_id, position) === undefined;
    // Not made before something is stored there.
    const scope = scopes.of(tx.agent_id, namespace);
    let room = MAX_MEMORIES_PER_SCOPE - (scope?.memories ?? 0);
    const stored = given.map((memory, index): Stored => {
      const scope_id = scope?.scope_id ?? memories.scope(tx.agent_id, namespace).scope_id;
      if (!allow_duplicates) {
        const [present] = memories.withContent(scope_id, unpackMemory(memory.payload).content);
        if (present !== undefined) return described(present, true, isPending(present));
      }
      if (room-- === 0) throw full();
      const vector = vectors[index];
      const position = memories.store(tx, scope_id, memory, vector, current);
      return described(position, false, !isServed(current, vector));
    });
    const degraded =
      tx.derived.degraded !== '' && stored.some((each) => !each.duplicate && each.vector_pending);
    return { memories: stored, degraded };
  };

  return {
    ...generationCommands(db, generations, memories),
    ...namespaceCommands(db, scopes),
    ...rebuildCommands(db, generations),

    store_memory: (tx, { namespace, memory, allow_duplicate }) => {
      const { memories: stored, degraded } = storeAll(
        tx,
        namespace,
        [memory],
        allow_duplicate,
        () => 'memory',
      );
      const [only] = stored;
      if (only === undefined) throw new Error('one memory was given');
      return { ...only, degraded };
    },
    store_memories: (tx, { namespace, memories: given, allow_duplicates }) =>
      storeAll(tx, namespace, given, allow_duplicates, (index) => `memories[${index}]`),

    supersede_memory: (tx, { memory_id, memory }) => {
      const current = generations.current();
      const vector = vectorOf(tx, memory, current, 'memory');
      const { row, scope } = changeable(tx, memory_id);
      if (row.superseded_by !== null) {
        throw new HoldfastError('WRONG_STATE', `memory_id: ${memory_id} was superseded already`, {
          field: 'memory_id',
          metadata: { superseded_by: memoryId(row.superseded_by) },
        });
      }
      const { content } = unpackMemory(memory.payload);
      const other = memories
        .withContent(scope.scope_id, content)
        .find((position) => position !== row.position);
      if (other !== undefined) {
        throw new HoldfastError(
          'ALREADY_EXISTS',
          'memory.content: another memory of the scope has this content',
          {
            field: 'memory.content',
            metadata: { memory_id: memoryId(other) },
          },
        );
      }
      if (scope.memories >= MAX_MEMORIES_PER_SCOPE) throw full();
      const successor = {
        ...memory,
        payload: inNamespace(memory.payload, scope.namespace),
        pinned: memory.pinned || row.pinned === 1,
      };
      const position = memories.store(tx, scope.scope_id, successor, vector, current, row.position);
      memories.supersede(row, position);
      tx.emit('memory.superseded', memory_id, { superseded_by: memoryId(position) }, 'journal');
      const vector_pending = !isServed(current, vector);
      return {
        memory_id: memoryId(position),
        vector_pending,
        degraded: vector_pending && tx.derived.degraded !== '',
      };
    },

    forget_memory: (tx, { memory_id, force }) => {
      const { row, namespace } = changeable(tx, memory_id);
      if (namespace !== undefined && namespace.owner !== tx.agent_id && row.agent_id !== tx.agent_id) {
        throw new HoldfastError('ACCESS_DENIED', `memory_id: ${memory_id} was stored by another agent`, {
          field: 'memory_id',
          metadata: { namespace: namespace.name },
        });
      }
      if (row.pinned === 1 && !force) {
        throw new HoldfastError(
          'WRONG_STATE',
          `memory_id: ${memory_id} is pinned; force forgets it all the same`,
          {
            field: 'memory_id',
          },
        );
      }
      tx.emit('memory.forgotten', memory_id, {}, 'journal');
      memories.forget(tx, row);
      return {};
    },

    pin_memory: (tx, { memory_id, pinned }) => {
      const { row } = changeable(tx, memory_id);
      if ((row.pinned === 1) !== pinned) {
        memories.pin(row.position, pinned);
        tx.emit('memory.pinned', memory_id, { pinned }, 'journal');
      }
      return {};
    },

    attach_vectors: (tx, { vectors }) => {
      const current = generations.current();
      const attached = new Map<number, number>();
      for (const [index, { memory_id, vector }] of vectors.entries()) {
        const field = `vectors[${index}]`;
        const owned = ownedVector(vector, current, `${field}.vector`);
        const { row } = inField(field, () => changeable(tx, memory_id));
        const place = { ...row, is_superseded: row.superseded_by !== null };
        const is_new = inField(field, () => generations.attach(owned.generation_id, place, owned.vector));
        if (is_new) attached.set(owned.generation_id, (attached.get(owned.generation_id) ?? 0) + 1);
      }
      let total = 0;
      for (const [generation_id, count] of attached) {
        total += count;
        tx.emit('memory.vectors', String(generation_id), { attached: count }, 'journal');
        generations.settle(tx, generation_id);
      }
      return { attached: total };
    },
  };
}

export interface Found {
  readonly row: MemoryRow;
  readonly scope: ScopeRow;
  /** Undefined = private. */
  readonly namespace: Namespace | undefined;
}

/**
 * What is behind an id, if the agent may go there. Private memories of others are not there at all.
 * @throws HoldfastError NOT_FOUND, ACCESS_DENIED.
 */
export function reachable(
  scopes: Scopes,
  agent_id: string,
  memory_id: string,
  row: MemoryRow | undefined,
  access: Access,
): Found {
  const scope = row && scopes.byId(row.scope_id);
  if (row === undefined || scope === undefined || (scope.namespace === '' && scope.agent_id !== agent_id)) {
    throw new HoldfastError('NOT_FOUND', `memory_id: there is no memory ${memory_id}`, {
      field: 'memory_id',
    });
  }
  return { row, scope, namespace: scopes.check(agent_id, scope.namespace, access, 'memory_id') };
}

/** What replaces a memory is where that one is, which its request did not say. */
function inNamespace(payload: Uint8Array, namespace: string): Uint8Array {
  return namespace === '' ? payload : packMemory({ ...unpackMemory(payload), namespace });
}

/** The vector that a new memory has: the caller's, or the daemon's if it is still of the serving generation. */
function vectorOf(
  tx: Tx,
  { payload, vector }: MemoryArgs,
  current: readonly GenerationRow[],
  field: string,
): OwnedVector | undefined {
  if (vector !== null) return ownedVector(vector, current, `${field}.vector`);
  const serving = current.find(({ status }) => status === 'serving');
  // The one that is being built is the configured embedder's; while there is none, the serving one is.
  const configured = current.find(({ status }) => status === 'building') ?? serving;
  if (configured?.embedder === 'client') {
    throw new HoldfastError(
      'VECTOR_REQUIRED',
      `${field}.vector: the embedder is client, so vectors come with the call`,
      {
        field: `${field}.vector`,
        metadata: { model: configured.model, dimensions: String(configured.dimensions) },
      },
    );
  }
  const made = tx.derived.vector(unpackMemory(payload).content);
  return made?.generation_id === serving?.generation_id ? made : undefined;
}

/** @throws HoldfastError INVALID_VECTOR when no current generation has this model, or it has other dimensions. */
export function ownedVector(
  { bytes, model }: VectorArgs,
  current: readonly GenerationRow[],
  field: string,
): OwnedVector {
  const generation = generationOf(model, current, field);
  const vector = fromBytes(bytes);
  if (vector.length !== generation.dimensions) {
    throw new HoldfastError(
      'INVALID_VECTOR',
      `${field}: has ${vector.length} dimensions, but model ${generation.model} has ${generation.dimensions}`,
      { field, metadata: { model: generation.model, dimensions: String(generation.dimensions) } },
    );
  }
  return { generation_id: generation.generation_id, vector };
}

function generationOf(model: string, current: readonly GenerationRow[], field: string): GenerationRow {
  // Where two embedders offer one model, what serves comes first.
  const serving = current.find(({ status }) => status === 'serving');
  const generation =
    model === '' || serving?.model === model ? serving : current.find((row) => row.model === model);
  if (generation !== undefined) return generation;
  throw new HoldfastError(
    'INVALID_VECTOR',
    model === ''
      ? `${field}: no generation of vectors serves yet`
      : `${field}.model: no generation of model ${model} serves or is being built`,
    { field: model === '' ? field : `${field}.model`, metadata: { serving: serving?.model ?? '' } },
  );
}

function isServed(current: readonly GenerationRow[], vector: OwnedVector | undefined): boolean {
  const serving = current.find(({ status }) => status === 'serving');
  return serving !== undefined && vector?.generation_id === serving.generation_id;
}

function described(position: number, duplicate: boolean, vector_pending: boolean): Stored {
  return { memory_id: memoryId(position), duplicate, vector_pending };
}

function full(): HoldfastError {
  return new HoldfastError('TOO_MANY', `a scope may have ${MAX_MEMORIES_PER_SCOPE} memories`, {
    metadata: { limit: String(MAX_MEMORIES_PER_SCOPE) },
  });
}

/** Puts the place in a list before the field that an error names. */
function inField<T>(field: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof HoldfastError)) throw error;
    const path = error.details.field === undefined ? `${field}.vector` : `${field}.${error.details.field}`;
    throw new HoldfastError(error.reason, `${field}: ${error.message}`, { ...error.details, field: path });
  }
}
