/**
 * Whether the tables of a file, its text indexes and its vector indexes agree. Read from a copy of what a killed daemon left,
 * before the next one could mend anything, by this build's checks whichever build wrote the file.
 */
import { openConnection } from '../../../src/store/db.js';
import { verifyActions } from '../../../src/tiers/audit/verify.js';
import { verifyExposures } from '../../../src/tiers/composed_verify.js';
import { verifyConversations } from '../../../src/tiers/conversations/verify.js';
import { verifyGuards } from '../../../src/tiers/guards/verify.js';
import { verifyKnowledge } from '../../../src/tiers/knowledge/verify.js';
import { verifyCounters } from '../../../src/tiers/limits/verify.js';
import { verifyPrompts } from '../../../src/tiers/procedural/verify.js';
import { verifyMemories } from '../../../src/tiers/semantic/verify.js';
import { verifySessions } from '../../../src/tiers/sessions/verify.js';
import { verifySignals } from '../../../src/tiers/signals/verify.js';
import { verifyVault } from '../../../src/tiers/vault/verify.js';
import { verifySlots } from '../../../src/tiers/working/verify.js';
import { insist } from './violation.js';

const CHECKS = [
  verifyExposures,
  verifyCounters,
  verifySessions,
  verifyGuards,
  verifyMemories,
  verifyConversations,
  verifySlots,
  verifyKnowledge,
  verifyPrompts,
  verifySignals,
  verifyVault,
  verifyActions,
];
/** Of the last migration that the checks need. */
const NEWEST_TABLE = 'guard_in_flight';

/** False when the file was killed before it had the tables. @throws Violation. */
export function checkAgreement(path: string): boolean {
  const db = openConnection(path, { readonly: true });
  try {
    const tables = db.prepare<[string]>('SELECT 1 FROM sqlite_schema WHERE name = ?').all(NEWEST_TABLE);
    if (tables.length === 0) return false;
    const findings = CHECKS.flatMap((check) => check(db));
    insist(
      findings.length === 0,
      'violation',
      'agreement',
      `tables and indexes do not agree: ${findings[0]?.kind} ${findings[0]?.message}`,
      findings,
    );
    return true;
  } finally {
    db.close();
  }
}
