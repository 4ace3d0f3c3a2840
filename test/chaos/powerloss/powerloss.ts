import { spawnSync } from 'node:child_process';
import {
  closeSync,
  existsSync,
  ftruncateSync,
  lstatSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type ByteChange, type NameChange, readUndoLog } from './undo-log.js';

/** Why `buildShim` returned null; for the message of a skipped test. */
export const no_shim_reason = 'power loss is simulated by a C library, and gcc (or Linux) is missing here';

/**
 * Compiles powerloss.c into `out_dir` and returns the library's path; null, with `no_shim_reason` as the reason, when this
 * is not Linux or there is no gcc.
 *
 * @throws Error with the compiler's words when the compiler fails
 */
export function buildShim(out_dir: string): string | null {
  if (process.platform !== 'linux') return null;
  // tsc does not copy C files, so the source is taken from the tree beside dist/.
  const source = fileURLToPath(new URL('../../../../test/chaos/powerloss/powerloss.c', import.meta.url));
  const shim = join(out_dir, 'powerloss.so');
  // Fortified headers define open() inline, which would collide with the wrappers.
  const flags = ['-O2', '-shared', '-fPIC', '-Wall', '-Wextra', '-U_FORTIFY_SOURCE', '-pthread'];
  const result = spawnSync('gcc', [...flags, '-o', shim, source], { encoding: 'utf8' });
  if (result.error !== undefined && 'code' in result.error && result.error.code === 'ENOENT') return null;
  if (result.status !== 0) throw new Error(`gcc failed on powerloss.c: ${result.error ?? result.stderr}`);
  return shim;
}

/**
 * The environment of a process whose files below `dir` are to lose power. `undo` is an empty folder outside `dir` on the
 * same file system. A restart without power loss in between goes on with the same `undo`; after one, it is empty again.
 *
 * @throws Error when the folders are missing or lie on two file systems
 */
export function powerLossEnv(shim: string, dir: string, undo: string): NodeJS.ProcessEnv {
  if (statSync(dir).dev !== statSync(undo).dev) {
    throw new Error(
      `${undo} must lie on the file system of ${dir}, because removed files are kept by hard links`,
    );
  }
  return {
    ...process.env,
    LD_PRELOAD: shim,
    HOLDFAST_POWERLOSS_DIR: dir,
    HOLDFAST_POWERLOSS_UNDO: undo,
    // io_uring writes would pass the library by.
    UV_USE_IO_URING: '0',
  };
}

/**
 * `all`: nothing survives that was not synced. `random`: any part of it may, as on a real disk. Of each file's unsynced
 * writes either a prefix or any subset stays, single ones torn at 512 byte sectors; of each folder's changes of names a
 * prefix stays, as in a journaling file system. Equal seeds on equal folders give equal outcomes.
 */
export type PowerLossOptions = { mode: 'all' } | { mode: 'random'; seed: number };

/** What a power loss took back, in changes (a write, a truncation; a file created, removed or renamed). */
export interface PowerLossReport {
  bytes_lost: number;
  bytes_kept: number;
  names_lost: number;
  names_kept: number;
}

/**
 * Takes back what was not synced below `dir`, from the notes in `undo`, which it empties. Call it when every process that
 * ran under `powerLossEnv` is dead (its exit event was seen). It also removes SQLite's -shm files: they are shared memory,
 * of which nothing is promised after a power loss and which SQLite builds anew.
 *
 * @throws Error when the library was never loaded, so that a run that checked nothing cannot pass
 */
export function applyPowerLoss(undo: string, dir: string, options: PowerLossOptions): PowerLossReport {
  if (!existsSync(join(undo, 'loaded')))
    throw new Error('the power loss library was not loaded by any process');
  const random = options.mode === 'random' ? mulberry32(options.seed) : null;
  const report: PowerLossReport = { bytes_lost: 0, bytes_kept: 0, names_lost: 0, names_kept: 0 };

  for (const path of filesBelow(dir)) if (path.endsWith('-shm')) rmSync(path);
  // Bytes go before names: a file found now under a name that it loses below has been rolled back by then. A removed
  // file is still there as a hard link in the undo folder.
  const logs: NameChange[][] = [];
  const byInode = new Map<string, string>();
  for (const path of [...filesBelow(undo), ...filesBelow(dir)]) byInode.set(inodeOf(path), path);
  for (const [inode, path] of byInode) {
    const log = join(undo, `${inode}.undo`);
    if (existsSync(log)) loseBytes(path, readUndoLog(log).bytes, random, report);
  }
  for (const entry of readdirSync(undo).sort()) {
    if (entry.endsWith('.undo')) logs.push(readUndoLog(join(undo, entry)).names);
  }
  for (const names of logs) loseNames(names, random, report);
  for (const entry of readdirSync(undo)) rmSync(join(undo, entry));
  return report;
}

function loseBytes(
  path: string,
  changes: ByteChange[],
  random: Random | null,
  report: PowerLossReport,
): void {
  const fd = openSync(path, 'r+');
  try {
    // Undone from the newest on, the file shows before each step what that change had written: so the notes need no
    // new bytes for the changes that are put back.
    const written = changes
      .toReversed()
      .map((change) => {
        const bytes = random === null ? Buffer.alloc(0) : readAt(fd, change.offset, change.length);
        ftruncateSync(fd, change.old_size);
        writeAt(fd, change.offset, change.old);
        return bytes;
      })
      .toReversed();
    const keeps = random === null ? () => 'no' as const : survival(random, changes.length);
    changes.forEach((change, index) => {
      const fate = keeps(index);
      report[fate === 'no' ? 'bytes_lost' : 'bytes_kept'] += 1;
      const bytes = written[index] ?? Buffer.alloc(0);
      if (fate === 'no') return;
      if (change.kind === 'truncate') ftruncateSync(fd, change.offset);
      else if (fate === 'whole' || random === null) writeAt(fd, change.offset, bytes);
      else writeTorn(fd, change.offset, bytes, random);
    });
  } finally {
    closeSync(fd);
  }
}

/** Says for each of `count` changes whether it reached the disk: a prefix with a torn end, or any subset. */
function survival(random: Random, count: number): (index: number) => 'no' | 'torn' | 'whole' {
  if (random() < 0.5) {
    const length = Math.floor(random() * (count + 1));
    return (index) => (index < length ? 'whole' : index === length ? 'torn' : 'no');
  }
  return () => {
    const draw = random();
    return draw < 0.5 ? 'whole' : draw < 0.75 ? 'torn' : 'no';
  };
}

function writeTorn(fd: number, offset: number, bytes: Buffer, random: Random): void {
  let at = 0;
  while (at < bytes.length) {
    // Sectors are those of the file, not of the write.
    const end = Math.min(bytes.length, at + 512 - ((offset + at) % 512));
    if (random() < 0.5) writeAt(fd, offset + at, bytes.subarray(at, end));
    at = end;
  }
}

function loseNames(changes: NameChange[], random: Random | null, report: PowerLossReport): void {
  const kept = random === null ? 0 : Math.floor(random() * (changes.length + 1));
  report.names_kept += kept;
  report.names_lost += changes.length - kept;
  // A kill between the note and the deed leaves a note of something that was not done, so each step looks first.
  for (const { kind, path, second, held } of changes.slice(kept).toReversed()) {
    if (kind === 'create') rmSync(path, { force: true });
    if (kind === 'rename' && existsSync(path) && !existsSync(second)) renameSync(path, second);
    if (held !== '' && !existsSync(path)) renameSync(held, path);
  }
}

function readAt(fd: number, offset: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  let done = 0;
  for (;;) {
    const got = readSync(fd, bytes, done, length - done, offset + done);
    done += got;
    if (got === 0 || done === length) return bytes.subarray(0, done);
  }
}

function writeAt(fd: number, offset: number, bytes: Buffer): void {
  let done = 0;
  while (done < bytes.length) done += writeSync(fd, bytes, done, bytes.length - done, offset + done);
}

function filesBelow(dir: string): string[] {
  return readdirSync(dir, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** The inode as powerloss.c writes it into the names of its logs. */
function inodeOf(path: string): string {
  const { dev, ino } = lstatSync(path, { bigint: true });
  return `${dev.toString(16)}-${ino.toString(16)}`;
}

type Random = () => number;

/** A small seeded generator of numbers in [0, 1) (mulberry32, public domain, by Tommy Ettinger). */
function mulberry32(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
