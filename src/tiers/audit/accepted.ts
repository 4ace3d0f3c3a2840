/** Damage that was accepted at an earlier start. */
import type { Finding } from '../../journal/verify.js';
import type { Db } from '../../store/db.js';

/** The findings that nobody has accepted yet. */
export function notAccepted(db: Db, findings: readonly Finding[]): Finding[] {
  if (findings.length === 0) return [];
  const known = db
    .prepare<[string, number, string], number>(
      'SELECT count(*) FROM audit_accepted_damage WHERE kind = ? AND revision = ? AND message = ?',
    )
    .pluck();
  return findings.filter(({ kind, revision, message }) => known.get(kind, revision, message) === 0);
}
