/** Fills in vectors that are missing, newest memories first, and removes those of generations that were replaced. */
import type { Logger } from 'pino';
import { crashPoint } from '../crash_points.js';
import { HoldfastError } from '../errors.js';
import type { BreakerEmbedder } from '../models/embedders/breaker.js';
import { cutToBytes } from '../models/embedders/embedder.js';
import type { Feed } from '../outbox/feed.js';
import type { Reads } from '../reader/reads.js';
import type { WriterPort } from '../writer/writer.js';
import { runCommand } from './command.js';
import { Follower } from './follow.js';

/** A generation with what makes its vectors; undefined when that cannot be made again. */
export interface Maker {
  readonly generation_id: number;
  readonly embedder: BreakerEmbedder | undefined;
}

export interface BackfillOptions {
  readonly writer: Pick<WriterPort, 'submit'>;
  readonly reads: Reads;
  readonly feed: Feed;
  readonly log: Logger;
  /** What makes vectors now. */
  readonly makers: () => readonly Maker[];
  /** Told when another generation serves. */
  readonly onSwitch: () => Promise<void>;
}

interface Waiting {
  readonly position: number;
  readonly content: string;
}

interface Made {
  readonly vectors: readonly (readonly [position: number, bytes: Uint8Array])[];
  readonly refused: readonly number[];
}

/** Texts embedded and vectors attached in one go. */
const BATCH = 64;
/** A retired generation goes in steps that keep the writer a few milliseconds. */
const DROPPED_ROWS = 100;
const RETRY_MS = 5000;
/** What is left of a text that its embedder refuses whole. */
const SHORTENED_BYTES = 1000;
/** What no embedder refuses that embeds anything. */
const HARMLESS_TEXT = 'hello';

export class Backfill {
  readonly #options: BackfillOptions;
  readonly #follower = new Follower();
  readonly #last_errors = new Map<number, string>();
  #has_retired = true;

  constructor(options: BackfillOptions) {
    this.#options = options;
  }

  start(): void {
    this.#follower.start(this.#options.feed, () => this.#round());
  }

  async close(): Promise<void> {
    await this.#follower.close();
  }

  lastError(generation_id: number): string {
    return this.#last_errors.get(generation_id) ?? '';
  }

  async #round(): Promise<boolean | number> {
    let wait: boolean | number = false;
    for (const { generation_id, embedder } of this.#options.makers()) {
      if (embedder === undefined || embedder.kind === 'client') continue;
      try {
        if (await this.#fill(generation_id, embedder)) return true;
        this.#last_errors.delete(generation_id);
      } catch (error) {
        wait = this.#failed(generation_id, error);
      }
    }
    try {
      return (await this.#dropRetired()) || wait;
    } catch {
      // A full queue or disk, or a stopping daemon: the next round tries again, and the writer reports what is fatal.
      return RETRY_MS;
    }
  }

  /** One batch; false when no vector is missing. */
  async #fill(generation_id: number, embedder: BreakerEmbedder): Promise<boolean> {
    const { reads, writer, onSwitch } = this.#options;
    const waiting = reads.snapshot(0, ({ semantic }) => semantic.backlog(generation_id, BATCH));
    if (waiting.length === 0) return false;
    const made = await this.#embed(embedder, waiting);
    crashPoint('before_attaching_vectors');
    const { status } = await runCommand(writer, 'attach_made_vectors', { generation_id, ...made });
    crashPoint('after_attaching_vectors');
    // A generation that is filled serves, and the one before it is retired.
    if (this.#options.makers()[0]?.generation_id !== generation_id && status === 'serving') {
      this.#has_retired = true;
      await onSwitch();
    }
    return true;
  }

  /** All together; where the embedder refuses one of them, each by itself. */
  async #embed(embedder: BreakerEmbedder, waiting: readonly Waiting[]): Promise<Made> {
    const { signal } = this.#follower;
    try {
      const texts = waiting.map(({ content }) => content);
      const made = await embedder.embed(texts, 'document', signal);
      const vectors = made.map((vector, index) => [waiting[index]?.position ?? 0, bytesOf(vector)] as const);
      return { vectors, refused: [] };
    } catch (error) {
      if (!isRefusal(error)) throw error;
    }
    const vectors: (readonly [number, Uint8Array])[] = [];
    const refused: number[] = [];
    for (const { position, content } of waiting) {
      const vector =
        (await this.#embedOne(embedder, content)) ??
        (await this.#embedOne(embedder, cutToBytes(content, SHORTENED_BYTES)));
      if (vector !== undefined) vectors.push([position, bytesOf(vector)]);
      else refused.push(position);
    }
    // An embedder that refuses everything is set up wrongly: that says nothing about the texts, and must not let a
    // generation without vectors take over.
    if (vectors.length === 0) await embedder.embed([HARMLESS_TEXT], 'document', signal);
    for (const position of refused) {
      const { model } = embedder;
      this.#options.log.error(
        { position, model },
        'the embedder refuses the text of a memory; it has no vector',
      );
    }
    return { vectors, refused };
  }

  async #embedOne(embedder: BreakerEmbedder, text: string): Promise<Float32Array | undefined> {
    try {
      return (await embedder.embed([text], 'document', this.#follower.signal))[0];
    } catch (error) {
      if (isRefusal(error)) return undefined;
      throw error;
    }
  }

  #failed(generation_id: number, error: unknown): number {
    const message = error instanceof Error ? error.message : String(error);
    if (!this.#follower.signal.aborted && this.#last_errors.get(generation_id) !== message)
      this.#options.log.warn({ generation_id, err: message }, 'vectors cannot be made now');
    this.#last_errors.set(generation_id, message);
    return error instanceof HoldfastError
      ? Math.min(error.details.retry_after_ms ?? RETRY_MS, 60_000)
      : RETRY_MS;
  }

  async #dropRetired(): Promise<boolean> {
    if (!this.#has_retired) return false;
    const { done } = await runCommand(this.#options.writer, 'drop_retired', { max_rows: DROPPED_ROWS });
    this.#has_retired = !done;
    return !done;
  }
}

function isRefusal(error: unknown): boolean {
  return error instanceof HoldfastError && error.reason === 'EMBEDDER_REFUSED';
}

function bytesOf(vector: Float32Array): Uint8Array {
  return new Uint8Array(vector.buffer, vector.byteOffset, vector.byteLength);
}
