/** The checks of the audit service: the journal with the payloads of every tier, and the anchor file against it. */
import type { Chain } from '../anchors/compare.js';
import { type AnchorReport, verifyAnchors } from '../anchors/verify.js';
import { readFloor, readHead } from '../journal/append.js';
import { hashAt } from '../journal/hash_at.js';
import { type ChainCursor, type ChainPart, journalVerifier, verifyJournal } from '../journal/verify.js';
import type { Db } from '../store/db.js';
import { knownDatabaseId } from '../store/meta.js';
import { notAccepted } from './audit/accepted.js';
import { verifyActions } from './audit/verify.js';
import { loadPayload } from './payloads.js';
import type { ScanProgress, VerifyResult } from './scan.js';

export interface AnchorArgs {
  readonly anchor_file: string;
  /** 32 bytes. */
  readonly public_key: Uint8Array;
}

const MAX_FINDINGS = 100;

/** Everything that VerifyJournal answers. */
export function verifyAudit(
  db: Db,
  { anchor_file, public_key }: AnchorArgs,
  progress: (value: ScanProgress) => void,
): VerifyResult & { readonly anchors: number } {
  const journal = verifyJournal(db, loadPayload(db), (checked, total) =>
    progress({ phase: 'journal', checked, total }),
  );
  const { findings, anchors } = verifyAnchors(anchor_file, public_key, chainOf(db), true);
  return {
    ...journal,
    anchors,
    findings: [...journal.findings, ...findings, ...verifyActions(db)].slice(0, MAX_FINDINGS),
  };
}

/** A part of the journal, for the check that goes on beside the daemon's work. Leaves out what was accepted before. */
export function chainPart(db: Db): (args: { cursor: ChainCursor | null; max_entries: number }) => ChainPart {
  const verify = journalVerifier(db, loadPayload(db));
  return ({ cursor, max_entries }) => {
    const part = verify(cursor, max_entries);
    return { ...part, findings: notAccepted(db, part.findings) };
  };
}

/** The anchor file's links, and its lines against the journal. */
export function anchorCheck(db: Db, { anchor_file, public_key }: AnchorArgs): AnchorReport {
  return verifyAnchors(anchor_file, public_key, chainOf(db), false);
}

/** Reads the present head again whenever it is asked: anchors may be appended meanwhile. */
function chainOf(db: Db): Chain {
  const find = hashAt(db);
  return {
    database_id: knownDatabaseId(db),
    get head() {
      return readHead(db);
    },
    get floor_revision() {
      return readFloor(db).revision;
    },
    hashAt: find,
  };
}
