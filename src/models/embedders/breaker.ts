/**
 * Fails fast while an embedder is known to be down, so that storing a memory does not wait for a dead endpoint each time
 * (the circuit breaker of Nygard, "Release It!").
 */
import { HoldfastError } from '../../errors.js';
import type { Embedder } from './embedder.js';

export interface EmbedderHealth {
  readonly healthy: boolean;
  /** Of the last call that failed; empty when none has failed since the last success. */
  readonly last_error: string;
  /** Unix microseconds at which the embedder is tried again; 0 when calls go through. */
  readonly retry_at_us: number;
}

export interface BreakerEmbedder extends Embedder {
  health(): EmbedderHealth;
}

const FIRST_PAUSE_MS = 1_000;
const MAX_PAUSE_MS = 60_000;

/** Unix time as it was when the process began, and from then on the monotonic clock: nobody sets it. */
function steadyMs(): number {
  return Math.floor(performance.timeOrigin + performance.now());
}

/**
 * Only EMBEDDER_UNAVAILABLE shuts the way: other errors come at once and may be about one text. The embedder has repeated
 * the request already, so one failure is enough. After a pause, which doubles from 1 s to 60 s or is what the endpoint
 * asked for, one call goes through as a probe while the others still fail fast.
 */
export function withBreaker(embedder: Embedder, clock: () => number = steadyMs): BreakerEmbedder {
  let last_error = '';
  let pause_ms = 0;
  let retry_at_ms = 0;
  let is_probing = false;

  const check = (): void => {
    const wait_ms = retry_at_ms - clock();
    if (pause_ms === 0 || (wait_ms <= 0 && !is_probing)) return;
    throw new HoldfastError('EMBEDDER_UNAVAILABLE', `the embedder is not tried now: ${last_error}`, {
      retry_after_ms: Math.max(wait_ms, FIRST_PAUSE_MS / 10),
    });
  };
  const failed = (error: HoldfastError, is_probe: boolean): void => {
    last_error = error.message;
    // Calls that were under way together fail together; only the first of them counts.
    if (error.reason !== 'EMBEDDER_UNAVAILABLE' || (pause_ms > 0 && !is_probe)) return;
    pause_ms = Math.min(Math.max(FIRST_PAUSE_MS, pause_ms * 2), MAX_PAUSE_MS);
    retry_at_ms = clock() + Math.max(pause_ms, error.details.retry_after_ms ?? 0);
  };
  const worked = (): void => {
    last_error = '';
    pause_ms = 0;
    retry_at_ms = 0;
  };

  return {
    kind: embedder.kind,
    model: embedder.model,
    dimensions: embedder.dimensions,
    health: () => ({ healthy: last_error === '', last_error, retry_at_us: retry_at_ms * 1000 }),
    async embed(texts, purpose, signal) {
      check();
      const is_probe = pause_ms > 0;
      if (is_probe) is_probing = true;
      try {
        const vectors = await embedder.embed(texts, purpose, signal);
        worked();
        return vectors;
      } catch (error) {
        // An abort says nothing about the embedder.
        if (error instanceof HoldfastError && !signal.aborted) failed(error, is_probe);
        throw error;
      } finally {
        if (is_probe) is_probing = false;
      }
    },
    close: () => embedder.close(),
  };
}
