/**
 * One connection on which signals are heard. It subscribes again and again: a subscriber sends nothing else, so one whose network
 * went silent would wait for ever. Of a Cluster this command, unlike PING, goes to the connection that is subscribed.
 */
import type { MirrorConfig } from '../config_mirror.js';
import { type RedisClient, RedisConnection } from './connect.js';
import { SIGNAL_PATTERNS } from './envelope.js';

const RETRY_MS = 500;
/** How often what is subscribed is subscribed again, which changes nothing but has to be answered. */
const AGAIN_MS = 1000;

export interface LineEvents {
  readonly onMessage: (channel: string, message: Uint8Array) => void;
  /** It is subscribed, or is still. */
  readonly onAnswer: () => void;
  /** It owes an answer for the time that Redis may take; it waits on. */
  readonly onSilence: () => void;
  /** Its connection was closed; it makes another one. */
  readonly onLost: () => void;
  readonly onError: (error: unknown) => void;
}

export class Line {
  readonly #connection: RedisConnection;
  readonly #timeout_ms: number;
  readonly #events: LineEvents;
  #handshake: NodeJS.Timeout | undefined;
  #next: NodeJS.Timeout | undefined;
  #silence: NodeJS.Timeout | undefined;
  #is_closed = false;
  #owes_answer = false;
  /** It has answered, and owes nothing for too long. */
  is_subscribed = false;

  /** @throws Error when the password cannot be read. */
  constructor(config: MirrorConfig, events: LineEvents) {
    this.#timeout_ms = config.timeout_ms;
    this.#events = events;
    const onClient = (client: RedisClient): void => this.#attend(client);
    // Its commands have no limit of time: the connection of one that stood still may be the one that hears what is missing.
    this.#connection = new RedisConnection(config, events.onError, onClient, true);
  }

  /** Gives up the connection for another one. */
  reconnect(): void {
    this.#connection.client.disconnect(true);
  }

  close(): void {
    this.#is_closed = true;
    this.#clear();
    this.#connection.close();
  }

  #attend(client: RedisClient): void {
    client.on('connect', () => {
      clearTimeout(this.#handshake);
      this.#handshake = setTimeout(() => client.disconnect(true), this.#timeout_ms);
    });
    client.on('ready', () => void this.#subscribe(client));
    client.on('close', () => {
      if (this.#is_closed || client !== this.#connection.client) return;
      this.#clear();
      this.is_subscribed = false;
      this.#events.onLost();
    });
    client.on('pmessageBuffer', (_pattern: unknown, channel: Uint8Array, message: Uint8Array) => {
      if (this.#is_closed) return;
      // It lives; but whoever was told of its silence may think no more of it, and its answer may still never come.
      if (this.#owes_answer) this.#awaitAnswer();
      this.#events.onMessage(Buffer.from(channel).toString('latin1'), message);
    });
  }

  async #subscribe(client: RedisClient): Promise<void> {
    if (this.#is_closed || client !== this.#connection.client || client.status !== 'ready') return;
    this.#clear();
    this.#owes_answer = true;
    this.#awaitAnswer();
    let pause_ms = AGAIN_MS;
    try {
      await client.psubscribe(...SIGNAL_PATTERNS);
      if (this.#is_closed) return;
      this.is_subscribed = true;
      this.#events.onAnswer();
    } catch (error) {
      if (this.#is_closed) return;
      this.is_subscribed = false;
      this.#events.onError(error);
      pause_ms = RETRY_MS;
    }
    this.#owes_answer = false;
    clearTimeout(this.#silence);
    clearTimeout(this.#next);
    this.#next = setTimeout(() => void this.#subscribe(client), pause_ms);
  }

  #awaitAnswer(): void {
    clearTimeout(this.#silence);
    this.#silence = setTimeout(() => {
      this.is_subscribed = false;
      this.#events.onSilence();
    }, this.#timeout_ms);
  }

  #clear(): void {
    this.#owes_answer = false;
    for (const timer of [this.#handshake, this.#next, this.#silence]) clearTimeout(timer);
  }
}
