/** RecallMemories: checks the request, gets the query's vector, asks a reader thread. */
import { unpackDocument } from '../codec/msgpack.js';
import { HoldfastError, invalidField } from '../errors.js';
import type { MetadataFilter__Output } from '../gen/holdfast/v1/MetadataFilter.js';
import type { RecallMemoriesRequest__Output } from '../gen/holdfast/v1/RecallMemoriesRequest.js';
import type { RecallMemoriesResponse } from '../gen/holdfast/v1/RecallMemoriesResponse.js';
import { steadyClock } from '../steady_clock.js';
import { ownedVector } from '../tiers/semantic/commands.js';
import type { GenerationRow } from '../tiers/semantic/generations.js';
import { isScalar } from '../tiers/semantic/payload.js';
import type { RecallArgs, RecallResult } from '../tiers/semantic/recall.js';
import { type FilterKey, metadataKey, tagKey } from '../tiers/semantic/tokens.js';
import type { VectorArgs } from '../tiers/semantic/types.js';
import { toBytes } from '../tiers/semantic/vectors/codes.js';
import * as check from './check.js';
import type { RpcContext } from './context.js';
import { readHeader } from './handle.js';
import { checkNamespace, parseTags, parseVector } from './semantic_mutations.js';
import { toHit } from './semantic_views.js';

const MAX_QUERY_BYTES = 8192;
const MAX_LIMIT = 200;
const DEFAULT_LIMIT = 10;
const MAX_NAMESPACES = 16;
const MAX_FILTERS = 16;
const MAX_KEY_BYTES = 128;
const MAX_WEIGHT = 1000;
const MAX_RRF_K = 1000;
const DEFAULT_RRF_K = 60;
const MAX_HALF_LIFE_MS = 36_500 * 24 * 3600 * 1000;
/** How long a recall waits for its query's vector; after that it answers from keywords. */
const MAX_EMBED_WAIT_MS = 2000;

/** A request, checked. */
interface Query {
  readonly args: Omit<RecallArgs, 'vector' | 'generation_id' | 'scope_ids' | 'now_us'>;
  readonly given: VectorArgs | null;
  /** '' = private. */
  readonly namespaces: readonly string[];
}

export async function recallMemories(
  ctx: RpcContext,
  request: RecallMemoriesRequest__Output,
): Promise<RecallMemoriesResponse> {
  const agent_id = check.id(request.agent_id, 'agent_id');
  const query = parseRecall(request);
  await ctx.embedding.ready();
  const min_revision = check.counter(request.min_revision, 'min_revision');
  const { scope_ids, generations } = ctx.reads.snapshot(min_revision, ({ semantic }) => ({
    scope_ids: semantic
      .scopesOf(agent_id, query.namespaces, 'read', (index) => fieldOfScope(query.namespaces, index))
      .map(({ scope_id }) => scope_id),
    generations: semantic.generations().filter(({ status }) => status !== 'retired'),
  }));
  const { degraded, ...vector } = await queryVector(ctx, query, generations);
  const now_us = steadyClock.now_us();
  const found = await ctx.scans.run('recall_memories', { ...query.args, ...vector, scope_ids, now_us });
  const reason = degraded || degradation(query.args, found);
  return {
    header: readHeader(found.revision),
    hits: found.hits.map((hit) => toHit(hit, request.encoding, request.explain)),
    degraded: reason !== '',
    degraded_reason: reason,
    model: generations.find(({ status }) => status === 'serving')?.model ?? '',
    omitted: found.omitted,
  };
}

/** The private scope, if searched, is the last. */
function fieldOfScope(namespaces: readonly string[], index: number): string {
  return namespaces[index] === '' ? 'agent_id' : `namespaces[${index}]`;
}

function degradation({ mode }: { readonly mode: RecallArgs['mode'] }, found: RecallResult): string {
  if (mode === 'keyword') return '';
  if (found.generation_gone) return 'the generation of the vectors has just changed';
  if (found.missing === 0) return '';
  return found.missing === 1
    ? '1 memory waits for its vector'
    : `${found.missing} memories wait for their vectors`;
}

interface QueryVector {
  readonly vector: Uint8Array | null;
  readonly generation_id: number;
  /** Why there is none; empty = there is one, or none is needed. */
  readonly degraded: string;
}

const NO_VECTOR: QueryVector = { vector: null, generation_id: 0, degraded: '' };

/** @throws HoldfastError INVALID_VECTOR, VECTOR_REQUIRED, EMBEDDER_UNAVAILABLE. */
async function queryVector(
  ctx: RpcContext,
  { args, given }: Query,
  generations: readonly GenerationRow[],
): Promise<QueryVector> {
  if (given !== null) {
    const { generation_id } = ownedVector(given, generations, 'vector');
    if (args.mode === 'keyword') return NO_VECTOR;
    return { vector: given.bytes, generation_id, degraded: '' };
  }
  if (args.mode === 'keyword' || (args.mode === 'hybrid' && args.vector_weight === 0)) return NO_VECTOR;
  const serving = generations.find(({ status }) => status === 'serving');
  if (serving?.embedder === 'client') {
    if (args.mode === 'vector') {
      throw new HoldfastError(
        'VECTOR_REQUIRED',
        'vector: the embedder is client, so vectors come with the call',
        {
          field: 'vector',
          metadata: { model: serving.model, dimensions: String(serving.dimensions) },
        },
      );
    }
    return { ...NO_VECTOR, degraded: 'the embedder is client and no vector came with the call' };
  }
  const made = await ctx.embedding.query(args.query, MAX_EMBED_WAIT_MS);
  const [vector] = made.vectors;
  if (vector !== undefined)
    return { vector: toBytes(vector), generation_id: made.generation_id, degraded: '' };
  const degraded = `embedder unavailable: ${made.degraded || 'no generation of vectors serves yet'}`;
  if (args.mode === 'vector') {
    throw new HoldfastError('EMBEDDER_UNAVAILABLE', degraded, { retry_after_ms: 1000 });
  }
  return { ...NO_VECTOR, degraded };
}

const MODES = {
  RECALL_MODE_UNSPECIFIED: 'hybrid',
  RECALL_MODE_HYBRID: 'hybrid',
  RECALL_MODE_VECTOR: 'vector',
  RECALL_MODE_KEYWORD: 'keyword',
} as const;

function parseRecall(request: RecallMemoriesRequest__Output): Query {
  const mode = MODES[request.mode];
  const query = check.text(request.query, 'query', MAX_QUERY_BYTES);
  const given = request.vector === null ? null : parseVector(request.vector, 'vector');
  // A query of white space looks for nothing.
  if (query.trim() === '' && (given === null || mode === 'keyword')) {
    const problem = mode === 'keyword' ? 'query is required' : 'query or vector is required';
    throw new HoldfastError('FIELD_REQUIRED', problem, { field: 'query' });
  }
  const named = check
    .list(request.namespaces, 'namespaces', 0, MAX_NAMESPACES)
    .map((name, index) => check.id(name, `namespaces[${index}]`));
  // Named twice is searched once.
  const namespaces = [...new Set(named)];
  const half_life_ms = check.optionalDuration(request.half_life, 'half_life', 1000, MAX_HALF_LIFE_MS);
  return {
    given,
    namespaces: request.exclude_private ? namespaces : [...namespaces, checkNamespace('', 'namespaces')],
    args: {
      query,
      mode,
      limit: check.integer(request.limit, 'limit', 0, MAX_LIMIT) || DEFAULT_LIMIT,
      keys: [
        ...parseTags(request.tags, 'tags', MAX_FILTERS).map(tagKey),
        ...check.list(request.metadata, 'metadata', 0, MAX_FILTERS).map(parseFilter),
      ],
      any_keys: parseTags(request.any_tags, 'any_tags', MAX_FILTERS).map(tagKey),
      since_us: check.optionalTimestamp(request.since, 'since'),
      until_us: check.optionalTimestamp(request.until, 'until'),
      include_superseded: request.include_superseded,
      half_life_us: half_life_ms === null ? null : half_life_ms * 1000,
      ...parseWeights(request),
      rrf_k: check.integer(request.rrf_k, 'rrf_k', 0, MAX_RRF_K) || DEFAULT_RRF_K,
    },
  };
}

function parseWeights(
  request: RecallMemoriesRequest__Output,
): Pick<RecallArgs, 'vector_weight' | 'keyword_weight'> {
  const vector_weight = parseWeight(request.vector_weight, 'vector_weight');
  const keyword_weight = parseWeight(request.keyword_weight, 'keyword_weight') ?? 1;
  if (vector_weight === 0 && keyword_weight === 0) {
    throw invalidField('keyword_weight', 'must not be 0 where vector_weight is 0');
  }
  return { vector_weight, keyword_weight };
}

/** Null when absent. */
function parseWeight(weight: number | undefined, field: string): number | null {
  if (weight === undefined) return null;
  if (!(weight >= 0 && weight <= MAX_WEIGHT)) {
    throw invalidField(field, `must be a number from 0 to ${MAX_WEIGHT}`, { actual: String(weight) });
  }
  return weight;
}

function parseFilter({ key, value }: MetadataFilter__Output, index: number): FilterKey {
  const at = `metadata[${index}]`;
  check.text(check.required(key, `${at}.key`), `${at}.key`, MAX_KEY_BYTES);
  const scalar = unpackDocument(check.document(value, `${at}.value`));
  if (!isScalar(scalar)) throw invalidField(`${at}.value`, 'must be a string, number, boolean or null');
  return metadataKey(key, scalar);
}
