import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HoldfastError } from '../errors.js';
import { packageRoot } from '../paths.js';
import type { Db } from './db.js';

/** One numbered step of the schema. */
export interface Migration {
  /** 1, 2, 3, ... without gaps; becomes user_version. */
  readonly version: number;
  /** The part of the file name after the number, such as `store`. */
  readonly name: string;
  readonly sql: string;
  /** Hex SHA-256 of the file's bytes. */
  readonly sha256: string;
}

/** Where the package keeps its own migrations; tsc does not copy them, so they are read from the sources. */
export const MIGRATIONS_DIR: string = join(packageRoot, 'src', 'store', 'migrations');

const FILE_NAME = /^(\d{4})_([a-z0-9_]+)\.sql$/;

/** Reads NNNN_name.sql files in order; refuses misnamed files, doubles and gaps. */
export function readMigrations(dir: string = MIGRATIONS_DIR): Migration[] {
  const names = readdirSync(dir).filter((file) => file.endsWith('.sql'));
  return names.sort().map((file, index) => {
    const [, number, name] = FILE_NAME.exec(file) ?? [];
    if (number === undefined || name === undefined || Number(number) !== index + 1) {
      const expected = String(index + 1).padStart(4, '0');
      throw new HoldfastError(
        'INTERNAL',
        `migration ${file} stands where ${expected}_<name>.sql was expected`,
      );
    }
    const bytes = readFileSync(join(dir, file));
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return { version: index + 1, name, sql: bytes.toString('utf8'), sha256 };
  });
}

/** Compares what the file says was applied with the migrations on disk; throws MIGRATION_FAILED on the first difference. */
export function assertUnaltered(db: Db, migrations: readonly Migration[], user_version: number): void {
  if (user_version === 0) return;
  const recorded = db
    .prepare<[], { version: number; name: string; sha256: string }>(
      'SELECT version, name, sha256 FROM schema_migrations ORDER BY version',
    )
    .all();
  if (recorded.length !== user_version) {
    throw altered(`the file records ${recorded.length} migrations but is at version ${user_version}`);
  }
  for (const [index, row] of recorded.entries()) {
    const known = migrations[index];
    if (known?.version !== row.version || known.name !== row.name || known.sha256 !== row.sha256) {
      const file = `${String(row.version).padStart(4, '0')}_${row.name}.sql`;
      throw altered(`${file} is not the migration that made this file; applied migrations must never change`);
    }
  }
}

function altered(problem: string): HoldfastError {
  return new HoldfastError('MIGRATION_FAILED', problem);
}
