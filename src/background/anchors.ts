/**
 * Anchors the journal's head: appends a signed line to the anchor file at start, on a timer while the head moves, and at
 * shutdown. A disk that refuses the line stops nothing: what is not anchored is only not covered, and the next tick tries
 * again.
 */
import type { Logger } from 'pino';
import { AnchorFile } from '../anchors/file.js';
import type { SigningKey } from '../anchors/key.js';
import type { AnchorKind } from '../anchors/line.js';
import type { Reads } from '../reader/reads.js';
import { steadyClock } from '../steady_clock.js';
import type { WriterPort } from '../writer/writer.js';
import { pause } from './follow.js';

export interface AnchorParts {
  readonly writer: Pick<WriterPort, 'call' | 'info'>;
  readonly reads: Reads;
  readonly key: SigningKey;
  readonly log: Logger;
  readonly anchor_file: string;
  readonly anchor_interval_ms: number;
}

export class Anchors {
  readonly #parts: AnchorParts;
  readonly #file: AnchorFile;
  readonly #stop = new AbortController();
  #anchored_revision = -1;
  #covered_ms = performance.now();
  #loop: Promise<void> | undefined;

  private constructor(parts: AnchorParts, file: AnchorFile) {
    this.#parts = parts;
    this.#file = file;
  }

  /** Opens the file and anchors the head. `accepted`: the line says that damage was accepted, and begins anew from here. */
  static async start(parts: AnchorParts, accepted: boolean): Promise<Anchors> {
    const file = await AnchorFile.open(parts.anchor_file, parts.key);
    const anchors = new Anchors(parts, file);
    try {
      // Without the line the next start would not know; a full disk is no reason not to start where nothing was accepted.
      if (accepted) await anchors.#append('accepted');
      else await anchors.#tryAppend();
      if (!file.is_empty) await parts.writer.call('mark_anchored', { anchor_file: parts.anchor_file });
    } catch (error) {
      await anchors.#file.close();
      throw error;
    }
    anchors.#loop = anchors.#run();
    return anchors;
  }

  /** Anchors what was committed last. Call it once nothing more is written. */
  async close(): Promise<void> {
    this.#stop.abort();
    await this.#loop;
    // What was queued before is committed when this returns; a writer that failed has nothing new to anchor.
    await this.#parts.writer.call('checkpoint', null).catch(() => {});
    await this.#tryAppend();
    await this.#file.close();
  }

  /** Since the file was last seen to cover the newest revision. */
  get age_ms(): number {
    return performance.now() - this.#covered_ms;
  }

  async #run(): Promise<void> {
    const { signal } = this.#stop;
    while (!signal.aborted) {
      await pause(this.#parts.anchor_interval_ms, signal);
      if (!signal.aborted) await this.#tryAppend();
    }
  }

  async #tryAppend(): Promise<void> {
    try {
      await this.#append('anchor');
      this.#covered_ms = performance.now();
    } catch (error) {
      this.#parts.log.error({ err: error }, 'cannot append to the anchor file; trying again');
    }
  }

  /** Nothing when the head is where it was. */
  async #append(kind: AnchorKind): Promise<void> {
    const { revision, hash, time_us } = this.#parts.reads.snapshot(0, ({ audit }) => audit.head());
    if (revision === this.#anchored_revision) return;
    await this.#file.append({
      kind,
      revision,
      hash: Buffer.from(hash).toString('hex'),
      time_us: Math.max(steadyClock.now_us(), time_us),
      database_id: this.#parts.writer.info.database_id,
    });
    this.#anchored_revision = revision;
  }
}
