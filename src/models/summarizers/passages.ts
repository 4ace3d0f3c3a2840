/** Cuts any text into passages that may stand alone in a summary. */

/** A longer sentence, or a text without any, is cut further. */
const MAX_PASSAGE_UNITS = 280;

/** After sentence ends: of scripts with spaces when a space follows, of Chinese and Japanese always. A list's number is none. */
const SENTENCE_END = /(?<=[.!?…]["'”’)\]]?)(?<!^\s*\d+\.)\s+|(?<=[。！？])/u;
/** Characters of numbers, ids, addresses and words in ASCII: between two of them nothing is ever cut. */
const TOKEN = /[\p{N}A-Za-z_.,:+\-%$€£¥#@/=&?~]/u;

/** Lines, sentences, and pieces of sentences that are too long; trimmed, never empty, in order. */
export function passagesOf(text: string): string[] {
  return text
    .split(/[\r\n]+/)
    .flatMap((line) => line.split(SENTENCE_END))
    .flatMap((sentence) => [...pieces(sentence.trim())])
    .filter((passage) => passage !== '');
}

/**
 * The lines of an earlier summary, which are passages already and say who spoke; only what a model wrote in long
 * paragraphs is cut.
 */
export function passagesOfSummary(summary: string): string[] {
  return summary
    .split(/[\r\n]+/)
    .flatMap((line) => (line.length <= 2 * MAX_PASSAGE_UNITS ? [line.trim()] : passagesOf(line)))
    .filter((line) => line !== '');
}

/** A run of token characters stays whole however long it is: half an id or half a number would be a lie. */
function* pieces(sentence: string): Generator<string> {
  let rest = sentence;
  while (rest.length > MAX_PASSAGE_UNITS) {
    const end = cutAfter(rest);
    yield rest.slice(0, end).trim();
    rest = rest.slice(end).trimStart();
  }
  yield rest;
}

/** The last good place to cut within the limit, else the first one after it, else the end. */
function cutAfter(text: string): number {
  const space = text.lastIndexOf(' ', MAX_PASSAGE_UNITS);
  if (space > MAX_PASSAGE_UNITS / 2) return space;
  for (let at = MAX_PASSAGE_UNITS; at > MAX_PASSAGE_UNITS / 2; at -= 1) if (mayCut(text, at)) return at;
  for (let at = MAX_PASSAGE_UNITS + 1; at < text.length; at += 1) if (mayCut(text, at)) return at;
  return text.length;
}

/** Not inside a token, not inside a surrogate pair, and not before a mark or joiner that belongs to what it follows. */
function mayCut(text: string, at: number): boolean {
  const after = text.codePointAt(at) ?? 0;
  if (after >= 0xdc00 && after <= 0xdfff) return false;
  if (/[\p{M}\p{Cf}]/u.test(String.fromCodePoint(after)) || text[at - 1] === '\u200d') return false;
  return !(TOKEN.test(text[at - 1] ?? '') && TOKEN.test(text[at] ?? ''));
}
