/** What the main thread may ask of the writer thread besides batches: work that needs the writing connection. */
import { crashPoint } from '../crash_points.js';
import { readHead } from '../journal/append.js';
import { type Compacted, compactJournal } from '../journal/compact.js';
import { type BackupProgress, copyForBackup } from '../store/backup.js';
import type { CheckpointPolicy } from '../store/checkpoint.js';
import type { Db } from '../store/db.js';
import { setAnchored } from '../store/meta.js';
import type { Executor } from './execute.js';

export interface WriterCalls {
  /** Copies every page to `<path>.partial`; the copy is not verified yet. */
  copy_for_backup: { args: { readonly path: string }; result: null; progress: BackupProgress };
  compact: { args: { readonly revision: number }; result: Compacted; progress: never };
  /** Asked when nothing is written: finishes what checkpoints are due. */
  checkpoint: { args: null; result: null; progress: never };
  /** Forgets some of the expired receipts; how many. */
  sweep_receipts: { args: null; result: number; progress: never };
  /** Remembers where the anchors are. */
  mark_anchored: { args: { readonly anchor_file: string }; result: null; progress: never };
  /** The head's revision, as the file has it, read inside a transaction that could write: proof that the database answers. */
  probe: { args: null; result: number; progress: never };
  /** Stops the thread after everything before it. */
  close: { args: null; result: null; progress: never };
}

type CallHandlers = {
  [Name in keyof WriterCalls]: (
    args: WriterCalls[Name]['args'],
    progress: (value: WriterCalls[Name]['progress']) => void,
  ) => WriterCalls[Name]['result'] | Promise<WriterCalls[Name]['result']>;
};

/** Lets a batch that waits go first. */
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

export function writerCalls(db: Db, executor: Executor, checkpoints: CheckpointPolicy): CallHandlers {
  return {
    copy_for_backup: async ({ path }, progress) => {
      await copyForBackup(db, path, { onProgress: progress, hooks: { crashPoint } });
      return null;
    },
    compact: ({ revision }) => compactJournal(db, revision, turn),
    checkpoint: () => {
      checkpoints.idle();
      return null;
    },
    sweep_receipts: () => executor.sweepReceipts(),
    mark_anchored: ({ anchor_file }) => {
      setAnchored(db, anchor_file);
      return null;
    },
    probe: () => db.transaction(() => readHead(db).revision).immediate(),
    close: () => {
      checkpoints.idle();
      db.close();
      return null;
    },
  };
}
