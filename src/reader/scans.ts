/**
 * The pool of reader threads. Scans wait in a bounded queue for a free thread; point reads never come here. Where there are
 * two threads or more, one of them is kept for scans that are not slow.
 */
import { Worker } from 'node:worker_threads';
import { HoldfastError, type SerializedError } from '../errors.js';
import type { ScanProgress } from '../tiers/scan.js';
import { type ScanName, type ScanTypes, SLOW_SCANS } from '../tiers/scans.js';
import { spanned } from '../tracing/spans.js';

export interface ToReader {
  readonly name: ScanName;
  readonly args: unknown;
}

export type FromReader =
  | { readonly kind: 'result'; readonly value: unknown }
  | { readonly kind: 'progress'; readonly value: ScanProgress }
  | { readonly kind: 'error'; readonly error: SerializedError; readonly fatal: boolean };

interface Job extends ToReader {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
  readonly onProgress: ((value: ScanProgress) => void) | undefined;
}

const MAX_WAITING = 1000;

export class Scans {
  readonly #path: string;
  readonly #max_threads: number;
  readonly #idle: Worker[] = [];
  readonly #busy = new Map<Worker, Job>();
  readonly #waiting: Job[] = [];
  readonly #onFatal: (message: string) => void;
  #closed = false;

  /** Threads start when first needed. `onFatal` is told when the database cannot be read. */
  constructor(path: string, max_threads: number, onFatal: (message: string) => void) {
    this.#path = path;
    this.#max_threads = max_threads;
    this.#onFatal = onFatal;
  }

  /** @throws HoldfastError TOO_MANY when a thousand scans wait already, SHUTTING_DOWN, or the scan's own error. */
  run<Name extends ScanName>(
    name: Name,
    args: ScanTypes[Name]['args'],
    onProgress?: (value: ScanProgress) => void,
  ): Promise<ScanTypes[Name]['result']> {
    if (this.#closed) return Promise.reject(new HoldfastError('SHUTTING_DOWN', 'the daemon is stopping'));
    if (this.#waiting.length >= MAX_WAITING) {
      return Promise.reject(
        new HoldfastError('TOO_MANY', `more than ${MAX_WAITING} scans wait`, { retry_after_ms: 1000 }),
      );
    }
    return spanned(
      'scan',
      () =>
        new Promise((resolve, reject) => {
          this.#waiting.push({
            name,
            args,
            resolve: resolve as (value: unknown) => void,
            reject,
            onProgress,
          });
          this.#dispatch();
        }),
    );
  }

  /** Refuses what waits, lets what runs finish, and ends the threads. */
  async close(): Promise<void> {
    this.#closed = true;
    for (const job of this.#waiting.splice(0))
      job.reject(new HoldfastError('SHUTTING_DOWN', 'the daemon is stopping'));
    // A thread is never terminated inside a SQLite call: its last job ends first.
    while (this.#busy.size > 0) await new Promise((resolve) => setTimeout(resolve, 10));
    await Promise.all(this.#idle.splice(0).map((thread) => thread.terminate()));
  }

  #dispatch(): void {
    const slow = [...this.#busy.values()].filter(({ name }) => SLOW_SCANS.has(name)).length;
    const has_room = slow < Math.max(1, this.#max_threads - 1);
    const place = this.#waiting.findIndex(({ name }) => has_room || !SLOW_SCANS.has(name));
    if (place < 0) return;
    const thread = this.#idle.pop() ?? this.#startThread();
    if (thread === undefined) return;
    const [job] = this.#waiting.splice(place, 1);
    if (job === undefined) return;
    this.#busy.set(thread, job);
    const message: ToReader = { name: job.name, args: job.args };
    thread.postMessage(message);
  }

  #startThread(): Worker | undefined {
    if (this.#idle.length + this.#busy.size >= this.#max_threads) return undefined;
    const thread = new Worker(new URL('./worker.js', import.meta.url), { workerData: { path: this.#path } });
    thread.on('message', (message: FromReader) => this.#receive(thread, message));
    thread.on('error', (error) => {
      const job = this.#busy.get(thread);
      this.#busy.delete(thread);
      const place = this.#idle.indexOf(thread);
      if (place >= 0) this.#idle.splice(place, 1);
      job?.reject(new HoldfastError('INTERNAL', `a reader thread ended: ${error.message}`));
      // Another thread takes over what waits.
      if (this.#waiting.length > 0) this.#dispatch();
    });
    return thread;
  }

  #receive(thread: Worker, message: FromReader): void {
    const job = this.#busy.get(thread);
    if (message.kind === 'progress') {
      job?.onProgress?.(message.value);
      return;
    }
    this.#busy.delete(thread);
    this.#idle.push(thread);
    if (message.kind === 'result') job?.resolve(message.value);
    else {
      job?.reject(HoldfastError.deserialize(message.error));
      if (message.fatal) this.#onFatal(message.error.message);
    }
    this.#dispatch();
  }
}
