/** Server processes of a benchmark: started, waited for, killed. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const running = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** Makes sure that a child does not outlive this process. */
export function killAtExit<Child extends ChildProcess>(child: Child): Child {
  running.add(child);
  child.once('exit', () => running.delete(child));
  return child;
}

export interface ServerProcess {
  /** Where it serves, as it printed it. */
  readonly address: string;
  readonly process: ChildProcess;
  /** SIGKILL, and waits for the end. */
  kill(): Promise<void>;
}

/** Starts a Node program and resolves once it prints `serves on ADDRESS`. @throws Error when it exits before. */
export async function startServer(
  main: URL,
  args: readonly string[],
  node_args: readonly string[] = [],
): Promise<ServerProcess> {
  const child = killAtExit(
    spawn(process.execPath, [...node_args, fileURLToPath(main), ...args], {
      stdio: ['ignore', 'pipe', 'inherit'],
    }),
  );
  const exited = once(child, 'exit');
  const kill = async () => {
    child.kill('SIGKILL');
    await exited;
  };
  const [, address = ''] = await lineOf(child, /serves on ([^ ,]+)/);
  return { address, process: child, kill };
}

/** Resolves with the first line of standard output that matches. @throws Error when the child ends before. */
export function lineOf(child: ChildProcess, pattern: RegExp): Promise<RegExpExecArray> {
  return new Promise((resolve, reject) => {
    child.once('exit', () => reject(new Error(`${child.spawnargs.join(' ')} ended too early`)));
    if (child.stdout === null) throw new Error('standard output must be a pipe');
    // The lines after it are read and dropped: a full pipe would stop the child.
    createInterface({ input: child.stdout }).on('line', (line) => {
      const match = pattern.exec(line);
      if (match !== null) resolve(match);
    });
  });
}
