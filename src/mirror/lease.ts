/**
 * Of the daemons of one database only one mirrors it. There are two where a backup is restored beside the daemon that goes on,
 * as in a drill: the copy has the same id, and would write old keys and publish signals once more. So whoever mirrors holds a
 * lease in Redis, under a random id of its process. What moves the cursor takes or renews it in the same script, every second at
 * least; one that is gone loses it after LEASE_MS.
 */
import { randomUUID } from 'node:crypto';
import type { RedisClient } from './connect.js';
import { cursorKey, leaseKey } from './layout.js';
import { LEASE_MS, STATUS } from './scripts.js';

/** Another daemon holds the lease. */
export class HeldElsewhere extends Error {}

type Keys = readonly [cursor: string, lease: string, holder: string];

export class Lease {
  readonly #connection: { readonly client: RedisClient };
  readonly #keys: Keys;
  readonly #clock_ms: () => number;
  #until_ms = Number.NEGATIVE_INFINITY;
  #is_given_back = false;

  /** @param clock_ms monotonic. */
  constructor(connection: { readonly client: RedisClient }, database_id: string, clock_ms: () => number) {
    this.#connection = connection;
    this.#keys = [cursorKey(database_id), leaseKey(database_id), randomUUID()];
    this.#clock_ms = clock_ms;
  }

  /** As far as it is known here. */
  get is_held(): boolean {
    return this.#clock_ms() < this.#until_ms;
  }

  /** Runs one of the scripts that take or renew it. @throws HeldElsewhere, Error of Redis. */
  async through<T extends readonly [status: number, ...unknown[]]>(
    script: (client: RedisClient, keys: Keys) => Promise<T>,
  ): Promise<T> {
    if (this.#is_given_back) throw new HeldElsewhere();
    const until_ms = this.#clock_ms() + LEASE_MS;
    const answer = await script(this.#connection.client, this.#keys);
    if (answer[0] === STATUS.owned_elsewhere) {
      this.#until_ms = Number.NEGATIVE_INFINITY;
      throw new HeldElsewhere();
    }
    this.#until_ms = until_ms;
    return answer;
  }

  /** For good. @throws Error of Redis: it runs out by itself. */
  async giveBack(): Promise<void> {
    this.#is_given_back = true;
    const [, key, holder] = this.#keys;
    await this.#connection.client.hfGiveBack(key, holder);
  }
}
