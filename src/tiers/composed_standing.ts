/** The check of what stands against the journal, over all tiers that have one. */
import type { Finding } from '../journal/verify.js';
import type { Db } from '../store/db.js';
import { classifyStorageError } from '../store/faults.js';
import { standingGuards } from './guards/verify_standing.js';
import { standingAccounts, standingEndedHolds } from './ledger/verify_standing.js';
import { standingOperations } from './operations/verify_standing.js';
import { standingSessions } from './sessions/verify_standing.js';
import { standingSignals } from './signals/verify_standing.js';
import { Newest, reportTo, type Standing } from './standing.js';
import { standingCredentials } from './vault/verify_standing.js';
import { standingEpochs } from './verify_epochs.js';

const MAX_FINDINGS = 100;
/** Entries that a start looks through for the newest of each thing. Any row is held against its own entry besides. */
const START_ENTRIES = 200_000;

/** By the first part of the kinds of their findings. */
const CHECKS: Readonly<Record<string, (standing: Standing) => void>> = {
  ledger: (standing) => {
    standingAccounts(standing);
    standingEndedHolds(standing);
  },
  operation: standingOperations,
  session: standingSessions,
  guard: standingGuards,
  agent: standingEpochs,
  signals: standingSignals,
  vault: standingCredentials,
};

/** @param whole false: what a start can do before it serves; what it leaves is looked at in the background. */
export function verifyStanding(db: Db, whole: boolean): Finding[] {
  const findings: Finding[] = [];
  const report = reportTo(findings, MAX_FINDINGS);
  const journal = new Newest(db, whole ? null : START_ENTRIES);
  journal.compare(() => {
    for (const [tier, check] of Object.entries(CHECKS)) {
      try {
        check({ db, journal, whole, report });
      } catch (error) {
        if (classifyStorageError(error) === 'fatal') throw error;
        const problem = error instanceof Error ? error.message : String(error);
        findings.push({
          kind: `${tier}.unreadable`,
          revision: 0,
          message: `${tier} cannot be checked: ${problem}`,
        });
      }
    }
  });
  return findings;
}
