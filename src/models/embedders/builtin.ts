/**
 * The default embedder: no network, no model, no understanding. Texts are near one another when they share words, pieces
 * of words and pairs of words; synonyms and translations are not. It makes recall robust against inflection and typing
 * errors, which keyword search alone is not, and it is a placeholder for a real model.
 *
 * Features are hashed into the dimensions with a sign (Weinberger et al. 2009, "Feature Hashing for Large Scale Multitask
 * Learning"), so that two features that share a place cancel out on average instead of adding up.
 */
import { setImmediate as turn } from 'node:timers/promises';
import { type Embedder, unitVector } from './embedder.js';
import { eachFeature, fold } from './features.js';

/** Names the features, their weights and the hash. Vectors of another name are not comparable. */
export const BUILTIN_MODEL = 'builtin-ngram-1';

/** Other work gets its turn after so much text; a millisecond or two. */
const UNITS_A_TURN = 8_192;

export function builtinEmbedder(dimensions: number): Embedder {
  return {
    kind: 'builtin',
    model: BUILTIN_MODEL,
    dimensions,
    async embed(texts, _purpose, signal) {
      signal.throwIfAborted();
      const vectors: Float32Array[] = [];
      let units = 0;
      for (const text of texts) {
        vectors.push(embedText(text, dimensions));
        units += text.length;
        if (units < UNITS_A_TURN) continue;
        units = 0;
        await turn();
        signal.throwIfAborted();
      }
      return vectors;
    },
    async close() {},
  };
}

function embedText(text: string, dimensions: number): Float32Array {
  const sums = new Float64Array(dimensions);
  eachFeature(text, (feature, weight) => {
    const hash = hashOf(feature);
    // The high bits choose the place, the lowest bit, which they do not depend on, the sign.
    const place = Math.floor((hash / 2 ** 32) * dimensions);
    sums[place] = (sums[place] ?? 0) + ((hash & 1) === 0 ? weight : -weight);
  });
  // Features may cancel out exactly, which takes a very short text and ill luck: then the text is its own feature.
  if (sums.every((sum) => Math.fround(sum) === 0))
    sums[Math.floor((hashOf(`t${fold(text)}`) / 2 ** 32) * dimensions)] = 1;
  return unitVector(sums, dimensions, 'vector');
}

/** 32 bits: FNV-1a over UTF-16 units, then MurmurHash3's finalizer, because FNV alone mixes short strings badly. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
