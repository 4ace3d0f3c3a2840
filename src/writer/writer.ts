/**
 * The main thread's end of the writer: a bounded queue and group commit without timers. Whatever arrives while a batch is
 * being committed forms the next batch, so batches grow with load and a lone write never waits for company.
 *
 * Invariants: outcomes are given to callers only after the writer thread reported the commit; beyond the queue's bounds a
 * write is refused before anything is done; after a storage failure every waiting write ends as OUTCOME_UNKNOWN and
 * nothing is accepted any more.
 */
import { Worker } from 'node:worker_threads';
import { crashPoint } from '../crash_points.js';
import { HoldfastError } from '../errors.js';
import { steadyClock } from '../steady_clock.js';
import { spannedWrite } from '../tracing/spans.js';
import type { WriterCalls } from './calls.js';
import type { FromWriter, ToWriter, WriterConfig, WriterInfo } from './protocol.js';
import { WriterStats } from './stats.js';
import { type Outcome, packBatch, type Submission, unpackOutcomes } from './transport.js';

export interface WriterLimits {
  /** Writes that may wait, in number and in bytes of arguments. */
  readonly max_queued: number;
  readonly max_queued_bytes: number;
  /** Commands in one commit: bounds how long the first of them waits for the last. */
  readonly max_batch: number;
  /** Batches at the writer at once; 2 by default: while one is committed the next is already in its mailbox. */
  readonly max_batches_in_flight?: number;
}

export interface WriterEvents {
  /** A commit made this the newest revision. */
  readonly onCommit: (revision: number) => void;
  readonly onWalAlarm: (wal_size_bytes: number) => void;
  readonly onInternalError: (command: string, message: string) => void;
  /** The daemon must exit non-zero. */
  readonly onFatal: (message: string) => void;
}

/** A committed command. */
export interface Committed {
  readonly revision: number;
  readonly time_us: number;
  readonly replayed: boolean;
  readonly result: Uint8Array;
}

interface Waiting {
  readonly submission: Submission;
  readonly resolve: (committed: Committed) => void;
  readonly reject: (error: HoldfastError) => void;
}

interface PendingCall {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
  readonly onProgress: ((value: unknown) => void) | undefined;
}

const DEFAULT_BATCHES_IN_FLIGHT = 2;

/**
 * So many commands are worth a commit of their own. An idle writer starts on them without waiting for the rest of the turn,
 * and a busy one gets them as its next batch at once; fewer gather until the batch before them is committed. Otherwise all
 * clients' calls end up in one batch and the two threads take turns, or in many small ones that each pay for a commit.
 */
const EARLY_BATCH = 32;

/** What the services need of the writer. */
export type WriterPort = Pick<Writer, 'submit' | 'hasRoomFor' | 'call' | 'stats' | 'info' | 'queue_depth'>;

export class Writer {
  readonly stats = new WriterStats();
  readonly #thread: Worker;
  readonly #limits: WriterLimits;
  readonly #events: WriterEvents;
  #queue: Waiting[] = [];
  #queued_bytes = 0;
  readonly #in_flight: Waiting[][] = [];
  readonly #calls = new Map<number, PendingCall>();
  #next_call_id = 1;
  #stopped: HoldfastError | undefined;
  #info: WriterInfo | undefined;
  #head_revision = 0;

  private constructor(config: WriterConfig, limits: WriterLimits, events: WriterEvents) {
    this.#limits = limits;
    this.#events = events;
    this.#thread = new Worker(new URL('./worker.js', import.meta.url), { workerData: config });
  }

  /** Opens, migrates and locks in the writer thread; rejects when the file is refused. */
  static async start(config: WriterConfig, limits: WriterLimits, events: WriterEvents): Promise<Writer> {
    const writer = new Writer(config, limits, events);
    await new Promise<void>((resolve, reject) => {
      writer.#thread.once('error', reject);
      writer.#thread.on('message', (message: FromWriter) => {
        if (message.kind === 'ready') {
          writer.#info = message.info;
          writer.#head_revision = message.info.head_revision;
          writer.#thread.off('error', reject);
          writer.#thread.on('error', (error) => writer.#die(error.message));
          resolve();
        } else if (message.kind === 'refused') reject(HoldfastError.deserialize(message.error));
        else writer.#receive(message);
      });
    });
    return writer;
  }

  get info(): WriterInfo {
    if (this.#info === undefined) throw new Error('the writer has not started');
    return this.#info;
  }

  get queue_depth(): number {
    return this.#queue.length;
  }

  /** Bytes of what waits. */
  get queue_bytes(): number {
    return this.#queued_bytes;
  }

  /** True when `submit` would take arguments of this size now, rather than refuse them with QUEUE_FULL. */
  hasRoomFor(args_bytes: number): boolean {
    const { max_queued, max_queued_bytes } = this.#limits;
    return this.#queue.length < max_queued && this.#queued_bytes + args_bytes <= max_queued_bytes;
  }

  /**
   * Queues a command; resolves after its commit.
   * @throws HoldfastError QUEUE_FULL, SHUTTING_DOWN (nothing was done), DISK_FULL (nothing was done), OUTCOME_UNKNOWN,
   * or the command's own refusal.
   */
  submit(submission: Submission): Promise<Committed> {
    if (this.#stopped !== undefined) return Promise.reject(this.#stopped);
    if (!this.hasRoomFor(sizeOf(submission))) {
      const { max_queued, max_queued_bytes } = this.#limits;
      return Promise.reject(
        new HoldfastError(
          'QUEUE_FULL',
          `more than ${max_queued} writes or ${max_queued_bytes} bytes are waiting`,
          {
            metadata: { max_queued: String(max_queued), max_queued_bytes: String(max_queued_bytes) },
            retry_after_ms: 50,
          },
        ),
      );
    }
    return spannedWrite(
      () => this.#enqueue(submission),
      () => this.stats.last_commit_us / 1000,
    );
  }

  #enqueue(submission: Submission): Promise<Committed> {
    return new Promise((resolve, reject) => {
      this.#queue.push({ submission, resolve, reject });
      this.#queued_bytes += sizeOf(submission);
      if (this.#queue.length >= EARLY_BATCH) this.#flush();
      // Deferred by one turn, so that all calls that arrived in one read of the socket share a commit.
      else if (this.#queue.length === 1) setImmediate(() => this.#flush());
    });
  }

  /** Runs one of the writer's calls after what is queued before it. */
  call<Name extends keyof WriterCalls>(
    name: Name,
    args: WriterCalls[Name]['args'],
    onProgress?: (value: WriterCalls[Name]['progress']) => void,
  ): Promise<WriterCalls[Name]['result']> {
    if (this.#stopped !== undefined && name !== 'close') return Promise.reject(this.#stopped);
    const id = this.#next_call_id++;
    return new Promise((resolve, reject) => {
      this.#calls.set(id, {
        resolve: resolve as (value: unknown) => void,
        reject,
        onProgress: onProgress as ((value: unknown) => void) | undefined,
      });
      this.#post({ kind: 'call', id, name, args });
    });
  }

  /** Refuses new writes, commits those that wait, checkpoints and closes the file. */
  async close(): Promise<void> {
    this.#stopped ??= new HoldfastError('SHUTTING_DOWN', 'the daemon is stopping');
    while (this.#queue.length > 0 || this.#in_flight.length > 0) {
      await new Promise((resolve) => setImmediate(resolve));
    }
    await this.call('close', null);
  }

  #flush(): void {
    const max_in_flight = this.#limits.max_batches_in_flight ?? DEFAULT_BATCHES_IN_FLIGHT;
    while (this.#in_flight.length < max_in_flight) {
      if (this.#queue.length < (this.#in_flight.length === 0 ? 1 : EARLY_BATCH)) return;
      const batch = this.#queue.splice(0, this.#limits.max_batch);
      for (const { submission } of batch) this.#queued_bytes -= sizeOf(submission);
      this.#in_flight.push(batch);
      const bytes = packBatch(batch.map(({ submission }) => submission));
      this.#post({ kind: 'batch', bytes, now_us: steadyClock.now_us() }, [bytes.buffer]);
    }
  }

  #post(message: ToWriter, transfer: readonly ArrayBuffer[] = []): void {
    this.#thread.postMessage(message, transfer);
  }

  #receive(message: FromWriter): void {
    switch (message.kind) {
      case 'batch':
        this.#settle(message);
        break;
      case 'return':
        this.#takeCall(message.id)?.resolve(message.value);
        break;
      case 'throw':
        this.#takeCall(message.id)?.reject(HoldfastError.deserialize(message.error));
        break;
      case 'progress':
        this.#calls.get(message.id)?.onProgress?.(message.value);
        break;
      case 'wal_alarm':
        this.#events.onWalAlarm(message.wal_size_bytes);
        break;
      case 'checkpointing':
        crashPoint('during_checkpoint');
        break;
      case 'internal_error':
        this.#events.onInternalError(message.command, message.message);
        break;
      case 'fatal':
        this.#die(`${message.code}: ${message.message}`);
        break;
      case 'ready':
      case 'refused':
        throw new Error('the writer thread started twice');
    }
  }

  #settle(message: Extract<FromWriter, { kind: 'batch' }>): void {
    const batch = this.#in_flight.shift() ?? [];
    const outcomes = unpackOutcomes(message.bytes);
    const wrote = message.head_revision > this.#head_revision;
    this.#head_revision = message.head_revision;
    this.stats.recordBatch(outcomes.length, message, wrote, message.disk_full);
    this.stats.failed_verdicts = message.failed_verdicts;
    // Watchers and readers learn of the revision before the callers do, so a caller that reads at once sees it.
    this.#events.onCommit(message.head_revision);
    for (const [index, waiting] of batch.entries()) answer(waiting, outcomes[index]);
    this.#flush();
  }

  #takeCall(id: number): PendingCall | undefined {
    const call = this.#calls.get(id);
    this.#calls.delete(id);
    return call;
  }

  #die(message: string): void {
    const first = this.#stopped?.reason !== 'OUTCOME_UNKNOWN';
    const error = new HoldfastError(
      'OUTCOME_UNKNOWN',
      `storage failed (${message}); whether the write happened is unknown`,
    );
    this.#stopped = error;
    for (const waiting of [...this.#in_flight.flat(), ...this.#queue]) waiting.reject(error);
    for (const call of this.#calls.values()) call.reject(error);
    this.#in_flight.length = 0;
    this.#queue = [];
    this.#calls.clear();
    if (first) this.#events.onFatal(message);
  }
}

function sizeOf({ args, derived }: Submission): number {
  return args.length + (derived?.length ?? 0);
}

function answer(waiting: Waiting, outcome: Outcome | undefined): void {
  if (outcome === undefined) waiting.reject(new HoldfastError('INTERNAL', 'the writer gave no outcome'));
  else if (outcome.ok) waiting.resolve(outcome);
  else waiting.reject(HoldfastError.deserialize(outcome.error));
}
