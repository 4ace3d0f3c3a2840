/**
 * What is left of deleted conversations. Deleting drops the conversation's row, and with it every way to its turns, at
 * once; the turns go a bounded number per sweep, because a million of them would hold up every other write for seconds.
 */
import type { Db } from '../../store/db.js';

/** Turns, calls or summaries removed in one sweep: some tens of milliseconds of the writer's time. */
const ROWS_PER_SWEEP = 500;

export class Removals {
  readonly #begin;

  constructor(db: Db) {
    this.#begin = db.prepare<[number]>('INSERT INTO conversation_removals (conversation) VALUES (?)');
  }

  begin(conversation: number): void {
    this.#begin.run(conversation);
  }
}

/** Returns how many rows it removed. No journal entries: the deletion was one. */
export function conversationSweeper(db: Db): () => number {
  const next = db.prepare<[], number>('SELECT conversation FROM conversation_removals LIMIT 1').pluck();
  const done = db.prepare<[number]>('DELETE FROM conversation_removals WHERE conversation = ?');
  const positions = db
    .prepare<[number, number], number>(
      'SELECT position FROM conversation_turns WHERE conversation = ? ORDER BY turn LIMIT ?',
    )
    .pluck();
  const drop_words = db.prepare<[number]>('DELETE FROM conversation_words WHERE rowid = ?');
  const drops = [
    ['conversation_turns', 'turn'],
    ['conversation_calls', 'call_id'],
    ['conversation_summaries', 'through_turn'],
  ].map(([table, key]) =>
    db.prepare<[Record<string, number>]>(
      `DELETE FROM ${table} WHERE conversation = :conversation AND ${key} IN
         (SELECT ${key} FROM ${table} WHERE conversation = :conversation ORDER BY ${key} LIMIT :limit)`,
    ),
  );
  return () => {
    const conversation = next.get();
    if (conversation === undefined) return 0;
    for (const position of positions.all(conversation, ROWS_PER_SWEEP)) drop_words.run(position);
    for (const drop of drops) {
      const { changes } = drop.run({ conversation, limit: ROWS_PER_SWEEP });
      if (changes > 0) return changes;
    }
    done.run(conversation);
    return 0;
  };
}
