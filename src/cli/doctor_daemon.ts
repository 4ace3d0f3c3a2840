/** What the daemon itself tells to `holdfast doctor`. */
import { realpathSync } from 'node:fs';
import { PermissionDeniedError, UnauthenticatedError } from '@holdfast/client';
import type { BackupStats__Output } from '@holdfast/client/types/BackupStats.js';
import type { GetServerInfoResponse__Output } from '@holdfast/client/types/GetServerInfoResponse.js';
import type { MirrorStatusResponse__Output } from '@holdfast/client/types/MirrorStatusResponse.js';
import type { StatsResponse__Output } from '@holdfast/client/types/StatsResponse.js';
import type { Context } from './command.js';
import { type Check, fail, ok, warn } from './doctor_report.js';
import { bytesCell, timeCell } from './values.js';

/** What only the running daemon can tell: `no answer` is for one that is not there, not for one that refuses. */
export async function daemonChecks(context: Context): Promise<Check[]> {
  const { daemon, address, state_dir } = context;
  const calls = { deadline_ms: 3_000 };
  let info: GetServerInfoResponse__Output;
  try {
    info = await daemon.admin.getServerInfo({}, calls);
  } catch (error) {
    return [refusedOr(error, address, '') ?? noAnswer(error, address)];
  }
  const answers = ok('daemon', `${info.version} answers at ${address}, pid ${info.pid}`);
  const found = [answers, ...folderChecks(info.state_folder, state_dir)];
  try {
    const stats = await daemon.admin.stats({}, calls);
    const status = await daemon.mirror.mirrorStatus({}, calls);
    return [...found, ...loadChecks(stats), backupsCheck(stats.backups), mirrorCheck(status)];
  } catch (error) {
    const problem = refusedOr(error, address, ' more');
    return problem === undefined
      ? [noAnswer(error, address)]
      : [...found, { ...problem, name: 'how it does' }];
  }
}

/** All that was looked at is another database's when the daemon keeps its state elsewhere. */
function folderChecks(state_folder: string, state_dir: string): Check[] {
  if (isSameFolder(state_folder, state_dir)) return [];
  const found = `the daemon that answers keeps its state in ${state_folder}, and ${state_dir} was looked at`;
  return [fail('whose folder', found, `look at its own (--state-dir), or ask the other with --address`)];
}

function isSameFolder(one: string, other: string): boolean {
  if (one === other) return true;
  try {
    return realpathSync(one) === realpathSync(other);
  } catch {
    // Where only one of them can be found they are two.
    return false;
  }
}

/** Undefined for what is no refusal. */
function refusedOr(error: unknown, address: string, what: string): Check | undefined {
  if (!(error instanceof UnauthenticatedError || error instanceof PermissionDeniedError)) return undefined;
  return fail(
    'daemon',
    `it answers at ${address}, and refuses to tell${what}: ${error.reason}: ${error.message}`,
    'show a token of an operator (--token-file, HOLDFAST_TOKEN), or ask at its Unix socket',
  );
}

function noAnswer(error: unknown, address: string): Check {
  const found = `no answer at ${address}: ${error instanceof Error ? error.message : error}`;
  return fail('daemon', found, 'start it (holdfast serve), or name where it listens with --address');
}

function loadChecks(stats: StatsResponse__Output): Check[] {
  const wal = bytesCell(stats.wal_size_bytes);
  return [
    stats.disk_full
      ? fail(
          'writes',
          'refused: the disk is full',
          'free space or raise --max-database-bytes; reads go on, writes resume by themselves',
        )
      : ok('writes', `taken; ${stats.queue_depth} of ${stats.queue_limit} wait`),
    stats.wal_alarm
      ? warn(
          'WAL alarm',
          `the WAL is ${wal}`,
          'some reader holds an old snapshot: look for long scans or other programs on the file',
        )
      : ok('WAL alarm', `quiet at ${wal}`),
  ];
}

/** Whether backups can be made; how old the newest is, the files tell. */
function backupsCheck(backups: BackupStats__Output | null): Check {
  const { made = '0', failed = '0', last_error = '', next_at } = backups ?? {};
  const since = `${made} made and ${failed} failed since the start`;
  if (last_error !== '')
    return warn(
      'backups',
      `${since}; the newest attempt: ${last_error}`,
      'see the log; nothing older was removed',
    );
  if (!next_at)
    return warn(
      'backups',
      `${since}; none by themselves`,
      'set --backup-interval-ms, such as 86400000 for one a day',
    );
  return ok('backups', `${since}; the next is due ${timeCell(next_at)}`);
}

function mirrorCheck({ state, address, lag_revisions, last_error }: MirrorStatusResponse__Output): Check {
  const name = 'mirror';
  if (state === 'MIRROR_STATE_OFF') return ok(name, 'off');
  const found = `${address}: ${state.replace('MIRROR_STATE_', '').toLowerCase()}, ${lag_revisions} revisions behind`;
  if (state === 'MIRROR_STATE_FOLLOWING') return ok(name, found);
  const why = last_error === '' ? '' : `; ${last_error}`;
  const advice =
    state === 'MIRROR_STATE_STANDBY'
      ? 'end the other daemon of this database, such as a drill’s'
      : 'look at Redis; the daemon answers and keeps all without it';
  return warn(name, found + why, advice);
}
