/**
 * Which memories a keyword search scores. The words come in order of rarity. Memories that hold one of the rare words (up to
 * ROWS_READ of them) are candidates; of the common words it is only asked which candidates hold them, which FTS5 answers by
 * walking its lists without handing rows out. Memories with common words alone are added where enough of those together
 * could outweigh the k-th best candidate.
 */

/** Rows of posting lists that one query reads: about 0.15 us each. */
export const ROWS_READ = 6000;
/** Memories without a rare word that are added. */
const COMMON_ROWS = 1000;
/** Common words that are looked at: each is a walk over its list. */
const MAX_COMMON = 4;

export interface Word {
  readonly word: string;
  readonly hash: number;
  /** Memories that hold it. */
  readonly frequency: number;
  readonly idf: number;
  /** FTS5 expression over the searched scopes. */
  readonly expression: string;
}

/** Positions with the sum of the idf of the words they hold: what BM25 is for a text of mean length with each word once. */
export type Candidates = ReadonlyMap<number, number>;

/**
 * The memories that may be among the best `k`. `rows` answers positions for expressions that must all hold, newest first;
 * `passing` is how many memories the search's filters let through, at most ROWS_READ (infinity = there are none).
 */
export function collect(
  words: readonly Word[],
  k: number,
  passing: number,
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
    const most = Math.min(word.frequency, passing);
    if (rare.length > 0 && read + most > ROWS_READ) break;
    rare.push(word);
    read += most;
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
export function mostTelling(candidates: Candidates, limit: number): number[] {
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

export function anyOf(expressions: readonly string[]): string {
  return expressions.length === 1 ? (expressions[0] ?? '') : `(${expressions.join(' OR ')})`;
}

/** Memories that hold at least `many` of the words. Each combination is spelled out. */
function atLeast(many: number, expressions: readonly string[]): string {
  if (many === 1) return anyOf(expressions);
  if (many === expressions.length) return `(${expressions.join(' AND ')})`;
  const [first = '', ...others] = expressions;
  return `((${first} AND ${atLeast(many - 1, others)}) OR ${atLeast(many, others)})`;
}
