/** Service Conversations. */
import { usToTimestamp } from '../codec/time.js';
import { HoldfastError } from '../errors.js';
import type { Conversation } from '../gen/holdfast/v1/Conversation.js';
import type { ConversationsHandlers } from '../gen/holdfast/v1/Conversations.js';
import type { DocumentEncoding__Output } from '../gen/holdfast/v1/DocumentEncoding.js';
import type { GetMessagesRequest__Output } from '../gen/holdfast/v1/GetMessagesRequest.js';
import type { SearchTurnsRequest__Output } from '../gen/holdfast/v1/SearchTurnsRequest.js';
import type { Turn } from '../gen/holdfast/v1/Turn.js';
import type { ConversationView } from '../tiers/conversations/queries.js';
import { summaryTask } from '../tiers/conversations/task.js';
import { type StoredTurn, unpackTurn } from '../tiers/conversations/turn.js';
import type { Role } from '../tiers/conversations/types.js';
import { takePage } from '../tiers/page.js';
import * as check from './check.js';
import type { RpcContext } from './context.js';
import { conversationId, MAX_WINDOW_TOKENS } from './conversations_mutations.js';
import { toDocument } from './documents.js';
import { read, readHeader, requireRevision, unary } from './handle.js';
import type { MutationRpc } from './mutation.js';
import { pageToken, readPageToken } from './page_token.js';
import { pageByPosition } from './pages.js';

const MAX_QUERY_BYTES = 8192;
const MAX_HITS = 100;
const DEFAULT_HITS = 10;
const MAX_TASK_BYTES = 1_000_000;

export function conversationsService(ctx: RpcContext, mutation: MutationRpc): ConversationsHandlers {
  return {
    PutConversation: mutation('put_conversation'),
    AppendTurn: mutation('append_turn'),
    CompactConversation: mutation('compact_conversation'),
    SubmitSummary: mutation('submit_summary'),
    DeleteConversation: mutation('delete_conversation'),

    GetConversation: read(ctx, ({ agent_id, conversation_id }, { conversations }) => ({
      conversation: toConversation(
        conversations.get(check.id(agent_id, 'agent_id'), conversationId(conversation_id)),
      ),
    })),

    ListConversations: read(ctx, (request, { conversations }) => {
      const agent_id = check.id(request.agent_id, 'agent_id');
      const { rows, next_page_token } = pageByPosition(
        request,
        ['ListConversations', agent_id],
        (before, limit) =>
          takePage(
            listed(conversations.newestFirst(agent_id, before)),
            limit,
            ({ view }) => view.summary.length,
          ),
      );
      return { conversations: rows.map(({ view }) => toConversation(view)), next_page_token };
    }),

    ListTurns: read(ctx, (request, { conversations }) => {
      const agent_id = check.id(request.agent_id, 'agent_id');
      const view = conversations.get(agent_id, conversationId(request.conversation_id));
      const page_size = check.pageSize(request.page_size);
      // Bound to the conversation itself, not its name: another may have taken that.
      const query = ['ListTurns', agent_id, view.conversation];
      const [before] = readPageToken(request.page_token, query, ['number']) ?? [view.turns + 1];
      const { rows, more } = takePage(
        conversations.turnsBefore(view.conversation, Number(before)),
        page_size,
        ({ payload }) => payload.length,
      );
      const last = rows.at(-1);
      return {
        turns: rows.map(({ payload, created_us }) =>
          toTurn(unpackTurn(payload), created_us, view, request.encoding),
        ),
        next_page_token: more && last ? pageToken(query, [last.turn]) : '',
      };
    }),

    GetSummaryTask: read(ctx, (request, { conversations }) => {
      const agent_id = check.id(request.agent_id, 'agent_id');
      const view = conversations.get(agent_id, conversationId(request.conversation_id));
      const turns = view.due_through === 0 ? [] : summaryTask(conversations, view, MAX_TASK_BYTES);
      return {
        through_turn: String(turns.at(-1)?.turn ?? 0),
        previous_summary: view.summary,
        turns: turns.map((turn) => toTurn(turn, turn.created_us, view, 'DOCUMENT_ENCODING_UNSPECIFIED')),
      };
    }),

    GetMessages: unary(ctx, async (request: GetMessagesRequest__Output) => {
      const args = {
        agent_id: check.id(request.agent_id, 'agent_id'),
        conversation_id: conversationId(request.conversation_id),
        max_tokens: check.integer(request.max_tokens, 'max_tokens', 0, MAX_WINDOW_TOKENS),
        format: request.format === 'MESSAGE_FORMAT_ANTHROPIC' ? ('anthropic' as const) : ('openai' as const),
      };
      requireRevision(ctx, request.min_revision);
      const { revision, first_turn, omitted_turns, ...rest } = await ctx.scans.run(
        'conversation_messages',
        args,
      );
      return {
        ...rest,
        header: readHeader(revision),
        first_turn: String(first_turn),
        omitted_turns: String(omitted_turns),
      };
    }),

    SearchTurns: unary(ctx, async (request: SearchTurnsRequest__Output) => {
      const args = parseSearch(request);
      requireRevision(ctx, request.min_revision);
      const { revision, hits } = await ctx.scans.run('search_turns', args);
      return {
        header: readHeader(revision),
        hits: hits.map(({ conversation_id, summarized, row, score }) => ({
          conversation_id,
          score,
          turn: {
            ...toTurn(unpackTurn(row.payload), row.created_us, undefined, request.encoding),
            summarized,
          },
        })),
      };
    }),
  };
}

function parseSearch(request: SearchTurnsRequest__Output) {
  const { limit, query } = request;
  const agent_id = check.id(request.agent_id, 'agent_id');
  const conversation_id = request.conversation_id === '' ? '' : conversationId(request.conversation_id);
  check.text(check.required(query, 'query'), 'query', MAX_QUERY_BYTES);
  if (limit > MAX_HITS) {
    throw new HoldfastError('LIMIT_EXCEEDED', `limit: at most ${MAX_HITS}, got ${limit}`, {
      field: 'limit',
      metadata: { limit: String(MAX_HITS), actual: String(limit) },
    });
  }
  return { agent_id, conversation_id, query, limit: limit === 0 ? DEFAULT_HITS : limit };
}

function* listed(
  views: Iterable<ConversationView>,
): Generator<{ readonly position: number; readonly view: ConversationView }, void> {
  for (const view of views) yield { position: view.updated_position, view };
}

function toConversation(view: ConversationView): Conversation {
  return {
    conversation_id: view.conversation_id,
    title: view.title,
    max_tokens: view.max_tokens,
    summary_at: view.summary_at,
    model: view.model,
    estimate: view.estimate === 1,
    turns: String(view.turns),
    window_tokens: String(view.window_tokens),
    total_tokens: String(view.total_tokens),
    summary: view.summary,
    summary_tokens: view.summary_tokens,
    summarized_through: String(view.summarized_through),
    due_through: String(view.due_through),
    last_summary_error: view.last_error,
    created_at: usToTimestamp(view.created_us),
    updated_at: usToTimestamp(view.updated_us),
  };
}

const ROLES = {
  system: 'ROLE_SYSTEM',
  user: 'ROLE_USER',
  assistant: 'ROLE_ASSISTANT',
  tool: 'ROLE_TOOL',
} as const satisfies Record<Role, string>;

function toTurn(
  turn: StoredTurn,
  created_us: number,
  view: ConversationView | undefined,
  encoding: DocumentEncoding__Output,
): Turn {
  return {
    turn: String(turn.turn),
    role: ROLES[turn.role],
    content: turn.content,
    name: turn.name,
    tool_calls: turn.tool_calls.map(([id, name, arguments_json]) => ({ id, name, arguments_json })),
    tool_call_id: turn.tool_call_id,
    ...(turn.metadata !== null && { metadata: toDocument(turn.metadata, encoding) }),
    tokens: turn.tokens,
    created_at: usToTimestamp(created_us),
    summarized: view !== undefined && turn.turn > view.preamble && turn.turn <= view.summarized_through,
  };
}
