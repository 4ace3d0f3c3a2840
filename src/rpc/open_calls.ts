/**
 * Unary calls that are not answered yet. One whose body never comes, or whose answer never does, is ended after a while,
 * whatever deadline it names. A timer for each would cost a call more than finding out who makes it; a look once a second
 * costs the same however many there are.
 */
import type { ServerHttp2Stream } from 'node:http2';
import { status } from '@grpc/grpc-js';
import { endWithTrailers, refuse } from './trailers.js';

export class OpenCalls {
  /** Whether whoever made a call may still have it answered; set by whoever knows. */
  isWelcome: (stream: ServerHttp2Stream) => boolean = () => true;
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
      if (!is_over)
        endWithTrailers(stream, {
          'grpc-status': status.DEADLINE_EXCEEDED,
          'grpc-message': `the call has lasted ${this.#max_call_ms} ms`,
        });
    }
    this.endUnwelcome();
  }

  /** Ends the calls of those that are no longer welcome. Asking all of them now and then costs a call nothing. */
  endUnwelcome(): void {
    for (const stream of this.#open.keys()) {
      if (this.isWelcome(stream)) continue;
      this.#open.delete(stream);
      refuse(stream, 'TOKEN_INVALID');
    }
  }
}
