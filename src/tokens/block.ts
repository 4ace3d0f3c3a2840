/**
 * A slot as it stands in a context: its header line, its content, and the empty line before the next one.
 *
 * Such a block begins with `=` and, when another follows, ends in a line break, so blocks meet at seams of the first kind
 * of boundary.ts: the tokens of a context are exactly those of its blocks. A block is therefore counted once, when its
 * slot is set, and a context is built by adding up.
 */
import { addsUpAt } from './boundary.js';

/** Between two slots. */
export const SEPARATOR = '\n\n';

/** The line above a slot's content, with its line break. */
export function headerOf(key: string, is_truncated: boolean): string {
  return `=== ${key.toUpperCase()}${is_truncated ? ' (truncated)' : ''} ===\n`;
}

export interface BlockCounts {
  /** Tokens of header and content: of the last slot of a context. */
  readonly alone: number;
  /** The same with the separator: of every other. */
  readonly followed: number;
}

/** UTF-16 units in which a seam is looked for before a text is counted whole. */
const SEARCHED = 4096;

/**
 * The tokens of a block, from those of its content and of short pieces at its ends.
 *
 * @param count tokens of a text. Which texts it is asked for depends on the block alone, never on its answers: asked with
 * a function that only takes notes, this names the texts to count beforehand.
 */
export function countBlock(header: string, content: string, count: (text: string) => number): BlockCounts {
  const block = header + content;
  const alone = countAlone(header, content, block, count);
  return { alone, followed: alone + separatorTokens(block, count) };
}

function countAlone(header: string, content: string, block: string, count: (text: string) => number): number {
  const end = Math.min(content.length, SEARCHED);
  for (let at = 0; at < end; at++) {
    if (!addsUpAt(block, header.length + at)) continue;
    const head = content.slice(0, at);
    return count(header + head) + count(content) - (head === '' ? 0 : count(head));
  }
  return count(block);
}

/** What the separator adds to a text, because it may melt into the text's last token. */
export function separatorTokens(text: string, count: (text: string) => number): number {
  const tail = text.slice(lastSeam(text));
  return count(tail + SEPARATOR) - count(tail);
}

function lastSeam(text: string): number {
  const end = Math.max(0, text.length - SEARCHED);
  for (let at = text.length - 1; at > end; at--) {
    if (addsUpAt(text, at)) return at;
  }
  return 0;
}
