import assert from 'node:assert/strict';
import { existsSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { packageVersion } from '../../src/paths.js';
import { classifyStorageError } from '../../src/store/faults.js';
import { migrate } from '../../src/store/migrate.js';
import { readMigrations } from '../../src/store/migrations.js';
import { openWriter, readNumber, setMaxSize } from '../../src/store/open.js';
import { splitStatements } from '../../src/store/statements.js';
import { verifyCopy } from '../../src/store/verify.js';
import { migrationsFolder, startChild, temporaryFolder, writerFor } from './helpers.js';

const BASE = readMigrations()[0]?.sql ?? '';
const ONE = { '0001_store.sql': BASE };
const TWO = {
  ...ONE,
  '0002_notes.sql':
    "CREATE TABLE notes (id INTEGER PRIMARY KEY, text TEXT) STRICT;\nINSERT INTO notes VALUES (1, 'one');\n",
};

test("the package's own migrations apply to a new file, without a backup, and once", (t) => {
  const db = writerFor(t, join(temporaryFolder(t), 'a.db'));
  const newest = readMigrations().length;
  assert.deepEqual(migrate(db, { now_us: 5 }), { from_version: 0, to_version: newest });
  assert.equal(readNumber(db, 'user_version'), newest);
  assert.equal(db.prepare("SELECT value FROM meta WHERE key = 'written_by'").pluck().get(), packageVersion);
  assert.deepEqual(migrate(db, { now_us: 6 }), { from_version: newest, to_version: newest });
  const recorded = db
    .prepare('SELECT version, name, sha256, applied_us FROM schema_migrations ORDER BY 1')
    .all();
  assert.deepEqual(
    recorded,
    readMigrations().map(({ version, name, sha256 }) => ({ version, name, sha256, applied_us: 5 })),
  );
});

test('an existing file is backed up and the backup verified before it is migrated', (t) => {
  const folder = temporaryFolder(t);
  const db = writerFor(t, join(folder, 'a.db'));
  migrate(db, { now_us: 1, dir: migrationsFolder(folder, 'one', ONE) });
  // Rowids with holes, in a table without an INTEGER PRIMARY KEY: a plain VACUUM may renumber them.
  db.exec(
    "CREATE TABLE gaps (a TEXT); INSERT INTO gaps VALUES ('x'), ('y'), ('z'); DELETE FROM gaps WHERE a = 'y'",
  );
  const report = migrate(db, { now_us: 2, dir: migrationsFolder(folder, 'two', TWO) });
  const backup_path = join(folder, 'a.db.pre-2.bak');
  assert.deepEqual(report, { from_version: 1, to_version: 2, backup_path });
  assert.equal(verifyCopy(backup_path, 1).user_version, 1);
  assert.equal(statSync(backup_path).mode & 0o777, 0o600);
  assert.ok(!existsSync(`${backup_path}.partial`));
  const backup = writerFor(t, backup_path);
  assert.deepEqual(backup.prepare('SELECT rowid, a FROM gaps').raw().all(), [
    [1, 'x'],
    [3, 'z'],
  ]);
});

test('a newer file is refused by a message that names both versions', (t) => {
  const folder = temporaryFolder(t);
  const db = writerFor(t, join(folder, 'a.db'));
  const two = migrationsFolder(folder, 'two', TWO);
  migrate(db, { now_us: 1, dir: two, program_version: '9.9.9' });
  const older = { now_us: 2, dir: migrationsFolder(folder, 'one', ONE), program_version: '0.1.0' };
  assert.throws(() => migrate(db, older), {
    reason: 'SCHEMA_TOO_NEW',
    message:
      /schema version 2, written by Holdfast 9\.9\.9; this is Holdfast 0\.1\.0, which knows versions up to 1/,
  });
});

test('an altered, renamed, missing or misnumbered migration is refused', (t) => {
  const folder = temporaryFolder(t);
  const db = writerFor(t, join(folder, 'a.db'));
  migrate(db, { now_us: 1, dir: migrationsFolder(folder, 'one', ONE) });
  const altered = migrationsFolder(folder, 'altered', { '0001_store.sql': `${BASE}-- harmless\n` });
  assert.throws(() => migrate(db, { now_us: 2, dir: altered }), {
    reason: 'MIGRATION_FAILED',
    message: /0001_store\.sql/,
  });
  const renamed = migrationsFolder(folder, 'renamed', { '0001_other.sql': BASE });
  assert.throws(() => migrate(db, { now_us: 2, dir: renamed }), { reason: 'MIGRATION_FAILED' });
  const gap = migrationsFolder(folder, 'gap', { ...ONE, '0003_late.sql': 'SELECT 1;' });
  assert.throws(() => migrate(db, { now_us: 2, dir: gap }), { message: /0003_late\.sql stands where 0002_/ });
});

for (const [why, sql] of Object.entries({
  'bad SQL': "DELETE FROM meta; CREATE TABLE half (a); INSERT INTO nowhere VALUES ('x');",
  'its own COMMIT': "INSERT INTO meta VALUES ('k', 1); COMMIT; SELECT 1;",
  'a pragma behind a comment': '-- why\n/* not */ pragma user_version = 9;',
  'orphaned rows':
    'CREATE TABLE p (id INTEGER PRIMARY KEY); CREATE TABLE c (p REFERENCES p(id)); INSERT INTO c VALUES (9);',
})) {
  test(`a migration that fails half way (${why}) is refused`, (t) => {
    const folder = temporaryFolder(t);
    const db = writerFor(t, join(folder, 'a.db'));
    migrate(db, { now_us: 1, dir: migrationsFolder(folder, 'one', ONE) });
    const bad = migrationsFolder(folder, 'bad', { ...ONE, '0002_bad.sql': sql });
    assert.throws(() => migrate(db, { now_us: 2, dir: bad }), {
      reason: 'MIGRATION_FAILED',
      message: /^0002_bad\.sql: /,
    });
    assert.equal(readNumber(db, 'user_version'), 1);
    assert.equal(db.inTransaction, false);
    assert.equal(readNumber(db, 'foreign_keys'), 1, 'enforcement is back on');
    assert.deepEqual(db.prepare('SELECT key FROM meta').pluck().all(), ['written_by']);
    assert.equal(
      db.prepare("SELECT count(*) FROM sqlite_schema WHERE name IN ('half', 'p', 'c')").pluck().get(),
      0,
    );
  });
}

test('kill -9 in the middle of a migration leaves version and data as they were', async (t) => {
  const folder = temporaryFolder(t);
  const path = join(folder, 'a.db');
  const first = openWriter(path);
  migrate(first, { now_us: 1, dir: migrationsFolder(folder, 'one', ONE) });
  first.close();
  const two = migrationsFolder(folder, 'two', TWO);
  assert.equal(await startChild(t, 'migrate', path, two).ended, 'SIGKILL');
  const db = writerFor(t, path);
  assert.equal(readNumber(db, 'user_version'), 1);
  assert.equal(db.prepare("SELECT count(*) FROM sqlite_schema WHERE name = 'notes'").pluck().get(), 0);
  assert.equal(migrate(db, { now_us: 3, dir: two }).to_version, 2, 'and the next start succeeds');
  assert.equal(db.prepare('SELECT text FROM notes').pluck().get(), 'one');
});

test('a migration that does not fit says DISK_FULL and changes nothing', (t) => {
  const folder = temporaryFolder(t);
  const db = writerFor(t, join(folder, 'a.db'));
  migrate(db, { now_us: 1, dir: migrationsFolder(folder, 'one', ONE) });
  setMaxSize(db, 4096);
  const two = migrationsFolder(folder, 'two', TWO);
  assert.throws(() => migrate(db, { now_us: 2, dir: two }), { reason: 'DISK_FULL' });
  assert.equal(readNumber(db, 'user_version'), 1);
  setMaxSize(db, 1_000_000);
  assert.equal(migrate(db, { now_us: 3, dir: two }).to_version, 2);
});

test('a migration that is taken up half way keeps the backup of the file as it was', (t) => {
  const folder = temporaryFolder(t);
  const db = writerFor(t, join(folder, 'a.db'));
  migrate(db, { now_us: 1, dir: migrationsFolder(folder, 'one', ONE) });
  const three = { ...TWO, '0003_more.sql': 'CREATE TABLE more (id INTEGER PRIMARY KEY) STRICT;\n' };
  const dir = migrationsFolder(folder, 'three', three);
  const stop = () => {
    if (readNumber(db, 'user_version') === 2) throw new Error('stopped');
  };
  assert.throws(() => migrate(db, { now_us: 2, dir, hooks: { crashPoint: stop } }), /stopped/);
  assert.equal(readNumber(db, 'user_version'), 2);
  assert.equal(migrate(db, { now_us: 3, dir }).to_version, 3);
  assert.equal(verifyCopy(join(folder, 'a.db.pre-2.bak'), 1).user_version, 1);
});

test('a leftover partial backup is replaced', (t) => {
  const folder = temporaryFolder(t);
  const db = writerFor(t, join(folder, 'a.db'));
  migrate(db, { now_us: 1, dir: migrationsFolder(folder, 'one', ONE) });
  writeFileSync(join(folder, 'a.db.pre-2.bak.partial'), 'torn');
  migrate(db, { now_us: 2, dir: migrationsFolder(folder, 'two', TWO) });
  assert.equal(verifyCopy(join(folder, 'a.db.pre-2.bak')).user_version, 1);
});

test('verifyCopy refuses a damaged file', (t) => {
  const path = join(temporaryFolder(t), 'junk.bak');
  writeFileSync(path, 'x'.repeat(8192));
  assert.throws(() => verifyCopy(path), { reason: 'DATA_LOSS', message: /failed verification/ });
  assert.equal(classifyStorageError({ code: 'SQLITE_NOTADB' }), 'fatal');
});

test('statements are split outside quotes, comments and triggers', () => {
  const parts = [
    'INSERT INTO t VALUES (\'a;b\', "c;d", [e;f])',
    '-- one; two\nSELECT /* ; */ 1',
    "CREATE TRIGGER x AFTER INSERT ON t BEGIN UPDATE t SET a = CASE WHEN 1 THEN 'END' END; DELETE FROM u; END",
    'CREATE TEMP TRIGGER y AFTER DELETE ON t BEGIN SELECT 1; END',
    'SELECT 2',
  ];
  assert.deepEqual(
    splitStatements(`${parts.join(';\n')};\n-- the end;\n`),
    parts.map((part) => `${part};`),
  );
  assert.deepEqual(splitStatements('SELECT 1; SELECT 2'), ['SELECT 1;', 'SELECT 2']);
});
