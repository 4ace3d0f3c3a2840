/** Connections to Redis, and what goes wrong on them. */
import { Cluster, Redis, type RedisOptions } from 'ioredis';
import type { MirrorConfig } from '../config_mirror.js';
import { readOptionFile } from '../option_files.js';
import { SCRIPTS } from './scripts.js';

type Argument = string | number;

/** The scripts as ioredis makes methods of them; it sends their texts once a connection. */
export interface Scripts {
  hfPut(key: string, guard: string, ...args: Argument[]): Promise<number>;
  hfAdd(key: string, guard: string, ...args: Argument[]): Promise<[status: number, members: number]>;
  hfStreamPage(
    key: string,
    newest: string,
    count: number,
    origin: string,
  ): Promise<[entries: number, oldest: string, length: number, ...found: string[]]>;
  hfStreamPlace(key: string, guard: string, ...args: Argument[]): Promise<number>;
  hfStreamAdd(key: string, guard: string, ...args: Argument[]): Promise<number>;
  hfCommit(
    key: string,
    lease: string,
    holder: string,
    ...args: Argument[]
  ): Promise<[status: number, refused?: number, channel?: string, problem?: string]>;
  hfSweep(key: string, guard: string, owner: string): Promise<number>;
  hfCursor(
    key: string,
    lease: string,
    holder: string,
  ): Promise<[status: number, cursor?: string, hash?: string, era?: string, must_sweep?: number]>;
  hfSwept(key: string, lease: string, holder: string, era: string): Promise<[status: number]>;
  hfRebuild(
    key: string,
    lease: string,
    holder: string,
    ...args: Argument[]
  ): Promise<[status: number, era: string, was_there: number]>;
  hfGiveBack(lease: string, holder: string): Promise<number>;
  hfAcquire(keys: number, ...args: Argument[]): Promise<[allowed: number, left: number, wait_us: string]>;
}

export type RedisClient = (Redis | Cluster) & Scripts;

const FIRST_RETRY_MS = 50;
const LONGEST_RETRY_MS = 2000;

/**
 * A client that connects, and connects again, by itself. Nothing waits in it: while there is no connection a command fails at
 * once, one that was out when the connection broke fails and is not sent again, and a connection that owes an answer for
 * `timeout_ms` is given up. So what waits for Redis is only what its callers let wait.
 * @param is_patient no answer is too late: whoever asks looks after that.
 * @throws HoldfastError INVALID_FIELD: the file of the password or of the authorities cannot be read.
 */
function connectRedis(config: MirrorConfig, is_patient: boolean): RedisClient {
  const { place, timeout_ms } = config;
  // A pause with some chance in it, so that many daemons do not all come back at once.
  const retryStrategy = (times: number): number =>
    Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** Math.min(times, 10)) * (0.5 + Math.random() / 2);
  const options = {
    enableOfflineQueue: false,
    autoResendUnfulfilledCommands: false,
    maxRetriesPerRequest: 0,
    connectTimeout: timeout_ms,
    ...(!is_patient && { socketTimeout: timeout_ms, commandTimeout: timeout_ms }),
    connectionName: 'holdfast',
    disableClientInfo: true,
    ...(config.username !== '' && { username: config.username }),
    ...(config.password_file !== '' && {
      password: readOptionFile('redis-password-file', config.password_file).trim(),
    }),
    ...(config.tls && {
      tls: config.ca_file === '' ? {} : { ca: readOptionFile('redis-ca-file', config.ca_file) },
    }),
    // A master that has become a replica: the next connection is to the new one.
    reconnectOnError: (error) => error.message.startsWith('READONLY'),
    retryStrategy,
    scripts: SCRIPTS,
  } satisfies RedisOptions;
  return makeClient() as RedisClient;

  function makeClient(): Redis | Cluster {
    switch (place.kind) {
      case 'standalone':
        return new Redis({ ...options, ...place.node, db: place.db });
      case 'socket':
        return new Redis({ ...options, path: place.path, db: place.db });
      case 'sentinel':
        return new Redis({
          ...options,
          sentinels: [...place.sentinels],
          name: place.name,
          sentinelRetryStrategy: retryStrategy,
          failoverDetector: true,
        });
      case 'cluster': {
        const { enableOfflineQueue, retryStrategy: _, scripts, ...redisOptions } = options;
        return new Cluster([...place.nodes], {
          enableOfflineQueue,
          clusterRetryStrategy: retryStrategy,
          slotsRefreshTimeout: timeout_ms,
          slotsRefreshInterval: 5000,
          scripts,
          redisOptions,
        });
      }
    }
  }
}

function disconnect(client: RedisClient): void {
  // A socket that is ended in the midst of a TLS handshake may have two errors, and ioredis hears the first only.
  if (client instanceof Redis) client.stream?.on('error', () => {});
  client.disconnect();
}

/** A client that is made anew when Redis refuses its password: the file may hold another one by now. */
export class RedisConnection {
  readonly #config: MirrorConfig;
  readonly #onClient: (client: RedisClient) => void;
  readonly #onError: (error: Error) => void;
  readonly #is_patient: boolean;
  #client: RedisClient;
  #renewal: NodeJS.Timeout | undefined;
  #is_closed = false;
  /** What the connection itself met last; a command that fails for want of one says less. */
  last_error: Error | undefined;

  /**
   * @param onClient is given each client once, before it connects.
   * @param is_patient an answer that is late ends neither a command nor the connection.
   * @throws HoldfastError INVALID_FIELD: the file of the password or of the authorities cannot be read.
   */
  constructor(
    config: MirrorConfig,
    onError: (error: Error) => void,
    onClient: (client: RedisClient) => void = () => {},
    is_patient = false,
  ) {
    this.#config = config;
    this.#onClient = onClient;
    this.#onError = onError;
    this.#is_patient = is_patient;
    this.#client = this.#connect();
  }

  get client(): RedisClient {
    return this.#client;
  }

  get is_ready(): boolean {
    return this.#client.status === 'ready';
  }

  /** Gives up what is under way. */
  close(): void {
    this.#is_closed = true;
    clearTimeout(this.#renewal);
    disconnect(this.#client);
  }

  #connect(): RedisClient {
    const client = connectRedis(this.#config, this.#is_patient);
    client.on('error', (error: Error) => {
      if (this.#is_closed) return;
      this.last_error = error;
      this.#onError(error);
      if (kindOf(error) === 'auth') this.#renewal ??= setTimeout(() => this.#renew(), LONGEST_RETRY_MS);
    });
    this.#onClient(client);
    return client;
  }

  #renew(): void {
    this.#renewal = undefined;
    const before = this.#client;
    // It was let in meanwhile.
    if (before.status === 'ready') return;
    try {
      this.#client = this.#connect();
      disconnect(before);
    } catch (error) {
      // The file cannot be read now: the next refusal tries again.
      this.#onError(error as Error);
    }
  }
}

/** A Cluster may follow redirections for longer than one command may take. @throws Error when the answer takes longer. */
export async function within<T>(answer: Promise<T>, timeout_ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_, refuse) => {
    timer = setTimeout(() => refuse(new Error(`timed out after ${timeout_ms} ms`)), timeout_ms);
  });
  try {
    return await Promise.race([answer, timeout]);
  } finally {
    clearTimeout(timer);
    // The answer that comes too late is nobody's.
    answer.catch(() => {});
  }
}

/** Kinds of errors as MirrorStatus counts them, each with what its messages look like; the first that matches counts. */
const KINDS: readonly (readonly [kind: string, messages: RegExp])[] = [
  ['full', /\bOOM\b/],
  ['auth', /WRONGPASS|NOAUTH|NOPERM|invalid password/i],
  ['tls', /certificate|ERR_TLS|ERR_SSL|SSL routines/i],
  ['timeout', /time[d ]*out/i],
  ['loading', /LOADING|MASTERDOWN|CLUSTERDOWN|TRYAGAIN/],
  ['read_only', /READONLY/],
  [
    'connection',
    /ECONN|EPIPE|ENOENT|ENOTFOUND|EAI_|closed|writeable|max retries|isn't ready|sentinels|slots cache|None of startup nodes/i,
  ],
];

export function kindOf(error: unknown): string {
  const text = messageOf(error);
  return KINDS.find(([, messages]) => messages.test(text))?.[0] ?? 'redis';
}

/** Whether Redis ran a script and it failed on its key: there is nothing wrong with Redis, nor with other keys. */
export function isKeyRefusal(error: unknown): boolean {
  // What the server as a whole refuses (OOM, READONLY, MISCONF, LOADING, ...) says so in its first word.
  return error instanceof Error && /^(ERR|WRONGTYPE) .*\buser_script:/s.test(error.message);
}

/** Whether Redis will not do a command at all: its access rules forbid it, or it was renamed. */
export function isForbidden(error: unknown): boolean {
  return error instanceof Error && /^(NOPERM|ERR unknown command)/.test(error.message);
}

/** The message and the code, on one line. It is Redis's or the system's own: no command, and so no data, stands in it. */
export function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = (error as NodeJS.ErrnoException).code ?? '';
  const last = (error as { lastNodeError?: Error }).lastNodeError?.message ?? '';
  return [error.message || error.name, code, last]
    .filter((part, index, parts) => part !== '' && parts.indexOf(part) === index)
    .join(' ')
    .replace(/\s+/g, ' ')
    .slice(0, 300);
}
