/** The mutations of service Conversations: their requests checked, their replies shaped. */
import { HoldfastError, invalidField } from '../errors.js';
import type { AppendTurnRequest__Output } from '../gen/holdfast/v1/AppendTurnRequest.js';
import type { ToolCall__Output } from '../gen/holdfast/v1/ToolCall.js';
import { countedText, summaryText } from '../tiers/conversations/turn.js';
import type { PutConversationArgs, Role, ToolCall, TurnContent } from '../tiers/conversations/types.js';
import type { Fact } from '../tiers/derived.js';
import { DEFAULT_ENCODING, tokenizerFor } from '../tokens/models.js';
import * as check from './check.js';
import type { FactContext, MutationSpecs } from './mutation.js';

const MAX_TITLE_BYTES = 256;
const MAX_MODEL_BYTES = 128;
export const MAX_WINDOW_TOKENS = 2_000_000;
const MAX_CONTENT_BYTES = 1_048_576;
const MAX_CALLS = 64;
const MAX_CALL_ID = 128;
const MAX_ARGUMENTS_BYTES = 262_144;
/** Readers recurse; no tool is called with more. */
const MAX_ARGUMENTS_DEPTH = 64;
const MAX_SUMMARY_BYTES = 262_144;
/** What OpenAI takes as a name, of a tool or a speaker. */
const API_NAME = /^[A-Za-z0-9_-]{1,64}$/;
const CALL_ID = /^[\x21-\x7e]{1,128}$/;

type Names =
  | 'put_conversation'
  | 'append_turn'
  | 'compact_conversation'
  | 'submit_summary'
  | 'delete_conversation';

export const conversationMutations: MutationSpecs<Names> = {
  put_conversation: {
    parse: ({ conversation_id, title, max_tokens, summary_at, model }) => ({
      conversation_id: check.plainId(conversation_id, 'conversation_id'),
      title: title === undefined ? null : check.text(title, 'title', MAX_TITLE_BYTES),
      max_tokens:
        max_tokens === undefined ? null : check.integer(max_tokens, 'max_tokens', 100, MAX_WINDOW_TOKENS),
      summary_at:
        summary_at === undefined ? null : check.integer(summary_at, 'summary_at', 50, MAX_WINDOW_TOKENS),
      model: model === undefined ? null : parseModel(check.text(model, 'model', MAX_MODEL_BYTES)),
    }),
    reply: () => ({}),
  },

  append_turn: {
    parse: (request) => ({
      conversation_id: check.plainId(request.conversation_id, 'conversation_id'),
      turn: parseTurn(request),
      expected_turn:
        request.expected_turn === undefined ? null : check.counter(request.expected_turn, 'expected_turn'),
    }),
    facts: ({ conversation_id, turn }, context) => tokenFacts(context, conversation_id, countedText(turn)),
    reply: ({ turn, tokens, window_tokens, due_through }) => ({
      turn: String(turn),
      tokens,
      window_tokens: String(window_tokens),
      due_through: String(due_through),
    }),
  },

  compact_conversation: {
    parse: ({ conversation_id, keep_turns }) => ({
      conversation_id: conversationId(conversation_id),
      keep_turns: keep_turns ?? null,
    }),
    reply: ({ due_through }) => ({ due_through: String(due_through) }),
  },

  submit_summary: {
    parse: ({ conversation_id, through_turn, summary, from_turn }) => ({
      conversation_id: conversationId(conversation_id),
      through_turn: check.counter(through_turn, 'through_turn'),
      summary: parseSummary(summary),
      from_turn: from_turn === undefined ? null : check.counter(from_turn, 'from_turn'),
      conversation: null,
      summarizer: 'client',
    }),
    facts: ({ conversation_id, summary }, context) =>
      tokenFacts(context, conversation_id, summaryText(summary)),
    reply: ({ window_tokens }) => ({ window_tokens: String(window_tokens) }),
  },

  delete_conversation: {
    parse: ({ conversation_id }) => ({ conversation_id: conversationId(conversation_id) }),
    reply: ({ deleted_turns }) => ({ deleted_turns: String(deleted_turns) }),
  },
};

export function conversationId(value: string): string {
  return check.id(value, 'conversation_id');
}

function tokenFacts({ agent_id, queries }: FactContext, conversation_id: string, text: string): Fact[] {
  return queries.conversations
    .encodings(agent_id, conversation_id)
    .map((encoding) => ({ kind: 'tokens', encoding, text }));
}

function parseModel(name: string): NonNullable<PutConversationArgs['model']> {
  return { name: name === '' ? DEFAULT_ENCODING : name, ...tokenizerFor(name, 'model') };
}

function parseSummary(summary: string): string {
  check.required(summary.trim(), 'summary');
  return check.text(summary, 'summary', MAX_SUMMARY_BYTES);
}

const ROLES: Readonly<Record<string, Role>> = {
  ROLE_SYSTEM: 'system',
  ROLE_USER: 'user',
  ROLE_ASSISTANT: 'assistant',
  ROLE_TOOL: 'tool',
};

function parseTurn(request: AppendTurnRequest__Output): TurnContent {
  const role = ROLES[check.enumValue(request.role, 'ROLE_UNSPECIFIED', 'role')] ?? 'user';
  const content = check.text(request.content, 'content', MAX_CONTENT_BYTES);
  const { name, tool_calls, tool_call_id } = request;
  if (name !== '' && !API_NAME.test(name))
    throw invalidField('name', 'must be 1-64 characters of [A-Za-z0-9_-]');
  check.withoutSecret(name, 'name');
  if (tool_calls.length > 0 && role !== 'assistant')
    throw invalidField('tool_calls', `only role ASSISTANT calls tools, not ${role.toUpperCase()}`);
  if (tool_call_id !== '' && role !== 'tool')
    throw invalidField('tool_call_id', `only role TOOL answers tool calls, not ${role.toUpperCase()}`);
  if (role === 'tool') callId(tool_call_id, 'tool_call_id');
  else if (tool_calls.length === 0 && content === '')
    throw new HoldfastError('FIELD_REQUIRED', 'content: a turn has content or tool calls', {
      field: 'content',
    });
  return {
    role,
    content,
    name,
    tool_calls: parseCalls(tool_calls),
    tool_call_id,
    metadata: check.optionalDocument(request.metadata, 'metadata'),
  };
}

function parseCalls(values: readonly ToolCall__Output[]): ToolCall[] {
  const seen = new Set<string>();
  return check.list(values, 'tool_calls', 0, MAX_CALLS).map(({ id, name, arguments_json }, index) => {
    const at = `tool_calls[${index}]`;
    callId(id, `${at}.id`);
    if (seen.has(id)) throw invalidField(`${at}.id`, `${id} is there twice`);
    seen.add(id);
    check.required(name, `${at}.name`);
    if (!API_NAME.test(name)) throw invalidField(`${at}.name`, 'must be 1-64 characters of [A-Za-z0-9_-]');
    check.withoutSecret(name, `${at}.name`);
    return [id, name, parseArguments(arguments_json, `${at}.arguments_json`)];
  });
}

function callId(value: string, field: string): void {
  check.required(value, field);
  if (value.length > MAX_CALL_ID || !CALL_ID.test(value))
    throw invalidField(field, `must be 1-${MAX_CALL_ID} printable ASCII characters without blanks`);
  check.withoutSecret(value, field);
}

/** Kept as the text that came: reading and writing it would round its numbers. */
function parseArguments(text: string, field: string): string {
  if (text === '') return '{}';
  check.text(text, field, MAX_ARGUMENTS_BYTES);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw invalidField(field, `is not JSON (${error instanceof Error ? error.message.slice(0, 80) : ''})`);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw invalidField(field, 'must be a JSON object');
  if (depthOf(text) > MAX_ARGUMENTS_DEPTH) {
    throw new HoldfastError('LIMIT_EXCEEDED', `${field}: nested deeper than ${MAX_ARGUMENTS_DEPTH}`, {
      field,
      metadata: { limit: String(MAX_ARGUMENTS_DEPTH) },
    });
  }
  return text;
}

/** Of valid JSON: a bracket outside of strings opens or closes. */
function depthOf(json: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [token] of json.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}]/g)) {
    if (token === '{' || token === '[') deepest = Math.max(deepest, ++depth);
    else if (token === '}' || token === ']') depth -= 1;
  }
  return deepest;
}
