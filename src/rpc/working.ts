/** Service Working. */
import { usToTimestamp } from '../codec/time.js';
import { invalidField } from '../errors.js';
import type { BuildContextRequest__Output } from '../gen/holdfast/v1/BuildContextRequest.js';
import type { BuildContextResponse } from '../gen/holdfast/v1/BuildContextResponse.js';
import type { CountTokensRequest__Output } from '../gen/holdfast/v1/CountTokensRequest.js';
import type { Slot } from '../gen/holdfast/v1/Slot.js';
import type { WorkingHandlers } from '../gen/holdfast/v1/Working.js';
import { steadyClock } from '../steady_clock.js';
import type { QueryVector } from '../tiers/composed_live_readers.js';
import { noSlot } from '../tiers/working/commands.js';
import { FIRST_SLOT, type SlotCursor } from '../tiers/working/queries.js';
import { type SlotRow, unpackSlot } from '../tiers/working/rows.js';
import { type Tokenizer, tokenizerFor } from '../tokens/models.js';
import * as check from './check.js';
import type { RpcContext } from './context.js';
import { read, readHeader, requireRevision, unary } from './handle.js';
import type { MutationRpc } from './mutation.js';
import { pageToken, readPageToken } from './page_token.js';
import { toLive } from './working_live.js';
import { MAX_TEXT_BYTES } from './working_mutations.js';

const MAX_KEYS = 1000;
const MAX_CONTEXT_TOKENS = 2_000_000;
const DEFAULT_CONTEXT_TOKENS = 180_000;
const DEFAULT_RESERVE_TOKENS = 4096;
const DEFAULT_TRUNCATE_AT = 7;
const NEVER_TRUNCATE = 11;
/** How long a context waits for the vectors of its recalls, which are made side by side. */
const MAX_QUERY_WAIT_MS = 2000;

export function workingService(ctx: RpcContext, mutation: MutationRpc): WorkingHandlers {
  return {
    PutSlot: mutation('put_slot'),
    DeleteSlot: mutation('delete_slot'),

    GetSlot: read(ctx, (request, queries) => {
      const agent_id = check.id(request.agent_id, 'agent_id');
      const row = queries.working.find(agent_id, check.id(request.key, 'key'), steadyClock.now_us());
      if (row === undefined) throw noSlot(request.key);
      return { slot: toSlot(row) };
    }),

    ListSlots: read(ctx, (request, queries) => {
      const agent_id = check.id(request.agent_id, 'agent_id');
      const page_size = check.pageSize(request.page_size);
      const query = ['slots', agent_id];
      const { rows, more } = queries.working.list(
        agent_id,
        readCursor(request.page_token, query),
        steadyClock.now_us(),
        page_size,
      );
      const last = rows.at(-1);
      return {
        slots: rows.map(toSlot),
        next_page_token:
          more && last ? pageToken(query, [last.pinned, last.priority, last.first_position]) : '',
      };
    }),

    BuildContext: unary(ctx, (request: BuildContextRequest__Output) => buildContext(ctx, request)),

    CountTokens: unary(ctx, async (request: CountTokensRequest__Output) => {
      // Not check.text: what is only counted may hold anything.
      check.size(request.text, 'text', MAX_TEXT_BYTES);
      const { encoding, estimate } = tokenizerFor(request.model, 'model');
      const [tokens = 0] = await ctx.tokens.count([request.text], encoding);
      return { tokens, estimate, encoding };
    }),
  };
}

function readCursor(token: string, query: readonly unknown[]): SlotCursor {
  const cursor = readPageToken(token, query, ['number', 'number', 'number']);
  if (cursor === undefined) return FIRST_SLOT;
  const [pinned, priority, first_position] = cursor.map(Number);
  return { pinned: pinned ?? 0, priority: priority ?? 0, first_position: first_position ?? 0 };
}

interface ContextRequest extends Tokenizer {
  readonly agent_id: string;
  readonly keys: readonly string[];
  readonly budget: number;
  readonly truncate_at_priority: number;
}

function parseContext(request: BuildContextRequest__Output): ContextRequest {
  const agent_id = check.id(request.agent_id, 'agent_id');
  const max_tokens =
    check.integer(request.max_tokens, 'max_tokens', 0, MAX_CONTEXT_TOKENS) || DEFAULT_CONTEXT_TOKENS;
  const reserve = request.reserve_for_output ?? Math.min(DEFAULT_RESERVE_TOKENS, Math.floor(max_tokens / 2));
  if (reserve >= max_tokens) {
    throw invalidField('reserve_for_output', `must be below max_tokens (${max_tokens})`, {
      limit: String(max_tokens - 1),
      actual: String(reserve),
    });
  }
  return {
    agent_id,
    budget: max_tokens - reserve,
    ...tokenizerFor(request.model, 'model'),
    truncate_at_priority: check.integer(
      request.truncate_at_priority ?? DEFAULT_TRUNCATE_AT,
      'truncate_at_priority',
      0,
      NEVER_TRUNCATE,
    ),
    keys: check.list(request.keys, 'keys', 0, MAX_KEYS).map((key, index) => check.id(key, `keys[${index}]`)),
  };
}

async function buildContext(
  ctx: RpcContext,
  request: BuildContextRequest__Output,
): Promise<BuildContextResponse> {
  const { agent_id, keys, budget, truncate_at_priority, encoding, estimate } = parseContext(request);
  requireRevision(ctx, request.min_revision);
  const now_us = steadyClock.now_us();
  const vectors = await recallVectors(ctx, agent_id, keys, now_us);
  const { revision, parts } = await ctx.scans.run('context_parts', {
    agent_id,
    keys,
    encoding,
    now_us,
    vectors,
  });
  const options = { budget, truncate_at_priority };
  const { text, tokens, slots } = await ctx.tokens.assemble(parts, encoding, options);
  return {
    header: readHeader(revision),
    text,
    tokens,
    budget,
    percent_used: (tokens * 100) / budget,
    slots: slots.map(({ outcome, ...fields }) => ({
      ...fields,
      outcome: `SLOT_OUTCOME_${outcome}` as const,
    })),
    estimate,
    encoding,
  };
}

/** Made before the snapshot; a slot set in between is recalled by its words alone. */
function recallVectors(
  ctx: RpcContext,
  agent_id: string,
  keys: readonly string[],
  now_us: number,
): Promise<QueryVector[]> {
  const texts = ctx.reads.snapshot(0, ({ working }) => working.recallQueries(agent_id, keys, now_us));
  return Promise.all(
    texts.map(async (query): Promise<QueryVector> => {
      await ctx.embedding.ready();
      const { generation_id, vectors, degraded } = await ctx.embedding.query(query, MAX_QUERY_WAIT_MS);
      return { query, generation_id, vector: vectors[0], degraded };
    }),
  );
}

/** A slot as every reply shows it; that of a live slot has no content. */
export function toSlot(row: SlotRow): Slot {
  const { content, live } = unpackSlot(row.payload);
  return {
    key: row.key,
    content: content ?? '',
    ...(live !== null && { live: toLive(live) }),
    priority: row.priority,
    pinned: row.pinned === 1,
    ...(row.expires_us !== null && { expires_at: usToTimestamp(row.expires_us) }),
    tokens: row.tokens,
    version: String(row.version),
    updated_at: usToTimestamp(row.updated_us),
  };
}
