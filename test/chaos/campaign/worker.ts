/** A client process: lives through many cycles, works until the daemon is gone, then waits for the next one. */
import { AckLog } from './ack_log.js';
import { ExchangeClient } from './exchange_client.js';
import { askForTokens, consume, subscribe } from './listeners.js';
import { openNotes } from './notes.js';
import type { World } from './order_story.js';
import { Random } from './random.js';
import { Sender, Unanswered } from './sender.js';
import { Seats } from './trading_seats.js';
import { Wire } from './wire.js';
import { tellStory } from './workload.js';

export interface RunOrder {
  readonly address: string;
  readonly exchange: string;
  /** The name this process has at the exchange. */
  readonly name: string;
  readonly log_path: string;
  readonly seed: number;
  readonly prefix: string;
  readonly own: string;
  readonly epoch: string;
  readonly shared: string;
  /** Stories told at the same time. */
  readonly streams: number;
}

let exchange: ExchangeClient | undefined;

async function run(order: RunOrder): Promise<void> {
  const { own, epoch, shared } = order;
  const wire = new Wire(order.address);
  const log = new AckLog(order.log_path);
  const notes = openNotes(order.log_path);
  exchange ??= await ExchangeClient.open(order.exchange, order.name);
  const sender = new Sender(wire, log, order.prefix);
  const random = new Random(order.seed);
  const over = new AbortController();
  const known: string[] = [];
  const seats = new Seats();
  const worlds = Array.from(
    { length: order.streams },
    (_, index): World => ({
      random: random.fork(index),
      sender,
      exchange: connected(),
      wire,
      notes,
      own,
      epoch,
      shared,
      known,
      seats,
      over: over.signal,
    }),
  );
  try {
    const [first] = worlds;
    const beside =
      first === undefined ? [] : [subscribe(first, order.log_path), consume(first), askForTokens(first)];
    const stories = worlds.map((world) => workUntilTheEnd(world).finally(() => over.abort()));
    await Promise.all([...stories, ...beside]);
  } finally {
    wire.close();
    log.close();
    notes.close();
  }
}

function connected(): ExchangeClient {
  if (exchange === undefined) throw new Error('not connected to the exchange');
  return exchange;
}

async function workUntilTheEnd(world: World): Promise<void> {
  try {
    for (;;) await tellStory(world);
  } catch (error) {
    if (!(error instanceof Unanswered)) throw error;
  }
}

process.on('message', (order: RunOrder) => {
  run(order).then(
    () => process.send?.('done'),
    (error: unknown) => {
      console.error('a chaos client failed:', error);
      process.exit(1);
    },
  );
});
process.on('disconnect', () => process.exit(0));
process.send?.('ready');
