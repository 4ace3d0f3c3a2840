/**
 * Keyword search: BM25 over the searched scopes, with the work of a query bounded.
 *
 * FTS5's own bm25() would visit every memory that holds any of the words and count the words over all agents. Here the words
 * come in order of rarity. Memories that hold one of the rare words (up to ROWS_READ of them) are the candidates; for the
 * common words it is only asked which of the candidates hold them, which FTS5 answers by walking its lists without handing
 * rows out. Memories with common words alone are added when enough of those together could outweigh the worst candidate that
 * counts. The candidates that hold the most telling words (at least SCORED) are then scored exactly.
 *
 * The bound: the result is BM25's unless more than ROWS_READ memories hold a query's rarest word, or more than SCORED hold
 * equally telling words; then the newest of them compete.
 */
import type { Db, Statement } from '../../store/db.js';
import { type FilterKey, indexScopes, keyToken, quoted, wordToken } from './tokens.js';
import { countIn, lengthIn, wordHash } from './word_counts.js';
import { queryWords } from './words.js';

/** As is usual (Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009). */
const K1 = 1.2;
const B = 0.75;

/** Rows of posting lists that one query reads: about 0.15 us each. */
const ROWS_READ = 6000;
/** Memories scored exactly, at most and in one go: about 1.5 us each. */
const MOST_SCORED = 1500;
const SCORED_AT_ONCE = 250;
/** A text's score is rarely more than so many times the sum of the idf of its words: it takes a short text with repetitions. */
const OUTLIER = 1.3;
/** More words than this are no question: the rarest stand for the rest. */
const MAX_WORDS = 48;
/** Memories without a rare word that are added. */
const COMMON_ROWS = 1000;
/** Common words that are looked at: each is a walk over its list. */
const MAX_COMMON = 4;
/** How many words' frequencies are remembered. */
const REMEMBERED_COUNTS = 50_000;

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

interface Word {
  readonly word: string;
  readonly hash: number;
  /** Memories that hold it. */
  readonly frequency: number;
  readonly idf: number;
  /** FTS5 expression over the searched scopes. */
  readonly expression: string;
}

interface Collection {
  readonly memories: number;
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
  readonly #words: Statement<[string], [number, Buffer]>;
  /** By token: how many memories held it when its scope had so many. */
  readonly #remembered = new Map<string, { readonly frequency: number; readonly memories: number }>();

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
    const candidates = collect(words, Math.max(search.k, 1), rows);
    return this.#score(candidates, words, collection, search.k);
  }

  #collection({ scope_ids, include_superseded }: TextSearch): Collection {
    const counts = this.#counts.get(JSON.stringify(scope_ids));
    if (counts === undefined) return { memories: 0, mean_length: 0 };
    const memories = counts.memories - (include_superseded ? 0 : counts.superseded);
    const words = counts.words + (include_superseded ? counts.superseded_words : 0);
    return { memories, mean_length: memories === 0 ? 0 : words / memories };
  }

  /** The words of a query that any memory holds, rarest first. */
  #wordsOf(query: string, index_scopes: readonly number[], { memories }: Collection): Word[] {
    return queryWords(query)
      .map((word): Word => {
        const tokens = index_scopes.map((scope) => wordToken(scope, word));
        const frequency = tokens.reduce((sum, token) => sum + this.#frequencyOf(token, memories), 0);
        // Lucene's form: never negative, so that a word in most of a small scope's memories still counts for something.
        const idf = Math.log(1 + Math.max(0, memories - frequency + 0.5) / (frequency + 0.5));
        return { word, hash: wordHash(word), frequency, idf, expression: anyOf(tokens.map(quoted)) };
      })
      .filter(({ frequency }) => frequency > 0)
      .sort((a, b) => a.frequency - b.frequency || (a.word < b.word ? -1 : 1))
      .slice(0, MAX_WORDS);
  }

  /** Counting walks the word's list (15 ns a memory), so a large scope's counts are used until it grew or shrank by 1 %. */
  #frequencyOf(token: string, memories: number): number {
    const known = this.#remembered.get(token);
    if (known !== undefined && Math.abs(known.memories - memories) * 100 < memories) return known.frequency;
    const frequency = this.#frequency.get(token) ?? 0;
    if (this.#remembered.size >= REMEMBERED_COUNTS) this.#remembered.clear();
    this.#remembered.set(token, { frequency, memories });
    return frequency;
  }

  #find(expression: string, { since_us, until_us }: TextFilter, limit: number): number[] {
    if (since_us === null && until_us === null) return this.#rows.all(expression, limit);
    return this.#rows_in_time.all(
      expression,
      since_us ?? Number.MIN_SAFE_INTEGER,
      until_us ?? Number.MAX_SAFE_INTEGER,
      limit,
    );
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

/** Positions with the sum of the idf of the words they hold: what BM25 is for a text of mean length with each word once. */
type Candidates = ReadonlyMap<number, number>;

function collect(
  words: readonly Word[],
  k: number,
  rows: (expressions: readonly string[], limit: number) => number[],
): Map<number, number> {
  const candidates = new Map<number, number>();
  const add = (positions: readonly number[], idf: number): void => {
    for (const position of positions) candidates.set(position, (candidates.get(position) ?? 0) + idf);
  };
  const [rarest] = words;
  if (rarest === undefined) return candidates;
  const rare: Word[] = [];
  let read = 0;
  for (const word of words) {
    if (rare.length > 0 && read + word.frequency > ROWS_READ) break;
    rare.push(word);
    read += word.frequency;
    add(rows([word.expression], ROWS_READ), word.idf);
  }
  const common = words.slice(rare.length, rare.length + MAX_COMMON);
  if (common.length === 0) return candidates;
  const anyRare = anyOf(rare.map(({ expression }) => expression));
  for (const { expression, idf } of common) add(rows([expression, anyRare], ROWS_READ), idf);
  // What holds none of the rare words counts only if its common ones outweigh the k-th best so far.
  const enough = kthBest(candidates, k);
  const needed = fewestAbove(common, enough);
  if (needed <= common.length) {
    const sum = common.slice(0, needed).reduce((total, { idf }) => total + idf, 0);
    for (const position of rows(
      [
        atLeast(
          needed,
          common.map(({ expression }) => expression),
        ),
      ],
      COMMON_ROWS,
    )) {
      if (!candidates.has(position)) candidates.set(position, sum);
    }
  }
  return candidates;
}

/** How many of the words, the most telling first, weigh more than `enough` together; more than there are if all do not. */
function fewestAbove(words: readonly Word[], enough: number): number {
  let sum = 0;
  for (const [index, { idf }] of words.entries()) {
    sum += idf;
    if (sum > enough) return index + 1;
  }
  return words.length + 1;
}

/** The k-th highest sum; 0 when there are fewer. There are few different sums, so they are counted, not sorted. */
function kthBest(candidates: Candidates, k: number): number {
  const counts = new Map<number, number>();
  for (const sum of candidates.values()) counts.set(sum, (counts.get(sum) ?? 0) + 1);
  let seen = 0;
  for (const sum of [...counts.keys()].sort((a, b) => b - a)) {
    seen += counts.get(sum) ?? 0;
    if (seen >= k) return sum;
  }
  return 0;
}

/** The positions with the highest sums, highest first, equals newest first. */
function mostTelling(candidates: Candidates, limit: number): number[] {
  const least = kthBest(candidates, limit);
  const by_sum = new Map<number, number[]>();
  for (const [position, sum] of candidates) {
    if (sum < least) continue;
    const equals = by_sum.get(sum);
    if (equals === undefined) by_sum.set(sum, [position]);
    else equals.push(position);
  }
  return [...by_sum]
    .sort(([a], [b]) => b - a)
    .flatMap(([, positions]) => positions.sort((a, b) => b - a))
    .slice(0, limit);
}

function anyOf(expressions: readonly string[]): string {
  return expressions.length === 1 ? (expressions[0] ?? '') : `(${expressions.join(' OR ')})`;
}

/** Memories that hold at least `many` of the words. Each combination is spelled out. */
function atLeast(many: number, expressions: readonly string[]): string {
  if (many === 1) return anyOf(expressions);
  if (many === expressions.length) return `(${expressions.join(' AND ')})`;
  const [first = '', ...others] = expressions;
  return `((${first} AND ${atLeast(many - 1, others)}) OR ${atLeast(many, others)})`;
}
