/**
 * What is left of deleted conversations. Deleting drops the conversation's row, and with it every way to its turns, at
 * once; the turns go a bounded number per sweep, because a million of them would hold up every other write for seconds.
 */
import type { Db } from '../../store/db.js';
import { unpackTurn } from './turn.js';
import { TurnWords } from './turn_words.js';
import type { TurnRow } from './types.js';

/**
 * Turns, calls or summaries removed in one sweep, and bytes of turns: some tens of milliseconds of the writer's time. Taking a
 * word out of the index costs about 25 us.
 */
const ROWS_PER_SWEEP = 500;
const BYTES_PER_SWEEP = 16_384;

export class Removals {
  readonly #begin;

  constructor(db: Db) {
    this.#begin = db.prepare<[number, number]>(
      'INSERT INTO conversation_removals (conversation, agent) VALUES (?, ?)',
    );
  }

  /** `agent`: see Conversations.agentNumber. */
  begin(conversation: number, agent: number): void {
    this.#begin.run(conversation, agent);
  }
}

/** Returns how many rows it removed. No journal entries: the deletion was one. */
export function conversationSweeper(db: Db): () => number {
  const next = db.prepare<[], { conversation: number; agent: number }>(
    'SELECT conversation, agent FROM conversation_removals LIMIT 1',
  );
  const done = db.prepare<[number]>('DELETE FROM conversation_removals WHERE conversation = ?');
  const turns = db.prepare<[number, number], TurnRow>(
    'SELECT * FROM conversation_turns WHERE conversation = ? ORDER BY turn LIMIT ?',
  );
  const drop_turn = db.prepare<[number, number]>(
    'DELETE FROM conversation_turns WHERE conversation = ? AND turn = ?',
  );
  const words = new TurnWords(db);
  const drops = [
    ['conversation_calls', 'call_id'],
    ['conversation_summaries', 'through_turn'],
  ].map(([table, key]) =>
    db.prepare<[Record<string, number>]>(
      `DELETE FROM ${table} WHERE conversation = :conversation AND ${key} IN
         (SELECT ${key} FROM ${table} WHERE conversation = :conversation ORDER BY ${key} LIMIT :limit)`,
    ),
  );
  const dropTurns = (conversation: number, agent: number): number => {
    let removed = 0;
    let size_bytes = 0;
    for (const row of turns.all(conversation, ROWS_PER_SWEEP)) {
      words.remove(row, unpackTurn(row.payload), agent);
      drop_turn.run(conversation, row.turn);
      removed += 1;
      size_bytes += row.payload.length;
      if (size_bytes >= BYTES_PER_SWEEP) break;
    }
    return removed;
  };
  return () => {
    const found = next.get();
    if (found === undefined) return 0;
    const { conversation, agent } = found;
    const removed = dropTurns(conversation, agent);
    if (removed > 0) return removed;
    for (const drop of drops) {
      const { changes } = drop.run({ conversation, limit: ROWS_PER_SWEEP });
      if (changes > 0) return changes;
    }
    done.run(conversation);
    return 0;
  };
}
