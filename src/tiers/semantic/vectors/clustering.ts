/** Spherical k-means on a few thousand vectors: Lloyd's iterations with the cosine as likeness. */
import { at, dot } from './codes.js';

const ITERATIONS = 8;
const GOLDEN_RATIO = 0.618033988749895;

export interface Clustering {
  /** At unit length; none is empty. */
  readonly centroids: readonly Float32Array[];
  /** For each vector, the place of its centroid. */
  readonly members: readonly number[];
}

/** Groups vectors of unit length around at most `many` centroids. The same vectors give the same groups. */
export function cluster(vectors: readonly Float32Array[], many: number): Clustering {
  let centroids = seedsAmong(vectors, many);
  let members = vectors.map((vector) => nearestTo(vector, centroids));
  for (let round = 0; round < ITERATIONS; round++) {
    centroids = means(vectors, members, centroids.length);
    members = vectors.map((vector) => nearestTo(vector, centroids));
  }
  return withoutEmpty({ centroids, members });
}

/**
 * Seeds as k-means++ draws them (Arthur and Vassilvitskii 2007): each with a chance in proportion to the squared distance
 * to the nearest seed so far, so that small groups far from all others get one too. In place of chance, the golden ratio's
 * multiples, which spread evenly.
 */
function seedsAmong(vectors: readonly Float32Array[], many: number): Float32Array[] {
  const seeds: Float32Array[] = [];
  const squares = new Float64Array(vectors.length).fill(2);
  while (seeds.length < Math.min(many, vectors.length)) {
    const place = placeAt(squares, ((seeds.length + 1) * GOLDEN_RATIO) % 1);
    const seed = vectors[place] as Float32Array;
    seeds.push(seed);
    for (const [i, vector] of vectors.entries()) {
      squares[i] = Math.min(squares[i] as number, Math.max(0, 2 - 2 * dot(vector, seed)));
    }
  }
  return seeds;
}

/** The place where the running sum of the weights passes this share of the whole. */
function placeAt(weights: Float64Array, share: number): number {
  let whole = 0;
  for (const weight of weights) whole += weight;
  let rest = share * whole;
  for (let place = 0; place < weights.length; place++) {
    rest -= weights[place] as number;
    if (rest < 0) return place;
  }
  return weights.length - 1;
}

/** The place of the centroid that is most like the vector; the first of equals. */
export function nearestTo(vector: Float32Array, centroids: readonly Float32Array[]): number {
  let [nearest, most] = [0, Number.NEGATIVE_INFINITY];
  for (let i = 0; i < centroids.length; i++) {
    const likeness = dot(vector, centroids[i] as Float32Array);
    if (likeness > most) [nearest, most] = [i, likeness];
  }
  return nearest;
}

/** The mean direction of each group; groups without one (empty, or opposite vectors alone) are left out. */
function means(vectors: readonly Float32Array[], members: readonly number[], many: number): Float32Array[] {
  const sums = Array.from({ length: many }, () => new Float64Array(vectors[0]?.length ?? 0));
  for (const [i, vector] of vectors.entries()) {
    const sum = sums[members[i] as number] as Float64Array;
    for (let d = 0; d < vector.length; d++) sum[d] = (sum[d] as number) + at(vector, d);
  }
  const directions: Float32Array[] = [];
  for (const sum of sums) {
    let square = 0;
    for (const component of sum) square += component * component;
    if (square > 1e-12)
      directions.push(new Float32Array(sum.map((component) => component / Math.sqrt(square))));
  }
  return directions;
}

function withoutEmpty({ centroids, members }: Clustering): Clustering {
  const used = [...new Set(members)].sort((a, b) => a - b);
  const places = new Map(used.map((old, place) => [old, place]));
  return {
    centroids: used.map((old) => centroids[old] as Float32Array),
    members: members.map((old) => places.get(old) as number),
  };
}
