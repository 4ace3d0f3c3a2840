/** The mirror's thread: one round at a time, when it is told to, on a read-only connection and a Redis connection of its own. */
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import type { MirrorConfig } from '../config_mirror.js';
import { stepBack } from '../priority.js';
import { Reads } from '../reader/reads.js';
import { classifyStorageError } from '../store/faults.js';
import { openReader } from '../store/open.js';
import { kindOf, messageOf, RedisConnection, within } from './connect.js';
import type { Round } from './round.js';
import { MirrorTail } from './tail.js';

export interface MirrorThreadData {
  /** Of the database. */
  readonly path: string;
  readonly database_id: string;
  readonly config: MirrorConfig;
}

export type ToMirrorThread =
  | { readonly kind: 'round'; readonly now_us: number; readonly rebuild: boolean }
  | { readonly kind: 'close' };

export type FromMirrorThread =
  | { readonly kind: 'round'; readonly round: Round }
  | {
      readonly kind: 'failed';
      /** As kindOf, or 'storage'. */
      readonly error: string;
      readonly message: string;
      /** The database cannot be read. */
      readonly is_fatal: boolean;
    };

/** How long the end waits to give the lease back; without it the lease runs out by itself. */
const GIVE_BACK_MS = 500;

const port = parentPort;
if (port === null) throw new Error('the mirror runs as a worker thread');
stepBack();
const { path, database_id, config } = workerData as MirrorThreadData;
// What goes wrong shows in the round that it spoils.
const connection = new RedisConnection(config, () => {});
const db = openReader(path);
const tail = new MirrorTail(new Reads(db), database_id, config, connection, () => performance.now());
let is_closed = false;
let running: Promise<void> = Promise.resolve();

async function round(now_us: number, rebuild: boolean): Promise<FromMirrorThread> {
  if (rebuild) tail.rebuild();
  try {
    return { kind: 'round', round: await tail.round(now_us) };
  } catch (error) {
    if (classifyStorageError(error) === 'fatal')
      return { kind: 'failed', error: 'storage', message: messageOf(error), is_fatal: true };
    const cause = (kindOf(error) === 'connection' && connection.last_error) || error;
    return { kind: 'failed', error: kindOf(cause), message: messageOf(cause), is_fatal: false };
  }
}

async function close(port: MessagePort): Promise<void> {
  await within(tail.giveBack(), GIVE_BACK_MS).catch(() => {});
  // Ends the round: all that waits for Redis fails.
  connection.close();
  await running;
  db.close();
  port.close();
}

port.on('message', (message: ToMirrorThread) => {
  if (message.kind === 'round') {
    running = round(message.now_us, message.rebuild).then((answer) => {
      if (!is_closed) port.postMessage(answer);
    });
    return;
  }
  is_closed = true;
  void close(port);
});
