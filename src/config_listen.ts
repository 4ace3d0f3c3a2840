/** Where the daemon listens: the forms of an address, checked. */
import { isIPv4 } from 'node:net';
import { isAbsolute } from 'node:path';

export interface UnixAddress {
  readonly kind: 'unix';
  readonly path: string;
}

export interface TcpAddress {
  readonly kind: 'tcp';
  /** As the system takes it: without the brackets of an IPv6 address. */
  readonly host: string;
  /** 0 = one that is free. */
  readonly port: number;
}

/** A listening socket that the daemon was started with, such as systemd's (sd_listen_fds(3)). */
export interface InheritedAddress {
  readonly kind: 'fd';
  readonly fd: number;
}

export type ListenAddress = UnixAddress | TcpAddress | InheritedAddress;

/** sun_path holds 108 bytes with its terminating NUL (unix(7)). */
const MAX_PATH_BYTES = 107;
/** 0 to 2 are the standard streams. */
export const FIRST_FD = 3;

/** @throws whatever `wrong` makes of the problem. */
export function parseAddress(address: string, wrong: (problem: string) => Error): ListenAddress {
  if (address.startsWith('unix:')) return parseUnix(address, wrong);
  const [, fd] = /^fd:(\d{1,4})$/.exec(address) ?? [];
  if (fd !== undefined && Number(fd) >= FIRST_FD) return { kind: 'fd', fd: Number(fd) };
  const [, host = '', port = ''] = /^(.+):(\d{1,5})$/.exec(address) ?? [];
  if (!isLoopback(host) || Number(port) > 65_535)
    throw wrong(`must be unix:PATH, a loopback HOST:PORT or fd:N from ${FIRST_FD} on, not "${address}"`);
  return { kind: 'tcp', host: host.replace(/^\[(.*)\]$/, '$1'), port: Number(port) };
}

function parseUnix(address: string, wrong: (problem: string) => Error): UnixAddress {
  const path = address.slice('unix:'.length);
  if (!isAbsolute(path)) throw wrong(`unix socket path must be absolute: ${address}`);
  if (Buffer.byteLength(path) > MAX_PATH_BYTES)
    throw wrong(`unix socket path is longer than ${MAX_PATH_BYTES} bytes: ${path}`);
  return { kind: 'unix', path };
}

/** There is no authentication yet, so nothing else may reach the daemon. */
function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || (isIPv4(host) && host.startsWith('127.'));
}
