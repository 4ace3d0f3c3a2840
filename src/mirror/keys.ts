/**
 * Writes agents' keys. A key that Redis refuses, because of what somebody else put there, is noted and holds up no other.
 */
import { isKeyRefusal, messageOf, type RedisClient } from './connect.js';
import * as layout from './layout.js';
import type { Add, Part, Put } from './plan.js';
import type { Round } from './round.js';
import { STATUS } from './scripts.js';

type Answer = readonly [status: number, members: number];

export class KeyWriter {
  readonly #connection: { readonly client: RedisClient };
  readonly #ttl_ms: number;

  constructor(connection: { readonly client: RedisClient }, ttl_ms: number) {
    this.#connection = connection;
    this.#ttl_ms = ttl_ms;
  }

  /**
   * Returns what has to be written as a whole.
   * @param owner as the guards name it.
   * @param force what is there gives way, whatever its guard says.
   * @param round counts what became of each.
   * @throws the first error that is not of one key, once all are answered.
   */
  async write(
    writes: readonly (Put | Add)[],
    owner: string,
    force: boolean,
    round: Round,
  ): Promise<{ part: Part; agent_id: string }[]> {
    const answers = await Promise.allSettled(writes.map((write) => this.#send(write, owner, force)));
    const incomplete: { part: Part; agent_id: string }[] = [];
    for (const [index, answer] of answers.entries()) {
      const write = writes[index];
      if (write === undefined) continue;
      const [status, members] =
        answer.status === 'fulfilled' ? answer.value : refused(write.key, answer.reason, round);
      if (status === STATUS.written) round.keys_written += 1;
      if (status === STATUS.stale) round.keys_stale += 1;
      if (status === STATUS.owned_elsewhere) round.keys_owned_elsewhere += 1;
      if (write.op === 'add' && (status === STATUS.incomplete || members > write.most))
        incomplete.push({ part: write.part, agent_id: write.agent_id });
    }
    return incomplete;
  }

  async #send(write: Put | Add, owner: string, force: boolean): Promise<Answer> {
    const { client } = this.#connection;
    const { key, position } = write;
    const guard = layout.guardKey(key);
    if (write.op === 'put') {
      const { ttl_ms, type, pairs } = write;
      const args = [owner, position, force ? '1' : '0', ttl_ms, type, ...pairs];
      return [await client.hfPut(key, guard, ...args), 0];
    }
    const is_ledger = write.part === 'ledger';
    const cap = is_ledger ? layout.MAX_TRANSACTIONS : layout.MAX_EPISODES;
    const kind = is_ledger ? 'ledger' : 'plain';
    return client.hfAdd(key, guard, owner, position, this.#ttl_ms, cap, kind, ...write.members);
  }
}

/** Waits for work on one key. @throws an error that is not of this key alone. */
export async function tryKey(key: string, work: Promise<void>, round: Round): Promise<void> {
  try {
    await work;
  } catch (error) {
    refused(key, error, round);
  }
}

/** Notes it, and that nobody knows what stands there now. @throws an error that is not of this key alone. */
function refused(key: string, error: unknown, round: Round): Answer {
  if (!isKeyRefusal(error)) throw error;
  round.refused.push({ thing: key, message: messageOf(error) });
  return [STATUS.incomplete, 0];
}
