/** Ends calls at their HTTP/2 stream, where grpc-js has not begun them yet or still waits for their handler. */
import { constants, type OutgoingHttpHeaders, type ServerHttp2Stream } from 'node:http2';
import { HoldfastError, type Reason } from '../errors.js';
import { toServiceError } from './errors.js';

const TEXTS: Readonly<Partial<Record<Reason, string>>> = {
  TOKEN_REQUIRED: 'a token is needed here: metadata "authorization: Bearer hf_..."',
  TOKEN_INVALID: 'the token is not valid',
};

/** The same bytes whoever asks for whatever. */
export function unauthenticated(reason: Reason): HoldfastError {
  return new HoldfastError(reason, TEXTS[reason] ?? '');
}

/** Ends the call of somebody who is not let in, or no longer. */
export function refuse(stream: ServerHttp2Stream, reason: Reason): void {
  refuseWith(stream, unauthenticated(reason));
}

/** Ends a call whose handler knows nothing of it yet. */
export function refuseWith(stream: ServerHttp2Stream, error: HoldfastError): void {
  const { code, details, metadata } = toServiceError(error);
  endWithTrailers(stream, {
    'grpc-status': code,
    'grpc-message': encodeURI(details),
    ...metadata.toHttp2Headers(),
  });
}

/** An answer of trailers alone, unless one has begun. What the client would still send is not read. */
export function endWithTrailers(stream: ServerHttp2Stream, trailers: OutgoingHttpHeaders): void {
  stream.on('error', () => {});
  if (stream.destroyed || stream.closed) return;
  if (!stream.headersSent) {
    stream.respond(
      { ':status': 200, 'content-type': 'application/grpc+proto', ...trailers },
      { endStream: true },
    );
  }
  stream.close(constants.NGHTTP2_NO_ERROR);
}
