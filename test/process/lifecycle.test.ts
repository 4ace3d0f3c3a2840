/** Starting, stopping, being killed: what a careful operator relies on. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, readFileSync, statSync, watch, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { readConfig } from '../../src/config.js';
import { packageRoot } from '../../src/paths.js';
import { openConnection } from '../../src/store/db.js';
import { stateFiles } from '../../src/store/files.js';
import { removeFolder, startDaemon, type TestDaemon, temporaryFolder } from '../support/daemon.js';
import { RpcError } from '../support/rawClient.js';
import { findings, getState, putState, requestId, withClient } from '../support/work.js';

const folders: string[] = [];
after(() => {
  for (const folder of folders) removeFolder(folder);
});

function newFolder(): string {
  const folder = temporaryFolder();
  folders.push(folder);
  return folder;
}

/** Starts a daemon that must refuse: its message and exit code. */
async function refused(state_dir: string, args: readonly string[] = []): Promise<string> {
  try {
    const daemon = await startDaemon({ state_dir, args });
    await daemon.kill();
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  throw new Error('the daemon started');
}

test('SIGHUP during the start changes nothing', async () => {
  const state_dir = newFolder();
  let sent = 0;
  const daemon = await startDaemon({
    state_dir,
    onSpawn: (child) => {
      // Its first files: it starts, and does not serve yet.
      const watcher = watch(state_dir, () => {
        child.kill('SIGHUP');
        sent += 1;
      });
      child.stdout?.once('data', () => watcher.close());
      child.once('exit', () => watcher.close());
    },
  });
  assert.ok(sent > 0);
  await withClient(daemon.address, (client) => putState(client, 'n', {}));
  assert.equal(await daemon.stop(), 0);
});

describe('options', () => {
  const wrong: [string[], RegExp][] = [
    [['--no-such-option'], /--no-such-option/],
    [['--max-queued'], /--max-queued/],
    [['--max-queued', '0'], /--max-queued: must be an integer from 1/],
    [['--max-queued', '1e3'], /--max-queued/],
    [['--max-batch', ' 5'], /--max-batch/],
    [['--max-database-bytes', '-1'], /--max-database-bytes/],
    [['--max-database-bytes', '1'], /--max-database-bytes: must be an integer from 1000000 to/],
    [
      ['--max-database-bytes', String(2 ** 44)],
      /--max-database-bytes: must be an integer .* to 17592186036224/,
    ],
    [['--slow-consumer-ms', '0x100'], /--slow-consumer-ms/],
    [['--log-level', 'loud'], /--log-level/],
    [['--listen', '0.0.0.0:7000'], /--listen/],
    [['--listen', '127.0.0.1:65536'], /--listen/],
    [['--listen', '127.0.0.256:7000'], /--listen/],
    [['--listen', '127.0.0.1'], /--listen/],
    [['--listen', 'unix:relative.sock'], /--listen/],
    [['--listen', `unix:/${'x'.repeat(107)}`], /--listen/],
    [['stray'], /stray/],
  ];
  for (const [args, message] of wrong) {
    test(`${args.join(' ').slice(0, 60)} is refused`, () => {
      assert.throws(() => readConfig(args, {}), message);
    });
  }

  test('a refused option ends the process with 2 before anything is touched', () => {
    const main = join(packageRoot, 'dist', 'src', 'main.js');
    const state_dir = join(newFolder(), 'state');
    const args = [main, '--state-dir', state_dir, '--max-batch', '0'];
    const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    assert.match(stderr, /--max-batch/);
    assert.equal(status, 2);
    assert.equal(existsSync(state_dir), false);
  });

  test('a wrong environment variable is named', () => {
    const main = join(packageRoot, 'dist', 'src', 'main.js');
    const env = { ...process.env, HOLDFAST_MAX_QUEUED: 'many' };
    const { status, stderr } = spawnSync(process.execPath, [main], { encoding: 'utf8', env });
    assert.match(stderr, /HOLDFAST_MAX_QUEUED: .*"many"/);
    assert.equal(status, 2);
  });
});

describe('one daemon to a folder', () => {
  test('a second one is refused with the pid of the first', async () => {
    const first = await startDaemon({ state_dir: newFolder() });
    const message = await refused(first.state_dir);
    assert.match(message, new RegExp(`\\(1\\).*WRONG_STATE.*pid ${first.process.pid}`));
    await withClient(first.address, (client) => putState(client, 'n'));
    assert.equal(await first.stop(), 0);
    assert.equal(existsSync(stateFiles(first.state_dir).pid), false);
  });

  test('the socket a killed daemon left is replaced, with mode 0600', async () => {
    const killed = await startDaemon({ state_dir: newFolder() });
    await killed.kill();
    const path = join(killed.state_dir, 'holdfast.sock');
    assert.ok(existsSync(path));
    const daemon = await startDaemon({ state_dir: killed.state_dir });
    assert.equal(statSync(path).mode & 0o777, 0o600);
    await withClient(daemon.address, (client) => putState(client, 'n'));
    assert.equal(await daemon.stop(), 0);
    assert.equal(existsSync(path), false);
  });

  test('a socket that somebody listens on is left alone', async () => {
    const path = join(newFolder(), 'other.sock');
    const server = createServer().listen(path);
    await once(server, 'listening');
    assert.match(await refused(newFolder(), ['--listen', `unix:${path}`]), /\(1\).*another program listens/);
    const socket = connect(path);
    await once(socket, 'connect');
    socket.destroy();
    server.close();
  });

  test('a file that is no socket is never removed', async () => {
    const path = join(newFolder(), 'notes.txt');
    writeFileSync(path, 'mine');
    assert.match(await refused(newFolder(), ['--listen', `unix:${path}`]), /\(1\).*is not a socket/);
    assert.equal(readFileSync(path, 'utf8'), 'mine');
  });

  test('a port in use is refused', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    assert.ok(address !== null && typeof address === 'object');
    assert.match(await refused(newFolder(), ['--listen', `127.0.0.1:${address.port}`]), /\(1\)/);
    server.close();
  });
});

describe('files that are not ours to open', () => {
  test('one of a newer Holdfast is refused and left as it is', async () => {
    const daemon = await startDaemon({ state_dir: newFolder() });
    await daemon.stop();
    const { database } = stateFiles(daemon.state_dir);
    const db = openConnection(database);
    db.pragma('user_version = 9999');
    db.close();
    assert.match(await refused(daemon.state_dir), /\(1\).*SCHEMA_TOO_NEW/);
    const after_refusal = openConnection(database, { readonly: true });
    assert.equal(after_refusal.pragma('user_version', { simple: true }), 9999);
    after_refusal.close();
  });

  test('a foreign database is refused', async () => {
    const state_dir = newFolder();
    const db = openConnection(stateFiles(state_dir).database);
    db.exec('CREATE TABLE mine (x)');
    db.close();
    assert.match(await refused(state_dir), /\(1\).*WRONG_STATE.*not a Holdfast database/);
  });

  test('a file of noise is refused', async () => {
    const state_dir = newFolder();
    writeFileSync(stateFiles(state_dir).database, Buffer.alloc(8192, 'noise'));
    assert.match(await refused(state_dir), /\(1\).*DATA_LOSS.*not a database/);
  });
});

test('what the system refuses at the start is told in a line, with the stack at debug only', async () => {
  const state_dir = join(newFolder(), 'file');
  writeFileSync(state_dir, '');
  const told = /holdfastd: INVALID_FIELD: --state-dir: [^\n]*\n$/;
  const message = await refused(state_dir, ['--log-level', 'info']);
  assert.match(message, told);
  assert.doesNotMatch(message, / at \w/);
  const debug = await refused(state_dir, ['--log-level', 'debug']);
  assert.match(debug, /"the start was refused"/);
  assert.match(debug, / at \w/);
  assert.match(debug, told);
});

describe('kill -9', () => {
  test('every acknowledged write is there after a restart, and replays answer from receipts', async () => {
    const daemon = await startDaemon({ state_dir: newFolder() });
    const acknowledged = new Map<string, string>();
    const writing = withClient(daemon.address, async (client) => {
      let ended = false;
      const lane = async () => {
        while (!ended) {
          const request_id = requestId('kill');
          try {
            const { header } = await putState(client, request_id, { request_id });
            acknowledged.set(request_id, header.revision);
          } catch {
            ended = true;
          }
          if (acknowledged.size === 500) daemon.process.kill('SIGKILL');
        }
      };
      await Promise.all(Array.from({ length: 32 }, lane));
    });
    await daemon.exited;
    await writing;
    assert.ok(acknowledged.size >= 500);

    const again = await startDaemon({ state_dir: daemon.state_dir });
    await withClient(again.address, async (client) => {
      for (const [request_id, revision] of acknowledged) {
        const { header, version } = await putState(client, request_id, { request_id });
        assert.deepEqual(
          { replayed: header.replayed, revision: header.revision, version },
          { replayed: true, revision, version: '1' },
        );
      }
      assert.deepEqual(await findings(client), []);
    });
    assert.equal(await again.stop(), 0);
  });
});

describe('SIGTERM', () => {
  test('under load every call is acknowledged and on disk, or refused UNAVAILABLE', async () => {
    const daemon = await startDaemon({ state_dir: newFolder() });
    const acknowledged: string[] = [];
    const statuses = new Set<string>();
    await withClient(daemon.address, async (client) => {
      const lane = async () => {
        for (;;) {
          const request_id = requestId('term');
          try {
            await putState(client, request_id, { request_id });
            acknowledged.push(request_id);
          } catch (error) {
            assert.ok(error instanceof RpcError);
            statuses.add(error.status);
            return;
          }
          if (acknowledged.length === 300) daemon.process.kill('SIGTERM');
        }
      };
      await Promise.all(Array.from({ length: 64 }, lane));
    });
    assert.equal(await daemon.exited, 0);
    assert.deepEqual([...statuses], ['UNAVAILABLE']);

    const again = await startDaemon({ state_dir: daemon.state_dir });
    await withClient(again.address, async (client) => {
      for (const name of acknowledged) assert.deepEqual(await getState(client, name), { a: 1 });
      assert.deepEqual(await findings(client), []);
    });
    assert.equal(await again.stop(), 0);
  });

  test('twice, and SIGINT, end it no differently', async () => {
    const daemon = await startDaemon({ state_dir: newFolder() });
    daemon.process.kill('SIGTERM');
    daemon.process.kill('SIGINT');
    daemon.process.kill('SIGTERM');
    assert.equal(await daemon.exited, 0);
  });

  test('a restart leaves no WAL that grows and no marker', async () => {
    const daemon = await startDaemon({ state_dir: newFolder() });
    await withClient(daemon.address, (client) => putState(client, 'n'));
    assert.equal(await daemon.stop(), 0);
    const files = stateFiles(daemon.state_dir);
    assert.deepEqual([existsSync(files.wal), existsSync(files.suspect)], [false, false]);
  });
});

test('it lives on when nobody reads its log any more', async () => {
  const daemon = await startDaemon({ state_dir: newFolder(), args: ['--log-level', 'trace'] });
  daemon.process.stderr?.destroy();
  daemon.process.stdout?.destroy();
  await withClient(daemon.address, async (client) => {
    // Each backup writes a line.
    for (const name of ['a', 'b', 'c']) {
      await client.last('Admin', 'Backup', { name });
      await putState(client, name);
    }
  });
  assert.equal(await daemon.stop(), 0);
});

describe('damage', () => {
  /** What a start would notice by itself is tested in anchors.test.ts. */
  const UNVERIFIED = ['--verify-on-start', 'off'];

  /** Changes the file of a stopped daemon behind its back. */
  function tamper(state_dir: string, sql: string): void {
    const db = openConnection(stateFiles(state_dir).database);
    try {
      db.exec(sql);
    } finally {
      db.close();
    }
  }

  test('a changed journal row is named by Verify', async () => {
    const daemon = await startDaemon({ state_dir: newFolder() });
    await withClient(daemon.address, async (client) => {
      for (const name of ['a', 'b', 'c']) await putState(client, name);
    });
    await daemon.stop();
    tamper(daemon.state_dir, `UPDATE journal SET key = 'x' WHERE position / 4096 = 2`);
    const again = await startDaemon({ state_dir: daemon.state_dir, args: UNVERIFIED });
    await withClient(again.address, async (client) => {
      const found = await findings(client);
      assert.ok(found.some(({ kind, revision }) => kind === 'journal.hash_mismatch' && revision === '2'));
    });
    await again.stop();
  });

  test('a page of noise is a finding, a refused start or the end, never silence', async () => {
    const daemon = await startDaemon({ state_dir: newFolder() });
    await withClient(daemon.address, async (client) => {
      const json = JSON.stringify({ text: 'x'.repeat(3000) });
      for (let count = 0; count < 100; count += 1) await putState(client, `n${count}`, { json });
    });
    await daemon.stop();
    const { database } = stateFiles(daemon.state_dir);
    const whole = readFileSync(database);
    const pages = whole.length / 4096;
    // The first and the last page, and some between: schema, indexes, journal, payloads.
    for (const page of [0, 1, Math.floor(pages / 2), Math.floor((pages * 3) / 4), pages - 1]) {
      const bytes = Buffer.from(whole);
      bytes.fill(0xa5, page * 4096, (page + 1) * 4096);
      const state_dir = newFolder();
      cpSync(daemon.state_dir, state_dir, { recursive: true });
      writeFileSync(stateFiles(state_dir).database, bytes);
      const noticed = await whatNotices(state_dir);
      assert.ok(noticed.length > 0, `page ${page} of ${pages} is noise, and nothing says so`);
    }
  });

  /** What a start without verification and then Verify say about a damaged file. */
  async function whatNotices(state_dir: string): Promise<string[]> {
    let daemon: TestDaemon;
    try {
      daemon = await startDaemon({ state_dir, args: UNVERIFIED });
    } catch (error) {
      // Whatever else keeps it from starting is no answer to damage.
      assert.match(String(error), /did not start \(1\).*DATA_LOSS/s);
      return ['refused'];
    }
    const noticed = await withClient(daemon.address, (client) =>
      findings(client).then(
        (found) => found.map(({ kind }) => kind),
        (error: unknown) => {
          assert.ok(error instanceof RpcError);
          return [error.status];
        },
      ),
    );
    if (noticed.includes('DATA_LOSS')) assert.equal(await daemon.exited, 74);
    else await daemon.stop();
    return noticed;
  }
});
