/** Checks the chain from the floor to the head: order, hashes, digests of the payloads that are still there. */
import { sha256 } from '../codec/digest.js';
import type { Db } from '../store/db.js';
import { readFloor } from './append.js';
import { chainHash, type EntryHeader } from './entry.js';
import { ordinalOf, revisionOf } from './position.js';
import type { JournalRow } from './tail.js';

export interface Finding {
  /** Such as `journal.hash_mismatch`. */
  readonly kind: string;
  readonly revision: number;
  readonly message: string;
}

export interface JournalReport {
  readonly entries: number;
  readonly revision: number;
  readonly head_hash: Uint8Array;
  readonly findings: readonly Finding[];
}

const PAGE_ROWS = 2000;
const MAX_FINDINGS = 100;

/**
 * Reads page by page, each page on a snapshot of its own so that checkpoints are not held up; where compaction has
 * meanwhile dropped what comes next, it goes on from the new floor. `load` finds payloads that live in tier rows.
 */
export function verifyJournal(
  db: Db,
  load: (entry: EntryHeader) => Uint8Array | null,
  onProgress: (checked: number, total: number) => void,
): JournalReport {
  const rows = db.prepare<[number, number], JournalRow>(
    `SELECT position, agent_id, kind, key, time_us, payload, payload_digest, hash
     FROM journal WHERE position > ? ORDER BY position LIMIT ?`,
  );
  const total = db.prepare<[], number>('SELECT count(*) FROM journal').pluck().get() ?? 0;
  const floor = readFloor(db);
  const findings: Finding[] = [];
  const report = (revision: number, kind: string, message: string) => {
    if (findings.length < MAX_FINDINGS) findings.push({ kind: `journal.${kind}`, revision, message });
  };
  let hash = floor.hash;
  let revision = floor.revision;
  let ordinal = Number.POSITIVE_INFINITY;
  let time_us = floor.time_us;
  let entries = 0;
  let position = -1;
  const nextPage = db.transaction((): JournalRow[] => {
    const now = readFloor(db);
    if (now.revision > revision) {
      ({ hash, revision, time_us } = now);
      ordinal = Number.POSITIVE_INFINITY;
    }
    return rows.all(position, PAGE_ROWS);
  });
  for (let page = nextPage(); page.length > 0; page = nextPage()) {
    for (const row of page) {
      const row_revision = revisionOf(row.position);
      const follows =
        row_revision === revision
          ? ordinalOf(row.position) === ordinal + 1
          : row_revision === revision + 1 && ordinalOf(row.position) === 0;
      if (!follows) report(row_revision, 'gap', `entry ${row.position} does not follow revision ${revision}`);
      if (row.time_us < time_us)
        report(row_revision, 'time_goes_back', `entry ${row.position} is older than the one before`);
      if (Buffer.compare(chainHash(hash, row), row.hash) !== 0) {
        report(row_revision, 'hash_mismatch', `entry ${row.position} does not hash to what is stored`);
      }
      const payload = row.payload ?? load(row);
      if (payload !== null && Buffer.compare(sha256(payload), row.payload_digest) !== 0) {
        report(row_revision, 'payload_mismatch', `the payload of entry ${row.position} was changed`);
      }
      hash = row.hash;
      revision = row_revision;
      ordinal = ordinalOf(row.position);
      time_us = row.time_us;
      position = row.position;
      entries += 1;
    }
    onProgress(entries, total);
  }
  return { entries, revision, head_hash: hash, findings };
}
