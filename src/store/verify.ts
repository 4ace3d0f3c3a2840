import { HoldfastError } from '../errors.js';
import { openConnection } from './db.js';
import { checkIntegrity } from './integrity.js';
import { APPLICATION_ID, readNumber } from './open.js';

/** What verifyCopy found in a sound file. */
export interface CopyFacts {
  readonly user_version: number;
  readonly pages: number;
  readonly size_bytes: number;
}

/**
 * Opens a file that nobody else has open, read-only and on its own connection, and checks all of it: application id,
 * user_version, integrity, foreign keys. Throws DATA_LOSS naming the first problem.
 */
export function verifyCopy(path: string, expected_user_version?: number): CopyFacts {
  const db = openConnection(path, { readonly: true });
  try {
    const application_id = readNumber(db, 'application_id');
    if (application_id !== APPLICATION_ID) throw unsound(path, `application_id is ${application_id}`);
    const user_version = readNumber(db, 'user_version');
    if (expected_user_version !== undefined && user_version !== expected_user_version) {
      throw unsound(path, `user_version is ${user_version} instead of ${expected_user_version}`);
    }
    const problems = checkIntegrity(db);
    const [first] = problems;
    if (first !== undefined) throw unsound(path, `${first} (${problems.length} problems)`);
    const pages = readNumber(db, 'page_count');
    return { user_version, pages, size_bytes: pages * readNumber(db, 'page_size') };
  } catch (error) {
    if (error instanceof HoldfastError) throw error;
    throw unsound(path, error instanceof Error ? error.message : String(error));
  } finally {
    db.close();
  }
}

/**
 * Turns a fresh copy of a WAL database back into a single file, so that it needs no -wal and -shm beside it to be read and
 * can be moved by its one name.
 */
export function makeSelfContained(path: string): void {
  const db = openConnection(path, { must_exist: true });
  try {
    const mode = db.pragma('journal_mode = DELETE', { simple: true });
    if (mode !== 'delete') throw unsound(path, `journal_mode is ${String(mode)} instead of delete`);
  } finally {
    db.close();
  }
}

function unsound(path: string, problem: string): HoldfastError {
  return new HoldfastError('DATA_LOSS', `${path} failed verification: ${problem}`);
}
