/** Token counts for the main thread, worked out in threads of their own. */
import { Worker } from 'node:worker_threads';
import { HoldfastError, type SerializedError } from '../errors.js';
import type { Assembled, AssembleOptions, ContextPart } from './assemble.js';
import type { Truncated } from './encoder.js';
import type { Encoding } from './models.js';

export type TokenRequest =
  | { readonly kind: 'count'; readonly encoding: Encoding; readonly texts: readonly string[] }
  | {
      readonly kind: 'truncate';
      readonly encoding: Encoding;
      readonly text: string;
      readonly max_tokens: number;
    }
  | {
      readonly kind: 'assemble';
      readonly encoding: Encoding;
      readonly parts: readonly ContextPart[];
      readonly options: AssembleOptions;
    };

export interface ToTokens {
  readonly id: number;
  readonly request: TokenRequest;
}

export type FromTokens =
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly error: SerializedError };

interface Job {
  readonly units: number;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

interface Thread {
  readonly worker: Worker;
  readonly jobs: Map<number, Job>;
}

const MAX_JOBS = 1000;
const MAX_UNITS = 32 * 1024 * 1024;

export class TokenPool {
  readonly #max_threads: number;
  readonly #threads: Thread[] = [];
  #next_id = 0;
  #jobs = 0;
  #units = 0;
  #closed = false;

  /** Starts the threads, which build their encoders at once. */
  constructor(max_threads = 1) {
    this.#max_threads = max_threads;
    this.#startThreads();
  }

  /**
   * Tokens of each text, exact within what encoder.ts says.
   *
   * @throws HoldfastError TOO_MANY when 1,000 calls or 32 Mi UTF-16 units wait already, SHUTTING_DOWN, or INTERNAL when
   * the thread ended.
   */
  count(texts: readonly string[], encoding: Encoding): Promise<number[]> {
    const units = texts.reduce((sum, text) => sum + text.length, 0);
    return this.#submit({ kind: 'count', encoding, texts }, units) as Promise<number[]>;
  }

  /**
   * The text cut at its end to at most `max_tokens` (a whole number, 0 or more): see Encoder.truncate.
   *
   * @throws HoldfastError as `count` does.
   */
  truncate(text: string, encoding: Encoding, max_tokens: number): Promise<Truncated> {
    return this.#submit({ kind: 'truncate', encoding, text, max_tokens }, text.length) as Promise<Truncated>;
  }

  /**
   * A context of at most a budget of tokens: see assemble.ts.
   *
   * @throws HoldfastError as `count` does.
   */
  assemble(parts: readonly ContextPart[], encoding: Encoding, options: AssembleOptions): Promise<Assembled> {
    const units = parts.reduce((sum, { content }) => sum + content.length, 0);
    return this.#submit({ kind: 'assemble', encoding, parts, options }, units) as Promise<Assembled>;
  }

  /** Refuses what waits and ends the threads; they hold nothing that could be lost. */
  async close(): Promise<void> {
    this.#closed = true;
    const threads = this.#threads.splice(0);
    for (const thread of threads) {
      this.#rejectJobs(thread, new HoldfastError('SHUTTING_DOWN', 'the daemon is stopping'));
    }
    await Promise.all(threads.map(({ worker }) => worker.terminate()));
  }

  #submit(request: TokenRequest, units: number): Promise<unknown> {
    if (this.#closed) return Promise.reject(new HoldfastError('SHUTTING_DOWN', 'the daemon is stopping'));
    // A text beyond the limit is let in when it is alone, or it could never be counted.
    if (this.#jobs >= MAX_JOBS || (this.#jobs > 0 && this.#units + units > MAX_UNITS)) {
      return Promise.reject(
        new HoldfastError('TOO_MANY', `${this.#jobs} token counts over ${this.#units} characters wait`, {
          metadata: { max_calls: String(MAX_JOBS), max_characters: String(MAX_UNITS) },
          retry_after_ms: 1000,
        }),
      );
    }
    this.#startThreads();
    return new Promise((resolve, reject) => {
      const thread = this.#threads.reduce((best, other) => (other.jobs.size < best.jobs.size ? other : best));
      const message: ToTokens = { id: this.#next_id++, request };
      thread.worker.postMessage(message);
      thread.jobs.set(message.id, { units, resolve, reject });
      this.#jobs++;
      this.#units += units;
    });
  }

  /** A thread that ended is replaced by the next call, not at once, so that one that cannot start is not started for ever. */
  #startThreads(): void {
    while (this.#threads.length < this.#max_threads) {
      const worker = new Worker(new URL('./worker.js', import.meta.url));
      const thread: Thread = { worker, jobs: new Map() };
      this.#threads.push(thread);
      let cause = 'for no known reason';
      worker.on('message', (message: FromTokens) => this.#receive(thread, message));
      worker.on('error', (error) => {
        cause = error.message;
      });
      worker.on('exit', () => {
        const place = this.#threads.indexOf(thread);
        if (place >= 0) this.#threads.splice(place, 1);
        this.#rejectJobs(thread, new HoldfastError('INTERNAL', `a token thread ended: ${cause}`));
      });
    }
  }

  #receive(thread: Thread, message: FromTokens): void {
    const job = this.#take(thread, message.id);
    if ('error' in message) job?.reject(HoldfastError.deserialize(message.error));
    else job?.resolve(message.value);
  }

  #take(thread: Thread, id: number): Job | undefined {
    const job = thread.jobs.get(id);
    if (job === undefined) return undefined;
    thread.jobs.delete(id);
    this.#jobs--;
    this.#units -= job.units;
    return job;
  }

  #rejectJobs(thread: Thread, error: HoldfastError): void {
    for (const id of [...thread.jobs.keys()]) this.#take(thread, id)?.reject(error);
  }
}
