/** The rows of turns, their tool calls and their words, on the writing connection. */
import { invalidField } from '../../errors.js';
import type { Db } from '../../store/db.js';
import { wrongState } from './errors.js';
import { TurnWords } from './turn_words.js';
import type { ConversationRow, TurnContent, TurnRow } from './types.js';

interface CallRow {
  readonly turn: number;
  readonly result_turn: number | null;
}

export class Turns {
  readonly #insert;
  readonly #call;
  readonly #open_call;
  readonly #insert_call;
  readonly #answer_call;
  readonly #words;

  constructor(db: Db) {
    this.#insert = db.prepare<[TurnRow]>(
      `INSERT INTO conversation_turns (conversation, turn, position, role, tokens, total_tokens, created_us, payload)
       VALUES (:conversation, :turn, :position, :role, :tokens, :total_tokens, :created_us, :payload)`,
    );
    this.#call = db.prepare<[number, string], CallRow>(
      'SELECT turn, result_turn FROM conversation_calls WHERE conversation = ? AND call_id = ?',
    );
    this.#open_call = db
      .prepare<[number], string>(
        `SELECT call_id FROM conversation_calls WHERE conversation = ? AND result_turn IS NULL LIMIT 1`,
      )
      .pluck();
    this.#insert_call = db.prepare<[number, string, number]>(
      'INSERT INTO conversation_calls (conversation, call_id, turn, result_turn) VALUES (?, ?, ?, NULL)',
    );
    this.#answer_call = db.prepare<[number, number, string]>(
      'UPDATE conversation_calls SET result_turn = ? WHERE conversation = ? AND call_id = ?',
    );
    this.#words = new TurnWords(db);
  }

  /**
   * Whether the turn may come next.
   * @throws HoldfastError WRONG_STATE, or INVALID_FIELD for a call id that the conversation has already.
   */
  check(
    { conversation, open_calls }: ConversationRow,
    { role, tool_calls, tool_call_id }: TurnContent,
  ): void {
    if (role === 'tool') {
      const call = this.#call.get(conversation, tool_call_id);
      if (call === undefined || call.result_turn !== null) {
        const problem =
          call === undefined ? 'there is no such tool call' : `turn ${call.result_turn} answered it`;
        throw wrongState('tool_call_id', `${problem} (${tool_call_id})`);
      }
    } else if (open_calls > 0) {
      const waiting = this.#open_call.get(conversation) ?? '';
      throw wrongState('role', `${open_calls} tool calls wait for their results first (${waiting})`, {
        open_calls: String(open_calls),
        tool_call_id: waiting,
      });
    }
    for (const [index, [call_id]] of tool_calls.entries()) {
      const call = this.#call.get(conversation, call_id);
      if (call !== undefined)
        throw invalidField(`tool_calls[${index}].id`, `turn ${call.turn} has a tool call ${call_id} already`);
    }
  }

  insert(row: TurnRow, { role, tool_calls, tool_call_id }: TurnContent): void {
    this.#insert.run(row);
    const { conversation, turn } = row;
    for (const [call_id] of tool_calls) this.#insert_call.run(conversation, call_id, turn);
    if (role === 'tool') this.#answer_call.run(turn, conversation, tool_call_id);
  }

  index(row: TurnRow, content: TurnContent, agent: number): void {
    this.#words.insert(row, content, agent);
  }
}
