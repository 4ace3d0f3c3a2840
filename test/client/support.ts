/** A real daemon and a client of it, both gone after the test. */
import type { TestContext } from 'node:test';
import { Holdfast, type HoldfastOptions } from '@holdfast/client';
import { type DaemonOptions, removeFolder, startDaemon, type TestDaemon } from '../support/daemon.js';

export class Fixture {
  daemon: TestDaemon;
  readonly #clients: Holdfast[] = [];

  constructor(daemon: TestDaemon) {
    this.daemon = daemon;
  }

  client(options: Partial<HoldfastOptions> = {}): Holdfast {
    const client = new Holdfast({ address: this.daemon.address, agent_id: 'alpha', ...options });
    this.#clients.push(client);
    return client;
  }

  /** Starts the daemon again on the same folder and socket, after it was stopped or killed. */
  async restart(options: DaemonOptions = {}): Promise<void> {
    this.daemon = await startDaemon({ state_dir: this.daemon.state_dir, ...options });
  }

  async close(): Promise<void> {
    for (const client of this.#clients) client.close();
    if (this.daemon.process.exitCode === null && this.daemon.process.signalCode === null)
      await this.daemon.kill();
    removeFolder(this.daemon.state_dir);
  }
}

export async function fixture(t: TestContext, options: DaemonOptions = {}): Promise<Fixture> {
  const made = new Fixture(await startDaemon(options));
  t.after(() => made.close());
  return made;
}

/** The first journal entry of this kind, waiting for it. */
export async function entryOf(client: Holdfast, kind: string): Promise<{ revision: string; key: string }> {
  for await (const { revision, entries } of client.watch({
    agent_id: '*',
    from_revision: 0,
    kind_prefixes: [kind],
  })) {
    const [entry] = entries;
    if (entry !== undefined) return { revision, key: entry.key };
  }
  throw new Error('the watch ended');
}

/** A promise to be resolved from outside. */
export function gate<Value = void>(): { readonly opened: Promise<Value>; open(value: Value): void } {
  let open: (value: Value) => void = () => {};
  const opened = new Promise<Value>((resolve) => {
    open = resolve;
  });
  return { opened, open: (value) => open(value) };
}
