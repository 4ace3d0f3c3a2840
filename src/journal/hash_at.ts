import type { Db } from '../store/db.js';
import { readFloor } from './append.js';
import { lastPositionOf, positionOf } from './position.js';

/** The chain's hash after a revision: that of its last entry. Undefined below the floor and where no such revision is. */
export function hashAt(db: Db): (revision: number) => Uint8Array | undefined {
  const last = db
    .prepare<[number, number], Uint8Array>(
      'SELECT hash FROM journal WHERE position BETWEEN ? AND ? ORDER BY position DESC LIMIT 1',
    )
    .pluck();
  return (revision) => {
    const found = last.get(positionOf(revision, 0), lastPositionOf(revision));
    if (found !== undefined) return found;
    const floor = readFloor(db);
    return floor.revision === revision ? floor.hash : undefined;
  };
}
