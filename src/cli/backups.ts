/** Lists the backups of a state folder; looks at the files only, so that it works when nothing else does. */
import { revisionOf } from '../journal/position.js';
import { type BackupFile, listBackups } from '../store/backup_files.js';
import { openConnection } from '../store/db.js';
import { stateFiles } from '../store/files.js';
import { verifyCopy } from '../store/verify.js';
import { type Command, EXIT } from './command.js';
import { withFile } from './files.js';
import { bytesCell } from './values.js';

interface Listed extends Omit<BackupFile, 'made_ms'> {
  readonly made_at: string;
  readonly age_s: number;
  /** The newest in it; undefined when the file cannot be read. */
  readonly revision: number | undefined;
  /** `when made`: it has its name only since then. With --check `now`, or what is wrong. */
  readonly verified: string;
}

export const backups: Command = {
  name: 'backups',
  summary: 'list the backups in the state folder',
  details: `Newest first, those by hand and those of the schedule (--backup-interval-ms of the daemon). A backup has its name only since
it was verified; --check reads each again now and ends with 4 when one is no longer what it was.`,
  options: { check: { help: 'verify each now: structure and every page' } },
  examples: ['holdfast backups', 'holdfast --state-dir /var/lib/holdfast backups --check'],
  run: async (context) => {
    const { out, state_dir } = context;
    const folder = stateFiles(state_dir).backups;
    const found = withFile('read', folder, () => backupsIn(folder));
    const listed = found.map((file) => toListed(file, context.on('check')));
    out.reply({ state_dir, backups: listed }, () =>
      out.table(
        [
          'NAME',
          'MADE',
          { title: 'AGE', right: true },
          { title: 'SIZE', right: true },
          { title: 'REVISION', right: true },
          'VERIFIED',
        ],
        listed.map(({ name, made_at, age_s, size_bytes, revision, verified }) => [
          name,
          made_at,
          ageCell(age_s),
          bytesCell(size_bytes),
          revision === undefined ? '?' : String(revision),
          verified,
        ]),
        'no backups',
      ),
    );
    return listed.some(({ verified }) => verified !== 'when made' && verified !== 'now')
      ? EXIT.wrong
      : EXIT.ok;
  },
};

/** None where no folder is; one that may not be looked into is another matter. */
function backupsIn(folder: string): BackupFile[] {
  try {
    return listBackups(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

function toListed({ made_ms, ...file }: BackupFile, check: boolean): Listed {
  const age_s = Math.max(0, Math.round((Date.now() - made_ms) / 1000));
  const facts = { ...file, made_at: new Date(made_ms).toISOString(), age_s };
  try {
    if (check) verifyCopy(file.path);
    return { ...facts, revision: revisionIn(file.path), verified: check ? 'now' : 'when made' };
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    return { ...facts, revision: undefined, verified: `no: ${problem}` };
  }
}

/** 0 for one in which nothing was written yet. */
function revisionIn(path: string): number {
  const db = openConnection(path, { readonly: true });
  try {
    const newest = db.prepare<[], number | null>('SELECT max(position) FROM journal').pluck().get();
    return revisionOf(newest ?? 0);
  } finally {
    db.close();
  }
}

/** In the largest unit that is full. */
function ageCell(age_s: number): string {
  const [count, unit] =
    age_s < 120
      ? [age_s, 's']
      : age_s < 7200
        ? [age_s / 60, 'm']
        : age_s < 172_800
          ? [age_s / 3600, 'h']
          : [age_s / 86_400, 'd'];
  return `${Math.floor(count)}${unit}`;
}
