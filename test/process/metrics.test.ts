/** /metrics of a real daemon: every documented name, values that follow what is done, and nothing else served. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, readlinkSync, statSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { readConfig } from '../../src/config.js';
import { METRICS } from '../../src/metrics/names.js';
import { type Family, histogramsOf } from '../metrics/exposition.js';
import { ask, family, metricsAddress, scrape, value } from '../metrics/scrape.js';
import { removeFolder, startDaemon, type TestDaemon, temporaryFolder } from '../support/daemon.js';
import { all, RawClient, refusal } from '../support/rawClient.js';
import { putState, requestId, until } from '../support/work.js';

describe('a daemon at work', () => {
  let daemon: TestDaemon;
  let client: RawClient;
  let target: object;
  const write = (service: 'Procedural' | 'Ledger' | 'Sessions', method: string, more: object) =>
    client.call(service, method, { agent_id: 'secret-agent', request_id: requestId(), ...more });

  before(async () => {
    daemon = await startDaemon({
      args: ['--metrics-listen', '127.0.0.1:0', '--backup-interval-ms', '3600000'],
    });
    client = new RawClient(daemon.address);
    target = metricsAddress(daemon);
  });
  after(async () => {
    client.close();
    await daemon.stop();
    removeFolder(daemon.state_dir);
  });

  test('every documented name is there, and follows what is done', { timeout: 60_000 }, async () => {
    const first = await scrape(target);
    assert.deepEqual([...first.keys()], Object.keys(METRICS));

    for (let index = 0; index < 20; index += 1) await putState(client, `s${index}`);
    await refusal(client.call('State', 'GetState', { agent_id: 'secret-agent', name: 'nowhere' }));
    await write('Sessions', 'OpenSession', { asset: 'USDC', start_capital: '1000' });
    const rule = { max_amount: { asset: 'USDC', amount: '100' } };
    for (const mode of ['ENFORCE', 'WARN', 'SHADOW'])
      await write('Procedural', 'PutGuard', { name: mode.toLowerCase(), rule, mode: `GUARD_MODE_${mode}` });
    const post = (amount: string) =>
      write('Ledger', 'PostTransaction', { delta: { account: 'cash', asset: 'USDC', amount } });
    await post('1000');
    assert.equal((await refusal(post('-500'))).reason, 'GUARD_DENIED');
    const watch = client.stream('Watch', 'Watch', { agent_id: '*', from_revision: '0' });
    await new Promise((resolve) => watch.once('data', resolve));
    const subscription = client.stream('Signals', 'Subscribe', {
      agent_id: 'secret-agent',
      patterns: ['prices:*'],
    });
    watch.on('error', () => {});
    subscription.on('error', () => {}).on('data', () => {});
    await until(async () => value(await scrape(target), 'holdfast_subscribers') === 1);
    await until(
      async () => value(await scrape(target), 'holdfast_backups_total', { result: 'verified' }) === 1,
    );

    const then = await scrape(target);
    const calls = histogramsOf(family(then, 'holdfast_rpc_duration_seconds'));
    const count = (method: string, code: string) =>
      calls.get(JSON.stringify({ method: `holdfast.v1.${method}`, code }))?.count;
    assert.equal(count('State/PutState', 'OK'), 20);
    assert.equal(count('State/GetState', 'NOT_FOUND'), 1);
    assert.equal(count('Ledger/PostTransaction', 'FAILED_PRECONDITION'), 1);
    for (const name of ['commands', 'duration_seconds'])
      assert.ok(
        [...histogramsOf(family(then, `holdfast_commit_${name}`)).values()].every(({ count }) => count >= 20),
      );
    const [syncs] = histogramsOf(family(then, 'holdfast_sync_duration_seconds')).values();
    const [commits] = histogramsOf(family(then, 'holdfast_commit_duration_seconds')).values();
    assert.equal(syncs?.count, commits?.count);
    assert.ok(
      (syncs?.sum ?? 0) > 0 && (syncs?.sum ?? 0) <= (commits?.sum ?? 0),
      'the sync is a part of the commit',
    );
    assert.deepEqual(
      ['ENFORCE', 'WARN', 'SHADOW'].map((mode) => value(then, 'holdfast_guard_denials_total', { mode })),
      // The deposit is no outflow; the withdrawal fails all three.
      [1, 1, 1],
    );
    assert.equal(value(then, 'holdfast_sessions', { state: 'ACTIVE' }), 1);
    assert.equal(value(then, 'holdfast_watches'), 1);
    assert.equal(value(then, 'holdfast_queue_limit'), 4096);
    assert.equal(value(then, 'holdfast_disk_full'), 0);
    assert.equal(value(then, 'holdfast_embed_backlog'), 0);
    assert.equal(value(then, 'holdfast_denied_calls_total'), 0);
    assert.equal(value(then, 'holdfast_connections_cut_total'), 0);
    // No mirror is asked for: an alarm over it must not find a zero.
    for (const name of then.keys())
      if (name.startsWith('holdfast_mirror_')) assert.deepEqual(family(then, name).samples, [], name);
    for (const name of [
      'holdfast_build_info',
      'holdfast_connections',
      'holdfast_start_time_seconds',
      'holdfast_revision',
      'holdfast_database_size_bytes',
      'holdfast_wal_size_bytes',
      'holdfast_wal_alarm_bytes',
      'holdfast_disk_free_bytes',
      'holdfast_backup_size_bytes',
      'holdfast_backup_interval_seconds',
      'holdfast_process_resident_memory_bytes',
      'holdfast_process_heap_bytes',
    ])
      assert.ok((value(then, name) ?? 0) > 0, name);
    for (const name of [
      'holdfast_anchor_age_seconds',
      'holdfast_backup_age_seconds',
      'holdfast_queue_depth',
      'holdfast_queue_bytes',
    ])
      assert.ok((value(then, name) ?? -1) >= 0, name);
    assert.equal(family(then, 'holdfast_event_loop_delay_seconds').samples.length, 3);

    watch.cancel();
    subscription.cancel();
    await all(client.stream('Admin', 'Backup', { name: 'by-hand' }));
    assertOnlyGrew(then, await scrape(target));
    assert.doesNotMatch((await ask(target)).body, /secret-agent/);
  });

  test('counters and histograms only grow, whatever is called', { timeout: 60_000 }, async () => {
    let before_them = await scrape(target);
    for (let round = 0; round < 5; round += 1) {
      await Promise.all(Array.from({ length: 50 }, () => putState(client, requestId())));
      await refusal(client.call('State', 'PutState', { agent_id: '' }));
      const now = await scrape(target);
      assertOnlyGrew(before_them, now);
      before_them = now;
    }
  });

  test('nothing else is answered', async () => {
    for (const path of ['/', '/metrics/', '/metrics?x=1', '//metrics', '/metricsx'])
      assert.deepEqual([(await ask(target, 'GET', path)).status, path], [404, path]);
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'HEAD'])
      assert.equal((await ask(target, method)).status, 405, method);
    assert.equal((await ask(target, 'GET', '/metrics', { x: 'x'.repeat(20_000) })).status, 431);
  });

  test('connections are bounded, and calls of agents do not suffer from those that hang', {
    timeout: 60_000,
  }, async () => {
    const { port } = metricsAddress(daemon);
    const sockets = Array.from({ length: 40 }, () => connect(port, '127.0.0.1'));
    // The ones beyond the bound are closed at once; the others are held open by a request that never ends.
    for (const socket of sockets)
      socket
        .on('error', () => {})
        .resume()
        .write('GET /metrics HTTP/1.1\r\n');
    await until(() => sockets.filter(({ closed }) => closed).length >= 24);
    await putState(client, 'meanwhile');
    await Promise.all(
      sockets.map((socket) => socket.closed || new Promise((done) => socket.once('close', done))),
    );
    assert.equal((await ask(target)).status, 200);
  });
});

function assertOnlyGrew(before_them: Map<string, Family>, now: Map<string, Family>): void {
  for (const [name, { type, samples }] of before_them) {
    if (type === 'gauge') continue;
    for (const sample of samples) {
      const later = family(now, name).samples.find(
        (one) => one.name === sample.name && JSON.stringify(one.labels) === JSON.stringify(sample.labels),
      );
      assert.ok(
        later !== undefined && later.value >= sample.value,
        `${sample.name} ${JSON.stringify(sample.labels)}`,
      );
    }
    if (type === 'histogram') histogramsOf(family(now, name));
  }
}

describe('where it listens', () => {
  test('nowhere unless told: no other socket is open', async () => {
    const daemon = await startDaemon();
    assert.doesNotMatch(daemon.log(), /"msg":"metrics"/);
    assert.deepEqual(listeningTcpSockets(daemon.process.pid), []);
    assert.equal(await daemon.stop(), 0);
    removeFolder(daemon.state_dir);
  });

  test('on a Unix socket of the owner, also where a killed daemon left one', async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'metrics.sock');
    const args = ['--metrics-listen', `unix:${path}`];
    const state_dir = join(folder, 'state');
    const killed = await startDaemon({ state_dir, args });
    assert.equal((await scrape({ socketPath: path })).size, Object.keys(METRICS).length);
    assert.equal(statSync(path).mode & 0o777, 0o600);
    await killed.kill();
    const daemon = await startDaemon({ state_dir, args });
    await scrape({ socketPath: path });
    await assert.rejects(startDaemon({ args }), /metrics-listen: .*in use/);
    assert.equal(await daemon.stop(), 0);
    removeFolder(folder);
  });

  for (const address of [
    '0.0.0.0:9464',
    '10.0.0.1:9464',
    'metrics.example:9464',
    'unix:relative.sock',
    '9464',
    '127.0.0.1:70000',
  ])
    test(`${address} is refused`, () =>
      assert.throws(() => readConfig(['--metrics-listen', address], {}), /metrics-listen/));
});

/** Local addresses of TCP sockets of a process that listen, as proc(5) has them. */
function listeningTcpSockets(pid: number | undefined): string[] {
  const inodes = new Set(
    readdirSync(`/proc/${pid}/fd`).flatMap((fd) => {
      try {
        return /^socket:\[(\d+)\]$/.exec(readlinkSync(`/proc/${pid}/fd/${fd}`))?.[1] ?? [];
      } catch {
        return [];
      }
    }),
  );
  return ['tcp', 'tcp6'].flatMap((table) =>
    readFileSync(`/proc/${pid}/net/${table}`, 'utf8')
      .split('\n')
      .map((line) => line.trim().split(/\s+/))
      .filter(([, , , state, , , , , , inode]) => state === '0A' && inodes.has(inode ?? ''))
      .map(([, local = '']) => local),
  );
}
