/** The document of a memory: what the client gave, packed once by the rpc layer; it is also the journal entry's payload. */
import { packDocument, unpackDocument } from '../../codec/msgpack.js';
import type { DocObject, DocValue } from '../../codec/value.js';

export interface Provenance {
  readonly episode_id?: string;
  readonly operation_key?: string;
  readonly task_id?: string;
  readonly conversation_id?: string;
  readonly note?: string;
}

export interface MemoryContent {
  readonly content: string;
  readonly metadata?: DocObject;
  /** For watchers; absent = private. */
  readonly namespace?: string;
  readonly provenance?: Provenance;
  /** Id of the memory whose place it takes. */
  readonly supersedes?: string;
  /** Sorted. */
  readonly tags?: readonly string[];
}

export function packMemory(memory: MemoryContent): Uint8Array {
  return packDocument(memory as unknown as DocObject);
}

export function unpackMemory(bytes: Uint8Array): MemoryContent {
  return unpackDocument(bytes) as unknown as MemoryContent;
}

/** What one can filter on: top-level strings, numbers, booleans and nulls, and those in top-level arrays. */
export function filterableValues(metadata: DocObject): (readonly [key: string, value: DocValue])[] {
  return Object.entries(metadata).flatMap(([key, value]) =>
    (Array.isArray(value) ? value : [value]).filter(isScalar).map((each) => [key, each] as const),
  );
}

/** True for what a metadata filter can ask for. */
export function isScalar(value: DocValue): boolean {
  return value === null || ['string', 'number', 'bigint', 'boolean'].includes(typeof value);
}
