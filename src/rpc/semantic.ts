/** Service Semantic. */
import { HoldfastError } from '../errors.js';
import type { ListMemoriesRequest__Output } from '../gen/holdfast/v1/ListMemoriesRequest.js';
import type { ListMemoriesResponse } from '../gen/holdfast/v1/ListMemoriesResponse.js';
import type { SemanticHandlers } from '../gen/holdfast/v1/Semantic.js';
import { takePage } from '../tiers/page.js';
import { reachable } from '../tiers/semantic/commands.js';
import { memoryPosition } from '../tiers/semantic/memory_table.js';
import { tagKey } from '../tiers/semantic/tokens.js';
import { fromBytes } from '../tiers/semantic/vectors/codes.js';
import * as check from './check.js';
import type { RpcContext } from './context.js';
import { read, readHeader, unary } from './handle.js';
import type { MutationRpc } from './mutation.js';
import { pageToken, readPageToken } from './page_token.js';
import { checkMemoryId, checkNamespace, parseTags } from './semantic_mutations.js';
import { recallMemories } from './semantic_recall.js';
import { reindex } from './semantic_reindex.js';
import { toGeneration, toMemory } from './semantic_views.js';

const MAX_TAGS = 16;
const MAX_MODEL_BYTES = 256;

export function semanticService(ctx: RpcContext, mutation: MutationRpc): SemanticHandlers {
  return {
    StoreMemory: mutation('store_memory'),
    StoreMemories: mutation('store_memories'),
    SupersedeMemory: mutation('supersede_memory'),
    ForgetMemory: mutation('forget_memory'),
    PinMemory: mutation('pin_memory'),
    AttachVectors: mutation('attach_vectors'),
    PutNamespace: mutation('put_namespace'),
    RecallMemories: unary(ctx, (request) => recallMemories(ctx, request)),
    ListMemories: unary(ctx, (request) => listMemories(ctx, request)),

    GetMemory: read(ctx, (request, { semantic }) => {
      const agent_id = check.id(request.agent_id, 'agent_id');
      const memory_id = checkMemoryId(request.memory_id, 'memory_id');
      const position = memoryPosition(memory_id);
      const view = position === undefined ? undefined : semantic.get(position);
      const { row } = reachable(semantic.scopes, agent_id, memory_id, view?.row, 'read');
      const vector = request.with_vector ? semantic.vector(row.position) : undefined;
      const model = semantic.generations().find(({ status }) => status === 'serving')?.model ?? '';
      return {
        ...(view !== undefined && { memory: toMemory(view, request.encoding) }),
        ...(vector !== undefined && { vector: { values: [...fromBytes(vector)], model } }),
      };
    }),

    ListNamespaces: read(ctx, (request, { semantic }) => {
      const agent_id = check.id(request.agent_id, 'agent_id');
      const page_size = check.pageSize(request.page_size);
      const query = ['ListNamespaces', agent_id];
      const [after = ''] = readPageToken(request.page_token, query, ['string']) ?? [];
      // Two lists of 256 agents with 64 characters each, at the most.
      const { rows, more } = takePage(
        semantic.namespaces(agent_id, String(after)),
        page_size,
        ({ readers, writers }) => 66 * (readers.length + writers.length) + 130,
      );
      return {
        namespaces: rows.map((each) => ({ ...each, readers: [...each.readers], writers: [...each.writers] })),
        next_page_token: more ? pageToken(query, [rows.at(-1)?.name ?? '']) : '',
      };
    }),

    ListGenerations: read(ctx, (_request, { semantic }) => {
      const total = semantic.total();
      return {
        generations: semantic
          .generations()
          .reverse()
          .map((row) => {
            const { generation_id } = row;
            return toGeneration(
              row,
              total,
              semantic.refused(generation_id),
              ctx.embedding.lastError(generation_id),
            );
          }),
      };
    }),

    Reindex: reindex(ctx),
  };
}

async function listMemories(
  ctx: RpcContext,
  request: ListMemoriesRequest__Output,
): Promise<ListMemoriesResponse> {
  const agent_id = check.id(request.agent_id, 'agent_id');
  const namespace = checkNamespace(request.namespace, 'namespace');
  const filter = {
    keys: parseTags(request.tags, 'tags', MAX_TAGS).map(tagKey),
    since_us: check.optionalTimestamp(request.since, 'since'),
    until_us: check.optionalTimestamp(request.until, 'until'),
    pinned_only: request.pinned_only,
    include_superseded: request.include_superseded,
  };
  const model = check.text(request.missing_vector_of, 'missing_vector_of', MAX_MODEL_BYTES);
  const limit = check.pageSize(request.page_size);
  const query = ['ListMemories', agent_id, namespace, filter, model];
  const [before = Number.MAX_SAFE_INTEGER] = readPageToken(request.page_token, query, ['number']) ?? [];
  const min_revision = check.counter(request.min_revision, 'min_revision');
  const { scope, missing_generation_id, revision } = ctx.reads.snapshot(
    min_revision,
    ({ semantic }, newest) => ({
      scope: semantic.scopesOf(agent_id, [namespace], 'read', () => 'namespace')[0],
      missing_generation_id: model === '' ? 0 : generationOf(model, semantic.generations()),
      revision: newest,
    }),
  );
  if (scope === undefined) return { header: readHeader(revision), memories: [], next_page_token: '' };
  const page = await ctx.scans.run('list_memories', {
    ...filter,
    scope_id: scope.scope_id,
    before: Number(before),
    limit,
    missing_generation_id,
  });
  const last = page.memories.at(-1);
  return {
    header: readHeader(page.revision),
    memories: page.memories.map((view) => toMemory(view, request.encoding)),
    next_page_token: page.more && last !== undefined ? pageToken(query, [last.row.position]) : '',
  };
}

interface Named {
  readonly generation_id: number;
  readonly model: string;
  readonly status: string;
}

function generationOf(model: string, generations: readonly Named[]): number {
  const named = generations.filter((row) => row.model === model && row.status !== 'retired');
  const generation = named.find(({ status }) => status === 'serving') ?? named[0];
  if (generation !== undefined) return generation.generation_id;
  throw new HoldfastError(
    'NOT_FOUND',
    `missing_vector_of: no generation of model ${model} serves or is being built`,
    { field: 'missing_vector_of' },
  );
}
