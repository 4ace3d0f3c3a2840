/**
 * The drill an operator does before it is needed: a daemon under load is backed up and killed, its backup restored, and what was
 * acknowledged before the backup is there to the last write. What came after is named as missing, by the anchors.
 */
import assert from 'node:assert/strict';
import { copyFileSync, cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { stateFiles, withSideFiles } from '../../src/store/files.js';
import { run } from '../cli/support.js';
import { removeFolder, startDaemon, temporaryFolder } from '../support/daemon.js';
import { type RawClient, RpcError } from '../support/rawClient.js';
import { findings, getState, putState, requestId, until, withClient } from '../support/work.js';

const scratch = temporaryFolder();
after(() => removeFolder(scratch));

interface Acknowledged {
  readonly name: string;
  readonly revision: number;
}

/** Writes states and postings in several lanes until the daemon is gone; what was acknowledged, in `done`. */
async function load(client: RawClient, lane: number, done: Acknowledged[]): Promise<void> {
  for (let count = 1; ; count += 1) {
    const name = `lane-${lane}-${count}`;
    try {
      const { header } = await client.call('Transact', 'Transact', {
        agent_id: 'agent-1',
        request_id: name,
        mutations: [
          { put_state: { name, document: { json: JSON.stringify({ count }) } } },
          { post_transaction: { delta: { account: `cash-${lane}`, asset: 'USDC', amount: '0.000001' } } },
        ],
      });
      done.push({ name, revision: Number(header.revision) });
    } catch (error) {
      if (error instanceof RpcError && error.status === 'UNAVAILABLE') return;
      throw error;
    }
  }
}

async function assertHeld(
  client: RawClient,
  written: readonly Acknowledged[],
  revision: number,
): Promise<void> {
  const held = written.filter((one) => one.revision <= revision);
  for (const { name } of held)
    assert.deepEqual(await getState(client, name), { count: Number(name.split('-').at(-1)) });
  for (let lane = 0; lane < 4; lane += 1) {
    const { balances } = await client.call('Ledger', 'GetBalances', {
      agent_id: 'agent-1',
      account: `cash-${lane}`,
    });
    const posts = held.filter(({ name }) => name.startsWith(`lane-${lane}-`)).length;
    // Millionths, compared as whole numbers of them.
    assert.equal(BigInt(balances[0].posted.replace('.', '')), BigInt(posts), `cash-${lane}`);
  }
  for (const { name } of written.filter((one) => one.revision > revision).slice(0, 20))
    await assert.rejects(getState(client, name), /NOT_FOUND/);
  assert.deepEqual(await findings(client), []);
}

test('under load: backup, kill -9, restore', { timeout: 110_000 }, async (t) => {
  const state_dir = join(scratch, 'state');
  const daemon = await startDaemon({ state_dir, args: ['--anchor-interval-ms', '50'] });
  t.after(() => daemon.kill());
  const done: Acknowledged[] = [];
  const made = await withClient(daemon.address, async (client) => {
    const lanes = [0, 1, 2, 3].map((lane) => load(client, lane, done));
    await until(() => done.length >= 200);
    const before_call = done.length;
    const backup = await withClient(daemon.address, (other) =>
      other.last('Admin', 'Backup', { name: 'drill' }),
    );
    const newest_before = Math.max(...done.slice(0, before_call).map(({ revision }) => revision));
    assert.ok(Number(backup.revision) >= newest_before, 'what was acknowledged before is in it');
    await until(() => done.some(({ revision }) => revision >= Number(backup.revision) + 100));
    await daemon.kill();
    await Promise.all(lanes);
    return backup;
  });
  const revision = Number(made.revision);

  // Another copy of the folder, in which somebody only puts the file back, without telling.
  const untold = join(scratch, 'untold');
  cpSync(state_dir, untold, { recursive: true, filter: (path) => !path.endsWith('.sock') });
  for (const path of withSideFiles(stateFiles(untold).database)) rmSync(path, { force: true });
  copyFileSync(join(stateFiles(untold).backups, 'drill.db'), stateFiles(untold).database);
  const refused = await startDaemon({ state_dir: untold }).then(
    () => 'it started',
    (error: Error) => error.message,
  );
  const [, first, last] = /revisions (\d+)\.\.(\d+) are missing/.exec(refused) ?? [];
  assert.equal(Number(first), revision + 1, refused);
  assert.ok(
    Number(last) > revision && Number(last) <= Math.max(...done.map((one) => one.revision)) + 1,
    refused,
  );
  const accepted = await startDaemon({ state_dir: untold, args: ['--accept-damage', String(revision)] });
  await withClient(accepted.address, (client) => assertHeld(client, done, revision));
  assert.equal(await accepted.stop(), 0);

  // As the operator's page says.
  const listed = await run(['--state-dir', state_dir, 'backups', '--check', '--json']);
  assert.equal(listed.code, 0, listed.stderr);
  const [backup] = JSON.parse(listed.stdout).backups;
  assert.deepEqual([backup.name, backup.revision, backup.verified], ['drill.db', revision, 'now']);
  assert.equal(
    (await run(['--state-dir', state_dir, 'restore', backup.path])).code,
    1,
    'not without --force',
  );
  const restored = await run(['--state-dir', state_dir, 'restore', backup.path, '--force']);
  assert.equal(restored.code, 0, restored.stderr);
  const again = await startDaemon({ state_dir });
  await withClient(again.address, async (client) => {
    await assertHeld(client, done, revision);
    // A request that the backup holds is known, one that it lost is done anew.
    const name = done.find((one) => one.revision <= revision)?.name ?? '';
    await assert.rejects(putState(client, name, { request_id: name }), /REQUEST_ID|request_id/);
    await putState(client, requestId(), {});
    const { ok } = await client.last('Audit', 'VerifyJournal', {});
    assert.equal(ok, true);
  });
  assert.equal(await again.stop(), 0);
});
