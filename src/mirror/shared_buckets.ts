/** Token buckets that several daemons share: they live in Redis, and without an answer of Redis nothing is granted. */
import { HoldfastError } from '../errors.js';
import type { BucketSize, Grant } from '../volatile/bucket.js';
import { checkFits } from '../volatile/grants.js';
import type { Ask } from '../volatile/token_buckets.js';
import { kindOf, messageOf, type RedisConnection, within } from './connect.js';

/** Calls that wait for Redis. */
const MAX_UNDER_WAY = 1024;
const RETRY_AFTER_MS = 1000;

export class SharedBuckets {
  readonly #connection: RedisConnection;
  readonly #timeout_ms: number;
  readonly #onError: (error: unknown) => void;
  #under_way = 0;

  constructor(connection: RedisConnection, timeout_ms: number, onError: (error: unknown) => void) {
    this.#connection = connection;
    this.#timeout_ms = timeout_ms;
    this.#onError = onError;
  }

  /**
   * Takes the tokens from both, or says when they would be there. Never waits for tokens.
   * @throws HoldfastError LIMIT_EXCEEDED, REDIS_UNAVAILABLE: it is not known whether they were taken.
   */
  async acquire(ask: Ask): Promise<Grant> {
    const { bucket, agent_id, tokens, share } = ask;
    checkFits(tokens, ask, 'capacity');
    if (share !== null) checkFits(tokens, share, 'agent_bucket.capacity');
    if (!this.#connection.is_ready) throw unavailable('there is no connection', 'connection');
    if (this.#under_way >= MAX_UNDER_WAY) throw unavailable(`${MAX_UNDER_WAY} calls wait for it`, 'timeout');
    const key = `hf:bucket:{${bucket}}`;
    const keys = share === null ? [key] : [key, `${key}:${agent_id}`];
    const sizes = [ask, ...(share === null ? [] : [share])].flatMap(sizeArguments);
    this.#under_way += 1;
    try {
      const answer = this.#connection.client.hfAcquire(keys.length, ...keys, tokens, ...sizes);
      const [allowed, left, wait_us] = await within(answer, this.#timeout_ms);
      const is_allowed = allowed === 1;
      const retry_after_us = is_allowed ? 0 : Math.max(1, Number(wait_us));
      return { allowed: is_allowed, remaining: left, retry_after_us, waited_us: 0 };
    } catch (error) {
      this.#onError(error);
      throw unavailable(messageOf(error), kindOf(error));
    } finally {
      this.#under_way -= 1;
    }
  }
}

/** Whole tokens, and millionths of a token per second. */
function sizeArguments({ capacity, refill_per_second }: BucketSize): number[] {
  return [capacity, Math.max(1, Math.round(refill_per_second * 1e6))];
}

function unavailable(problem: string, kind: string): HoldfastError {
  return new HoldfastError('REDIS_UNAVAILABLE', `shared: Redis cannot be asked: ${problem}`, {
    field: 'shared',
    metadata: { kind },
    retry_after_ms: RETRY_AFTER_MS,
  });
}
