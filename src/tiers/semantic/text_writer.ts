/** What changes the text index; on the writer's connection, inside its transaction. */
import type { Db, Statement } from '../../store/db.js';
import { type TextEntry, tokenText } from './tokens.js';

export class TextWriter {
  readonly #insert: Statement<[number, string]>;
  readonly #remove: Statement<[number, string]>;
  readonly #insert_words: Statement<[number, number, Uint8Array]>;
  readonly #remove_words: Statement<[number]>;

  constructor(db: Db) {
    this.#insert = db.prepare('INSERT INTO memory_text (rowid, tokens) VALUES (?, ?)');
    // A table without content is told what to forget.
    this.#remove = db.prepare(`INSERT INTO memory_text (memory_text, rowid, tokens) VALUES ('delete', ?, ?)`);
    this.#insert_words = db.prepare(
      'INSERT INTO memory_words (position, occurred_at_us, words) VALUES (?, ?, ?)',
    );
    this.#remove_words = db.prepare('DELETE FROM memory_words WHERE position = ?');
  }

  insert(position: number, occurred_at_us: number, index_scope: number, entry: TextEntry): void {
    this.#insert.run(position, tokenText(index_scope, entry));
    this.#insert_words.run(position, occurred_at_us, entry.packed_words);
  }

  remove(position: number, index_scope: number, entry: TextEntry): void {
    this.#remove.run(position, tokenText(index_scope, entry));
    this.#remove_words.run(position);
  }

  /** Moves a memory from one part of its scope to the other. */
  move(position: number, from: number, to: number, entry: TextEntry): void {
    this.#remove.run(position, tokenText(from, entry));
    this.#insert.run(position, tokenText(to, entry));
  }
}
