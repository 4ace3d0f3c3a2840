/** The real binary, run against a real daemon. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { TestContext } from 'node:test';
import { packageRoot } from '../../src/paths.js';
import { type DaemonOptions, removeFolder, startDaemon, type TestDaemon } from '../support/daemon.js';

export const CLI = join(packageRoot, 'dist', 'src', 'cli', 'main.js');

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The environment without what would change what the tests mean. */
export const ENV: NodeJS.ProcessEnv = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !name.startsWith('HOLDFAST_')),
);

export async function run(args: readonly string[], env: NodeJS.ProcessEnv = {}, input = ''): Promise<Ran> {
  const child = spawn(process.execPath, [CLI, ...args], { env: { ...ENV, ...env } });
  child.stdin.on('error', () => {}).end(input);
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { code: child.exitCode, stdout, stderr };
}

export interface CliFixture {
  readonly daemon: TestDaemon;
  /** For agent alpha. */
  readonly holdfast: (...args: string[]) => Promise<Ran>;
  /** The reply as JSON; throws unless the exit code is `code`. */
  readonly json: (...args: string[]) => Promise<unknown>;
}

export async function cliFixture(t: TestContext, options: DaemonOptions = {}): Promise<CliFixture> {
  const daemon = await startDaemon(options);
  t.after(async () => {
    if (daemon.process.exitCode === null && daemon.process.signalCode === null) await daemon.kill();
    removeFolder(daemon.state_dir);
  });
  const env = {
    HOLDFAST_ADDRESS: daemon.address,
    HOLDFAST_AGENT: 'alpha',
    HOLDFAST_STATE_DIR: daemon.state_dir,
  };
  const holdfast = (...args: string[]) => run(args, env);
  const json = async (...args: string[]): Promise<unknown> => {
    const { code, stdout, stderr } = await holdfast(...args, '--json');
    if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}: ${stderr}`);
    return JSON.parse(stdout);
  };
  return { daemon, holdfast, json };
}
