/**
 * From text to words for FTS5, the same for what is indexed and what is looked for. FTS5's own tokenizers know neither
 * scripts without spaces nor compounds, so the text is split here and only stemming is left to them: the tables use
 * `tokenize = 'porter ascii'`, which splits at blanks and takes every other character as it is.
 *
 * Every word is put behind its scope, such as an agent: each scope has lists of its own in the index, so a search costs
 * what the scope holds, not what the table does. A scope is consonants and one digit: the stemmer, which counts vowels,
 * does to the word what it does without one.
 */

const WORD = /[\p{L}\p{M}\p{N}]+(?:[-_./:'’@][\p{L}\p{M}\p{N}]+)*/gu;
const JOINT = /[-_./:'’@]/u;
/** Scripts that are written without spaces between words. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]+/gu;
/** Longer words are cut: nobody looks for them whole, and a megabyte without a blank is one. */
const MAX_WORD = 48;
/** Terms of a query beyond which further ones are not looked for. */
const MAX_TERMS = 64;
const CONSONANTS = 'bcdfghjklm';

/** Words of a query that say nothing about what is meant; looked for only when there are no others. */
const STOP_WORDS: ReadonlySet<string> = new Set(
  (
    'a about after all also an and any are as at be because been before but by can could did do does for from had has ' +
    'have he her his how i if in into is it its me my no not of on or our she so some than that the their them then ' +
    'there these they this to us was we were what when where which who why will with would you your'
  ).split(' '),
);

/** The scope of a number: prefix-free, so that no scope's word is another scope's. */
export function scopeOf(number: number): string {
  return `${[...String(number)].map((digit) => CONSONANTS[Number(digit)]).join('')}0`;
}

/** The words of a text as they are indexed, blanks between them. */
export function indexedWords(text: string, scope: string): string {
  return wordsOf(text)
    .map((word) => scope + word)
    .join(' ');
}

/** An FTS5 expression for texts that have any of the query's words; undefined when it has none. Holds no syntax of the user's. */
export function anyWordOf(query: string, scope: string): string | undefined {
  const all = [...new Set(wordsOf(query))];
  const telling = all.filter((word) => !STOP_WORDS.has(word));
  const terms = (telling.length > 0 ? telling : all).slice(0, MAX_TERMS);
  if (terms.length === 0) return undefined;
  return terms.map((word) => `"${scope}${word}"${isOneSign(word) ? ' *' : ''}`).join(' OR ');
}

/**
 * Lower-case words in order: runs of letters and digits; of compounds such as `order-42` the parts and the whole without
 * its joints; of unspaced scripts every two neighbouring signs.
 */
export function wordsOf(text: string): string[] {
  const words: string[] = [];
  for (const [compound] of text.normalize('NFKC').toLowerCase().matchAll(WORD)) {
    const parts = compound.split(JOINT);
    for (const part of parts) addRun(words, part);
    if (parts.length > 1) words.push(cut(parts.join('')));
  }
  return words;
}

function addRun(words: string[], run: string): void {
  let end = 0;
  for (const match of run.matchAll(UNSPACED)) {
    if (match.index > end) words.push(cut(run.slice(end, match.index)));
    addPairs(words, [...match[0]]);
    end = match.index + match[0].length;
  }
  if (end < run.length) words.push(cut(run.slice(end)));
}

function addPairs(words: string[], signs: readonly string[]): void {
  if (signs.length === 1) words.push(...signs);
  for (let i = 0; i + 1 < signs.length; i += 1) words.push(`${signs[i]}${signs[i + 1]}`);
}

/** One sign of an unspaced script begins pairs, so it is looked for as a beginning. */
function isOneSign(word: string): boolean {
  return [...word].length === 1 && word.search(UNSPACED) === 0;
}

function cut(word: string): string {
  if (word.length <= MAX_WORD) return word;
  // Never inside a surrogate pair: FTS5 is given UTF-8.
  return word.slice(0, MAX_WORD).replace(/[\ud800-\udbff]$/, '');
}
