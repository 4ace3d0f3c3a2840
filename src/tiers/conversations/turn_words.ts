/** The words of turns in the text index, on the writing connection. */
import type { Db, Statement } from '../../store/db.js';
import { indexedWords } from '../../words/scoped.js';
import { countedText } from './turn.js';
import type { TurnContent, TurnRow } from './types.js';

type Values = [position: number, words: string, place: string, conversation: number, turn: number];
type Turn = Pick<TurnRow, 'position' | 'conversation' | 'turn'>;

/** The word that stands for a conversation in the text index. */
export function placeWord(conversation: number): string {
  return `c${conversation}`;
}

export class TurnWords {
  readonly #insert: Statement<Values>;
  readonly #remove: Statement<Values>;

  constructor(db: Db) {
    this.#insert = db.prepare(
      'INSERT INTO turn_words (rowid, words, place, conversation, turn) VALUES (?, ?, ?, ?, ?)',
    );
    // The table keeps no texts, so it must be told what to remove.
    this.#remove = db.prepare(
      `INSERT INTO turn_words (turn_words, rowid, words, place, conversation, turn)
       VALUES ('delete', ?, ?, ?, ?, ?)`,
    );
  }

  /** `agent`: see Conversations.agentNumber. */
  insert(turn: Turn, content: TurnContent, agent: number): void {
    this.#insert.run(...valuesOf(turn, content, agent));
  }

  /** The content must be the one that was inserted. */
  remove(turn: Turn, content: TurnContent, agent: number): void {
    this.#remove.run(...valuesOf(turn, content, agent));
  }
}

function valuesOf({ position, conversation, turn }: Turn, content: TurnContent, agent: number): Values {
  const words = indexedWords(countedText(content), agent);
  return [position, words, placeWord(conversation), conversation, turn];
}
