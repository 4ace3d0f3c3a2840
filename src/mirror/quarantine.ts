/**
 * Things that cannot be told to Redis: what is written down cannot be made text, such as an amount that no reader takes or a
 * payload that was damaged. Each is left out and named, so that one thing never holds up all others.
 */
import { messageOf } from './connect.js';

export interface Unmirrored {
  /** Its kind and id, and whose it is; or its key. */
  readonly thing: string;
  readonly message: string;
}

/** Things remembered, so that each is told of once though it is met with every refresh. */
const MAX_KNOWN = 10_000;

export class Quarantine {
  readonly #known = new Set<string>();
  #found: Unmirrored[] = [];

  /** What `make` returns; undefined when it throws. @throws what SQLite throws: that is no fault of the thing. */
  attempt<T>(thing: string, make: () => T): T | undefined {
    try {
      return make();
    } catch (error) {
      if (String((error as NodeJS.ErrnoException).code).startsWith('SQLITE_')) throw error;
      this.#add({ thing, message: messageOf(error) });
      return undefined;
    }
  }

  /** What was found since the last time, each thing once. */
  take(): readonly Unmirrored[] {
    const found = this.#found;
    this.#found = [];
    return found;
  }

  #add(one: Unmirrored): void {
    if (this.#known.has(one.thing)) return;
    this.#known.add(one.thing);
    this.#found.push(one);
    const [oldest] = this.#known;
    if (this.#known.size > MAX_KNOWN && oldest !== undefined) this.#known.delete(oldest);
  }
}
