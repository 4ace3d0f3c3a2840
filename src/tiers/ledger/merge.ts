/** Merges the positions of several accounts, newest first. */

/** An account's postings, as a place to seek in. */
export interface PositionSource {
  /** No posting is above this. */
  readonly upper: number;
  /** The highest position at or below `at`; undefined when there is none. Costs a seek. */
  atOrBelow(at: number): number | undefined;
}

interface Head {
  /** The source's next position, or an upper bound of it while not `exact`. */
  position: number;
  exact: boolean;
  readonly source: PositionSource;
}

/**
 * Up to `limit` positions from `floor` to below `before` of any of the sources, newest first, each once. Seeks only in
 * sources that may hold one of them, so that the newest of many accounts are found without looking at all.
 */
export function mergeNewestFirst(
  sources: readonly PositionSource[],
  before: number,
  floor: number,
  limit: number,
): number[] {
  let heads = sources.map(
    (source): Head => ({ position: Math.min(source.upper, before - 1), exact: false, source }),
  );
  const merged: number[] = [];
  while (merged.length < limit) {
    heads = heads.filter(({ position }) => position >= floor);
    const newest = heads.reduce((most, { position }) => Math.max(most, position), -1);
    if (newest < 0) break;
    const there = heads.filter(({ position }) => position === newest);
    if (there.some(({ exact }) => exact)) merged.push(newest);
    for (const head of there) {
      const found = head.source.atOrBelow(head.exact || merged.at(-1) === newest ? newest - 1 : newest);
      head.position = found ?? -1;
      head.exact = true;
    }
  }
  return merged;
}
