/**
 * Takes away what an earlier journal of this database wrote, for agents that are not in the present one, as after a restore:
 * their keys show money that is not there. It looks through the guards, once a rebuild has written all that there is, a page of
 * every node a round: in a Redis that holds millions of keys of others that takes a while, and nothing waits for it.
 */
import { Cluster, type Redis } from 'ioredis';
import { isForbidden, isKeyRefusal, messageOf, type RedisClient } from './connect.js';
import { GUARD_PATTERN, guardedKey, guardKey } from './layout.js';
import type { Round } from './round.js';

/** Keys that one SCAN looks at, about. */
const PAGE_KEYS = 1000;

export class Sweep {
  readonly #connection: { readonly client: RedisClient };
  readonly #owner: string;
  /** Where each node's SCAN goes on; '0' = it is through. By the node's place, since a node may be another client later. */
  readonly #cursors = new Map<string, string>();

  /** @param owner as the guards name it, with the era: what is of an earlier one goes. */
  constructor(connection: { readonly client: RedisClient }, owner: string) {
    this.#connection = connection;
    this.#owner = owner;
  }

  /**
   * What came of it; it is given up, and that is noted, where Redis's access rules forbid it.
   * @throws Error of Redis: the step is to be done again.
   */
  async step(round: Round): Promise<'more' | 'done' | 'given up'> {
    try {
      return (await this.#page()) ? 'done' : 'more';
    } catch (error) {
      if (!isForbidden(error) && !isKeyRefusal(error)) throw error;
      round.refused.push({ thing: `SCAN ${GUARD_PATTERN}`, message: messageOf(error) });
      return 'given up';
    }
  }

  async #page(): Promise<boolean> {
    const { client } = this.#connection;
    const nodes = client instanceof Cluster ? client.nodes('master') : [client];
    for (const node of nodes) {
      const place = placeOf(node);
      const cursor = this.#cursors.get(place);
      if (cursor === '0') continue;
      const [next, guards] = await node.scan(cursor ?? '0', 'MATCH', GUARD_PATTERN, 'COUNT', PAGE_KEYS);
      await Promise.all(
        guards.map((guard) => {
          const key = guardedKey(guard);
          return key === undefined ? undefined : client.hfSweep(key, guardKey(key), this.#owner);
        }),
      );
      this.#cursors.set(place, next);
    }
    return nodes.every((node) => this.#cursors.get(placeOf(node)) === '0');
  }
}

const placeOf = ({ options }: Redis): string => `${options.host}:${options.port}`;
