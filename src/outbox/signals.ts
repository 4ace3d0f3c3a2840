/**
 * The hub of live subscriptions. Durable signals come from the tailer in the order of publication, ephemeral ones straight
 * from the call that published them; each goes to every listener that matches, once.
 *
 * Invariant: every durable signal up to `position` has been given to whoever listened at that time, none above it has. So
 * who has read the table up to `position` and joins in the same turn misses nothing and hears nothing twice.
 */
import { revisionOf } from '../journal/position.js';
import { compilePattern, isExact } from '../tiers/signals/patterns.js';
import type { SignalRow } from '../tiers/signals/queries.js';

/** A signal as it is heard; the position of an ephemeral one is 0. */
export interface HeardSignal extends SignalRow {
  /** Of an ephemeral one. */
  readonly live_id?: string;
}

/** A signal on its way to many: what is made of it is made once. */
export class HubMessage {
  readonly channel: string;
  readonly confidence: number;
  /** Where it is from: the journal, a call that published it without, or Redis. */
  readonly origin: 'journal' | 'live' | 'redis';
  readonly #load: () => HeardSignal;
  readonly #made = new Map<string, unknown>();

  /** @param load is called when the first listener wants more than to know of it. */
  constructor(
    channel: string,
    confidence: number,
    load: () => HeardSignal,
    origin: HubMessage['origin'] = 'journal',
  ) {
    this.channel = channel;
    this.confidence = confidence;
    this.#load = load;
    this.origin = origin;
  }

  /** What `make` makes of the signal; asked for again under the same key it is the same thing. */
  once<T>(key: string, make: (signal: HeardSignal) => T): T {
    if (!this.#made.has(key)) this.#made.set(key, make(this.#load()));
    return this.#made.get(key) as T;
  }
}

export interface Listener {
  readonly patterns: readonly string[];
  readonly min_confidence: number;
  /** False: it only wants to know, and is no subscription. */
  readonly is_counted: boolean;
  /**
   * Must not throw and must not take long.
   * @param revision everything up to here has been heard once this is: of several signals of one revision all but the
   *   last for this listener name the revision before.
   */
  hear(message: HubMessage, revision: number): void;
  /** The hub is at this revision, and nothing was heard for a while. */
  progress?(revision: number): void;
}

interface Wildcard {
  readonly matches: (channel: string) => boolean;
  readonly listeners: Set<Listener>;
}

/** Channels whose listeners are remembered. */
const MAX_REMEMBERED = 10_000;

export class SignalHub {
  readonly #exact = new Map<string, Set<Listener>>();
  readonly #wildcards = new Map<string, Wildcard>();
  readonly #listeners = new Set<Listener>();
  readonly #known = new Map<string, readonly Listener[]>();
  readonly #consumers = new Map<number, Set<() => void>>();
  readonly #end = new AbortController();
  #position: number;

  constructor(position: number) {
    this.#position = position;
  }

  get position(): number {
    return this.#position;
  }

  /** Aborts when the hub closes: nothing more will be heard. */
  get closed(): AbortSignal {
    return this.#end.signal;
  }

  close(): void {
    this.#end.abort();
  }

  /** Returns how to leave. */
  join(listener: Listener): () => void {
    this.#listeners.add(listener);
    for (const pattern of listener.patterns) this.#setOf(pattern).add(listener);
    this.#known.clear();
    return () => {
      this.#listeners.delete(listener);
      for (const pattern of listener.patterns) this.#leave(pattern, listener);
      this.#known.clear();
    };
  }

  /** Who hears a signal. */
  listenersOf(channel: string, confidence: number): Listener[] {
    return this.#on(channel).filter(({ min_confidence }) => min_confidence <= confidence);
  }

  /** Live subscriptions that a signal matches. */
  count(channel: string, confidence: number): number {
    return this.listenersOf(channel, confidence).filter(({ is_counted }) => is_counted).length;
  }

  /** Gives an ephemeral signal to whoever listens now; returns how many subscriptions that were. */
  tell(message: HubMessage): number {
    const listeners = this.listenersOf(message.channel, message.confidence);
    const revision = revisionOf(this.#position);
    for (const listener of listeners) listener.hear(message, revision);
    return listeners.filter(({ is_counted }) => is_counted).length;
  }

  /** Gives the durable signals of one revision, in order, and moves on. */
  hand(messages: readonly HubMessage[], revision: number, position: number): void {
    const heard = messages.map((message) => this.listenersOf(message.channel, message.confidence));
    const last = new Map<Listener, number>();
    for (const [index, listeners] of heard.entries())
      for (const listener of listeners) last.set(listener, index);
    this.#position = position;
    for (const [index, message] of messages.entries()) {
      for (const listener of heard[index] ?? []) {
        listener.hear(message, last.get(listener) === index ? revision : revision - 1);
      }
    }
  }

  /** There is nothing durable up to here that was not handed over. */
  advance(position: number): void {
    this.#position = Math.max(this.#position, position);
  }

  tellProgress(): void {
    const revision = revisionOf(this.#position);
    for (const listener of this.#listeners) listener.progress?.(revision);
  }

  /** Calls `wake` whenever the consumer at this position or one of its deliveries changes. Returns how to stop that. */
  watchConsumer(consumer: number, wake: () => void): () => void {
    const wakes = this.#consumers.get(consumer) ?? new Set();
    this.#consumers.set(consumer, wakes);
    wakes.add(wake);
    return () => {
      wakes.delete(wake);
      if (wakes.size === 0) this.#consumers.delete(consumer);
    };
  }

  consumerChanged(consumer: number): void {
    for (const wake of this.#consumers.get(consumer) ?? []) wake();
  }

  #on(channel: string): readonly Listener[] {
    const known = this.#known.get(channel);
    if (known !== undefined) return known;
    const found = new Set(this.#exact.get(channel));
    for (const { matches, listeners } of this.#wildcards.values()) {
      if (matches(channel)) for (const listener of listeners) found.add(listener);
    }
    const listeners = [...found];
    if (this.#known.size >= MAX_REMEMBERED) this.#known.clear();
    this.#known.set(channel, listeners);
    return listeners;
  }

  #setOf(pattern: string): Set<Listener> {
    if (isExact(pattern)) {
      const listeners = this.#exact.get(pattern) ?? new Set();
      this.#exact.set(pattern, listeners);
      return listeners;
    }
    const wildcard = this.#wildcards.get(pattern) ?? {
      matches: compilePattern(pattern),
      listeners: new Set(),
    };
    this.#wildcards.set(pattern, wildcard);
    return wildcard.listeners;
  }

  #leave(pattern: string, listener: Listener): void {
    const listeners = this.#setOf(pattern);
    listeners.delete(listener);
    if (listeners.size > 0) return;
    this.#exact.delete(pattern);
    this.#wildcards.delete(pattern);
  }
}
