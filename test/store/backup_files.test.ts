/** Names of backups, which of them go, and the room that one needs. */
import assert from 'node:assert/strict';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statfsSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { HoldfastError } from '../../src/errors.js';
import {
  backupFileName,
  listBackups,
  removeOldBackups,
  requireRoomForBackup,
} from '../../src/store/backup_files.js';

const scratch = mkdtempSync(join(tmpdir(), 'hf-backups-'));
after(() => rmSync(scratch, { recursive: true }));

const HOUR_MS = 3_600_000;
const NOW_MS = Date.UTC(2026, 10, 21, 12);
let folders = 0;

/** A folder with scheduled backups of these ages, and others that are nobody's business. */
function folder(ages_h: readonly number[]): { path: string; names: string[] } {
  folders += 1;
  const path = join(scratch, String(folders));
  mkdirSync(path);
  const names = ages_h.map((age_h) => backupFileName('scheduled', (NOW_MS - age_h * HOUR_MS) * 1000, 7));
  for (const name of [...names, 'before-upgrade.db', 'scheduled-x.db', 'cut.db.partial', 'notes.txt'])
    writeFileSync(join(path, name), 'x');
  return { path, names };
}

function left(path: string): string[] {
  return readdirSync(path)
    .filter((name) => /^scheduled-\d/.test(name))
    .sort();
}

test('a name tells when it was made, to the millisecond', () => {
  const made_us = 1_795_262_400_123_456;
  const path = join(scratch, 'named');
  mkdirSync(path);
  writeFileSync(join(path, backupFileName('scheduled', made_us, 12)), 'xyz');
  writeFileSync(join(path, backupFileName('holdfast', made_us + 1_000_000, 13)), '');
  const told = listBackups(path).map(({ made_ms, size_bytes, is_scheduled }) => [
    made_ms,
    size_bytes,
    is_scheduled,
  ]);
  assert.deepEqual(told, [
    [Math.floor(made_us / 1000) + 1000, 0, false],
    [Math.floor(made_us / 1000), 3, true],
  ]);
});

describe('what goes', () => {
  const cases: readonly [string, number[], { keep: number; max_age_ms: number }, number[]][] = [
    ['all but the newest ones', [0, 1, 2, 3, 4], { keep: 3, max_age_ms: 0 }, [0, 1, 2]],
    ['none when there are few', [0, 1], { keep: 3, max_age_ms: 0 }, [0, 1]],
    ['what is too old', [0, 1, 30, 40], { keep: 9, max_age_ms: 24 * HOUR_MS }, [0, 1]],
    ['not the one just made, whatever its age', [0, 30], { keep: 1, max_age_ms: HOUR_MS }, [0]],
    ['one from the future counts as any other', [0, -5, -4, 1], { keep: 2, max_age_ms: 0 }, [0, -5]],
  ];
  for (const [name, ages_h, retention, kept] of cases) {
    test(name, () => {
      const { path, names } = folder(ages_h);
      removeOldBackups(join(path, names[0] ?? ''), retention, NOW_MS);
      assert.deepEqual(left(path), kept.map((age_h) => names[ages_h.indexOf(age_h)] ?? '').sort());
      assert.equal(readdirSync(path).length, kept.length + 4, 'what is not of the schedule stays');
    });
  }
});

test('a copy that would leave less than 64 MiB is refused before anything is written', () => {
  const path = join(scratch, 'room');
  mkdirSync(path);
  const files = { database: join(path, 'a.db'), wal: join(path, 'a.db-wal'), backups: path };
  writeFileSync(files.database, 'x');
  requireRoomForBackup(files);
  const { bavail, bsize } = statfsSync(path);
  // A hole: as large as all that is free, and takes nothing.
  truncateSync(files.database, bavail * bsize - 1024 * 1024);
  assert.throws(
    () => requireRoomForBackup(files),
    (error) =>
      error instanceof HoldfastError &&
      error.reason === 'DISK_FULL' &&
      Number(error.details.metadata?.needed_bytes) > Number(error.details.metadata?.free_bytes),
  );
});
