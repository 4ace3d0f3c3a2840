/** Redis with appendfsync always as a baseline: what a durable SET costs there, measured by redis-benchmark. */
import { execFile, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { promisify } from 'node:util';
import { killAtExit, lineOf } from './processes.js';

const execFileAsync = promisify(execFile);

export interface RedisRun {
  readonly per_second: number;
  readonly p50_us: number;
}

export interface Redis {
  /** `count` SETs of 150 bytes by so many clients. */
  set(clients: number, count: number): Promise<RedisRun>;
  /** `count` GETs of a key of 150 bytes that is there, by so many clients. */
  get(clients: number, count: number): Promise<RedisRun>;
  /** Its Unix socket, for clients of one's own. */
  readonly socket: string;
  kill(): Promise<void>;
}

export function hasRedis(): boolean {
  return (
    spawnSync('redis-benchmark', ['--version']).error === undefined &&
    spawnSync('redis-server', ['--version']).error === undefined
  );
}

/** Starts Redis on a Unix socket in a folder of its own. @param is_durable every write is flushed before its reply. */
export async function startRedis(folder: string, is_durable = true): Promise<Redis> {
  mkdirSync(folder, { recursive: true });
  const socket = `${folder}/redis.sock`;
  const args = [
    '--port',
    '0',
    '--unixsocket',
    socket,
    '--dir',
    folder,
    '--save',
    '',
    ...(is_durable ? ['--appendonly', 'yes', '--appendfsync', 'always'] : []),
  ];
  const child = killAtExit(spawn('redis-server', args, { stdio: ['ignore', 'pipe', 'inherit'] }));
  const exited = once(child, 'exit');
  await lineOf(child, /ready to accept/i);
  const run = async (clients: number, count: number, args: readonly string[]): Promise<RedisRun> => {
    const load = ['-s', socket, '-c', String(clients), '-n', String(count), '-d', '150', '--csv'];
    const { stdout } = await execFileAsync('redis-benchmark', [...load, ...args]);
    // "test","rps","avg_latency_ms","min","p50","p95","p99","max" (milliseconds)
    const cells = stdout.trim().split('\n').at(-1)?.replaceAll('"', '').split(',') ?? [];
    return { per_second: Number(cells[1]), p50_us: Number(cells[4]) * 1000 };
  };
  return {
    socket,
    set: (clients, count) => run(clients, count, ['-t', 'set', '-r', '100000']),
    get: async (clients, count) => {
      // Without -r both name the same key, so that every GET hits.
      await run(1, 1, ['-t', 'set']);
      return run(clients, count, ['-t', 'get']);
    },
    kill: async () => {
      child.kill('SIGKILL');
      await exited;
    },
  };
}
