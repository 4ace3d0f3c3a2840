/** Facts about the file as a whole. */
import { randomUUID } from 'node:crypto';
import type { Db } from './db.js';

/** The random id made with the file: tells one database from another, also after a restore. Writing connection only. */
export function databaseId(db: Db): string {
  db.prepare<[string]>("INSERT OR IGNORE INTO meta (key, value) VALUES ('database_id', ?)").run(randomUUID());
  return knownDatabaseId(db);
}

/** The id of a file that may be only read; '' when it has none yet. */
export function knownDatabaseId(db: Db): string {
  return db.prepare<[], string>("SELECT value FROM meta WHERE key = 'database_id'").pluck().get() ?? '';
}

/** The anchor file that this database was last anchored in; undefined when it never was. */
export function anchoredIn(db: Db): string | undefined {
  return db.prepare<[], string>("SELECT value FROM meta WHERE key = 'anchor_file'").pluck().get();
}

/** Remembers that there are anchors, so that their loss shows. Writing connection only. */
export function setAnchored(db: Db, anchor_file: string): void {
  if (anchoredIn(db) === anchor_file) return;
  db.prepare<[string]>("INSERT OR REPLACE INTO meta (key, value) VALUES ('anchor_file', ?)").run(anchor_file);
}
