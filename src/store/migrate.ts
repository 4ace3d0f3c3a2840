import { renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { HoldfastError } from '../errors.js';
import { packageVersion } from '../paths.js';
import { type Db, openConnection } from './db.js';
import { classifyStorageError, diskFull } from './faults.js';
import { ensurePrivateFile, removeFiles, syncFile, syncFolder, withSideFiles } from './files.js';
import type { CrashHooks } from './hooks.js';
import { assertUnaltered, MIGRATIONS_DIR, type Migration, readMigrations } from './migrations.js';
import { readNumber } from './open.js';
import { splitStatements } from './statements.js';
import { verifyCopy } from './verify.js';

export interface MigrateOptions {
  /** When the migrations run, recorded beside each; microseconds since 1970. */
  readonly now_us: number;
  /** Folder of NNNN_name.sql files; the package's own by default. */
  readonly dir?: string;
  /** Version of this program, recorded in the file; the package's own by default. */
  readonly program_version?: string;
  /** `during_migration` is hit inside the transaction, after each statement. */
  readonly hooks?: CrashHooks;
}

export interface MigrationReport {
  readonly from_version: number;
  readonly to_version: number;
  /** The verified backup made before an existing file was migrated. */
  readonly backup_path?: string;
}

/**
 * Brings the file to the newest schema version, one transaction per migration, user_version inside it. An existing file is
 * first copied to `<file>.pre-<first version to apply>.bak` and that copy verified. Throws SCHEMA_TOO_NEW for a file from a newer
 * Holdfast, MIGRATION_FAILED when an applied migration was changed or a new one fails, DISK_FULL when the backup or the
 * migration does not fit; in every case the file is as it was. Takes a connection from openWriter.
 */
export function migrate(db: Db, options: MigrateOptions): MigrationReport {
  const migrations = readMigrations(options.dir ?? MIGRATIONS_DIR);
  const program_version = options.program_version ?? packageVersion;
  const from_version = readNumber(db, 'user_version');
  const to_version = migrations.length;
  if (from_version > to_version) throw tooNew(db, from_version, to_version, program_version);
  assertUnaltered(db, migrations, from_version);
  if (from_version === to_version) return { from_version, to_version };

  const backup_path = from_version > 0 ? backUpBeforeMigrating(db, from_version) : undefined;
  withoutForeignKeys(db, () => {
    for (const migration of migrations.slice(from_version)) apply(db, migration, options, program_version);
  });
  return { from_version, to_version, ...(backup_path !== undefined && { backup_path }) };
}

/** A script that ended its own transaction could no longer be rolled back; pragmas and VACUUM do not belong to one. */
const NOT_IN_A_MIGRATION =
  /^(?:\s|--[^\n]*\n|\/\*[\s\S]*?\*\/)*(?:BEGIN|COMMIT|END|ROLLBACK|SAVEPOINT|RELEASE|PRAGMA|ATTACH|DETACH|VACUUM)\b/i;

function apply(db: Db, migration: Migration, options: MigrateOptions, program_version: string): void {
  const { version, name, sql, sha256 } = migration;
  const file = `${String(version).padStart(4, '0')}_${name}.sql`;
  const statements = splitStatements(sql);
  const forbidden = statements.find((statement) => NOT_IN_A_MIGRATION.test(statement));
  if (forbidden !== undefined) {
    throw new HoldfastError('MIGRATION_FAILED', `${file}: not allowed in a migration: ${forbidden}`);
  }
  db.exec('BEGIN IMMEDIATE');
  try {
    for (const statement of statements) {
      db.exec(statement);
      options.hooks?.crashPoint('during_migration');
    }
    const orphans = db.pragma('foreign_key_check') as unknown[];
    if (orphans.length > 0) throw new Error(`${orphans.length} rows refer to missing rows`);
    db.prepare('INSERT INTO schema_migrations (version, name, sha256, applied_us) VALUES (?, ?, ?, ?)').run(
      version,
      name,
      sha256,
      options.now_us,
    );
    db.prepare("INSERT OR REPLACE INTO meta (key, value) VALUES ('written_by', ?)").run(program_version);
    db.pragma(`user_version = ${version}`);
    db.exec('COMMIT');
  } catch (error) {
    if (db.inTransaction) db.exec('ROLLBACK');
    throw migrationError(error, file);
  }
}

/** Rebuilding a table that others refer to needs enforcement off (https://sqlite.org/lang_altertable.html section 7). */
function withoutForeignKeys(db: Db, work: () => void): void {
  db.pragma('foreign_keys = OFF');
  try {
    work();
  } finally {
    db.pragma('foreign_keys = ON');
  }
}

/**
 * VACUUM INTO rather than the backup API because it is synchronous; at start nobody else writes, so it holds up no one. It
 * keeps rowids. A leftover partial copy from an earlier attempt is replaced.
 */
function backUpBeforeMigrating(db: Db, from_version: number): string {
  // Not named after the newest version: a start that was killed half way up goes on from a higher version, and its copy
  // must not replace the one of the file as it was.
  const backup_path = `${db.name}.pre-${from_version + 1}.bak`;
  const partial = `${backup_path}.partial`;
  removeFiles(withSideFiles(partial));
  try {
    ensurePrivateFile(partial);
    db.prepare('VACUUM INTO ?').run(partial);
    verifyCopy(partial, from_version);
    syncFile(partial);
    renameSync(partial, backup_path);
    syncFolder(dirname(backup_path));
    return backup_path;
  } catch (error) {
    removeFiles(withSideFiles(partial));
    throw migrationError(error, `backup to ${backup_path}`);
  }
}

/**
 * Looks at a file before it is opened for writing, which changes its header: one of a newer Holdfast stays as it is, to the byte.
 * @throws HoldfastError SCHEMA_TOO_NEW.
 */
export function refuseNewer(path: string): void {
  // An empty one is what a start leaves that was killed at once.
  if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) === 0) return;
  const db = openConnection(path, { readonly: true });
  try {
    const known_version = readMigrations().length;
    const file_version = readNumber(db, 'user_version');
    if (file_version > known_version) throw tooNew(db, file_version, known_version, packageVersion);
  } finally {
    db.close();
  }
}

function migrationError(error: unknown, what: string): unknown {
  if (error instanceof HoldfastError) return error;
  const kind = classifyStorageError(error);
  if (kind === 'disk_full') return diskFull(what);
  // A storage fault keeps its SQLite code, by which the caller knows to mark the store suspect.
  if (kind === 'fatal') return error;
  const message = error instanceof Error ? error.message : String(error);
  return new HoldfastError('MIGRATION_FAILED', `${what}: ${message}; the database is unchanged by it`);
}

function tooNew(db: Db, file_version: number, known_version: number, program_version: string): HoldfastError {
  return new HoldfastError(
    'SCHEMA_TOO_NEW',
    `${db.name} has schema version ${file_version}, written by Holdfast ${writtenBy(db)}; this is Holdfast ` +
      `${program_version}, which knows versions up to ${known_version}. Use the newer program or an older backup.`,
    { metadata: { file_version: String(file_version), known_version: String(known_version) } },
  );
}

function writtenBy(db: Db): string {
  try {
    const value = db.prepare<[], unknown>("SELECT value FROM meta WHERE key = 'written_by'").pluck().get();
    return typeof value === 'string' ? value : '(unknown)';
  } catch {
    // A future version may have moved the fact elsewhere; the refusal matters more than the name.
    return '(unknown)';
  }
}
