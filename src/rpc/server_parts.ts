/** What the server is put together from besides its services: headers' limits, doors, and which RPCs stream. */
import { lstatSync } from 'node:fs';
import type { ServerOptions } from 'node:http2';
import type { Server } from '@grpc/grpc-js';
import { AgentPatterns } from '../access/patterns.js';
import type { ListenAddress } from '../config_listen.js';
import { HoldfastError } from '../errors.js';
import type { Door } from './entrance.js';
import type { Listener } from './listener.js';
import { protoServices } from './proto.js';

const MAX_HEADERS = 64;

/** grpc-js has no option for these, but makes its HTTP/2 servers from one object; see entrance.ts for why we reach inside. */
export function limitHeaders(server: Server, max_bytes: number): void {
  const { commonServerOptions } = server as unknown as { readonly commonServerOptions?: ServerOptions };
  if (commonServerOptions === undefined) throw new Error('grpc-js has changed: its options are elsewhere');
  commonServerOptions.settings = { ...commonServerOptions.settings, maxHeaderListSize: max_bytes };
  commonServerOptions.maxHeaderListPairs = MAX_HEADERS;
}

/** @throws HoldfastError WRONG_STATE for a socket that was handed over, others may open, and nobody says what they may do. */
export function doorOf(wanted: ListenAddress, { address, is_tcp }: Listener, require_token: boolean): Door {
  if (is_tcp) return { resident: null, peer: '' };
  const named = wanted.kind === 'tcp' ? undefined : wanted.resident;
  if (require_token) return { resident: null, peer: address };
  const path = address.slice('unix:'.length);
  if (wanted.kind === 'fd' && named === undefined && (lstatSync(path).mode & 0o077) !== 0) {
    const problem = `${path} may be opened by others: give it mode 0600, or name role= or agents= for them`;
    throw new HoldfastError('WRONG_STATE', problem);
  }
  const { role, agents } = named ?? { role: 'admin' as const, agents: ['*'] };
  return { resident: { id: `socket:${path}`, role, agents: new AgentPatterns(agents) }, peer: address };
}

const streaming = new Set(
  protoServices.flatMap((service) =>
    service.methodsArray
      .filter(({ requestStream, responseStream }) => requestStream || responseStream)
      .map(({ name }) => `/holdfast.v1.${service.name}/${name}`),
  ),
);

/** Whether what is at a path may last: the streaming RPCs, and those of health and reflection. */
export function isStreaming(path: string): boolean {
  return streaming.has(path) || path.startsWith('/grpc.');
}
