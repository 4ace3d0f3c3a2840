/** Commands of conversations: what crosses to the writer and back. */
import type { Encoding } from '../../tokens/models.js';
import type { Command } from '../command.js';

export const ROLES = ['system', 'user', 'assistant', 'tool'] as const;
export type Role = (typeof ROLES)[number];

/** A tool call: a tuple of its id, the tool's name, and the arguments as the JSON text that they came as. */
export type ToolCall = readonly [id: string, name: string, arguments_json: string];

/** What a turn says; a canonical form, so that two requests that mean the same are the same. */
export interface TurnContent {
  readonly role: Role;
  readonly content: string;
  /** '' = none. */
  readonly name: string;
  readonly tool_calls: readonly ToolCall[];
  /** '' = none. */
  readonly tool_call_id: string;
  /** Packed document; null = none. */
  readonly metadata: Uint8Array | null;
}

export interface PutConversationArgs {
  readonly conversation_id: string;
  /** Null = as it is, here and below. */
  readonly title: string | null;
  readonly max_tokens: number | null;
  readonly summary_at: number | null;
  readonly model: {
    readonly name: string;
    readonly encoding: Encoding;
    readonly estimate: boolean;
  } | null;
}

export interface AppendTurnArgs {
  readonly conversation_id: string;
  readonly turn: TurnContent;
  readonly expected_turn: number | null;
}

export interface AppendTurnResult {
  readonly turn: number;
  readonly tokens: number;
  readonly window_tokens: number;
  readonly due_through: number;
}

export interface CompactConversationArgs {
  readonly conversation_id: string;
  /** Null = half of the window's turns. */
  readonly keep_turns: number | null;
}

export interface SubmitSummaryArgs {
  readonly conversation_id: string;
  readonly through_turn: number;
  readonly summary: string;
  /** summarized_through that it was made from; null = not checked. */
  readonly from_turn: number | null;
  /** The very conversation, when another may have taken its id meanwhile; null = not checked. */
  readonly conversation: number | null;
  /** Who wrote it: a kind of summarizer. */
  readonly summarizer: string;
}

export interface ConversationCommands {
  put_conversation: Command<PutConversationArgs, Record<string, never>>;
  append_turn: Command<AppendTurnArgs, AppendTurnResult>;
  compact_conversation: Command<CompactConversationArgs, { readonly due_through: number }>;
  submit_summary: Command<SubmitSummaryArgs, { readonly window_tokens: number }>;
  delete_conversation: Command<{ readonly conversation_id: string }, { readonly deleted_turns: number }>;
  /** Of the daemon itself: remembers why a summary failed. No journal entry: nothing that anyone decided changed. */
  note_summary_error: Command<
    { readonly conversation: number; readonly error: string },
    Record<string, never>
  >;
}

/** A row of conversations. */
export interface ConversationRow {
  readonly conversation: number;
  readonly agent_id: string;
  readonly conversation_id: string;
  readonly title: string;
  readonly max_tokens: number;
  readonly summary_at: number;
  readonly model: string;
  readonly encoding: Encoding;
  readonly estimate: number;
  readonly turns: number;
  readonly preamble: number;
  readonly open_calls: number;
  readonly total_tokens: number;
  readonly window_tokens: number;
  readonly summarized_through: number;
  readonly summary_tokens: number;
  readonly due_through: number;
  readonly last_error: string;
  readonly created_us: number;
  readonly updated_us: number;
  readonly updated_position: number;
}

/** A row of conversation_turns. */
export interface TurnRow {
  readonly conversation: number;
  readonly turn: number;
  readonly position: number;
  /** 1-4: its place in ROLES plus one. */
  readonly role: number;
  readonly tokens: number;
  readonly total_tokens: number;
  readonly created_us: number;
  readonly payload: Uint8Array;
}

export const MAX_CONVERSATIONS = 100_000;
export const MAX_TURNS = 1_000_000;
export const DEFAULT_MAX_TOKENS = 8_000;
/** What a chat API adds to every message (OpenAI's cookbook: 3 or 4, by model). */
export const MESSAGE_TOKENS = 4;
