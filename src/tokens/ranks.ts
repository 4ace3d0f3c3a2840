/** The vocabularies: for each encoding the split pattern and the rank of each token's bytes. */
import cl100k from 'js-tiktoken/ranks/cl100k_base';
import o200k from 'js-tiktoken/ranks/o200k_base';
import type { Encoding } from './models.js';

export interface Vocabulary {
  /** Matches one piece at `lastIndex`. */
  readonly pattern: RegExp;
  /** Rank by the token's bytes, one character (0 to 255) a byte. Special tokens are not in it: in data they are text. */
  readonly ranks: ReadonlyMap<string, number>;
}

const SOURCES = { o200k_base: o200k, cl100k_base: cl100k };

/** Takes some 100 to 200 ms and 20 MB, so it is for worker threads. */
export function loadVocabulary(encoding: Encoding): Vocabulary {
  const source = SOURCES[encoding];
  const ranks = new Map<string, number>();
  // Each line is `! OFFSET TOKEN TOKEN ...`: tokens in base64, ranks counted up from the offset.
  for (const line of source.bpe_ranks.split('\n')) {
    const [, offset = '', ...tokens] = line.split(' ');
    let rank = Number.parseInt(offset, 10);
    for (const token of tokens) ranks.set(Buffer.from(token, 'base64').toString('latin1'), rank++);
  }
  return { pattern: new RegExp(source.pat_str, 'uy'), ranks };
}
