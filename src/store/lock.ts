import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { HoldfastError } from '../errors.js';
import { type Db, openConnection } from './db.js';
import { classifyStorageError } from './faults.js';
import { ensurePrivateFile, ensureStateDir, removeFiles, type StateFiles } from './files.js';

/** Proof that this process alone may use a state directory. */
export interface Lock {
  readonly state_dir: string;
  /** Gives the directory up; calling it twice is harmless. */
  release(): void;
}

/** Keeps the locking connections reachable: one that is garbage-collected would be closed, and its lock with it. */
const held = new Set<Db>();

/**
 * Takes the lock of a state directory (creating the directory 0700) or throws WRONG_STATE naming the holder's pid. The lock is
 * SQLite's own exclusive fcntl lock on a file of its own, so it cannot outlive the process, not even one killed with SIGKILL,
 * and a left-over file means nothing. Not for network file systems, like SQLite itself.
 */
export function acquireLock(state_dir: string): Lock {
  const files = ensureStateDir(state_dir);
  ensurePrivateFile(files.lock);
  const db = openConnection(files.lock, { busy_timeout_ms: 0 });
  try {
    db.exec('BEGIN EXCLUSIVE');
    recordPid(files);
  } catch (error) {
    db.close();
    if (classifyStorageError(error) !== 'busy') throw error;
    throw new HoldfastError(
      'WRONG_STATE',
      `${state_dir} is in use by another Holdfast process (${readHolder(files)}); stop it first`,
      { metadata: { state_dir, holder: readHolder(files) } },
    );
  }
  held.add(db);
  return { state_dir, release: () => release(db, files) };
}

function release(db: Db, files: StateFiles): void {
  if (!held.delete(db)) return;
  // The pid goes first: once the lock is free the file belongs to the next holder.
  removeFiles([files.pid]);
  db.close();
}

function recordPid(files: StateFiles): void {
  const partial = `${files.pid}.partial`;
  writeFileSync(partial, `${process.pid}\n`, { mode: 0o600 });
  renameSync(partial, files.pid);
}

/** The pid is for people: it may be missing or stale in the instant after the lock changed hands. */
function readHolder(files: StateFiles): string {
  const pid = existsSync(files.pid) ? readFileSync(files.pid, 'utf8').trim() : '';
  return /^\d+$/.test(pid) ? `pid ${pid}` : 'pid unknown';
}
