/**
 * Connections that do not behave: each is cut, and the others notice nothing. nghttp2 itself ends those that send endless
 * header blocks (CVE-2024-27983) or do not take their acknowledgements, and stops reading those that reset more streams
 * than it forgives (CVE-2023-44487). What it allows without end, or leaves open, is counted here.
 */
import {
  constants,
  type Http2Server,
  type Http2Session,
  type ServerHttp2Session,
  type ServerHttp2Stream,
} from 'node:http2';
import type { Socket } from 'node:net';
import { Bodies, type BodyLimits } from './bodies.js';
import { OpenCalls } from './open_calls.js';

export interface ConnectionLimits extends BodyLimits {
  /** Of each listening socket: what comes by one leaves no less room at the others. */
  readonly max_connections: number;
  /** A connection that takes nothing of what waits for it for this long is cut, a message that does not move on given up. */
  readonly slow_consumer_ms: number;
  /** How long a unary call may take, whatever deadline it names. */
  readonly max_call_ms: number;
}

/**
 * How long a connection may take to say that it speaks HTTP/2, or, where a token is needed, to make a call that is let in:
 * anybody can speak.
 */
const PROVE_MS = 10_000;
/** In one second. Clients that measure the bandwidth ping with every message that they get. */
const MAX_PINGS = 5000;
/** In one second. */
const MAX_SETTINGS = 100;
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
  readonly cut: (why: string) => void;
  readonly socket: Socket;
  pings: number;
  settings: number;
  streams: number;
  resets: number;
  bytes_written: number;
  stalled_ms: number;
}

/** The connections of one listening socket. */
export interface Gate {
  /** Speaking is not enough: a call must be let in. */
  readonly needs_token: boolean;
  readonly sockets: Set<Socket>;
  /** Those that have not proved themselves, the oldest first, with what cuts them in time. */
  readonly unproven: Map<Socket, NodeJS.Timeout>;
}

export function newGate(needs_token: boolean): Gate {
  return { needs_token, sockets: new Set(), unproven: new Map() };
}

/** The connections of all listeners. */
export class Connections {
  /** Cut since the start. */
  cut = 0;
  readonly calls: OpenCalls;
  readonly bodies: Bodies;
  readonly #limits: ConnectionLimits;
  readonly #gates = new Map<Socket, Gate>();
  readonly #socket_of = new WeakMap<Http2Session, Socket>();
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
    return this.#gates.size;
  }

  /**
   * Counts a connection that was just made; false when there are too many, and it is gone. Where a token is needed it takes the
   * place of the oldest that has shown none, so that whoever has one gets in whatever others hold open.
   */
  add(socket: Socket, gate: Gate): boolean {
    if (gate.sockets.size >= this.#limits.max_connections) {
      const [oldest] = gate.unproven.keys();
      const leaves = (gate.needs_token && oldest) || socket;
      this.#cut(leaves, 'too many connections');
      if (leaves === socket) return false;
      forget(leaves, gate, this.#gates);
    }
    gate.sockets.add(socket);
    this.#gates.set(socket, gate);
    const why = gate.needs_token ? 'made no call that was let in' : 'did not speak';
    const timer = setTimeout(() => this.#cut(socket, why), PROVE_MS);
    timer.unref();
    gate.unproven.set(socket, timer);
    socket.once('close', () => forget(socket, gate, this.#gates));
    return true;
  }

  /** A call with a valid token came by a session. */
  admitted(session: Http2Session | undefined): void {
    const socket = session === undefined ? undefined : this.#socket_of.get(session);
    const gate = socket === undefined ? undefined : this.#gates.get(socket);
    if (socket !== undefined && gate !== undefined) prove(socket, gate);
  }

  /** Watches the sessions of a server. @param socketOf the connection that a session is on. */
  watch(server: Http2Server, socketOf: (session: ServerHttp2Session) => Socket | undefined): void {
    server.on('session', (session: ServerHttp2Session) => {
      const socket = socketOf(session);
      if (socket === undefined) return;
      const gate = this.#gates.get(socket);
      this.#socket_of.set(session, socket);
      const watched: Watched = {
        socket,
        // Not at once: what is told of a frame is told from within nghttp2's reading, and a session that is taken away under
        // that ends the process in an assertion (nodejs/node#38964).
        cut: (why) => {
          setImmediate(() => {
            session.destroy(undefined, constants.NGHTTP2_ENHANCE_YOUR_CALM);
            this.#cut(socket, why);
          });
        },
        pings: 0,
        settings: 0,
        streams: 0,
        resets: 0,
        bytes_written: 0,
        stalled_ms: 0,
      };
      this.#watched.add(watched);
      session.on('ping', () => {
        watched.pings += 1;
        if (watched.pings === MAX_PINGS) watched.cut('too many pings');
      });
      session.on('remoteSettings', () => {
        watched.settings += 1;
        if (gate !== undefined && !gate.needs_token) prove(socket, gate);
        if (watched.settings === MAX_SETTINGS) watched.cut('too many settings');
      });
      session.on('stream', (stream: ServerHttp2Stream) => {
        watched.streams += 1;
        if (watched.streams % SAMPLED_STREAMS !== 0) return;
        stream.once('aborted', () => {
          watched.resets += 1;
          if (watched.resets === MAX_SAMPLED_RESETS) watched.cut('too many resets');
        });
      });
      session.once('close', () => this.#watched.delete(watched));
    });
  }

  /** Ends every connection. */
  close(): void {
    clearInterval(this.#timer);
    for (const socket of this.#gates.keys()) socket.destroy();
    this.#tell();
  }

  #look(): void {
    this.calls.look();
    this.bodies.look();
    this.#tell();
    for (const watched of this.#watched) {
      watched.pings = 0;
      watched.resets = 0;
      watched.settings = Math.min(watched.settings, 1);
      const { bytesWritten } = watched.socket;
      const is_stalled = queuedBytes(watched.socket) > 0 && bytesWritten === watched.bytes_written;
      watched.stalled_ms = is_stalled ? watched.stalled_ms + LOOK_MS : 0;
      watched.bytes_written = bytesWritten;
      if (watched.stalled_ms >= this.#limits.slow_consumer_ms) watched.cut('takes nothing');
    }
  }

  #cut(socket: Socket, why: string): void {
    if (socket.destroyed) return;
    this.cut += 1;
    const { count } = this.#untold.get(why) ?? { count: 0 };
    this.#untold.set(why, { peer: socket.remoteAddress ?? '', count: count + 1 });
    socket.destroy();
  }

  /** A flood of connections is no flood of the log. */
  #tell(): void {
    for (const [why, { peer, count }] of this.#untold) this.#onCut(peer, why, count);
    this.#untold.clear();
  }
}

function prove(socket: Socket, { unproven }: Gate): void {
  const timer = unproven.get(socket);
  if (timer === undefined) return;
  clearTimeout(timer);
  unproven.delete(socket);
}

function forget(socket: Socket, gate: Gate, gates: Map<Socket, Gate>): void {
  prove(socket, gate);
  gate.sockets.delete(socket);
  gates.delete(socket);
}

/** What the system has not taken yet; http2 writes past the socket, so that only the handle knows. */
function queuedBytes(socket: Socket): number {
  const { _handle } = socket as unknown as { readonly _handle: { readonly writeQueueSize?: number } | null };
  return _handle?.writeQueueSize ?? 0;
}
