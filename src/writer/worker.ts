/**
 * The writer thread: the only code that writes to the database. It executes batches in the order they arrive and answers
 * each after its commit. On the first storage error that is not a full disk it says so, stops answering and lets the main
 * thread end the process: an fsync that failed may or may not have happened, so nothing can be promised any more.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { crashPoint } from '../crash_points.js';
import { HoldfastError } from '../errors.js';
import { beginHistory } from '../journal/histories.js';
import { CheckpointPolicy } from '../store/checkpoint.js';
import { classifyStorageError, damageAtOpening, diskFull, markSuspect } from '../store/faults.js';
import { stateFiles } from '../store/files.js';
import { databaseId } from '../store/meta.js';
import { migrate, refuseNewer } from '../store/migrate.js';
import { openWriter } from '../store/open.js';
import { replayGuard } from '../tiers/composed_replay.js';
import { failedVerdicts } from '../tiers/guards/verdict_counts.js';
import { commandHandlers } from '../tiers/index.js';
import { writerCalls } from './calls.js';
import { Executor, type Handler } from './execute.js';
import type { FromWriter, ToWriter, WriterConfig } from './protocol.js';
import { packOutcomes, unpackBatch } from './transport.js';

const port = parentPort;
if (port === null) throw new Error('the writer runs as a worker thread');
const config = workerData as WriterConfig;
/** As it came with the newest batch. */
let { now_us } = config;

function send(message: FromWriter, transfer: readonly ArrayBuffer[] = []): void {
  port?.postMessage(message, transfer);
}

let failed = false;
function fail(error: unknown): void {
  failed = true;
  const message = error instanceof Error ? error.message : String(error);
  const code = (error as { code?: unknown }).code;
  try {
    markSuspect(config.state_dir, `${String(code)}: ${message}`);
  } catch {
    // The same disk may refuse the marker; the exit code still tells.
  }
  send({ kind: 'fatal', message, code: String(code ?? 'UNKNOWN') });
}

/** Opens and migrates the file, and prepares every statement that is run on it. */
function open() {
  const { database } = stateFiles(config.state_dir);
  refuseNewer(database);
  const db = openWriter(
    database,
    config.max_database_bytes > 0 ? { max_size_bytes: config.max_database_bytes } : {},
  );
  const migrated = migrate(db, { now_us, hooks: { crashPoint } });
  const checkpoints = new CheckpointPolicy(db, {
    alarm_bytes: config.wal_alarm_bytes,
    onAlarm: (wal_size_bytes) => send({ kind: 'wal_alarm', wal_size_bytes }),
    beforeCheckpoint: () => send({ kind: 'checkpointing' }),
  });
  const executor = new Executor(db, commandHandlers(db) as unknown as Record<string, Handler>, {
    receipt_ttl_ms: config.receipt_ttl_ms,
    clock: () => now_us,
    onReplay: replayGuard(db),
    onInternalError: (error, command) =>
      send({
        kind: 'internal_error',
        command,
        message: error instanceof Error ? (error.stack ?? error.message) : String(error),
      }),
  });
  const history = beginHistory(db, executor.head.revision);
  if (history.unwritten !== undefined) executor.withNextCommit(history.unwritten);
  const info = {
    head_revision: executor.head.revision,
    head_time_us: executor.head.time_us,
    sqlite_version: db.prepare<[], string>('SELECT sqlite_version()').pluck().get() ?? '',
    schema_version: migrated.to_version,
    database_id: databaseId(db),
    histories: history.all,
    migrated,
  };
  return { executor, checkpoints, calls: writerCalls(db, executor, checkpoints), info };
}

/** A HoldfastError would lose its class, and so its reason, on its way to the main thread as an uncaught one. */
function refuse(error: unknown): never {
  const message = error instanceof Error ? error.message : String(error);
  const known =
    error instanceof HoldfastError
      ? error
      : classifyStorageError(error) === 'disk_full'
        ? diskFull('opening the database')
        : (damageAtOpening(error) ?? new HoldfastError('INTERNAL', `opening the database: ${message}`));
  send({ kind: 'refused', error: known.serialize() });
  process.exit(1);
}

const { executor, checkpoints, calls, info } = (() => {
  try {
    return open();
  } catch (error) {
    return refuse(error);
  }
})();

function executeBatch(bytes: Uint8Array): void {
  const batch = unpackBatch(bytes);
  const started_ms = performance.now();
  const outcomes = executor.execute(batch);
  const answer = packOutcomes(outcomes);
  const first = outcomes[0];
  send(
    {
      kind: 'batch',
      bytes: answer,
      head_revision: executor.head.revision,
      commit_us: Math.round((performance.now() - started_ms) * 1000),
      sync_us: Math.round(executor.sync_ms * 1000),
      failed_verdicts: failedVerdicts,
      disk_full: first?.ok === false && first.error.reason === 'DISK_FULL',
    },
    [answer.buffer],
  );
  checkpoints.afterCommit();
}

async function answerCall(message: Extract<ToWriter, { kind: 'call' }>): Promise<void> {
  const { id, name } = message;
  try {
    const call = calls[name] as (args: unknown, progress: (value: unknown) => void) => unknown;
    const value = await call(message.args, (progress) => send({ kind: 'progress', id, value: progress }));
    send({ kind: 'return', id, value });
    if (name === 'close') port?.close();
  } catch (error) {
    const kind = classifyStorageError(error);
    if (kind === 'fatal') fail(error);
    const known =
      error instanceof HoldfastError
        ? error
        : kind === 'disk_full'
          ? diskFull(name)
          : new HoldfastError('INTERNAL', error instanceof Error ? error.message : String(error));
    send({ kind: 'throw', id, error: known.serialize() });
  }
}

port.on('message', (message: ToWriter) => {
  if (failed) return;
  if (message.kind === 'call') {
    void answerCall(message);
    return;
  }
  try {
    now_us = message.now_us;
    executeBatch(message.bytes);
  } catch (error) {
    fail(error);
  }
});

send({ kind: 'ready', info });
