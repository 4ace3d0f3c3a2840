/**
 * Connections that do not behave: each is cut, and the others notice nothing. nghttp2 itself ends those that send endless
 * header blocks (CVE-2024-27983) or do not take their acknowledgements, and stops reading those that reset more streams
 * than it forgives (CVE-2023-44487). What it allows without end, or leaves open, is counted here.
 */
import type { Http2Server, Http2Session, ServerHttp2Session, ServerHttp2Stream } from 'node:http2';
import type { Socket } from 'node:net';
import type { Principal } from '../access/principal.js';
import { Bodies, type BodyLimits } from './bodies.js';
import type { Gate, Visitor } from './gate.js';
import { OpenCalls } from './open_calls.js';
import { queuedBytes, stopReading } from './socket_handle.js';
import { addressOf, Strangers } from './strangers.js';

export interface ConnectionLimits extends BodyLimits {
  /** Streams of a connection that is no stranger's. */
  readonly max_streams_per_connection: number;
  /** A connection that takes nothing of what waits for it for this long is cut, a message that does not move on given up. */
  readonly slow_consumer_ms: number;
  /** How long a unary call may take, whatever deadline it names. */
  readonly max_call_ms: number;
}

/** In one second. Clients that measure the bandwidth ping with every message that they get. */
const MAX_PINGS = 5000;
/** In one second. */
const MAX_SETTINGS = 100;
/** Calls that are refused in one second; of a connection that is let in, if they are most of its calls. */
const MAX_REFUSED = 100;
/**
 * Streams that a stranger may open before it hears more of us: what came in one read is begun whatever we do about it. Its first
 * call with a token raises it, in the midst of that read too.
 */
const STREAMS_OF_STRANGERS = 16;
/**
 * nghttp2 forgives a thousand resets and 33 a second more, and then only stops reading. Of every 16th stream it is noted
 * whether it was reset; so many of those in one second, about 800 resets, and the connection is closed.
 */
const SAMPLED_STREAMS = 16;
const MAX_SAMPLED_RESETS = 50;
const LOOK_MS = 1000;

/** Told once a second at most for each reason. @param peer the last of the `count` that were cut. */
export type OnCut = (peer: string, why: string, count: number) => void;

interface Watched {
  readonly session: ServerHttp2Session;
  readonly visitor: Visitor;
  /** What the session is on: the visitor's socket, or TLS over it. */
  readonly transport: Socket;
  /** A call was let in once. */
  was_known: boolean;
  pings: number;
  settings: number;
  streams: number;
  /** As of the last look. */
  streams_before: number;
  refused: number;
  resets: number;
  bytes_written: number;
  stalled_ms: number;
}

/** The connections of all listeners. */
export class Connections {
  /** Cut since the start. */
  cut = 0;
  readonly calls: OpenCalls;
  readonly bodies: Bodies;
  /** Whether a credential that was let in still counts; set by whoever knows. */
  isValid: (principal: Principal) => boolean = () => true;
  readonly #limits: ConnectionLimits;
  readonly #strangers = new Strangers(() => performance.now());
  readonly #sockets = new Set<Socket>();
  readonly #visitors = new WeakMap<Socket, Visitor>();
  readonly #gates = new Set<Gate>();
  readonly #watched_of = new WeakMap<Http2Session, Watched>();
  readonly #watched = new Set<Watched>();
  readonly #timer: NodeJS.Timeout;
  readonly #onCut: OnCut;
  /** Why connections were cut since the last look, with how many and the last peer. */
  readonly #untold = new Map<string, { peer: string; count: number }>();

  constructor(limits: ConnectionLimits, onCut: OnCut) {
    this.#limits = limits;
    this.calls = new OpenCalls(limits.max_call_ms);
    this.bodies = new Bodies(limits);
    this.#onCut = onCut;
    this.#timer = setInterval(() => this.#look(), LOOK_MS);
    this.#timer.unref();
  }

  get open(): number {
    return this.#sockets.size;
  }

  /** Calls `open` once a connection that was just made may be read from; it is gone when there are too many. */
  accept(socket: Socket, gate: Gate, open: () => void): void {
    this.#gates.add(gate);
    this.#sockets.add(socket);
    socket.on('error', () => {});
    socket.once('close', () => this.#sockets.delete(socket));
    const address = addressOf(socket.remoteAddress);
    const come = (): void => {
      if (socket.destroyed) return;
      const visitor = this.#visitor(socket, gate, address);
      if (gate.enter(visitor)) open();
      else this.#cut(socket, 'too many connections');
    };
    if (!gate.needs_token) {
      come();
      return;
    }
    const leave = this.#strangers.arrived(address, come);
    if (leave === undefined) this.#cut(socket, 'too many connections in a short time');
    else socket.once('close', leave);
  }

  #visitor(socket: Socket, gate: Gate, address: string): Visitor {
    const visitor: Visitor = {
      gate,
      socket,
      address,
      principals: new Set(),
      last: undefined,
      streaming: 0,
      idle_s: 0,
      is_cut: false,
      cut: (why) => this.#cut(socket, why),
    };
    this.#visitors.set(socket, visitor);
    socket.once('close', () => gate.leave(visitor));
    return visitor;
  }

  /** A call with a valid token came by a session; false when its connection has no place. @param stream if it may last. */
  admitted(
    session: Http2Session | undefined,
    principal: Principal,
    stream: ServerHttp2Stream | undefined,
  ): boolean {
    const watched = session === undefined ? undefined : this.#watched_of.get(session);
    if (watched === undefined) return true;
    const { visitor } = watched;
    if (visitor.last !== principal) {
      visitor.last = principal;
      visitor.principals.add(principal);
      if (!this.#know(watched)) return false;
    }
    if (stream !== undefined) {
      visitor.streaming += 1;
      stream.once('close', () => {
        visitor.streaming -= 1;
      });
    }
    return !visitor.is_cut;
  }

  #know(watched: Watched): boolean {
    const { visitor, session } = watched;
    if (!visitor.gate.know(visitor)) {
      visitor.cut('too many connections');
      return false;
    }
    if (watched.was_known) return true;
    watched.was_known = true;
    if (!session.destroyed)
      session.settings({ maxConcurrentStreams: this.#limits.max_streams_per_connection });
    this.#strangers.proved(visitor.address);
    return true;
  }

  /** A call that is refused, or of a stranger that needs no token; false when it is one too many, and not to be answered. */
  unknown(session: Http2Session | undefined, is_refused: boolean): boolean {
    const watched = session === undefined ? undefined : this.#watched_of.get(session);
    if (watched === undefined) return true;
    const { visitor } = watched;
    const is_stranger = visitor.gate.needs_token && visitor.gate.isStranger(visitor);
    if (visitor.is_cut || (!is_refused && !is_stranger)) return !visitor.is_cut;
    watched.refused += 1;
    const is_too_often =
      watched.refused > MAX_REFUSED &&
      (is_stranger || watched.refused * 2 > watched.streams - watched.streams_before);
    if (is_too_often || (is_stranger && !this.#strangers.called(visitor.address)))
      visitor.cut('too many calls that were not let in');
    return !visitor.is_cut;
  }

  /** To be told when tokens change. */
  reconsider(): void {
    for (const gate of this.#gates) gate.reconsider(this.isValid);
  }

  /** Watches the sessions of a server. @param placeOf the connection that a session is on, and what it speaks through. */
  watch(
    server: Http2Server,
    placeOf: () => { readonly accepted: Socket; readonly transport: Socket } | undefined,
  ): void {
    server.on('session', (session: ServerHttp2Session) => {
      const place = placeOf();
      const visitor = place === undefined ? undefined : this.#visitors.get(place.accepted);
      if (place === undefined || visitor === undefined) return;
      const { needs_token } = visitor.gate;
      const watched: Watched = {
        session,
        visitor,
        transport: place.transport,
        was_known: !needs_token,
        pings: 0,
        settings: 0,
        streams: 0,
        streams_before: 0,
        refused: 0,
        resets: 0,
        bytes_written: 0,
        stalled_ms: 0,
      };
      this.#watched_of.set(session, watched);
      this.#watched.add(watched);
      if (needs_token) {
        const most = Math.min(STREAMS_OF_STRANGERS, this.#limits.max_streams_per_connection);
        session.settings({ maxConcurrentStreams: most });
      }
      session.on('ping', () => {
        watched.pings += 1;
        if (watched.pings === MAX_PINGS) visitor.cut('too many pings');
      });
      session.on('remoteSettings', () => {
        watched.settings += 1;
        if (!needs_token) visitor.gate.know(visitor);
        if (watched.settings === MAX_SETTINGS) visitor.cut('too many settings');
      });
      session.on('stream', (stream: ServerHttp2Stream) => {
        watched.streams += 1;
        if (watched.streams % SAMPLED_STREAMS !== 0) return;
        stream.once('aborted', () => {
          watched.resets += 1;
          if (watched.resets === MAX_SAMPLED_RESETS) visitor.cut('too many resets');
        });
      });
      session.once('close', () => this.#watched.delete(watched));
    });
  }

  /** Leaves those outside who wait to be let in: they have asked for nothing yet. */
  letNobodyIn(): void {
    this.#strangers.close();
  }

  /** Ends every connection. */
  close(): void {
    clearInterval(this.#timer);
    this.letNobodyIn();
    for (const socket of this.#sockets) socket.destroy();
    this.#tell();
  }

  #look(): void {
    this.calls.look();
    this.bodies.look();
    this.reconsider();
    this.#tell();
    for (const watched of this.#watched) {
      const { visitor, transport } = watched;
      visitor.idle_s = watched.streams === watched.streams_before ? visitor.idle_s + 1 : 0;
      watched.streams_before = watched.streams;
      watched.pings = 0;
      watched.resets = 0;
      watched.refused = 0;
      watched.settings = Math.min(watched.settings, 1);
      const { bytesWritten } = transport;
      const is_stalled = queuedBytes(transport) > 0 && bytesWritten === watched.bytes_written;
      watched.stalled_ms = is_stalled ? watched.stalled_ms + LOOK_MS : 0;
      watched.bytes_written = bytesWritten;
      if (watched.stalled_ms >= this.#limits.slow_consumer_ms) visitor.cut('takes nothing');
    }
  }

  #cut(socket: Socket, why: string): void {
    const visitor = this.#visitors.get(socket);
    if (socket.destroyed || visitor?.is_cut === true) return;
    if (visitor !== undefined) visitor.is_cut = true;
    this.cut += 1;
    const { count } = this.#untold.get(why) ?? { count: 0 };
    this.#untold.set(why, { peer: socket.remoteAddress ?? '', count: count + 1 });
    // Not what waits in the kernel, of which a flood has megabytes there.
    stopReading(socket);
    // Not at once: what is told of a frame is told from within nghttp2's reading, and a session that is taken away under
    // that ends the process in an assertion (nodejs/node#38964).
    setImmediate(() => socket.destroy());
  }

  /** A flood of connections is no flood of the log. */
  #tell(): void {
    for (const [why, { peer, count }] of this.#untold) this.#onCut(peer, why, count);
    this.#untold.clear();
  }
}
