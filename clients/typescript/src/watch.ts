/** The journal as an async iterator that goes on where it was after a daemon restart. */
import { setTimeout as sleep } from 'node:timers/promises';
import { status } from '@grpc/grpc-js';
import { backoff, type Caller, type CallOptions } from './caller.js';
import { HoldfastError } from './errors.js';
import type { WatchRequest } from './gen/holdfast/v1/WatchRequest.js';
import type { WatchResponse__Output } from './gen/holdfast/v1/WatchResponse.js';
import { methodsOf } from './protos.js';
import type { Services } from './services.js';

export interface WatchOptions {
  /** Ends the watch without an error. */
  readonly signal?: AbortSignal | undefined;
  /** False: a broken connection ends the watch with its error. Default true. */
  readonly reconnect?: boolean | undefined;
  /** Called before each new attempt, with what broke the last one. */
  readonly onReconnect?: ((error: HoldfastError) => void) | undefined;
}

/**
 * Yields each committed revision once and in order, also over reconnects: it resumes after the last one it yielded.
 * @throws HoldfastError what the daemon refuses (REVISION_COMPACTED, REVISION_IN_FUTURE, INVALID_ARGUMENT).
 */
export async function* watch(
  caller: Caller,
  services: Services,
  request: WatchRequest,
  options: WatchOptions = {},
): AsyncGenerator<WatchResponse__Output, void, undefined> {
  const { signal } = options;
  const method = methodsOf('Watch').get('Watch');
  if (method === undefined) throw new Error('no Watch in the protos');
  const calls: CallOptions = { signal };
  try {
    // "From now on" must mean the same after a reconnect, so it is made a revision first.
    let from_revision = request.from_revision ?? (await services.admin.getServerInfo({}, calls)).revision;
    for (let failures = 0; ; failures++) {
      let retry_after_ms = 0;
      try {
        const messages = caller.serverStream<WatchResponse__Output>(
          method,
          { ...request, from_revision },
          calls,
        );
        for await (const message of messages) {
          failures = 0;
          from_revision = message.revision;
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
