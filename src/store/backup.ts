import { existsSync, readdirSync, renameSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { HoldfastError } from '../errors.js';
import type { Db } from './db.js';
import { classifyStorageError, diskFull } from './faults.js';
import { ensurePrivateFile, removeFiles, stateFiles, syncFile, syncFolder, withSideFiles } from './files.js';
import type { CrashHooks } from './hooks.js';
import { type CopyFacts, makeSelfContained, verifyCopy } from './verify.js';

export interface BackupProgress {
  readonly total_pages: number;
  readonly remaining_pages: number;
}

export interface BackupOptions {
  readonly onProgress?: (progress: BackupProgress) => void;
  /** Stops the backup between two steps; nothing is left behind. */
  readonly signal?: AbortSignal;
  /** Longest time the copying may take, in milliseconds. */
  readonly deadline_ms?: number;
  /** Pages copied per turn of the event loop: the pause a backup causes for writes. 256 (1 MiB) by default. */
  readonly pages_per_step?: number;
  /** `during_backup` is hit between steps, `backup_copied` before verifying, `backup_verified` before the rename. */
  readonly hooks?: CrashHooks;
}

export interface BackupReport extends CopyFacts {
  readonly path: string;
}

/** Destinations being written now, so that no second call mistakes a live partial file for a leftover. */
const running = new Set<string>();

/**
 * A backup in two halves, because verifying reads the whole copy and the writer must not wait for it. A file called
 * `dest_path` is a whole backup, whatever was killed when: it gets its name only after it was verified and flushed.
 *
 * The first half, on the writing connection, which goes on writing (writes by any other would restart the copy): every
 * page into `<dest_path>.partial`. It holds every row committed before the call and usually later ones. Throws
 * ALREADY_EXISTS for an existing destination, DISK_FULL, BACKUP_FAILED when the copy cannot be written, LIMIT_CROSSED past the
 * deadline.
 */
export async function copyForBackup(db: Db, dest_path: string, options: BackupOptions = {}): Promise<void> {
  const path = resolve(dest_path);
  const partial = partialOf(path);
  if (existsSync(path))
    throw new HoldfastError('ALREADY_EXISTS', `backup destination ${path} already exists`);
  if (running.has(path)) throw new HoldfastError('ALREADY_EXISTS', `a backup to ${path} is already running`);
  running.add(path);
  try {
    // What an earlier, killed backup left behind.
    removeFiles(withSideFiles(partial));
    await copyPages(db, partial, options);
    options.hooks?.crashPoint('backup_copied');
  } catch (error) {
    removeFiles(withSideFiles(partial));
    if (classifyStorageError(error) === 'disk_full') throw diskFull(`backup to ${path}`);
    throw isOfTheCopy(error) ? backupFailed(path, error) : error;
  } finally {
    running.delete(path);
  }
}

/**
 * The second half, on any thread, because verifying reads the whole copy: checks it (`check` may add checks of its own),
 * flushes it and gives it its name. Throws DATA_LOSS when the copy does not verify, DISK_FULL.
 */
export function finishBackup(
  dest_path: string,
  user_version: number,
  hooks?: CrashHooks,
  check: (partial: string) => void = () => {},
): BackupReport {
  const path = resolve(dest_path);
  const partial = partialOf(path);
  try {
    makeSelfContained(partial);
    const facts = verifyCopy(partial, user_version);
    check(partial);
    syncFile(partial);
    hooks?.crashPoint('backup_verified');
    renameSync(partial, path);
    syncFolder(dirname(path));
    return { path, ...facts };
  } catch (error) {
    removeFiles(withSideFiles(partial));
    throw classifyStorageError(error) === 'disk_full' ? diskFull(`backup to ${path}`) : error;
  }
}

/**
 * The database is only read here, so an error of writing is the copy's, and no reason to trust the database less. SQLITE_IOERR alone
 * does not say whose it is; a page of the database that cannot be read is found by whoever reads it, and keeps backups failing.
 */
function isOfTheCopy(error: unknown): boolean {
  const code = String((error as { code?: unknown } | null)?.code ?? '');
  if (/^SQLITE_IOERR_(?:READ|SHORT_READ|CORRUPTFS|SHM)/.test(code)) return false;
  return /^(?:E[A-Z]+$|SQLITE_(?:IOERR|CANTOPEN|READONLY|PERM))/.test(code);
}

function backupFailed(path: string, error: unknown): HoldfastError {
  const problem = error instanceof Error ? error.message : String(error);
  return new HoldfastError('BACKUP_FAILED', `backup to ${path}: ${problem}`);
}

function partialOf(path: string): string {
  return `${path}.partial`;
}

/** Removes what killed backups left behind. The caller holds the state folder's lock, so none is being written. */
export function removeAbandonedBackups(state_dir: string): void {
  const { backups } = stateFiles(state_dir);
  const names = readdirSync(backups).filter((name) => /\.db\.partial(-wal|-shm|-journal)?$/.test(name));
  removeFiles(names.map((name) => join(backups, name)));
}

/** Copies every page of an open database into a private file, in steps, through SQLite's backup API. */
export async function copyPages(db: Db, partial: string, options: BackupOptions): Promise<void> {
  const { onProgress, signal, deadline_ms = Number.POSITIVE_INFINITY, pages_per_step = 256, hooks } = options;
  const started_ms = performance.now();
  ensurePrivateFile(partial);
  await db.backup(partial, {
    // Throwing here is how the binding lets a backup be stopped: it closes the copy and rejects.
    progress: ({ totalPages, remainingPages }) => {
      onProgress?.({ total_pages: totalPages, remaining_pages: remainingPages });
      hooks?.crashPoint('during_backup');
      signal?.throwIfAborted();
      if (performance.now() - started_ms > deadline_ms) {
        throw new HoldfastError(
          'LIMIT_CROSSED',
          `deadline_ms: the backup took longer than ${deadline_ms} ms`,
        );
      }
      return pages_per_step;
    },
  });
}
