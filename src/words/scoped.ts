/**
 * Words for an FTS5 table that holds the texts of many owners. Every word is put behind its scope, such as an agent: each
 * scope has lists of its own in the index, so that a search costs what the scope holds and not what the table does.
 *
 * The words are complete (words.ts stems them), so the table's tokenizer only splits at blanks: the table must have
 * `tokenize = "ascii tokenchars '.:'"`.
 */
import { queryWords, wordsOf } from './words.js';

/** Terms of a query beyond which further ones are not looked for. */
const MAX_TERMS = 64;
/** One sign of a script without spaces begins pairs, so it is looked for as a beginning. */
const ONE_SIGN =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]$/u;

function scoped(scope: number, word: string): string {
  return `${scope.toString(36)}:${word}`;
}

/**
 * UTF-16 units of a text that are indexed, about fifty pages: splitting a megabyte takes a tenth of a second, for
 * which the thread that does it would do nothing else.
 */
const MAX_INDEXED = 65_536;

/** The words of a text as the table is given them; of a very long one those of its beginning. */
export function indexedWords(text: string, scope: number): string {
  // Compatibility forms may be eighteen times as long as what they stand for.
  const beginning = text.slice(0, MAX_INDEXED).normalize('NFKC').slice(0, MAX_INDEXED);
  return wordsOf(beginning)
    .map((word) => scoped(scope, word))
    .join(' ');
}

/**
 * An FTS5 expression for texts that have any of the query's words; undefined when it has none. No syntax of the query
 * survives.
 */
export function anyWordOf(query: string, scope: number): string | undefined {
  const terms = queryWords(query).slice(0, MAX_TERMS);
  if (terms.length === 0) return undefined;
  return terms.map((word) => `"${scoped(scope, word)}"${ONE_SIGN.test(word) ? ' *' : ''}`).join(' OR ');
}
