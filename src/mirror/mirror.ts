/**
 * The Redis mirror as a whole: drives the thread that follows the journal, owns what is live, and tells how it does. Nothing
 * of the daemon waits for it, and nothing that Redis does reaches an answer, but for shared buckets, which exist in Redis only.
 */
import type { Logger } from 'pino';
import type { MirrorConfig } from '../config_mirror.js';
import { describePlace } from '../config_mirror.js';
import { HoldfastError } from '../errors.js';
import type { Feed } from '../outbox/feed.js';
import type { SignalHub } from '../outbox/signals.js';
import { Percentiles } from '../percentiles.js';
import type { Reads } from '../reader/reads.js';
import type { Heartbeats } from '../volatile/heartbeats.js';
import { kindOf, messageOf } from './connect.js';
import { LiveMirror } from './live.js';
import type { Round } from './round.js';
import { SharedBuckets } from './shared_buckets.js';
import { MirrorThread } from './thread.js';

export interface MirrorParts {
  readonly config: MirrorConfig;
  /** Of the database file. */
  readonly path: string;
  readonly database_id: string;
  readonly reads: Reads;
  readonly feed: Feed;
  readonly hub: SignalHub;
  readonly heartbeats: Heartbeats;
  readonly log: Logger;
  /** Unix microseconds, as commits are stamped. */
  readonly now_us: () => number;
  readonly onFatal: (message: string) => void;
}

export interface MirrorStatus {
  readonly state: 'AWAY' | 'REBUILDING' | 'FOLLOWING' | 'STANDBY';
  readonly is_connected: boolean;
  readonly address: string;
  readonly mirrored_revision: number;
  readonly head_revision: number;
  /** Since the first revision that is not mirrored was committed. */
  readonly lag_us: number;
  readonly delay_p50_us: number;
  readonly delay_p99_us: number;
  readonly queue: number;
  readonly keys_written: number;
  readonly keys_stale: number;
  readonly rebuilds: number;
  readonly messages_out: number;
  readonly messages_out_dropped: number;
  readonly messages_in: number;
  readonly messages_in_dropped: number;
  readonly messages_in_known: number;
  readonly errors: ReadonlyMap<string, number>;
  readonly last_error: string;
}

/**
 * Between rounds while there is more to do, at least and at most: what gathers meanwhile is written together. As long as the
 * round took, so that where cores are few the mirror falls behind rather than take them from what is acknowledged.
 */
const ROUND_MS = 5;
const LONGEST_PAUSE_MS = 20;
/** A look though nothing was written: finds a flushed Redis. */
const IDLE_MS = 1000;
const FIRST_RETRY_MS = 50;
const LONGEST_RETRY_MS = 2000;
const DELAYS = 4096;
/** A Redis that is away, or refuses keys, is told of once in this time. */
const LOG_INTERVAL_MS = 60_000;
const MIRRORED_ELSEWHERE =
  'another daemon mirrors this database into that Redis, and this one waits for its end';
const UNHEARD = 'the subscription was interrupted: signals that others published meanwhile were not heard';
const FOREVER = Number.MAX_SAFE_INTEGER;

export class Mirror {
  readonly buckets: SharedBuckets;
  readonly #parts: MirrorParts;
  readonly #live: LiveMirror;
  readonly #thread: MirrorThread;
  readonly #stop = new AbortController();
  readonly #delays_us = new Percentiles(DELAYS);
  readonly #errors = new Map<string, number>();
  #loop: Promise<void> | undefined;
  #must_rebuild = false;
  #failures = 0;
  #logged_ms = Number.NEGATIVE_INFINITY;
  #last_error = '';
  #state: MirrorStatus['state'] = 'AWAY';
  #mirrored_revision = 0;
  #keys_written = 0;
  #keys_stale = 0;
  #rebuilds = 0;
  #messages_out = 0;
  #messages_dropped = 0;

  /** Connects by itself; begins to follow with `start`. @throws HoldfastError INVALID_FIELD: a file that is configured cannot be read. */
  constructor(parts: MirrorParts) {
    const { config, database_id, hub, heartbeats, now_us, path } = parts;
    this.#parts = parts;
    const onError = (error: unknown): void => this.#failed(kindOf(error), messageOf(error));
    const onGap = (): void => this.#failed('unheard', UNHEARD);
    this.#live = new LiveMirror({ config, database_id, hub, heartbeats, now_us, onError, onGap });
    this.buckets = new SharedBuckets(this.#live.connection, config.timeout_ms, onError);
    this.#thread = new MirrorThread({ path, database_id, config });
  }

  start(): void {
    this.#loop ??= this.#follow();
  }

  /** What is not mirrored yet is found again by the cursor after the next start. */
  async close(): Promise<void> {
    this.#stop.abort();
    this.#live.close();
    await this.#thread.close();
    await this.#loop;
  }

  /** A market's price as an upstream told it. */
  price(market: string, value: Uint8Array, ttl_ms: number): void {
    this.#live.price(market, value, ttl_ms);
  }

  /** Writes everything anew, beginning with the next round. @throws HoldfastError WRONG_STATE: another daemon mirrors this database. */
  rebuild(): void {
    if (this.#state === 'STANDBY') throw new HoldfastError('WRONG_STATE', MIRRORED_ELSEWHERE);
    this.#must_rebuild = true;
  }

  status(): MirrorStatus {
    const { reads, feed, config, now_us } = this.#parts;
    const live = this.#live;
    const next_us = reads.single(({ mirror }) => mirror.nextTimeUs(this.#mirrored_revision));
    return {
      state: this.#state,
      is_connected: live.is_connected,
      address: describePlace(config),
      mirrored_revision: this.#mirrored_revision,
      head_revision: feed.revision,
      lag_us: next_us === null ? 0 : Math.max(0, now_us() - next_us),
      delay_p50_us: this.#delays_us.at(0.5),
      delay_p99_us: this.#delays_us.at(0.99),
      queue: live.queue,
      keys_written: this.#keys_written,
      keys_stale: this.#keys_stale,
      rebuilds: this.#rebuilds,
      messages_out: this.#messages_out + live.messages_out,
      messages_out_dropped: this.#messages_dropped + live.messages_out_dropped,
      messages_in: live.messages_in,
      messages_in_dropped: live.messages_in_dropped,
      messages_in_known: live.messages_in_known,
      errors: this.#errors,
      last_error: this.#last_error,
    };
  }

  async #follow(): Promise<void> {
    const { feed, now_us, onFatal } = this.#parts;
    const { signal } = this.#stop;
    while (!signal.aborted && !feed.closed) {
      const seen = feed.revision;
      const rebuild = this.#must_rebuild;
      this.#must_rebuild = false;
      const began_ms = performance.now();
      const answer = await this.#thread.round(now_us(), rebuild);
      if (signal.aborted) return;
      if (answer.kind === 'failed') {
        this.#must_rebuild ||= rebuild;
        if (this.#state !== 'AWAY') this.#logged_ms = Number.NEGATIVE_INFINITY;
        this.#state = 'AWAY';
        this.#failures += 1;
        this.#failed(answer.error, answer.message);
        if (answer.is_fatal) return onFatal(answer.message);
        const wait_ms = Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** Math.min(this.#failures, 10));
        await feed.after(FOREVER, wait_ms, signal);
        continue;
      }
      this.#record(answer.round);
      if (answer.round.is_standby) {
        await feed.after(FOREVER, IDLE_MS, signal);
        continue;
      }
      const is_behind = answer.round.more || this.#mirrored_revision < feed.revision || this.#must_rebuild;
      const took_ms = performance.now() - began_ms;
      const pause_ms = Math.min(LONGEST_PAUSE_MS, Math.max(ROUND_MS, took_ms));
      await feed.after(is_behind ? FOREVER : seen, is_behind ? pause_ms : IDLE_MS, signal);
    }
  }

  #record(round: Round): void {
    const { log, now_us } = this.#parts;
    if (this.#state === 'AWAY' && !round.is_standby) {
      log.info({ revision: round.mirrored_revision }, 'Redis is there: the mirror goes on');
      this.#logged_ms = Number.NEGATIVE_INFINITY;
    }
    this.#failures = 0;
    if (round.is_standby && this.#state !== 'STANDBY') {
      this.#logged_ms = Number.NEGATIVE_INFINITY;
      this.#failed('standby', MIRRORED_ELSEWHERE);
    }
    if (round.is_standby) this.#state = 'STANDBY';
    else this.#state = round.is_rebuilding ? 'REBUILDING' : 'FOLLOWING';
    this.#live.is_sender = !round.is_standby;
    this.#mirrored_revision = round.mirrored_revision;
    this.#keys_written += round.keys_written;
    this.#keys_stale += round.keys_stale;
    this.#rebuilds += round.rebuilds;
    this.#messages_out += round.messages_out;
    this.#messages_dropped += round.messages_too_old + round.messages_refused;
    if (round.keys_owned_elsewhere > 0)
      this.#failed(
        'owned_elsewhere',
        'another database wrote keys of the same agents',
        round.keys_owned_elsewhere,
      );
    for (const { thing, message } of round.refused) this.#failed('refused', `${thing}: ${message}`);
    for (const { thing, message } of round.unmirrored) {
      this.#count('unmirrored', `${thing}: ${message}`, 1);
      log.warn({ thing, err: message }, 'this cannot be mirrored: the mirror goes on without it');
    }
    const at_us = now_us();
    for (const time_us of round.times_us) this.#delays_us.record(Math.max(0, at_us - time_us));
  }

  #count(kind: string, message: string, count: number): void {
    this.#errors.set(kind, (this.#errors.get(kind) ?? 0) + count);
    this.#last_error = `${kind}: ${message}`;
  }

  #failed(kind: string, message: string, count = 1): void {
    this.#count(kind, message, count);
    const now_ms = performance.now();
    if (now_ms - this.#logged_ms < LOG_INTERVAL_MS || this.#stop.signal.aborted) return;
    this.#logged_ms = now_ms;
    this.#parts.log.warn({ kind, err: message }, 'the Redis mirror has trouble; it tries again');
  }
}
