/** The messages between the main thread and the writer thread. */
import type { SerializedError } from '../errors.js';
import type { History } from '../journal/histories.js';
import type { MigrationReport } from '../store/migrate.js';
import type { GuardMode } from '../tiers/guards/types.js';
import type { WriterCalls } from './calls.js';

export interface WriterConfig {
  readonly state_dir: string;
  readonly receipt_ttl_ms: number;
  /** 0 = no quota. */
  readonly max_database_bytes: number;
  readonly wal_alarm_bytes: number;
  /** The time of the start, Unix microseconds. */
  readonly now_us: number;
}

export type ToWriter =
  /** With the time of its commands, Unix microseconds. */
  | { readonly kind: 'batch'; readonly bytes: Uint8Array; readonly now_us: number }
  | { readonly kind: 'call'; readonly id: number; readonly name: keyof WriterCalls; readonly args: unknown };

export type FromWriter =
  | { readonly kind: 'ready'; readonly info: WriterInfo }
  /** The file was refused; the thread ends. */
  | { readonly kind: 'refused'; readonly error: SerializedError }
  | {
      readonly kind: 'batch';
      readonly bytes: Uint8Array;
      readonly head_revision: number;
      readonly commit_us: number;
      /** COMMIT alone. */
      readonly sync_us: number;
      /** Failed verdicts of guards since the start, by mode. */
      readonly failed_verdicts: Readonly<Record<GuardMode, number>>;
      readonly disk_full: boolean;
    }
  | { readonly kind: 'return'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'throw'; readonly id: number; readonly error: SerializedError }
  | { readonly kind: 'progress'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'wal_alarm'; readonly wal_size_bytes: number }
  /** Sent just before a checkpoint, so that a test can kill the process in the middle of one. */
  | { readonly kind: 'checkpointing' }
  | { readonly kind: 'internal_error'; readonly command: string; readonly message: string }
  /** Storage failed: nothing is acknowledged any more and the daemon must exit. */
  | { readonly kind: 'fatal'; readonly message: string; readonly code: string };

/** What the writer found when it opened the file. */
export interface WriterInfo {
  readonly head_revision: number;
  /** Of the newest entry, Unix microseconds: no command is earlier. */
  readonly head_time_us: number;
  readonly sqlite_version: string;
  readonly schema_version: number;
  readonly database_id: string;
  /** With the one that began with this opening. */
  readonly histories: readonly History[];
  /** What was done to the file to bring it up to date. */
  readonly migrated: MigrationReport;
}
