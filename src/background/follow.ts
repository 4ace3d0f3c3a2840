/** The loop of what works in the background: does what there is to do, then waits until the journal grows. */
import type { Feed } from '../outbox/feed.js';

/** At most one look for work in this time while writes go on. */
const ROUND_MS = 100;
/** A look for work though nothing was written. */
const IDLE_MS = 60_000;

export class Follower {
  readonly #stop = new AbortController();
  #loop: Promise<void> | undefined;

  get signal(): AbortSignal {
    return this.#stop.signal;
  }

  /**
   * @param round does some of the work. True: there may be more to do at once; false: nothing until the journal grows; a
   * number: nothing for so many milliseconds. It must not throw.
   */
  start(feed: Feed, round: () => Promise<boolean | number>): void {
    this.#loop ??= this.#follow(feed, round);
  }

  /** Resolves once the round under way has ended. */
  async close(): Promise<void> {
    this.#stop.abort();
    await this.#loop;
  }

  async #follow(feed: Feed, round: () => Promise<boolean | number>): Promise<void> {
    while (!this.#stop.signal.aborted && !feed.closed) {
      const seen = feed.revision;
      const more = await round();
      if (more === true) continue;
      if (typeof more === 'number') await pause(more, this.#stop.signal);
      else {
        await feed.after(seen, IDLE_MS, this.#stop.signal);
        await pause(ROUND_MS, this.#stop.signal);
      }
    }
  }
}

/** Resolves after the time or when the signal aborts. */
export async function pause(wait_ms: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await new Promise<void>((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, wait_ms);
    signal.addEventListener('abort', done, { once: true });
  });
}
