/** A real daemon and a client of it, both gone after the test. */
import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { join } from 'node:path';
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

/** A way to the daemon whose replies can be held back, let go late, or lost with the connection. */
export interface SlowRoad {
  readonly address: string;
  holdReplies(): void;
  releaseReplies(): void;
  /** Breaks every connection and with it what was held back; new ones work. */
  cut(): void;
}

export async function slowRoad(t: TestContext, { daemon }: Fixture): Promise<SlowRoad> {
  const path = join(daemon.state_dir, 'road.sock');
  let held: (() => void)[] | undefined;
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(daemon.address.replace(/^unix:/, ''));
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from);
      from.on('close', () => to.destroy()).on('error', () => to.destroy());
    }
    near.pipe(far);
    far.on('data', (bytes) => {
      if (held === undefined) near.write(bytes);
      else held.push(() => near.write(bytes));
    });
  }).listen(path);
  await once(server, 'listening');
  const release = (): void => {
    const late = held ?? [];
    held = undefined;
    for (const send of late) send();
  };
  const cut = (): void => {
    held = undefined;
    for (const socket of sockets) socket.destroy();
    sockets.clear();
  };
  t.after(() => {
    cut();
    server.close();
  });
  const hold = (): void => {
    held = [];
  };
  return { address: `unix:${path}`, holdReplies: hold, releaseReplies: release, cut };
}
