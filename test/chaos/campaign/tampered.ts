/**
 * Starts a real daemon on a copy of the state folder that somebody tampered with. It must refuse and name what it found, or
 * serve what was written: the whole journal up to the last anchor at least, and where nothing at all is missing, everything
 * the model knows. What lies after the last anchor may be missing, as after a crash.
 *
 * A bit that was flipped in the database is held against the journal only: nothing is promised of a tier's row that no
 * journal entry has the digest of (an index, a running balance). Admin.Verify recomputes what can be recomputed of those.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import Database from 'better-sqlite3';
import type { TestDaemon } from '../../support/daemon.js';
import { readJournal } from './journal.js';
import type { Random } from './random.js';
import type { StateFolder } from './state_folder.js';
import { type Copies, copyState, type Tampering, tamperWith } from './tampering.js';
import { insist, Violation } from './violation.js';
import { Wire, WireError } from './wire.js';

export type Verdict = 'refused' | 'served';

/** The database before it was tampered with. */
interface Truth {
  readonly head: number;
  /** By revision, from the floor on; hex. */
  readonly hashes: ReadonlyMap<number, string>;
  /** The newest revision that was anchored. */
  readonly anchored: number;
}

const ENTRIES_PER_REVISION = 4096;
const PATIENCE_MS = 30_000;
const PAUSE_MS = 10;

/** No daemon runs on the folder. It is left as it is. */
export async function tamperAndStart(folder: StateFolder, random: Random, copies: Copies): Promise<Verdict> {
  const dir = join(folder.base, 'tampered');
  copyState(folder.dir, join(folder.base, 'truth'));
  const truth = readTruth(join(folder.base, 'truth'));
  copyState(folder.dir, dir);
  const tampering = tamperWith(dir, random, copies);
  const facts = { tampering, head: truth.head, anchored: truth.anchored, dir };
  let daemon: TestDaemon;
  try {
    daemon = await within(folder.startOn(dir), facts);
  } catch (error) {
    if (error instanceof Violation) throw error;
    const log = error instanceof Error ? error.message : String(error);
    // Such as MIGRATION_FAILED, when it is the file's record of its migrations that was changed.
    insist(
      /holdfastd: (?!INTERNAL)[A-Z_]+: ./.test(log),
      'violation',
      'tampering',
      'it is refused for no reason',
      {
        ...facts,
        log,
      },
    );
    return 'refused';
  }
  try {
    return (await isRight(daemon, folder, truth, random, facts)) ? 'served' : 'refused';
  } finally {
    await daemon.kill();
  }
}

/** Waits until the head of a daemon that has nothing to do is anchored. */
export async function untilAnchored({ dir, chain }: StateFolder): Promise<void> {
  for (let waited_ms = 0; waited_ms < 1000; waited_ms += PAUSE_MS) {
    if (newestAnchor(dir) >= chain.revision) return;
    await pause(PAUSE_MS);
  }
}

/** False when it says, while it serves, that the file is damaged, and says which part. Anything else is a violation. */
async function isRight(
  daemon: TestDaemon,
  folder: StateFolder,
  truth: Truth,
  random: Random,
  facts: object,
): Promise<boolean> {
  const wire = new Wire(daemon.address);
  try {
    const { head, floor } = await readHashes(wire, truth, folder, facts);
    const is_whole = head >= truth.head && truth.head === folder.chain.revision;
    const { tampering } = facts as { tampering: Tampering };
    if (is_whole && tampering !== 'flip_database')
      await folder.model.compare({
        ...{ wire, random, full: true },
        ...{ revision: folder.chain.revision, time_us: folder.chain.time_us },
      });
    return await verifies(daemon, { ...facts, head_found: head, floor });
  } catch (error) {
    if (!(error instanceof WireError)) throw error;
    if (error.reason === 'DATA_LOSS') return false;
    insist(error.reason === '', 'violation', 'tampering', `a read fails: ${error.message}`, facts);
    return verifies(daemon, facts);
  } finally {
    wire.close();
  }
}

async function readHashes(
  wire: Wire,
  truth: Truth,
  folder: StateFolder,
  facts: object,
): Promise<{ head: number; floor: number }> {
  const info = await wire.call('Admin/GetServerInfo', {});
  const [head, floor] = [Number(info.revision), Number(info.compacted_revision)];
  insist(
    head >= truth.anchored,
    'lost',
    'tampering',
    `it serves revision ${head}, and revision ${truth.anchored} was anchored`,
    facts,
  );
  const before = folder.chain.hashAt(floor);
  insist(before !== undefined, 'violation', 'tampering', `the journal begins at revision ${floor}`, facts);
  await readJournal(wire, floor, Buffer.from(before, 'hex'), head, (revision, hash) => {
    // Without the end of the log, a compaction may not have been yet.
    const written = truth.hashes.get(revision) ?? folder.chain.hashAt(revision);
    const same = revision > truth.head || written === hash.toString('hex');
    insist(same, 'violation', 'tampering', `it serves another revision ${revision}`, facts);
  });
  return { head, floor };
}

/** What the check that goes on behind the daemon's back says; when it ends the daemon, it must name what it found. */
async function verifies(daemon: TestDaemon, facts: object): Promise<boolean> {
  const ended = await within(Promise.race([daemon.exited, untilVerified(daemon)]), facts);
  if (ended === 'verified') return true;
  const log = daemon.log();
  insist(
    ended === 74 && /journal\.|anchor\.file|anchor\.hash|SQLITE_|malformed/.test(log),
    'violation',
    'tampering',
    `it served for a while and ended with ${ended}`,
    { ...facts, log },
  );
  return false;
}

async function untilVerified(daemon: TestDaemon): Promise<'verified'> {
  while (!daemon.log().includes('the whole journal verifies')) await pause(PAUSE_MS);
  return 'verified';
}

/** Damage must not make a daemon hang. */
async function within<T>(work: Promise<T>, facts: object): Promise<T> {
  const patience = new AbortController();
  const tooLong = pause(PATIENCE_MS, undefined, { signal: patience.signal }).then(() => {
    throw new Violation('violation', 'tampering', 'it neither serves nor refuses', facts);
  });
  tooLong.catch(() => {});
  try {
    return await Promise.race([work, tooLong]);
  } finally {
    patience.abort();
  }
}

function readTruth(dir: string): Truth {
  const db = new Database(join(dir, 'holdfast.db'), { readonly: true });
  try {
    const rows = db.prepare<[], { position: number; hash: Buffer }>(
      'SELECT position, hash FROM journal ORDER BY position',
    );
    const hashes = new Map<number, string>();
    let head = 0;
    for (const { position, hash } of rows.iterate()) {
      head = Math.floor(position / ENTRIES_PER_REVISION);
      hashes.set(head, hash.toString('hex'));
    }
    return { head, hashes, anchored: newestAnchor(dir) };
  } finally {
    db.close();
  }
}

/** Of the last whole line. */
function newestAnchor(dir: string): number {
  const path = join(dir, 'anchors.jsonl');
  const line = existsSync(path) ? readFileSync(path, 'utf8').split('\n').at(-2) : undefined;
  return line === undefined ? 0 : (JSON.parse(line) as { revision: number }).revision;
}
