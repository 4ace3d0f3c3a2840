/** Finds turns by their words, on one snapshot of a reader thread's connection. */
import { readHead } from '../../journal/append.js';
import type { Db } from '../../store/db.js';
import { anyWordOf } from '../../words/scoped.js';
import { takePage } from '../page.js';
import { conversationQueries } from './queries.js';
import { placeWord } from './turn_words.js';
import type { TurnRow } from './types.js';

export interface SearchTurnsArgs {
  readonly agent_id: string;
  /** '' = all of the agent's. */
  readonly conversation_id: string;
  readonly query: string;
  readonly limit: number;
}

export interface FoundTurn {
  readonly conversation_id: string;
  readonly summarized: boolean;
  readonly row: TurnRow;
  /** Higher is better. */
  readonly score: number;
}

export interface SearchTurnsResult {
  readonly revision: number;
  /** Best first, the newer of equals first; cut by size as well. */
  readonly hits: readonly FoundTurn[];
}

interface HitRow extends TurnRow {
  readonly conversation_id: string;
  readonly preamble: number;
  readonly summarized_through: number;
  readonly score: number;
}

/** @throws HoldfastError NOT_FOUND for a conversation that is named and does not exist. */
export function searchTurns(db: Db, args: SearchTurnsArgs): SearchTurnsResult {
  return db.transaction((): SearchTurnsResult => {
    const { revision } = readHead(db);
    const rows = [...takePage(hits(db, args), args.limit, ({ payload }) => payload.length).rows];
    return {
      revision,
      hits: rows.map(({ conversation_id, preamble, summarized_through, score, ...row }) => ({
        conversation_id,
        summarized: row.turn > preamble && row.turn <= summarized_through,
        row,
        score,
      })),
    };
  })();
}

function hits(db: Db, { agent_id, conversation_id, query, limit }: SearchTurnsArgs): Iterable<HitRow> {
  const place =
    conversation_id === ''
      ? ''
      : placeWord(conversationQueries(db).get(agent_id, conversation_id).conversation);
  const agent = db
    .prepare<[string], number>('SELECT agent FROM conversation_agents WHERE agent_id = ?')
    .pluck()
    .get(agent_id);
  const words = agent === undefined ? undefined : anyWordOf(query, agent);
  if (words === undefined) return [];
  const match = place === '' ? `words : (${words})` : `words : (${words}) AND place : "${place}"`;
  // Turns of deleted conversations stay in the index for a while (removals.ts).
  return db
    .prepare<[string, number], HitRow>(
      `SELECT t.*, c.conversation_id, c.preamble, c.summarized_through, -found.score AS score FROM (
         SELECT rowid AS position, conversation, turn, bm25(turn_words, 1.0, 0.0) AS score
         FROM turn_words
         WHERE turn_words MATCH ? AND conversation NOT IN (SELECT conversation FROM conversation_removals)
         ORDER BY score, position DESC LIMIT ?) found
       JOIN conversations c ON c.conversation = found.conversation
       JOIN conversation_turns t ON t.conversation = found.conversation AND t.turn = found.turn
       ORDER BY found.score, found.position DESC`,
    )
    .iterate(match, limit);
}
