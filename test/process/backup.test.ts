/** Backups of a daemon at work. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { anchorRestored } from '../../src/anchors/restored.js';
import { anchorFile } from '../../src/config_anchors.js';
import { stateFiles } from '../../src/store/files.js';
import { restoreBackup } from '../../src/store/restore.js';
import { removeFolder, startDaemon, temporaryFolder } from '../support/daemon.js';
import { all, type RawClient, RpcError, refusal } from '../support/rawClient.js';
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

const json = JSON.stringify({ text: 'x'.repeat(8000) });

async function fill(client: RawClient, count: number): Promise<string[]> {
  const names = Array.from({ length: count }, () => requestId('b'));
  await Promise.all(names.map((name) => putState(client, name, { request_id: name, json })));
  return names;
}

function backupsOf(state_dir: string): string[] {
  return readdirSync(stateFiles(state_dir).backups);
}

/** Restores a backup into a new folder, serves it and looks at it. */
async function restored(path: string, look: (client: RawClient) => Promise<void>): Promise<void> {
  const state_dir = newFolder();
  const anchor_file = anchorFile(state_dir, '');
  const onSwapped = async (database: string) => void (await anchorRestored(database, state_dir, anchor_file));
  await restoreBackup(path, state_dir, { onSwapped });
  const daemon = await startDaemon({ state_dir });
  await withClient(daemon.address, look);
  assert.equal(await daemon.stop(), 0);
}

test('under write load: verified, and holds every write acknowledged before the call', {
  timeout: 120_000,
}, async () => {
  const daemon = await startDaemon({ state_dir: newFolder() });
  await withClient(daemon.address, async (client) => {
    await fill(client, 400);
    const acknowledged: string[] = [];
    let stopping = false;
    const lane = async () => {
      while (!stopping) acknowledged.push(...(await fill(client, 1)));
    };
    const writing = Array.from({ length: 8 }, lane);
    const before_call = acknowledged.slice();
    const messages = await all(client.stream('Admin', 'Backup', { name: 'hot' }));
    stopping = true;
    await Promise.all(writing);

    const done = messages.at(-1);
    assert.equal(done.done, true);
    assert.equal(done.path, join(stateFiles(daemon.state_dir).backups, 'hot.db'));
    assert.equal(Number(done.size_bytes), statSync(done.path).size);
    assert.equal(statSync(done.path).mode & 0o777, 0o600);
    assert.deepEqual(backupsOf(daemon.state_dir), ['hot.db']);
    await restored(done.path, async (copy) => {
      for (const name of before_call) assert.deepEqual(await getState(copy, name), JSON.parse(json));
      const { revision } = await copy.call('Admin', 'GetServerInfo', {});
      assert.equal(revision, done.revision);
      assert.deepEqual(await findings(copy), []);
    });
  });
  assert.equal(await daemon.stop(), 0);
});

test('a second one meanwhile is refused, whatever its name; afterwards it works', {
  timeout: 60_000,
}, async () => {
  const daemon = await startDaemon({ state_dir: newFolder() });
  await withClient(daemon.address, async (client) => {
    await fill(client, 400);
    const calls = ['one', 'one', 'two', ''].map((name) => client.last('Admin', 'Backup', { name }));
    const results = await Promise.allSettled(calls);
    const good = results.filter(({ status }) => status === 'fulfilled');
    assert.equal(good.length, 1);
    for (const result of results) {
      if (result.status === 'fulfilled') continue;
      assert.ok(result.reason instanceof RpcError);
      assert.deepEqual([result.reason.status, result.reason.reason], ['FAILED_PRECONDITION', 'WRONG_STATE']);
    }
    assert.equal((await client.last('Admin', 'Backup', { name: 'later' })).done, true);
    const error = await refusal(client.last('Admin', 'Backup', { name: 'later' }));
    assert.deepEqual([error.status, error.reason], ['ALREADY_EXISTS', 'ALREADY_EXISTS']);
    assert.equal(backupsOf(daemon.state_dir).length, 2);
  });
  assert.equal(await daemon.stop(), 0);
});

test('names that are no plain names are refused', async () => {
  const daemon = await startDaemon({ state_dir: newFolder() });
  await withClient(daemon.address, async (client) => {
    for (const name of [
      '../x',
      '/etc/x',
      'a/b',
      '.hidden',
      '..',
      '-x',
      'a\0b',
      'a b',
      'x'.repeat(65),
      'é',
      '\\x',
    ]) {
      const error = await refusal(client.last('Admin', 'Backup', { name }));
      assert.deepEqual(
        [error.status, error.reason, error.field],
        ['INVALID_ARGUMENT', 'INVALID_FIELD', 'name'],
      );
    }
  });
  assert.deepEqual(backupsOf(daemon.state_dir), []);
  assert.equal(await daemon.stop(), 0);
});

test('a client that goes away leaves a whole backup or none', { timeout: 60_000 }, async () => {
  const daemon = await startDaemon({ state_dir: newFolder() });
  await withClient(daemon.address, async (client) => {
    await fill(client, 400);
    const stream = client.stream('Admin', 'Backup', { name: 'left' });
    stream.on('error', () => {});
    stream.once('data', () => stream.cancel());
    stream.on('data', () => {});
    // The daemon takes the next one as soon as the first has ended.
    let done = false;
    while (!done)
      done = await client.last('Admin', 'Backup', { name: 'next' }).then(
        () => true,
        () => false,
      );
    for (const name of backupsOf(daemon.state_dir)) assert.match(name, /^(left|next)\.db$/);
  });
  assert.equal(await daemon.stop(), 0);
});

test('SIGTERM in the middle leaves nothing that looks like a backup', { timeout: 60_000 }, async () => {
  const daemon = await startDaemon({ state_dir: newFolder() });
  await withClient(daemon.address, async (client) => {
    await fill(client, 800);
    const stream = client.stream('Admin', 'Backup', { name: 'cut' });
    stream.once('data', () => daemon.process.kill('SIGTERM'));
    stream.on('data', () => {});
    await new Promise((resolve) => {
      stream.on('error', resolve);
      stream.on('end', resolve);
    });
  });
  assert.equal(await daemon.exited, 0, daemon.log());
  for (const name of backupsOf(daemon.state_dir)) {
    assert.equal(name, 'cut.db');
    await restored(join(stateFiles(daemon.state_dir).backups, name), async (copy) => {
      assert.deepEqual(await findings(copy), []);
    });
  }
});

describe('killed', () => {
  for (const point of ['during_backup', 'backup_copied', 'backup_verified']) {
    test(`at ${point}: nothing looks like a backup, and the next one works`, {
      timeout: 60_000,
    }, async () => {
      const daemon = await startDaemon({ state_dir: newFolder(), env: { HOLDFAST_CRASH_AT: point } });
      const names = await withClient(daemon.address, async (client) => {
        const written = await fill(client, 100);
        await refusal(client.last('Admin', 'Backup', { name: 'x' }));
        return written;
      });
      assert.equal(await daemon.exited, 'SIGKILL');
      assert.equal(existsSync(join(stateFiles(daemon.state_dir).backups, 'x.db')), false);

      const again = await startDaemon({ state_dir: daemon.state_dir });
      assert.deepEqual(
        backupsOf(daemon.state_dir),
        [],
        'what the killed one left is removed at the next start',
      );
      const { path } = await withClient(again.address, (client) =>
        client.last('Admin', 'Backup', { name: 'x' }),
      );
      await restored(path, async (copy) => {
        for (const name of names) {
          assert.deepEqual(await getState(copy, name), JSON.parse(json));
          const { header } = await putState(copy, name, { request_id: name, json });
          assert.equal(header.replayed, true);
        }
        assert.deepEqual(await findings(copy), []);
      });
      assert.equal(await again.stop(), 0);
    });
  }
});
