import { existsSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { HoldfastError } from '../errors.js';
import { removeFiles, stateFiles, syncFolder, writeDurably } from './files.js';

/**
 * What the writer must do about an error from SQLite.
 * - `disk_full`: refuse writes with DISK_FULL, keep reading, try again later on the same connection.
 * - `fatal`: stop acknowledging, mark the store suspect, exit non-zero.
 * - `constraint`, `busy`: the command failed, the store is sound.
 * - `other`: a fault of ours (bad SQL, misuse) or not a storage error at all.
 */
export type StorageErrorClass = 'disk_full' | 'fatal' | 'constraint' | 'busy' | 'other';

/** Primary result codes (https://sqlite.org/rescode.html) after which the file can no longer be trusted or reached. */
const FATAL = new Set([
  'SQLITE_IOERR',
  'SQLITE_CORRUPT',
  'SQLITE_NOTADB',
  'SQLITE_CANTOPEN',
  'SQLITE_READONLY',
  'SQLITE_PERM',
  'SQLITE_PROTOCOL',
  'SQLITE_NOMEM',
  'SQLITE_INTERNAL',
  'SQLITE_FORMAT',
  'SQLITE_NOLFS',
]);

/**
 * Sorts an error by its SQLite code. SQLite turns ENOSPC on a write into SQLITE_FULL by itself; only growing the
 * shared-memory file reports it as IOERR_SHMSIZE. An fsync that fails (SQLITE_IOERR_FSYNC), also for want of space, stays
 * fatal: after it nobody knows what is on disk. EDQUOT arrives as SQLITE_IOERR_WRITE and is fatal too.
 */
export function classifyStorageError(error: unknown): StorageErrorClass {
  const code = errorCode(error);
  if (code === undefined) return 'other';
  if (code === 'ENOSPC' || code === 'EDQUOT') return 'disk_full';
  if (code === 'SQLITE_IOERR_SHMSIZE') return 'disk_full';
  const primary = code.split('_').slice(0, 2).join('_');
  if (primary === 'SQLITE_FULL') return 'disk_full';
  if (primary === 'SQLITE_CONSTRAINT') return 'constraint';
  if (primary === 'SQLITE_BUSY' || primary === 'SQLITE_LOCKED') return 'busy';
  return FATAL.has(primary) ? 'fatal' : 'other';
}

/**
 * What an error means that comes up while the file is opened and its statements are prepared: one that SQLite has other words
 * for than "busy" or "full" says that the file is not as it was written, such as a name that its schema does not have.
 * Undefined for all others.
 */
export function damageAtOpening(error: unknown): HoldfastError | undefined {
  const kind = classifyStorageError(error);
  if (kind === 'busy' || kind === 'disk_full' || errorCode(error)?.startsWith('SQLITE_') !== true)
    return undefined;
  return new HoldfastError('DATA_LOSS', `opening the database: ${(error as Error).message}`);
}

/** The error clients see when the disk or the quota is full. */
export function diskFull(what: string): HoldfastError {
  return new HoldfastError('DISK_FULL', `${what}: the disk or the configured database size limit is full`, {
    retry_after_ms: 1000,
  });
}

function errorCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const code = (error as { code?: unknown }).code;
  return typeof code === 'string' ? code : undefined;
}

/** Why the store is not to be trusted before it has been verified. */
export interface Suspicion {
  /**
   * `storage_error`: verify fully before serving. `restore_interrupted`: a restore stopped between moving the old
   * WAL aside and putting the new file in place, so the daemon must refuse to start until the restore is run again.
   */
  readonly kind: 'storage_error' | 'restore_interrupted';
  readonly reason: string;
}

/** Writes and flushes the marker that makes the next start verify the store first. */
export function markSuspect(
  state_dir: string,
  reason: string,
  kind: Suspicion['kind'] = 'storage_error',
): void {
  writeDurably(stateFiles(state_dir).suspect, `${kind}\n${reason}\n`);
}

/** Reads the marker; undefined when there is none. A torn or foreign marker still counts as a storage error. */
export function readSuspect(state_dir: string): Suspicion | undefined {
  const path = stateFiles(state_dir).suspect;
  if (!existsSync(path)) return undefined;
  const [kind, ...rest] = readFileSync(path, 'utf8').split('\n');
  const reason = rest.join('\n').trim();
  return {
    kind: kind === 'restore_interrupted' ? kind : 'storage_error',
    reason: reason === '' ? 'the marker holds no reason' : reason,
  };
}

/** Removes the marker, after a verification that found nothing wrong. */
export function clearSuspect(state_dir: string): void {
  const { suspect } = stateFiles(state_dir);
  if (removeFiles([suspect]).length > 0) syncFolder(dirname(suspect));
}
