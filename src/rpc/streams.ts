/** Writing to a server stream without letting it grow: grpc-js buffers whatever it is given, so we wait for it. */
import { constants, type ServerHttp2Stream } from 'node:http2';
import type { ServerDuplexStream, ServerWritableStream } from '@grpc/grpc-js';
import { HoldfastError } from '../errors.js';
import type { toServiceError } from './errors.js';

/** grpc-js counts messages, not bytes: it takes 16 of any size. From this size on each is waited for on its own. */
const BIG_MESSAGE_BYTES = 32 * 1024;

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
  size_bytes = 0,
): Promise<void> {
  if (call.cancelled) return;
  let onTaken = (): void => {};
  if (call.write(message, () => onTaken()) && size_bytes < BIG_MESSAGE_BYTES) return;
  await new Promise<void>((resolve, reject) => {
    const done = (error?: unknown) => {
      clearTimeout(timer);
      onTaken = () => {};
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
    onTaken = done;
    call.on('drain', done);
    call.on('cancelled', done);
    call.on('close', done);
  });
}

/** A signal that aborts when the call ends, whoever ends it. */
export function signalOf<Request, Response>(call: ServerStream<Request, Response>): AbortSignal {
  const controller = new AbortController();
  const abort = () => controller.abort();
  if (call.cancelled) abort();
  call.on('cancelled', abort);
  call.on('close', abort);
  return controller.signal;
}

/**
 * Ends a stream with an error. The status comes after all that was written before, so a client that reads nothing would
 * keep it, and our memory, for ever: after another `patience_ms` the stream is reset. grpc-js offers no way to do that,
 * so its HTTP/2 stream is reached for inside the call.
 */
export function endWithError<Request, Response>(
  call: ServerStream<Request, Response>,
  error: ReturnType<typeof toServiceError>,
  patience_ms: number,
): void {
  call.emit('error', error);
  const { stream } = (call as unknown as { call: { stream?: ServerHttp2Stream } }).call;
  if (stream === undefined || stream.closed) return;
  const timer = setTimeout(() => {
    stream.close(constants.NGHTTP2_ENHANCE_YOUR_CALM);
    stream.destroy();
  }, patience_ms);
  timer.unref();
  stream.once('close', () => clearTimeout(timer));
}
