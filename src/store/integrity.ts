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
  return db.transaction(() => {
    readTextIndexes(db);
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
  })();
}

/**
 * FTS5 remembers the structure of its index and looks whether another connection has changed it when a query begins, but
 * not when an integrity check does (SQLite 3.53): the check would then report pages that were merged away as corruption.
 */
function readTextIndexes(db: Db): void {
  const names = db
    .prepare<[], string>(`SELECT name FROM sqlite_schema WHERE sql LIKE 'CREATE VIRTUAL TABLE % USING fts5%'`)
    .pluck();
  for (const name of names.all()) db.prepare(`SELECT rowid FROM "${name}" LIMIT 1`).get();
}
