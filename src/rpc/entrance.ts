/**
 * Where calls come in: every HTTP/2 stream of every listener passes here before grpc-js sees it, so that whoever is not known
 * has nothing read, decoded or begun. grpc-js offers interceptors for this, which cost every call more than all of what is
 * done here, and nothing at all for connections; so its HTTP/2 server is reached for, and its listener for streams wrapped.
 */
import type { Http2Server, Http2Session, IncomingHttpHeaders, ServerHttp2Stream } from 'node:http2';
import type { Server } from '@grpc/grpc-js';
import type { Denials } from '../access/denials.js';
import type { Principal } from '../access/principal.js';
import type { Tokens } from '../access/tokens.js';
import type { Reason } from '../errors.js';
import { ruleOf } from './access_table.js';
import type { Connections } from './connections.js';
import { refuse } from './trailers.js';

/** What is known of a call before its request. */
export interface Caller {
  readonly principal: Principal;
  /** The address of the other side, or the Unix socket that it came by. */
  readonly peer: string;
}

/** Where a connection came in. */
export interface Door {
  /** Who is there without a token; null = a token is needed. */
  readonly resident: Principal | null;
  /** Of a Unix socket its address; of TCP empty: each connection has its own. */
  readonly peer: string;
}

export interface EntranceParts {
  readonly tokens: Tokens;
  readonly denials: Denials;
  /** Where unary calls are noted until they are answered, and told what each call says of its connection. */
  readonly connections: Pick<Connections, 'calls' | 'admitted' | 'unknown'>;
}

type OnStream = (stream: ServerHttp2Stream, headers: IncomingHttpHeaders) => void;

/** Answers with nothing that anybody owns, so that load balancers and service managers need no token. */
const OPEN = '/grpc.health.v1.Health/';
const OURS = /^\/holdfast\.v1\.([A-Za-z]+)\/([A-Za-z]+)$/;

const callers = new WeakMap<object, Caller>();

/** Who makes a call; undefined for those that need not be known. */
export function callerOf(stream: object | undefined): Caller | undefined {
  return stream === undefined ? undefined : callers.get(stream);
}

/** The id of who makes a call, for the journal; empty when that need not be known. */
export function principalOf(call: object): string {
  return callerOf(streamOf(call))?.principal.id ?? '';
}

/** grpc-js offers no way to the HTTP/2 stream of a call, so it is reached for inside it. */
export function streamOf(call: object): ServerHttp2Stream | undefined {
  return (call as { readonly call: { readonly stream?: ServerHttp2Stream } }).call.stream;
}

/** The HTTP/2 server that the injector made last. */
export function newestHttp2Server(server: Server): Http2Server {
  const { http2Servers } = server as unknown as { readonly http2Servers: ReadonlyMap<Http2Server, unknown> };
  const newest = [...http2Servers.keys()].at(-1);
  if (newest === undefined) throw new Error('grpc-js has no HTTP/2 server');
  return newest;
}

/** Puts the check before grpc-js's own handler. @param isStream whether the RPC at a path streams, so that it may last. */
export function guardStreams(
  server: Http2Server,
  door: Door,
  parts: EntranceParts,
  isStream: (path: string) => boolean,
): void {
  const handlers = server.listeners('stream') as OnStream[];
  const { tokens, denials, connections } = parts;
  server.removeAllListeners('stream');
  server.on('stream', (stream: ServerHttp2Stream, headers: IncomingHttpHeaders) => {
    const path = headers[':path'] ?? '';
    const { session } = stream;
    const may_last = isStream(path);
    if (path.startsWith(OPEN)) {
      if (door.resident === null && !connections.unknown(session, false)) {
        leave(stream);
        return;
      }
    } else {
      const peer = door.peer || peerOf(session);
      const admission = admit(stream, headers.authorization, peer, door, tokens);
      if (typeof admission === 'string') {
        if (connections.unknown(session, true)) {
          const method = methodName(path);
          denials.record({ principal: '', peer, method, agent_id: '', reason: admission });
          refuse(stream, admission);
        } else leave(stream);
        return;
      }
      if (
        door.resident === null &&
        !connections.admitted(session, admission, may_last ? stream : undefined)
      ) {
        leave(stream);
        return;
      }
    }
    // What was checked goes no further: nothing behind this line sees a secret, and grpc-js has one header less to copy.
    if (headers.authorization !== undefined) delete headers.authorization;
    if (!may_last) connections.calls.began(stream);
    for (const handle of handlers) handle(stream, headers);
  });
}

/** To its connection, which is being cut: an answer would cost us more than its frame has cost the other side. */
function leave(stream: ServerHttp2Stream): void {
  stream.on('error', () => {});
}

/** Who calls, whom the stream is remembered by; or why nobody is let in. */
function admit(
  stream: ServerHttp2Stream,
  authorization: string | undefined,
  peer: string,
  { resident }: Door,
  tokens: Tokens,
): Principal | Reason {
  // Whoever names a token is its principal, nobody else: a wrong one must not silently count for more.
  const principal = authorization === undefined ? resident : (tokens.find(authorization) ?? null);
  if (principal === null) return authorization === undefined ? 'TOKEN_REQUIRED' : 'TOKEN_INVALID';
  callers.set(stream, { principal, peer });
  return principal;
}

function peerOf(session: Http2Session | undefined): string {
  return session?.socket?.remoteAddress ?? '';
}

/** Only methods that exist: a path is whatever the other side made up. */
function methodName(path: string): string {
  const [, service = '', method = ''] = OURS.exec(path) ?? [];
  try {
    ruleOf(service, method);
    return path.slice(1);
  } catch {
    return '';
  }
}
