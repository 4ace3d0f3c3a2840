/**
 * The one place that names the SQLite binding. Every other file takes its types from here, so the dependency rule
 * ("only store/ touches better-sqlite3") can be read off one import.
 */
import Database from 'better-sqlite3';

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

/** Opens a bare connection. Layers above use openWriter and openReader, which also set and assert the pragmas. */
export function openConnection(path: string, options: ConnectionOptions = {}): Db {
  return new Database(path, {
    readonly: options.readonly ?? false,
    fileMustExist: options.must_exist ?? options.readonly ?? false,
    timeout: options.busy_timeout_ms ?? 5000,
  });
}
