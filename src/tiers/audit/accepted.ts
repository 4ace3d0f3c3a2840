/** Damage that was accepted at an earlier start. */
import type { Finding } from '../../journal/verify.js';
import type { Db } from '../../store/db.js';

/** Checks of the file and the journal, whose findings are about what never changes again. */
const OF_THE_FILE: ReadonlySet<string> = new Set(['anchor', 'journal', 'sqlite', 'wal']);

/**
 * The findings that nobody has accepted yet. Of the file and the journal each is accepted as it was found. What a tier keeps
 * goes on changing, and what is wrong with it reads differently then: there the thing is accepted, which is what the message
 * says before its first colon.
 */
export function notAccepted(db: Db, findings: readonly Finding[]): Finding[] {
  if (findings.length === 0) return [];
  const rows = db.prepare<[], Finding>('SELECT kind, revision, message FROM audit_accepted_damage').all();
  const accepted = new Set(rows.map(whatOf));
  return findings.filter((finding) => !accepted.has(whatOf(finding)));
}

function whatOf({ kind, revision, message }: Finding): string {
  const [checked = ''] = kind.split('.');
  if (OF_THE_FILE.has(checked)) return `${kind} ${revision} ${message}`;
  const [thing = ''] = message.split(': ');
  return `${checked} ${thing}`;
}
