/** Server-streaming RPCs that tell how far a long piece of work is. */
import type { ServerWritableStream } from '@grpc/grpc-js';
import type { RpcContext } from './context.js';
import { toStatus } from './handle.js';
import { requestOf } from './proto.js';
import { endWithError, writeMessage } from './streams.js';

/** A server-streaming RPC that tells progress: `send` never waits; what the client is too slow to take is left out. */
export function streamed<Request, Response>(
  ctx: RpcContext,
  answer: (request: Request, send: (message: Response) => void) => Promise<Response>,
): (call: ServerWritableStream<Request, Response>) => Promise<void> {
  return async (call) => {
    const started_ms = performance.now();
    try {
      const done = await answer(requestOf(call), (message) => {
        // Progress that nobody reads is no reason to stop the work, and none to keep it in memory.
        if (!call.cancelled && !call.writableNeedDrain) call.write(message);
      });
      await writeMessage(call, done, ctx.config.slow_consumer_ms, {});
      ctx.stats.record(call, started_ms, true);
      call.end();
    } catch (error) {
      ctx.stats.record(call, started_ms, false, error);
      endWithError(call, toStatus(ctx, call, error), ctx.config.slow_consumer_ms);
    }
  };
}
