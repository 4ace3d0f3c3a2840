/** A file as an older Holdfast left it, so that there is something to migrate. */
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureStateDir } from '../../../src/store/files.js';
import { migrate } from '../../../src/store/migrate.js';
import { MIGRATIONS_DIR } from '../../../src/store/migrations.js';
import { openWriter } from '../../../src/store/open.js';
import type { Random } from './random.js';

/** Makes the database with only the first few migrations applied. */
export function olderFile(state_dir: string, random: Random): void {
  const names = readdirSync(MIGRATIONS_DIR)
    .filter((name) => name.endsWith('.sql'))
    .sort();
  const dir = mkdtempSync(join(tmpdir(), 'hfm-'));
  try {
    for (const name of names.slice(0, random.int(1, names.length - 1)))
      copyFileSync(join(MIGRATIONS_DIR, name), join(dir, name));
    mkdirSync(state_dir, { recursive: true });
    const db = openWriter(ensureStateDir(state_dir).database);
    migrate(db, { now_us: Date.now() * 1000, dir });
    db.close();
  } finally {
    rmSync(dir, { recursive: true });
  }
}
