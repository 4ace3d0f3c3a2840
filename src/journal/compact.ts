/** Dropping the beginning of the journal. The chain then verifies from the floor on. */
import { crashPoint } from '../crash_points.js';
import { HoldfastError } from '../errors.js';
import type { Db } from '../store/db.js';
import { readFloor, readHead } from './append.js';
import { lastPositionOf, revisionOf } from './position.js';

export interface Compacted {
  /** The newest revision that is gone. */
  readonly compacted_revision: number;
  readonly dropped_entries: number;
}

/** Entries deleted in one transaction: bounds how long writes wait. */
const CHUNK_ENTRIES = 5000;

/**
 * Deletes the entries at and below `revision`, in chunks; each chunk moves the floor in its own transaction, so a crash
 * leaves a shorter but sound journal. Between chunks `pause` lets writes go first. The newest entry always stays: it is
 * the head.
 * @throws HoldfastError REVISION_IN_FUTURE when `revision` is not below the head.
 */
export async function compactJournal(
  db: Db,
  revision: number,
  pause: () => Promise<void>,
): Promise<Compacted> {
  const head = readHead(db);
  if (revision >= head.revision) {
    throw new HoldfastError(
      'REVISION_IN_FUTURE',
      `revision: ${revision} must be below the head ${head.revision}`,
      {
        field: 'revision',
        metadata: { head: String(head.revision) },
      },
    );
  }
  const last = db.prepare<[number], { position: number; hash: Uint8Array; time_us: number }>(
    `SELECT position, hash, time_us FROM journal WHERE position <= ? ORDER BY position DESC LIMIT 1`,
  );
  const chunk_end = db.prepare<[number], { position: number | null }>(
    'SELECT max(position) AS position FROM (SELECT position FROM journal ORDER BY position LIMIT ?)',
  );
  const drop = db.prepare<[number]>('DELETE FROM journal WHERE position <= ?');
  const set_floor = db.prepare<[number, Uint8Array, number]>(
    `INSERT INTO journal_floor (only, revision, hash, time_us) VALUES (1, ?, ?, ?)
     ON CONFLICT (only) DO UPDATE SET revision = excluded.revision, hash = excluded.hash, time_us = excluded.time_us`,
  );
  let dropped_entries = 0;
  const dropChunk = db.transaction((): number => {
    const end = chunk_end.get(CHUNK_ENTRIES)?.position ?? 0;
    // A floor stands between revisions, never inside one, because watchers get whole revisions.
    const limit = Math.min(lastPositionOf(revision), lastPositionOf(revisionOf(end)));
    const floor = last.get(limit);
    if (floor === undefined) return 0;
    set_floor.run(revisionOf(floor.position), floor.hash, floor.time_us);
    return drop.run(limit).changes;
  });
  for (let changes = dropChunk.immediate(); changes > 0; changes = dropChunk.immediate()) {
    dropped_entries += changes;
    crashPoint('during_compaction');
    await pause();
  }
  return { compacted_revision: readFloor(db).revision, dropped_entries };
}
