/** The backups in a state folder: their names, what they tell, and which of the scheduled ones are due to go. */
import { readdirSync, statfsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { HoldfastError } from '../errors.js';
import { removeFiles, type StateFiles, syncFolder } from './files.js';

export interface BackupFile {
  readonly path: string;
  readonly name: string;
  /** Unix milliseconds: of the name where that tells, or else of the file. */
  readonly made_ms: number;
  readonly size_bytes: number;
  /** Made by the schedule, and removed by it. */
  readonly is_scheduled: boolean;
}

const NAME = /^(holdfast|scheduled)-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(?:\.(\d{3}))?Z-r\d+\.db$/;
const MIB = 1024 * 1024;

/** The name of a backup made now, at a revision. @param now_us Unix microseconds. */
export function backupFileName(kind: 'holdfast' | 'scheduled', now_us: number, revision: number): string {
  const time = new Date(Math.floor(now_us / 1000)).toISOString().replaceAll(/[-:]/g, '');
  return `${kind}-${time}-r${revision}.db`;
}

/** Newest first. A file of this folder that is called `.db` was verified before it got its name. */
export function listBackups(folder: string): BackupFile[] {
  const found: BackupFile[] = [];
  for (const name of readdirSync(folder).filter((one) => one.endsWith('.db'))) {
    const path = join(folder, name);
    // It may have been removed since.
    const stats = statSync(path, { throwIfNoEntry: false });
    if (stats?.isFile() !== true) continue;
    const [, kind, year, month, day, hour, minute, second, ms = '0'] = NAME.exec(name) ?? [];
    const told_ms = Date.UTC(
      Number(year),
      Number(month) - 1,
      Number(day),
      Number(hour),
      Number(minute),
      Number(second),
      Number(ms),
    );
    found.push({
      path,
      name,
      made_ms: kind === undefined ? Math.round(stats.mtimeMs) : told_ms,
      size_bytes: stats.size,
      is_scheduled: kind === 'scheduled',
    });
  }
  return found.sort((a, b) => b.made_ms - a.made_ms);
}

export interface Retention {
  /** Scheduled ones that stay, the one just made among them; at least 1. */
  readonly keep: number;
  /** Older ones go; 0 = at any age. */
  readonly max_age_ms: number;
}

/** Removes scheduled backups that are too many or too old, beside one that was just verified, which stays whatever its name says. */
export function removeOldBackups(
  made_path: string,
  { keep, max_age_ms }: Retention,
  now_ms: number,
): string[] {
  const others = listBackups(dirname(made_path)).filter(
    ({ is_scheduled, path }) => is_scheduled && path !== made_path,
  );
  const old = others.filter(
    ({ made_ms }, index) => index >= keep - 1 || (max_age_ms > 0 && now_ms - made_ms > max_age_ms),
  );
  const removed = removeFiles(old.map(({ path }) => path));
  if (removed.length > 0) syncFolder(dirname(made_path));
  return removed;
}

/**
 * A backup must leave the daemon something to write on: 64 MiB, or a twentieth of a small disk.
 * @throws HoldfastError DISK_FULL.
 */
export function requireRoomForBackup(files: Pick<StateFiles, 'database' | 'wal' | 'backups'>): void {
  const { bavail, blocks, bsize } = statfsSync(files.backups);
  const free_bytes = bavail * bsize;
  const left_bytes = Math.min(64 * MIB, (blocks * bsize) / 20);
  // What is in the WAL only may make the copy as much larger.
  const copy_bytes =
    statSync(files.database).size + (statSync(files.wal, { throwIfNoEntry: false })?.size ?? 0);
  if (free_bytes >= copy_bytes + left_bytes) return;
  throw new HoldfastError(
    'DISK_FULL',
    `a backup may take ${copy_bytes} bytes, and only ${free_bytes} are free in ${dirname(files.backups)}`,
    {
      metadata: { needed_bytes: String(Math.ceil(copy_bytes + left_bytes)), free_bytes: String(free_bytes) },
      retry_after_ms: 60_000,
    },
  );
}
