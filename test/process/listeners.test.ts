/** Where a daemon listens: its own sockets, and those that it is handed. */
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, linkSync, renameSync, statSync } from 'node:fs';
import { createServer, type ListenOptions, type Server } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, describe, test } from 'node:test';
import { packageRoot } from '../../src/paths.js';
import { removeFolder, startDaemon, temporaryFolder } from '../support/daemon.js';
import { RawClient, refusal } from '../support/rawClient.js';

const folders: string[] = [];
const children: ChildProcess[] = [];

function newFolder(): string {
  const folder = temporaryFolder();
  folders.push(folder);
  return folder;
}

after(() => {
  for (const child of children) child.kill('SIGKILL');
  for (const folder of folders) removeFolder(folder);
});

/** A daemon whose descriptor 3 is a socket that listens already, as systemd starts one; resolves with what it says. */
async function startWithSocket(options: ListenOptions, mode = 0o600): Promise<string> {
  const server = createServer().listen(options);
  await once(server, 'listening');
  if (options.path !== undefined) chmodSync(options.path, mode);
  const { _handle } = server as unknown as { _handle: { readonly fd: number } };
  const args = [
    join(packageRoot, 'dist', 'src', 'main.js'),
    '--state-dir',
    newFolder(),
    '--listen',
    'fd:3',
    '--log-level',
    'silent',
  ];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'ignore', _handle.fd] });
  children.push(child);
  await stopAccepting(server, options.path);
  for await (const line of createInterface({ input: child.stdout as NonNullable<typeof child.stdout> })) {
    const match = /serves on ([^ ,]+)/.exec(line);
    if (match?.[1] !== undefined) return match[1];
  }
  throw new Error('the daemon did not start');
}

/** Leaves the socket to the child alone. To close a Unix socket removes its file, so that one gets a second name meanwhile. */
async function stopAccepting(server: Server, path: string | undefined): Promise<void> {
  if (path === undefined) {
    server.close();
    return;
  }
  linkSync(path, `${path}.kept`);
  server.close();
  await once(server, 'close');
  renameSync(`${path}.kept`, path);
}

async function answers(address: string): Promise<void> {
  const client = new RawClient(address);
  const { payload } = await client.call('Admin', 'Ping', { payload: Buffer.from('x') });
  assert.deepEqual(payload, Buffer.from('x'));
  client.close();
}

async function refusesWithoutToken(address: string): Promise<void> {
  const client = new RawClient(address);
  const error = await refusal(client.call('Admin', 'Ping', {}));
  assert.deepEqual([error.status, error.reason], ['UNAUTHENTICATED', 'TOKEN_REQUIRED']);
  client.close();
}

describe('addresses', () => {
  test('several at once are served, and the sockets are gone afterwards', async () => {
    const state_dir = newFolder();
    const second = join(state_dir, 'second.sock');
    const listen = `unix:${join(state_dir, 'holdfast.sock')},unix:${second}`;
    const daemon = await startDaemon({ state_dir, args: ['--listen', listen] });
    await answers(daemon.address);
    await answers(`unix:${second}`);
    assert.equal(statSync(second).mode & 0o777, 0o600);
    assert.equal(await daemon.stop(), 0);
    assert.equal(existsSync(second), false);
  });

  test('a Unix socket that listens already is served under its path', async () => {
    const path = join(newFolder(), 'inherited.sock');
    assert.equal(await startWithSocket({ path }), `unix:${path}`);
    await answers(`unix:${path}`);
  });

  test('a TCP socket that listens already is served at its port', async () => {
    const address = await startWithSocket({ host: '127.0.0.1', port: 0 });
    assert.match(address, /^127\.0\.0\.1:\d+$/);
    await refusesWithoutToken(address);
  });

  test('a Unix socket that others may open, and nobody says as whom, is refused', async () => {
    const path = join(newFolder(), 'open.sock');
    await assert.rejects(startWithSocket({ path }, 0o666), /did not start/);
  });

  test('a descriptor that is no socket is refused', async () => {
    const state_dir = newFolder();
    await assert.rejects(startDaemon({ state_dir, args: ['--listen', 'fd:99'] }), /did not start \(1\)/);
  });
});
