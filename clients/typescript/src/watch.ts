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
 * @throws HoldfastError what the daemon refuses (REVISION_COMPACTED, REVISION_IN_FUTURE, INVALID_ARGUMENT), and
 * HistoryChangedError when a restored backup has undone some of what it yielded.
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
  let { from_revision, history = '' } = request;
  const open = async function* (): AsyncGenerator<WatchResponse__Output, void, undefined> {
    // "From now on" must mean the same after a reconnect, so it is made a revision first.
    if (from_revision === undefined)
      ({ revision: from_revision, history } = await services.admin.getServerInfo({}, calls));
    for await (const message of caller.serverStream<WatchResponse__Output>(
      method,
      { ...request, from_revision, history },
      calls,
    )) {
      const is_news = message.entries.length > 0 || message.revision !== String(from_revision);
      ({ revision: from_revision, history } = message);
      if (is_news) yield message;
    }
  };
  yield* reconnecting(open, options);
}
