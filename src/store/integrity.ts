import type { Db } from './db.js';

export interface IntegrityOptions {
  /** quick_check: skips comparing indexes with their tables; several times faster. */
  readonly quick?: boolean;
}

/**
 * Checks pages, indexes and foreign keys; an empty list means sound. It cannot see acknowledged frames missing from the
 * end of a damaged WAL: SQLite drops those silently, which is what the journal's hash chain and the anchor are for.
 */
export function checkIntegrity(db: Db, options: IntegrityOptions = {}): string[] {
  const pragma = options.quick === true ? 'quick_check' : 'integrity_check';
  const found = db.prepare<[], string>(`PRAGMA ${pragma}`).pluck().all();
  const problems = found.filter((line) => line !== 'ok');
  const orphans = db
    .prepare<[], { table: string; rowid: number | null; parent: string }>('PRAGMA foreign_key_check')
    .all();
  for (const { table, rowid, parent } of orphans) {
    problems.push(`row ${rowid ?? '(no rowid)'} of ${table} refers to a missing row of ${parent}`);
  }
  return problems;
}
