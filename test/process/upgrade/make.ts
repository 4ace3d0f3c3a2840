/**
 * What scripts/make-upgrade-fixtures does with another build of the daemon. Arguments: WHAT MAIN_JS SCHEMA_VERSION FILE, where WHAT is
 *   write    writes the known values with that build, and keeps a backup of it as FILE (gzipped)
 *   check    starts that build on FILE and looks for the known values
 *   refused  starts that build on FILE, a newer one, and expects it to refuse it and to leave what is in it
 *   back     starts today's build on FILE, then that build on the copy that was kept before migrating
 */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { anchorRestored } from '../../../src/anchors/restored.js';
import { anchorFile } from '../../../src/config_anchors.js';
import { openConnection } from '../../../src/store/db.js';
import { stateFiles } from '../../../src/store/files.js';
import { readNumber } from '../../../src/store/open.js';
import { restoreBackup } from '../../../src/store/restore.js';
import { removeFolder, startDaemon, temporaryFolder } from '../../support/daemon.js';
import { withClient } from '../../support/work.js';
import { as, KNOWN } from './known.js';

const [what = '', main = '', schema = '', file = ''] = process.argv.slice(2);
const known = KNOWN.filter(({ since }) => since <= Number(schema));
const folder = temporaryFolder();
const state_dir = join(folder, 'state');
const { database } = stateFiles(state_dir);

async function write(): Promise<void> {
  const daemon = await startDaemon({ main, state_dir });
  await withClient(daemon.address, async (client) => {
    const to = as(client);
    for (const each of known) await each.write(to);
    const { path } = await client.last('Admin', 'Backup', { name: 'known' });
    writeFileSync(file, gzipSync(readFileSync(path), { level: 9 }));
  });
  assert.equal(await daemon.stop(), 0);
}

/** Puts a file in place as any backup, so that its anchors begin with it. */
async function place(source: string, force: boolean): Promise<void> {
  const onSwapped = async (path: string) =>
    void (await anchorRestored(path, state_dir, anchorFile(state_dir, '')));
  await restoreBackup(source, state_dir, { onSwapped, force });
}

async function check(program: { readonly main?: string }): Promise<void> {
  const daemon = await startDaemon({ ...program, state_dir });
  await withClient(daemon.address, async (client) => {
    for (const each of known) await each.check(as(client));
  });
  assert.equal(await daemon.stop(), 0);
}

/** What is in a file; opening it for writing, as builds before 2026-11-21 did first, changes its header. */
function contents(): unknown {
  const db = openConnection(database, { readonly: true });
  try {
    const tables = db
      .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY 1")
      .pluck()
      .all();
    const journal = db.prepare('SELECT position, hash FROM journal ORDER BY 1').all();
    return { user_version: readNumber(db, 'user_version'), tables, journal };
  } finally {
    db.close();
  }
}

async function refused(): Promise<void> {
  const before = contents();
  await assert.rejects(startDaemon({ main, state_dir }), /SCHEMA_TOO_NEW/);
  assert.deepEqual(contents(), before);
}

if (what === 'write') await write();
else await place(file, false);
if (what === 'check') await check({ main });
else if (what === 'refused') await refused();
else if (what === 'back') {
  await check({});
  await refused();
  await place(`${database}.pre-${Number(schema) + 1}.bak`, true);
  await check({ main });
}
removeFolder(folder);
console.log(`${what}, schema ${schema}: ${known.length} kinds of values`);
