/** What service Semantic shows. */
import { packDocument } from '../codec/msgpack.js';
import { usToTimestamp } from '../codec/time.js';
import type { DocumentEncoding__Output } from '../gen/holdfast/v1/DocumentEncoding.js';
import type { Generation } from '../gen/holdfast/v1/Generation.js';
import type { Memory } from '../gen/holdfast/v1/Memory.js';
import type { MemoryHit } from '../gen/holdfast/v1/MemoryHit.js';
import { revisionOf } from '../journal/position.js';
import type { GenerationRow } from '../tiers/semantic/generations.js';
import { memoryId } from '../tiers/semantic/memory_table.js';
import type { MemoryView } from '../tiers/semantic/memory_views.js';
import { unpackMemory } from '../tiers/semantic/payload.js';
import type { RecallHit } from '../tiers/semantic/recall.js';
import { toDocument } from './documents.js';

export function toMemory(
  { row, namespace, vector_pending }: MemoryView,
  encoding: DocumentEncoding__Output,
): Memory {
  const { content, metadata, tags, provenance } = unpackMemory(row.payload);
  return {
    memory_id: memoryId(row.position),
    agent_id: row.agent_id,
    namespace,
    content,
    ...(metadata !== undefined && { metadata: toDocument(packDocument(metadata), encoding) }),
    tags: [...(tags ?? [])],
    occurred_at: usToTimestamp(row.occurred_at_us),
    stored_at: usToTimestamp(row.stored_at_us),
    ...(provenance !== undefined && { provenance }),
    pinned: row.pinned === 1,
    superseded_by: row.superseded_by === null ? '' : memoryId(row.superseded_by),
    supersedes: row.supersedes === null ? '' : memoryId(row.supersedes),
    vector_pending,
    revision: String(revisionOf(row.position)),
  };
}

export function toHit(hit: RecallHit, encoding: DocumentEncoding__Output, explain: boolean): MemoryHit {
  const { vector_rank, cosine, keyword_rank, bm25, fused, recency } = hit;
  return {
    memory: toMemory(hit.memory, encoding),
    score: hit.score,
    ...(explain && { explanation: { vector_rank, cosine, keyword_rank, bm25, fused, recency } }),
  };
}

const STATUSES = {
  serving: 'GENERATION_STATUS_SERVING',
  building: 'GENERATION_STATUS_BUILDING',
  retired: 'GENERATION_STATUS_RETIRED',
} as const;

/** `total`: memories in the file; `refused`: those of them whose text the embedder refuses. */
export function toGeneration(
  row: GenerationRow,
  total: number,
  refused: number,
  last_error: string,
): Generation {
  const is_retired = row.status === 'retired';
  return {
    generation: String(row.generation_id),
    embedder: row.embedder,
    model: row.model,
    dimensions: row.dimensions,
    status: STATUSES[row.status],
    vectors: String(is_retired ? 0 : total - row.missing - refused),
    backlog: String(is_retired ? 0 : row.missing),
    created_at: usToTimestamp(row.created_at_us),
    last_error,
    refused: String(refused),
  };
}
