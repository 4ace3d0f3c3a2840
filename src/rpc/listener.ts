/**
 * One listening socket: a Unix socket, a TCP port, or a socket that was handed over. We accept the connections ourselves and
 * give them to grpc-js, which cannot take over a socket that listens already and shows nothing of who connects.
 */
import { chmodSync, chownSync, fstatSync, lstatSync, readFileSync, unlinkSync } from 'node:fs';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import { getSystemErrorMap } from 'node:util';
import { descriptorOf, isLoopback, type ListenAddress } from '../config_listen.js';
import { HoldfastError } from '../errors.js';
import type { Tls } from './tls.js';

export interface ListenerParts {
  readonly wanted: ListenAddress;
  /** For TCP; undefined = not encrypted. */
  readonly tls: Tls | undefined;
  /** Told of each connection that was made, before a byte of it is read; calls `open` when it may be. */
  readonly onAccepted: (socket: Socket, open: () => void) => void;
  /** @param transport what is read and written: `accepted` itself, or TLS over it after the handshake. */
  readonly onConnection: (transport: Socket, accepted: Socket) => void;
}

export class Listener {
  /** What a client connects to: `unix:PATH` or `HOST:PORT`, with the port that was chosen for port 0. */
  readonly address: string;
  readonly #server: Server;

  private constructor(server: Server, address: string) {
    this.#server = server;
    this.address = address;
  }

  get is_tcp(): boolean {
    return !this.address.startsWith('unix:');
  }

  /**
   * @throws HoldfastError WRONG_STATE when something else is at the address, or TCP would leave the machine in clear;
   *   INVALID_FIELD when this user may not listen there, or there is no such folder, or no socket was handed over.
   */
  static async open(parts: ListenerParts): Promise<Listener> {
    try {
      return await Listener.#open(parts);
    } catch (error) {
      throw inWords(parts.wanted, error);
    }
  }

  static async #open(parts: ListenerParts): Promise<Listener> {
    const { wanted } = parts;
    if (wanted.kind === 'unix') await removeDeadSocket(wanted.path);
    const tls = isTcp(wanted) ? parts.tls : undefined;
    const server = makeServer(tls, parts);
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(listenOptions(wanted), () => {
        server.off('error', reject);
        resolve();
      });
    });
    try {
      const listener = new Listener(server, boundAddress(server, wanted));
      if (wanted.kind === 'unix') {
        // First the group: until then nobody but us may open it.
        if (wanted.group !== '') chownSync(wanted.path, -1, groupId(wanted.group));
        chmodSync(wanted.path, wanted.mode);
      }
      if (listener.is_tcp && tls === undefined) requireLoopback(server);
      return listener;
    } catch (error) {
      server.close();
      throw error;
    }
  }

  /** Takes no new connections; those that are open stay. A Unix socket that was made here is removed. */
  close(): void {
    this.#server.close();
  }
}

/** Whatever comes is counted and timed in connections.ts from here on, its TLS handshake too: that costs more than most calls. */
function makeServer(tls: Tls | undefined, { onAccepted, onConnection }: ListenerParts): Server {
  let open = (socket: Socket): void => {
    // What `pauseOnConnect` left out.
    socket.read(0);
    onConnection(socket, socket);
  };
  if (tls !== undefined) open = handshakes(tls, onConnection);
  return createServer({ noDelay: true, pauseOnConnect: true }, (socket) =>
    onAccepted(socket, () => open(socket)),
  );
}

/** @returns what begins TLS on a connection. */
function handshakes(tls: Tls, onConnection: ListenerParts['onConnection']): (socket: Socket) => void {
  // TLS does not tell what it runs over, but for both ends, which no two open connections have in common.
  const endsOf = (socket: Socket): string =>
    `${socket.localAddress} ${socket.localPort} ${socket.remoteAddress} ${socket.remotePort}`;
  const accepted = new Map<string, Socket>();
  const server = createTlsServer(tls.options, (transport) => {
    const socket = accepted.get(endsOf(transport));
    if (socket === undefined) transport.destroy();
    else onConnection(transport, socket);
  });
  // A handshake that fails is the other side's business.
  server.on('tlsClientError', () => {});
  tls.onChange((options) => server.setSecureContext(options));
  return (socket) => {
    const ends = endsOf(socket);
    accepted.set(ends, socket);
    socket.once('close', () => accepted.delete(ends));
    server.emit('connection', socket);
  };
}

function listenOptions(wanted: ListenAddress) {
  if (wanted.kind === 'unix') return { path: wanted.path };
  return wanted.kind === 'fd'
    ? { fd: descriptorOf(wanted.fd, process.env) }
    : { host: wanted.host, port: wanted.port };
}

/** A socket that was handed over is TCP when no Unix socket has its inode. */
function isTcp(wanted: ListenAddress): boolean {
  return wanted.kind === 'tcp' || (wanted.kind === 'fd' && inheritedPath(wanted.fd) === undefined);
}

function boundAddress(server: Server, wanted: ListenAddress): string {
  if (wanted.kind === 'unix') return `unix:${wanted.path}`;
  const bound = server.address();
  if (bound === null || typeof bound === 'string') {
    const path = wanted.kind === 'fd' ? inheritedPath(wanted.fd) : undefined;
    if (path === undefined)
      throw new HoldfastError('WRONG_STATE', 'the socket that was handed over has no address');
    return `unix:${path}`;
  }
  const host = wanted.kind === 'tcp' ? wanted.host : bound.address;
  return `${host.includes(':') ? `[${host}]` : host}:${bound.port}`;
}

/** The path of a Unix socket that was handed over; Node does not tell it, but the kernel does (proc_pid_net(5)). */
function inheritedPath(fd: number | string): string | undefined {
  const { ino } = fstatSync(descriptorOf(fd, process.env));
  for (const line of readFileSync('/proc/self/net/unix', 'latin1').split('\n')) {
    const [, inode, path] = /^\S+: \S+ \S+ \S+ \S+ \S+ +(\d+) (\/.*)$/.exec(line) ?? [];
    if (Number(inode) === ino && path !== undefined) return path;
  }
  return undefined;
}

function requireLoopback(server: Server): void {
  const bound = server.address();
  if (bound !== null && typeof bound === 'object' && isLoopback(bound.address)) return;
  throw new HoldfastError('WRONG_STATE', 'TCP that others can reach needs --tls-cert-file');
}

/** What no waiting cures: the configuration names a place that is not this user's. */
const MISPLACED = ['EACCES', 'EPERM', 'EROFS', 'ENOENT', 'ENOTDIR'];

/** What is said of a descriptor that is closed, no socket, or one of the process's own. */
const NOT_HANDED_OVER = ['EBADF', 'EINVAL', 'ENOTSOCK'];

/** The system's refusal of an address, naming it; anything else as it is. */
function inWords(wanted: ListenAddress, error: unknown): unknown {
  if (!(error instanceof Error && 'errno' in error)) return error;
  const { errno = 0, code = '', syscall } = error as NodeJS.ErrnoException;
  const where =
    wanted.kind === 'unix'
      ? `unix:${wanted.path}`
      : wanted.kind === 'fd'
        ? `fd:${wanted.fd}`
        : `${wanted.host}:${wanted.port}`;
  if (wanted.kind === 'fd' && NOT_HANDED_OVER.includes(code))
    return new HoldfastError(
      'INVALID_FIELD',
      `--listen: ${where}: no listening socket was handed over there (${code}); systemd hands over those of the unit's Sockets=`,
      { field: 'listen' },
    );
  const what = getSystemErrorMap().get(errno)?.[1] ?? error.message;
  const reason = MISPLACED.includes(code) ? 'INVALID_FIELD' : 'WRONG_STATE';
  return new HoldfastError(reason, `--listen: ${where}: ${what} (${code}, ${syscall})`, { field: 'listen' });
}

/** @throws HoldfastError INVALID_FIELD. */
function groupId(name: string): number {
  const line = readFileSync('/etc/group', 'utf8')
    .split('\n')
    .find((one) => one.startsWith(`${name}:`));
  const id = /^\d+$/.test(name) ? name : line?.split(':')[2];
  if (id === undefined) throw new HoldfastError('INVALID_FIELD', `--listen: there is no group ${name}`);
  return Number(id);
}

/**
 * A socket file left by a killed daemon would make bind fail; one that answers belongs to somebody. The state folder's
 * lock keeps two daemons of one folder apart, but a socket path may be given that another program listens on.
 */
async function removeDeadSocket(path: string): Promise<void> {
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (found === undefined) return;
  if (!found.isSocket()) throw new HoldfastError('WRONG_STATE', `${path} exists and is not a socket`);
  const answer = await new Promise<string>((resolve) => {
    const socket = connect(path);
    socket.once('connect', () => {
      socket.destroy();
      resolve('connected');
    });
    socket.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
  });
  // Only a refused connection proves that nobody listens; a full backlog or a missing permission does not.
  if (answer !== 'ECONNREFUSED') {
    throw new HoldfastError('WRONG_STATE', `another program listens on ${path} (${answer})`);
  }
  unlinkSync(path);
}
