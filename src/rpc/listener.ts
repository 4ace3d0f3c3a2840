/**
 * One listening socket: a Unix socket, a TCP port, or a socket that was handed over. We accept the connections ourselves and
 * give them to grpc-js, which cannot take over a socket that listens already and shows nothing of who connects.
 */
import { chmodSync, fstatSync, lstatSync, readFileSync, unlinkSync } from 'node:fs';
import { connect, createServer, type Server, type Socket } from 'node:net';
import type { ListenAddress } from '../config_listen.js';
import { HoldfastError } from '../errors.js';

export class Listener {
  /** What a client connects to: `unix:PATH` or `HOST:PORT`, with the port that was chosen for port 0. */
  readonly address: string;
  readonly #server: Server;

  private constructor(server: Server, address: string) {
    this.#server = server;
    this.address = address;
  }

  /** @throws HoldfastError WRONG_STATE when something else is at the path; Error when the system refuses. */
  static async open(wanted: ListenAddress, onConnection: (socket: Socket) => void): Promise<Listener> {
    if (wanted.kind === 'unix') await removeDeadSocket(wanted.path);
    const server = createServer({ noDelay: true }, onConnection);
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(listenOptions(wanted), () => {
        server.off('error', reject);
        resolve();
      });
    });
    if (wanted.kind === 'unix') chmodSync(wanted.path, 0o600);
    return new Listener(server, boundAddress(server, wanted));
  }

  /** Takes no new connections; those that are open stay. A Unix socket that was made here is removed. */
  close(): void {
    this.#server.close();
  }
}

function listenOptions(wanted: ListenAddress) {
  if (wanted.kind === 'unix') return { path: wanted.path };
  return wanted.kind === 'fd' ? { fd: wanted.fd } : { host: wanted.host, port: wanted.port };
}

function boundAddress(server: Server, wanted: ListenAddress): string {
  if (wanted.kind === 'unix') return `unix:${wanted.path}`;
  const bound = server.address();
  if (bound === null || typeof bound === 'string')
    return wanted.kind === 'fd' ? `unix:${inheritedPath(wanted.fd)}` : '';
  const host = wanted.kind === 'tcp' ? wanted.host : bound.address;
  return `${host.includes(':') ? `[${host}]` : host}:${bound.port}`;
}

/** The path of a Unix socket that was handed over; Node does not tell it, but the kernel does (proc_pid_net(5)). */
function inheritedPath(fd: number): string {
  const { ino } = fstatSync(fd);
  for (const line of readFileSync('/proc/self/net/unix', 'latin1').split('\n')) {
    const [, inode, path] = /^\S+: \S+ \S+ \S+ \S+ \S+ +(\d+) (\/.*)$/.exec(line) ?? [];
    if (Number(inode) === ino && path !== undefined) return path;
  }
  throw new HoldfastError('WRONG_STATE', `fd:${fd} is no Unix socket with a path and no TCP socket`);
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
