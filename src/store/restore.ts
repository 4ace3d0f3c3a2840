import { existsSync, linkSync, renameSync } from 'node:fs';
import { HoldfastError } from '../errors.js';
import { copyPages } from './backup.js';
import { openConnection } from './db.js';
import { classifyStorageError, clearSuspect, diskFull, markSuspect } from './faults.js';
import { removeFiles, type StateFiles, stateFiles, syncFile, syncFolder, withSideFiles } from './files.js';
import type { CrashHooks } from './hooks.js';
import { acquireLock } from './lock.js';
import { knownDatabaseId } from './meta.js';
import { readMigrations } from './migrations.js';
import { giveToOwner } from './ownership.js';
import { type CopyFacts, makeSelfContained, verifyCopy } from './verify.js';

export interface RestoreOptions {
  /** Replace a database that is already there, keeping it under another name. */
  readonly force?: boolean;
  /** Also one with another database_id than the backup's. */
  readonly other_database?: boolean;
  /** More checks of the copy, before it takes its place; throws what is wrong with it. */
  readonly check?: (copy_path: string) => void;
  /** Part of the old files' new names, such as a time; must not have been used before. */
  readonly aside_suffix?: string;
  /** `restore_copied` before anything is replaced, `restore_swapping` between moving the old WAL and the new file. */
  readonly hooks?: CrashHooks;
  /** Told once the backup is in place and before the restore counts as done; a crash in it means: run it again. */
  readonly onSwapped?: (database_path: string) => Promise<void>;
}

export interface RestoreReport extends CopyFacts {
  readonly path: string;
  /** Where the replaced database and its WAL went; empty when there was none. */
  readonly kept: readonly string[];
}

/**
 * Puts a backup in place of a stopped daemon's database. Verifies the source, takes the lock, copies, verifies the copy, then
 * swaps. Throws ALREADY_EXISTS without `force`, DATA_LOSS for an unsound source, SCHEMA_TOO_NEW for one from a newer Holdfast,
 * WRONG_STATE while a daemon runs, or for a backup of another database than the one in place without `other_database`. A crash
 * during the swap leaves the `restore_interrupted` marker, which forbids starting until the restore has been run again. What root restores in somebody's folder belongs to the folder's owner.
 */
export async function restoreBackup(
  source_path: string,
  state_dir: string,
  options: RestoreOptions = {},
): Promise<RestoreReport> {
  if (!existsSync(source_path)) throw new HoldfastError('NOT_FOUND', `backup ${source_path} does not exist`);
  const source_facts = verifyCopy(source_path);
  const known_version = readMigrations().length;
  if (source_facts.user_version > known_version) {
    throw new HoldfastError(
      'SCHEMA_TOO_NEW',
      `${source_path} has schema version ${source_facts.user_version}; this Holdfast knows versions up to ${known_version}`,
    );
  }
  const files = stateFiles(state_dir);
  const lock = acquireLock(state_dir);
  try {
    if (existsSync(files.database) && options.force !== true) {
      throw new HoldfastError('ALREADY_EXISTS', `${files.database} already exists; use force to replace it`);
    }
    if (options.other_database !== true) requireSameDatabase(source_path, files.database);
    const facts = await copyForRestore(
      source_path,
      files.restore_partial,
      source_facts.user_version,
      options.check,
    );
    options.hooks?.crashPoint('restore_copied');
    const kept = await swap(files, state_dir, source_path, options);
    return { path: files.database, kept, ...facts };
  } finally {
    lock.release();
    giveToOwner(state_dir, [...withSideFiles(files.database), files.lock, files.suspect, files.backups]);
  }
}

/** A backup in the wrong folder would take the place of another database. @throws HoldfastError WRONG_STATE naming both. */
function requireSameDatabase(source_path: string, database: string): void {
  const [theirs, ours] = [readId(source_path), readId(database)];
  if (theirs === '' || ours === '' || theirs === ours) return;
  throw new HoldfastError(
    'WRONG_STATE',
    `${source_path} is a backup of database ${theirs}, but ${database} is database ${ours}`,
    { metadata: { backup_database_id: theirs, database_id: ours } },
  );
}

/** '' where there is none, or none that can be read: a damaged database is what restores are for. */
function readId(path: string): string {
  if (!existsSync(path)) return '';
  const side_files = withSideFiles(path).filter((one) => !existsSync(one));
  try {
    const db = openConnection(path, { readonly: true });
    try {
      return knownDatabaseId(db);
    } finally {
      db.close();
    }
  } catch {
    return '';
  } finally {
    // A file in WAL mode gets them also from whoever only reads it.
    removeFiles(side_files);
  }
}

async function copyForRestore(
  source_path: string,
  partial: string,
  user_version: number,
  check: RestoreOptions['check'],
): Promise<CopyFacts> {
  removeFiles(withSideFiles(partial));
  try {
    const source = openConnection(source_path, { readonly: true });
    try {
      await copyPages(source, partial, {});
    } finally {
      source.close();
    }
    makeSelfContained(partial);
    const facts = verifyCopy(partial, user_version);
    check?.(partial);
    syncFile(partial);
    return facts;
  } catch (error) {
    removeFiles(withSideFiles(partial));
    throw classifyStorageError(error) === 'disk_full' ? diskFull(`restoring to ${partial}`) : error;
  }
}

/**
 * A new database must never meet the old WAL, nor the old database lose it unnoticed, and no rename moves two files at once.
 * So a marker stands for the time in between, and the database's name always exists: a missing one would be created anew,
 * empty, at the next start.
 */
async function swap(
  files: StateFiles,
  state_dir: string,
  source_path: string,
  options: RestoreOptions,
): Promise<string[]> {
  const suffix = `replaced-${options.aside_suffix ?? new Date().toISOString().replaceAll(':', '')}`;
  const old_files = withSideFiles(files.database).filter((path) => existsSync(path));
  const kept = old_files.map((path) => path.replace(files.database, `${files.database}.${suffix}`));
  const taken = kept.find((path) => existsSync(path));
  if (taken !== undefined) throw new HoldfastError('ALREADY_EXISTS', `${taken} already exists`);

  markSuspect(state_dir, `run the restore of ${source_path} again`, 'restore_interrupted');
  for (const [index, path] of old_files.entries()) {
    const aside = kept[index] ?? path;
    if (path === files.database) linkSync(path, aside);
    else renameSync(path, aside);
  }
  syncFolder(state_dir);
  options.hooks?.crashPoint('restore_swapping');
  renameSync(files.restore_partial, files.database);
  syncFolder(state_dir);
  await options.onSwapped?.(files.database);
  clearSuspect(state_dir);
  return kept;
}
