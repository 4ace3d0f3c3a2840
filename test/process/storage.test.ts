/** Disks that fill up and disks that fail, end to end. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { Holdfast } from '@holdfast/client';
import { packageRoot } from '../../src/paths.js';
import { openConnection } from '../../src/store/db.js';
import { stateFiles } from '../../src/store/files.js';
import { removeFolder, startDaemon, temporaryFolder } from '../support/daemon.js';
import { type RawClient, RpcError, refusal } from '../support/rawClient.js';
import { findings, getState, putState, requestId, stats, until, withClient } from '../support/work.js';

const scratch = temporaryFolder();
const mounted: string[] = [];
after(() => {
  for (const path of mounted) spawnSync('umount', ['-l', path]);
  removeFolder(scratch);
});

const json = JSON.stringify({ text: 'x'.repeat(20_000) });

/** Writes until the disk is full; the names that were acknowledged. */
async function fill(client: RawClient): Promise<{ names: string[]; error: RpcError; request_id: string }> {
  const names: string[] = [];
  for (;;) {
    const request_id = requestId('fill');
    try {
      await putState(client, request_id, { json, request_id });
      names.push(request_id);
    } catch (error) {
      assert.ok(error instanceof RpcError);
      return { names, error, request_id };
    }
  }
}

function assertDiskFull(error: RpcError): void {
  assert.deepEqual([error.status, error.reason], ['RESOURCE_EXHAUSTED', 'DISK_FULL']);
  assert.ok((error.retry_after_ms ?? 0) > 0);
}

/** What must hold while the disk is full and after there is space again. */
async function survivesFullDisk(client: RawClient, makeSpace: () => Promise<void>): Promise<void> {
  const { names, error, request_id } = await fill(client);
  assertDiskFull(error);
  assert.ok(names.length > 3);
  for (const name of names) assert.deepEqual(await getState(client, name), JSON.parse(json));
  assertDiskFull(await refusal(putState(client, request_id, { json, request_id })));
  assert.equal((await refusal(getState(client, request_id))).reason, 'NOT_FOUND');
  assert.equal((await stats(client)).disk_full, true);

  await makeSpace();
  const { header } = await putState(client, request_id, { json, request_id });
  assert.equal(header.replayed, false);
  assert.equal((await stats(client)).disk_full, false);
  assert.deepEqual(await getState(client, request_id), JSON.parse(json));
  assert.deepEqual(await findings(client), []);
}

describe('a full disk', () => {
  test('the quota: reads go on, and a higher one accepts the same request', { timeout: 60_000 }, async () => {
    const state_dir = join(scratch, 'quota');
    const small = await startDaemon({ state_dir, args: ['--max-database-bytes', '1000000'] });
    const request_id = await withClient(small.address, async (client) => {
      const full = await fill(client);
      assertDiskFull(full.error);
      assert.deepEqual(await getState(client, full.names[0] ?? ''), JSON.parse(json));
      assert.deepEqual(await findings(client), []);
      return full.request_id;
    });
    assert.equal(await small.stop(), 0);
    const large = await startDaemon({ state_dir });
    await withClient(large.address, async (client) => {
      const { header } = await putState(client, request_id, { json, request_id });
      assert.equal(header.replayed, false);
    });
    assert.equal(await large.stop(), 0);
  });

  test('the quota: compaction frees space without a restart', { timeout: 60_000 }, async () => {
    const state_dir = join(scratch, 'quota-compact');
    const daemon = await startDaemon({ state_dir, args: ['--max-database-bytes', '1000000'] });
    await withClient(daemon.address, async (client) => {
      const write = (count: number) =>
        putState(client, 'one', { request_id: requestId(), json: JSON.stringify({ count }) });
      let error: unknown;
      for (let count = 0; error === undefined; count += 1)
        error = await write(count).then(
          () => undefined,
          (e) => e,
        );
      assert.ok(error instanceof RpcError);
      assertDiskFull(error);
      const { revision } = await stats(client);
      const request = { request_id: requestId(), revision: String(Number(revision) - 1) };
      const { dropped_entries } = await client.call('Admin', 'CompactJournal', request);
      assert.ok(Number(dropped_entries) > 10);
      await write(0);
      assert.deepEqual(await findings(client), []);
    });
    assert.equal(await daemon.stop(), 0);
  });

  const tmpfs = join(scratch, 'tmpfs');
  mkdirSync(tmpfs);
  const can_mount =
    process.getuid?.() === 0 &&
    spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=4m,mode=0700', 'tmpfs', tmpfs]).status === 0;
  if (can_mount) mounted.push(tmpfs);

  test('a small file system: writes resume when space is freed, without a restart', {
    skip: can_mount ? false : 'only root may mount a small file system',
    timeout: 60_000,
  }, async () => {
    const state_dir = join(tmpfs, 'state');
    const ballast = join(tmpfs, 'ballast');
    writeFileSync(ballast, Buffer.alloc(2 * 1024 * 1024));
    const daemon = await startDaemon({ state_dir });
    await withClient(daemon.address, (client) =>
      survivesFullDisk(client, async () => {
        rmSync(ballast);
      }),
    );
    assert.equal(await daemon.stop(), 0);
    assert.equal(existsSync(stateFiles(state_dir).suspect), false);
  });

  test('a backup that does not fit says so and leaves nothing', {
    skip: can_mount ? false : 'only root may mount a small file system',
    timeout: 60_000,
  }, async () => {
    const state_dir = join(tmpfs, 'backups');
    removeFolder(join(tmpfs, 'state'));
    const daemon = await startDaemon({ state_dir });
    await withClient(daemon.address, async (client) => {
      for (let count = 0; count < 40; count += 1) await putState(client, `n${count}`, { json });
      const { bavail, bsize } = statfsSync(tmpfs);
      writeFileSync(join(tmpfs, 'ballast'), Buffer.alloc(bavail * bsize - 300_000));
      assertDiskFull(await refusal(client.last('Admin', 'Backup', { name: 'b' })));
      const left = spawnSync('ls', [stateFiles(state_dir).backups], { encoding: 'utf8' }).stdout;
      assert.equal(left, '');
      await putState(client, 'after');
    });
    assert.equal(await daemon.stop(), 0);
  });
});

describe('the first storage error', () => {
  const source = join(packageRoot, 'test', 'process', 'faulty_disk.c');
  const shim = join(scratch, 'faulty_disk.so');
  const flags = [
    '-O2',
    '-shared',
    '-fPIC',
    '-Wall',
    '-Wextra',
    '-U_FORTIFY_SOURCE',
    '-o',
    shim,
    source,
    '-ldl',
  ];
  const built = process.platform === 'linux' ? spawnSync('gcc', flags, { encoding: 'utf8' }) : undefined;
  const skip =
    built === undefined || built.error !== undefined
      ? 'disk errors are made by a C library, and gcc is missing here'
      : false;

  test('an ingest stream goes on after it: nothing lost, nothing twice', {
    skip,
    timeout: 60_000,
  }, async () => {
    assert.equal(built?.status, 0, built?.stderr);
    const trigger = join(scratch, 'trigger-ingest');
    const state_dir = join(scratch, 'fault-ingest');
    const daemon = await startDaemon({
      state_dir,
      args: ['--sweep-interval-ms', '3600000'],
      env: {
        LD_PRELOAD: shim,
        HOLDFAST_FAULT_FILE: trigger,
        HOLDFAST_FAULT_SUFFIX: '-wal',
        UV_USE_IO_URING: '0',
      },
    });
    const holdfast = new Holdfast({ address: daemon.address, agent_id: 'alpha' });
    const stream = holdfast.ingestEpisodes({ window: 8 });
    const send = async () => (await stream.send([{ type: 'trade' }])).acknowledged;
    await send();
    writeFileSync(trigger, 'sync');
    const late = Array.from({ length: 8 }, send);
    assert.equal(await daemon.exited, 74);
    rmSync(trigger);
    const again = await startDaemon({ state_dir });
    await Promise.all(late);
    await stream.end();
    assert.equal((await holdfast.episodic.summarizeEpisodes({})).count, '9');
    holdfast.close();
    assert.equal(await again.stop(), 0);
  });

  for (const kind of ['sync', 'write']) {
    test(`a failing ${kind} of the WAL ends it: no acknowledgement after it, 74, and the next start verifies`, {
      skip,
      timeout: 60_000,
    }, async () => {
      assert.equal(built?.status, 0, built?.stderr);
      const state_dir = join(scratch, kind);
      const trigger = join(scratch, `${kind}.trigger`);
      const daemon = await startDaemon({
        state_dir,
        // Nothing else than our writes may meet the failure first.
        args: ['--sweep-interval-ms', '3600000', '--max-batch', '4'],
        env: {
          LD_PRELOAD: shim,
          HOLDFAST_FAULT_FILE: trigger,
          HOLDFAST_FAULT_SUFFIX: '-wal',
          UV_USE_IO_URING: '0',
        },
      });
      const before: string[] = [];
      const errors: RpcError[] = [];
      await withClient(daemon.address, async (client) => {
        for (let count = 0; count < 20; count += 1) {
          const request_id = requestId(kind);
          await putState(client, request_id, { request_id });
          before.push(request_id);
        }
        writeFileSync(trigger, kind);
        const calls = Array.from({ length: 50 }, () =>
          putState(client, 'late', { request_id: requestId('late') }),
        );
        for (const result of await Promise.allSettled(calls)) {
          assert.equal(result.status, 'rejected', 'a write was acknowledged after the disk failed');
          assert.ok(result.reason instanceof RpcError);
          errors.push(result.reason);
        }
      });
      assert.equal(await daemon.exited, 74, daemon.log());
      assert.deepEqual(
        new Set(errors.map(({ status, reason }) => `${status} ${reason}`)),
        new Set(['UNKNOWN OUTCOME_UNKNOWN']),
      );
      const { suspect } = stateFiles(state_dir);
      assert.match(readFileSync(suspect, 'utf8'), /storage_error\nSQLITE_IOERR/);

      rmSync(trigger);
      const again = await startDaemon({ state_dir });
      assert.match(again.log(), /verifying the database before serving[\s\S]*the database verifies/);
      assert.equal(existsSync(suspect), false);
      await withClient(again.address, async (client) => {
        for (const request_id of before) {
          const { header } = await putState(client, request_id, { request_id });
          assert.equal(header.replayed, true);
        }
      });
      assert.equal(await again.stop(), 0);
    });
  }

  test('a suspect file that does not verify is not served', async () => {
    const state_dir = join(scratch, 'suspect');
    const daemon = await startDaemon({ state_dir });
    await withClient(daemon.address, async (client) => {
      for (const name of ['a', 'b']) await putState(client, name);
    });
    await daemon.stop();
    const db = openConnection(stateFiles(state_dir).database);
    db.exec(`UPDATE journal SET agent_id = 'mallory' WHERE position / 4096 = 1`);
    db.close();
    writeFileSync(stateFiles(state_dir).suspect, 'storage_error\nSQLITE_IOERR_FSYNC: disk I/O error\n');
    await assert.rejects(startDaemon({ state_dir }), /\(1\).*DATA_LOSS/s);
    assert.ok(existsSync(stateFiles(state_dir).suspect), 'the marker stays until the file verifies');
  });
});

test('a full disk does not end the sweeper or the daemon', { timeout: 60_000 }, async () => {
  const state_dir = join(scratch, 'sweep');
  const daemon = await startDaemon({
    state_dir,
    args: ['--max-database-bytes', '1000000', '--sweep-interval-ms', '10'],
  });
  await withClient(daemon.address, async (client) => {
    // Due while the disk is full.
    const slot = { agent_id: 'a', key: 'k', content: 'x', ttl: { seconds: 1 } };
    await client.call('Working', 'PutSlot', { request_id: 'slot', ...slot });
    assertDiskFull((await fill(client)).error);
    const slots = async () => (await client.call('Working', 'ListSlots', { agent_id: 'a' })).slots.length;
    await until(async () => (await slots()) === 0);
  });
  assert.equal(await daemon.stop(), 0);
});
