/**
 * Messages that have begun to arrive and are not whole. grpc-js keeps every piece of them, and with a piece the buffer that it
 * was read into, for as many streams as there are; here a message is given its memory once, when its size is known and only
 * if there is room. So what unfinished messages hold is what is counted, however they are cut into frames.
 */
import type { Http2Session, ServerHttp2Stream } from 'node:http2';
import { type ServerInterceptor, status } from '@grpc/grpc-js';
import type { Principal } from '../access/principal.js';
import { HoldfastError } from '../errors.js';
import { endWithTrailers, refuseWith } from './trailers.js';
import type { Unfold } from './unfold.js';

export interface BodyLimits {
  readonly max_message_bytes: number;
  /** Of messages that are not whole, on one connection and on all of them. */
  readonly max_receiving_bytes_per_connection: number;
  readonly max_receiving_bytes: number;
  /** A message that does not move on for this long is given up. */
  readonly slow_consumer_ms: number;
}

/** Of a call that needs no token: the name of a service is all that health asks for. */
export const MAX_OPEN_BYTES = 1024;
/** Up to here a message holds less than its stream does, and is not counted. */
const FREE_BYTES = 1024;
/** What is counted for a message at least, so that not many small ones have to leave for a large one. */
const LEAST_BYTES = 16 * 1024;
/** What must come within `slow_consumer_ms`: a byte now and then would keep the memory for ever. */
const LEAST_PROGRESS_BYTES = 32 * 1024;
/** The flag of compression and the length (https://github.com/grpc/grpc/blob/master/doc/PROTOCOL-HTTP2.md). */
const HEAD_BYTES = 5;
const RETRY_MS = 1000;

/** What is reached for inside grpc-js's call; its version is pinned, and the tests fail when this moves. */
interface InnerCall {
  readonly stream: ServerHttp2Stream;
  readonly incomingEncoding: string;
  decoder: { write(data: Buffer): Buffer[] };
  decompressMessage(message: Buffer, encoding: string): Buffer | Promise<Buffer>;
}

/** Whoever sends: one credential on all of its connections, or one connection. */
type Owner = string | Http2Session;

/** What an owner's messages hold that are counted, the newest last. */
interface Held {
  bytes: number;
  readonly bodies: Set<Body>;
}

export class Bodies {
  /** Calls that were ended since the start because their message had no room, or did not move on. */
  refused = 0;
  readonly limits: BodyLimits;
  readonly #owners = new Map<Owner, Held>();
  readonly #sessions = new Map<Http2Session, number>();
  #held_bytes = 0;

  constructor(limits: BodyLimits) {
    this.limits = limits;
  }

  get held_bytes(): number {
    return this.#held_bytes;
  }

  /**
   * Gives every call a decoder of ours, and the call back as it was: an interceptor in name only, for one in earnest costs each
   * call more than all of this. @param senderOf who makes a call; undefined when it needs no token.
   */
  interceptor(
    senderOf: (stream: ServerHttp2Stream) => Principal | undefined,
    unfold: Unfold,
  ): ServerInterceptor {
    return ({ requestStream }, given) => {
      const call = given as unknown as InnerCall;
      const sender = senderOf(call.stream);
      const max_bytes = sender === undefined ? MAX_OPEN_BYTES : this.limits.max_message_bytes;
      // Whoever opens a Unix socket is one credential with all others there: of those each connection is for itself.
      const id = sender?.id.startsWith('token:') ? sender.id : undefined;
      call.decoder = new Body(this, call.stream, max_bytes, requestStream, id);
      if (call.incomingEncoding !== 'identity')
        call.decompressMessage = (message, encoding) => {
          const body = message.subarray(HEAD_BYTES);
          return encoding === 'identity' ? body : unfold(body, encoding, max_bytes, sender);
        };
      // Its type says that only what wraps a call may be given back; what is used is the call's methods.
      return given as ReturnType<ServerInterceptor>;
    };
  }

  /**
   * Makes room for a message, if need be by ending the newest of whoever holds most, on the connection where most of it is, as
   * long as that is not the one that asks: who takes all there is does not keep the others out, nor by many connections.
   */
  hold(body: Body, owner: Owner, session: Http2Session, bytes: number): HoldfastError | undefined {
    const { max_receiving_bytes_per_connection: own, max_receiving_bytes: all } = this.limits;
    if ((this.#sessions.get(session) ?? 0) + bytes > own) return noRoom('on this connection', own);
    while (this.#held_bytes + bytes > all) {
      const newest = this.#newestOfMost(owner, session, bytes);
      if (newest === undefined) return noRoom('on all connections', all);
      newest.refuse(noRoom('on all connections', all));
    }
    const held = this.#owners.get(owner) ?? { bytes: 0, bodies: new Set() };
    this.#owners.set(owner, held);
    held.bodies.add(body);
    held.bytes += bytes;
    this.#sessions.set(session, (this.#sessions.get(session) ?? 0) + bytes);
    this.#held_bytes += bytes;
    return undefined;
  }

  #newestOfMost(owner: Owner, session: Http2Session, bytes: number): Body | undefined {
    const own = this.#owners.get(owner);
    let most = own;
    let most_bytes = (own?.bytes ?? 0) + bytes;
    for (const held of this.#owners.values())
      if (held.bytes > most_bytes) [most, most_bytes] = [held, held.bytes];
    // Among the connections of one credential it is as among credentials.
    let where: Http2Session | undefined;
    let where_bytes = most === own ? (this.#sessions.get(session) ?? 0) + bytes : 0;
    const bodies = [...(most?.bodies ?? [])];
    for (const { session: one } of bodies) {
      const held_bytes = (one && this.#sessions.get(one)) ?? 0;
      if (held_bytes > where_bytes) [where, where_bytes] = [one, held_bytes];
    }
    return where && bodies.filter(({ session: one }) => one === where).at(-1);
  }

  letGo(body: Body, owner: Owner, session: Http2Session, bytes: number): void {
    const held = this.#owners.get(owner);
    if (held?.bodies.delete(body) !== true) return;
    held.bytes -= bytes;
    if (held.bodies.size === 0) this.#owners.delete(owner);
    const left_bytes = (this.#sessions.get(session) ?? 0) - bytes;
    if (left_bytes > 0) this.#sessions.set(session, left_bytes);
    else this.#sessions.delete(session);
    this.#held_bytes -= bytes;
  }

  /** To be asked about once a second: gives up what does not move on. */
  look(now_ms = performance.now()): void {
    for (const { bodies } of this.#owners.values()) for (const body of bodies) body.look(now_ms);
  }
}

/** What is still to come of one call's messages; in place of grpc-js's decoder. */
class Body {
  readonly #all: Bodies;
  readonly #stream: ServerHttp2Stream;
  readonly #max_bytes: number;
  readonly #may_repeat: boolean;
  readonly #head = Buffer.allocUnsafe(HEAD_BYTES);
  #head_bytes = 0;
  /** With its head; undefined between messages. */
  #message: Buffer | undefined;
  #filled_bytes = 0;
  #whole = 0;
  #is_over = false;
  /** A credential's id; undefined = each connection is one of its own. */
  readonly #sender: string | undefined;
  /** Where it is counted, and how much; undefined while it is not. */
  #session: Http2Session | undefined;
  #counted_bytes = 0;
  #is_watched = false;
  #moved_ms = 0;
  #seen_bytes = 0;

  constructor(
    all: Bodies,
    stream: ServerHttp2Stream,
    max_bytes: number,
    may_repeat: boolean,
    sender: string | undefined,
  ) {
    this.#all = all;
    this.#stream = stream;
    this.#max_bytes = max_bytes;
    this.#may_repeat = may_repeat;
    this.#sender = sender;
  }

  get session(): Http2Session | undefined {
    return this.#session;
  }

  /** @returns the messages that are whole now, each with its head, in memory of its own. */
  write(data: Buffer): Buffer[] {
    const whole: Buffer[] = [];
    let at = 0;
    while (at < data.length && !this.#is_over) {
      if (this.#message === undefined) {
        const copied = data.copy(this.#head, this.#head_bytes, at);
        at += copied;
        this.#head_bytes += copied;
        if (this.#head_bytes < HEAD_BYTES) break;
        this.#head_bytes = 0;
        this.#message = this.#begin(this.#head.readUInt32BE(1), data.length - at);
        if (this.#message === undefined) break;
        this.#filled_bytes = this.#head.copy(this.#message);
      }
      const copied = data.copy(this.#message, this.#filled_bytes, at);
      at += copied;
      this.#filled_bytes += copied;
      if (this.#filled_bytes < this.#message.length) break;
      whole.push(this.#message);
      this.#whole += 1;
      this.#letGo();
      // A second message where there may be one is refused by grpc-js; thousands of them are not kept until then.
      if (!this.#may_repeat && this.#whole > 1) this.#is_over = true;
    }
    return whole;
  }

  /** Memory for a message; undefined when it was refused. @param here how much of it, or of what follows, is here already. */
  #begin(size_bytes: number, here: number): Buffer | undefined {
    if (size_bytes > this.#max_bytes) {
      const problem = `Received message larger than max (${size_bytes} vs ${this.#max_bytes})`;
      this.#giveUp(status.RESOURCE_EXHAUSTED, problem);
      return undefined;
    }
    const length = HEAD_BYTES + size_bytes;
    if (here >= size_bytes || size_bytes <= FREE_BYTES) return Buffer.allocUnsafe(length);
    const { session } = this.#stream;
    const counted_bytes = Math.max(size_bytes, LEAST_BYTES);
    const refusal = session && this.#all.hold(this, this.#sender ?? session, session, counted_bytes);
    // Where the connection has gone nobody waits for the answer any more.
    if (session === undefined) this.#is_over = true;
    if (refusal !== undefined) this.refuse(refusal);
    if (this.#is_over) return undefined;
    this.#session = session;
    this.#counted_bytes = counted_bytes;
    this.#moved_ms = performance.now();
    this.#seen_bytes = 0;
    this.#watch();
    return Buffer.allocUnsafeSlow(length);
  }

  /** However a stream ends, nothing more comes. */
  #watch(): void {
    if (this.#is_watched) return;
    this.#is_watched = true;
    this.#stream.once('end', () => this.#end());
    this.#stream.once('close', () => this.#end());
  }

  #end(): void {
    this.#is_over = true;
    this.#letGo();
  }

  #letGo(): void {
    this.#message = undefined;
    if (this.#session === undefined) return;
    this.#all.letGo(this, this.#sender ?? this.#session, this.#session, this.#counted_bytes);
    this.#session = undefined;
  }

  refuse(error: HoldfastError): void {
    this.#end();
    this.#all.refused += 1;
    refuseWith(this.#stream, error);
  }

  #giveUp(code: status, problem: string): void {
    this.#end();
    this.#all.refused += 1;
    endWithTrailers(this.#stream, { 'grpc-status': code, 'grpc-message': problem });
  }

  look(now_ms: number): void {
    const patience_ms = this.#all.limits.slow_consumer_ms;
    // It was answered, such as when its deadline passed, and what it still sends is for nobody.
    if (this.#stream.writableEnded) {
      this.#end();
      endWithTrailers(this.#stream, {});
      return;
    }
    // What waits for us to read on moves no further by no fault of its own.
    if (now_ms - this.#moved_ms < patience_ms || this.#stream.isPaused()) return;
    if (this.#filled_bytes - this.#seen_bytes < LEAST_PROGRESS_BYTES) {
      const problem = `of a message of ${this.#message?.length} bytes too few came within ${patience_ms} ms`;
      this.#giveUp(status.DEADLINE_EXCEEDED, problem);
      return;
    }
    this.#moved_ms = now_ms;
    this.#seen_bytes = this.#filled_bytes;
  }
}

function noRoom(where: string, limit_bytes: number): HoldfastError {
  const message = `messages that are not whole hold ${limit_bytes} bytes ${where} already`;
  return new HoldfastError('TOO_MANY', message, {
    metadata: { limit: String(limit_bytes) },
    retry_after_ms: RETRY_MS,
  });
}
