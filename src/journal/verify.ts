/** Checks the chain from the floor to the head: order, hashes, digests of the payloads that are still there. */
import { sha256 } from '../codec/digest.js';
import type { Db } from '../store/db.js';
import { readFloor } from './append.js';
import { chainHash, DIGEST_BYTES, type EntryHeader } from './entry.js';
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

/** Finds the payloads that live in tier rows; null = dropped by retention, undefined = nothing drops it, and it is not there. */
export type LoadPayload = (entry: EntryHeader) => Uint8Array | null | undefined;

/** How far a check is: the entry that it saw last. */
export interface ChainCursor {
  readonly position: number;
  readonly revision: number;
  readonly ordinal: number;
  readonly hash: Uint8Array;
  readonly time_us: number;
}

export interface ChainPart {
  readonly cursor: ChainCursor;
  readonly findings: readonly Finding[];
  readonly entries: number;
  /** Nothing came after. */
  readonly done: boolean;
}

const PAGE_ROWS = 2000;
const MAX_FINDINGS = 100;
/** Before the first entry. The floor takes its place as soon as a page is read. */
const START: ChainCursor = {
  position: -1,
  revision: -1,
  ordinal: Number.MAX_SAFE_INTEGER,
  hash: new Uint8Array(),
  time_us: 0,
};

const COLUMNS = 'position, agent_id, kind, key, time_us, payload, payload_digest, hash';

/**
 * Reads page by page, each page on a snapshot of its own so that checkpoints are not held up; where compaction has
 * meanwhile dropped what comes next, it goes on from the new floor.
 */
export function verifyJournal(
  db: Db,
  load: LoadPayload,
  onProgress: (checked: number, total: number) => void,
): JournalReport {
  const total = db.prepare<[], number>('SELECT count(*) FROM journal').pluck().get() ?? 0;
  const findings: Finding[] = [];
  let entries = 0;
  const verifyPart = journalVerifier(db, load);
  for (let cursor: ChainCursor | null = null; ; ) {
    const part: ChainPart = verifyPart(cursor, PAGE_ROWS);
    cursor = part.cursor;
    entries += part.entries;
    findings.push(...part.findings.slice(0, MAX_FINDINGS - findings.length));
    onProgress(entries, total);
    if (part.done) return { entries, revision: cursor.revision, head_hash: cursor.hash, findings };
  }
}

/** The same in parts of one page each, for whoever lets others go first in between. A null cursor begins. */
export function journalVerifier(
  db: Db,
  load: LoadPayload,
): (cursor: ChainCursor | null, max_entries: number) => ChainPart {
  const rows = db.prepare<[number, number], JournalRow>(
    `SELECT ${COLUMNS} FROM journal WHERE position > ? ORDER BY position LIMIT ?`,
  );
  return (from, max_entries) =>
    db.transaction((): ChainPart => {
      let cursor = from ?? START;
      const floor = readFloor(db);
      if (floor.revision > cursor.revision) cursor = { ...START, ...floor, position: cursor.position };
      const findings: Finding[] = [];
      const page = rows.all(cursor.position, max_entries);
      for (const row of page) {
        if (findings.length < MAX_FINDINGS) findings.push(...entryFindings(cursor, row, load));
        cursor = {
          position: row.position,
          revision: revisionOf(row.position),
          ordinal: ordinalOf(row.position),
          hash: row.hash,
          time_us: row.time_us,
        };
      }
      return { cursor, findings, entries: page.length, done: page.length < max_entries };
    })();
}

/**
 * The newest entries alone, newest first: each against the one before it. Bounds what a start costs.
 * @returns what was found and how many entries were looked at.
 */
export function verifyNewest(
  db: Db,
  load: LoadPayload,
  max_entries: number,
): { findings: Finding[]; entries: number } {
  const rows = db.prepare<[], JournalRow>(`SELECT ${COLUMNS} FROM journal ORDER BY position DESC`);
  return db.transaction(() => {
    const findings: Finding[] = [];
    let entries = 0;
    let later: JournalRow | undefined;
    const check = (before: ChainCursor): void => {
      if (later === undefined) return;
      entries += 1;
      if (findings.length < MAX_FINDINGS) findings.push(...entryFindings(before, later, load));
    };
    for (const row of rows.iterate()) {
      check({
        position: row.position,
        revision: revisionOf(row.position),
        ordinal: ordinalOf(row.position),
        hash: row.hash,
        time_us: row.time_us,
      });
      later = row;
      if (entries === max_entries) return { findings, entries };
    }
    check({ ...START, ...readFloor(db) });
    return { findings, entries };
  })();
}

/** What is wrong with an entry, given the one before it. A damaged row may hold anything, so nothing is taken on trust. */
function entryFindings(before: ChainCursor, row: JournalRow, load: LoadPayload): Finding[] {
  const findings: Finding[] = [];
  const revision = revisionOf(row.position);
  const report = (kind: string, message: string): void => {
    findings.push({ kind: `journal.${kind}`, revision, message });
  };
  const follows =
    revision === before.revision
      ? ordinalOf(row.position) === before.ordinal + 1
      : revision === before.revision + 1 && ordinalOf(row.position) === 0;
  if (!follows) report('gap', `entry ${row.position} does not follow revision ${before.revision}`);
  if (row.time_us < before.time_us)
    report('time_goes_back', `entry ${row.position} is older than the one before`);
  const well_formed = isWellFormed(row);
  if (!well_formed || !isHash(before.hash) || Buffer.compare(chainHash(before.hash, row), row.hash) !== 0)
    report('hash_mismatch', `entry ${row.position} does not hash to what is stored`);
  const payload: unknown = well_formed ? (row.payload ?? load(row)) : null;
  if (payload === undefined) report('payload_missing', `the payload of entry ${row.position} is not there`);
  else if (payload !== null && !(payload instanceof Uint8Array && sha256(payload).equals(row.payload_digest)))
    report('payload_mismatch', `the payload of entry ${row.position} was changed`);
  return findings;
}

const MAX_TEXT_LENGTH = 4096;

/** The types and bounds of what was once written: a flipped bit can make a text a number, or a length another. */
function isWellFormed({ position, agent_id, kind, key, time_us, payload_digest, hash }: JournalRow): boolean {
  return (
    [position, time_us].every((value) => Number.isSafeInteger(value) && value >= 0) &&
    [agent_id, kind].every((text) => typeof text === 'string' && text.length <= 256) &&
    typeof key === 'string' &&
    key.length <= MAX_TEXT_LENGTH &&
    [payload_digest, hash].every(isHash)
  );
}

function isHash(value: unknown): boolean {
  return value instanceof Uint8Array && value.length === DIGEST_BYTES;
}
