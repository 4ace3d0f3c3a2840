/**
 * Hears the signals of Redis, through whatever happens to the connection. One that is silent may be dead, or Redis may stand
 * still: then it will deliver all that is published when Redis goes on, before anybody who comes anew has subscribed. So it is
 * kept while another one is made, and given up only once that one stands and it still has not said anything.
 *
 * Where a connection was closed, or given up, what was published meanwhile was not heard: Redis keeps no signals for anybody.
 */
import type { MirrorConfig } from '../config_mirror.js';
import { MAX_MESSAGE_BYTES } from './envelope.js';
import { Line } from './line.js';

/** How long the connection that was silent may still speak once another one is subscribed; both are answered about together. */
const GRACE_MS = 250;
/** Messages of the other one that are held until it is known whose count: more of them than that say it. */
const MAX_HELD = 1000;
/** Held in place of what is too large to be heard, and would be held whole until then. */
const TOO_LARGE = new Uint8Array(MAX_MESSAGE_BYTES + 1);

export interface SubscriberParts {
  readonly config: MirrorConfig;
  readonly hear: (channel: string, message: Uint8Array) => void;
  /** It is subscribed again after a time in which it was not. */
  readonly onGap: () => void;
  readonly onError: (error: unknown) => void;
}

export class Subscriber {
  readonly #parts: SubscriberParts;
  #line: Line;
  /** Made while that one is silent. */
  #spare: Line | undefined;
  /** What the spare one told. */
  #held: (readonly [channel: string, message: Uint8Array])[] = [];
  #grace: NodeJS.Timeout | undefined;
  #was_subscribed = false;
  #is_interrupted = false;

  /** @throws Error when the password cannot be read. */
  constructor(parts: SubscriberParts) {
    this.#parts = parts;
    this.#line = this.#open();
  }

  get is_subscribed(): boolean {
    return this.#line.is_subscribed;
  }

  close(): void {
    this.#dropSpare();
    this.#line.close();
  }

  #open(): Line {
    const line: Line = new Line(this.#parts.config, {
      onMessage: (channel, message) => this.#told(line, channel, message),
      onAnswer: () => this.#answered(line),
      onSilence: () => this.#silent(line),
      onLost: () => this.#lost(line),
      onError: this.#parts.onError,
    });
    return line;
  }

  #told(line: Line, channel: string, message: Uint8Array): void {
    if (line === this.#line) {
      this.#dropSpare();
      this.#parts.hear(channel, message);
    } else if (line === this.#spare) {
      this.#held.push([channel, message.length > MAX_MESSAGE_BYTES ? TOO_LARGE : message]);
      if (this.#held.length >= MAX_HELD) this.#adopt(line);
    }
  }

  #answered(line: Line): void {
    if (line === this.#line) {
      this.#dropSpare();
      if (this.#is_interrupted) this.#parts.onGap();
      this.#is_interrupted = false;
      this.#was_subscribed = true;
    } else if (line === this.#spare) this.#grace ??= setTimeout(() => this.#adopt(line), GRACE_MS);
  }

  #silent(line: Line): void {
    const { onError, config } = this.#parts;
    if (line === this.#spare) line.reconnect();
    if (line !== this.#line) return;
    onError(new Error(`timed out: the subscription has had no answer for ${config.timeout_ms} ms`));
    try {
      this.#spare ??= this.#open();
    } catch (error) {
      // The password cannot be read now: only the silent one is left, and that is to be made anew when it can be.
      onError(error);
      line.reconnect();
    }
  }

  #lost(line: Line): void {
    if (line === this.#line) {
      this.#is_interrupted ||= this.#was_subscribed;
      if (this.#spare !== undefined) this.#adopt(this.#spare);
    } else if (line === this.#spare) this.#holdNothing();
  }

  /** In place of the one that was silent. */
  #adopt(spare: Line): void {
    const held = this.#held;
    this.#holdNothing();
    this.#spare = undefined;
    this.#line.close();
    this.#line = spare;
    this.#is_interrupted ||= this.#was_subscribed;
    if (spare.is_subscribed) this.#answered(spare);
    for (const [channel, message] of held) this.#parts.hear(channel, message);
  }

  #dropSpare(): void {
    if (this.#spare === undefined) return;
    this.#holdNothing();
    this.#spare.close();
    this.#spare = undefined;
  }

  #holdNothing(): void {
    clearTimeout(this.#grace);
    this.#grace = undefined;
    this.#held = [];
  }
}
