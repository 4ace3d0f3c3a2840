/** What the commands about slots are given and answer: plain data, as it crosses to the writer and into receipts. */
import type { Command } from '../command.js';

export const MAX_SLOTS = 1000;
/** Content of all slots of an agent. */
export const MAX_CONTENT_BYTES = 16 * 1024 * 1024;

export interface LivePortfolio {
  readonly kind: 'portfolio';
  /** Sorted; empty = all. */
  readonly accounts: readonly string[];
}

export interface LiveTransactions {
  readonly kind: 'transactions';
  readonly limit: number;
  /** Empty = all. */
  readonly account: string;
}

export interface LiveEpisodes {
  readonly kind: 'episodes';
  /** Empty = all. */
  readonly type: string;
  readonly limit: number;
}

export interface LiveConversation {
  readonly kind: 'conversation';
  readonly conversation_id: string;
  /** 0 = the conversation's own. */
  readonly max_tokens: number;
}

export interface LiveRecall {
  readonly kind: 'recall';
  readonly query: string;
  readonly mode: 'HYBRID' | 'VECTOR' | 'KEYWORD';
  readonly limit: number;
  /** Sorted. */
  readonly tags: readonly string[];
  /** Sorted. */
  readonly namespaces: readonly string[];
}

export interface LiveTask {
  readonly kind: 'task';
  /** Empty = the newest that is not done. */
  readonly task_id: string;
}

/** What a slot shows of another tier. */
export type LiveSource =
  | LivePortfolio
  | LiveTransactions
  | LiveEpisodes
  | LiveConversation
  | LiveRecall
  | LiveTask;

export interface PutSlotArgs {
  readonly key: string;
  /** Null for a live slot. */
  readonly content: string | null;
  readonly live: LiveSource | null;
  readonly priority: number;
  readonly pinned: boolean;
  /** Null = never expires. */
  readonly ttl_ms: number | null;
  /** 0 = must not exist; null = whatever is there. */
  readonly expected_version: number | null;
}

export interface DeleteSlotArgs {
  readonly key: string;
  readonly expected_version: number | null;
}

export interface WorkingCommands {
  put_slot: Command<PutSlotArgs, { readonly version: number; readonly tokens: number }>;
  delete_slot: Command<DeleteSlotArgs, Record<string, never>>;
}
