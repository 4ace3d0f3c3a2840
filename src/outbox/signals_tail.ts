/**
 * Follows the journal for the hub: after each commit it asks whether there are new durable signals, which is one seek when
 * there are none, reads those once for everybody, and wakes the streams of consumers that changed.
 */
import { lastPositionOf, revisionOf } from '../journal/position.js';
import type { SignalQueries, SizedHead } from '../tiers/signals/queries.js';
import type { Feed } from './feed.js';
import { HubMessage, type SignalHub } from './signals.js';

/** Where the signals come from: the reader's connection. */
export interface SignalSource {
  snapshot<T>(
    min_revision: number,
    query: (queries: { readonly signals: SignalQueries }, revision: number) => T,
  ): T;
}

/** A look though nothing was written; only bounds a timer. */
const IDLE_MS = 60_000;
const PROGRESS_INTERVAL_MS = 10_000;
const RETRY_MS = 1000;
/** Handed over in one turn, whole revisions at least. */
const SIGNALS_PER_TURN = 64;
const BYTES_PER_TURN = 1024 * 1024;

export class SignalTail {
  readonly #source: SignalSource;
  readonly #feed: Feed;
  readonly #hub: SignalHub;
  readonly #onError: (error: unknown) => void;
  readonly #stop = new AbortController();
  readonly #progress: NodeJS.Timeout;
  readonly #loop: Promise<void>;
  #newest_change: number;

  /** @param hub stands at a revision that is committed. Closed when the feed closes. */
  constructor(source: SignalSource, feed: Feed, hub: SignalHub, onError: (error: unknown) => void) {
    this.#source = source;
    this.#feed = feed;
    this.#hub = hub;
    this.#onError = onError;
    this.#newest_change = source.snapshot(0, ({ signals }) => signals.newestChange());
    this.#progress = setInterval(() => hub.tellProgress(), PROGRESS_INTERVAL_MS);
    this.#loop = this.#follow();
  }

  async close(): Promise<void> {
    this.#stop.abort();
    await this.#loop;
  }

  async #follow(): Promise<void> {
    const feed = this.#feed;
    const { signal } = this.#stop;
    while (!feed.closed && !signal.aborted) {
      const seen = feed.revision;
      try {
        const more = this.#round();
        // One page per turn: many signals at once must not hold up other calls.
        if (more) await new Promise((resolve) => setImmediate(resolve));
        else await feed.after(seen, IDLE_MS, signal);
      } catch (error) {
        this.#onError(error);
        await feed.after(Number.MAX_SAFE_INTEGER, RETRY_MS, signal);
      }
    }
    clearInterval(this.#progress);
    this.#hub.close();
  }

  /** Hands over a page; true when there may be more. */
  #round(): boolean {
    const hub = this.#hub;
    const found = this.#source.snapshot(0, ({ signals }, revision) => {
      const newest_change = signals.newestChange();
      const changed = newest_change > this.#newest_change ? signals.changedAfter(this.#newest_change) : [];
      this.#newest_change = Math.max(this.#newest_change, newest_change);
      const upto = lastPositionOf(revision);
      const page =
        signals.newest() > hub.position ? signals.heads(hub.position, upto) : { heads: [], scanned: upto };
      return { ...page, changed, upto };
    });
    for (const { position } of found.changed) hub.consumerChanged(position);
    let signals = 0;
    let size_bytes = 0;
    for (const heads of byRevision(found.heads)) {
      // What is handed over in one turn waits in every subscriber's queue before any of it can be sent.
      if (signals >= SIGNALS_PER_TURN || size_bytes >= BYTES_PER_TURN) return true;
      this.#hand(heads);
      signals += heads.length;
      size_bytes += heads.reduce((sum, head) => sum + head.size_bytes, 0);
    }
    hub.advance(found.scanned);
    return found.scanned < found.upto;
  }

  #hand(heads: readonly SizedHead[]): void {
    const last = heads.at(-1);
    if (last === undefined) return;
    const messages = heads.map(
      ({ position, channel, confidence }) => new HubMessage(channel, confidence, () => this.#load(position)),
    );
    this.#hub.hand(messages, revisionOf(last.position), last.position);
  }

  #load(position: number) {
    const row = this.#source.snapshot(0, ({ signals }) => signals.get(position));
    // Retention drops the oldest, and this is among the newest.
    if (row === undefined) throw new Error(`the signal at ${position} is gone before it was told`);
    return row;
  }
}

function byRevision(heads: readonly SizedHead[]): SizedHead[][] {
  const revisions: SizedHead[][] = [];
  for (const head of heads) {
    const last = revisions.at(-1);
    if (last?.[0] !== undefined && revisionOf(last[0].position) === revisionOf(head.position))
      last.push(head);
    else revisions.push([head]);
  }
  return revisions;
}
