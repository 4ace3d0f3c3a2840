/** Checks a whole file: SQLite's structure, the journal's chain, and each tier's own invariants. */
import { crashPoint } from '../crash_points.js';
import { HoldfastError } from '../errors.js';
import { type Finding, verifyJournal } from '../journal/verify.js';
import { finishBackup } from '../store/backup.js';
import { type Db, openConnection } from '../store/db.js';
import { checkIntegrity } from '../store/integrity.js';
import { readMigrations } from '../store/migrations.js';
import { readNumber } from '../store/open.js';
import { verifyCopy } from '../store/verify.js';
import { verifyTokens } from './access/verify.js';
import { notAccepted } from './audit/accepted.js';
import { verifyActions } from './audit/verify.js';
import { verifyStanding } from './composed_standing.js';
import { verifyExposures, verifyOwnedHolds } from './composed_verify.js';
import { verifyConversations } from './conversations/verify.js';
import { verifyEpisodes } from './episodic/verify.js';
import { verifyGuards } from './guards/verify.js';
import { verifyKnowledge } from './knowledge/verify.js';
import { verifyLedger } from './ledger/verify.js';
import { verifyCounters } from './limits/verify.js';
import { loadPayload } from './payloads.js';
import { verifyPrompts } from './procedural/verify.js';
import type { ScanProgress, VerifyResult } from './scan.js';
import { verifyMemories } from './semantic/verify.js';
import { verifySessions } from './sessions/verify.js';
import { verifySignals } from './signals/verify.js';
import { verifyStates } from './state/verify.js';
import { verifyVault } from './vault/verify.js';
import { verifySlots } from './working/verify.js';

const MAX_FINDINGS = 100;

/** Every check but the ledger's, which tells how far it is. Each by what is said when it cannot be carried out. */
const TIERS: Readonly<Record<string, (db: Db) => Finding[]>> = {
  standing: (db) => verifyStanding(db, true),
  state: verifyStates,
  episodic: verifyEpisodes,
  working: verifySlots,
  procedural: verifyPrompts,
  conversations: verifyConversations,
  knowledge: verifyKnowledge,
  semantic: verifyMemories,
  session: verifySessions,
  signals: verifySignals,
  vault: verifyVault,
  limits: verifyCounters,
  guard: verifyGuards,
  audit: verifyActions,
  access: verifyTokens,
  operation: (db) => [...verifyOwnedHolds(db), ...verifyExposures(db)],
};

/** @param leave_out_accepted what was accepted at an earlier start is no finding. */
export function verifyDatabase(
  db: Db,
  skip_integrity_check: boolean,
  progress: (value: ScanProgress) => void,
  leave_out_accepted = false,
): VerifyResult {
  if (!skip_integrity_check) progress({ phase: 'sqlite', checked: 0, total: 0 });
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
  const countPostings = (checked: number) => progress({ phase: 'ledger', checked, total: 0 });
  findings.push(...guarded('ledger', () => verifyLedger(db, countPostings)));
  progress({ phase: 'tiers', checked: 0, total: 0 });
  for (const [tier, verify] of Object.entries(TIERS)) findings.push(...guarded(tier, () => verify(db)));
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

/** What one step of the check of the tiers found, without what was accepted before. */
export interface TierPart {
  readonly findings: readonly Finding[];
  /** There is no further one. */
  readonly done: boolean;
}

/** The ledger, then one tier after the other, for whoever lets others go first in between. @param part from 0. */
export function verifyTierPart(db: Db, part: number): TierPart {
  const tiers = Object.entries(TIERS);
  const [tier, verify] = part === 0 ? (['ledger', verifyWholeLedger] as const) : (tiers[part - 1] ?? []);
  const findings = tier === undefined || verify === undefined ? [] : guarded(tier, () => verify(db));
  return { findings: notAccepted(db, findings), done: part >= tiers.length };
}

function verifyWholeLedger(db: Db): Finding[] {
  return verifyLedger(db, () => {});
}

/** Damage may be such that a check cannot go on. That is a finding, and the other tiers are checked all the same. */
function guarded(tier: string, verify: () => Finding[]): Finding[] {
  try {
    return verify();
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    return [{ kind: `${tier}.unreadable`, revision: 0, message: `${tier} cannot be checked: ${problem}` }];
  }
}

export interface FileResult extends VerifyResult {
  /** False for a file of another schema than this program's: only its pages and its journal were checked. */
  readonly whole: boolean;
}

/**
 * Checks a file that nobody has open, such as a backup. What the tiers keep in a file of an older schema can be read by whoever
 * migrates it, and a daemon that does so checks it then.
 * @throws HoldfastError DATA_LOSS when its pages are damaged.
 */
export function verifyFile(
  path: string,
  { skip_integrity_check, leave_out_accepted }: FileOptions,
  progress: (value: ScanProgress) => void,
): FileResult {
  if (!skip_integrity_check) {
    progress({ phase: 'sqlite', checked: 0, total: 0 });
    verifyCopy(path);
  }
  const db = openConnection(path, { readonly: true });
  try {
    if (readNumber(db, 'user_version') === readMigrations().length)
      return { ...verifyDatabase(db, true, progress, leave_out_accepted), whole: true };
    const count = (checked: number, total: number) => progress({ phase: 'journal', checked, total });
    return { ...verifyJournal(db, () => null, count), whole: false };
  } finally {
    db.close();
  }
}

export interface FileOptions {
  readonly skip_integrity_check: boolean;
  readonly leave_out_accepted: boolean;
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
