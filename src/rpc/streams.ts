/** Writing to a server stream without letting it grow: grpc-js buffers whatever it is given, so we wait for it. */
import type { ServerDuplexStream, ServerWritableStream } from '@grpc/grpc-js';
import { HoldfastError } from '../errors.js';

type ServerStream<Request, Response> =
  | ServerWritableStream<Request, Response>
  | ServerDuplexStream<Request, Response>;

/**
 * Writes one message and resolves once the stream takes more; at once when the call has ended.
 * @throws HoldfastError SLOW_CONSUMER when the client takes nothing for `patience_ms`.
 */
export async function writeMessage<Request, Response>(
  call: ServerStream<Request, Response>,
  message: Response,
  patience_ms: number,
  metadata: Record<string, string>,
): Promise<void> {
  if (call.cancelled || call.write(message)) return;
  await new Promise<void>((resolve, reject) => {
    const done = (error?: HoldfastError) => {
      clearTimeout(timer);
      call.off('drain', done);
      call.off('cancelled', done);
      call.off('close', done);
      if (error instanceof HoldfastError) reject(error);
      else resolve();
    };
    const timer = setTimeout(
      () =>
        done(
          new HoldfastError('SLOW_CONSUMER', `nothing was read from the stream for ${patience_ms} ms`, {
            metadata,
          }),
        ),
      patience_ms,
    );
    call.on('drain', done);
    call.on('cancelled', done);
    call.on('close', done);
  });
}

/** A signal that aborts when the call ends, whoever ends it. */
export function signalOf<Request, Response>(call: ServerStream<Request, Response>): AbortSignal {
  const controller = new AbortController();
  const abort = () => controller.abort();
  call.on('cancelled', abort);
  call.on('close', abort);
  return controller.signal;
}
