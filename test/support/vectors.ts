/** Made-up vectors that lie as embeddings do, in several ways, so that nothing is tuned to one. Seeded. */

export type Source = () => Float32Array;

/** Mulberry32: a small generator, uniform in [0, 1). */
export function uniform(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Standard normal, by Box and Muller. */
export function normal(next: () => number): () => number {
  return () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
}

/** Every direction alike: no index can do better here than to look at much of it. */
export function uniformSource(dimensions: number, seed: number): Source {
  const gauss = normal(uniform(seed));
  return () => Float32Array.from({ length: dimensions }, gauss);
}

/** A spectrum that falls as a power of the rank, as real models' do, without topics: the nearly unclustered case. */
export function spectrumSource(dimensions: number, seed: number, power = 0.5): Source {
  const gauss = normal(uniform(seed));
  return () => Float32Array.from({ length: dimensions }, (_, i) => gauss() * (i + 1) ** -power);
}

/** Topics of skewed sizes (the i-th has weight 1/i), each a centre with noise `spread` times as long as the centre. */
export function topicSource(dimensions: number, seed: number, topics: number, spread: number): Source {
  const next = uniform(seed);
  const gauss = normal(next);
  const centres = Array.from({ length: topics }, () => Float32Array.from({ length: dimensions }, gauss));
  const weights = zipf(topics);
  return () => {
    const centre = centres[pick(weights, next())] as Float32Array;
    return centre.map((component) => component + spread * gauss());
  };
}

/** Topics whose centres and whose noise both follow a falling spectrum: low rank, and topics that overlap. */
export function modelSource(dimensions: number, seed: number, topics: number, spread: number): Source {
  const next = uniform(seed);
  const centre = spectrumSource(dimensions, seed + 1, 0.5);
  const noise = spectrumSource(dimensions, seed + 2, 0.4);
  const offset = centre();
  const centres = Array.from({ length: topics }, () => centre());
  const weights = zipf(topics);
  return () => {
    const own = centres[pick(weights, next())] as Float32Array;
    const around = noise();
    // A shared offset, because real models' vectors lie in a cone.
    return own.map((c, i) => c + 0.5 * (offset[i] as number) + spread * (around[i] as number));
  };
}

/** Cumulative weights 1, 1/2, 1/3, ... scaled to end at 1. */
function zipf(many: number): Float64Array {
  const weights = new Float64Array(many);
  let sum = 0;
  for (let i = 0; i < many; i++) weights[i] = sum += 1 / (i + 1);
  return weights.map((weight) => weight / sum);
}

function pick(cumulative: Float64Array, share: number): number {
  const place = cumulative.findIndex((weight) => weight >= share);
  return place < 0 ? cumulative.length - 1 : place;
}
