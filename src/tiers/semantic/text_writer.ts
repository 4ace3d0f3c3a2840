/** What changes the text index; on the writer's connection, inside its transaction. */
import type { Db, Statement } from '../../store/db.js';
import { type TextEntry, tokenText } from './tokens.js';

interface Rebuild {
  readonly next_position: number;
  readonly last_position: number;
}

export class TextWriter {
  readonly #db: Db;
  readonly #insert: Statement<[number, string]>;
  readonly #remove: Statement<[number, string]>;
  readonly #insert_words: Statement<[number, number, Uint8Array]>;
  readonly #remove_words: Statement<[number]>;
  readonly #rebuild: Statement<[], Rebuild>;

  constructor(db: Db) {
    this.#db = db;
    this.#insert = db.prepare(insertInto('memory_text'));
    this.#remove = db.prepare(removeFrom('memory_text'));
    this.#insert_words = db.prepare(
      'INSERT OR REPLACE INTO memory_words (position, occurred_at_us, words) VALUES (?, ?, ?)',
    );
    this.#remove_words = db.prepare('DELETE FROM memory_words WHERE position = ?');
    this.#rebuild = db.prepare('SELECT next_position, last_position FROM memory_text_rebuild');
  }

  insert(position: number, occurred_at_us: number, index_scope: number, entry: TextEntry): void {
    const tokens = tokenText(index_scope, entry);
    this.#insert.run(position, tokens);
    if (this.#isInNew(position)) this.#db.prepare(insertInto(NEW_TEXT)).run(position, tokens);
    this.#insert_words.run(position, occurred_at_us, entry.packed_words);
  }

  remove(position: number, index_scope: number, entry: TextEntry): void {
    this.#removeTokens(position, tokenText(index_scope, entry));
    this.#remove_words.run(position);
  }

  /** Moves a memory from one part of its scope to the other. */
  move(position: number, from: number, to: number, entry: TextEntry): void {
    this.#removeTokens(position, tokenText(from, entry));
    const tokens = tokenText(to, entry);
    this.#insert.run(position, tokens);
    if (this.#isInNew(position)) this.#db.prepare(insertInto(NEW_TEXT)).run(position, tokens);
  }

  #removeTokens(position: number, tokens: string): void {
    this.#remove.run(position, tokens);
    if (this.#isInNew(position)) this.#db.prepare(removeFrom(NEW_TEXT)).run(position, tokens);
  }

  /** A rebuild has come to it already, or it was stored after the rebuild began. */
  #isInNew(position: number): boolean {
    const rebuild = this.#rebuild.get();
    return rebuild !== undefined && (position < rebuild.next_position || position > rebuild.last_position);
  }
}

/** Takes the place of memory_text when a rebuild is complete. */
export const NEW_TEXT = 'memory_text_new';

export function insertInto(table: string): string {
  return `INSERT INTO ${table} (rowid, tokens) VALUES (?, ?)`;
}

/** A table without content has to be told what it forgets. */
function removeFrom(table: string): string {
  return `INSERT INTO ${table} (${table}, rowid, tokens) VALUES ('delete', ?, ?)`;
}
