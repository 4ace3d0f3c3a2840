/**
 * From publishing to the last of a hundred subscribers, through Holdfast and through Redis pub/sub, with clients in the same
 * language in the same process: all subscribers and the publisher share one event loop, so the time to take a message apart
 * a hundred times is in both figures.
 */
import { Holdfast } from '@holdfast/client';
import { Redis } from 'ioredis';
import { type Latency, latencyOf } from '../memory/timing.js';

const CHANNEL = 'pf:signals:ETH-PERP';
const PAYLOAD = { market: 'ETH-PERP', type: 'LONG', price: '2950.12' };
const CONNECTIONS = 10;

/** Counts receipts of one message at a time. */
class Receipts {
  readonly #subscribers: number;
  #sequence = 0;
  #missing = 0;
  #allHere: () => void = () => {};

  constructor(subscribers: number) {
    this.#subscribers = subscribers;
  }

  /** Resolves once every subscriber has had the message with the next number. */
  expect(): { readonly sequence: number; readonly all: Promise<void> } {
    this.#sequence += 1;
    this.#missing = this.#subscribers;
    const all = new Promise<void>((resolve) => {
      this.#allHere = resolve;
    });
    return { sequence: this.#sequence, all };
  }

  got(sequence: number): void {
    if (sequence !== this.#sequence) throw new Error(`message ${sequence} came after ${this.#sequence}`);
    this.#missing -= 1;
    if (this.#missing === 0) this.#allHere();
  }
}

async function measure(
  receipts: Receipts,
  messages: number,
  publish: (payload: string) => Promise<unknown>,
): Promise<Latency> {
  const samples: number[] = [];
  for (let n = 0; n < messages; n += 1) {
    const { sequence, all } = receipts.expect();
    const started_ms = performance.now();
    const published = publish(JSON.stringify({ ...PAYLOAD, sequence }));
    await all;
    samples.push(performance.now() - started_ms);
    await published;
  }
  // The first messages find cold code on both sides.
  return latencyOf(samples.slice(Math.floor(messages / 10)));
}

const sequenceOf = (json: string): number => (JSON.parse(json) as { sequence: number }).sequence;

export async function holdfastFanOut(
  address: string,
  subscribers: number,
  messages: number,
  durable: boolean,
): Promise<Latency> {
  const receipts = new Receipts(subscribers);
  const clients = Array.from(
    { length: CONNECTIONS },
    (_, n) => new Holdfast({ address, agent_id: `subscriber-${n}` }),
  );
  const publisher = new Holdfast({ address, agent_id: 'analyst' });
  const stop = new AbortController();
  try {
    await Promise.all(
      Array.from({ length: subscribers }, (_, n) => {
        const client = clients[n % CONNECTIONS] as Holdfast;
        return listening(client, stop.signal, (json) => receipts.got(sequenceOf(json)));
      }),
    );
    return await measure(receipts, messages, (json) =>
      publisher.signals.publish({ channel: CHANNEL, payload: { json }, durable }),
    );
  } finally {
    stop.abort();
    publisher.close();
    for (const client of clients) client.close();
  }
}

/** Resolves once the subscription is live. */
function listening(client: Holdfast, signal: AbortSignal, got: (json: string) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const read = async (): Promise<void> => {
      for await (const message of client.signals.subscribe({ patterns: [CHANNEL] }, { signal })) {
        if (message.live) resolve();
        if (message.signal) got(message.signal.payload?.json ?? '');
      }
    };
    read().catch((error: unknown) => (signal.aborted ? undefined : reject(error)));
  });
}

export async function redisFanOut(socket: string, subscribers: number, messages: number): Promise<Latency> {
  const receipts = new Receipts(subscribers);
  const publisher = new Redis(socket);
  const clients = Array.from({ length: subscribers }, () => new Redis(socket));
  try {
    await Promise.all(
      clients.map(async (client) => {
        client.on('message', (_channel, json: string) => receipts.got(sequenceOf(json)));
        await client.subscribe(CHANNEL);
      }),
    );
    return await measure(receipts, messages, (json) => publisher.publish(CHANNEL, json));
  } finally {
    for (const client of [...clients, publisher]) client.disconnect();
  }
}
