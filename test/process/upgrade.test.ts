/**
 * Files written by earlier commits (scripts/make-upgrade-fixtures), opened by today's daemon: migrated, verified, every known value
 * served. The way back is the copy made before migrating; a newer file is refused and left as it is.
 */
import assert from 'node:assert/strict';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { packageRoot } from '../../src/paths.js';
import { openConnection } from '../../src/store/db.js';
import { stateFiles } from '../../src/store/files.js';
import { readMigrations } from '../../src/store/migrations.js';
import { verifyCopy } from '../../src/store/verify.js';
import { run } from '../cli/support.js';
import { removeFolder, startDaemon, temporaryFolder } from '../support/daemon.js';
import { findings, withClient } from '../support/work.js';
import { as, KNOWN } from './upgrade/known.js';

const FIXTURES = join(packageRoot, 'test', 'process', 'upgrade');
/** From this schema on a database remembers that it was anchored; its anchors are not among the fixtures. */
const ANCHORED_SINCE = 20;
const today = readMigrations().length;

const scratch = temporaryFolder();
after(() => removeFolder(scratch));

/** A fixture, unpacked. */
function unpacked(name: string): string {
  const path = join(scratch, name.replace(/\.gz$/, ''));
  writeFileSync(path, gunzipSync(readFileSync(join(FIXTURES, name))), { mode: 0o600 });
  return path;
}

const fixtures = readdirSync(FIXTURES).filter((name) => name.endsWith('.db.gz'));

test('there are files of several schemas, each small', () => {
  assert.ok(fixtures.length >= 4);
  for (const name of fixtures) assert.ok(statSync(join(FIXTURES, name)).size < 200 * 1024, name);
});

for (const name of fixtures) {
  const schema = Number(/^schema-(\d+)-/.exec(name)?.[1]);
  describe(name, () => {
    test('is opened, migrated, verified and served', { timeout: 60_000 }, async () => {
      const file = unpacked(name);
      assert.equal(verifyCopy(file).user_version, schema);
      const state_dir = join(scratch, `state-${schema}`);
      const { database } = stateFiles(state_dir);
      if (schema >= ANCHORED_SINCE) {
        const restored = await run(['--state-dir', state_dir, 'restore', file]);
        assert.equal(restored.code, 0, restored.stderr);
        const checked =
          schema === today ? 'pages, journal and every tier' : 'pages and journal (older schema)';
        assert.ok(restored.stdout.includes(checked), restored.stdout);
        assert.equal((await run(['verify', '--file', file])).code, 0);
      } else {
        mkdirSync(state_dir, { mode: 0o700 });
        copyFileSync(file, database);
      }
      const known = KNOWN.filter(({ since }) => since <= schema);
      // What the first start migrated, another finds as it is; once is enough to know.
      for (const start of name === fixtures[0] ? ['first', 'second'] : ['first']) {
        const daemon = await startDaemon({ state_dir });
        assert.equal(
          /the database was migrated/.test(daemon.log()),
          start === 'first' && schema < today,
          daemon.log(),
        );
        await withClient(daemon.address, async (client) => {
          const info = await client.call('Admin', 'GetServerInfo', {});
          assert.equal(info.schema_version, today);
          for (const each of known) await each.check(as(client));
          assert.deepEqual(await findings(client), []);
        });
        assert.equal(await daemon.stop(), 0);
      }
      const kept = readdirSync(state_dir).filter((one) => one.includes('.pre-'));
      assert.deepEqual(kept, schema < today ? [`holdfast.db.pre-${schema + 1}.bak`] : []);
      for (const one of kept) assertSame(join(state_dir, one), file);
    });
  });
}

/** Both hold the same journal, entry by entry, under the same schema. */
function assertSame(path: string, other: string): void {
  const [one, two] = [path, other].map((each) => {
    const { user_version } = verifyCopy(each);
    const db = openConnection(each, { readonly: true });
    try {
      return {
        user_version,
        journal: db.prepare('SELECT position, hash, payload_digest FROM journal ORDER BY 1').all(),
      };
    } finally {
      db.close();
    }
  });
  assert.deepEqual(one, two);
}

test('a file of a newer Holdfast is refused by its schema version, in clear words, and left as it is', async () => {
  const state_dir = join(scratch, 'newer');
  const file = unpacked(fixtures.at(-1) ?? '');
  assert.equal((await run(['--state-dir', state_dir, 'restore', file])).code, 0);
  const { database } = stateFiles(state_dir);
  const db = openConnection(database, {});
  db.pragma(`user_version = ${today + 1}`);
  db.close();
  const before = readFileSync(database);
  const message = await startDaemon({ state_dir }).then(
    () => 'it started',
    (error: Error) => error.message,
  );
  assert.match(
    message,
    new RegExp(
      `SCHEMA_TOO_NEW: .* has schema version ${today + 1}.*knows versions up to ${today}. Use the newer program or an older backup`,
    ),
  );
  assert.ok(readFileSync(database).equals(before));
  // Neither can it be put in place by a restore.
  const elsewhere = await run(['--state-dir', join(scratch, 'elsewhere'), 'restore', database]);
  assert.equal(elsewhere.code, 1);
  assert.match(elsewhere.stderr, /SCHEMA_TOO_NEW/);
});
