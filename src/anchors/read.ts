/** Reading the anchor file. What a crash left behind the last line break is no line and is passed over. */
import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs';
import type { VerifySignature } from './key.js';
import { type AnchorLine, isSigned, lineDigest, NO_PREVIOUS, parseLine } from './line.js';

const CHUNK_BYTES = 1024 * 1024;
/** About 40 lines. */
const NEWEST_BYTES = 16 * 1024;

export interface ReadLine {
  /** Where it begins in the file. */
  readonly offset_bytes: number;
  readonly text: string;
}

/** Every whole line from an offset on. */
export function* readLines(path: string, from_bytes = 0): Generator<ReadLine, void> {
  if (!existsSync(path)) return;
  const fd = openSync(path, 'r');
  try {
    let rest: Buffer = Buffer.alloc(0);
    let offset_bytes = from_bytes;
    for (let at = from_bytes; ; ) {
      const chunk = Buffer.alloc(CHUNK_BYTES);
      const size_bytes = readSync(fd, chunk, 0, CHUNK_BYTES, at);
      if (size_bytes === 0) return;
      at += size_bytes;
      rest = Buffer.concat([rest, chunk.subarray(0, size_bytes)]);
      for (let end = rest.indexOf(10); end >= 0; end = rest.indexOf(10)) {
        yield { offset_bytes, text: rest.toString('utf8', 0, end) };
        offset_bytes += end + 1;
        rest = rest.subarray(end + 1);
      }
    }
  } finally {
    closeSync(fd);
  }
}

export interface CheckedLines {
  readonly lines: readonly AnchorLine[];
  /** What is wrong with the first line that is not as it was written; nothing after it was looked at. */
  readonly problem: string | undefined;
  /** Of the last line. */
  readonly digest: string;
  /** Where the last whole line ends. */
  readonly end_bytes: number;
}

/**
 * The lines from an offset on, each checked against the one before and, where asked for, for its signature. The first
 * line's link is only known at the start of the file.
 */
export class LineChecker {
  readonly #verify: VerifySignature;
  #previous: string | undefined;

  constructor(verify: VerifySignature, from_bytes: number) {
    this.#verify = verify;
    this.#previous = from_bytes === 0 ? NO_PREVIOUS : undefined;
  }

  /** Of the last line checked. */
  get digest(): string {
    return this.#previous ?? NO_PREVIOUS;
  }

  /** The line, or what is wrong with it. */
  check({ offset_bytes, text }: ReadLine, with_signature: boolean): AnchorLine | string {
    const line = parseLine(text);
    const where = `the anchor line at byte ${offset_bytes}`;
    if (line === undefined) return `${where} is not as it was written`;
    if (this.#previous !== undefined && line.previous !== this.#previous)
      return `${where} does not follow the line before it`;
    if (with_signature && !isSigned(line, this.#verify)) return `${where} is not signed by this daemon's key`;
    this.#previous = lineDigest(text);
    return line;
  }
}

/** The newest lines, all that a start has time for. Their signatures cover the file before them. */
export function readNewest(path: string, verify: VerifySignature): CheckedLines {
  const from_bytes = startOfNewest(path);
  const checker = new LineChecker(verify, from_bytes);
  const lines: AnchorLine[] = [];
  let end_bytes = from_bytes;
  for (const read of readLines(path, from_bytes)) {
    const line = checker.check(read, true);
    if (typeof line === 'string') return { lines, problem: line, digest: checker.digest, end_bytes };
    lines.push(line);
    end_bytes = read.offset_bytes + Buffer.byteLength(read.text) + 1;
  }
  return { lines, problem: undefined, digest: checker.digest, end_bytes };
}

/** The start of a line, a few kilobytes before the end. */
function startOfNewest(path: string): number {
  if (!existsSync(path)) return 0;
  const fd = openSync(path, 'r');
  try {
    const { size } = fstatSync(fd);
    if (size <= NEWEST_BYTES) return 0;
    const bytes = Buffer.alloc(NEWEST_BYTES);
    readSync(fd, bytes, 0, NEWEST_BYTES, size - NEWEST_BYTES);
    const line_break = bytes.indexOf(10);
    // Lines are a few hundred bytes: without a break the whole file has to say what is wrong with it.
    return line_break < 0 ? 0 : size - NEWEST_BYTES + line_break + 1;
  } finally {
    closeSync(fd);
  }
}
