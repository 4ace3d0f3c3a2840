/** Splits a text into what is merged as one: the pieces of the encoding's pattern, long ones cut. */
import { addsUpAt } from './boundary.js';
import { MAX_PIECE } from './merge.js';

/**
 * The pattern sees a text through windows that end at the last seam (boundary.ts) in this many UTF-16 units, so that no
 * single match takes more than some milliseconds. Only a run without any seam is cut by it, such as one of letters alone;
 * and always at the same places after the seam it starts at, so that counts add up at seams all the same.
 */
const WINDOW = 131_072;

export class Chunks {
  /** The current chunk is text.slice(start, end). */
  start = 0;
  end = 0;
  readonly #text: string;
  readonly #pattern: RegExp;
  #piece_end = 0;
  #window = '';
  #window_start = 0;
  #window_end = 0;

  /** @param pattern sticky, matches at every place of any text; its lastIndex need not be kept between calls. */
  constructor(text: string, pattern: RegExp) {
    this.#text = text;
    this.#pattern = pattern;
  }

  /** Moves on to the next chunk. @returns false at the end of the text. */
  next(): boolean {
    this.start = this.end;
    if (this.start === this.#text.length) return false;
    if (this.start === this.#window_end) this.#moveWindow();
    if (this.start === this.#piece_end) this.#piece_end = this.#matchPiece();
    this.end = cutAfter(this.#text, this.start, MAX_PIECE, this.#piece_end);
    return true;
  }

  #moveWindow(): void {
    this.#window_start = this.#window_end;
    let end = cutAfter(this.#text, this.#window_start, WINDOW, this.#text.length);
    const forced = end;
    while (end > this.#window_start && !addsUpAt(this.#text, end)) end--;
    this.#window_end = end > this.#window_start ? end : forced;
    this.#window = this.#text.slice(this.#window_start, this.#window_end);
  }

  #matchPiece(): number {
    this.#pattern.lastIndex = this.start - this.#window_start;
    if (!this.#pattern.test(this.#window)) throw new Error('the pattern should match a piece at any place');
    return this.#window_start + this.#pattern.lastIndex;
  }
}

/** `start + units`, or one less where that is inside a surrogate pair, but at most `limit`. */
function cutAfter(text: string, start: number, units: number, limit: number): number {
  const end = start + units;
  if (end >= limit) return limit;
  return (text.codePointAt(end - 1) ?? 0) > 0xffff ? end - 1 : end;
}
