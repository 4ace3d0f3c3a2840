/** Reads of conversations. */

import { unpackDocument } from '../../codec/msgpack.js';
import type { EntryHeader } from '../../journal/entry.js';
import type { Db } from '../../store/db.js';
import { ENCODINGS, type Encoding } from '../../tokens/models.js';
import { noConversation } from './errors.js';
import { Groups } from './groups.js';
import type { ConversationRow, TurnRow } from './types.js';

/** A conversation with its running summary; '' = none. */
export interface ConversationView extends ConversationRow {
  readonly summary: string;
}

export interface ConversationQueries {
  find(agent_id: string, conversation_id: string): ConversationView | undefined;
  /** @throws HoldfastError NOT_FOUND. */
  get(agent_id: string, conversation_id: string): ConversationView;
  /** The encodings that a turn or a summary of it may be counted in: it may be made anew with the default one. */
  encodings(agent_id: string, conversation_id: string): readonly Encoding[];
  /** Newest activity first, below a position; lazily. */
  newestFirst(agent_id: string, before_position: number): Generator<ConversationView, void>;
  /** Newest first, below a turn; lazily. */
  turnsBefore(conversation: number, before_turn: number): IterableIterator<TurnRow>;
  /** Oldest first, a span; lazily. */
  turnsBetween(conversation: number, first: number, last: number): IterableIterator<TurnRow>;
  /** The most tokens that its next summary may have. */
  mostSummaryTokens(row: ConversationRow): number;
  /** Conversations with turns that are due for summary, after one. */
  due(after: number, limit: number): ConversationRow[];
}

export function conversationQueries(db: Db): ConversationQueries {
  const row_of = db.prepare<[string, string], ConversationRow>(
    'SELECT * FROM conversations WHERE agent_id = ? AND conversation_id = ?',
  );
  const newest = db.prepare<[string, number], ConversationRow>(
    `SELECT * FROM conversations WHERE agent_id = ? AND updated_position < ? ORDER BY updated_position DESC`,
  );
  const before = db.prepare<[number, number], TurnRow>(
    'SELECT * FROM conversation_turns WHERE conversation = ? AND turn < ? ORDER BY turn DESC',
  );
  const between = db.prepare<[number, number, number], TurnRow>(
    'SELECT * FROM conversation_turns WHERE conversation = ? AND turn BETWEEN ? AND ? ORDER BY turn',
  );
  const due = db.prepare<[number, number], ConversationRow>(
    `SELECT * FROM conversations INDEXED BY conversations_due
     WHERE due_through > 0 AND conversation > ? ORDER BY conversation LIMIT ?`,
  );
  const summary_of = db
    .prepare<[number, number], Uint8Array>(
      'SELECT payload FROM conversation_summaries WHERE conversation = ? AND through_turn = ?',
    )
    .pluck();

  const withSummary = (row: ConversationRow): ConversationView => {
    const payload =
      row.summarized_through === 0 ? undefined : summary_of.get(row.conversation, row.summarized_through);
    const { summary } =
      payload === undefined ? { summary: '' } : (unpackDocument(payload) as { summary: string });
    return { ...row, summary };
  };
  const find = (agent_id: string, conversation_id: string): ConversationView | undefined => {
    const row = row_of.get(agent_id, conversation_id);
    return row === undefined ? undefined : withSummary(row);
  };
  return {
    find,
    get: (agent_id, conversation_id) => {
      const found = find(agent_id, conversation_id);
      if (found === undefined) throw noConversation(conversation_id);
      return found;
    },
    encodings: (agent_id, conversation_id) => {
      const row = row_of.get(agent_id, conversation_id);
      if (row === undefined || row.turns === 0) return ENCODINGS;
      return [...new Set([ENCODINGS[0], row.encoding])];
    },
    *newestFirst(agent_id, before_position) {
      for (const row of newest.iterate(agent_id, before_position)) yield withSummary(row);
    },
    turnsBefore: (conversation, before_turn) => before.iterate(conversation, before_turn),
    turnsBetween: (conversation, first, last) => between.iterate(conversation, first, last),
    mostSummaryTokens: (row) => new Groups(db).mostSummaryTokens(row),
    due: (after, limit) => due.all(after, limit),
  };
}

/** Payloads of 'conversation.turn' and 'conversation.summarized' entries; null once the conversation was deleted. */
export function conversationPayloads(db: Db): (entry: EntryHeader) => Uint8Array | null {
  const find = (table: string, key: string) =>
    db
      .prepare<[string, string, number, number], Uint8Array>(
        `SELECT t.payload FROM conversations c JOIN ${table} t ON t.conversation = c.conversation
         WHERE c.agent_id = ? AND c.conversation_id = ? AND t.${key} = ? AND t.position = ?`,
      )
      .pluck();
  const turn = find('conversation_turns', 'turn');
  const summary = find('conversation_summaries', 'through_turn');
  return ({ agent_id, kind, key, position }) => {
    const [conversation_id = '', number = ''] = key.split('/');
    const found = kind === 'conversation.turn' ? turn : summary;
    return found.get(agent_id, conversation_id, Number(number), position) ?? null;
  };
}
