import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  statSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { withOptionFile } from '../option_files.js';

/** The absolute name of every file Holdfast keeps in its state directory. */
export interface StateFiles {
  readonly database: string;
  readonly wal: string;
  readonly shm: string;
  readonly lock: string;
  readonly pid: string;
  readonly suspect: string;
  readonly restore_partial: string;
  readonly backups: string;
}

/** All names in one place, so that no two parts ever disagree about them. */
export function stateFiles(state_dir: string): StateFiles {
  const database = join(state_dir, 'holdfast.db');
  return {
    database,
    wal: walPath(database),
    shm: `${database}-shm`,
    lock: join(state_dir, 'holdfast.lock'),
    pid: join(state_dir, 'holdfast.pid'),
    suspect: join(state_dir, 'holdfast.suspect'),
    restore_partial: `${database}.restore.partial`,
    backups: join(state_dir, 'backups'),
  };
}

/** SQLite's name for the write-ahead log of a database file. */
export function walPath(database_path: string): string {
  return `${database_path}-wal`;
}

/** Creates the state directory and its backups folder, 0700, and tightens a looser one that is already there. */
export function ensureStateDir(state_dir: string): StateFiles {
  const files = stateFiles(state_dir);
  for (const folder of [state_dir, files.backups]) {
    withOptionFile('state-dir', folder, () => mkdirSync(folder, { recursive: true, mode: 0o700 }));
    if ((statSync(folder).mode & 0o077) !== 0) chmodSync(folder, 0o700);
  }
  return files;
}

/**
 * Makes sure the file about to be opened by SQLite exists with mode 0600; SQLite gives -wal and -shm the same mode.
 * A new file is created here because process.umask cannot be set in a worker thread. An existing one is only
 * chmod-ed: opening and closing a live database with fs would drop SQLite's POSIX locks.
 */
export function ensurePrivateFile(path: string): void {
  if (existsSync(path)) {
    if ((statSync(path).mode & 0o077) !== 0) chmodSync(path, 0o600);
    return;
  }
  closeSync(openSync(path, 'wx', 0o600));
}

/** Flushes a file to disk. Never call it on a database that this process has open (POSIX locks). */
export function syncFile(path: string): void {
  const fd = openSync(path, 'r+');
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}

/** Flushes a folder, which makes creations, renames and deletions in it survive a power cut. */
export function syncFolder(path: string): void {
  const fd = openSync(path, 'r');
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}

/** Writes a small private file and flushes it and its folder. */
export function writeDurably(path: string, text: string): void {
  const fd = openSync(path, 'w', 0o600);
  try {
    writeSync(fd, text);
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
  syncFolder(dirname(path));
}

/** Deletes the files that exist; returns the names it deleted. */
export function removeFiles(paths: readonly string[]): string[] {
  const present = paths.filter((path) => existsSync(path));
  for (const path of present) unlinkSync(path);
  return present;
}

/** A database file and every side file SQLite may have made next to it. */
export function withSideFiles(database_path: string): string[] {
  return [database_path, walPath(database_path), `${database_path}-shm`, `${database_path}-journal`];
}
