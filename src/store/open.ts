import { HoldfastError } from '../errors.js';
import { type Db, openConnection } from './db.js';
import { ensurePrivateFile } from './files.js';

/** "HFST": marks a file as Holdfast's (PRAGMA application_id, bytes 68-71 of the file). */
export const APPLICATION_ID = 0x48465354;

/** Older SQLite has the WAL-reset bug, which loses data when a checkpoint and a commit race. */
export const MIN_SQLITE_VERSION = '3.51.3';

const PAGE_SIZE_BYTES = 4096;

interface Pragma {
  readonly name: string;
  readonly value: number | string;
  /** What SQLite answers when it obeyed, where that is not the value itself. */
  readonly reads_back?: number | string;
  readonly on: 'writer' | 'reader' | 'both';
}

/**
 * Every pragma of every connection, in the order they are set; each is read back. Left alone on purpose: `encoding` (UTF-8
 * already) and `locking_mode` (readers need NORMAL).
 */
const PRAGMAS: readonly Pragma[] = [
  // Size and vacuum mode only take effect on an empty file, so they come before the WAL is switched on.
  { name: 'page_size', value: PAGE_SIZE_BYTES, on: 'writer' },
  // Freed pages are reused by later writes; pointer maps would cost a page write per insert.
  { name: 'auto_vacuum', value: 'NONE', reads_back: 0, on: 'writer' },
  { name: 'journal_mode', value: 'WAL', reads_back: 'wal', on: 'writer' },
  // An acknowledgement means on disk. Must follow journal_mode: the binding is compiled to run WAL at NORMAL.
  { name: 'synchronous', value: 'FULL', reads_back: 2, on: 'writer' },
  // What is deleted is overwritten where that writes no page more (not measurable in a batch of 64 posts). Pages that become
  // free keep their bytes until they are used again, and so do the WAL until it restarts and backups for ever.
  { name: 'secure_delete', value: 'FAST', reads_back: 2, on: 'writer' },
  // On macOS fsync alone leaves data in the drive's cache. Elsewhere these two do nothing.
  { name: 'fullfsync', value: 1, on: 'writer' },
  { name: 'checkpoint_fullfsync', value: 1, on: 'writer' },
  // Checkpoints belong to the writer's loop (checkpoint.ts), never to whichever commit crosses a threshold.
  { name: 'wal_autocheckpoint', value: 0, on: 'writer' },
  // A WAL that once grew huge is cut back to 64 MiB when it restarts.
  { name: 'journal_size_limit', value: 64 * 1024 * 1024, on: 'writer' },
  { name: 'foreign_keys', value: 1, on: 'both' },
  { name: 'recursive_triggers', value: 0, on: 'both' },
  // A tampered schema may not call functions with side effects.
  { name: 'trusted_schema', value: 0, on: 'both' },
  // Finds a corrupt page when it is read rather than when it has done harm.
  { name: 'cell_size_check', value: 1, on: 'both' },
  // Memory-mapped reads turn an I/O error into SIGBUS, which would kill the daemon instead of being reported.
  { name: 'mmap_size', value: 0, on: 'both' },
  // Sorting and savepoints need no temporary files, hence no second disk that can fill up.
  { name: 'temp_store', value: 'MEMORY', reads_back: 2, on: 'both' },
  // Only contention with an offline tool ever waits: there is one writer.
  { name: 'busy_timeout', value: 5000, on: 'both' },
  // Negative means KiB: 64 MiB for the writer, 32 MiB for each of several readers.
  { name: 'cache_size', value: -65536, on: 'writer' },
  { name: 'cache_size', value: -32768, on: 'reader' },
  { name: 'query_only', value: 0, on: 'writer' },
  { name: 'query_only', value: 1, on: 'reader' },
];

export interface WriterOptions {
  /** Upper bound of the database file, in bytes, rounded down to whole pages; beyond it writes fail with SQLITE_FULL. */
  readonly max_size_bytes?: number;
}

/**
 * Opens the one writing connection, creating the file (0600) when it does not exist. Refuses a foreign file, a SQLite
 * that is too old and any pragma that did not take, all before any of our data is touched.
 */
export function openWriter(path: string, options: WriterOptions = {}): Db {
  ensurePrivateFile(path);
  const db = openConnection(path);
  return closingOnError(db, () => {
    assertSqliteVersion(db);
    assertOurFile(db, path);
    applyPragmas(db, 'writer');
    // A real write, on every open: the binding falls back to NORMAL at first use, so only a check after one proves anything.
    db.pragma(`application_id = ${APPLICATION_ID}`);
    assertSynchronous(db);
    assertPragmas(db, 'writer');
    if (options.max_size_bytes !== undefined) setMaxSize(db, options.max_size_bytes);
  });
}

/** Opens a read-only connection to a database that openWriter has created. */
export function openReader(path: string): Db {
  const db = openConnection(path, { readonly: true });
  return closingOnError(db, () => {
    assertSqliteVersion(db);
    const found = readNumber(db, 'application_id');
    if (found !== APPLICATION_ID) throw foreignFile(path, found);
    applyPragmas(db, 'reader');
    assertPragmas(db, 'reader');
    const mode = db.pragma('journal_mode', { simple: true });
    if (mode !== 'wal') throw refused('journal_mode', 'wal', mode);
  });
}

/**
 * Re-reads `synchronous` and refuses anything but FULL (2) or EXTRA (3). Call it after a write: before one, the pragma
 * answers 2 even where commits will not be flushed.
 */
export function assertSynchronous(db: Db): void {
  const level = readNumber(db, 'synchronous');
  if (level < 2) throw refused('synchronous', 2, level);
}

/**
 * Changes the size limit of the file, in bytes; takes effect at once. A limit below the present size stops growth but
 * deletes nothing. Returns the limit in force.
 */
export function setMaxSize(db: Db, max_size_bytes: number): number {
  const page_size_bytes = readNumber(db, 'page_size');
  const pages = Math.floor(max_size_bytes / page_size_bytes);
  if (!Number.isSafeInteger(pages) || pages < 1 || pages > 0xfffffffe) {
    throw new HoldfastError(
      'LIMIT_EXCEEDED',
      `max_size_bytes: ${max_size_bytes} is not between one page and 16 TiB`,
    );
  }
  const expected = Math.max(pages, readNumber(db, 'page_count'));
  db.pragma(`max_page_count = ${pages}`);
  const actual = readNumber(db, 'max_page_count');
  if (actual !== expected) throw refused('max_page_count', expected, actual);
  return actual * page_size_bytes;
}

/** Throws unless the linked SQLite is MIN_SQLITE_VERSION or newer. */
export function assertSqliteVersion(db: Db): void {
  const version = db.prepare<[], string>('SELECT sqlite_version()').pluck().get() ?? '';
  if (!isAtLeast(version, MIN_SQLITE_VERSION)) {
    throw new HoldfastError(
      'INTERNAL',
      `SQLite ${version} is too old: ${MIN_SQLITE_VERSION} or newer is needed`,
    );
  }
}

/** Compares dotted versions by number, so that 3.9.0 is older than 3.51.3. */
export function isAtLeast(version: string, minimum: string): boolean {
  const have = version.split('.').map(Number);
  const need = minimum.split('.').map(Number);
  for (const [index, part] of need.entries()) {
    const mine = have[index] ?? 0;
    if (mine !== part) return mine > part;
  }
  return true;
}

function applyPragmas(db: Db, role: 'writer' | 'reader'): void {
  for (const { name, value, on } of PRAGMAS) {
    if (on === role || on === 'both') db.pragma(`${name} = ${value}`);
  }
}

function assertPragmas(db: Db, role: 'writer' | 'reader'): void {
  for (const { name, value, reads_back, on } of PRAGMAS) {
    if (on !== role && on !== 'both') continue;
    const expected = reads_back ?? value;
    const actual = db.pragma(name, { simple: true });
    if (actual !== expected) throw refused(name, expected, actual);
  }
}

function assertOurFile(db: Db, path: string): void {
  const found = readNumber(db, 'application_id');
  if (found === APPLICATION_ID) return;
  // A crash between creating the file and stamping it leaves an unstamped file without a schema: that one is ours to finish.
  const objects = db.prepare<[], number>('SELECT count(*) FROM sqlite_schema').pluck().get();
  if (found !== 0 || objects !== 0 || readNumber(db, 'user_version') !== 0) throw foreignFile(path, found);
}

function foreignFile(path: string, found: number): HoldfastError {
  const hex = (found >>> 0).toString(16).padStart(8, '0');
  return new HoldfastError('WRONG_STATE', `${path} is not a Holdfast database (application_id is 0x${hex})`);
}

function refused(name: string, expected: unknown, actual: unknown): HoldfastError {
  return new HoldfastError(
    'INTERNAL',
    `PRAGMA ${name} is ${String(actual)} where ${String(expected)} is required`,
  );
}

/** Reads a pragma whose answer is one integer. */
export function readNumber(db: Db, pragma: string): number {
  const value: unknown = db.pragma(pragma, { simple: true });
  if (typeof value !== 'number') throw refused(pragma, 'a number', value);
  return value;
}

function closingOnError(db: Db, work: () => void): Db {
  try {
    work();
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}
