/** Checks a whole file: SQLite's structure, the journal's chain, and each tier's own invariants. */
import { crashPoint } from '../crash_points.js';
import { HoldfastError } from '../errors.js';
import { type Finding, verifyJournal } from '../journal/verify.js';
import { finishBackup } from '../store/backup.js';
import { type Db, openConnection } from '../store/db.js';
import { checkIntegrity } from '../store/integrity.js';
import { notAccepted } from './audit/accepted.js';
import { verifyActions } from './audit/verify.js';
import { verifyOwnedHolds } from './composed_verify.js';
import { verifyConversations } from './conversations/verify.js';
import { verifyEpisodes } from './episodic/verify.js';
import { verifyKnowledge } from './knowledge/verify.js';
import { verifyLedger } from './ledger/verify.js';
import { loadPayload } from './payloads.js';
import { verifyPrompts } from './procedural/verify.js';
import type { ScanProgress, VerifyResult } from './scan.js';
import { verifyMemories } from './semantic/verify.js';
import { verifyStates } from './state/verify.js';
import { verifySlots } from './working/verify.js';

const MAX_FINDINGS = 100;

/** @param leave_out_accepted what was accepted at an earlier start is no finding. */
export function verifyDatabase(
  db: Db,
  skip_integrity_check: boolean,
  progress: (value: ScanProgress) => void,
  leave_out_accepted = false,
): VerifyResult {
  progress({ phase: 'sqlite', checked: 0, total: 0 });
  const structural = skip_integrity_check ? [] : checkIntegrity(db);
  const findings: Finding[] = structural.map((message) => ({
    kind: 'sqlite.integrity',
    revision: 0,
    message,
  }));
  // The receipts first: those read later may belong to commits after the journal was read.
  const newest = db.prepare<[], number | null>('SELECT max(revision) FROM receipts').pluck().get() ?? 0;
  const journal = verifyJournal(db, loadPayload(db), (checked, total) =>
    progress({ phase: 'journal', checked, total }),
  );
  findings.push(...journal.findings);
  findings.push(...verifyLedger(db, (checked) => progress({ phase: 'ledger', checked, total: 0 })));
  progress({ phase: 'tiers', checked: 0, total: 0 });
  findings.push(
    ...verifyStates(db),
    ...verifyEpisodes(db),
    ...verifySlots(db),
    ...verifyPrompts(db),
    ...verifyConversations(db),
    ...verifyKnowledge(db),
    ...verifyMemories(db),
    ...verifyOwnedHolds(db),
    ...verifyActions(db),
  );
  // No hash tells that the end of a chain is missing; a reply that was given does.
  if (newest > journal.revision) {
    findings.push({
      kind: 'journal.cut',
      revision: newest,
      message: `a receipt names revision ${newest}, but the journal ends at ${journal.revision}`,
    });
  }
  const { revision, head_hash, entries } = journal;
  const found = leave_out_accepted ? notAccepted(db, findings) : findings;
  return { findings: found.slice(0, MAX_FINDINGS), revision, head_hash, entries };
}

/** Verifies the copy that a backup made, tiers and journal included, before it gets its name. */
export function finishAndVerify(
  path: string,
  schema_version: number,
  progress: (value: ScanProgress) => void,
): { size_bytes: number; revision: number } {
  let revision = 0;
  const check = (partial: string): void => {
    const copy = openConnection(partial, { readonly: true });
    try {
      // SQLite's own check of the pages was made by finishBackup already.
      const result = verifyDatabase(copy, true, progress, true);
      // What was accepted at a start is in the copy as it is in the database.
      const [first] = result.findings;
      if (first !== undefined)
        throw new HoldfastError('DATA_LOSS', `the backup does not verify: ${first.message}`);
      revision = result.revision;
    } finally {
      copy.close();
    }
  };
  const report = finishBackup(path, schema_version, { crashPoint }, check);
  return { size_bytes: report.size_bytes, revision };
}
