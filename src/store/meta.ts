/** Facts about the file as a whole. */
import { randomUUID } from 'node:crypto';
import type { Db } from './db.js';

/** The random id made with the file: tells one database from another, also after a restore. Writing connection only. */
export function databaseId(db: Db): string {
  db.prepare<[string]>("INSERT OR IGNORE INTO meta (key, value) VALUES ('database_id', ?)").run(randomUUID());
  return db.prepare<[], string>("SELECT value FROM meta WHERE key = 'database_id'").pluck().get() ?? '';
}
