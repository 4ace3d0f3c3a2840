/** A turn as it is stored, counted, indexed and read. */
import { packDocument, unpackDocument } from '../../codec/msgpack.js';
import type { DocObject } from '../../codec/value.js';
import { ROLES, type Role, type ToolCall, type TurnContent } from './types.js';

/** A stored turn, unpacked. */
export interface StoredTurn extends TurnContent {
  readonly turn: number;
  readonly tokens: number;
}

/** The payload of a 'conversation.turn' entry: {content?, metadata?, name?, role, tokens, tool_call_id?, tool_calls?, turn}. */
export function packTurn(turn: number, tokens: number, content: TurnContent): Uint8Array {
  const { role, name, tool_calls, tool_call_id, metadata } = content;
  const document: DocObject = {
    turn,
    tokens,
    role,
    ...(content.content !== '' && { content: content.content }),
    ...(name !== '' && { name }),
    ...(tool_calls.length > 0 && {
      tool_calls: tool_calls.map(([id, tool, arguments_json]) => ({ id, name: tool, arguments_json })),
    }),
    ...(tool_call_id !== '' && { tool_call_id }),
    ...(metadata !== null && { metadata: unpackDocument(metadata) }),
  };
  return packDocument(document);
}

interface Packed {
  readonly turn: number;
  readonly tokens: number;
  readonly role: Role;
  readonly content?: string;
  readonly name?: string;
  readonly tool_calls?: readonly { id: string; name: string; arguments_json: string }[];
  readonly tool_call_id?: string;
  readonly metadata?: DocObject;
}

export function unpackTurn(payload: Uint8Array): StoredTurn {
  const packed = unpackDocument(payload) as unknown as Packed;
  return {
    turn: packed.turn,
    tokens: packed.tokens,
    role: packed.role,
    content: packed.content ?? '',
    name: packed.name ?? '',
    tool_calls: (packed.tool_calls ?? []).map(
      ({ id, name, arguments_json }): ToolCall => [id, name, arguments_json],
    ),
    tool_call_id: packed.tool_call_id ?? '',
    metadata: packed.metadata === undefined ? null : packDocument(packed.metadata),
  };
}

export function roleNumber(role: Role): number {
  return ROLES.indexOf(role) + 1;
}

/** The one text of a turn whose tokens are counted. */
export function countedText({ content, name, tool_calls }: TurnContent): string {
  return [content, name, ...tool_calls.flatMap(([, tool, arguments_json]) => [tool, arguments_json])]
    .filter((part) => part !== '')
    .join('\n');
}

/** A summary as it is handed out, which is what is counted. */
export function summaryText(summary: string): string {
  return `Summary of the conversation so far:\n${summary}`;
}

/** A turn as a person or a summarizer reads it: tool calls and results in words. */
export function readableText({ content, tool_calls, tool_call_id }: TurnContent): string {
  const calls = tool_calls.map(([id, tool, arguments_json]) => `[calls ${tool} (${id}): ${arguments_json}]`);
  const head = tool_call_id === '' ? [] : [`[result of ${tool_call_id}]`];
  return [...head, content, ...calls].filter((part) => part !== '').join('\n');
}
