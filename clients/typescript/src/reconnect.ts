/** Streams that go on where they were after a broken connection or a daemon restart. */
import { setTimeout as sleep } from 'node:timers/promises';
import { status } from '@grpc/grpc-js';
import { backoff } from './caller.js';
import { HoldfastError } from './errors.js';

export interface ReconnectOptions {
  /** Ends the stream without an error. */
  readonly signal?: AbortSignal | undefined;
  /** False: a broken connection ends the stream with its error. Default true. */
  readonly reconnect?: boolean | undefined;
  /** Called before each new attempt, with what broke the last one. */
  readonly onReconnect?: ((error: HoldfastError) => void) | undefined;
}

/**
 * Yields the messages of one attempt after the other. `open` is asked for each attempt, so it names where to go on.
 * @throws HoldfastError what the daemon refuses and another attempt would not change.
 */
export async function* reconnecting<Message>(
  open: () => AsyncGenerator<Message, void, undefined>,
  options: ReconnectOptions,
): AsyncGenerator<Message, void, undefined> {
  const { signal } = options;
  try {
    for (let failures = 0; ; failures++) {
      let retry_after_ms = 0;
      try {
        for await (const message of open()) {
          failures = 0;
          yield message;
        }
      } catch (error) {
        if (!(error instanceof HoldfastError) || options.reconnect === false || !resumable(error))
          throw error;
        options.onReconnect?.(error);
        retry_after_ms = error.retry_after_ms ?? 0;
      }
      await sleep(backoff(failures, retry_after_ms), undefined, signal ? { signal } : {});
    }
  } catch (error) {
    if (signal?.aborted) return;
    throw error;
  }
}

function resumable(error: HoldfastError): boolean {
  return (
    error.code === status.UNAVAILABLE || error.code === status.UNKNOWN || error.reason === 'SLOW_CONSUMER'
  );
}
