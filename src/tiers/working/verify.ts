/** Checks working memory's own invariants over a whole file. */

import { revisionOf } from '../../journal/position.js';
import type { Finding } from '../../journal/verify.js';
import type { Db } from '../../store/db.js';
import { SLOT_COLUMNS, type SlotRow, unpackSlot } from './rows.js';

const MAX_FINDINGS = 100;

/** What a row says of its slot is what the payload says, which the journal vouches for. */
export function verifySlots(db: Db): Finding[] {
  const rows = db.prepare<[], SlotRow & { readonly agent_id: string }>(
    `SELECT agent_id, ${SLOT_COLUMNS}, payload FROM slots`,
  );
  const findings: Finding[] = [];
  for (const row of rows.iterate()) {
    const wrong = wrongIn(row);
    if (wrong !== '') {
      const message = `slot ${row.key} of ${row.agent_id} does not agree with its payload: ${wrong}`;
      findings.push({ kind: 'working.slot', revision: revisionOf(row.position), message });
    }
    if (findings.length >= MAX_FINDINGS) break;
  }
  return findings;
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
