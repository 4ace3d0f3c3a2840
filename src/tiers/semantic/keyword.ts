/**
 * Keyword search: BM25 over the searched scopes, with the work of a query bounded.
 *
 * FTS5's own bm25() would visit every memory that holds any of the words, and count words over all agents. Here candidates.ts
 * finds the memories that hold the most telling words, and the best of them are scored exactly. The result is BM25's unless
 * more than 6,000 memories hold even the rarest word, or more than 1,500 hold equally telling words; then the newest compete.
 */
import type { Db, Statement } from '../../store/db.js';
import { queryWords } from '../../words/words.js';
import { anyOf, type Candidates, collect, mostTelling, ROWS_READ, type Word } from './candidates.js';
import { type FilterKey, indexScopes, keyToken, quoted, wordToken } from './tokens.js';
import { countIn, lengthIn, wordHash } from './word_counts.js';

/** As is usual (Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009). */
const K1 = 1.2;
const B = 0.75;

/** Memories scored exactly, at most and in one go: about 1.5 us each. */
const MOST_SCORED = 1500;
const SCORED_AT_ONCE = 250;
/** A text's score is rarely more than so many times the sum of the idf of its words: it takes a short text with repetitions. */
const OUTLIER = 1.3;
/** More words than this are no question: the rarest stand for the rest. */
const MAX_WORDS = 48;
/** No instant that a Timestamp holds in microseconds lies outside. */
const FIRST_US = Number.MIN_SAFE_INTEGER;
const LAST_US = Number.MAX_SAFE_INTEGER + 1;
/**
 * How many words' frequencies are remembered, and from which on: below, counting (15 ns a memory) costs no more than a
 * lookup.
 */
const REMEMBERED_COUNTS = 50_000;
const WORTH_REMEMBERING = 1000;

export interface TextFilter {
  /** All of these. */
  readonly keys: readonly FilterKey[];
  /** One of these; empty = no matter. */
  readonly any_keys: readonly FilterKey[];
  /** Null = open. */
  readonly since_us: number | null;
  readonly until_us: number | null;
}

export interface TextSearch extends TextFilter {
  readonly query: string;
  readonly scope_ids: readonly number[];
  readonly include_superseded: boolean;
  /** Most hits. */
  readonly k: number;
}

export interface TextHit {
  readonly position: number;
  readonly bm25: number;
}

interface Collection {
  readonly memories: number;
  /** Of the searched scopes, superseded ones too: changes with every memory that is stored. */
  readonly stored: number;
  readonly mean_length: number;
}

interface ScopeCounts {
  readonly memories: number;
  readonly superseded: number;
  readonly words: number;
  readonly superseded_words: number;
}

/** The constraint that filters put on every memory, as FTS5 expression and as SQL. */
export function filterExpression(filter: TextFilter, index_scopes: readonly number[]): string[] {
  const holds = (key: FilterKey): string => anyOf(index_scopes.map((scope) => quoted(keyToken(scope, key))));
  const all = filter.keys.map(holds);
  return filter.any_keys.length > 0 ? [...all, anyOf(filter.any_keys.map(holds))] : all;
}

export class KeywordSearch {
  readonly #counts: Statement<[string], ScopeCounts>;
  readonly #frequency: Statement<[string], number>;
  readonly #rows: Statement<[string, number], number>;
  readonly #rows_in_time: Statement<[string, number, number, number], number>;
  readonly #in_time: Statement<[string, number, number, number], number>;
  readonly #words: Statement<[string], [number, Buffer]>;
  /** By token: how many memories held it when so many were stored. */
  readonly #remembered = new Map<string, { readonly frequency: number; readonly stored: number }>();

  constructor(db: Db) {
    this.#counts = db.prepare(
      `SELECT sum(memories) AS memories, sum(superseded) AS superseded, sum(words) AS words,
         sum(superseded_words) AS superseded_words
       FROM memory_scopes WHERE scope_id IN (SELECT value FROM json_each(?))`,
    );
    this.#frequency = db
      .prepare<[string], number>('SELECT doc FROM memory_token_counts WHERE term = ?')
      .pluck();
    this.#rows = db
      .prepare<[string, number], number>(
        'SELECT rowid FROM memory_text WHERE memory_text MATCH ? ORDER BY rowid DESC LIMIT ?',
      )
      .pluck();
    this.#rows_in_time = db
      .prepare<[string, number, number, number], number>(
        `SELECT t.rowid FROM memory_text t CROSS JOIN memory_words w ON w.position = t.rowid
         WHERE t.memory_text MATCH ? AND w.occurred_at_us >= ? AND w.occurred_at_us < ?
         ORDER BY t.rowid DESC LIMIT ?`,
      )
      .pluck();
    this.#in_time = db
      .prepare<[string, number, number, number], number>(
        `SELECT count(*) FROM (SELECT 1 FROM memories
           WHERE scope_id IN (SELECT value FROM json_each(?)) AND occurred_at_us >= ? AND occurred_at_us < ? LIMIT ?)`,
      )
      .pluck();
    this.#words = db
      .prepare<[string], [number, Buffer]>(
        `SELECT w.position, w.words FROM json_each(?) AS wanted
         CROSS JOIN memory_words w ON w.position = wanted.value`,
      )
      .raw();
  }

  /** The best hits, best first, equals newest first. */
  search(search: TextSearch): TextHit[] {
    const index_scopes = indexScopes(search.scope_ids, search.include_superseded);
    const collection = this.#collection(search);
    const words = this.#wordsOf(search.query, index_scopes, collection);
    if (words.length === 0) return [];
    const filters = filterExpression(search, index_scopes);
    const rows = (expressions: readonly string[], limit: number): number[] =>
      this.#find([...expressions, ...filters].join(' AND '), search, limit);
    const candidates = collect(words, search.k, this.#passing(search, filters), rows);
    return this.#score(candidates, words, collection, search.k);
  }

  #collection({ scope_ids, include_superseded }: TextSearch): Collection {
    const counts = this.#counts.get(JSON.stringify(scope_ids));
    if (counts === undefined) return { memories: 0, stored: 0, mean_length: 0 };
    const memories = counts.memories - (include_superseded ? 0 : counts.superseded);
    const words = counts.words + (include_superseded ? counts.superseded_words : 0);
    return { memories, stored: counts.memories, mean_length: memories === 0 ? 0 : words / memories };
  }

  /** The words of a query that any memory holds, rarest first. */
  #wordsOf(query: string, index_scopes: readonly number[], { memories, stored }: Collection): Word[] {
    return queryWords(query)
      .map((word): Word => {
        const tokens = index_scopes.map((scope) => wordToken(scope, word));
        const frequency = tokens.reduce((sum, token) => sum + this.#frequencyOf(token, stored), 0);
        // Lucene's form: never negative, so that a word in most of a small scope's memories still counts for something.
        const idf = Math.log(1 + Math.max(0, memories - frequency + 0.5) / (frequency + 0.5));
        return { word, hash: wordHash(word), frequency, idf, expression: anyOf(tokens.map(quoted)) };
      })
      .filter(({ frequency }) => frequency > 0)
      .sort((a, b) => a.frequency - b.frequency || (a.word < b.word ? -1 : 1))
      .slice(0, MAX_WORDS);
  }

  /**
   * Counting walks the word's list, so the count of a common word is used until 1 % more or fewer memories are stored: its
   * idf hardly changes. A rare word is counted anew, for the next memory that holds it may be the first.
   */
  #frequencyOf(token: string, stored: number): number {
    const known = this.#remembered.get(token);
    if (known !== undefined && Math.abs(known.stored - stored) * 100 < stored) return known.frequency;
    const frequency = this.#frequency.get(token) ?? 0;
    if (frequency < WORTH_REMEMBERING) {
      this.#remembered.delete(token);
      return frequency;
    }
    if (this.#remembered.size >= REMEMBERED_COUNTS) this.#remembered.clear();
    this.#remembered.set(token, { frequency, stored });
    return frequency;
  }

  #find(expression: string, { since_us, until_us }: TextFilter, limit: number): number[] {
    if (since_us === null && until_us === null) return this.#rows.all(expression, limit);
    return this.#rows_in_time.all(expression, since_us ?? FIRST_US, until_us ?? LAST_US, limit);
  }

  /** How many memories the filters let through, at most ROWS_READ. */
  #passing(search: TextSearch, filters: readonly string[]): number {
    if (filters.length > 0) return this.#find(filters.join(' AND '), search, ROWS_READ).length;
    const { since_us, until_us } = search;
    if (since_us === null && until_us === null) return Number.POSITIVE_INFINITY;
    const scopes = JSON.stringify(search.scope_ids);
    return this.#in_time.get(scopes, since_us ?? FIRST_US, until_us ?? LAST_US, ROWS_READ) ?? 0;
  }

  /** Scores candidates, those with the most telling words first, until the rest cannot be expected to matter. */
  #score(candidates: Candidates, words: readonly Word[], collection: Collection, k: number): TextHit[] {
    const ordered = mostTelling(candidates, MOST_SCORED);
    let hits: TextHit[] = [];
    for (let from = 0; from < ordered.length; from += SCORED_AT_ONCE) {
      const worst = hits.length < k ? 0 : (hits.at(-1)?.bm25 ?? 0);
      if ((candidates.get(ordered[from] ?? 0) ?? 0) * OUTLIER < worst) break;
      const chunk = ordered.slice(from, from + SCORED_AT_ONCE);
      for (const [position, bytes] of this.#words.all(JSON.stringify(chunk))) {
        hits.push({ position, bm25: bm25Of(bytes, words, collection) });
      }
      hits = hits.sort((a, b) => b.bm25 - a.bm25 || b.position - a.position).slice(0, k);
    }
    return hits;
  }
}

function bm25Of(bytes: Buffer, words: readonly Word[], { mean_length }: Collection): number {
  const norm = K1 * (1 - B + (B * lengthIn(bytes)) / mean_length);
  let bm25 = 0;
  for (const { hash, idf } of words) {
    const count = countIn(bytes, hash);
    if (count > 0) bm25 += (idf * count * (K1 + 1)) / (count + norm);
  }
  return bm25;
}
