/**
 * Bounds what is taken of the messages that come from Redis: they are read on the main thread, and whoever may publish there
 * could otherwise keep it from its own callers. What gathered while Redis stood still comes at once, so the bursts are long.
 */
const MESSAGES = { burst: 10_000, per_second: 5000 } as const;
const BYTES = { burst: 16 * 1024 * 1024, per_second: 4 * 1024 * 1024 } as const;

export class Inflow {
  #messages: number = MESSAGES.burst;
  #bytes: number = BYTES.burst;
  #at_ms: number;

  /** @param now_ms monotonic, as of `take`. */
  constructor(now_ms: number) {
    this.#at_ms = now_ms;
  }

  /** Whether there is room for one more. One of any size is taken by who has not spent all. */
  take(size_bytes: number, now_ms: number): boolean {
    const seconds = (now_ms - this.#at_ms) / 1000;
    this.#at_ms = now_ms;
    this.#messages = Math.min(MESSAGES.burst, this.#messages + seconds * MESSAGES.per_second);
    this.#bytes = Math.min(BYTES.burst, this.#bytes + seconds * BYTES.per_second);
    if (this.#messages < 1 || this.#bytes <= 0) return false;
    this.#messages -= 1;
    this.#bytes -= size_bytes;
    return true;
  }
}
