/** Real Redis servers for tests, each on a folder of its own; one that is not installed makes its tests skip. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Redis } from 'ioredis';
import { temporaryFolder } from './daemon.js';

/** Why tests that need Redis are skipped, or false. */
export const no_redis: string | false =
  spawnSync('redis-server', ['--version']).error === undefined ? false : 'redis-server is not installed';

export interface TestRedis {
  /** The daemon's option. */
  readonly args: readonly string[];
  readonly process: ChildProcess;
  readonly folder: string;
  readonly port: number;
  /** A client that waits for the server to be there again. */
  readonly client: Redis;
  kill(): Promise<void>;
  /** A new process in place of a killed one, empty. */
  restart(): Promise<void>;
  /** Kills it and removes its folder. */
  remove(): Promise<void>;
}

/** Free at the time of asking. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}

/** Starts redis-server; resolves once it is ready. */
export async function spawnRedis(folder: string, args: readonly string[]): Promise<ChildProcess> {
  mkdirSync(folder, { recursive: true });
  const child = spawn('redis-server', [...args, '--dir', folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  const kill = (): void => {
    child.kill('SIGKILL');
  };
  process.once('exit', kill);
  child.once('exit', () => process.off('exit', kill));
  let log = '';
  for await (const line of createInterface({ input: child.stdout })) {
    log += `${line}\n`;
    if (/ready to accept|Sentinel ID is/i.test(line)) {
      child.stdout.resume();
      return child;
    }
  }
  throw new Error(`redis-server did not start: ${log}`);
}

export async function killRedis(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill('SIGKILL');
  await exited;
}

/** A standalone server without persistence. */
export async function startRedis(more: readonly string[] = []): Promise<TestRedis> {
  const folder = temporaryFolder();
  const port = await freePort();
  const options = [
    '--port',
    String(port),
    '--bind',
    '127.0.0.1',
    '--save',
    '',
    '--enable-debug-command',
    'yes',
  ];
  let child = await spawnRedis(folder, [...options, ...more]);
  const client = new Redis({ port, host: '127.0.0.1', maxRetriesPerRequest: null, retryStrategy: () => 20 });
  client.on('error', () => {});
  return {
    args: ['--redis-url', `redis://127.0.0.1:${port}`],
    get process() {
      return child;
    },
    folder,
    port,
    client,
    kill: () => killRedis(child),
    restart: async () => {
      await killRedis(child);
      child = await spawnRedis(folder, [...options, ...more]);
    },
    remove: async () => {
      client.disconnect();
      await killRedis(child);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Three masters on loopback that know each other. */
export async function startCluster(): Promise<{
  readonly args: readonly string[];
  readonly ports: readonly number[];
  remove(): Promise<void>;
}> {
  const folder = temporaryFolder();
  const ports: number[] = [];
  // Redis talks to its peers on the port ten thousand above.
  while (ports.length < 3) {
    const port = await freePort();
    if (port < 55_000 && !ports.includes(port)) ports.push(port);
  }
  const children = await Promise.all(
    ports.map((port) =>
      spawnRedis(join(folder, String(port)), [
        ...['--port', String(port), '--bind', '127.0.0.1', '--save', ''],
        ...['--cluster-enabled', 'yes', '--cluster-node-timeout', '2000'],
      ]),
    ),
  );
  const nodes = ports.map((port) => `127.0.0.1:${port}`);
  const made = spawnSync('redis-cli', ['--cluster', 'create', ...nodes, '--cluster-yes'], {
    encoding: 'utf8',
  });
  if (made.status !== 0) throw new Error(`no cluster: ${made.stdout}${made.stderr}`);
  return {
    args: ['--redis-cluster', nodes.join(',')],
    ports,
    remove: async () => {
      await Promise.all(children.map(killRedis));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
