/**
 * The shapes of chat APIs.
 *
 * - OpenAI, Chat Completions (https://platform.openai.com/docs/api-reference/chat/create): `arguments` is a text, a turn
 *   of tool calls alone has null content, and each result is a message of role tool.
 * - Anthropic, Messages (https://docs.anthropic.com/en/api/messages): `system` apart, roles alternate and begin with the
 *   user, `input` is an object, all results of a turn stand first in the next user message, no text block is blank, and
 *   the last assistant text has no white space at its end.
 *
 * Both take ids of tool calls that are narrower than ours; others are replaced by digests, in the call and its result.
 */
import { createHash } from 'node:crypto';
import { type StoredTurn, summaryText } from './turn.js';
import type { Role, TurnContent } from './types.js';

export interface Messages {
  /** A JSON array. */
  readonly messages_json: string;
  /** '' = none, or part of the messages. */
  readonly system: string;
}

export interface Spoken {
  readonly preamble: readonly StoredTurn[];
  readonly summary: string;
  readonly turns: readonly StoredTurn[];
  readonly has_note: boolean;
}

/** Stands where an assistant would speak first. */
const NOTE = 'Go on from here.';
/** Its tokens in every encoding, with those of a message. */
export const NOTE_TOKENS = 9;

const OPENAI_ID = /^[\s\S]{1,40}$/;
const ANTHROPIC_ID = /^[a-zA-Z0-9_-]+$/;

function apiId(call_id: string, allowed: RegExp): string {
  if (allowed.test(call_id)) return call_id;
  return `call_${createHash('sha256').update(call_id).digest('base64url').slice(0, 32)}`;
}

/** About the bytes of a turn's JSON, never fewer in either shape: what a reply is bounded by. */
export function jsonBytes({ content, tool_calls }: TurnContent): number {
  const texts = [content, ...tool_calls.map(([, , arguments_json]) => arguments_json)];
  // Around the texts: keys, names and ids, all bounded and ASCII.
  return texts.reduce((bytes, text) => bytes + Buffer.byteLength(JSON.stringify(text)) + 600, 0);
}

export function toOpenAi({ preamble, summary, turns }: Spoken): Messages {
  const messages = [
    ...preamble.map(openAiMessage),
    ...(summary === '' ? [] : [{ role: 'system', content: summaryText(summary) }]),
    ...turns.map(openAiMessage),
  ];
  return { messages_json: JSON.stringify(messages), system: '' };
}

function openAiMessage({ role, content, name, tool_calls, tool_call_id }: TurnContent): object {
  if (role === 'tool') return { role, tool_call_id: apiId(tool_call_id, OPENAI_ID), content };
  const named = name === '' ? {} : { name };
  if (tool_calls.length === 0) return { role, ...named, content };
  return {
    role,
    ...named,
    content: content === '' ? null : content,
    tool_calls: tool_calls.map(([id, tool, arguments_json]) => ({
      id: apiId(id, OPENAI_ID),
      type: 'function',
      function: { name: tool, arguments: arguments_json },
    })),
  };
}

/** Who says the first thing that becomes a message; undefined when nobody does. */
export function firstSpeaker(turns: readonly TurnContent[]): 'user' | 'assistant' | undefined {
  const first = turns.find((turn) => turn.role !== 'system' && anthropicBlocks(turn).length > 0);
  return first && speakerOf(first.role);
}

function speakerOf(role: Role): 'user' | 'assistant' {
  return role === 'assistant' ? 'assistant' : 'user';
}

/** A content block as JSON text; of a text block the text itself is kept, because its end may have to go. */
type Block = { readonly text: string } | { readonly json: string };

export function toAnthropic({ preamble, summary, turns, has_note }: Spoken): Messages {
  const system = [
    ...preamble.map(({ content }) => content),
    ...(summary === '' ? [] : [summaryText(summary)]),
    ...turns.filter(({ role }) => role === 'system').map(({ content }) => content),
  ].join('\n\n');
  const messages: { readonly role: string; readonly blocks: Block[] }[] = [];
  const say = (role: string, blocks: readonly Block[]): void => {
    if (blocks.length === 0) return;
    const last = messages.at(-1);
    if (last?.role === role) last.blocks.push(...blocks);
    else messages.push({ role, blocks: [...blocks] });
  };
  if (has_note) say('user', [{ text: NOTE }]);
  for (const turn of turns) if (turn.role !== 'system') say(speakerOf(turn.role), anthropicBlocks(turn));
  const last = messages.length - 1;
  const written = messages.map(({ role, blocks }, index) => {
    const is_last = index === last && role === 'assistant';
    return `{"role":"${role}","content":[${blocks.map((block) => blockJson(block, is_last)).join(',')}]}`;
  });
  return { messages_json: `[${written.join(',')}]`, system };
}

/** Blank text makes no block. Arguments are put in as the text they came as: parsing would round their numbers. */
function anthropicBlocks({ role, content, name, tool_calls, tool_call_id }: TurnContent): Block[] {
  const is_blank = content.trim() === '';
  if (role === 'tool') {
    const id = JSON.stringify(apiId(tool_call_id, ANTHROPIC_ID));
    const result = is_blank ? '' : `,"content":${JSON.stringify(content)}`;
    return [{ json: `{"type":"tool_result","tool_use_id":${id}${result}}` }];
  }
  // The API knows no names; who of several users speaks is said in the text.
  const text = role === 'user' && name !== '' ? `${name}: ${content}` : content;
  const calls = tool_calls.map(([call_id, tool, arguments_json]): Block => {
    const id = JSON.stringify(apiId(call_id, ANTHROPIC_ID));
    return {
      json: `{"type":"tool_use","id":${id},"name":${JSON.stringify(tool)},"input":${arguments_json}}`,
    };
  });
  return is_blank ? calls : [{ text }, ...calls];
}

function blockJson(block: Block, without_end: boolean): string {
  if ('json' in block) return block.json;
  return `{"type":"text","text":${JSON.stringify(without_end ? block.text.trimEnd() : block.text)}}`;
}
