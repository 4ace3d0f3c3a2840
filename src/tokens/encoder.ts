/**
 * Exact token counts and truncation, safe on any text. Synchronous: for worker threads only (the main thread asks the
 * TokenPool), because building an encoder takes a fifth of a second and a megabyte of hostile text up to one.
 *
 * What exact means: the pieces are those of the encoding's own pattern and the ranks are js-tiktoken's, so a count is
 * the one js-tiktoken gives, as long as no piece is longer than 128 UTF-16 units and no run without white space or
 * punctuation longer than 131,072. A longer piece (hardly a word of any language; a run of one letter, of blanks or of
 * dashes) is cut every 128 units, never inside a surrogate pair, and a longer run every 131,072. That counts a few tokens
 * more or fewer than the model sees, but keeps the work linear: merging is quadratic in the piece. Text that spells a
 * special token, such as `<|endoftext|>`, is counted as the plain text it is, and a lone surrogate as U+FFFD.
 *
 * The patterns themselves are linear: a match that looks past its own end does so within one run of letters and marks or
 * of white space, and the one or two matches after it take the rest of that run.
 */
import { addsUpAt } from './boundary.js';
import { Chunks } from './chunks.js';
import { bytesOf, merge } from './merge.js';
import type { Encoding } from './models.js';
import { loadVocabulary, type Vocabulary } from './ranks.js';

/** Work in steps of a millisecond or so, so that a thread can do other things in between. */
export type Steps<Result> = Generator<undefined, Result, undefined>;

export interface Truncated {
  /** The longest found prefix of the text that fits; the text itself when it fits. */
  readonly text: string;
  /** Exactly `count(text + suffix)`. */
  readonly tokens: number;
}

/** A place where counts add up (boundary.ts), and the tokens before it. */
interface Seam {
  readonly at: number;
  readonly tokens: number;
}

interface Cut {
  readonly at: number;
  /** The last seam before it, for one at it may be none once a suffix takes the place of what follows. */
  readonly seam: Seam;
}

/** UTF-16 units counted between two steps. */
const STEP = 2048;
const MAX_CACHED = 50_000;
/** Longer substrings keep the whole text they were cut from alive in V8. */
const MAX_CACHED_LENGTH = 12;
/** Cuts tried inside the last piece, and cuts before one tried at least, before the text is cut at a seam. */
const MAX_TRIES = 4;

export class Encoder {
  readonly #vocabulary: Vocabulary;
  readonly #cache = new Map<string, number>();

  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary;
  }

  /** Tokens of a text. */
  count(text: string): number {
    return finish(this.countSteps(text));
  }

  *countSteps(text: string): Steps<number> {
    const chunks = new Chunks(text, this.#vocabulary.pattern);
    let tokens = 0;
    for (let pause = STEP; chunks.next(); ) {
      tokens += this.#countChunk(text.slice(chunks.start, chunks.end));
      if (chunks.end >= pause) {
        yield;
        pause = chunks.end + STEP;
      }
    }
    return tokens;
  }

  /**
   * Cuts a text at its end, between two tokens and never inside a character, so that it and `suffix` together have at
   * most `max_tokens`.
   *
   * @throws RangeError when the suffix alone has more.
   */
  truncate(text: string, max_tokens: number, suffix = ''): Truncated {
    return finish(this.truncateSteps(text, max_tokens, suffix));
  }

  *truncateSteps(text: string, max_tokens: number, suffix = ''): Steps<Truncated> {
    const suffix_tokens = yield* this.countSteps(suffix);
    if (suffix_tokens > max_tokens) throw new RangeError('the suffix alone has more than max_tokens');
    // What is cut off can change how the end of the rest is split into pieces ("don't" cut before its t). So a cut is
    // taken only after counting again from the last seam, and if the rest has grown the cut before it is tried.
    for (const { at, seam } of yield* this.#cuts(text, max_tokens - suffix_tokens)) {
      const tokens = seam.tokens + (yield* this.countSteps(text.slice(seam.at, at) + suffix));
      if (tokens <= max_tokens) return { text: text.slice(0, at), tokens };
    }
    return { text: '', tokens: suffix_tokens };
  }

  /** Where to cut for at most `max_tokens`, best first. Of none is it certain that the text before it still counts so. */
  *#cuts(text: string, max_tokens: number): Steps<Cut[]> {
    const chunks = new Chunks(text, this.#vocabulary.pattern);
    let tokens = 0;
    let seam: Seam = { at: 0, tokens: 0 };
    let at_seam: Cut = { at: 0, seam };
    let starts: Cut[] = [];
    for (let pause = STEP; chunks.next(); ) {
      const { start: at } = chunks;
      const start: Cut = { at, seam };
      if (starts.length >= 2 * MAX_TRIES) starts = starts.slice(MAX_TRIES);
      starts.push(start);
      if (addsUpAt(text, at)) {
        seam = { at, tokens };
        at_seam = start;
      }
      const chunk = text.slice(at, chunks.end);
      const more = this.#countChunk(chunk);
      if (tokens + more > max_tokens) {
        const inside = this.#cutsInside(chunk, max_tokens - tokens);
        return [...inside.map((offset) => ({ at: at + offset, seam })), ...starts.reverse(), at_seam];
      }
      tokens += more;
      if (chunks.end >= pause) {
        yield;
        pause = chunks.end + STEP;
      }
    }
    return [{ at: text.length, seam }, ...starts.reverse(), at_seam];
  }

  /** Ends of tokens in a chunk that are ends of characters too, at most `max_tokens` in, the last ones first. */
  #cutsInside(chunk: string, max_tokens: number): number[] {
    const bytes = bytesOf(chunk);
    if (max_tokens === 0 || this.#vocabulary.ranks.has(bytes)) return [];
    const ends = new Set(merge(bytes, this.#vocabulary.ranks).subarray(0, max_tokens));
    const cuts: number[] = [];
    let unit = 0;
    let byte = 0;
    for (const character of chunk) {
      unit += character.length;
      byte += utf8Length(character);
      if (ends.has(byte)) cuts.push(unit);
    }
    return cuts.slice(-MAX_TRIES).reverse();
  }

  #countChunk(chunk: string): number {
    const cacheable = chunk.length <= MAX_CACHED_LENGTH;
    const known = cacheable ? this.#cache.get(chunk) : undefined;
    if (known !== undefined) return known;
    const bytes = bytesOf(chunk);
    const { ranks } = this.#vocabulary;
    const tokens = ranks.has(bytes) ? 1 : merge(bytes, ranks).length;
    if (cacheable) {
      if (this.#cache.size >= MAX_CACHED) this.#cache.clear();
      this.#cache.set(chunk, tokens);
    }
    return tokens;
  }
}

function utf8Length(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}

/** Runs steps to their end. */
function finish<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

const encoders = new Map<Encoding, Encoder>();

/** The thread's one encoder of an encoding, built when first asked for (see loadVocabulary for the cost). */
export function encoderOf(encoding: Encoding): Encoder {
  const known = encoders.get(encoding);
  if (known !== undefined) return known;
  const encoder = new Encoder(loadVocabulary(encoding));
  encoders.set(encoding, encoder);
  return encoder;
}
