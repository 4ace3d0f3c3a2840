/** Where the daemon listens, and who is let in there without a token: the forms of an address, checked. */
import { isIPv4 } from 'node:net';
import { isAbsolute } from 'node:path';
import { isPattern, MAX_PATTERNS } from './access/patterns.js';
import { isRole, type Role } from './access/roles.js';
import { HoldfastError } from './errors.js';

/**
 * Who opens a Unix socket is decided by the kernel: connecting needs the right to write to it, and to search the folders above
 * (unix(7)). Node shows nobody's uid (SO_PEERCRED), so a user or a group is bound to agents by a socket of its own.
 */
export interface Resident {
  readonly role: Role;
  /** Patterns. */
  readonly agents: readonly string[];
}

export interface UnixAddress {
  readonly kind: 'unix';
  readonly path: string;
  /** Permissions of the socket. */
  readonly mode: number;
  /** The group that gets the socket; empty = as it is made. */
  readonly group: string;
  /** Undefined = every right, for the daemon's own user alone. */
  readonly resident: Resident | undefined;
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
  /** A number, or the name that systemd gave the socket: of several units' sockets nobody knows the order. */
  readonly fd: number | string;
  readonly resident: Resident | undefined;
}

export type ListenAddress = UnixAddress | TcpAddress | InheritedAddress;

type Wrong = (problem: string) => Error;

/** sun_path holds 108 bytes with its terminating NUL (unix(7)). */
const MAX_PATH_BYTES = 107;
/** 0 to 2 are the standard streams. */
export const FIRST_FD = 3;
const OWNER_ONLY = 0o600;

/** @param has_tls TCP is encrypted, so that it may leave the machine. @throws whatever `wrong` makes of the problem. */
export function parseAddress(address: string, has_tls: boolean, wrong: Wrong): ListenAddress {
  const [where = '', query] = splitOnce(address, '?');
  const options = new URLSearchParams(query ?? '');
  if (where.startsWith('unix:')) return parseUnix(where.slice('unix:'.length), options, wrong);
  const [, fd, name] = /^fd:(?:(\d{1,4})|([A-Za-z][\w.@-]{0,254}))$/.exec(where) ?? [];
  if (name !== undefined || Number(fd) >= FIRST_FD) {
    allowOnly(options, ['role', 'agents'], wrong);
    return { kind: 'fd', fd: name ?? Number(fd), resident: parseResident(options, wrong) };
  }
  allowOnly(options, [], wrong);
  const [, host = '', port = ''] = /^(.+):(\d{1,5})$/.exec(where) ?? [];
  if (
    host === '' ||
    host.startsWith('unix') ||
    Number(port) > 65_535 ||
    /^[\d.]+$/.test(host) !== isIPv4(host)
  )
    throw wrong(`must be unix:PATH, HOST:PORT, fd:N from ${FIRST_FD} on or fd:NAME, not "${address}"`);
  const bare = host.replace(/^\[(.*)\]$/, '$1');
  if (!has_tls && !isLoopback(bare))
    throw wrong(`must be a loopback HOST:PORT unless --tls-cert-file is set, not "${address}"`);
  return { kind: 'tcp', host: bare, port: Number(port) };
}

function parseUnix(path: string, options: URLSearchParams, wrong: Wrong): UnixAddress {
  if (!isAbsolute(path)) throw wrong(`unix socket path must be absolute: unix:${path}`);
  if (Buffer.byteLength(path) > MAX_PATH_BYTES)
    throw wrong(`unix socket path is longer than ${MAX_PATH_BYTES} bytes: ${path}`);
  allowOnly(options, ['mode', 'group', 'role', 'agents'], wrong);
  const digits = options.get('mode') ?? OWNER_ONLY.toString(8);
  if (!/^0?[0-7]{3}$/.test(digits))
    throw wrong(`mode must be three octal digits, such as 0660, not "${digits}"`);
  const mode = Number.parseInt(digits, 8);
  const group = options.get('group') ?? '';
  const resident = parseResident(options, wrong);
  if ((mode & 0o077) !== 0 && resident === undefined)
    throw wrong(`a socket that others may open needs role= or agents= to say what they may do: ${path}`);
  return { kind: 'unix', path, mode, group, resident };
}

function parseResident(options: URLSearchParams, wrong: Wrong): Resident | undefined {
  const agents = options.getAll('agents');
  const role = options.get('role');
  if (role === null && agents.length === 0) return undefined;
  if (role !== null && !isRole(role))
    throw wrong(`role must be reader, agent, operator or admin, not "${role}"`);
  const bad = agents.find((one) => !isPattern(one));
  if (bad !== undefined || agents.length > MAX_PATTERNS)
    throw wrong(`agents must be ids, beginnings with a * at the end, or *, not "${bad ?? 'so many'}"`);
  return { role: role ?? 'agent', agents: agents.length === 0 ? ['*'] : agents };
}

function allowOnly(options: URLSearchParams, names: readonly string[], wrong: Wrong): void {
  for (const name of options.keys())
    if (!names.includes(name)) throw wrong(`there is no option "${name}" of this kind of address`);
  // Of agents there may be many; of two modes one would be passed over.
  const twice = names.find((name) => name !== 'agents' && options.getAll(name).length > 1);
  if (twice !== undefined) throw wrong(`the option "${twice}" of an address is given twice`);
}

function splitOnce(text: string, mark: string): [string, string | undefined] {
  const at = text.indexOf(mark);
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
}

/**
 * The descriptor of a socket that was handed over, maybe under a name (sd_listen_fds_with_names(3)).
 * @throws HoldfastError INVALID_FIELD when none has the name, or several.
 */
export function descriptorOf(name: number | string, env: NodeJS.ProcessEnv): number {
  if (typeof name === 'number') return name;
  const names = env.LISTEN_PID === String(process.pid) ? (env.LISTEN_FDNAMES ?? '').split(':') : [];
  const at = names.indexOf(name);
  if (at >= 0 && at === names.lastIndexOf(name)) return FIRST_FD + at;
  const found = names.length === 0 ? 'none' : names.join(', ');
  throw new HoldfastError('INVALID_FIELD', `--listen: fd:${name} must be one socket; handed over: ${found}`, {
    field: 'listen',
  });
}

/** @param host without brackets. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIPv4(host) && host.startsWith('127.'));
}
