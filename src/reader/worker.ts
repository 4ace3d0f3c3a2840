/** A reader thread: runs one scan at a time on its own read-only connection. */
import { parentPort, workerData } from 'node:worker_threads';
import { HoldfastError } from '../errors.js';
import { stepBack } from '../priority.js';
import { classifyStorageError, damageAtOpening } from '../store/faults.js';
import { openReader } from '../store/open.js';
import type { ScanProgress } from '../tiers/scan.js';
import { type ScanHandlers, scanHandlers } from '../tiers/scans.js';
import type { FromReader, ToReader } from './scans.js';

const port = parentPort;
if (port === null) throw new Error('a reader runs as a worker thread');
stepBack();
let handlers: ScanHandlers | undefined;

/** At the first scan, so that a file that cannot be opened is an answer to it. */
function open(): ScanHandlers {
  try {
    return scanHandlers(openReader((workerData as { path: string }).path));
  } catch (error) {
    throw damageAtOpening(error) ?? error;
  }
}

function send(message: FromReader): void {
  port?.postMessage(message);
}

port.on('message', ({ name, args }: ToReader) => {
  try {
    handlers ??= open();
    const scan = handlers[name] as (args: unknown, progress: (value: ScanProgress) => void) => unknown;
    send({ kind: 'result', value: scan(args, (value) => send({ kind: 'progress', value })) });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const unopened = handlers === undefined && error instanceof HoldfastError && error.reason === 'DATA_LOSS';
    const fatal = unopened || classifyStorageError(error) === 'fatal';
    const known =
      error instanceof HoldfastError ? error : new HoldfastError(fatal ? 'DATA_LOSS' : 'INTERNAL', message);
    // A backup's second half reads the copy: what is wrong with that is told, and no reason to stop.
    send({ kind: 'error', error: known.serialize(), fatal: fatal && name !== 'finish_backup' });
  }
});
