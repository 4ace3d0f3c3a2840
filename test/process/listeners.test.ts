/** Where a daemon listens: its own sockets, and those that it is handed. */
import assert from 'node:assert/strict';
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, describe, test } from 'node:test';
import { packageRoot } from '../../src/paths.js';
import { removeFolder, startDaemon, temporaryFolder } from '../support/daemon.js';
import { RawClient, refusal } from '../support/rawClient.js';
import { requestId } from '../support/work.js';

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

/**
 * Starts a daemon with a socket that listens already, as systemd does it (sd_listen_fds(3)): the socket is descriptor 3, and
 * the process that is told so is the daemon itself.
 */
const HAND_OVER = `
import os, socket, sys
kind, name, port = sys.argv[1:4]
s = socket.socket(socket.AF_UNIX if kind == 'unix' else socket.AF_INET, socket.SOCK_STREAM)
s.bind(name if kind == 'unix' else (name, int(port)))
if kind == 'unix':
    os.chmod(name, int(port, 8))
s.listen()
os.dup2(s.fileno(), 3)
os.set_inheritable(3, True)
os.environ.update(LISTEN_FDS='1', LISTEN_PID=str(os.getpid()))
os.execvp(sys.argv[4], sys.argv[4:])
`;

/** Resolves with what the daemon says it serves on. */
async function startWithSocket(
  socket: readonly [kind: string, name: string, mode_or_port: string],
): Promise<string> {
  const main = join(packageRoot, 'dist', 'src', 'main.js');
  const daemon = [process.execPath, main, '--state-dir', newFolder(), '--log-level', 'silent'];
  const child = spawn('python3', ['-c', HAND_OVER, ...socket, ...daemon], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  children.push(child);
  for await (const line of createInterface({ input: child.stdout as NonNullable<typeof child.stdout> })) {
    const match = /serves on ([^ ,]+)/.exec(line);
    if (match?.[1] !== undefined) return match[1];
  }
  throw new Error('the daemon did not start');
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
    assert.equal(await startWithSocket(['unix', path, '600']), `unix:${path}`);
    await answers(`unix:${path}`);
  });

  test('a TCP socket that listens already is served at its port', async () => {
    const address = await startWithSocket(['tcp', '127.0.0.1', '0']);
    assert.match(address, /^127\.0\.0\.1:\d+$/);
    await refusesWithoutToken(address);
  });

  test('a Unix socket that others may open, and nobody says as whom, is refused', async () => {
    const path = join(newFolder(), 'open.sock');
    await assert.rejects(startWithSocket(['unix', path, '666']), /did not start/);
  });

  test('a descriptor that is no socket is refused', async () => {
    const state_dir = newFolder();
    // 3 is one of Node's own.
    for (const fd of ['fd:3', 'fd:99'])
      await assert.rejects(
        startDaemon({ state_dir, args: ['--listen', fd] }),
        new RegExp(
          `did not start \\(2\\): .*INVALID_FIELD: --listen: ${fd}: no listening socket was handed over`,
          's',
        ),
      );
  });

  test('a place where it may not listen, and a name that no socket has, are named and end it with 2', async () => {
    const state_dir = newFolder();
    const path = join(state_dir, 'no-folder', 'desk.sock');
    for (const [listen, told] of [
      [`unix:${path}?mode=0660&agents=desk-*`, `--listen: unix:${path}: `],
      ['fd:desk.socket', '--listen: fd:desk.socket must be one socket; handed over: none'],
    ] as const) {
      const refused = await startDaemon({ state_dir, args: ['--listen', listen] }).catch(
        ({ message }: Error) => message,
      );
      assert.match(String(refused), /did not start \(2\): .*INVALID_FIELD/s);
      assert.ok(String(refused).includes(told), String(refused));
      assert.doesNotMatch(String(refused), /node:| {4}at /);
    }
  });

  test('of sockets that systemd hands over each is known by its name, whatever their order', {
    skip:
      spawnSync('systemd-socket-activate', ['--version']).error !== undefined && 'no systemd-socket-activate',
  }, async () => {
    const folder = newFolder();
    const [own, desk] = [join(folder, 'own.sock'), join(folder, 'desk.sock')];
    const main = join(packageRoot, 'dist', 'src', 'main.js');
    // It listens, and starts the daemon with both sockets once somebody calls.
    const activate = ['--fdname=desk.socket:holdfast.socket', '-l', desk, '-l', own, process.execPath, main];
    const listen = 'fd:holdfast.socket?role=admin,fd:desk.socket?agents=desk-*';
    const child = spawn('systemd-socket-activate', [...activate, '--state-dir', folder, '--listen', listen], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    children.push(child);
    const listening = createInterface({ input: child.stderr as NonNullable<typeof child.stderr> });
    for await (const line of listening) if (line.includes(own)) break;
    child.stderr?.resume();
    const admin = new RawClient(`unix:${own}`);
    await admin.call('Admin', 'Ping', {});
    admin.close();
    const client = new RawClient(`unix:${desk}`);
    const put = (agent_id: string) =>
      client.call('State', 'PutState', {
        ...{ agent_id, request_id: requestId(), name: 'n', document: { json: '1' } },
      });
    await put('desk-1');
    assert.equal((await refusal(put('boss'))).reason, 'ACCESS_DENIED');
    client.close();
  });

  test('a socket of a group binds its members to their agents, and nobody else opens it', {
    skip: process.getuid?.() === 0 ? false : 'only root may become another user',
  }, async () => {
    const folder = newFolder();
    chmodSync(folder, 0o755);
    const [NOBODY, NOGROUP, OTHER] = [65534, 65534, 65533];
    const group = readFileSync('/etc/group', 'utf8').match(/^([^:]+):[^:]*:65534:/m)?.[1] ?? '';
    const bots = `unix:${join(folder, 'bots.sock')}?mode=0660&group=${group}&agents=bot*`;
    const own = `unix:${join(folder, 'own.sock')}`;
    const daemon = await startDaemon({ state_dir: newFolder(), args: ['--listen', `${own},${bots}`] });
    const helper = join(packageRoot, 'dist', 'test', 'support', 'as_user.js');
    const as = (uid: number, gid: number, socket: string): unknown => {
      const args = [helper, String(uid), String(gid), socket, 'bot1', 'boss'];
      // Enters the folder before it becomes the other user, who may not be let through those above it.
      const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
      assert.ok(stdout !== '', stderr);
      return JSON.parse(stdout);
    };
    assert.deepEqual(as(NOBODY, NOGROUP, 'bots.sock'), ['ok', 'ACCESS_DENIED']);
    for (const socket of ['own.sock', 'bots.sock'])
      for (const outcome of as(NOBODY, OTHER, socket) as string[]) assert.match(outcome, /EACCES/);
    assert.equal(await daemon.stop(), 0);
  });
});
