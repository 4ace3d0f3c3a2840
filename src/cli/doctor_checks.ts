/** What can be seen without the daemon. Only looks at files by name: opening a live database here would disturb it. */
import { existsSync, readdirSync, readFileSync, statfsSync } from 'node:fs';
import { listBackups } from '../store/backup_files.js';
import { openConnection } from '../store/db.js';
import { readSuspect } from '../store/faults.js';
import { type StateFiles, stateFiles } from '../store/files.js';
import { isAtLeast, MIN_SQLITE_VERSION } from '../store/open.js';
import { filesCheck, folderCheck, statOrNothing } from './doctor_files.js';
import { type Check, fail, looking, ok, warn } from './doctor_report.js';
import { bytesCell } from './values.js';

const MIN_NODE_VERSION = '20.20.0';
const MIB = 1024 * 1024;
const LITTLE_SPACE_BYTES = 1024 * MIB;
const NO_SPACE_BYTES = 64 * MIB;
const BIG_WAL_BYTES = 256 * MIB;
const OLD_BACKUP_MS = 7 * 24 * 3600 * 1000;
/** Magic numbers of statfs(2) for file systems whose locks SQLite cannot rely on. */
const NETWORK_FILE_SYSTEMS: Readonly<Record<number, string>> = {
  26985: 'NFS',
  4283649346: 'CIFS',
  4266872130: 'SMB2',
  16914839: '9p',
};

/** What may not be looked at is a finding of its own, and no reason to leave out the rest. */
export function localChecks(state_dir: string): Check[] {
  const checks = [nodeCheck(), sqliteCheck(), ...looking('clock', () => [clockCheck(state_dir)])];
  if (!existsSync(state_dir)) {
    const advice = 'a daemon makes it at its first start; name another with --state-dir';
    return [...checks, warn('state folder', `${state_dir} does not exist, or you may not see it`, advice)];
  }
  const files = stateFiles(state_dir);
  return [
    ...checks,
    ...looking('state folder', () => [folderCheck(state_dir)]),
    ...looking('files', () => filesCheck(state_dir)),
    ...looking('file system', () => [fileSystemCheck(state_dir)]),
    ...looking('disk space', () => [spaceCheck(state_dir)]),
    ...looking('lock', () => [lockCheck(files)]),
    ...looking('last run', () => [suspectCheck(state_dir)]),
    ...looking('WAL size', () => [walCheck(files)]),
    ...looking('backup', () => backupChecks(files)),
  ];
}

function nodeCheck(): Check {
  const version = process.versions.node;
  return isAtLeast(version, MIN_NODE_VERSION)
    ? ok('node', version)
    : fail('node', `${version} is too old`, `install Node ${MIN_NODE_VERSION} or newer`);
}

function sqliteCheck(): Check {
  const db = openConnection(':memory:');
  try {
    const version = db.prepare<[], string>('SELECT sqlite_version()').pluck().get() ?? '';
    const advice = `reinstall the packages: ${MIN_SQLITE_VERSION} or newer is needed, older ones lose data`;
    return isAtLeast(version, MIN_SQLITE_VERSION) ? ok('sqlite', version) : fail('sqlite', version, advice);
  } finally {
    db.close();
  }
}

function clockCheck(state_dir: string): Check {
  const now = new Date();
  const advice = 'set the clock (timedatectl): holds, leases and retention go by it';
  if (now.getUTCFullYear() < 2025 || now.getUTCFullYear() > 2100)
    return fail('clock', now.toISOString(), advice);
  const written = statOrNothing(stateFiles(state_dir).database)?.mtimeMs ?? 0;
  const ahead_s = Math.round((written - now.getTime()) / 1000);
  if (ahead_s > 60) return warn('clock', `the database was last written ${ahead_s} s in the future`, advice);
  return ok('clock', now.toISOString());
}

function fileSystemCheck(state_dir: string): Check {
  const network = NETWORK_FILE_SYSTEMS[statfsSync(state_dir).type];
  return network === undefined
    ? ok('file system', 'local')
    : fail('file system', network, 'keep the state folder on a local disk: locks do not hold over a network');
}

function spaceCheck(state_dir: string): Check {
  const { bavail, bsize } = statfsSync(state_dir);
  const free = bavail * bsize;
  const found = `${bytesCell(free)} free`;
  if (free < NO_SPACE_BYTES)
    return fail('disk space', found, 'free some: writes are refused when it runs out');
  if (free < LITTLE_SPACE_BYTES)
    return warn('disk space', found, 'free some; a backup needs as much as the database');
  return ok('disk space', found);
}

/** The pid file only tells who holds the lock; taking the lock to see would stop a daemon that is starting. */
function lockCheck(files: StateFiles): Check {
  if (statOrNothing(files.pid) === undefined) return ok('lock', 'nobody holds it');
  const pid = Number(readFileSync(files.pid, 'utf8').trim());
  if (Number.isSafeInteger(pid) && pid > 0 && isRunning(pid)) return ok('lock', `held by pid ${pid}`);
  return ok('lock', 'nobody holds it; the last daemon did not stop in order, which is safe');
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function suspectCheck(state_dir: string): Check {
  const suspicion = readSuspect(state_dir);
  if (suspicion === undefined) return ok('last run', 'ended without a storage error');
  return suspicion.kind === 'restore_interrupted'
    ? fail(
        'last run',
        `a restore was interrupted: ${suspicion.reason}`,
        'run holdfast restore again with --force',
      )
    : fail('last run', suspicion.reason, 'check the disk; the next start verifies the whole database first');
}

function walCheck(files: StateFiles): Check {
  const size = statOrNothing(files.wal)?.size ?? 0;
  return size > BIG_WAL_BYTES
    ? warn(
        'WAL size',
        bytesCell(size),
        'some reader holds an old snapshot: look for other programs on the file',
      )
    : ok('WAL size', bytesCell(size));
}

function backupChecks({ backups, database }: StateFiles): Check[] {
  if (statOrNothing(backups)?.isDirectory() === false)
    return [fail('backup', `${backups} is no folder`, 'move it away: no backup can be made')];
  const names = statOrNothing(backups) === undefined ? [] : readdirSync(backups);
  const leftovers = names.filter((name) => name.endsWith('.partial'));
  const newest_ms = names.length > 0 ? (listBackups(backups)[0]?.made_ms ?? 0) : 0;
  const days = Math.floor((Date.now() - newest_ms) / (24 * 3600 * 1000));
  const checks: Check[] = [];
  if (newest_ms > 0 && Date.now() - newest_ms < OLD_BACKUP_MS) {
    checks.push(ok('backup', `the newest is from ${new Date(newest_ms).toISOString()}`));
  } else if (newest_ms > 0)
    checks.push(warn('backup', `the newest is ${days} days old`, 'run holdfast backup'));
  else if (statOrNothing(database) !== undefined)
    checks.push(warn('backup', 'there is none', 'run holdfast backup'));
  if (leftovers.length > 0) {
    const advice = 'a backup runs now, or one was cut off and its file may be deleted';
    checks.push(warn('backup leftovers', leftovers.join(', '), advice));
  }
  return checks;
}
