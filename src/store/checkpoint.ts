import { statSync } from 'node:fs';
import type { Db, Statement } from './db.js';
import { classifyStorageError } from './faults.js';
import { walPath } from './files.js';
import { readNumber } from './open.js';

/** NOOP only counts. PASSIVE never waits. RESTART and TRUNCATE also make the next write start the WAL over. */
export type CheckpointMode = 'NOOP' | 'PASSIVE' | 'RESTART' | 'TRUNCATE';

export interface CheckpointResult {
  /** Frames (pages) in the WAL. */
  readonly log_frames: number;
  /** Frames already copied into the database; less than log_frames when a reader still needs the older pages. */
  readonly checkpointed_frames: number;
  /** True when a reader or another checkpointer kept RESTART or TRUNCATE from finishing. */
  readonly busy: boolean;
}

interface CheckpointRow {
  readonly busy: number;
  readonly log: number;
  readonly checkpointed: number;
}

/** Runs one checkpoint outside a transaction. Never waits for readers: a blocked one reports `busy` at once. */
export function checkpoint(db: Db, mode: CheckpointMode): CheckpointResult {
  const patience_ms = readNumber(db, 'busy_timeout');
  // With the usual timeout TRUNCATE would stall every caller for seconds behind one open reader.
  db.pragma('busy_timeout = 0');
  try {
    const [row] = db.pragma(`wal_checkpoint(${mode})`) as CheckpointRow[];
    return toResult(row);
  } finally {
    db.pragma(`busy_timeout = ${patience_ms}`);
  }
}

/** Size of the WAL in bytes, 0 when there is none. Uses stat only: opening the file would drop SQLite's locks. */
export function walSizeBytes(database_path: string): number {
  return statSync(walPath(database_path), { throwIfNoEntry: false })?.size ?? 0;
}

function toResult(row: CheckpointRow | undefined): CheckpointResult {
  if (row === undefined) throw new Error('wal_checkpoint returned no row');
  return { log_frames: row.log, checkpointed_frames: row.checkpointed, busy: row.busy !== 0 };
}

/**
 * 32 MiB of WAL. Pages written over and over are copied back once per checkpoint, so a rarer one costs less: at 1,000
 * frames checkpoints took a fifth of the writer's time under full load. A start after a crash reads that much more.
 */
const DEFAULT_PASSIVE_FRAMES = 8000;

export interface CheckpointPolicyOptions {
  /** Frames waiting in the WAL before a PASSIVE checkpoint runs between two commits. */
  readonly passive_frames?: number;
  /** WAL size that raises the alarm, in bytes; 256 MiB by default. */
  readonly alarm_bytes?: number;
  /** Called once each time the WAL grows past alarm_bytes. */
  readonly onAlarm?: (wal_size_bytes: number) => void;
  /** Called right before each checkpoint. */
  readonly beforeCheckpoint?: () => void;
}

export interface CheckpointOutcome extends CheckpointResult {
  readonly mode: CheckpointMode;
  /** Some reader kept pages in the WAL: log_frames > checkpointed_frames. */
  readonly starved: boolean;
  /** The database file could not grow; the WAL keeps everything and a later checkpoint may succeed. */
  readonly disk_full: boolean;
}

/**
 * Decides when the writer checkpoints. It owns no timer: the writer asks after each commit and when it runs idle. The usual
 * question costs one read of the shared WAL index (about 2 us) and one stat. A checkpoint that a reader starves is tried again
 * only when the WAL has grown by another threshold, so a stuck reader does not tax every commit.
 */
export class CheckpointPolicy {
  readonly #db: Db;
  readonly #passive_frames: number;
  readonly #alarm_bytes: number;
  readonly #onAlarm: (wal_size_bytes: number) => void;
  readonly #beforeCheckpoint: () => void;
  readonly #counter: Statement<[], CheckpointRow>;
  /** WAL length at the last attempt that a reader or a full disk cut short; 0 after a complete one. */
  #failed_at_frames = 0;
  #alarmed = false;

  constructor(db: Db, options: CheckpointPolicyOptions = {}) {
    this.#db = db;
    this.#passive_frames = options.passive_frames ?? DEFAULT_PASSIVE_FRAMES;
    this.#alarm_bytes = options.alarm_bytes ?? 256 * 1024 * 1024;
    this.#onAlarm = options.onAlarm ?? (() => {});
    this.#beforeCheckpoint = options.beforeCheckpoint ?? (() => {});
    this.#counter = db.prepare<[], CheckpointRow>('PRAGMA wal_checkpoint(NOOP)');
  }

  /** Asked after every commit, outside any transaction. Undefined when nothing was due; throws only on a fatal fault. */
  afterCommit(): CheckpointOutcome | undefined {
    const over = this.#checkAlarm();
    const { log, checkpointed } = this.#count();
    // A shorter WAL has started over since, so the failed attempt no longer means anything.
    if (log < this.#failed_at_frames) this.#failed_at_frames = 0;
    const waiting = log - Math.max(checkpointed, this.#failed_at_frames);
    const due = waiting >= this.#passive_frames || (over && this.#failed_at_frames === 0);
    return due ? this.#run(over ? 'TRUNCATE' : 'PASSIVE') : undefined;
  }

  /** Asked when the queue is empty: cleans up whatever is left. Undefined when there is nothing to do. */
  idle(): CheckpointOutcome | undefined {
    const over = this.#checkAlarm();
    const { log, checkpointed } = this.#count();
    if (over) return this.#run('TRUNCATE');
    return log > checkpointed ? this.#run('PASSIVE') : undefined;
  }

  /** True while the WAL is above the alarm threshold. */
  get alarmed(): boolean {
    return this.#alarmed;
  }

  #run(mode: CheckpointMode): CheckpointOutcome {
    this.#beforeCheckpoint();
    const { result, disk_full } = this.#attempt(mode);
    const starved = !disk_full && (result.busy || result.log_frames > result.checkpointed_frames);
    this.#failed_at_frames = starved || disk_full ? result.log_frames : 0;
    this.#checkAlarm();
    return { ...result, mode, starved, disk_full };
  }

  #attempt(mode: CheckpointMode): { result: CheckpointResult; disk_full: boolean } {
    try {
      return { result: checkpoint(this.#db, mode), disk_full: false };
    } catch (error) {
      if (classifyStorageError(error) !== 'disk_full') throw error;
      return { result: toResult(this.#count()), disk_full: true };
    }
  }

  #checkAlarm(): boolean {
    const size_bytes = walSizeBytes(this.#db.name);
    const over = size_bytes > this.#alarm_bytes;
    const crossed = over && !this.#alarmed;
    this.#alarmed = over;
    if (crossed) this.#onAlarm(size_bytes);
    return over;
  }

  #count(): CheckpointRow {
    const row = this.#counter.get();
    if (row === undefined) throw new Error('wal_checkpoint returned no row');
    return row;
  }
}
