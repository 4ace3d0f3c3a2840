/** Both halves of a backup one after the other, as the daemon runs them on two threads. */
import {
  type BackupOptions,
  type BackupReport,
  copyForBackup,
  finishBackup,
} from '../../src/store/backup.js';
import type { Db } from '../../src/store/db.js';
import { readNumber } from '../../src/store/open.js';

export async function backupOnline(
  db: Db,
  dest_path: string,
  options: BackupOptions = {},
): Promise<BackupReport> {
  await copyForBackup(db, dest_path, options);
  return finishBackup(dest_path, readNumber(db, 'user_version'), options.hooks);
}
