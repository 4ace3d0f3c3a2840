/**
 * How good a ranking is, against the documents that are known to be relevant. Relevance is binary. Definitions: Manning,
 * Raghavan, Schuetze, "Introduction to Information Retrieval" (2008), chapter 8; DCG with log2(rank + 1).
 */

const NDCG_AT = 10;

export interface Quality {
  readonly recall_at_1: number;
  readonly recall_at_5: number;
  readonly recall_at_10: number;
  readonly recall_at_20: number;
  readonly ndcg_at_10: number;
  /** The reciprocal of the first relevant document's rank; 0 when none was found. Its mean is the MRR. */
  readonly reciprocal_rank: number;
}

/**
 * Judges one ranking, best first.
 * @param relevant at least one; what could never be found counts all the same.
 */
export function judge(ranking: readonly string[], relevant: ReadonlySet<string>): Quality {
  // A document that comes twice takes one place: the second says nothing new.
  const ranks = [...new Set(ranking)].flatMap((id, index) => (relevant.has(id) ? [index + 1] : []));
  const recallAt = (depth: number) => ranks.filter((rank) => rank <= depth).length / relevant.size;
  const ideal = Array.from({ length: relevant.size }, (_, index) => index + 1);
  return {
    recall_at_1: recallAt(1),
    recall_at_5: recallAt(5),
    recall_at_10: recallAt(10),
    recall_at_20: recallAt(20),
    ndcg_at_10: gain(ranks) / gain(ideal),
    reciprocal_rank: ranks[0] === undefined ? 0 : 1 / ranks[0],
  };
}

function gain(ranks: readonly number[]): number {
  return ranks.filter((rank) => rank <= NDCG_AT).reduce((sum, rank) => sum + 1 / Math.log2(rank + 1), 0);
}

/** The mean of each figure over queries, every query counting the same. NaN without queries. */
export function meanOf(qualities: readonly Quality[]): Quality {
  const mean = (figure: keyof Quality) =>
    qualities.reduce((sum, quality) => sum + quality[figure], 0) / qualities.length;
  return {
    recall_at_1: mean('recall_at_1'),
    recall_at_5: mean('recall_at_5'),
    recall_at_10: mean('recall_at_10'),
    recall_at_20: mean('recall_at_20'),
    ndcg_at_10: mean('ndcg_at_10'),
    reciprocal_rank: mean('reciprocal_rank'),
  };
}

/** The smallest sample that at least this fraction of all samples does not exceed (nearest rank); NaN without samples. */
export function percentile(samples: readonly number[], fraction: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(fraction * sorted.length) - 1)] ?? Number.NaN;
}
