/**
 * Executes a batch of commands: one batch is one SQLite transaction, one command is one savepoint and one revision.
 *
 * Invariants: a refused command leaves nothing behind and does not disturb its batch; an outcome leaves this file only
 * after the commit that holds it returned, and the connection commits with synchronous=FULL. Worst case: the commit
 * fails, then the whole batch is refused (disk full: nothing happened) or its outcome is unknown (anything else: the
 * thrown error ends the daemon, see worker.ts).
 */
import { crashPoint } from '../crash_points.js';
import { HoldfastError } from '../errors.js';
import { type Head, JournalAppender } from '../journal/append.js';
import type { Db, Statement } from '../store/db.js';
import { classifyStorageError, diskFull } from '../store/faults.js';
import type { Tx } from '../tiers/command.js';
import type { ReplayedRequest } from '../tiers/composed_replay.js';
import { Derived, type DerivedData } from '../tiers/derived.js';
import { type AgentEpochs, agentEpochs, staleEpoch } from '../tiers/epochs.js';
import { CommandTx, type SharedTx } from './command_tx.js';
import { contentDigest, Receipts } from './receipts.js';
import { type Outcome, pack, type Submission, unpack } from './transport.js';

/** Receipts looked at in one sweep: about five milliseconds of the writer's time. */
const SWEPT_RECEIPTS = 5000;

export type Handler = (tx: Tx, args: never) => unknown;

export interface ExecutorOptions {
  readonly receipt_ttl_ms: number;
  /** Unix time in microseconds. */
  readonly clock: () => number;
  /** Asked before the reply to an earlier request is given again; throws when that reply is no longer true. */
  readonly onReplay?: (replay: ReplayedRequest) => void;
  /** Told about errors that are bugs of ours, not refusals. */
  readonly onInternalError: (error: unknown, command: string) => void;
}

export class Executor {
  readonly #db: Db;
  readonly #handlers: Readonly<Record<string, Handler>>;
  readonly #journal: JournalAppender;
  readonly #receipts: Receipts;
  readonly #epochs: AgentEpochs;
  readonly #options: ExecutorOptions;
  #sync_ms = 0;
  /** What every batch writes first, until one is committed. */
  #first: (() => void) | undefined;
  readonly #sql: Record<
    | 'begin'
    | 'commit'
    | 'rollback'
    | 'savepoint'
    | 'release'
    | 'undo'
    | 'savepoint_part'
    | 'release_part'
    | 'undo_part',
    Statement<[]>
  >;

  constructor(db: Db, handlers: Readonly<Record<string, Handler>>, options: ExecutorOptions) {
    this.#db = db;
    this.#handlers = handlers;
    this.#journal = new JournalAppender(db);
    this.#receipts = new Receipts(db, options.receipt_ttl_ms);
    this.#epochs = agentEpochs(db);
    this.#options = options;
    this.#sql = {
      begin: db.prepare('BEGIN IMMEDIATE'),
      commit: db.prepare('COMMIT'),
      rollback: db.prepare('ROLLBACK'),
      savepoint: db.prepare('SAVEPOINT command'),
      release: db.prepare('RELEASE command'),
      undo: db.prepare('ROLLBACK TO command'),
      savepoint_part: db.prepare('SAVEPOINT part'),
      release_part: db.prepare('RELEASE part'),
      undo_part: db.prepare('ROLLBACK TO part'),
    };
  }

  get head(): Head {
    return this.#journal.head;
  }

  /** How long the newest COMMIT took: its pages written to the WAL, and the fsync of that. */
  get sync_ms(): number {
    return this.#sync_ms;
  }

  /** Writes that the next commit holds as well: where they fail, so does what would be committed with them. */
  withNextCommit(write: () => void): void {
    this.#first = write;
  }

  /**
   * @throws whatever SQLite threw, when the outcome of the batch is unknown or the file is damaged. Nothing may be
   * acknowledged after that.
   */
  execute(batch: readonly Submission[]): Outcome[] {
    const before = this.#journal.head;
    const now_us = Math.max(this.#options.clock(), before.time_us);
    try {
      this.#sql.begin.run();
      this.#first?.();
      const outcomes = batch.map((submission) => this.#executeOne(submission, now_us));
      const committing_ms = performance.now();
      crashPoint('before_commit');
      this.#sql.commit.run();
      this.#sync_ms = performance.now() - committing_ms;
      this.#first = undefined;
      crashPoint('after_commit');
      return outcomes;
    } catch (error) {
      this.#journal.restore(before);
      if (classifyStorageError(error) !== 'disk_full') throw error;
      if (this.#db.inTransaction) this.#sql.rollback.run();
      const refusal = diskFull('the write').serialize();
      return batch.map(() => ({ ok: false, error: refusal }));
    }
  }

  /** Forgets expired receipts, some at a time. Nothing is journaled: nobody can tell but by asking again. */
  sweepReceipts(): number {
    const now_us = Math.max(this.#options.clock(), this.#journal.head.time_us);
    return this.#db.transaction(() => this.#receipts.sweep(now_us, SWEPT_RECEIPTS)).immediate();
  }

  #executeOne(submission: Submission, now_us: number): Outcome {
    const before = this.#journal.head;
    this.#sql.savepoint.run();
    try {
      const outcome = this.#apply(submission, now_us);
      this.#sql.release.run();
      return outcome;
    } catch (error) {
      this.#journal.restore(before);
      if (error instanceof HoldfastError) {
        this.#undo();
        return { ok: false, error: error.serialize() };
      }
      const kind = classifyStorageError(error);
      // A violated constraint undoes its statement only: a bug of one command is no reason to end the daemon.
      if (!this.#db.inTransaction || (kind !== 'other' && kind !== 'constraint')) throw error;
      this.#undo();
      this.#options.onInternalError(error, submission.name);
      return {
        ok: false,
        error: { reason: 'INTERNAL', message: `${submission.name} failed inside the daemon` },
      };
    }
  }

  #undo(): void {
    this.#sql.undo.run();
    this.#sql.release.run();
  }

  #apply(submission: Submission, now_us: number): Outcome {
    const has_receipt = submission.request_id !== '';
    const digest = has_receipt ? contentDigest(submission) : undefined;
    if (digest !== undefined) {
      const receipt = this.#receipts.find(submission, digest, now_us);
      if (receipt !== undefined) {
        this.#checkReplay(submission, receipt.result, now_us);
        return { ok: true, replayed: true, ...receipt };
      }
    }
    const epoch = this.#checkEpoch(submission);
    const handler = this.#handlers[submission.name];
    if (handler === undefined) throw new Error(`no handler for command ${submission.name}`);
    this.#journal.begin();
    const { agent_id, principal = '' } = submission;
    const shared: SharedTx = {
      journal: this.#journal,
      epochs: this.#epochs,
      part: this.#part,
      now_us,
      derived: derivedOf(submission),
      principal,
    };
    const tx = new CommandTx(shared, agent_id, submission.epoch !== 0, epoch);
    const result = pack(handler(tx, unpack<never>(submission.args)));
    const changed = this.#journal.entries > 0;
    const { revision, time_us } = this.#journal.head;
    // A command that changed nothing leaves no receipt: asking again may well find something to do.
    if (changed && digest !== undefined)
      this.#receipts.store(submission, digest, { revision, time_us, result });
    return { ok: true, replayed: false, revision, time_us: changed ? time_us : now_us, result };
  }

  #checkReplay({ name, agent_id, args }: Submission, result: Uint8Array, now_us: number): void {
    this.#options.onReplay?.({ name, agent_id, args: unpack(args), result: unpack(result), now_us });
  }

  #checkEpoch(submission: Submission): number {
    const current = this.#epochs.of(submission.agent_id);
    if (submission.epoch !== 0 && submission.epoch !== current) {
      throw staleEpoch(submission.epoch, current);
    }
    return current;
  }

  readonly #part = <T>(part: () => T): T => {
    const before = this.#journal.head;
    const entries = this.#journal.entries;
    this.#sql.savepoint_part.run();
    try {
      const result = part();
      this.#sql.release_part.run();
      return result;
    } catch (error) {
      // Anything else ends the whole command, which is rolled back as one.
      if (error instanceof HoldfastError) {
        this.#journal.restore(before, entries);
        this.#sql.undo_part.run();
        this.#sql.release_part.run();
      }
      throw error;
    }
  };
}

function derivedOf({ derived }: Submission): Derived {
  return new Derived(derived === undefined ? undefined : unpack<DerivedData>(derived));
}
