/**
 * What a client knows: one JSON object a line, appended before a request is sent and after it was answered. The file
 * survives the daemon and the client (their deaths do not take the page cache with them), so it says afterwards what had
 * been acknowledged at the moment of the kill.
 */
import { closeSync, openSync, readSync, writeSync } from 'node:fs';
import type { Message } from './wire.js';

/** A mutation as it was sent. */
export interface Intent {
  /** The request_id. */
  readonly id: string;
  /** Such as `State/PutState`. */
  readonly method: string;
  readonly request: Message;
}

export type LogLine =
  | { readonly t: 'intent'; readonly id: string; readonly method: string; readonly request: Message }
  | { readonly t: 'ack'; readonly id: string; readonly reply: Message }
  | { readonly t: 'refused'; readonly id: string; readonly reason: string };

/** A line of its own, written whenever a log is opened: what stands before it may be a line that a kill cut off. */
const OPENED = '#';

export class AckLog<Line = LogLine> {
  readonly #fd: number;

  constructor(path: string) {
    this.#fd = openSync(path, 'a', 0o600);
    writeSync(this.#fd, `\n${OPENED}\n`);
  }

  /** One write(2) with O_APPEND. */
  write(line: Line): void {
    writeSync(this.#fd, `${JSON.stringify(line)}\n`);
  }

  close(): void {
    closeSync(this.#fd);
  }
}

/**
 * Reads what was appended since the last time. A client killed inside write(2) leaves the beginning of a line: an intent cut
 * off so was never sent, an acknowledgement cut off so was never noted. Such a line is left out, and only such a line.
 */
export class AckLogReader<Line = LogLine> {
  readonly #path: string;
  #offset = 0;

  constructor(path: string) {
    this.#path = path;
  }

  read(): Line[] {
    let fd: number;
    try {
      fd = openSync(this.#path, 'r');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
      throw error;
    }
    try {
      const parts: Buffer[] = [];
      for (let at = this.#offset; ; ) {
        const part = Buffer.alloc(1024 * 1024);
        const got = readSync(fd, part, 0, part.length, at);
        if (got === 0) break;
        parts.push(part.subarray(0, got));
        at += got;
      }
      const bytes = Buffer.concat(parts);
      const end = bytes.lastIndexOf(0x0a) + 1;
      this.#offset += end;
      const text = bytes.subarray(0, end).toString('utf8');
      const lines = text.split('\n').filter((line) => line !== '');
      return lines.flatMap((line, index) =>
        line === OPENED ? [] : parse<Line>(line, lines[index + 1] === OPENED),
      );
    } finally {
      closeSync(fd);
    }
  }
}

function parse<Line>(line: string, may_be_cut: boolean): Line[] {
  try {
    return [JSON.parse(line) as Line];
  } catch (error) {
    if (may_be_cut) return [];
    throw error;
  }
}
