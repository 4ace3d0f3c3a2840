/**
 * Makes backups: one at a time, whoever asks, and by itself on a schedule. When the last one was made is told by the files, so
 * a restart neither skips nor repeats one. A backup that fails is tried again; until one succeeds nothing older is removed.
 */
import { join } from 'node:path';
import type { Logger } from 'pino';
import { HoldfastError } from '../errors.js';
import type { Feed } from '../outbox/feed.js';
import type { Scans } from '../reader/scans.js';
import { steadyClock } from '../steady_clock.js';
import type { BackupProgress } from '../store/backup.js';
import {
  type BackupFile,
  backupFileName,
  listBackups,
  removeOldBackups,
  requireRoomForBackup,
} from '../store/backup_files.js';
import { stateFiles } from '../store/files.js';
import type { WriterPort } from '../writer/writer.js';
import { pause } from './follow.js';

export interface BackupsParts {
  readonly writer: Pick<WriterPort, 'call' | 'info'>;
  readonly scans: Pick<Scans, 'run'>;
  readonly feed: Pick<Feed, 'revision'>;
  readonly log: Logger;
  readonly state_dir: string;
  /** 0 = only when asked for. */
  readonly backup_interval_ms: number;
  readonly backup_keep: number;
  /** 0 = no limit. */
  readonly backup_max_age_ms: number;
}

export interface MadeBackup {
  readonly path: string;
  readonly size_bytes: number;
  /** The newest in the copy. */
  readonly revision: number;
}

/** Below either, a schedule is likely a slip, such as seconds given for milliseconds: it is followed, and the log says so. */
const SHORT_INTERVAL_MS = 60_000;
const SHORT_REACH_MS = 3_600_000;
/** After a failure, unless the schedule is tighter. */
const RETRY_MS = 60_000;

export class Backups {
  /** Since the start. */
  made = 0;
  failed = 0;
  /** Why the newest attempt failed; empty = it did not. */
  last_error = '';
  readonly #parts: BackupsParts;
  readonly #stop = new AbortController();
  #is_running = false;

  constructor(parts: BackupsParts) {
    this.#parts = parts;
  }

  start(): void {
    const { backup_interval_ms, backup_keep, log } = this.#parts;
    if (backup_interval_ms === 0) return;
    const reach_ms = backup_interval_ms * backup_keep;
    if (backup_interval_ms < SHORT_INTERVAL_MS || reach_ms < SHORT_REACH_MS)
      log.warn(
        { backup_interval_ms, backup_keep, reach_ms },
        '--backup-interval-ms is short: each backup copies and verifies the whole database, and the ones kept reach back no further',
      );
    void this.#run();
  }

  /** Begins no other. One under way is not waited for: cut off, it leaves nothing that looks like a backup. */
  close(): void {
    this.#stop.abort();
  }

  /** Of all in the folder, however they were made; undefined while there is none. */
  newest(): BackupFile | undefined {
    return this.#list()[0];
  }

  /** When the next scheduled one is due, Unix milliseconds; undefined without a schedule. */
  nextDueMs(): number | undefined {
    const { backup_interval_ms } = this.#parts;
    if (backup_interval_ms === 0) return undefined;
    const now_ms = this.#nowMs();
    // One from the future was made by a clock that was wrong.
    const last = this.#list().find(({ is_scheduled, made_ms }) => is_scheduled && made_ms <= now_ms);
    return last === undefined ? now_ms : last.made_ms + backup_interval_ms;
  }

  /**
   * Copies, verifies and names a backup.
   * @param name a plain file name; empty = made of the time and the revision.
   * @throws HoldfastError ALREADY_EXISTS, WRONG_STATE (another one runs), DISK_FULL, DATA_LOSS (the copy does not verify).
   */
  async make(name: string, onProgress: (progress: BackupProgress) => void): Promise<MadeBackup> {
    const { writer, scans, feed, log, state_dir } = this.#parts;
    if (this.#is_running)
      throw new HoldfastError('WRONG_STATE', 'another backup runs', { retry_after_ms: 1000 });
    // Held until the copy has its name: a second backup would remove the first one's partial file.
    this.#is_running = true;
    try {
      const files = stateFiles(state_dir);
      requireRoomForBackup(files);
      const path = join(
        files.backups,
        name === '' ? backupFileName('holdfast', steadyClock.now_us(), feed.revision) : name,
      );
      await writer.call('copy_for_backup', { path }, onProgress);
      const { schema_version } = writer.info;
      const { size_bytes, revision } = await scans.run('finish_backup', { path, schema_version });
      this.made += 1;
      this.last_error = '';
      log.info({ path, size_bytes, revision }, 'backup made and verified');
      return { path, size_bytes, revision };
    } catch (error) {
      // A name that is taken is a slip of the caller's, a stop no fault of the disk's.
      if (!isReason(error, 'ALREADY_EXISTS', 'SHUTTING_DOWN')) {
        this.failed += 1;
        this.last_error = error instanceof Error ? error.message : String(error);
      }
      throw error;
    } finally {
      this.#is_running = false;
    }
  }

  /** Nothing where the folder cannot be read, which the next attempt will tell. */
  #list(): BackupFile[] {
    try {
      return listBackups(stateFiles(this.#parts.state_dir).backups);
    } catch {
      return [];
    }
  }

  #nowMs(): number {
    return Math.floor(steadyClock.now_us() / 1000);
  }

  async #run(): Promise<void> {
    const { signal } = this.#stop;
    while (!signal.aborted) {
      const wait_ms = (this.nextDueMs() ?? 0) - this.#nowMs();
      if (wait_ms > 0) await pause(Math.min(wait_ms, MAX_PAUSE_MS), signal);
      else if (!(await this.#scheduled()))
        await pause(Math.min(RETRY_MS, this.#parts.backup_interval_ms), signal);
    }
  }

  async #scheduled(): Promise<boolean> {
    const { feed, log, backup_keep, backup_max_age_ms } = this.#parts;
    try {
      const { path } = await this.make(
        backupFileName('scheduled', steadyClock.now_us(), feed.revision),
        () => {},
      );
      const retention = { keep: backup_keep, max_age_ms: backup_max_age_ms };
      const removed = removeOldBackups(path, retention, this.#nowMs());
      if (removed.length > 0) log.info({ removed }, 'older backups removed');
      return true;
    } catch (error) {
      if (!isReason(error, 'SHUTTING_DOWN', 'WRONG_STATE'))
        log.warn({ err: error, failed: this.failed }, 'the scheduled backup failed; trying again');
      return false;
    }
  }
}

/** A timer of Node counts 2^31 milliseconds at most. */
const MAX_PAUSE_MS = 3_600_000;

function isReason(error: unknown, ...reasons: readonly string[]): boolean {
  return error instanceof HoldfastError && reasons.includes(error.reason);
}
