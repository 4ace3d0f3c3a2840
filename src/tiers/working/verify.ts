/** Checks working memory's own invariants over a whole file. */
import type { Finding } from '../../journal/verify.js';
import type { Db } from '../../store/db.js';
import { Findings, Journaled } from '../journaled.js';
import { soundly } from '../standing.js';
import { SLOT_COLUMNS, type SlotRow, unpackSlot } from './rows.js';

const MAX_FINDINGS = 100;

type OwnedRow = SlotRow & { readonly agent_id: string };

/**
 * What a row says of its slot is what the payload says, which the journal vouches for; and the slots that are there are those
 * that the journal set last. Token counts are not made again.
 */
export function verifySlots(db: Db): Finding[] {
  const findings = new Findings(MAX_FINDINGS);
  const journal = new Journaled(db);
  const rows = db.prepare<[], OwnedRow>(`SELECT agent_id, ${SLOT_COLUMNS}, payload FROM slots`);
  const positionOf = db
    .prepare<[string, string], number>('SELECT position FROM slots WHERE agent_id = ? AND key = ?')
    .pluck();
  db.transaction(() => {
    for (const row of rows.iterate()) {
      const { agent_id, key, position, first_position, updated_us } = row;
      const wrong = soundly(() => wrongIn(row));
      if (wrong !== '') {
        const message = `slot ${key} of ${agent_id} does not agree with its payload: ${wrong}`;
        findings.add('working.slot', position, message);
      }
      const claim = { agent_id, kinds: ['slot.put'], key };
      const problem =
        journal.problem(position, { ...claim, time_us: updated_us }) ||
        journal.problem(first_position, claim);
      if (problem !== '') findings.add('working.journal', position, `slot ${key} of ${agent_id}: ${problem}`);
    }
    for (const { agent_id, key, kind, position } of journal.last(
      'slot.put',
      'slot.deleted',
      'slot.expired',
    )) {
      const present = positionOf.get(agent_id, key);
      if (present === (kind === 'slot.put' ? position : undefined)) continue;
      const message = `slot ${key} of ${agent_id} is not what the journal's last entry of it says (${kind})`;
      findings.add('working.journal', position, message);
    }
  })();
  return findings.list;
}

function wrongIn(row: SlotRow): string {
  const { content, live, version, priority, pinned, expires_us } = unpackSlot(row.payload);
  if ((content === null) === (live === null)) return 'content and live';
  if (row.version !== version) return 'version';
  if (row.priority !== priority || row.pinned !== (pinned ? 1 : 0)) return 'order';
  if (row.expires_us !== expires_us) return 'expiry';
  if (row.content_bytes !== Buffer.byteLength(content ?? '')) return 'bytes';
  const counts = [row.o200k_alone, row.o200k_followed, row.cl100k_alone, row.cl100k_followed];
  if (counts.some((count) => (count === null) !== (content === null))) return 'tokens';
  return '';
}
