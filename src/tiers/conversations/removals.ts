/**
 * What is left of deleted conversations. Deleting drops the conversation's row, and with it every way to its turns, at
 * once; the turns go a bounded number per sweep, because a million of them would hold up every other write for seconds.
 */
import type { Db } from '../../store/db.js';

/** Turns removed in one sweep; some tens of milliseconds of the writer's time. */
const TURNS_PER_SWEEP = 500;

export class Removals {
  readonly #begin;

  constructor(db: Db) {
    this.#begin = db.prepare<[number]>('INSERT INTO conversation_removals (conversation) VALUES (?)');
  }

  begin(conversation: number): void {
    this.#begin.run(conversation);
  }
}

/** Returns how many turns it removed. No journal entries: the deletion was one. */
export function conversationSweeper(db: Db): () => number {
  const next = db.prepare<[], number>('SELECT conversation FROM conversation_removals LIMIT 1').pluck();
  const oldest = db.prepare<[number, number], { turn: number; position: number }>(
    'SELECT turn, position FROM conversation_turns WHERE conversation = ? ORDER BY turn LIMIT ?',
  );
  const drop_words = db.prepare<[number]>('DELETE FROM conversation_words WHERE rowid = ?');
  const drop_turns = db.prepare<[number, number]>(
    'DELETE FROM conversation_turns WHERE conversation = ? AND turn <= ?',
  );
  const drop_rest = ['conversation_calls', 'conversation_summaries', 'conversation_removals'].map((table) =>
    db.prepare<[number]>(`DELETE FROM ${table} WHERE conversation = ?`),
  );
  return () => {
    const conversation = next.get();
    if (conversation === undefined) return 0;
    const rows = oldest.all(conversation, TURNS_PER_SWEEP);
    for (const { position } of rows) drop_words.run(position);
    const last = rows.at(-1);
    if (last !== undefined) drop_turns.run(conversation, last.turn);
    if (rows.length < TURNS_PER_SWEEP) for (const drop of drop_rest) drop.run(conversation);
    return rows.length;
  };
}
