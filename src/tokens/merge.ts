/** Byte-pair merging of one short piece, the inner loop of counting. */

/** Longest piece that is merged as one, in UTF-16 units; a unit is three bytes at most. */
export const MAX_PIECE = 128;
const MAX_BYTES = 3 * MAX_PIECE;
const NONE = 0x7fffffff;

// One piece is merged at a time, so its working memory is shared. starts[i] is where part i starts; pairs[i] is the rank
// of parts i and i + 1 together, or NONE.
const starts = new Int32Array(MAX_BYTES + 1);
const pairs = new Int32Array(MAX_BYTES + 1);
const bytes = Buffer.alloc(MAX_BYTES);

/** The UTF-8 bytes of a piece, one character a byte. A lone surrogate becomes U+FFFD. */
export function bytesOf(piece: string): string {
  for (let i = 0; i < piece.length; i++) {
    if (piece.charCodeAt(i) > 127) return bytes.toString('latin1', 0, bytes.write(piece));
  }
  return piece;
}

/**
 * Merges the adjacent pair of lowest rank, the leftmost of equals, until none is left, as tiktoken does.
 *
 * The search for the lowest is linear, which for at most 384 bytes beats a heap.
 *
 * @param piece at least one byte, at most MAX_PIECE characters' worth of them, one character a byte.
 * @returns where each token ends, valid until the next call.
 */
export function merge(piece: string, ranks: ReadonlyMap<string, number>): Int32Array {
  let count = piece.length;
  for (let i = 0; i <= count; i++) starts[i] = i;
  const rankAt = (part: number): number =>
    part + 2 > count ? NONE : (ranks.get(piece.slice(starts[part], starts[part + 2])) ?? NONE);
  for (let i = 0; i < count; i++) pairs[i] = rankAt(i);
  for (;;) {
    let best = 0;
    let lowest = NONE;
    for (let i = 0; i < count - 1; i++) {
      const rank = pairs[i] ?? NONE;
      if (rank < lowest) {
        lowest = rank;
        best = i;
      }
    }
    if (lowest === NONE) return starts.subarray(1, count + 1);
    starts.copyWithin(best + 1, best + 2, count + 1);
    pairs.copyWithin(best + 1, best + 2, count);
    count--;
    pairs[best] = rankAt(best);
    if (best > 0) pairs[best - 1] = rankAt(best - 1);
  }
}
