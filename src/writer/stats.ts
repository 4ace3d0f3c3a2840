/** Counters of the writer since the start, with the commit times of the last batches. */
import { Percentiles } from '../percentiles.js';
import type { GuardMode } from '../tiers/guards/types.js';
import type { FromWriter } from './protocol.js';

type BatchTimes = Pick<Extract<FromWriter, { kind: 'batch' }>, 'commit_us' | 'sync_us'>;

export class WriterStats {
  commits = 0;
  commands = 0;
  /** True from a commit that did not fit until one that did. */
  disk_full = false;
  failed_verdicts: Readonly<Record<GuardMode, number>> = { ENFORCE: 0, WARN: 0, SHADOW: 0 };
  /** Of the newest batch. */
  last_commit_us = 0;
  readonly commit_us = new Percentiles(1024);
  /** Told of each commit that changed something. */
  onCommit: ((commands: number, times: BatchTimes) => void) | undefined;

  /** @param wrote false: a batch that changed nothing, such as a sweep that found nothing due; it did not reach the disk. */
  recordBatch(commands: number, times: BatchTimes, wrote: boolean, disk_full: boolean): void {
    this.last_commit_us = times.commit_us;
    if (!wrote && !disk_full) return;
    this.commits += 1;
    this.commands += commands;
    this.disk_full = disk_full;
    this.commit_us.record(times.commit_us);
    if (wrote) this.onCommit?.(commands, times);
  }
}
