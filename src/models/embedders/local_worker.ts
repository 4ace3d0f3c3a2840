/** The thread that holds the sentence model: loading it, tokenization and onnxruntime's run all block their thread. */
import { parentPort, workerData } from 'node:worker_threads';
import type { LocalEmbedderConfig } from '../../config_models.js';
import { HoldfastError, type SerializedError } from '../../errors.js';
import { readModelFolder } from './local_folder.js';
import { LocalModel } from './local_model.js';
import { loadPackages } from './local_packages.js';

export type ToModel =
  | {
      readonly kind: 'embed';
      readonly id: number;
      readonly texts: readonly string[];
      readonly purpose: 'document' | 'query';
    }
  | { readonly kind: 'close' };

export type FromModel =
  | { readonly kind: 'ready'; readonly model: string; readonly dimensions: number }
  | { readonly kind: 'vectors'; readonly id: number; readonly vectors: Float32Array[] }
  /** Without an id the model could not be opened. */
  | { readonly kind: 'error'; readonly id?: number; readonly error: SerializedError };

function serialize(error: unknown): SerializedError {
  if (error instanceof HoldfastError) return error.serialize();
  // onnxruntime's own words name nodes and shapes, never texts.
  const words = error instanceof Error ? error.message : String(error);
  return { reason: 'EMBEDDER_REFUSED', message: `the local model failed: ${words.slice(0, 500)}` };
}

function send(message: FromModel): void {
  parentPort?.postMessage(message);
}

/** One batch after the other: they would only take the processor from one another. */
async function serve(model: LocalModel): Promise<void> {
  let last: Promise<void> = Promise.resolve();
  parentPort?.on('message', (message: ToModel) => {
    last = last.then(async () => {
      if (message.kind === 'close') {
        await model.close();
        parentPort?.close();
        return;
      }
      try {
        const vectors = await model.embed(message.texts, message.purpose);
        send({ kind: 'vectors', id: message.id, vectors });
      } catch (error) {
        send({ kind: 'error', id: message.id, error: serialize(error) });
      }
    });
  });
}

const config: LocalEmbedderConfig = workerData;
try {
  const folder = await readModelFolder(config.folder);
  const model = await LocalModel.open(folder, await loadPackages(), config.max_input_bytes);
  // The graph need not say how long its vectors are; a first text shows it, and that the model runs at all.
  const [probe] = await model.embed(['a'], 'document');
  await serve(model);
  send({ kind: 'ready', model: folder.model, dimensions: probe?.length ?? 0 });
} catch (error) {
  send({ kind: 'error', error: serialize(error) });
}
