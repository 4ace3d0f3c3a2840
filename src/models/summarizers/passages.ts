/** Cuts any text into passages that may stand alone in a summary. */

/** After sentence ends: of scripts with spaces when a space follows, of Chinese and Japanese always. A list's number is none. */
const SENTENCE_END = /(?<=[.!?…]["'”’)\]]?)(?<!^\s*\d+\.)\s+|(?<=[。！？])/u;
/** Characters of numbers, ids, addresses and words in ASCII: between two of them nothing is ever cut. */
const TOKEN = /[\p{N}A-Za-z_.,:+\-%$€£¥#@/=&?~]/u;

/** The text, or of one longer than max_units its beginning and its end, neither of which ends inside a token. */
export function endsOf(text: string, max_units: number): string[] {
  if (text.length <= max_units) return [text];
  let head = Math.floor(max_units / 2);
  let tail = text.length - head;
  while (head > 0 && !mayCut(text, head)) head -= 1;
  while (tail < text.length && !mayCut(text, tail)) tail += 1;
  return [text.slice(0, head), text.slice(tail)];
}

/** Lines, sentences, and pieces of sentences that are longer than max_units; trimmed, never empty, in order. */
export function passagesOf(text: string, max_units: number): string[] {
  return text
    .split(/[\r\n]+/)
    .flatMap((line) => line.split(SENTENCE_END))
    .flatMap((sentence) => [...pieces(sentence.trim(), max_units)])
    .filter((passage) => passage !== '');
}

/**
 * The lines of an earlier summary, which are passages already and say who spoke; only what a model wrote in long
 * paragraphs is cut.
 */
export function passagesOfSummary(summary: string, max_units: number): string[] {
  return summary
    .split(/[\r\n]+/)
    .flatMap((line) => (line.length <= 2 * max_units ? [line.trim()] : passagesOf(line, max_units)))
    .filter((line) => line !== '');
}

/** A run of token characters stays whole however long it is: half an id or half a number would be a lie. */
function* pieces(sentence: string, max_units: number): Generator<string> {
  let rest = sentence;
  while (rest.length > max_units) {
    const end = cutAfter(rest, max_units);
    yield rest.slice(0, end).trim();
    rest = rest.slice(end).trimStart();
  }
  yield rest;
}

/** The last good place to cut within the limit, else the first one after it, else the end. */
function cutAfter(text: string, max_units: number): number {
  const space = text.lastIndexOf(' ', max_units);
  if (space > max_units / 2) return space;
  for (let at = max_units; at > max_units / 2; at -= 1) if (mayCut(text, at)) return at;
  for (let at = max_units + 1; at < text.length; at += 1) if (mayCut(text, at)) return at;
  return text.length;
}

/** Not inside a token, not inside a surrogate pair, and not before a mark or joiner that belongs to what it follows. */
function mayCut(text: string, at: number): boolean {
  const after = text.codePointAt(at) ?? 0;
  if (after >= 0xdc00 && after <= 0xdfff) return false;
  if (/[\p{M}\p{Cf}]/u.test(String.fromCodePoint(after)) || text[at - 1] === '\u200d') return false;
  return !(TOKEN.test(text[at - 1] ?? '') && TOKEN.test(text[at] ?? ''));
}
