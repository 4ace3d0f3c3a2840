import { type Head, readHead } from '../../journal/append.js';
import type { EntryHeader } from '../../journal/entry.js';
import { hashAt } from '../../journal/hash_at.js';
import type { Db } from '../../store/db.js';

export interface AuditQueries {
  /** The newest entry of the snapshot. */
  head(): Head;
  /** The chain's hash after a revision; undefined below the floor and above the head. */
  hashAt(revision: number): Uint8Array | undefined;
}

export function auditQueries(db: Db): AuditQueries {
  return { head: () => readHead(db), hashAt: hashAt(db) };
}

/** Payloads of 'audit.action' entries. */
export function auditPayloads(db: Db): (entry: EntryHeader) => Uint8Array | null {
  const find = db.prepare<[number], { payload: Uint8Array }>(
    'SELECT payload FROM audit_actions WHERE position = ?',
  );
  return ({ position }) => find.get(position)?.payload ?? null;
}
