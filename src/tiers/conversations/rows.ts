/** The rows of conversations on the writing connection. */
import type { Db } from '../../store/db.js';
import type { Tx } from '../command.js';
import { noConversation, tooMany } from './errors.js';
import { type ConversationRow, DEFAULT_MAX_TOKENS, MAX_CONVERSATIONS } from './types.js';

interface AgentRow {
  readonly agent: number;
  readonly conversations: number;
}

export class Conversations {
  readonly #find;
  readonly #store;
  readonly #drop;
  readonly #agent;
  readonly #put_agent;

  constructor(db: Db) {
    this.#find = db.prepare<[string, string], ConversationRow>(
      'SELECT * FROM conversations WHERE agent_id = ? AND conversation_id = ?',
    );
    this.#store = db.prepare<[ConversationRow]>(
      `INSERT INTO conversations VALUES (
         :conversation, :agent_id, :conversation_id, :title, :max_tokens, :summary_at, :model, :encoding, :estimate,
         :turns, :preamble, :open_calls, :total_tokens, :window_tokens, :summarized_through, :summary_tokens,
         :due_through, :last_error, :created_us, :updated_us, :updated_position)
       ON CONFLICT (conversation) DO UPDATE SET
         title = excluded.title, max_tokens = excluded.max_tokens, summary_at = excluded.summary_at,
         model = excluded.model, encoding = excluded.encoding, estimate = excluded.estimate, turns = excluded.turns,
         preamble = excluded.preamble, open_calls = excluded.open_calls, total_tokens = excluded.total_tokens,
         window_tokens = excluded.window_tokens, summarized_through = excluded.summarized_through,
         summary_tokens = excluded.summary_tokens, due_through = excluded.due_through,
         last_error = excluded.last_error, updated_us = excluded.updated_us,
         updated_position = excluded.updated_position`,
    );
    this.#drop = db.prepare<[number]>('DELETE FROM conversations WHERE conversation = ?');
    this.#agent = db.prepare<[string], AgentRow>(
      'SELECT agent, conversations FROM conversation_agents WHERE agent_id = ?',
    );
    this.#put_agent = db.prepare<[string, number]>(
      `INSERT INTO conversation_agents (agent_id, conversations) VALUES (?, ?)
       ON CONFLICT (agent_id) DO UPDATE SET conversations = conversations + excluded.conversations`,
    );
  }

  find(agent_id: string, conversation_id: string): ConversationRow | undefined {
    return this.#find.get(agent_id, conversation_id);
  }

  /** @throws HoldfastError NOT_FOUND. */
  get(agent_id: string, conversation_id: string): ConversationRow {
    const row = this.find(agent_id, conversation_id);
    if (row === undefined) throw noConversation(conversation_id);
    return row;
  }

  /** @throws HoldfastError TOO_MANY. */
  checkRoom(agent_id: string): void {
    if ((this.#agent.get(agent_id)?.conversations ?? 0) >= MAX_CONVERSATIONS)
      throw tooMany(`an agent may have ${MAX_CONVERSATIONS} conversations`, MAX_CONVERSATIONS);
  }

  /** A conversation with default settings, to be known by the entry that is emitted next. */
  fresh(tx: Tx, conversation_id: string): ConversationRow {
    const { agent_id, now_us } = tx;
    return {
      conversation: tx.next_position,
      agent_id,
      conversation_id,
      title: '',
      max_tokens: DEFAULT_MAX_TOKENS,
      summary_at: threeQuarters(DEFAULT_MAX_TOKENS),
      model: 'o200k_base',
      encoding: 'o200k_base',
      estimate: 0,
      turns: 0,
      preamble: 0,
      open_calls: 0,
      total_tokens: 0,
      window_tokens: 0,
      summarized_through: 0,
      summary_tokens: 0,
      due_through: 0,
      last_error: '',
      created_us: now_us,
      updated_us: now_us,
      updated_position: 0,
    };
  }

  /** Counts a conversation that is new. */
  add(agent_id: string): void {
    this.#put_agent.run(agent_id, 1);
  }

  /** Stores what an entry at `position` changed. */
  store(tx: Tx, row: ConversationRow, position: number): void {
    this.#store.run({ ...row, updated_us: tx.now_us, updated_position: position });
  }

  drop(row: ConversationRow): void {
    this.#drop.run(row.conversation);
    this.#put_agent.run(row.agent_id, -1);
  }

  /** The number of an agent that has made a conversation: its scope in the text index. */
  agentNumber(agent_id: string): number {
    const row = this.#agent.get(agent_id);
    if (row === undefined) throw new Error(`agent ${agent_id} has no conversations`);
    return row.agent;
  }
}

export function threeQuarters(tokens: number): number {
  return Math.floor((tokens * 3) / 4);
}
