/** Counters of the writer since the start, with the commit times of the last batches. */
import { Percentiles } from '../percentiles.js';

export class WriterStats {
  commits = 0;
  commands = 0;
  /** True from a commit that did not fit until one that did. */
  disk_full = false;
  readonly commit_us = new Percentiles(1024);

  /** @param wrote false: a batch that changed nothing, such as a sweep that found nothing due; it did not reach the disk. */
  recordBatch(commands: number, commit_us: number, wrote: boolean, disk_full: boolean): void {
    if (!wrote && !disk_full) return;
    this.commits += 1;
    this.commands += commands;
    this.disk_full = disk_full;
    this.commit_us.record(commit_us);
  }
}
