/** The newest committed revision, and a way to wait for a newer one. What follows the journal loops: read a page, wait. */
export class Feed {
  #revision: number;
  #closed = false;
  #waiters = new Set<() => void>();

  constructor(revision: number) {
    this.#revision = revision;
  }

  get revision(): number {
    return this.#revision;
  }

  get closed(): boolean {
    return this.#closed;
  }

  /** Told by the writer after each commit. */
  advance(revision: number): void {
    if (revision <= this.#revision) return;
    this.#revision = revision;
    this.#wake();
  }

  /** Wakes everybody for good: the daemon is stopping. */
  close(): void {
    this.#closed = true;
    this.#wake();
  }

  /** Resolves once there is something after `revision`, the signal aborts, the time is over, or the feed closes. */
  async after(revision: number, timeout_ms: number, signal: AbortSignal): Promise<void> {
    if (this.#revision > revision || this.#closed || signal.aborted) return;
    await new Promise<void>((resolve) => {
      const done = () => {
        clearTimeout(timer);
        signal.removeEventListener('abort', done);
        this.#waiters.delete(done);
        resolve();
      };
      const timer = setTimeout(done, timeout_ms);
      signal.addEventListener('abort', done, { once: true });
      this.#waiters.add(done);
    });
  }

  #wake(): void {
    for (const wake of [...this.#waiters]) wake();
  }
}
