/**
 * What does not go through the journal: live signals to Redis channels and signals from there, heartbeats and prices, by two
 * connections of the main thread. Nothing waits for Redis here: what cannot be sent now is dropped and counted, so that a
 * Redis that is slow or away costs neither memory nor time.
 *
 * While another daemon mirrors this database, as beside a drill (lease.ts), nothing is sent, and what is heard is that one's.
 *
 * Signals that came from Redis are not sent there again. Those that this daemon sent are known by their origin, those that
 * another one sent twice by a digest of origin, id and content: so daemons that share a Redis hear each signal once, and
 * nobody keeps one from being heard by sending another one under its id, which can be foreseen.
 */
import { createHash, randomUUID } from 'node:crypto';
import { formatJson } from '../codec/json_format.js';
import { unpackDocument } from '../codec/msgpack.js';
import type { MirrorConfig } from '../config_mirror.js';
import { HubMessage, type Listener, type SignalHub } from '../outbox/signals.js';
import type { Heartbeats } from '../volatile/heartbeats.js';
import { type RedisClient, RedisConnection } from './connect.js';
import {
  fromMessage,
  isMirrored,
  MAX_MESSAGE_BYTES,
  REDIS_AGENT,
  SIGNAL_PATTERNS,
  toMessage,
} from './envelope.js';
import { Inflow } from './inflow.js';
import * as layout from './layout.js';
import { Subscriber } from './subscriber.js';

/** Messages and values on their way to Redis. */
export const MAX_QUEUE = 1024;
const MAX_QUEUE_BYTES = 8 * 1024 * 1024;
/** Digests of other daemons' signals that are remembered. */
const MAX_SEEN = 10_000;
const HEARTBEAT_TICK_MS = 250;
const MARKET = /^[A-Za-z0-9._:/-]{1,128}$/;

export interface LiveParts {
  readonly config: MirrorConfig;
  readonly database_id: string;
  readonly hub: SignalHub;
  readonly heartbeats: Heartbeats;
  /** Unix microseconds. */
  readonly now_us: () => number;
  readonly onError: (error: unknown) => void;
  /** Signals of others may have been missed. */
  readonly onGap: () => void;
}

export class LiveMirror {
  readonly connection: RedisConnection;
  readonly #parts: LiveParts;
  readonly #subscriber: Subscriber;
  readonly #inflow = new Inflow(performance.now());
  readonly #seen = new Set<string>();
  readonly #leave: () => void;
  readonly #heartbeat_timer: NodeJS.Timeout;
  #heartbeats_told = 0;
  #heartbeats_under_way = false;
  #queue_bytes = 0;
  /** Whether this daemon is the one that mirrors its database; undefined = it is not known yet. */
  is_sender: boolean | undefined;
  queue = 0;
  messages_out = 0;
  messages_out_dropped = 0;
  messages_in = 0;
  messages_in_dropped = 0;
  messages_in_known = 0;

  /** @throws Error when the password cannot be read. */
  constructor(parts: LiveParts) {
    this.#parts = parts;
    this.connection = new RedisConnection(parts.config, parts.onError);
    this.#subscriber = new Subscriber({
      config: parts.config,
      hear: (channel, message) => this.#receive(channel, message),
      onGap: parts.onGap,
      onError: parts.onError,
    });
    const listener: Listener = {
      patterns: SIGNAL_PATTERNS,
      min_confidence: 0,
      is_counted: false,
      hear: (message) => this.#hear(message),
    };
    this.#leave = parts.hub.join(listener);
    this.#heartbeat_timer = setInterval(() => void this.#tellHeartbeats(), HEARTBEAT_TICK_MS);
  }

  get is_connected(): boolean {
    return this.connection.is_ready && this.#subscriber.is_subscribed && this.is_sender !== undefined;
  }

  get #may_send(): boolean {
    return this.connection.is_ready && this.is_sender === true;
  }

  close(): void {
    this.#leave();
    clearInterval(this.#heartbeat_timer);
    this.connection.close();
    this.#subscriber.close();
  }

  /** A market's price as an upstream told it. @param value packed document. */
  price(market: string, value: Uint8Array, ttl_ms: number): void {
    if (!MARKET.test(market)) return;
    const text = formatJson(unpackDocument(value));
    this.#send(text.length, (client) => client.set(layout.priceKey(market), text, 'PX', ttl_ms));
  }

  /** A signal that was published here, or passes by: the journal's are told by the tail, Redis's own came from there. */
  #hear(message: HubMessage): void {
    if (message.origin !== 'live' || !isMirrored(message.channel)) return;
    if (!this.#may_send) {
      this.messages_out_dropped += 1;
      return;
    }
    const text = message.once('redis', (signal) =>
      toMessage({ ...signal, signal_id: signal.live_id ?? '' }, this.#parts.database_id),
    );
    const { channel } = message;
    const is_sent = this.#send(text.length, async (client) => {
      try {
        await client.publish(channel, text);
        this.messages_out += 1;
      } catch (error) {
        this.messages_out_dropped += 1;
        throw error;
      }
    });
    if (!is_sent) this.messages_out_dropped += 1;
  }

  /** False when it is not even tried. */
  #send(size_bytes: number, send: (client: RedisClient) => Promise<unknown>): boolean {
    const has_room = this.queue < MAX_QUEUE && this.#queue_bytes + size_bytes <= MAX_QUEUE_BYTES;
    if (!has_room || !this.#may_send) return false;
    this.queue += 1;
    this.#queue_bytes += size_bytes;
    void send(this.connection.client)
      .catch((error: unknown) => this.#parts.onError(error))
      .finally(() => {
        this.queue -= 1;
        this.#queue_bytes -= size_bytes;
      });
    return true;
  }

  #receive(channel: string, message: Uint8Array): void {
    // One that is too large is not read.
    const size_bytes = message.length > MAX_MESSAGE_BYTES ? 0 : message.length;
    const has_room = this.#inflow.take(size_bytes, performance.now());
    const signal = has_room ? fromMessage(channel, message) : undefined;
    if (signal === undefined) {
      this.messages_in_dropped += 1;
      return;
    }
    const { sent, confidence, payload } = signal;
    const digest = sent === null ? null : digestOf(sent, channel, payload);
    if (sent !== null && digest !== null && this.#isKnown(sent.origin, digest)) {
      this.messages_in_known += 1;
      return;
    }
    this.messages_in += 1;
    const row = {
      position: 0,
      live_id: `redis-${digest ?? randomUUID()}`,
      agent_id: REDIS_AGENT,
      ...{ channel, confidence, payload, time_us: this.#parts.now_us() },
    };
    this.#parts.hub.tell(new HubMessage(channel, confidence, () => row, 'redis'));
  }

  #isKnown(origin: string, digest: string): boolean {
    const is_own = origin === this.#parts.database_id && this.is_sender !== false;
    if (is_own || this.#seen.has(digest)) return true;
    this.#seen.add(digest);
    const [oldest] = this.#seen;
    if (this.#seen.size > MAX_SEEN && oldest !== undefined) this.#seen.delete(oldest);
    return false;
  }

  async #tellHeartbeats(): Promise<void> {
    if (this.#heartbeats_under_way || !this.#may_send) return;
    const { heartbeats, onError } = this.#parts;
    const beats = heartbeats.beatsAfter(this.#heartbeats_told);
    if (beats.length === 0) return;
    this.#heartbeats_under_way = true;
    const { client } = this.connection;
    try {
      // The next tick waits for these, so that only one heartbeat of each session is ever on its way.
      await Promise.all(
        beats.map(({ agent_id, left_ms }) =>
          client.set(layout.heartbeatKey(agent_id), 'alive', 'PX', Math.max(1, Math.ceil(left_ms))),
        ),
      );
      this.#heartbeats_told = beats.reduce((newest, { sequence }) => Math.max(newest, sequence), 0);
    } catch (error) {
      onError(error);
    } finally {
      this.#heartbeats_under_way = false;
    }
  }
}

/** Of what a signal is, however its JSON is written. 128 bits: enough that nobody finds two alike. */
function digestOf(
  { origin, id }: { readonly origin: string; readonly id: string },
  channel: string,
  payload: Uint8Array,
): string {
  const hash = createHash('sha256').update(`${origin} ${id} ${channel} `).update(payload);
  return hash.digest('hex').slice(0, 32);
}
