/** A sentence model from a folder, run by onnxruntime in a thread of its own. */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { LocalEmbedderConfig } from '../../config_models.js';
import { HoldfastError } from '../../errors.js';
import type { Embedder } from './embedder.js';
import type { FromModel, ToModel } from './local_worker.js';

interface Job {
  resolve(vectors: Float32Array[]): void;
  reject(error: unknown): void;
}

/**
 * Opens the model, which takes about a second for a small one.
 *
 * @throws HoldfastError INVALID_FIELD naming the option, and the package or file that is missing or not understood.
 */
export async function openLocalEmbedder(config: LocalEmbedderConfig): Promise<Embedder> {
  const thread = new Worker(new URL('./local_worker.js', import.meta.url), { workerData: config });
  const [first]: FromModel[] = await once(thread, 'message');
  if (first?.kind !== 'ready') {
    await thread.terminate();
    throw first?.kind === 'error'
      ? HoldfastError.deserialize(first.error)
      : new HoldfastError('INTERNAL', 'the local model did not report');
  }
  return new LocalEmbedder(thread, first.model, first.dimensions, config.batch_size);
}

class LocalEmbedder implements Embedder {
  readonly kind = 'local';
  readonly model: string;
  readonly dimensions: number;
  readonly #thread: Worker;
  readonly #batch_size: number;
  readonly #jobs = new Map<number, Job>();
  #next_id = 1;
  /** Why no call can succeed any more. */
  #ended: HoldfastError | undefined;

  constructor(thread: Worker, model: string, dimensions: number, batch_size: number) {
    this.#thread = thread;
    this.model = model;
    this.dimensions = dimensions;
    this.#batch_size = batch_size;
    thread.on('message', (message: FromModel) => this.#receive(message));
    thread.on('error', (error) => this.#end(`the local model's thread ended: ${error.message}`));
    thread.on('exit', () => this.#end("the local model's thread has ended"));
    // The thread alone keeps no process running.
    thread.unref();
  }

  async embed(
    texts: readonly string[],
    purpose: 'document' | 'query',
    signal: AbortSignal,
  ): Promise<Float32Array[]> {
    const vectors: Float32Array[] = [];
    for (let start = 0; start < texts.length; start += this.#batch_size) {
      const batch = texts.slice(start, start + this.#batch_size);
      vectors.push(...(await this.#embedBatch(batch, purpose, signal)));
    }
    return vectors;
  }

  async close(): Promise<void> {
    if (this.#ended !== undefined) return;
    this.#thread.ref();
    const exited = once(this.#thread, 'exit');
    this.#post({ kind: 'close' });
    await exited;
  }

  /** A batch that runs cannot be stopped: when the signal aborts, its vectors are dropped when they come. */
  async #embedBatch(
    texts: readonly string[],
    purpose: 'document' | 'query',
    signal: AbortSignal,
  ): Promise<Float32Array[]> {
    signal.throwIfAborted();
    if (this.#ended !== undefined) throw this.#ended;
    const id = this.#next_id;
    this.#next_id += 1;
    const { promise, resolve, reject } = deferred<Float32Array[]>();
    const onAbort = () => reject(signal.reason);
    signal.addEventListener('abort', onAbort, { once: true });
    this.#jobs.set(id, { resolve, reject });
    // A job that is waited for keeps the process; the thread by itself does not.
    this.#thread.ref();
    this.#post({ kind: 'embed', id, texts, purpose });
    try {
      return await promise;
    } finally {
      signal.removeEventListener('abort', onAbort);
      this.#jobs.delete(id);
      if (this.#jobs.size === 0) this.#thread.unref();
    }
  }

  #post(message: ToModel): void {
    this.#thread.postMessage(message);
  }

  #receive(message: FromModel): void {
    if (message.kind === 'ready' || message.id === undefined) return;
    const job = this.#jobs.get(message.id);
    if (message.kind === 'vectors') job?.resolve(message.vectors);
    else job?.reject(HoldfastError.deserialize(message.error));
  }

  #end(problem: string): void {
    this.#ended ??= new HoldfastError('EMBEDDER_UNAVAILABLE', problem);
    for (const job of this.#jobs.values()) job.reject(this.#ended);
  }
}

function deferred<T>(): { promise: Promise<T> } & { resolve(value: T): void; reject(error: unknown): void } {
  let resolve: (value: T) => void = () => {};
  let reject: (error: unknown) => void = () => {};
  const promise = new Promise<T>((onValue, onError) => {
    resolve = onValue;
    reject = onError;
  });
  return { promise, resolve, reject };
}
