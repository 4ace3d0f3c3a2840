/** The journal as an async iterator that goes on where it was after a daemon restart. */
import type { Caller, CallOptions } from './caller.js';
import type { WatchRequest } from './gen/holdfast/v1/WatchRequest.js';
import type { WatchResponse__Output } from './gen/holdfast/v1/WatchResponse.js';
import { methodsOf } from './protos.js';
import { type ReconnectOptions, reconnecting } from './reconnect.js';
import type { Services } from './services.js';

export type WatchOptions = ReconnectOptions;

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
  const calls: CallOptions = { signal: options.signal };
  const method = methodsOf('Watch').get('Watch');
  if (method === undefined) throw new Error('no Watch in the protos');
  let from_revision = request.from_revision;
  const open = async function* (): AsyncGenerator<WatchResponse__Output, void, undefined> {
    // "From now on" must mean the same after a reconnect, so it is made a revision first.
    from_revision ??= (await services.admin.getServerInfo({}, calls)).revision;
    for await (const message of caller.serverStream<WatchResponse__Output>(
      method,
      { ...request, from_revision },
      calls,
    )) {
      from_revision = message.revision;
      yield message;
    }
  };
  yield* reconnecting(open, options);
}
