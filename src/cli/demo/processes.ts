/** The demo's own processes: starting them, and killing them by their handle. */
import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { packageRoot } from '../../paths.js';

/** The environment without what would give the demo's daemon another configuration. */
const ENV: NodeJS.ProcessEnv = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !name.startsWith('HOLDFAST_')),
);

export interface Running {
  readonly process: ChildProcess;
  /** Resolves with the exit code, or the signal. */
  readonly exited: Promise<number | string>;
}

function running(process: ChildProcess): Running {
  const exited = once(process, 'exit').then(([code, signal]) => (code ?? signal) as number | string);
  return { process, exited };
}

/** SIGKILL, and waits until it is gone. */
export async function kill({ process, exited }: Running): Promise<void> {
  process.kill('SIGKILL');
  await exited;
}

export type ProgramName = 'agent' | 'exchange' | 'desk/analyst' | 'desk/executor';

const logPath = (name: string, folder: string) => join(folder, `${name.replace('/', '-')}.log`);

/** One of the demo's programs, with an IPC channel; what it writes to standard error goes to a file of its name. */
export function startProgram(name: ProgramName, folder: string, config: object): Running {
  const log = openSync(logPath(name, folder), 'a', 0o600);
  const child = fork(fileURLToPath(new URL(`./${name}.js`, import.meta.url)), [JSON.stringify(config)], {
    env: ENV,
    execArgv: ['--enable-source-maps'],
    stdio: ['ignore', 'ignore', log, 'ipc'],
  });
  closeSync(log);
  return running(child);
}

export function logOf(name: ProgramName | 'daemon', folder: string): string {
  return readFileSync(logPath(name, folder), 'utf8').trim();
}

export interface Daemon extends Running {
  readonly address: string;
}

/** Resolves once the daemon serves. @throws Error with its log when it does not. */
export async function startDaemon(folder: string): Promise<Daemon> {
  const main = join(packageRoot, 'dist', 'src', 'main.js');
  const log = openSync(join(folder, 'daemon.log'), 'a', 0o600);
  const child = spawn(process.execPath, [main, '--state-dir', folder, '--log-level', 'warn'], {
    env: ENV,
    stdio: ['ignore', 'pipe', log],
  });
  closeSync(log);
  const daemon = running(child);
  if (child.stdout === null) throw new Error('the daemon has no output');
  for await (const line of createInterface({ input: child.stdout })) {
    const address = /serves on ([^ ,]+)/.exec(line)?.[1];
    if (address !== undefined) return { ...daemon, address };
  }
  throw new Error(`the daemon did not start (${await daemon.exited}):\n${logOf('daemon', folder)}`);
}
