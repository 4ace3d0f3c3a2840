/** A database that was changed behind the daemon's back: noticed at the next start, back to the last anchor, and named. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import fc from 'fast-check';
import { checkAtStart } from '../../src/anchors/start.js';
import { HoldfastError } from '../../src/errors.js';
import { revisionOf } from '../../src/journal/position.js';
import type { ChainCursor, Finding } from '../../src/journal/verify.js';
import { openConnection } from '../../src/store/db.js';
import { stateFiles } from '../../src/store/files.js';
import { readMigrations } from '../../src/store/migrations.js';
import { openReader } from '../../src/store/open.js';
import { inspectWal } from '../../src/store/wal.js';
import { notAccepted } from '../../src/tiers/audit/accepted.js';
import { verifyStanding } from '../../src/tiers/composed_standing.js';
import { commandHandlers } from '../../src/tiers/index.js';
import { loadPayload } from '../../src/tiers/payloads.js';
import { queryHandlers } from '../../src/tiers/queries.js';
import { scanHandlers } from '../../src/tiers/scans.js';
import { run } from '../cli/support.js';
import { coveredRows } from '../support/covered.js';
import { removeFolder, startDaemon, type TestDaemon, temporaryFolder } from '../support/daemon.js';
import { type RawClient, refusal } from '../support/rawClient.js';
import { putState, requestId, until, withClient } from '../support/work.js';

const scratch = temporaryFolder();
after(() => removeFolder(scratch));
let folders = 0;
const newFolder = (): string => join(scratch, `state-${++folders}`);

interface Line {
  readonly kind: string;
  readonly revision: number;
  readonly database_id: string;
}

const anchorFile = (state_dir: string): string => join(state_dir, 'anchors.jsonl');

function anchorLines(state_dir: string): Line[] {
  return readFileSync(anchorFile(state_dir), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Line);
}

async function write(client: RawClient, count: number): Promise<number> {
  let revision = 0;
  for (let n = 0; n < count; n += 1) {
    await putState(client, `n${n % 7}`, { json: JSON.stringify({ n, text: 'x'.repeat((n * 37) % 2500) }) });
    const request = {
      agent_id: 'agent-1',
      request_id: requestId(),
      action: 'bet',
      pnl: '-1.5',
      pnl_asset: 'USDC',
    };
    revision = Number((await client.call('Audit', 'RecordAction', request)).header.revision);
  }
  return revision;
}

const anchored = (state_dir: string, revision: number): Promise<void> =>
  until(() => anchorLines(state_dir).at(-1)?.revision === revision);

/** What a folder looks like that a killed daemon left behind. */
function copyOf(state_dir: string): string {
  const copy = newFolder();
  mkdirSync(copy, { mode: 0o700 });
  for (const name of ['holdfast.db', 'holdfast.db-wal', 'anchors.jsonl', 'signing.key']) {
    if (existsSync(join(state_dir, name))) cpSync(join(state_dir, name), join(copy, name));
  }
  return copy;
}

async function refused(state_dir: string, ...args: string[]): Promise<string> {
  let started: TestDaemon;
  try {
    started = await startDaemon({ state_dir, args: [...SWEEP, ...args] });
  } catch (error) {
    return String(error);
  }
  await started.kill();
  throw new Error(`the daemon started: ${started.log()}`);
}

/** So that no sweep or checkpoint comes between what a test writes and what it does then. */
const SWEEP = ['--sweep-interval-ms', '3600000'];
const QUICK = [...SWEEP, '--anchor-interval-ms', '20'];

/** Of a daemon that was killed: all in the WAL; and one whose database was checkpointed before the last revisions. */
let walled: { state_dir: string; head: number };
let checkpointed: { state_dir: string; head: number; earlier: string; earlier_head: number };

before(async () => {
  const one = await startDaemon({ state_dir: newFolder(), args: QUICK });
  const head = await withClient(one.address, (client) => write(client, 60));
  await anchored(one.state_dir, head);
  await one.kill();
  walled = { state_dir: one.state_dir, head };

  const first = await startDaemon({ state_dir: newFolder(), args: QUICK });
  const earlier_head = await withClient(first.address, (client) => write(client, 60));
  await first.stop();
  const earlier = copyOf(first.state_dir);
  const second = await startDaemon({ state_dir: first.state_dir, args: QUICK });
  const last = await withClient(second.address, (client) => write(client, 30));
  await anchored(second.state_dir, last);
  await second.kill();
  checkpointed = { state_dir: first.state_dir, head: last, earlier, earlier_head };
});

describe('a real daemon refuses, naming', () => {
  test('a deleted WAL', async () => {
    const state_dir = copyOf(checkpointed.state_dir);
    rmSync(stateFiles(state_dir).wal);
    const message = await refused(state_dir);
    const { earlier_head, head } = checkpointed;
    assert.match(message, /\(1\).*holdfastd: DATA_LOSS: anchor\.rolled_back/s);
    assert.match(message, new RegExp(`revisions ${earlier_head + 1}\\.\\.${head} are missing`));
    assert.match(message, /there is no write-ahead log/);
    assert.match(message, new RegExp(`up to revision ${earlier_head}, anchored at 2\\S+Z, it agrees`));
    assert.match(message, new RegExp(`--accept-damage ${earlier_head}`));
  });

  test('a rollback to an earlier copy of the file and its WAL', async () => {
    const state_dir = copyOf(checkpointed.state_dir);
    const { database, wal } = stateFiles(state_dir);
    cpSync(stateFiles(checkpointed.earlier).database, database);
    rmSync(wal);
    const { earlier_head, head } = checkpointed;
    assert.match(
      await refused(state_dir),
      new RegExp(`revisions ${earlier_head + 1}\\.\\.${head} are missing`),
    );
    // Nothing was written: the same again, also with the check of the newest entries switched off.
    assert.match(await refused(state_dir, '--verify-on-start', 'off'), /anchor\.rolled_back/);
  });

  test('another database', async () => {
    const state_dir = copyOf(checkpointed.state_dir);
    cpSync(stateFiles(walled.state_dir).database, stateFiles(state_dir).database);
    cpSync(stateFiles(walled.state_dir).wal, stateFiles(state_dir).wal);
    const [theirs] = anchorLines(walled.state_dir);
    const [ours] = anchorLines(state_dir);
    const message = await refused(state_dir);
    assert.match(message, new RegExp(`anchor\\.swapped.*this is database ${theirs?.database_id}`, 's'));
    assert.match(message, new RegExp(`of database ${ours?.database_id}`));
  });

  test('a database file that is gone', async () => {
    const state_dir = copyOf(walled.state_dir);
    rmSync(stateFiles(state_dir).database);
    rmSync(stateFiles(state_dir).wal);
    assert.match(
      await refused(state_dir),
      new RegExp(`anchor\\.database_missing.*revisions 1\\.\\.${walled.head}`, 's'),
    );
    assert.equal(existsSync(stateFiles(state_dir).database), false);
  });

  test('a history that was written anew, with hashes that fit', async () => {
    const state_dir = copyOf(checkpointed.earlier);
    const daemon = await startDaemon({ state_dir, args: QUICK });
    await withClient(daemon.address, (client) => write(client, 40));
    await daemon.stop();
    cpSync(anchorFile(checkpointed.state_dir), anchorFile(state_dir));
    const message = await refused(state_dir);
    assert.match(message, /anchor\.hash_differs.*has another hash/s);
    assert.match(message, new RegExp(`up to revision ${checkpointed.earlier_head}, anchored at`));
  });

  test('an anchor file that is gone, changed, or signed with a key that is gone', async () => {
    const without_file = copyOf(checkpointed.state_dir);
    rmSync(anchorFile(without_file));
    assert.match(
      await refused(without_file),
      /anchor\.file_missing.*holds no anchors, but this database had them/s,
    );

    const changed = copyOf(checkpointed.state_dir);
    const text = readFileSync(anchorFile(changed), 'utf8');
    const at = text.lastIndexOf('"revision":') + '"revision":'.length;
    writeFileSync(anchorFile(changed), `${text.slice(0, at)}1${text.slice(at)}`);
    assert.match(await refused(changed), /anchor\.file_changed.*the anchor line at byte \d+/s);

    const without_key = copyOf(checkpointed.state_dir);
    rmSync(join(without_key, 'signing.key'));
    assert.match(await refused(without_key), /anchor\.key_missing.*signing\.key is missing/s);
  });

  test('a changed name in the schema, which a statement of the writing thread does not find', async () => {
    const state_dir = copyOf(checkpointed.state_dir);
    const { database } = stateFiles(state_dir);
    const bytes = readFileSync(database);
    const title = bytes.indexOf('title ', bytes.indexOf('CREATE TABLE conversations '));
    assert.ok(title > 0);
    bytes[title] = 'd'.charCodeAt(0);
    writeFileSync(database, bytes);
    assert.match(await refused(state_dir), /holdfastd: DATA_LOSS: .*no (such )?column.*title/);
  });

  test('a bit flipped in an early entry: in the background the daemon ends with 74, at the next start it is refused', async () => {
    const state_dir = newFolder();
    const first = await startDaemon({ state_dir, args: QUICK });
    await withClient(first.address, (client) => write(client, 20));
    await first.stop();
    const db = openConnection(stateFiles(state_dir).database);
    db.exec(`UPDATE audit_actions SET payload = x'80' WHERE position / 4096 = 4`);
    db.close();
    // What the newest entries do not reach is what goes on behind the daemon's back; here they reach everything.
    assert.match(await refused(state_dir), /journal\.payload_mismatch at revision 4/);
    assert.match(
      await refused(state_dir, '--verify-on-start', 'full'),
      /journal\.payload_mismatch at revision 4/,
    );
    const unverified = await startDaemon({ state_dir, args: ['--verify-on-start', 'off'] });
    assert.equal(await unverified.stop(), 0);
  });
});

test('what only the whole check reaches ends the daemon with 74, and the next start refuses', {
  timeout: 60_000,
}, async () => {
  const state_dir = newFolder();
  const first = await startDaemon({ state_dir, args: QUICK });
  await withClient(first.address, async (client) => {
    await write(client, 2);
    // More entries than a start looks at before it serves.
    const mutation = { put_slot: { key: 'k', content: 'x' } };
    for (let n = 0; n < 105; n += 1) {
      const mutations = Array.from({ length: 200 }, () => mutation);
      await client.call('Transact', 'Transact', { agent_id: 'a', request_id: requestId(), mutations });
    }
  });
  await first.stop();
  const db = openConnection(stateFiles(state_dir).database);
  db.exec(`UPDATE journal SET key = 'x' WHERE position / 4096 = 3`);
  db.close();
  const again = await startDaemon({ state_dir });
  assert.equal(await again.exited, 74);
  assert.match(again.log(), /journal\.hash_mismatch at revision 3/);
  assert.match(await refused(state_dir), /DATA_LOSS: journal\.hash_mismatch at revision 3/);
});

describe('what stands, edited while the daemon was down', () => {
  let edited: string;
  /** One guard, one session that was halted, money, and a trade. */
  before(async () => {
    const daemon = await startDaemon({ state_dir: newFolder(), args: QUICK });
    await withClient(daemon.address, async (client) => {
      const as = () => ({ agent_id: 'agent-1', request_id: requestId() });
      const rule = { max_amount: { asset: 'USDC', amount: '500' } };
      await client.call('Procedural', 'PutGuard', { ...as(), name: 'limit', rule });
      const opening = { ...as(), asset: 'USDC', start_capital: '1000', account: 'trading' };
      const { session, epoch } = await client.call('Sessions', 'OpenSession', opening);
      const trade = { venue: 'v', trade_id: 't-1', market: 'M', pnl: '5', fee: '0' };
      const at = { session_id: session.session_id, epoch };
      await client.call('Sessions', 'RecordTrade', { ...as(), ...at, ...trade });
      await client.call('Sessions', 'HaltSession', { ...as(), reason: 'enough' });
    });
    assert.equal(await daemon.stop(), 0);
    edited = daemon.state_dir;
  });
  const withEdit = (sql: string): string => {
    const state_dir = copyOf(edited);
    const db = openConnection(stateFiles(state_dir).database);
    db.exec(sql);
    db.close();
    return state_dir;
  };

  test('is refused before anything is served, and can be accepted', { timeout: 60_000 }, async () => {
    const edits: readonly (readonly [string, RegExp])[] = [
      [
        "UPDATE ledger_balances SET posted = '7' WHERE account = 'trading'",
        /ledger\.balance at revision \d+: account trading/,
      ],
      [
        "UPDATE sessions SET state = 'ACTIVE'",
        /session\.altered at revision \d+: session .* state is ACTIVE, and HALTED/,
      ],
      ['DELETE FROM guards', /guard\.altered at revision \d+: guard limit of agent-1: it is not there/],
      ['UPDATE agents SET epoch = 9', /agent\.epoch at revision \d+: the epoch of agent-1: it is 9, and 1/],
    ];
    for (const [sql, expected] of edits) assert.match(await refused(withEdit(sql)), expected);
    const state_dir = withEdit(edits.map(([sql]) => sql).join(';'));
    const [, revision] = /--accept-damage (\d+)/.exec(await refused(state_dir)) ?? [];
    for (const args of [['--accept-damage', String(revision)], []]) {
      const daemon = await startDaemon({ state_dir, args });
      await until(() => daemon.log().includes('all that is kept verifies'));
      assert.equal(await daemon.stop(), 0);
    }
  });

  test('where only the whole check finds it, ends the daemon with 74; the next start refuses, and accepts', {
    timeout: 60_000,
  }, async () => {
    const state_dir = withEdit('DELETE FROM session_trade_ids');
    const daemon = await startDaemon({ state_dir });
    assert.equal(await daemon.exited, 74);
    assert.match(daemon.log(), /session\.totals.*its trade t-1 of v is not kept as it was recorded/);
    const message = await refused(state_dir);
    assert.match(message, /DATA_LOSS: session\.totals/);
    const [, revision] = /--accept-damage (\d+)/.exec(message) ?? [];
    for (const args of [['--accept-damage', String(revision)], []]) {
      const again = await startDaemon({ state_dir, args });
      await until(() => again.log().includes('all that is kept verifies'));
      assert.equal(await again.stop(), 0);
    }
  });
});

/** All that a start and the check after it find, in this process; undefined stands for a file that cannot be read. */
function noticed(state_dir: string, newest_entries: number): readonly Finding[] | undefined {
  const { database } = stateFiles(state_dir);
  const anchor_file = anchorFile(state_dir);
  try {
    const schema_version = readMigrations().length;
    const { findings } = checkAtStart({
      state_dir,
      anchor_file,
      newest_entries,
      schema_version,
      loadPayload,
      verifyStanding: (db) => verifyStanding(db, false),
      notAccepted,
    });
    if (findings.length > 0) return findings;
    const db = openReader(database);
    try {
      // A start prepares every statement: a name that was flipped in the schema ends it there.
      queryHandlers(db);
      commandHandlers(db);
      const scans = scanHandlers(db);
      for (let cursor: ChainCursor | null = null; ; ) {
        const part = scans.verify_chain_part({ cursor, max_entries: 50 }, () => {});
        if (part.findings.length > 0) return part.findings;
        if (part.done) break;
        cursor = part.cursor;
      }
      for (let part = 0; ; part += 1) {
        const { findings, done } = scans.verify_tier_part({ part }, () => {});
        if (findings.length > 0 || done) return findings;
      }
    } finally {
      db.close();
    }
  } catch (error) {
    // A changed name in the schema is a statement that cannot be prepared.
    if (error instanceof HoldfastError || (error instanceof Error && error.name === 'SqliteError'))
      return undefined;
    throw error;
  }
}

/** Every entry, every payload and every row that the checks cover, as a reader gets them; undefined when they cannot be read. */
function contents(state_dir: string): string | undefined {
  try {
    const db = openReader(stateFiles(state_dir).database);
    try {
      const load = loadPayload(db);
      const rows = db.prepare('SELECT * FROM journal ORDER BY position').all() as Parameters<
        typeof load
      >[0][];
      const entries = rows.map((row) => [row, typeof row.kind === 'string' ? load(row) : null]);
      return JSON.stringify(entries) + coveredRows(db);
    } finally {
      db.close();
    }
  } catch {
    return undefined;
  }
}

describe('whatever is flipped or cut, anywhere', () => {
  const files = ['database', 'wal'] as const;
  for (const file of files) {
    for (const newest_entries of [0, 20_000]) {
      test(`a bit of the ${file}, with ${newest_entries} entries before serving`, { timeout: 60_000 }, () => {
        // Where most of it lies: the database of the one that was checkpointed, the WAL of the other.
        const source = file === 'database' ? checkpointed : walled;
        const clean = contents(copyOf(source.state_dir));
        // Free space is mostly zeros: a flip there changes nothing that anybody reads.
        const offsets = [...readFileSync(stateFiles(source.state_dir)[file]).entries()]
          .filter(([, byte]) => byte !== 0)
          .map(([offset]) => offset);
        let changed = 0;
        fc.assert(
          fc.property(fc.nat(offsets.length - 1), fc.nat(7), (index, bit) => {
            const state_dir = copyOf(source.state_dir);
            const path = stateFiles(state_dir)[file];
            const bytes = readFileSync(path);
            const at = offsets[index] ?? 0;
            bytes[at] = (bytes[at] ?? 0) ^ (1 << bit);
            writeFileSync(path, bytes);
            const found = noticed(state_dir, newest_entries);
            const is_changed = contents(state_dir) !== clean;
            removeFolder(state_dir);
            if (is_changed) changed += 1;
            assert.ok(
              !is_changed || found === undefined || found.length > 0,
              `byte ${at}, bit ${bit}: nothing noticed`,
            );
            for (const { kind, message } of found ?? []) assert.ok(kind.includes('.') && message.length > 20);
          }),
          { numRuns: 60, includeErrorInReport: true },
        );
        assert.ok(changed > 5, `only ${changed} flips changed anything`);
      });
    }
  }

  test('the end of the WAL or of the database', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(fc.constantFrom(...files), fc.double({ min: 0, max: 0.99, noNaN: true }), (file, part) => {
        const source = file === 'database' ? checkpointed : walled;
        const state_dir = copyOf(source.state_dir);
        const path = stateFiles(state_dir)[file];
        truncateSync(path, Math.floor(part * statSync(path).size));
        const found = noticed(state_dir, 20_000);
        removeFolder(state_dir);
        assert.ok(found === undefined || found.length > 0);
        // A database that was never checkpointed is nothing without its WAL.
        if (file === 'wal' && found !== undefined)
          assert.ok(
            found.some(({ kind }) => kind.startsWith('anchor.')),
            JSON.stringify(found),
          );
      }),
      { numRuns: 40, includeErrorInReport: true },
    );
  });

  test('a damaged frame of the WAL is noticed without any anchor, when a commit follows it', () => {
    const { wal } = stateFiles(walled.state_dir);
    const sound = inspectWal(wal);
    assert.equal(sound.lost_commits, 0);
    const frames = sound.sound_frames;
    assert.ok(frames > 100);
    const state_dir = copyOf(walled.state_dir);
    rmSync(anchorFile(state_dir));
    const bytes = readFileSync(wal);
    bytes[32 + Math.floor(frames / 2) * 4120 + 1000] =
      (bytes[32 + Math.floor(frames / 2) * 4120 + 1000] ?? 0) ^ 1;
    writeFileSync(stateFiles(state_dir).wal, bytes);
    const found = noticed(state_dir, 0);
    assert.ok(
      found?.some(
        ({ kind, message }) => kind === 'wal.damaged' && /at least \d+ flushed commits/.test(message),
      ),
    );
  });
});

test('a daemon that was killed in the middle of writing starts again, whatever was not acknowledged', {
  timeout: 60_000,
}, async () => {
  const state_dir = newFolder();
  let acknowledged = 0;
  for (let round = 0; round < 3; round += 1) {
    const daemon = await startDaemon({ state_dir, args: ['--anchor-interval-ms', '10'] });
    await withClient(daemon.address, async (client) => {
      const writes = Array.from({ length: 8 }, async () => {
        for (;;) acknowledged = Math.max(acknowledged, await write(client, 1));
      });
      const ended = Promise.allSettled(writes);
      await until(() => anchorLines(state_dir).length > 3 * (round + 1));
      await daemon.kill();
      await ended;
    });
    assert.equal(inspectWal(stateFiles(state_dir).wal).lost_commits, 0);
    assert.ok((anchorLines(state_dir).at(-1)?.revision ?? 0) > 0);
  }
  const last = await startDaemon({ state_dir });
  await withClient(last.address, async (client) => {
    const { done, ok, findings, anchors, revision } = await client.last('Audit', 'VerifyJournal', {});
    assert.deepEqual([done, ok, findings], [true, true, []]);
    assert.ok(Number(anchors) >= anchorLines(state_dir).length - 1);
    assert.ok(Number(revision) >= acknowledged);
  });
  assert.equal(await last.stop(), 0);
});

describe('going on', () => {
  test('takes the revision that is left; it is journaled, anchored, and known from then on', {
    timeout: 60_000,
  }, async () => {
    const state_dir = copyOf(checkpointed.state_dir);
    rmSync(stateFiles(state_dir).wal);
    const { earlier_head, head } = checkpointed;
    assert.match(
      await refused(state_dir, '--accept-damage', String(head)),
      new RegExp(`not ${head}: that is not where`),
    );
    const daemon = await startDaemon({
      state_dir,
      args: [...QUICK, '--accept-damage', String(earlier_head)],
    });
    await withClient(daemon.address, async (client) => {
      const entry = await new Promise<{
        kind: string;
        key: string;
        agent_id: string;
        payload: { json: string };
      }>((resolve, reject) => {
        const stream = client.stream('Watch', 'Watch', {
          agent_id: '*',
          from_revision: String(earlier_head),
        });
        stream.on('data', ({ entries }) => {
          stream.cancel();
          resolve(entries[0]);
        });
        stream.on('error', reject);
      });
      assert.deepEqual(
        [entry.kind, entry.agent_id, entry.key],
        ['audit.damage_accepted', '_system', String(earlier_head)],
      );
      const payload = JSON.parse(entry.payload.json);
      assert.deepEqual([payload.revision, payload.anchor_revision], [earlier_head, head]);
      assert.equal(payload.findings[0].kind, 'anchor.rolled_back');
      const { findings } = await client.last('Audit', 'VerifyJournal', {});
      assert.deepEqual(findings, []);
      await write(client, 3);
    });
    const accepted = anchorLines(state_dir).find(({ kind }) => kind === 'accepted');
    assert.equal(accepted?.revision, earlier_head + 1);
    await daemon.kill();
    // The option is of no use any more, and does no harm.
    const again = await startDaemon({ state_dir, args: ['--accept-damage', String(earlier_head)] });
    assert.match(again.log(), /no damage was found/);
    assert.equal(await again.stop(), 0);
  });

  test('over a changed entry: the next starts and backups know it, VerifyJournal still says so', {
    timeout: 60_000,
  }, async () => {
    const state_dir = copyOf(checkpointed.state_dir);
    const db = openConnection(stateFiles(state_dir).database);
    db.exec(`UPDATE journal SET key = 'x' WHERE position / 4096 = 3`);
    db.close();
    const { head } = checkpointed;
    assert.match(
      await refused(state_dir),
      new RegExp(`journal\\.hash_mismatch.*--accept-damage ${head}`, 's'),
    );
    for (const args of [['--accept-damage', String(head)], [], ['--verify-on-start', 'full']]) {
      const daemon = await startDaemon({ state_dir, args });
      if (args[0] !== '--verify-on-start')
        await until(() => daemon.log().includes('the whole journal verifies'));
      await withClient(daemon.address, async (client) => {
        const { ok, findings } = await client.last('Audit', 'VerifyJournal', {});
        assert.deepEqual([ok, findings[0].kind, findings[0].revision], [false, 'journal.hash_mismatch', '3']);
        if (args.length === 0) assert.equal((await client.last('Admin', 'Backup', { name: 'b' })).done, true);
      });
      assert.equal(await daemon.stop(), 0);
    }
  });

  test('without the anchor file sets nothing aside and begins a new one; with a changed one keeps it', {
    timeout: 60_000,
  }, async () => {
    const state_dir = copyOf(checkpointed.state_dir);
    writeFileSync(
      anchorFile(state_dir),
      readFileSync(anchorFile(state_dir), 'utf8').replaceAll('"anchor"', '"Anchor"'),
    );
    const { head } = checkpointed;
    const daemon = await startDaemon({ state_dir, args: ['--accept-damage', String(head)] });
    assert.deepEqual(
      anchorLines(state_dir).map(({ kind, revision }) => [kind, revision]),
      [['accepted', head + 1]],
    );
    assert.match(daemon.log(), /anchors\.jsonl\.replaced-2/);
    assert.equal(await daemon.stop(), 0);
  });
});

describe('a restore', () => {
  test('is accepted by the next start, and the file shows it', { timeout: 60_000 }, async () => {
    const state_dir = newFolder();
    const daemon = await startDaemon({ state_dir, args: QUICK });
    const backed_up = await withClient(daemon.address, async (client) => {
      await write(client, 5);
      const { path, revision } = await client.last('Admin', 'Backup', { name: 'early' });
      await write(client, 5);
      return { path, revision: Number(revision) };
    });
    await daemon.stop();
    const kept = anchorLines(state_dir).length;
    const ran = await run(['--state-dir', state_dir, 'restore', backed_up.path, '--force']);
    assert.equal(ran.code, 0, ran.stderr);
    const lines = anchorLines(state_dir);
    assert.deepEqual(
      [lines.length, lines.at(-1)?.kind, lines.at(-1)?.revision],
      [kept + 1, 'restored', backed_up.revision],
    );
    const again = await startDaemon({ state_dir, args: QUICK });
    await withClient(again.address, async (client) => {
      await write(client, 1);
      const { ok, findings } = await client.last('Audit', 'VerifyJournal', {});
      assert.deepEqual([ok, findings], [true, []]);
    });
    assert.equal(await again.stop(), 0);

    // Into a folder of its own, as on another machine.
    const elsewhere = newFolder();
    assert.equal((await run(['--state-dir', elsewhere, 'restore', backed_up.path])).code, 0);
    const there = await startDaemon({ state_dir: elsewhere });
    assert.equal(await there.stop(), 0);
    // Another database than was anchored here is a restore like any, once it is said that it is meant.
    const others = ['--state-dir', elsewhere, 'restore', stateFiles(walled.state_dir).database, '--force'];
    const refused = await run(others);
    assert.equal(refused.code, 1);
    assert.match(refused.stderr, /WRONG_STATE: .* is a backup of database \S+, but .* --other-database/);
    assert.equal((await run([...others, '--other-database'])).code, 0);
    const other = await startDaemon({ state_dir: elsewhere });
    assert.equal(await other.stop(), 0);
  });
});

test('compaction above and below anchors breaks nothing', { timeout: 60_000 }, async () => {
  const state_dir = newFolder();
  const daemon = await startDaemon({ state_dir, args: QUICK });
  await withClient(daemon.address, async (client) => {
    const head = await write(client, 20);
    await anchored(state_dir, head);
    await client.call('Admin', 'CompactJournal', { request_id: requestId(), revision: String(head - 1) });
    const { ok, findings } = await client.last('Audit', 'VerifyJournal', {});
    assert.deepEqual([ok, findings], [true, []]);
    const error = await refusal(
      new Promise((_, reject) =>
        client
          .stream('Audit', 'ExportProof', { agent_id: '*', from_revision: '1' })
          .on('error', (e) => reject(e))
          .on('data', () => {}),
      ),
    ).catch((e: { details: string }) => e.details);
    assert.match(String(error), /begins after revision/);
    await write(client, 1);
  });
  await daemon.kill();
  const again = await startDaemon({ state_dir, args: QUICK });
  await until(() => again.log().includes('the whole journal verifies'));
  assert.equal(await again.stop(), 0);
});

test('an anchor file on another disk', async () => {
  const state_dir = newFolder();
  const anchor_file = join(scratch, 'elsewhere.jsonl');
  const daemon = await startDaemon({ state_dir, args: ['--anchor-file', anchor_file] });
  const head = await withClient(daemon.address, (client) => write(client, 1));
  assert.equal(await daemon.stop(), 0);
  assert.equal(existsSync(anchorFile(state_dir)), false);
  const last = readFileSync(anchor_file, 'utf8').trimEnd().split('\n').at(-1) ?? '';
  assert.equal((JSON.parse(last) as Line).revision, head);
  const moved = anchorFile(state_dir);
  const advice = `copy the old one there first, as the daemon's user: cp -p ${anchor_file} ${moved}`;
  assert.match(
    await refused(state_dir),
    new RegExp(`anchor\\.file_missing.*in ${anchor_file}.*${advice}`, 's'),
  );
  assert.ok(revisionOf(0) === 0);
  const again = await startDaemon({ state_dir, args: ['--anchor-file', anchor_file] });
  assert.equal(await again.stop(), 0);
  assert.equal(spawnSync('cp', ['-p', anchor_file, moved]).status, 0);
  const there = await startDaemon({ state_dir });
  assert.equal(await there.stop(), 0);
  // What is gone cannot be copied.
  rmSync(anchor_file);
  rmSync(moved);
  assert.doesNotMatch(await refused(state_dir), /cp -p/);
});
