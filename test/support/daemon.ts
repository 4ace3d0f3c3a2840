/** A real daemon process on a folder of its own, for process tests. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { packageRoot } from '../../src/paths.js';
import { addKey } from '../../src/vault/key_file.js';

export interface DaemonOptions {
  /** An existing state folder; a temporary one by default. */
  readonly state_dir?: string;
  readonly args?: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  /** Another build than dist/, such as a mutated copy: the path of its main.js. */
  readonly main?: string;
  /** Told of the process at once, also of one that never serves. */
  readonly onSpawn?: (child: ChildProcess) => void;
}

export interface TestDaemon {
  readonly state_dir: string;
  /** gRPC target such as `unix:/tmp/.../holdfast.sock`. */
  readonly address: string;
  readonly process: ChildProcess;
  /** Everything it has written to standard error. */
  readonly log: () => string;
  /** SIGTERM, and its exit code. */
  stop(): Promise<number | null>;
  /** SIGKILL. */
  kill(): Promise<void>;
  /** Resolves with the exit code, or the signal, when it ends by itself. */
  readonly exited: Promise<number | string>;
}

/** The option that opens the vault, with a new key; the file goes when the process ends. */
export function masterKey(): string[] {
  const folder = temporaryFolder();
  process.once('exit', () => removeFolder(folder));
  addKey(join(folder, 'master.key'));
  return ['--master-key-file', join(folder, 'master.key')];
}

export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'hf-'));
}

/** Resolves once the daemon says where it serves; rejects with its log when it exits before. */
export async function startDaemon(options: DaemonOptions = {}): Promise<TestDaemon> {
  const state_dir = options.state_dir ?? temporaryFolder();
  const main = options.main ?? join(packageRoot, 'dist', 'src', 'main.js');
  const child = spawn(process.execPath, [main, '--state-dir', state_dir, ...(options.args ?? [])], {
    env: { ...process.env, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  options.onSpawn?.(child);
  let log = '';
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    log += chunk;
  });
  const exited = once(child, 'exit').then(([code, signal]) => (code ?? signal) as number | string);
  // A process is gone before all that it wrote has been read.
  const closed = once(child, 'close');
  const serving = (async () => {
    for await (const line of createInterface({ input: child.stdout })) {
      const match = /serves on ([^ ,]+)/.exec(line);
      if (match?.[1] !== undefined) return match[1];
    }
    await closed;
    throw new Error(`the daemon did not start (${await exited}): ${log}`);
  })();
  const address = await serving;
  return {
    state_dir,
    address,
    process: child,
    log: () => log,
    exited,
    stop: async () => {
      child.kill('SIGTERM');
      await exited;
      return child.exitCode;
    },
    kill: async () => {
      child.kill('SIGKILL');
      await exited;
    },
  };
}

/** Removes a state folder; for `after` hooks. */
export function removeFolder(path: string): void {
  rmSync(path, { recursive: true, force: true });
}
