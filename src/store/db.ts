/**
 * The one place that names the SQLite binding and its one extension. Every other file takes its types from here, so the
 * dependency rule ("only store/ touches better-sqlite3 and sqlite-vec") can be read off one import.
 */
import Database from 'better-sqlite3';
import { getLoadablePath } from 'sqlite-vec';

/** Where the package manager put sqlite-vec's library for this platform; throws at start where there is none. */
const VECTOR_EXTENSION = getLoadablePath();

/** An open connection. Synchronous; belongs to the thread that opened it. */
export type Db = Database.Database;

/** A prepared statement. */
export type Statement<Bind extends unknown[] | object = unknown[], Row = unknown> = Database.Statement<
  Bind,
  Row
>;

export interface ConnectionOptions {
  readonly readonly?: boolean;
  readonly must_exist?: boolean;
  /** How long SQLite retries a locked file before SQLITE_BUSY, in milliseconds. */
  readonly busy_timeout_ms?: number;
}

/**
 * Opens a bare connection. Layers above use openWriter and openReader, which also set and assert the pragmas. Each
 * connection knows the `vec0` virtual table, because a file that holds one can neither be checked nor dropped from
 * without it. SQL itself cannot load extensions: the binding leaves `load_extension()` switched off.
 */
export function openConnection(path: string, options: ConnectionOptions = {}): Db {
  const db = new Database(path, {
    readonly: options.readonly ?? false,
    fileMustExist: options.must_exist ?? options.readonly ?? false,
    timeout: options.busy_timeout_ms ?? 5000,
  });
  try {
    db.loadExtension(VECTOR_EXTENSION);
  } catch (error) {
    db.close();
    throw error;
  }
  return db;
}
