/** What a service manager hears of the real daemon, through the real systemd-notify. */
import assert from 'node:assert/strict';
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, describe, type TestContext, test } from 'node:test';
import { openConnection } from '../../src/store/db.js';
import { stateFiles } from '../../src/store/files.js';
import { removeFolder, startDaemon, temporaryFolder } from '../support/daemon.js';

const folders: string[] = [];
const children: ChildProcess[] = [];
after(() => {
  for (const child of children) child.kill('SIGKILL');
  for (const folder of folders) removeFolder(folder);
});

/** Node has no datagram sockets of the Unix family, so Python plays the service manager: it prints what it is sent. */
const LISTEN = `
import socket, sys
s = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
s.bind(sys.argv[1])
print('bound', flush=True)
while True:
    for line in s.recv(4096).decode().split('\\n'):
        print(line, flush=True)
`;

const missing = ['systemd-notify', 'python3'].find(
  (tool) => spawnSync(tool, ['--version']).error !== undefined,
);

class Manager {
  readonly heard: string[] = [];
  readonly path: string;
  readonly folder: string;
  #onLine: () => void = () => {};

  constructor() {
    this.folder = temporaryFolder();
    folders.push(this.folder);
    this.path = join(this.folder, 'notify');
    const child = spawn('python3', ['-c', LISTEN, this.path], { stdio: ['ignore', 'pipe', 'inherit'] });
    children.push(child);
    createInterface({ input: child.stdout }).on('line', (line) => {
      this.heard.push(line);
      this.#onLine();
    });
  }

  /** How often it was told of life. */
  get fed(): number {
    return this.heard.filter((line) => line === 'WATCHDOG=1').length;
  }

  /** Resolves once it has been told so, `count` times in all. */
  async hears(line: string, count = 1): Promise<void> {
    while (this.heard.filter((one) => one === line).length < count) {
      await new Promise<void>((resolve) => {
        this.#onLine = resolve;
      });
    }
  }
}

describe('a service manager', { skip: missing === undefined ? false : `no ${missing}` }, () => {
  async function managed(env: NodeJS.ProcessEnv) {
    const manager = new Manager();
    await manager.hears('bound');
    const daemon = await startDaemon({
      state_dir: join(manager.folder, 'state'),
      env: { NOTIFY_SOCKET: manager.path, ...env },
    });
    return { manager, daemon };
  }

  test('is told that the daemon serves, where, and that it stops', async () => {
    const { manager, daemon } = await managed({});
    await manager.hears('READY=1');
    await manager.hears(`STATUS=serves on ${daemon.address}`);
    const stopped = daemon.stop();
    await manager.hears('STOPPING=1');
    assert.equal(await stopped, 0);
    assert.equal(manager.fed, 0);
  });

  test('is told of life as often as it wants to know', async () => {
    const { manager, daemon } = await managed({ WATCHDOG_USEC: '600000' });
    await manager.hears('WATCHDOG=1', 3);
    assert.equal(await daemon.stop(), 0);
  });

  test('is told nothing while the database does not answer', async (t: TestContext) => {
    const { manager, daemon } = await managed({ WATCHDOG_USEC: '600000' });
    await manager.hears('WATCHDOG=1');
    const intruder = openConnection(stateFiles(daemon.state_dir).database);
    t.after(() => intruder.close());
    intruder.exec('BEGIN IMMEDIATE');
    const fed = manager.fed;
    // The daemon waits five seconds for the lock, in which it would be fed twenty times; then it gives up.
    assert.equal(await daemon.exited, 74);
    assert.ok(manager.fed <= fed + 1, `fed ${manager.fed - fed} times`);
  });

  test('of another process is not fed by this one', async () => {
    const { manager, daemon } = await managed({ WATCHDOG_USEC: '300000', WATCHDOG_PID: '1' });
    await manager.hears('READY=1');
    await daemon.stop();
    await manager.hears('STOPPING=1');
    assert.equal(manager.fed, 0);
  });
});
