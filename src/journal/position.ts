/**
 * Where an entry stands: `position = revision * 4096 + ordinal`. One integer is the row id of the journal, the sort key
 * of every append-only tier table and the cursor of a tail, so that no second index is needed to find a revision.
 * A revision stays below 2^41, so a position is always a safe integer.
 */
export const MAX_ENTRIES_PER_REVISION = 4096;

export function positionOf(revision: number, ordinal: number): number {
  return revision * MAX_ENTRIES_PER_REVISION + ordinal;
}

export function revisionOf(position: number): number {
  return Math.floor(position / MAX_ENTRIES_PER_REVISION);
}

export function ordinalOf(position: number): number {
  return position % MAX_ENTRIES_PER_REVISION;
}

/** The highest position that a revision can hold: everything at or below it was committed by then. */
export function lastPositionOf(revision: number): number {
  return positionOf(revision, MAX_ENTRIES_PER_REVISION - 1);
}
