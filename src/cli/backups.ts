/** Lists the backups of a state folder; looks at the files only, so that it works when nothing else does. */
import { revisionOf } from '../journal/position.js';
import { type BackupFile, listBackups } from '../store/backup_files.js';
import { openConnection } from '../store/db.js';
import { stateFiles } from '../store/files.js';
import { type Command, EXIT } from './command.js';
import { withFile } from './files.js';
import type { Output } from './output.js';
import { bytesCell } from './values.js';

interface Listed extends Omit<BackupFile, 'made_ms'> {
  readonly made_at: string;
  readonly age_s: number;
  /** The newest in it; undefined when the file cannot be read, or is not what it was. */
  readonly revision: number | undefined;
  /** `when made`: it has its name only since then. With --check `now` (what was checked, when not all), or `no` and why. */
  readonly verified: string;
}

export const backups: Command = {
  name: 'backups',
  summary: 'list the backups in the state folder',
  details: `Newest first, those by hand and those of the schedule (--backup-interval-ms of the daemon). A backup has its name only
since it was verified; --check reads each again now, as verify --file does: every page, the journal, what every tier
keeps. It tells how far it is, and ends with 4 when one is no longer what it was.`,
  options: { check: { help: 'verify each now: pages, journal and every tier' } },
  examples: ['holdfast backups', 'holdfast --state-dir /var/lib/holdfast backups --check'],
  run: async (context) => {
    const { out, state_dir } = context;
    const folder = stateFiles(state_dir).backups;
    const found = withFile('read', folder, () => backupsIn(folder));
    const check = context.on('check') ? await checker(out) : undefined;
    const listed = found.map((file) => toListed(file, check));
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
    return listed.some(({ revision }) => revision === undefined) ? EXIT.wrong : EXIT.ok;
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

/** The check of one file: what it found to be sound, or what is wrong, thrown. All tiers belong to it: a moment to load. */
async function checker(out: Output): Promise<(file: BackupFile) => string> {
  const { verifyFile } = await import('../tiers/verify.js');
  // What was accepted at a start is in the backup as it is in the database.
  const options = { skip_integrity_check: false, leave_out_accepted: true };
  return ({ path, name }) => {
    const { findings, whole } = verifyFile(path, options, ({ phase, checked, total }) =>
      out.progress(`${name}: ${phase}`, checked, total),
    );
    const [first] = findings;
    if (first !== undefined) throw new Error(`${first.message} (${findings.length} findings)`);
    return whole ? 'now' : 'now, pages and journal (older schema)';
  };
}

function toListed(file: BackupFile, check: ((file: BackupFile) => string) | undefined): Listed {
  const { made_ms, ...others } = file;
  const age_s = Math.max(0, Math.round((Date.now() - made_ms) / 1000));
  const facts = { ...others, made_at: new Date(made_ms).toISOString(), age_s };
  try {
    const verified = check === undefined ? 'when made' : check(file);
    return { ...facts, revision: revisionIn(file.path), verified };
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
