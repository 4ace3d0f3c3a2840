/** Merges the positions of several accounts, newest first. */

/** The highest position below `before` of one account; undefined when there is none. */
export type PreviousPosition = (before: number) => number | undefined;

/** Up to `limit` positions below `before` and at or above `floor` of any of the accounts, newest first, each once. */
export function mergeNewestFirst(
  accounts: readonly PreviousPosition[],
  before: number,
  floor: number,
  limit: number,
): number[] {
  const heads: { position: number; readonly previous: PreviousPosition }[] = [];
  for (const previous of accounts) {
    const position = previous(before);
    if (position !== undefined && position >= floor) heads.push({ position, previous });
  }
  const merged: number[] = [];
  while (merged.length < limit && heads.length > 0) {
    const newest = heads.reduce((most, head) => Math.max(most, head.position), 0);
    merged.push(newest);
    for (let index = heads.length - 1; index >= 0; index--) {
      const head = heads[index];
      if (head?.position !== newest) continue;
      const position = head.previous(newest);
      if (position === undefined || position < floor) heads.splice(index, 1);
      else head.position = position;
    }
  }
  return merged;
}
