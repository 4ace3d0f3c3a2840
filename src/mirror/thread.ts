/** The main thread's end of the mirror's thread. A thread that dies is replaced with the next round. */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { FromMirrorThread, MirrorThreadData, ToMirrorThread } from './worker.js';

/**
 * Far more than a round takes: one that takes more ends its thread, not the daemon. The young generation is kept small as well:
 * left to itself it grows with every page, and a thread that writes text makes much that is short-lived.
 */
const MAX_HEAP_MB = 256;
const YOUNG_HEAP_MB = 8;

export class MirrorThread {
  readonly #data: MirrorThreadData;
  #worker: Worker | undefined;
  #answer: ((answer: FromMirrorThread) => void) | undefined;

  constructor(data: MirrorThreadData) {
    this.#data = data;
  }

  /** Resolves with what came of it; one at a time. */
  round(now_us: number, rebuild: boolean): Promise<FromMirrorThread> {
    return new Promise((resolve) => {
      this.#answer = resolve;
      this.#worker ??= this.#start();
      const message: ToMirrorThread = { kind: 'round', now_us, rebuild };
      this.#worker.postMessage(message);
    });
  }

  /** Resolves once the thread has ended; it is never terminated, because it may be inside SQLite. */
  async close(): Promise<void> {
    const worker = this.#worker;
    if (worker === undefined) return;
    const exited = once(worker, 'exit');
    const message: ToMirrorThread = { kind: 'close' };
    worker.postMessage(message);
    await exited;
  }

  #start(): Worker {
    const worker = new Worker(new URL('./worker.js', import.meta.url), {
      workerData: this.#data,
      resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MB, maxYoungGenerationSizeMb: YOUNG_HEAP_MB },
    });
    worker.on('message', (answer: FromMirrorThread) => this.#give(answer));
    // An error is followed by the exit, by which time there may be another thread already.
    const ended = (message: string): void => {
      if (this.#worker !== worker) return;
      this.#worker = undefined;
      this.#give({ kind: 'failed', error: 'thread', message, is_fatal: false });
    };
    worker.on('error', (error) => ended(error.message));
    worker.on('exit', () => ended('the thread ended'));
    return worker;
  }

  #give(answer: FromMirrorThread): void {
    const give = this.#answer;
    this.#answer = undefined;
    give?.(answer);
  }
}
