/**
 * Unary calls that are not answered yet. One whose body never comes, or whose answer never does, is ended after a while,
 * whatever deadline it names. A timer for each would cost a call more than finding out who makes it; a look once a second
 * costs the same however many there are.
 */
import { constants, type ServerHttp2Stream } from 'node:http2';
import { status } from '@grpc/grpc-js';

export class OpenCalls {
  readonly #max_call_ms: number;
  /** Since when, on the monotonic clock as of the last look. */
  readonly #open = new Map<ServerHttp2Stream, number>();
  #now_ms = performance.now();

  constructor(max_call_ms: number) {
    this.#max_call_ms = max_call_ms;
  }

  get size(): number {
    return this.#open.size;
  }

  began(stream: ServerHttp2Stream): void {
    this.#open.set(stream, this.#now_ms);
  }

  answered(stream: ServerHttp2Stream): void {
    this.#open.delete(stream);
  }

  /** To be asked about once a second: forgets those that ended otherwise, and ends those that have lasted too long. */
  look(): void {
    this.#now_ms = performance.now();
    for (const [stream, since_ms] of this.#open) {
      const is_over = stream.destroyed || stream.closed;
      if (!is_over && this.#now_ms - since_ms < this.#max_call_ms) continue;
      this.#open.delete(stream);
      if (!is_over) end(stream, this.#max_call_ms);
    }
  }
}

/** An answer of trailers alone; what the client would still send is not read. */
function end(stream: ServerHttp2Stream, max_call_ms: number): void {
  stream.on('error', () => {});
  if (!stream.headersSent) {
    stream.respond(
      {
        ':status': 200,
        'content-type': 'application/grpc+proto',
        'grpc-status': status.DEADLINE_EXCEEDED,
        'grpc-message': `the call has lasted ${max_call_ms} ms`,
      },
      { endStream: true },
    );
  }
  stream.close(constants.NGHTTP2_NO_ERROR);
}
