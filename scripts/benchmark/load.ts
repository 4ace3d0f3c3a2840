/** Compiles and runs the load generator (load.c). */
import { execFile, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { packageRoot } from '../../src/paths.js';

const execFileAsync = promisify(execFile);

/** Percentiles in microseconds; absent when nothing was measured. */
export interface LatencyUs {
  readonly count: number;
  readonly p50?: number;
  readonly p90?: number;
  readonly p99?: number;
  readonly p999?: number;
  readonly max?: number;
}

export interface LoadResult {
  readonly done: number;
  readonly failed: number;
  readonly first_failure: string;
  readonly seconds: number;
  readonly per_second: number;
  /** CPU seconds of the load generator per second. */
  readonly cpu_share: number;
  readonly latency_us: LatencyUs;
  /** From the acknowledgement of a write to its delivery to a watcher; negative when the watcher heard first. */
  readonly watch_us?: LatencyUs;
}

export interface LoadOptions {
  /** `unix:PATH` or `HOST:PORT`. */
  readonly address: string;
  readonly path: string;
  /** A file made by writeBodies. */
  readonly bodies: string;
  readonly connections?: number;
  /** Requests in flight per connection. */
  readonly streams?: number;
  readonly seconds?: number;
  /** Ends after so many requests. */
  readonly count?: number;
  readonly warmup_ms?: number;
  /** At most one request per this time and connection. */
  readonly interval_us?: number;
  /** One bidirectional stream per connection. */
  readonly stream?: boolean;
  /** The header of that name. */
  readonly authorization?: string;
  readonly watch?: { readonly path: string; readonly bodies: string };
}

/** Compiles load.c into a folder; returns the program's path. @throws Error when there is no C compiler. */
export function compileLoad(folder: string): string {
  const program = join(folder, 'load');
  const source = join(packageRoot, 'scripts', 'benchmark', 'load.c');
  const { status, stderr, error } = spawnSync('cc', ['-O2', '-o', program, source], { encoding: 'utf8' });
  if (error !== undefined || status !== 0)
    throw new Error(`cc could not compile load.c: ${error?.message ?? stderr}`);
  return program;
}

/** Runs one load to its end. @throws Error when a connection broke; failed calls are only counted. */
export async function runLoad(program: string, options: LoadOptions): Promise<LoadResult> {
  const args = ['--connect', options.address, '--path', options.path, '--bodies', options.bodies];
  const add = (flag: string, value: number | undefined): void => {
    if (value !== undefined) args.push(flag, String(value));
  };
  add('--connections', options.connections);
  add('--streams', options.streams);
  add('--seconds', options.seconds);
  add('--count', options.count);
  add('--warmup-ms', options.warmup_ms);
  add('--interval-us', options.interval_us);
  if (options.authorization !== undefined) args.push('--authorization', options.authorization);
  if (options.stream === true) args.push('--stream');
  if (options.watch !== undefined)
    args.push('--watch-path', options.watch.path, '--watch-bodies', options.watch.bodies);
  const { stdout } = await execFileAsync(program, args);
  return JSON.parse(stdout) as LoadResult;
}
