import type { DocObject } from '../../src/codec/value.js';
import type { DerivedData } from '../../src/tiers/derived.js';
import { factKey } from '../../src/tiers/derived.js';
import { memoryId } from '../../src/tiers/semantic/memory_table.js';
import { packMemory, unpackMemory } from '../../src/tiers/semantic/payload.js';
import type { RecallArgs, RecallResult } from '../../src/tiers/semantic/recall.js';
import type { MemoryArgs } from '../../src/tiers/semantic/types.js';
import { normalise, toBytes } from '../../src/tiers/semantic/vectors/codes.js';
import type { TestStore } from '../support/executor.js';

export interface MemoryGiven {
  readonly tags?: readonly string[];
  readonly metadata?: DocObject;
  readonly occurred_at_us?: number;
  readonly pinned?: boolean;
  readonly vector?: readonly number[];
  readonly model?: string;
}

/** A memory as the rpc layer hands it to the writer. */
export function memory(content: string, given: MemoryGiven = {}, namespace = ''): MemoryArgs {
  const { tags, metadata, vector } = given;
  return {
    payload: packMemory({
      content,
      ...(tags && { tags }),
      ...(metadata && { metadata }),
      ...(namespace !== '' && { namespace }),
    }),
    occurred_at_us: given.occurred_at_us ?? null,
    pinned: given.pinned ?? false,
    vector: vector === undefined ? null : { bytes: bytesOf(vector), model: given.model ?? '' },
  };
}

export function bytesOf(vector: readonly number[]): Uint8Array {
  return toBytes(normalise(Float32Array.from(vector), vector.length));
}

/** Stores one memory and returns its id. */
export function store(
  store: TestStore,
  content: string,
  given: MemoryGiven = {},
  agent_id = 'agent-1',
): string {
  return storeIn(store, '', content, given, agent_id);
}

export function storeIn(
  store: TestStore,
  namespace: string,
  content: string,
  given: MemoryGiven = {},
  agent_id = 'agent-1',
): string {
  const args = { namespace, memory: memory(content, given, namespace), allow_duplicate: false };
  return store.run('store_memory', args, { agent_id }).memory_id;
}

/** Vectors that the daemon made of texts, for a command. */
export function derived(
  generation_id: number,
  vectors: Readonly<Record<string, readonly number[]>>,
  degraded = '',
): DerivedData {
  const by_key = Object.entries(vectors).map(([text, vector]) => [
    factKey({ kind: 'vector', text }),
    toBytes(Float32Array.from(vector)),
  ]);
  return { tokens: {}, generation_id, vectors: Object.fromEntries(by_key), degraded };
}

/** The scopes behind namespaces ('' = private) that hold anything. */
export function scopesOf(store: TestStore, agent_id: string, namespaces: readonly string[] = ['']): number[] {
  return store.reads.snapshot(0, ({ semantic }) =>
    semantic.scopesOf(agent_id, namespaces, 'read', String).map(({ scope_id }) => scope_id),
  );
}

export interface RecallGiven extends Partial<RecallArgs> {
  readonly agent_id?: string;
  readonly namespaces?: readonly string[];
}

/** A recall by keyword unless told otherwise. */
export function recall(store: TestStore, query: string, given: RecallGiven = {}): RecallResult {
  const { agent_id = 'agent-1', namespaces = [''], ...args } = given;
  return store.scans.recall_memories(
    {
      query,
      vector: null,
      generation_id: 0,
      mode: 'keyword',
      limit: 10,
      scope_ids: scopesOf(store, agent_id, namespaces),
      include_superseded: false,
      keys: [],
      any_keys: [],
      since_us: null,
      until_us: null,
      half_life_us: null,
      now_us: store.now_us,
      vector_weight: 1,
      keyword_weight: 1,
      rrf_k: 60,
      ...args,
    },
    () => {},
  );
}

/** The contents that a recall finds, best first. */
export function contents(result: RecallResult): string[] {
  return result.hits.map(({ memory: { row } }) => unpackMemory(row.payload).content);
}

export function idsOf(result: RecallResult): string[] {
  return result.hits.map(({ position }) => memoryId(position));
}
