/** Whose the state folder and its files are, and who may look into them. Nothing is opened. */
import { readdirSync, type Stats, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { stateFiles } from '../store/files.js';
import { type Check, fail, ok, warn } from './doctor_report.js';
import { bytesCell } from './values.js';

/** Files that one line names. */
const MAX_NAMED = 5;

export const modeText = (stats: Stats): string => (stats.mode & 0o777).toString(8).padStart(4, '0');

/** Undefined where there is none. @throws Error EACCES where it may not be looked for. */
export function statOrNothing(path: string): Stats | undefined {
  return statSync(path, { throwIfNoEntry: false });
}

export function folderCheck(state_dir: string): Check {
  const stats = statSync(state_dir);
  const name = 'state folder';
  if (!stats.isDirectory()) return fail(name, `${state_dir} is no folder`, 'name another with --state-dir');
  const uid = process.getuid?.() ?? stats.uid;
  // Root may look at any; what it would start belongs to a service.
  if (stats.uid !== uid && uid !== 0) {
    return warn(
      name,
      `${state_dir} belongs to user ${stats.uid}, you are ${uid}`,
      'run as the daemon’s user',
    );
  }
  return (stats.mode & 0o077) === 0
    ? ok(name, `${state_dir}, mode ${modeText(stats)}`)
    : warn(name, `${state_dir} has mode ${modeText(stats)}`, `others may look in: chmod 700 ${state_dir}`);
}

interface Found {
  readonly name: string;
  readonly stats: Stats;
}

/** Files of another user than the folder's, such as those of a restore by root, keep the daemon from starting. */
export function filesCheck(state_dir: string): Check[] {
  const { database, backups } = stateFiles(state_dir);
  const found = [state_dir, backups].flatMap((folder) => filesIn(state_dir, folder));
  const owner = statSync(state_dir).uid;
  const foreign = found.filter(({ stats }) => stats.uid !== owner);
  const open = found.filter(({ stats }) => stats.isFile() && (stats.mode & 0o077) !== 0);
  const size = statOrNothing(database)?.size;
  const checks = [ok('database', size === undefined ? 'none yet' : bytesCell(size))];
  if (foreign.length > 0)
    checks.push(
      fail(
        'owners',
        `the folder is user ${owner}'s, and not: ${named(foreign, ({ uid }) => `user ${uid}`)}`,
        `the daemon cannot use them: chown -R --reference=${state_dir} ${state_dir}`,
      ),
    );
  if (open.length > 0)
    checks.push(
      warn('modes', `others may open ${named(open, modeText)}`, 'chmod 600: nobody else needs them'),
    );
  return checks;
}

function filesIn(state_dir: string, folder: string): Found[] {
  if (statOrNothing(folder)?.isDirectory() !== true) return [];
  return readdirSync(folder).flatMap((entry) => {
    const path = join(folder, entry);
    const stats = statOrNothing(path);
    return stats === undefined ? [] : [{ name: relative(state_dir, path), stats }];
  });
}

function named(found: readonly Found[], fact: (stats: Stats) => string): string {
  const names = found.slice(0, MAX_NAMED).map(({ name, stats }) => `${name} (${fact(stats)})`);
  return [...names, ...(found.length > MAX_NAMED ? [`${found.length - MAX_NAMED} more`] : [])].join(', ');
}
