import { HoldfastError } from '../../errors.js';
import type { Embedder } from './embedder.js';

/** The daemon embeds nothing: vectors come with the calls. */
export function clientEmbedder(model: string, dimensions: number): Embedder {
  return {
    kind: 'client',
    model,
    dimensions,
    async embed() {
      throw new HoldfastError(
        'VECTOR_REQUIRED',
        `vector: this daemon makes no vectors (--embedder client), so the call must bring one of ${dimensions} dimensions made by "${model}"`,
        { field: 'vector', metadata: { model, dimensions: String(dimensions) } },
      );
    },
    async close() {},
  };
}
