/** Puts two ranked lists together and fades what is old: pure functions. */

export interface Ranked {
  readonly position: number;
  /** Cosine or BM25. */
  readonly score: number;
}

export interface FusionWeights {
  readonly vector: number;
  readonly keyword: number;
  /** The k of reciprocal rank fusion. */
  readonly rrf_k: number;
}

/** A candidate and how it came to its place; ranks count from 1, 0 = not in that list. */
export interface Fused {
  readonly position: number;
  readonly vector_rank: number;
  readonly cosine: number;
  readonly keyword_rank: number;
  readonly bm25: number;
  readonly score: number;
}

/**
 * Reciprocal rank fusion (Cormack, Clarke, Buettcher, "Reciprocal Rank Fusion outperforms Condorcet and individual Rank
 * Learning Methods", SIGIR 2009). Both lists best first. In no order.
 */
export function fuse(
  by_vector: readonly Ranked[],
  by_keyword: readonly Ranked[],
  weights: FusionWeights,
): Fused[] {
  const fused = new Map<number, Fused>();
  for (const [index, { position, score: cosine }] of by_vector.entries()) {
    const vector_rank = index + 1;
    const score = weights.vector / (weights.rrf_k + vector_rank);
    fused.set(position, { position, vector_rank, cosine, keyword_rank: 0, bm25: 0, score });
  }
  for (const [index, { position, score: bm25 }] of by_keyword.entries()) {
    const keyword_rank = index + 1;
    const score = weights.keyword / (weights.rrf_k + keyword_rank);
    const present = fused.get(position) ?? { position, vector_rank: 0, cosine: 0, score: 0 };
    fused.set(position, { ...present, keyword_rank, bm25, score: present.score + score });
  }
  return [...fused.values()];
}

/** What remains of a score at this age: halves with every half-life; the future has not faded. */
export function recency(age_us: number, half_life_us: number): number {
  return 0.5 ** (Math.max(age_us, 0) / half_life_us);
}

/** A score times the recency. A cosine below 0 would rise by it, so it stays. */
export function faded(score: number, recency: number): number {
  return score > 0 ? score * recency : score;
}

/** Best first; equals newest first. */
export function byScore(
  a: { readonly score: number; readonly position: number },
  b: { readonly score: number; readonly position: number },
): number {
  return b.score - a.score || b.position - a.position;
}
